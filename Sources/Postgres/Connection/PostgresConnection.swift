import CPostgres

/// A connection lent by the pool for the time of a closure; it cannot be kept.
public struct PostgresConnection: ~Copyable, Sendable {
    let session: Session
    /// How long a statement may take.
    let longest: Duration
    /// When the borrower must be done with all of them.
    let deadline: ContinuousClock.Instant?

    /// How long the next statement may take: a second at least, for its place was waited for.
    var timeout: Duration { deadline.map { min(longest, max(.seconds(1), $0 - .now)) } ?? longest }

    /// The number of the server's process that the connection was announced with; where a pooler stands between it is not
    /// that of the process which answers.
    public var announcedProcessID: Int { Int(PQbackendPID(session.connection.handle)) }

    /// Runs one statement and reads its rows.
    ///
    /// - Parameter sql: the statement.
    /// - Returns: the rows, none for a statement that returns none.
    /// - Throws: ``PostgresError`` when the statement fails, takes too long, or the task is cancelled.
    public func query(_ sql: SQL) async throws -> [Row] {
        try await session.run(.statement(sql), timeout: timeout).rows
    }

    /// Runs one statement and counts the rows it touched.
    ///
    /// - Parameter sql: the statement.
    /// - Returns: how many rows it touched.
    /// - Throws: ``PostgresError`` when the statement fails, takes too long, or the task is cancelled.
    @discardableResult
    public func execute(_ sql: SQL) async throws -> Int {
        try await session.run(.statement(sql), timeout: timeout).affected
    }

    /// Runs the last statements of a transaction and commits it, in one round trip.
    ///
    /// Only in the closure of a transaction, which is over then. Once sent, it is seen through: a cancelled commit may
    /// have happened or not.
    ///
    /// - Parameters:
    ///   - sql: the first of them.
    ///   - others: those after it.
    /// - Throws: ``PostgresError`` when a statement or the commit fails, and nothing of the transaction is kept; or,
    ///   with its ``PostgresError/phase`` set, when nobody knows.
    public func commit(with sql: SQL, _ others: SQL...) async throws {
        if Task.isCancelled { throw PostgresError(.cancelled, "cancelled before committing") }
        do {
            let following = (others + ["commit"]).map(Statement.init)
            _ = try await session.runUncancelled(.statement(sql), timeout: timeout, following: following)
        } catch let error as PostgresError where error.sqlState == nil {
            throw error.during(.commit)
        }
    }

    /// Runs any number of statements without values, separated by semicolons: a migration.
    ///
    /// - Parameters:
    ///   - script: the statements; they form one transaction unless they say otherwise.
    ///   - timeout: how long they may take together; the server's `statement_timeout` counts for each as well.
    /// - Throws: ``PostgresError`` of the first statement that fails, or when they take too long.
    public func execute(script: String, timeout: Duration) async throws {
        _ = try await session.run(.script(script), timeout: timeout)
    }
}
