import Foundation
import NIOConcurrencyHelpers
import Postgres

/// The rows that the database refuses to change: each is told of once, however often it stands in the way.
final class Refusals: Sendable {
    private static let most = 1000

    private let alarm: @Sendable (UUID) -> Void
    private let known = NIOLockedValueBox<Set<UUID>>([])

    init(_ alarm: @escaping @Sendable (UUID) -> Void) { self.alarm = alarm }

    func note(_ id: UUID) {
        let isNew = known.withLockedValue { known in
            if known.count >= Self.most { known = [] }
            return known.insert(id).inserted
        }
        if isNew { alarm(id) }
    }
}

extension Jobs {
    /// Does something to each of several rows for itself: one that the database refuses to change stays as it is, and the
    /// others go on.
    ///
    /// - Parameters:
    ///   - ids: the jobs.
    ///   - connection: the transaction.
    ///   - change: what is done to one.
    /// - Throws: what has nothing to do with the row.
    func singly(
        _ ids: [UUID],
        on connection: borrowing PostgresConnection,
        _ change: (UUID, borrowing PostgresConnection) async throws -> Void
    ) async throws {
        for id in ids {
            try await connection.execute("savepoint one_row")
            do {
                try await change(id, connection)
                try await connection.execute("release savepoint one_row")
            } catch let error as PostgresError where error.isOfRow {
                try await connection.execute("rollback to savepoint one_row")
                refusals.note(id)
            }
        }
    }
}

extension PostgresError {
    /// Whether a statement failed for what a row holds: a value, a constraint, its size, a trigger that raises.
    var isOfRow: Bool { ["22", "23", "54", "P0", "GH"].contains(sqlState?.prefix(2)) }
}
