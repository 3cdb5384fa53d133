import Foundation
import GhostHands
import Postgres
import Store
import Testing

struct SubmitOnceTests {
    /// The ways in which a worker can be parted from a job.
    enum Path: CaseIterable {
        case rescue, release, takeBack, timeout, networkError, unproven, pausedAndRescued, pausedAndReleased
    }

    @Test(arguments: Path.allCases)
    func `a begun submit ends unconfirmed whatever parts the job from its worker`(path: Path) async throws {
        try await withStore { store, pool in
            let (job, lease) = try await store.running()
            #expect(try await store.jobs.intendSubmit(lease) == .recorded)
            let end = try await part(store, pool, lease, path)
            #expect(end == .failed(.submissionUnconfirmed))
            let done = try await store.get(job.id)
            #expect(done.status == .failed)
            #expect(done.errorCode == "submission_unconfirmed")
            #expect(done.hasOpenSubmitIntent)
            #expect(done.completedAt != nil)
            #expect(try await store.jobs.claim(workerID: "w1", limit: 9).isEmpty)
            #expect(try await store.outbox.list(jobID: job.id).map(\.status) == ["running", "failed"])
            #expect(try await store.jobs.takeBack(workerID: nil).isEmpty)
        }
    }

    private func part(_ store: Store, _ pool: PostgresPool, _ lease: Lease, _ path: Path) async throws -> JobEnd? {
        switch path {
        case .rescue: return try await rescue(store, pool)
        case .release: return try await store.jobs.release([lease]).first?.end
        case .takeBack: return try await store.jobs.takeBack(workerID: nil).first?.end
        case .timeout: return try await store.jobs.fail(lease, JobFailure(code: .timeout, message: "slow"))
        case .networkError: return try await store.jobs.fail(lease, JobFailure(code: .networkError, message: "gone"))
        case .unproven: return try await store.jobs.complete(lease, Sample.result(submitted: false))
        case .pausedAndRescued:
            try await pool.execute("update gh_automation_jobs set status = 'paused', paused_at = now()")
            return try await rescue(store, pool)
        case .pausedAndReleased:
            try await pool.execute("update gh_automation_jobs set status = 'paused', paused_at = now()")
            return try await store.jobs.release([lease]).first?.end
        }
    }

    private func rescue(_ store: Store, _ pool: PostgresPool) async throws -> JobEnd? {
        try await pool.execute("update gh_automation_jobs set last_heartbeat = now() - interval '121 seconds'")
        return try await store.jobs.rescue(staleAfter: .seconds(120)).first?.end
    }

    @Test func `a second press needs the form's refusal of the first`() async throws {
        try await withStore { store, _ in
            let (job, lease) = try await store.running()
            #expect(try await store.jobs.intendSubmit(lease) == .recorded)
            #expect(try await store.jobs.intendSubmit(lease) == .alreadyOpen)
            #expect(try await store.jobs.submitRejected(lease))
            #expect(try await !store.get(job.id).hasOpenSubmitIntent)
            #expect(try await store.jobs.intendSubmit(lease) == .recorded)
            #expect(try await store.jobs.complete(lease, Sample.result(submitted: true)) == .completed)
        }
    }

    @Test func `after a refusal the attempt may be repeated`() async throws {
        try await withStore { store, _ in
            let (_, lease) = try await store.running()
            #expect(try await store.jobs.intendSubmit(lease) == .recorded)
            #expect(try await store.jobs.submitRejected(lease))
            #expect(try await store.jobs.fail(lease, JobFailure(code: .timeout, message: "slow")) == .requeued)
        }
    }

    @Test(arguments: [
        "status = 'pending', worker_id = null", "status = 'queued'", "status = 'cancelled', completed_at = now()",
        "status = 'completed', completed_at = now()", "status = 'failed', completed_at = now()",
        "status = 'failed', completed_at = now(), error_code = 'timeout'", "status = 'expired', completed_at = now()",
        "submit_intent_at = clock_timestamp() + interval '1 second'", "submit_intent_at = null, status = 'pending'",
        "submit_intent_at = null, lease_token = lease_token + 1", "lease_token = lease_token + 1",
        "submit_confirmed_at = now()",
    ])
    func `the database itself refuses every other way out of a begun submit`(assignment: String) async throws {
        try await withStore { store, pool in
            let (job, lease) = try await store.running()
            #expect(try await store.jobs.intendSubmit(lease) == .recorded)
            let error = await #expect(throws: PostgresError.self) {
                try await pool.withConnection { connection in
                    try await connection.execute(
                        script: "update gh_automation_jobs set \(assignment)",
                        timeout: .seconds(5)
                    )
                }
            }
            #expect(error?.constraint == "gh_submit_once")
            #expect(try await store.get(job.id).status == .running)
            #expect(try await store.jobs.complete(lease, Sample.result(submitted: true)) == .completed)
            let again = await #expect(throws: PostgresError.self) {
                try await pool.execute("update gh_automation_jobs set status = 'pending', completed_at = null")
            }
            #expect(again?.constraint == "gh_submit_once")
        }
    }
}
