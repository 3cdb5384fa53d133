import GhostHands
import Postgres
import TestSupport
import Testing

@testable import Store

/// What statements say of a job's status.
struct StatusTests {
    @Test(arguments: Transition.allCases) func `a statement makes the change that the table knows`(change: Transition) {
        #expect(change.sets.text == "status = '\(change.target.rawValue)'")
        for status in JobStatus.allCases {
            #expect(change.fits.text.contains("'\(status.rawValue)'") == change.origins.contains(status))
        }
    }

    @Test func `who is held and who is alive stands as the indexes name it`() {
        #expect(("\(literals: JobStatus.held)" as SQL).text == "'queued', 'running', 'paused'")
        #expect(("\(literals: JobStatus.alive)" as SQL).text == "'pending', 'queued', 'running', 'paused'")
    }

    /// Statements like those of the queue, and the index that serves each.
    private static let served: [(statement: SQL, index: String)] = [
        (
            """
            select id from gh_automation_jobs where \(Transition.claim.fits) and target_worker_id is null
            order by effective_priority desc, turn, run_after, id limit 1
            """, "gh_jobs_claim"
        ),
        (
            """
            select id from gh_automation_jobs where \(Transition.claim.fits) and target_worker_id = 'w'
            order by effective_priority desc, turn, run_after, id limit 1
            """, "gh_jobs_claim_targeted"
        ),
        (
            "select id from gh_automation_jobs where status in (\(literals: JobStatus.held)) and worker_id = 'w'",
            "gh_jobs_held"
        ),
        (
            """
            select turn from gh_automation_jobs where user_id = gen_random_uuid() and priority = 5
                and status in (\(literals: JobStatus.alive)) order by turn desc limit 1
            """, "gh_jobs_turns"
        ),
        (
            "select id from gh_automation_jobs where \(Transition.expire.fits) and expires_at < now() order by expires_at",
            "gh_jobs_expiry"
        ),
    ]

    @Test(arguments: served.indices) func `an index with a condition serves its statement`(number: Int) async throws {
        let (statement, index) = Self.served[number]
        try await withStore { _, pool in
            let plan = try await pool.withTransaction { connection in
                try await connection.execute("set local enable_seqscan = off")
                return try await connection.query("explain \(statement)")
            }
            let text = try plan.map { try $0.string("QUERY PLAN") }.joined(separator: "\n")
            #expect(text.contains(" \(index) "), "\(text)")
        }
    }
}
