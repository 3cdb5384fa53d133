import Foundation
import GhostHands
import Postgres
import Store
import TestSupport
import Testing

struct RetentionTests {
    /// A job that has ended, a number of days ago, with pictures.
    private func ended(_ store: Store, _ pool: PostgresPool, daysAgo days: Int) async throws -> UUID {
        let (job, lease) = try await store.running()
        #expect(try await store.jobs.complete(lease, Sample.result(submitted: false)) == .completed)
        let own = "screenshots/gh/jobs/\(job.id.uuidString.lowercased())/final.png"
        let pictures: JSON = [.string(own), .string("screenshots/gh/jobs/\(UUID())/final.png"), 7]
        try await pool.execute(
            """
            update gh_automation_jobs set
                screenshot_urls = \(json: pictures.data),
                created_at = now() - make_interval(days => \(days)::int), completed_at = now() - make_interval(days => \(days)::int)
            where id = \(job.id)
            """
        )
        return job.id
    }

    private func deliver(_ store: Store) async throws {
        while case let due = try await store.outbox.claim(limit: 10), !due.isEmpty {
            for callback in due { try await store.outbox.delivered(callback) }
        }
    }

    @Test func `what a callback told is kept to be told again, but for the news of a pause`() async throws {
        try await withStore { store, pool in
            let job = try await ended(store, pool, daysAgo: 0)
            #expect(try await store.outbox.list(jobID: job).allSatisfy { !$0.body.isEmpty })
            try await pool.execute("update gh_callback_outbox set status = 'needs_human' where status = 'running'")
            try await deliver(store)
            let kept = try await store.outbox.list(jobID: job)
            #expect(kept.map(\.state) == ["delivered", "delivered"])
            #expect(kept.map(\.body.isEmpty) == [true, false])
        }
    }

    @Test func `finished jobs go with all that is theirs when their time is over, and nothing else does`() async throws
    {
        try await withStore { store, pool in
            let old = try await ended(store, pool, daysAgo: 91)
            try await deliver(store)
            let untold = try await ended(store, pool, daysAgo: 91)
            let young = try await ended(store, pool, daysAgo: 89)
            let open = try await store.make()
            try await pool.execute(
                "update gh_automation_jobs set created_at = now() - interval '100 days' where id = \(open.id)"
            )
            let found = try await store.retention.ended(olderThan: 90)
            // Only what lies in the job's own folder: rows are written by others, too.
            let own = "screenshots/gh/jobs/\(old.uuidString.lowercased())/final.png"
            #expect(found.map(\.jobID) == [old])
            #expect(found.map(\.files) == [[own]])
            #expect(try await store.retention.forget(found.map(\.jobID) + [open.id]) == 1)
            for id in [untold, young, open.id] { #expect(try await store.jobs.find(id) != nil) }
            #expect(try await store.jobs.find(old) == nil)
            for table in ["select from gh_job_events", "select from gh_callback_outbox"] as [SQL] {
                #expect(try await pool.query("\(table) where job_id = \(old)").isEmpty)
            }
        }
    }

    @Test func `pictures go before their jobs do`() async throws {
        try await withStore { store, pool in
            let old = try await ended(store, pool, daysAgo: 31)
            let young = try await ended(store, pool, daysAgo: 29)
            #expect(try await store.retention.pictured(olderThan: 30).remains.map(\.jobID) == [old])
            try await store.retention.forgetPictures(of: [old])
            #expect(try await store.retention.pictured(olderThan: 30).remains.isEmpty)
            #expect(try await store.get(old).screenshotURLs.isEmpty)
            #expect(try await !store.get(young).screenshotURLs.isEmpty)
        }
    }

    @Test func `pictures of very many jobs are found, some at a time`() async throws {
        try await withStore { store, pool in
            try await pool.execute(
                """
                insert into gh_automation_jobs (
                    user_id, job_type, target_url, task_description, status, created_at, completed_at, screenshot_urls
                )
                select gen_random_uuid(), 'custom', 'https://example.com', 'x', 'failed', now() - interval '40 days',
                    now() - interval '40 days', case when n % 100 = 0 then '["screenshots/x"]'::jsonb else '[]' end
                from generate_series(1, 1000) n
                """
            )
            // As others may write them.
            for time in ["-infinity", "4713-01-01 00:00:00+00 BC"] {
                try await pool.execute(
                    """
                    update gh_automation_jobs set created_at = \(time)::text::timestamptz where id in (
                        select id from gh_automation_jobs where screenshot_urls = '[]' order by created_at desc limit 300
                    )
                    """
                )
            }
            var (found, place): (Set<UUID>, Retention.Place?) = ([], nil)
            repeat {
                let (some, next) = try await store.retention.pictured(olderThan: 30, after: place)
                found.formUnion(some.map(\.jobID))
                place = next
            } while place != nil
            #expect(found.count == 10)
        }
    }

    @Test func `the registry lists the living, and forgets who has been gone for a day`() async throws {
        try await withStore { store, pool in
            for (name, hours) in [("w1", 0), ("idle", 0), ("silent", 0), ("gone", 2), ("long-gone", 25), ("holds", 25)]
            {
                try await store.workers.register(name, maxConcurrent: 1)
                try await pool.execute(
                    """
                    update gh_worker_registry set last_heartbeat = now() - make_interval(hours => \(hours)::int)
                    where worker_id = \(name)
                    """
                )
            }
            try await store.workers.signOff("idle")
            let (job, _) = try await store.running()
            try await pool.execute("update gh_automation_jobs set worker_id = 'holds' where id = \(job.id)")
            #expect(try await Set(store.workers.list().map(\.id)) == ["w1", "silent"])
            #expect(try await store.retention.forgetWorkers() == 1)
            let left = try await pool.query("select worker_id from gh_worker_registry order by 1")
            #expect(try left.map { try $0.string("worker_id") } == ["gone", "holds", "idle", "silent", "w1"])
        }
    }
}
