import CPostgres
import Foundation

extension Session {
    /// Waits for a notification on a channel that this connection listens to; several that have come count as one.
    ///
    /// - Parameter limit: how long to wait.
    /// - Returns: whether one came.
    /// - Throws: ``PostgresError`` when the connection is lost or the task is cancelled.
    func notification(within limit: Duration) async throws -> Bool {
        try await onQueue { ticket throws(PostgresError) in
            let deadline = ContinuousClock.now + limit
            while true {
                guard !self.isCancelled(ticket) else { throw PostgresError(.cancelled, "cancelled while listening") }
                guard PQconsumeInput(self.connection.handle) == 1 else {
                    throw PostgresError.lost(self.connection.handle)
                }
                if self.drainNotifications() { return true }
                guard self.wait(for: POLLIN, milliseconds: (deadline - .now).milliseconds) else { return false }
            }
        }
    }

    private func drainNotifications() -> Bool {
        var hasCome = false
        while let one = PQnotifies(connection.handle) {
            PQfreemem(one)
            hasCome = true
        }
        return hasCome
    }
}
