import Foundation
import GhostHands
import Postgres
import Store
import TestSupport
import Testing

struct WorkersTests {
    @Test func `the worker that started last works on when an older one of its name signs off`() async throws {
        try await withStore { store, _ in
            let (old, new) = (UUID(), UUID())
            try await store.workers.register("w1", as: old, maxConcurrent: 1)
            #expect(try await store.workers.heartbeat("w1", [], as: old).standing == .active)
            try await store.workers.register("w1", as: new, maxConcurrent: 2)
            #expect(try await store.workers.heartbeat("w1", [], as: old).standing == .replaced)
            try await store.workers.drain("w1", as: old)
            try await store.workers.signOff("w1", as: old)
            #expect(try await store.workers.heartbeat("w1", [], as: new).standing == .active)
            #expect(try await store.workers.list().map(\.status) == ["active"])
        }
    }

    @Test(arguments: [true, false])
    func `a replaced worker takes its name back when the other has gone`(signsOff: Bool) async throws {
        try await withStore { store, pool in
            let (old, new) = (UUID(), UUID())
            try await store.workers.register("w1", as: old, maxConcurrent: 1)
            try await store.workers.register("w1", as: new, maxConcurrent: 1)
            #expect(try await store.workers.heartbeat("w1", [], as: old).standing == .replaced)
            if signsOff {
                try await store.workers.signOff("w1", as: new)
            } else {
                try await pool.execute("update gh_worker_registry set last_heartbeat = now() - interval '121 seconds'")
            }
            #expect(try await store.workers.heartbeat("w1", [], as: old).standing == .active)
            #expect(try await store.workers.heartbeat("w1", [], as: new).standing == .replaced)
        }
    }

    @Test func `a worker that was taken out of service stays so, and one that nobody knows is told`() async throws {
        try await withStore { store, pool in
            let process = UUID()
            #expect(try await store.workers.heartbeat("w1", [], as: process).standing == .unknown)
            try await store.workers.register("w1", as: process, maxConcurrent: 1)
            _ = try await store.workers.deregister("w1")
            #expect(try await store.workers.heartbeat("w1", [], as: process).standing == .draining)
            try await pool.execute("update gh_worker_registry set last_heartbeat = now() - interval '121 seconds'")
            _ = try await store.workers.deregister("w1")
            #expect(try await store.workers.heartbeat("w1", [], as: process).standing == .offline)
        }
    }

    @Test func `a submit waits for a row that somebody holds for long, and is then recorded`() async throws {
        try await withDatabase { database in
            let (job, lease) = try await Store(pool: database.pool).running()
            var configuration = database.configuration
            configuration.lockTimeout = .milliseconds(500)
            try await withPool(configuration, logger: .silent) { impatient in
                let store = Store(pool: impatient)
                try await withThrowingTaskGroup(of: Jobs.Intent.self) { group in
                    try await database.pool.withTransaction { connection in
                        _ = try await connection.query("select from gh_automation_jobs where id = \(job.id) for update")
                        group.addTask { try await store.jobs.intendSubmit(lease) }
                        var tries: Set<String> = []
                        try await eventually("it is tried again") {
                            let waiting = try await database.pool.query(
                                """
                                select query_start::text as begin from pg_stat_activity
                                where datname = current_database() and wait_event_type = 'Lock'
                                """
                            )
                            for row in waiting { tries.insert(try row.string("begin")) }
                            return tries.count > 1
                        }
                    }
                    #expect(try await group.next() == .recorded)
                }
            }
        }
    }

    /// The rows that a session of somebody else's holds, as an operator's forgotten transaction.
    private static let locks: [SQL] = [
        "select from gh_automation_jobs where target_url = 'https://jobs.example.com/locked' for update",
        "select from gh_worker_registry for update",
        """
        select from gh_automation_jobs j, gh_worker_registry w
        where target_url = 'https://jobs.example.com/locked' for update
        """,
    ]

    @Test(arguments: locks.indices)
    func `a lock that somebody holds ends no lease, and keeps no other from being confirmed`(index: Int) async throws {
        try await withStore { store, pool in
            let process = UUID()
            try await store.workers.register("w1", as: process, maxConcurrent: 2)
            let (locked, one) = try await store.running(["target_url": "https://jobs.example.com/locked"])
            let (_, other) = try await store.running()
            try await pool.execute("update gh_automation_jobs set last_heartbeat = now() - interval '1 hour'")
            try await pool.withTransaction { connection in
                _ = try await connection.query(Self.locks[index])
                let pulse = try await store.workers.heartbeat("w1", [one, other], as: process)
                #expect(pulse.standing == .active)
                #expect(pulse.alive == [one, other])
                let fresh = try await pool.query(
                    "select id from gh_automation_jobs where last_heartbeat > now() - interval '1 minute' order by id"
                )
                let expected = index == 1 ? [one, other] : [other]
                #expect(try Set(fresh.map { try $0.uuid("id") }) == Set(expected.map(\.jobID)))
                #expect(try await store.jobs.complete(other, Sample.result(submitted: false)) == .completed)
            }
            // The lock is gone before the next sign of life: others look, and leave the job alone.
            if index == 0 {
                #expect(try await store.jobs.rescue(staleAfter: .seconds(120)).isEmpty)
                #expect(try await store.get(locked.id).status == .running)
                try await pool.execute("update gh_worker_registry set last_heartbeat = now() - interval '1 hour'")
                #expect(try await store.jobs.rescue(staleAfter: .seconds(120)).map(\.jobID) == [locked.id])
            }
        }
    }
}
