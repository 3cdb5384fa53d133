import Foundation
import GhostHands
import Postgres
import TestSupport
import Testing

@testable import Store

/// What is the database's own state, told by SQLSTATE in whatever language the server speaks.
struct OutageTests {
    @Test(arguments: [
        ("25006", Outage.readOnly), ("53100", .full), ("53200", .full), ("53300", .crowded), ("55P03", .locked),
        ("40P01", .locked), ("57014", .slow), ("57P01", .away), ("08006", .away), ("42501", .unfit), ("42P01", .unfit),
        ("58030", .broken), ("XX001", .broken),
    ])
    func `the server's code tells, and not its words`(state: String, expected: Outage) async throws {
        try await withEmptyDatabase { database in
            let script = "do $$ begin raise exception 'Das sagt niemandem etwas' using errcode = '\(state)'; end $$"
            let error = await #expect(throws: PostgresError.self) {
                try await database.pool.withConnection { connection in
                    try await connection.execute(script: script, timeout: .seconds(10))
                }
            }
            #expect(error.flatMap(Outage.init) == expected)
        }
    }

    @Test func `a fault of ours is no outage`() async throws {
        try await withEmptyDatabase { database in
            for statement in ["no statement" as SQL, "select 1/0", "select 'x'::int"] {
                let error = await #expect(throws: PostgresError.self) { try await database.pool.query(statement) }
                #expect(error.map { Outage($0) == nil } == true)
            }
            // Not supported, like a plan that has changed, but by another routine.
            let other = await #expect(throws: PostgresError.self) {
                try await database.pool.query("select count(*) from pg_class for update")
            }
            #expect(other.map { Outage($0) == nil } == true, "\(String(describing: other))")
        }
    }

    @Test func `those who wait for a write together hear at once that the database is away`() async throws {
        let away = try await unreachable()
        let gate = AsyncStream<Void>.makeStream()
        let commit = GroupCommit<Int, Int> { items in
            if items == [1] {
                for await _ in gate.stream {}
                throw away
            }
            return items
        }
        await withTaskGroup(of: Bool.self) { group in
            group.addTask { (try? await commit(1)) == nil }
            try? await eventually("the first leads") { commit.isLed }
            for item in 2...9 { group.addTask { (try? await commit(item)) == nil } }
            try? await eventually("eight wait") { commit.waiting == 8 }
            gate.continuation.finish()
            for await hasFailed in group { #expect(hasFailed) }
        }
        #expect(try await commit(10) == 10)
    }

    private func unreachable() async throws -> PostgresError {
        let configuration = try PostgresConfiguration(url: "host=/nowhere dbname=x user=y")
        return try await withPool(configuration, logger: .silent) { pool in
            try #require(await #expect(throws: PostgresError.self) { try await pool.query("select 1") })
        }
    }
}
