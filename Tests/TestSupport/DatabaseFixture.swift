import Foundation
public import Logging
public import Postgres
import Store

/// A database of a test's own, with the whole schema, gone when the test is over.
public struct DatabaseFixture: Sendable {
    /// A pool of connections to it.
    public let pool: PostgresPool
    /// Where it is, for further pools.
    public let configuration: PostgresConfiguration
    /// The same as a connection string.
    public let url: String
}

/// Why a test has no database.
public struct DatabaseFixtureError: Error, CustomStringConvertible {
    /// A sentence for the person who runs the tests.
    public let description: String
}

/// Runs a test with a database of its own, copied from a migrated template.
///
/// - Parameters:
///   - poolSize: how many connections the test may have at once.
///   - body: the test.
/// - Returns: what the test returns.
/// - Throws: what the test throws; `DatabaseFixtureError` when there is no cluster to make databases in.
public func withDatabase<Result>(
    poolSize: Int = 10,
    _ body: (DatabaseFixture) async throws -> Result
) async throws -> Result {
    try await withFreshDatabase(migrated: true, poolSize: poolSize, body)
}

/// Runs a test with an empty database of its own.
///
/// - Parameters:
///   - poolSize: how many connections the test may have at once.
///   - body: the test.
/// - Returns: what the test returns.
/// - Throws: what the test throws; `DatabaseFixtureError` when there is no cluster to make databases in.
public func withEmptyDatabase<Result>(
    poolSize: Int = 10,
    _ body: (DatabaseFixture) async throws -> Result
) async throws -> Result {
    try await withFreshDatabase(migrated: false, poolSize: poolSize, body)
}

private func withFreshDatabase<Result>(
    migrated: Bool,
    poolSize: Int,
    _ body: (DatabaseFixture) async throws -> Result
) async throws -> Result {
    guard let url = ProcessInfo.processInfo.environment["GH_TEST_DATABASE_URL"] else {
        throw DatabaseFixtureError(
            description: "These tests need PostgreSQL: run them with scripts/check, which starts one of their own."
        )
    }
    let name = "gh_test_" + UUID().uuidString.lowercased().replacing("-", with: "")
    let cluster = try ClusterFixture(url: url)
    try await cluster.create(name, migrated: migrated)
    let configuration = try PostgresConfiguration(url: url, applicationName: name, poolSize: poolSize).database(name)
    do {
        let result = try await withPool(configuration, logger: .silent) { pool in
            try await body(DatabaseFixture(pool: pool, configuration: configuration, url: cluster.url(of: name)))
        }
        try await cluster.drop(name)
        return result
    } catch {
        try await cluster.drop(name)
        throw error
    }
}

extension Logger {
    /// A logger that says nothing.
    public static var silent: Logger { Logger(label: "test") { _ in SwiftLogNoOpLogHandler() } }
}

/// The cluster in which databases are made, reached through its `postgres` database.
private struct ClusterFixture {
    private static let template = "gh_test_template"

    private let configuration: PostgresConfiguration
    private let url: String

    init(url: String) throws {
        self.url = url
        var configuration = try PostgresConfiguration(
            url: url,
            applicationName: "gh_test_admin",
            poolSize: 1,
            statementTimeout: .seconds(60)
        )
        configuration.lockTimeout = .seconds(60)
        self.configuration = configuration
    }

    /// The cluster's connection string, a URL or conninfo, with another database.
    func url(of name: String) -> String {
        guard url.contains("://"), var parts = URLComponents(string: url) else { return "\(url) dbname=\(name)" }
        parts.path = "/" + name
        return parts.string ?? url
    }

    func create(_ name: String, migrated: Bool) async throws {
        try await withPool(configuration, logger: .silent) { pool in
            try await pool.withConnection { connection in
                if migrated { try await prepareTemplate(connection) }
                let source = migrated ? ClusterFixture.template : "template0"
                // Nothing of a test's database need outlive a crash: its files are copied, and not each page logged.
                try await run("create database \(name) template \(source) strategy file_copy", connection)
            }
        }
    }

    func drop(_ name: String) async throws {
        try await withPool(configuration, logger: .silent) { pool in
            // A stream of changes that is just ending would keep the database.
            _ = try await pool.query(
                """
                select pg_terminate_backend(active_pid, 5000) from pg_replication_slots
                where database = \(name) and active_pid is not null
                """
            )
            try await pool.withConnection { connection in
                try await run("drop database if exists \(name) with (force)", connection)
            }
        }
    }

    /// Makes the template once for all tests of all processes: who comes first does it, the others wait.
    private func prepareTemplate(_ connection: borrowing PostgresConnection) async throws {
        try await run("select pg_advisory_lock(42)", connection)
        let known = try await connection.query("select from pg_database where datname = \(ClusterFixture.template)")
        if known.isEmpty {
            let draft = ClusterFixture.template + "_draft"
            try await run("drop database if exists \(draft) with (force)", connection)
            try await run("create database \(draft) template template0", connection)
            try await migrate(draft)
            try await run("alter database \(draft) rename to \(ClusterFixture.template)", connection)
        }
        try await run("select pg_advisory_unlock(42)", connection)
    }

    private func migrate(_ name: String) async throws {
        _ = try await withPool(configuration.database(name), logger: .silent) { pool in
            try await Store(pool: pool).migrate(log: .silent)
        }
        // The pool's connection may still be saying good-bye, and a database in use cannot be renamed.
        try await withPool(configuration, logger: .silent) { pool in
            _ = try await pool.query(
                "select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = \(name)"
            )
        }
    }

    private func run(_ script: String, _ connection: borrowing PostgresConnection) async throws {
        try await connection.execute(script: script, timeout: .seconds(60))
    }
}
