import Foundation
import GhostHands
import Postgres
import Store
import Testing

struct LeaseTests {
    @Test func `starting a job tells the caller and the log`() async throws {
        try await withStore { store, _ in
            let (job, lease) = try await store.running()
            #expect(job.status == .running)
            #expect(job.startedAt != nil)
            // As a worker does that heard no reply: the same answer, and nothing is told twice.
            #expect(try await store.jobs.start(lease)?.startedAt == job.startedAt)
            let callbacks = try await store.outbox.list(jobID: job.id)
            #expect(callbacks.map(\.status) == ["running"])
            let body = try JSON(parsing: try #require(callbacks.first).body)
            #expect(body["job_id"] == .id(job.id))
            #expect(body["event_id"].string == callbacks.first?.webhookID)
            let events = try await store.events.list(jobID: job.id)
            #expect(events.entries.map(\.type) == ["status_change", "status_change", "job_started"])
            let started = try await store.events.list(jobID: job.id, type: "job_started")
            #expect(started.total == 1)
            #expect(started.entries.first?.metadata["worker_id"] == "w1")
        }
    }

    @Test func `a job that is refused as it is read ends, and never began`() async throws {
        try await withStore { store, _ in
            let made = try await store.make()
            let lease = try #require(try await store.jobs.claim(workerID: "w1", limit: 1).first)
            let refused = try await store.jobs.start(lease) { _ in JobFailure(.requestRefused, "callback_url: no") }
            #expect(refused?.id == made.id)
            #expect(refused?.status == .failed)
            #expect(refused?.startedAt == nil)
            #expect(try await store.jobs.start(lease) == nil)
            let events = try await store.events.list(jobID: made.id).entries.map(\.type)
            #expect(events.contains("job_failed"))
            #expect(!events.contains("job_started"))
            #expect(try await store.outbox.list(jobID: made.id).map(\.status) == ["failed"])
        }
    }

    @Test func `jobs that begin together are each read for themselves`() async throws {
        try await withStore { store, _ in
            for _ in 0..<4 { try await store.make() }
            let leases = try await store.jobs.claim(workerID: "w1", limit: 4)
            let bad = leases[1].jobID
            let begun = try await withThrowingTaskGroup(of: Job?.self) { group in
                for lease in leases {
                    group.addTask {
                        try await store.jobs.start(lease) { $0.id == bad ? JobFailure(.requestRefused, "no") : nil }
                    }
                }
                return try await group.reduce(into: []) { $0 += [$1].compactMap(\.self) }
            }
            #expect(begun.count == 4)
            #expect(begun.filter { $0.status == .failed }.map(\.id) == [bad])
            #expect(begun.count { $0.status == .running } == 3)
        }
    }

    @Test func `a job whose claim was not heard is given back, and those at hand stay`() async throws {
        try await withStore { store, pool in
            let (running, _) = try await store.running()
            for _ in 0..<2 { _ = try await store.make() }
            let claimed = try await store.jobs.claim(workerID: "w1", limit: 2)
            #expect(claimed.count == 2)
            let known = claimed[0]
            let back = try await store.jobs.releaseUnheard(workerID: "w1", known: [known])
            #expect(back.map(\.jobID) == [claimed[1].jobID])
            #expect(back.map(\.end) == [.requeued])
            #expect(try await store.get(running.id).status == .running)
            #expect(try await store.get(known.jobID).status == .queued)
            let again = try #require(try await store.jobs.claimJobs(workerID: "w2", limit: 2).first)
            #expect(again.id == claimed[1].jobID)
            #expect(again.retryCount == 0)
            let events = try await store.events.list(jobID: again.id, type: "job_released")
            #expect(events.entries.first?.metadata["reason"] == "claim_reply_lost")
        }
    }

    @Test func `a worker whose lease was taken can write nothing any more`() async throws {
        try await withStore { store, pool in
            let (job, old) = try await store.running()
            try await pool.execute(
                "update gh_automation_jobs set last_heartbeat = now() - interval '121 seconds'"
            )
            let rescued = try await store.jobs.rescue(staleAfter: .seconds(120))
            #expect(rescued.map(\.jobID) == [job.id])
            #expect(rescued.map(\.end) == [.requeued])
            try await pool.execute("update gh_automation_jobs set run_after = now()")
            let new = try #require(try await store.jobs.claim(workerID: "w1", limit: 1).first)
            #expect(new.token > old.token)
            #expect(try await store.jobs.start(new)?.retryCount == 1)

            #expect(try await store.jobs.start(old) == nil)
            #expect(try await store.workers.heartbeat("w1", [old, new]).alive == [new])
            #expect(try await store.jobs.progress(old, ["progress_pct": 50]) == false)
            #expect(try await store.events.append([JobEvent(.pageRead)], under: old) == false)
            #expect(try await store.jobs.intendSubmit(old) == .leaseLost)
            #expect(try await store.jobs.submitRejected(old) == false)
            #expect(try await store.jobs.complete(old, Sample.result(submitted: true)) == .leaseLost)
            #expect(try await store.jobs.fail(old, JobFailure(code: .timeout, message: "late")) == .leaseLost)
            #expect(try await store.get(job.id).status == .running)
            #expect(try await store.jobs.complete(new, Sample.result(submitted: true)) == .completed)
        }
    }

    @Test func `a cancel request is heard at the next heartbeat`() async throws {
        try await withStore { store, pool in
            let (_, lease) = try await store.running()
            #expect(try await store.workers.heartbeat("w1", [lease]).alive == [lease])
            try await pool.execute("update gh_automation_jobs set cancel_requested_at = now()")
            #expect(try await store.workers.heartbeat("w1", [lease]).alive.isEmpty)
        }
    }

    @Test func `progress leaves the caller's metadata alone`() async throws {
        try await withStore { store, _ in
            let (job, lease) = try await store.running()
            #expect(try await store.jobs.progress(lease, ["progress_pct": 10]))
            #expect(try await store.jobs.progress(lease, ["progress_pct": 20]))
            let metadata = try await store.get(job.id).metadata
            #expect(metadata["progress"] == ["progress_pct": 20])
            #expect(metadata["campaign"] == "spring")
        }
    }

    @Test func `events keep their order and come in pages`() async throws {
        try await withStore { store, _ in
            let (job, lease) = try await store.running()
            let steps = (1...50).map {
                JobEvent(.stepCompleted, ["action": "type \u{0}", "action_count": .int(Int64($0))])
            }
            #expect(try await store.events.append(steps, under: lease))
            let page = try await store.events.list(jobID: job.id, type: "step_completed", limit: 20, offset: 15)
            #expect(page.total == 50)
            #expect(page.entries.map { $0.metadata["action_count"].int } == (16...35).map { $0 })
            #expect(page.entries.allSatisfy { $0.actor == "w1" && $0.jobID == job.id })
        }
    }

    @Test func `completing writes result, cost, event, callback and usage together`() async throws {
        try await withStore { store, pool in
            try await store.workers.register("w1", maxConcurrent: 2)
            let (job, lease) = try await store.running()
            #expect(try await store.jobs.intendSubmit(lease) == .recorded)
            guard case .held(let call) = try await store.spending.reserve(NanoDollars(5_000_000), under: lease) else {
                throw Unexpected(description: "nothing was reserved")
            }
            let used = TokenUsage(input: 100, output: 20)
            try await store.spending.settle(call, cost: NanoDollars(2_000_000), usage: used)
            #expect(try await store.jobs.complete(lease, Sample.result(submitted: true)) == .completed)
            let done = try await store.get(job.id)
            #expect(done.status == .completed)
            #expect(!done.hasOpenSubmitIntent)
            #expect(done.resultData["cost"]["input_tokens"] == 100)
            #expect(done.finalMode == .magnitude)
            #expect(done.screenshotURLs == ["shots/final.png"])
            #expect(JobView(done).costBreakdown["action_count"] == 8)
            #expect(try await store.outbox.list(jobID: job.id).map(\.status) == ["running", "completed"])
            let event = try await store.events.list(jobID: job.id, type: "job_completed").entries.first
            #expect(event?.metadata["cost_cents"].double == 0.2)
            let usage = try await pool.query("select * from gh_user_usage where user_id = \(job.userID)")
            #expect(try usage.map { try $0.double("total_cost_usd") } == [0.002])
            #expect(try usage.map { try $0.int("job_count") } == [1])
            let worker = try await pool.query("select jobs_completed from gh_worker_registry where worker_id = 'w1'")
            #expect(try worker.map { try $0.int("jobs_completed") } == [1])
            #expect(try await store.jobs.complete(lease, Sample.result(submitted: true)) == .leaseLost)
        }
    }

    @Test func `an attempt that may be repeated is, and only the last failure is told`() async throws {
        try await withStore { store, pool in
            var (job, lease) = try await store.running()
            let failure = JobFailure(code: .networkError, message: "The page could not be loaded.")
            for attempt in 1...3 {
                #expect(try await store.jobs.fail(lease, failure) == .requeued)
                let waiting = try await store.get(job.id)
                #expect(waiting.status == .pending)
                #expect(waiting.retryCount == attempt)
                #expect(waiting.workerID == nil)
                #expect(try await store.jobs.claim(workerID: "w1", limit: 1).isEmpty)
                let delay = try await pool.query(
                    "select extract(epoch from run_after - updated_at)::int as delay from gh_automation_jobs"
                )
                #expect(try delay[0].int("delay") == ErrorCode.backoffSeconds(retryCount: attempt - 1))
                try await pool.execute("update gh_automation_jobs set run_after = now()")
                lease = try #require(try await store.jobs.claim(workerID: "w1", limit: 1).first)
                job = try #require(try await store.jobs.start(lease))
            }
            #expect(try await store.jobs.fail(lease, failure) == .failed(.networkError))
            let done = try await store.get(job.id)
            #expect(done.status == .failed)
            #expect(done.errorCode == "network_error")
            #expect(done.errorDetails["message"] == "The page could not be loaded.")
            let told = try await store.outbox.list(jobID: job.id).map(\.status)
            #expect(told == ["running", "running", "running", "running", "failed"])
        }
    }

    @Test func `a failure that repeating cannot mend is final at once`() async throws {
        try await withStore { store, _ in
            let (_, lease) = try await store.running()
            let failure = JobFailure(code: .validationError, message: "A required question has no answer.")
            #expect(try await store.jobs.fail(lease, failure) == .failed(.validationError))
        }
    }

    @Test func `giving back on shutdown counts no attempt`() async throws {
        try await withStore { store, _ in
            let (job, lease) = try await store.running()
            let lost = Lease(jobID: lease.jobID, token: lease.token - 1, workerID: lease.workerID)
            #expect(try await store.jobs.release([lost]).isEmpty)
            #expect(try await store.jobs.release([lost, lease]).map(\.end) == [.requeued])
            let waiting = try await store.get(job.id)
            #expect(waiting.status == .pending)
            #expect(waiting.retryCount == 0)
            #expect(try await store.workers.heartbeat("w1", [lease]).alive.isEmpty)
        }
    }

    @Test func `a paused job outlives its worker until the time for its answer is over`() async throws {
        try await withStore { store, pool in
            let (job, lease) = try await store.running()
            try await pool.execute("update gh_automation_jobs set status = 'paused', paused_at = now()")
            #expect(try await store.jobs.release([lease]).map(\.end) == [.disowned])
            #expect(try await store.get(job.id).status == .paused)
            try await pool.execute(
                """
                update gh_automation_jobs set
                    paused_at = now() - interval '301 seconds', updated_at = now() - interval '301 seconds'
                """
            )
            #expect(try await store.jobs.rescue(staleAfter: .seconds(120)).map(\.end) == [.failed(.hitlTimeout)])
        }
    }
}
