import Postgres

/// The moment in which somebody began to listen.
///
/// What is looked for in the tables, at all times or after the loss of a stream, may have been written before. The
/// clock does not tell: a row bears the time at which its transaction began.
public struct FeedBeginning: Sendable {
    let snapshot: TransactionSnapshot

    /// Whether a change is to be told: one that was there already is not.
    public func comesBefore(_ change: Change) -> Bool { change.writer.map { !snapshot.saw($0) } ?? true }
}
