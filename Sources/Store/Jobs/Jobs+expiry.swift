import GhostHands
import Postgres

extension Jobs {
    /// Ends jobs that nobody took in time (R23).
    ///
    /// - Returns: how many; at most a hundred at a time.
    /// - Throws: `PostgresError`.
    public func expire() async throws -> Int {
        try await pool.withTransaction { connection in
            let due = try await connection.query(
                """
                select id from gh_automation_jobs
                where \(Transition.expire.fits) and expires_at < now() and submit_intent_at is null
                order by expires_at limit 100 for update skip locked
                """
            )
            var count = 0
            try await singly(try due.map { try $0.uuid("id") }, on: connection) { id, connection in
                let rows = try await connection.query(
                    """
                    update gh_automation_jobs set
                        \(Transition.expire.sets), completed_at = now(), updated_at = now(),
                        status_message = 'No worker took the job in time.'
                    where id = \(id) returning *
                    """
                )
                let expired = try Job(row: try rows.only())
                try await StatusChange(expired, [.jobExpired], .expired).record(on: connection)
                count += 1
            }
            return count
        }
    }

    /// Lifts waiting jobs by one level of priority per five minutes of waiting, so that none waits for ever (R1).
    ///
    /// - Returns: how many were lifted; at most a thousand at a time.
    /// - Throws: `PostgresError`.
    public func age() async throws -> Int {
        // Whatever others have written there: a wait counts for ten years at most.
        let level: SQL = """
            (least(priority, 1000)
                + floor(extract(epoch from now() - greatest(run_after, now() - interval '10 years')) / 300)::int)
            """
        return try await pool.execute(
            """
            with due as materialized (
                select id, \(level) as level from gh_automation_jobs
                where status = \(literal: JobStatus.pending) and run_after < now() - interval '5 minutes'
                    and effective_priority < \(level)
                order by run_after limit 1000 for update skip locked
            )
            update gh_automation_jobs j set effective_priority = due.level from due where j.id = due.id
            """
        )
    }
}
