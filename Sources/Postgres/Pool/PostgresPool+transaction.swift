extension PostgresPool {
    /// Runs a closure in one transaction: committed when it returns, rolled back when it throws or is cancelled.
    ///
    /// After a serialization failure or a deadlock the whole closure is run again, three times at most, so it must do
    /// nothing but talk to the connection.
    ///
    /// - Parameter body: what is to be done in it.
    /// - Returns: what the closure returns.
    /// - Throws: what the closure throws, as it is; ``PostgresError`` with its ``PostgresError/phase`` set when
    ///   or committing failed. A failed rollback is logged, and its connection dropped.
    public func withTransaction<Result>(
        _ body: (borrowing PostgresConnection) async throws -> Result
    ) async throws -> Result {
        var tries = 0
        while true {
            do {
                return try await withConnection { connection in try await transact(connection, body) }
            } catch let error as PostgresError where error.isRetryable && tries < 3 {
                tries += 1
                let longest = 0.02 * Double(1 << tries)
                try await ContinuousClock().sleep(for: .seconds(Double.random(in: 0...longest)))
            }
        }
    }

    private func transact<Result>(
        _ connection: borrowing PostgresConnection,
        _ body: (borrowing PostgresConnection) async throws -> Result
    ) async throws -> Result {
        connection.session.begin()
        // What it throws leaves the transaction open, and the connection's return rolls that back.
        let result: Result
        do {
            result = try await body(connection)
        } catch {
            _ = connection.session.hasBegunNothing()
            throw error
        }
        // Nothing was begun, or the last statement has committed it.
        if connection.session.hasBegunNothing() || connection.session.isIdle { return result }
        // A cancelled commit may have happened or not; so the last moment to heed cancellation is now.
        if Task.isCancelled { throw PostgresError(.cancelled, "cancelled before committing") }
        if connection.session.hasFailedTransaction {
            throw PostgresError(.sql, "a statement failed and its error was not passed on").during(.commit)
        }
        do {
            _ = try await connection.session.runUncancelled(.statement("commit"), timeout: connection.timeout)
        } catch let error as PostgresError {
            throw error.during(.commit)
        }
        return result
    }
}
