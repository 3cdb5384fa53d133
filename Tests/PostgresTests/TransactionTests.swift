import Foundation
import NIOConcurrencyHelpers
import Postgres
import TestSupport
import Testing

struct TransactionTests {
    private struct Refused: Error {}

    @Test func `what throws is rolled back and thrown as it is`() async throws {
        try await withEmptyDatabase(poolSize: 1) { database in
            try await database.pool.execute("create table t (n int primary key)")
            await #expect(throws: Refused.self) {
                try await database.pool.withTransaction { connection in
                    try await connection.execute("insert into t values (1)")
                    throw Refused()
                }
            }
            let twice = await #expect(throws: PostgresError.self) {
                try await database.pool.withTransaction { connection in
                    try await connection.execute("insert into t values (2)")
                    try await connection.execute("insert into t values (2)")
                }
            }
            #expect(twice?.sqlState == "23505")
            #expect(twice?.constraint == "t_pkey")
            #expect(twice?.phase == nil)
            #expect(try await database.pool.query("select * from t").isEmpty)
        }
    }

    @Test func `a failure at commit is told as such`() async throws {
        try await withEmptyDatabase { database in
            try await database.pool.execute(
                "create table t (n int unique deferrable initially deferred)"
            )
            let error = await #expect(throws: PostgresError.self) {
                try await database.pool.withTransaction { connection in
                    try await connection.execute("insert into t values (1), (1)")
                }
            }
            #expect(error?.phase == .commit)
            #expect(error?.sqlState == "23505")
        }
    }

    @Test func `an error that the body kept to itself does not commit in silence`() async throws {
        try await withEmptyDatabase { database in
            let error = await #expect(throws: PostgresError.self) {
                try await database.pool.withTransaction { connection in
                    _ = try? await connection.query("select 1/0")
                }
            }
            #expect(error?.phase == .commit)
        }
    }

    @Test func `the last statement goes with its commit, and falls with it`() async throws {
        try await withEmptyDatabase(poolSize: 1) { database in
            try await database.pool.execute("create table t (n int unique deferrable initially deferred)")
            for _ in 0..<3 {
                try await database.pool.withTransaction { connection in
                    try await connection.execute("delete from t")
                    try await connection.commit(with: "insert into t values (\(7))")
                }
            }
            // The first and the last statement at once.
            try await database.pool.withTransaction { try await $0.commit(with: "insert into t values (\(8))") }
            for statement: SQL in ["insert into t values (1 / (select 0))", "insert into t values (9), (9)"] {
                let error = await #expect(throws: PostgresError.self) {
                    try await database.pool.withTransaction { connection in
                        try await connection.execute("insert into t values (10)")
                        try await connection.commit(with: statement)
                    }
                }
                #expect(error?.sqlState != nil)
                #expect(error?.phase == nil)
            }
            let kept = try await database.pool.query("select n from t order by n").map { try $0.int("n") }
            #expect(kept == [7, 8])
        }
    }

    @Test func `a deadlock is tried again`() async throws {
        try await withEmptyDatabase { database in
            try await database.pool.execute("create table t (n int primary key, v int not null default 0)")
            try await database.pool.execute("insert into t values (1), (2)")
            let tries = NIOLockedValueBox(0)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (first, second) in [(1, 2), (2, 1), (1, 2), (2, 1)] {
                    group.addTask {
                        try await database.pool.withTransaction { connection in
                            tries.withLockedValue { $0 += 1 }
                            try await connection.execute("set local deadlock_timeout = '20ms'")
                            try await connection.execute("update t set v = v + 1 where n = \(first)")
                            _ = try await connection.query("select pg_sleep(0.03)")
                            try await connection.execute("update t set v = v + 1 where n = \(second)")
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await database.pool.query("select * from t where v = 4").count == 2)
            #expect(tries.withLockedValue { $0 } > 4)
        }
    }

    @Test func `a transaction left open is rolled back when its connection comes back`() async throws {
        try await withEmptyDatabase(poolSize: 1) { database in
            try await database.pool.execute("create table t (n int)")
            try await database.pool.withConnection { connection in
                try await connection.execute("begin")
                try await connection.execute("insert into t values (1)")
            }
            #expect(try await database.pool.query("select * from t").isEmpty)
        }
    }

    @Test func `a script runs all its statements or none`() async throws {
        try await withEmptyDatabase { database in
            let error = await #expect(throws: PostgresError.self) {
                try await database.pool.withConnection { connection in
                    try await connection.execute(
                        script: "create table a (n int); create table b (n int); select 1/0;",
                        timeout: .seconds(5)
                    )
                }
            }
            #expect(error?.sqlState == "22012")
            let left = try await database.pool.query("select from pg_class where relname in ('a', 'b')")
            #expect(left.isEmpty)
        }
    }
}
