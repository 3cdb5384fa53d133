import Foundation
import Postgres

/// Finds out which watched jobs have changed by one look at all of them: for databases that tell of no changes.
struct JobPolling {
    let pool: PostgresPool
    let board: JobBoard

    /// How a job stood when it was last looked at.
    private struct Version: Hashable {
        let updatedAt: String
        let place: Int
    }

    private var known: [UUID: Version] = [:]

    /// How often it is looked.
    static let interval = Duration.milliseconds(250)

    init(pool: PostgresPool, board: JobBoard) {
        self.pool = pool
        self.board = board
    }

    /// Looks once, and tells those who watch what has changed; what is looked at for the first time has.
    mutating func look() async {
        let jobs = board.jobs
        guard !jobs.isEmpty else { return known = [:] }
        known = known.filter { jobs.contains($0.key) }
        do {
            for (job, version) in try await versions(of: jobs) where known[job] != version {
                known[job] = version
                board.touch(job)
            }
        } catch {
            // Whoever watches looks for itself and is told what is the matter.
            board.touchAll()
        }
    }

    private func versions(of jobs: [UUID]) async throws -> [(UUID, Version)] {
        let rows = try await pool.query(
            """
            select j.id, j.updated_at::text as updated,
                coalesce((select max(e.job_seq) from gh_job_events e where e.job_id = j.id), 0) as place
            from unnest(\(jobs)::uuid[]) watched (id) join gh_automation_jobs j on j.id = watched.id
            """
        )
        return try rows.map {
            (try $0.uuid("id"), Version(updatedAt: try $0.string("updated"), place: try $0.int("place")))
        }
    }
}
