import GhostHands
import NIOConcurrencyHelpers

/// How far an attempt has come, for whoever has to end it before it ends by itself.
final class AttemptState: Sendable {
    private struct State {
        var outcome: JobOutcome?
        var picture: (@Sendable () async -> String?)?
        var session: (@Sendable () async -> Void)?
    }

    private let state = NIOLockedValueBox(State())

    /// What is certain already, also while a picture of it is being taken.
    var outcome: JobOutcome? { state.withLockedValue { $0.outcome } }

    func end(_ outcome: JobOutcome) { state.withLockedValue { $0.outcome = outcome } }

    /// Says how the page at work is pictured; nil when there is none any more.
    func show(_ picture: (@Sendable () async -> String?)?) { state.withLockedValue { $0.picture = picture } }

    /// Says how what sites have left is kept; nil when there is no browser any more.
    func hold(_ session: (@Sendable () async -> Void)?) { state.withLockedValue { $0.session = session } }

    /// Keeps what sites have left in the browser at work.
    func keepSession() async { await state.withLockedValue(\.session)?() }

    /// The storage key of a picture of the page at work, taken now.
    func picture() async -> String? { await state.withLockedValue { $0.picture }?() }
}
