import Foundation
import GhostHands
import Postgres
import Store
import TestSupport
import Testing

struct BrokenConnectionTests {
    @Test func `every job is completed and told once though the server keeps ending connections`() async throws {
        try await withDatabase { database in
            let store = Store(pool: database.pool)
            for _ in 0..<40 { try await store.make() }
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await endConnections(of: database) }
                for number in 0..<4 { group.addTask { await work(store, "w\(number)") } }
                try await group.waitForAll()
            }
            // What a lost answer left claimed or running is taken back, as the next start would.
            _ = try await store.jobs.takeBack(workerID: nil)
            try await database.pool.execute("update gh_automation_jobs set run_after = now() where status = 'pending'")
            await work(store, "last")

            let ends = try await database.pool.query(
                """
                select j.status, (
                    select count(*) from gh_job_events e where e.job_id = j.id and e.event_type = 'job_completed'
                ) as events, (
                    select count(*) from gh_callback_outbox o where o.job_id = j.id and o.status = 'completed'
                ) as callbacks
                from gh_automation_jobs j
                """
            )
            #expect(ends.count == 40)
            for row in ends {
                #expect(try row.string("status") == "completed")
                #expect(try row.int("events") == 1)
                #expect(try row.int("callbacks") == 1)
            }
        }
    }

    @Test func `no request becomes two jobs though the server keeps ending connections`() async throws {
        try await withDatabase { database in
            let store = Store(pool: database.pool)
            let told = try await withThrowingTaskGroup(of: UUID?.self) { group in
                group.addTask {
                    try await endConnections(of: database)
                    return nil
                }
                for caller in 0..<16 {
                    group.addTask {
                        var last: UUID?
                        for number in 0..<25 {
                            let job = try? await store.make(["valet_task_id": .string("\(caller)-\(number)")])
                            last = job?.id ?? last
                        }
                        return last
                    }
                }
                return try await group.reduce(into: Set<UUID>()) { all, id in id.map { _ = all.insert($0) } }
            }
            let tasks = try await database.pool.query(
                "select valet_task_id, count(*) as jobs from gh_automation_jobs group by 1 having count(*) > 1"
            )
            #expect(tasks.isEmpty)
            #expect(!told.isEmpty)
            for id in told { #expect(try await store.jobs.find(id) != nil) }
        }
    }

    private func endConnections(of database: DatabaseFixture) async throws {
        var configuration = database.configuration
        configuration.poolSize = 1
        try await withPool(configuration, logger: .silent) { pool in
            for _ in 0..<20 {
                _ = try await pool.query(
                    """
                    select pg_terminate_backend(pid), pg_sleep(0.01) from (
                        select pid from pg_stat_activity
                        where datname = current_database() and pid <> pg_backend_pid()
                            and backend_type = 'client backend'
                        order by random() limit 2
                    ) victims
                    """
                )
            }
        }
    }

    /// Takes and completes jobs until there are none, trying again what a broken connection prevented.
    private func work(_ store: Store, _ worker: String) async {
        while let leases = await insist({ try await store.jobs.claim(workerID: worker, limit: 2) }), !leases.isEmpty {
            for lease in leases {
                _ = await insist { try await store.jobs.start(lease) }
                _ = await insist { try await store.jobs.intendSubmit(lease) == .recorded }
                _ = await insist { try await store.jobs.complete(lease, Sample.result(submitted: true)) }
            }
        }
    }

    private func insist<Result>(_ body: () async throws -> Result) async -> Result? {
        for _ in 0..<20 {
            if let result = try? await body() { return result }
        }
        return nil
    }
}
