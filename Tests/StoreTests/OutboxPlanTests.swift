import GhostHands
import Postgres
import Store
import TestSupport
import Testing

/// How much of the outbox a claim looks at.
struct OutboxPlanTests {
    /// Ten thousand callbacks that wait, most of them for one host.
    private static func fill(_ pool: PostgresPool) async throws {
        try await pool.execute(
            """
            insert into gh_automation_jobs (user_id, job_type, target_url, task_description)
            select gen_random_uuid(), 'custom', 'https://example.com', 'x' from generate_series(1, 10000)
            """
        )
        try await pool.execute(
            """
            insert into gh_callback_outbox (job_id, status, url, body, webhook_id)
            select id, 'completed', 'https://h' || (row_number() over () % 3) || '.example/hook', repeat('x', 1000),
                gen_random_uuid()::text
            from gh_automation_jobs
            """
        )
        try await pool.execute("vacuum analyze gh_callback_outbox")
    }

    /// How many rows of the outbox have been read.
    private static func rows(_ pool: PostgresPool) async throws -> Int {
        // The server keeps its counts to itself for a moment, unless it is told not to.
        try await pool.execute("select pg_stat_force_next_flush()")
        let rows = try await pool.query(
            """
            select (seq_tup_read + idx_tup_fetch)::bigint as n from pg_stat_user_tables
            where relname = 'gh_callback_outbox'
            """
        )
        return try #require(rows.first).int("n")
    }

    @Test func `a claim reads few of many callbacks that wait`() async throws {
        try await withDatabase(poolSize: 1) { database in
            let pool = database.pool
            try await Self.fill(pool)
            let before = try await Self.rows(pool)
            #expect(try await Store(pool: pool).outbox.claim(limit: 100).count == 24)
            #expect(try await Self.rows(pool) - before < 500)
        }
    }

    @Test func `a claim reads few also while the server believes that none wait`() async throws {
        try await withDatabase(poolSize: 1) { database in
            let pool = database.pool
            try await pool.execute("alter table gh_callback_outbox set (autovacuum_enabled = false)")
            try await Self.fill(pool)
            try await pool.execute("update gh_callback_outbox set state = 'delivered', done_at = now()")
            try await pool.execute("vacuum analyze gh_callback_outbox")
            try await pool.execute("update gh_callback_outbox set state = 'pending', done_at = null where id % 5 = 0")
            let before = try await Self.rows(pool)
            for _ in 1...3 {
                let claimed = try await Store(pool: pool).outbox.claim(limit: 100)
                #expect(claimed.count == 24)
                for one in claimed { try await Store(pool: pool).outbox.delivered(one) }
            }
            // Of the two thousand that wait each claim may look at all, once.
            #expect(try await Self.rows(pool) - before < 8000)
        }
    }

    @Test func `an address that is longer than an index takes waits like others`() async throws {
        try await withStore { store, pool in
            let (job, _) = try await store.running()
            try await pool.execute(
                """
                update gh_callback_outbox set url = 'https://' || (
                    select string_agg(md5(n::text), '') from generate_series(1, 500) n
                )
                """
            )
            let callback = try #require(try await store.outbox.claim(limit: 1).first)
            #expect(callback.jobID == job.id)
            #expect(callback.host.count == 300)
            #expect(try await store.outbox.unanswered(callback, reason: "silence") == false)
            #expect(try await store.outbox.claim(limit: 1).isEmpty)
        }
    }
}
