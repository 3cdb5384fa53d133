public import Foundation
public import GhostHands
import Postgres

extension Jobs {
    /// Finds a job.
    ///
    /// - Parameter hasInput: whether what the caller sent is wanted as well.
    /// - Returns: the job, or nil when there is none.
    /// - Throws: `PostgresError`.
    public func find(_ id: UUID, withInput hasInput: Bool = true) async throws -> Job? {
        try await pool.query("select \(Jobs.columns(withInput: hasInput)) from gh_automation_jobs where id = \(id)")
            .first
            .map { try Job(row: $0, withInput: hasInput) }
    }
}
