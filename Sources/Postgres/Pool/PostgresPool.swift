public import Logging
public import ServiceLifecycle
import Waiting

/// Lends connections, first come first served; single statements share a few of them when many come at once.
///
/// Connections are made when they are first needed, so the pool works before ``run()`` and without it.
public final class PostgresPool: Service {
    let configuration: PostgresConfiguration
    let logger: Logger
    /// Who has which connection, and who waits for one; a caller that is told nil was cancelled.
    let places: Waiters<PoolState<Session>, PoolState<Session>.Place?>
    /// The shared connections, for single statements when many come at once; a small pool has none.
    private let shared: [SharedConnection]

    /// When at least so many connections are lent, single statements use the shared connections.
    private static let crowd = 4
    private static let laneCount = 2

    /// A pool that has no connection yet.
    ///
    /// - Parameters:
    ///   - configuration: where to connect, and the bounds.
    ///   - logger: told of connections that could not be made.
    public init(_ configuration: PostgresConfiguration, logger: Logger) {
        self.configuration = configuration
        self.logger = logger
        let count = configuration.poolSize > Self.crowd + Self.laneCount ? Self.laneCount : 0
        shared = (0..<count).map { _ in SharedConnection(configuration) }
        places = Waiters(
            PoolState(limit: configuration.poolSize - count, maximumWaiters: configuration.maximumWaiters)
        )
    }

    /// How it stands now.
    public var standing: PoolStanding { places.change { $0.state.standing } }

    /// Waits for the end of the service and closes the pool then.
    ///
    /// - Throws: never; the protocol ``Service`` declares it.
    public func run() async throws {
        try? await gracefulShutdown()
        close()
    }

    /// Refuses further callers, turns away those who wait, and closes idle connections; lent ones close on return.
    public func close() {
        places.change { room in
            room.state.close()
            room.answerAll(.failure(PostgresError.poolIsClosed))
        }
        for connection in shared { connection.close() }
    }

    /// Runs one statement and reads its rows.
    ///
    /// - Parameter sql: the statement.
    /// - Returns: the rows, none for a statement that returns none.
    /// - Throws: ``PostgresError`` when there is no connection or the statement fails.
    public func query(_ sql: SQL) async throws -> [Row] { try await run(sql).rows }

    /// Runs one statement and counts the rows it touched.
    ///
    /// - Parameter sql: the statement.
    /// - Returns: how many rows it touched.
    /// - Throws: ``PostgresError`` when there is no connection or the statement fails.
    @discardableResult
    public func execute(_ sql: SQL) async throws -> Int { try await run(sql).affected }

    /// Runs one statement on a connection of its own, or in a crowd on one that many share.
    private func run(_ sql: SQL) async throws -> Answer {
        let statement = Statement(sql)
        let isBusy = places.change { $0.state.isBusy(from: Self.crowd) }
        if isBusy, let connection = shared.min(by: { $0.load < $1.load }) {
            return try await connection.run(statement, within: min(Self.limit ?? statementDeadline, statementDeadline))
        }
        return try await withConnection { connection in
            try await connection.session.run(.statement(statement), timeout: connection.timeout)
        }
    }

    /// How long a caller of this task has for a statement or a transaction, place and answer together; nil for as long as
    /// the configuration says.
    @TaskLocal static var limit: Duration?

    /// Has everything that is asked of databases meanwhile answered within a time, or refused as timed out: for callers
    /// who are better told soon.
    ///
    /// - Parameters:
    ///   - limit: how long a statement or a transaction may take, the wait for a connection counted; what has waited for
    ///     one for long gets a second more.
    ///   - body: what asks.
    /// - Returns: what the closure returns.
    /// - Throws: what the closure throws.
    public static func within<Result>(_ limit: Duration, _ body: () async throws -> Result) async rethrows -> Result {
        try await $limit.withValue(limit) { try await body() }
    }
}

/// Opens a pool for the time of a closure.
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
