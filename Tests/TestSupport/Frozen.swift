import Foundation
import Postgres

extension DatabaseFixture {
    /// Has the processes that serve this database stand still for the time of a closure: they neither answer nor break
    /// their connections, as a machine that hangs.
    ///
    /// - Parameter body: what happens meanwhile; new connections are served.
    /// - Returns: what the closure returns.
    /// - Throws: what the closure throws; when there is none to be stopped.
    public func frozen<Result>(_ body: () async throws -> Result) async throws -> Result {
        let name = try await pool.query("select current_database() as name")[0].string("name")
        var configuration = configuration.database("postgres")
        configuration.poolSize = 1
        let ids = try await withPool(configuration, logger: .silent) { pool in
            try await pool.query("select pid from pg_stat_activity where datname = \(name)").map { try $0.int("pid") }
        }
        guard !ids.isEmpty else { throw DatabaseFixtureError(description: "nobody serves the database") }
        for id in ids { kill(pid_t(id), SIGSTOP) }
        defer { for id in ids { kill(pid_t(id), SIGCONT) } }
        return try await body()
    }
}
