public import Logging
import NIOConcurrencyHelpers
public import ServiceLifecycle

/// Lends connections, first come first served.
///
/// Connections are made when they are first needed, so the pool works before ``run()`` and without it.
public final class PostgresPool: Service {
    let configuration: PostgresConfiguration
    let logger: Logger
    let box: NIOLockedValueBox<Contents>

    struct Contents: Sendable {
        var state: PoolState<Session>
        var continuations: [UInt64: Waiting] = [:]

        typealias Waiting = CheckedContinuation<PoolState<Session>.Place?, any Error>
    }

    /// A pool that has no connection yet.
    ///
    /// - Parameters:
    ///   - configuration: where to connect, and the bounds.
    ///   - logger: told of connections that could not be made.
    public init(_ configuration: PostgresConfiguration, logger: Logger) {
        self.configuration = configuration
        self.logger = logger
        box = NIOLockedValueBox(
            Contents(
                state: PoolState(limit: configuration.poolSize, maximumWaiters: configuration.maximumWaiters)
            )
        )
    }

    /// Waits for the end of the service and closes the pool then.
    ///
    /// - Throws: never; the protocol wants it said.
    public func run() async throws {
        try? await gracefulShutdown()
        close()
    }

    /// Refuses further callers, turns away those who wait, and closes idle connections; lent ones close on return.
    public func close() {
        let waiting = box.withLockedValue { contents in
            contents.state.close().compactMap { contents.continuations.removeValue(forKey: $0) }
        }
        for continuation in waiting { continuation.resume(throwing: PostgresError.poolIsClosed) }
    }

    /// Runs one statement and reads its rows.
    ///
    /// - Parameter sql: the statement.
    /// - Returns: the rows, none for a statement that returns none.
    /// - Throws: ``PostgresError`` when there is no connection or the statement fails.
    public func query(_ sql: SQL) async throws -> [Row] {
        try await withConnection { connection in try await connection.query(sql) }
    }

    /// Runs one statement and counts the rows it touched.
    ///
    /// - Parameter sql: the statement.
    /// - Returns: how many rows it touched.
    /// - Throws: ``PostgresError`` when there is no connection or the statement fails.
    @discardableResult
    public func execute(_ sql: SQL) async throws -> Int {
        try await withConnection { connection in try await connection.execute(sql) }
    }
}

/// Has a pool for the time of a closure.
///
/// - Parameters:
///   - configuration: where to connect, and the bounds.
///   - logger: told of connections that could not be made.
///   - body: what is to be done with it.
/// - Returns: what the closure returns.
/// - Throws: what the closure throws.
public func withPool<Result>(
    _ configuration: PostgresConfiguration,
    logger: Logger,
    _ body: (PostgresPool) async throws -> Result
) async throws -> Result {
    let pool = PostgresPool(configuration, logger: logger)
    defer { pool.close() }
    return try await body(pool)
}
