import Foundation
import Logging
import Postgres
import ServiceLifecycle
import TestSupport
import Testing

struct PoolTests {
    @Test func `forty callers share three connections`() async throws {
        try await withEmptyDatabase(poolSize: 3) { database in
            let pids = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<40 {
                    group.addTask {
                        let rows = try await database.pool.query("select pg_backend_pid() as pid, pg_sleep(0.002)")
                        return try rows[0].int("pid")
                    }
                }
                return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
            }
            #expect((1...3).contains(pids.count))
        }
    }

    @Test func `a caller that waits too long is turned away and the pool goes on`() async throws {
        try await withEmptyDatabase { database in
            var configuration = database.configuration
            configuration.poolSize = 1
            configuration.acquireTimeout = .milliseconds(100)
            try await withPool(configuration, logger: .silent) { pool in
                try await pool.withConnection { _ in
                    let error = await #expect(throws: PostgresError.self) { try await pool.query("select 1") }
                    #expect(error?.code == .poolExhausted)
                }
                #expect(try await pool.query("select 1").count == 1)
            }
        }
    }

    @Test func `connections ended by the server are replaced`() async throws {
        try await withEmptyDatabase(poolSize: 2) { database in
            let pool = database.pool
            _ = try await pool.query("select 1")
            let other = try await pool.withConnection { connection in
                // Ends every connection of the pool but the one that asks.
                _ = try await pool.query("select 1")
                return try await connection.query(
                    """
                    select count(pg_terminate_backend(pid, 5000)) as ended from pg_stat_activity
                    where datname = current_database() and pid <> pg_backend_pid()
                        and backend_type = 'client backend'
                    """
                )
            }
            #expect(try other[0].int("ended") == 1)
            for _ in 0..<4 { #expect(try await pool.query("select 1").count == 1) }

            let lost = await #expect(throws: PostgresError.self) {
                try await pool.query("select pg_terminate_backend(pg_backend_pid())")
            }
            #expect(lost?.code == .connectionLost)
            #expect(try await pool.query("select 1").count == 1)
        }
    }

    @Test func `a cancelled task stops its statement and leaves the connection of use`() async throws {
        try await withEmptyDatabase(poolSize: 1) { database in
            let pid = try await database.pool.query("select pg_backend_pid() as pid")[0].int("pid")
            let start = ContinuousClock.now
            await withTaskGroup(of: PostgresError?.self) { group in
                group.addTask {
                    do {
                        _ = try await database.pool.query("select pg_sleep(8)")
                        return nil
                    } catch { return error as? PostgresError }
                }
                // Watch from outside until the statement really runs.
                await untilSleeping(database)
                group.cancelAll()
                #expect(await group.next()??.code == .cancelled)
            }
            #expect(ContinuousClock.now - start < .seconds(5))
            #expect(try await database.pool.query("select pg_backend_pid() as pid")[0].int("pid") == pid)
        }
    }

    private func untilSleeping(_ database: DatabaseFixture) async {
        _ = try? await withPool(database.configuration, logger: .silent) { watcher in
            while try await watcher.query(
                "select 1 from pg_stat_activity where wait_event = 'PgSleep' and datname = current_database()"
            ).isEmpty {}
        }
    }

    @Test func `a cancelled caller that waits in line gives up its place`() async throws {
        try await withEmptyDatabase(poolSize: 1) { database in
            try await database.pool.withConnection { _ in
                await withTaskGroup(of: PostgresError.Code?.self) { group in
                    group.addTask {
                        do {
                            _ = try await database.pool.query("select 1")
                            return nil
                        } catch { return (error as? PostgresError)?.code }
                    }
                    group.cancelAll()
                    #expect(await group.next() == .cancelled)
                }
            }
            #expect(try await database.pool.query("select 1").count == 1)
        }
    }

    @Test func `the server's time limit ends a statement`() async throws {
        try await withEmptyDatabase { database in
            var configuration = database.configuration
            configuration.statementTimeout = .milliseconds(50)
            try await withPool(configuration, logger: .silent) { pool in
                let error = await #expect(throws: PostgresError.self) { try await pool.query("select pg_sleep(5)") }
                #expect(error?.code == .timedOut)
                let next = try await pool.query("select 1")
                #expect(next.count == 1)
            }
        }
    }

    @Test func `a closed pool turns everybody away, and graceful shutdown closes it`() async throws {
        try await withEmptyDatabase { database in
            let pool = PostgresPool(database.configuration, logger: .silent)
            #expect(try await pool.query("select 1").count == 1)
            let group = ServiceGroup(services: [pool], logger: .silent)
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                tasks.addTask { try await group.run() }
                await group.triggerGracefulShutdown()
                try await tasks.waitForAll()
            }
            let error = await #expect(throws: PostgresError.self) { try await pool.query("select 1") }
            #expect(error?.code == .poolClosed)
        }
    }

    @Test func `a server that is not there is an error at once, and the next try waits a little`() async throws {
        let configuration = try PostgresConfiguration(
            url: "host=/nonexistent dbname=x user=y",
            acquireTimeout: .milliseconds(300)
        )
        try await withPool(configuration, logger: .silent) { pool in
            for _ in 0..<4 {
                let error = await #expect(throws: PostgresError.self) { try await pool.query("select 1") }
                #expect(error?.code == .unreachable)
            }
        }
    }
}
