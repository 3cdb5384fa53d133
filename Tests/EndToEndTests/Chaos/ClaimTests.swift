import Foundation
import Postgres
import TestSupport
import Testing

/// Many processes on one queue.
@Suite(.serialized) struct ClaimTests {
    @Test func `ten thousand jobs are each taken once by four worker processes`() async throws {
        try await Home.open { home in
            try await withDatabase(poolSize: 2) { database in
                // Jobs of this kind end at once, without a browser: no model is there to do them.
                try await database.pool.execute(
                    """
                    insert into gh_automation_jobs (user_id, job_type, target_url, task_description, effective_priority, turn)
                    select ('00000000-0000-0000-0000-0000000000' || lpad((n % 50)::text, 2, '0'))::uuid, 'custom',
                        'https://example.com', 'x', 5, n / 50 from generate_series(1, 10000) n
                    """
                )
                let settings = [
                    "DATABASE_URL": database.url, "GH_SERVICE_KEY": "k", "GH_WORKER_PORT": "0",
                    "GH_CREDENTIAL_KEY": String(repeating: "0a", count: 32), "MAX_CONCURRENT_JOBS": "16",
                    "GH_LOG_LEVEL": "error",
                ]
                let workers = try (1...4).map { number in
                    try Program(["worker"], in: home, settings.merging(["GH_WORKER_ID": "w\(number)"]) { $1 })
                }
                try await eventually("every job has ended", within: .seconds(240)) {
                    try await database.pool.query(
                        "select 1 from gh_automation_jobs where completed_at is null limit 1"
                    ).isEmpty
                }
                for worker in workers { worker.signal(SIGTERM) }
                for worker in workers { #expect(try await worker.ending().code == 0) }
                let taken = try await database.pool.query(
                    """
                    select count(*)::int as starts, count(distinct job_id)::int as jobs,
                        count(distinct metadata->>'worker_id')::int as workers
                    from gh_job_events where event_type = 'job_started'
                    """
                )
                let row = try #require(taken.first)
                #expect(try row.int("starts") == 10_000)
                #expect(try row.int("jobs") == 10_000)
                #expect(try row.int("workers") == 4)
                // A claim whose reply was lost is given back before anything is done; nobody else takes a job again.
                let again = try await database.pool.query(
                    """
                    select j.id from gh_automation_jobs j where lease_token <> 1 and not exists (
                        select from gh_job_events e where e.job_id = j.id and e.event_type = 'job_released'
                            and e.metadata->>'reason' = 'claim_reply_lost')
                    """
                )
                #expect(again.isEmpty)
            }
        }
    }
}
