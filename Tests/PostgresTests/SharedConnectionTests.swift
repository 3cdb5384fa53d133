import Foundation
import Postgres
import TestSupport
import Testing

/// Connections that many callers share when they come at once.
struct SharedConnectionTests {
    /// Holds so many connections that what comes now shares connections.
    private func crowded(_ pool: PostgresPool, _ body: () async throws -> Void) async throws {
        try await pool.withConnection { _ in
            try await pool.withConnection { _ in
                try await pool.withConnection { _ in
                    try await pool.withConnection { _ in try await body() }
                }
            }
        }
    }

    private static func columns(_ row: Row) -> Int {
        ["a", "b"].count { name in (try? row.stringOrNil(name) ?? "null") != nil }
    }

    @Test func `a crowd shares two connections, and each has its own answer`() async throws {
        try await withEmptyDatabase(poolSize: 8) { database in
            let pool = database.pool
            try await crowded(pool) {
                let answers = try await withThrowingTaskGroup(of: (Int, Int, Int).self) { group in
                    for number in 0..<300 {
                        group.addTask {
                            let row = try await pool.query("select \(number)::bigint as n, pg_backend_pid() as pid")[0]
                            return (number, try row.int("n"), try row.int("pid"))
                        }
                    }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                #expect(answers.allSatisfy { $0.0 == $0.1 })
                #expect(answers.count == 300)
                #expect((1...2).contains(Set(answers.map(\.2)).count))
            }
        }
    }

    @Test func `one that fails leaves the others alone, the first time and prepared`() async throws {
        try await withEmptyDatabase(poolSize: 8) { database in
            let pool = database.pool
            try await pool.execute("create table t (n bigint primary key)")
            try await crowded(pool) {
                for round in 0..<4 {
                    let outcomes = await withTaskGroup(of: Bool.self) { group in
                        for number in 0..<40 {
                            group.addTask {
                                // Half of them divide by nothing, and one statement is none at all.
                                let isSQL = number != 7
                                let done =
                                    isSQL
                                    ? try? await pool.execute(
                                        "insert into t values (\(round * 100 + number) / \(number % 2))"
                                    )
                                    : try? await pool.execute("no statement of any kind")
                                return (done == 1) == (isSQL && number % 2 == 1)
                            }
                        }
                        return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
                    }
                    #expect(outcomes == 40)
                }
                let count = try await pool.query("select count(*) as n from t")
                #expect(try count[0].int("n") == 4 * 19)
            }
        }
    }

    @Test func `a shared connection that was ended is made anew`() async throws {
        try await withEmptyDatabase(poolSize: 8) { database in
            let pool = database.pool
            try await crowded(pool) {
                for _ in 0..<3 { _ = try await pool.query("select 1") }
                let lost = await #expect(throws: PostgresError.self) {
                    try await pool.query("select pg_terminate_backend(pg_backend_pid())")
                }
                #expect(lost?.code == .connectionLost)
                for _ in 0..<4 { #expect(try await pool.query("select 1").count == 1) }
            }
        }
    }

    @Test func `a cancelled caller goes at once and the next have their answers`() async throws {
        try await withEmptyDatabase(poolSize: 8) { database in
            let pool = database.pool
            try await crowded(pool) {
                let begun = ContinuousClock.now
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask {
                        let error = await #expect(throws: PostgresError.self) {
                            try await pool.query("select pg_sleep(60)")
                        }
                        #expect(error?.code == .cancelled)
                    }
                    group.cancelAll()
                    try await group.waitForAll()
                }
                #expect(.now - begun < .seconds(20))
                for number in 0..<4 {
                    #expect(try await pool.query("select \(number)::bigint as n")[0].int("n") == number)
                }
            }
        }
    }

    @Test(arguments: [true, false]) func `a statement outlives a change of its table`(isCrowded: Bool) async throws {
        try await withEmptyDatabase(poolSize: 8) { database in
            let pool = database.pool
            try await pool.execute("create table t (a bigint)")
            try await pool.execute("insert into t values (1)")
            let read = { () async throws -> Int in
                Self.columns(try await pool.query("select * from t where a = \(1)")[0])
            }
            let body = { () async throws -> Void in
                for _ in 0..<3 { #expect(try await read() == 1) }
                try await pool.execute("alter table t add column b bigint")
                for _ in 0..<2 { #expect(try await read() == 2) }
                try await pool.execute("deallocate all")
                for _ in 0..<2 { #expect(try await read() == 2) }
            }
            if isCrowded { try await crowded(pool, body) } else { try await body() }
        }
    }

    @Test func `a transaction whose statement must be prepared anew is begun again`() async throws {
        try await withEmptyDatabase(poolSize: 1) { database in
            let pool = database.pool
            try await pool.execute("create table t (a bigint)")
            try await pool.execute("insert into t values (1)")
            func read() async throws -> Int {
                try await pool.withTransaction { connection in
                    Self.columns(try await connection.query("select * from t where a = \(1)")[0])
                }
            }
            for _ in 0..<3 { #expect(try await read() == 1) }
            try await pool.execute("alter table t add column b bigint")
            #expect(try await read() == 2)
        }
    }

    @Test func `nothing is prepared where a pooler would lose it`() async throws {
        try await withEmptyDatabase { database in
            for isPooled in [false, true] {
                var configuration = database.configuration
                configuration.poolSize = 1
                configuration.hasTransactionPooler = isPooled
                try await withPool(configuration, logger: .silent) { pool in
                    for _ in 0..<3 { _ = try await pool.query("select 7 as n") }
                    let known = try await pool.query(
                        "select statement from pg_prepared_statements where statement like 'select 7%'"
                    )
                    #expect(known.count == (isPooled ? 0 : 1))
                }
            }
        }
    }
}
