public import Foundation
public import GhostHands
import Postgres

extension Jobs {
    /// Finds a job.
    ///
    /// - Parameter id: its id.
    /// - Returns: the job, or nil when there is none.
    /// - Throws: `PostgresError`.
    public func find(_ id: UUID) async throws -> Job? {
        try await pool.query("select * from gh_automation_jobs where id = \(id)").first.map(Job.init(row:))
    }

    /// Finds another job of the same user for the same page that is alive or completed (R44).
    ///
    /// - Parameter job: the job to compare with.
    /// - Returns: the newest such job's id, or nil when there is none.
    /// - Throws: `PostgresError`.
    public func similar(to job: Job) async throws -> UUID? {
        let rows = try await pool.query(
            """
            select id from gh_automation_jobs
            where user_id = \(job.userID) and target_url = \(job.targetURL) and id <> \(job.id)
                and status in ('pending', 'queued', 'running', 'paused', 'completed')
            order by created_at desc limit 1
            """
        )
        return try rows.first?.uuid("id")
    }
}
