import Foundation
import GhostHands
import Postgres
import Store
import TestSupport
import Testing

@Suite("Alerts") struct AlertTests {
    /// The kinds that are raised now, after a look.
    private func raised(
        _ store: Store,
        _ pool: PostgresPool,
        lost: [UUID] = [],
        limits: AlertLimits = AlertLimits()
    ) async throws -> [AlertKind: Alerts.Alert] {
        try await pool.execute("update gh_alert_watch set looked_at = '-infinity'")
        _ = try await store.alerts.look(lost: lost, limits: limits)
        let alerts = try await store.totals.read().alerts
        return Dictionary(uniqueKeysWithValues: alerts.map { ($0.kind, $0) })
    }

    @Test func `where all is well nothing is raised`() async throws {
        try await withStore { store, pool in
            _ = try await store.running()
            try await store.make(["valet_task_id": "task-2"])
            try await store.make(["valet_task_id": "task-3", "target_worker_id": "w9"])
            try await store.workers.register("w1", maxConcurrent: 1)
            let found = try await raised(store, pool)
            #expect(found.isEmpty)
        }
    }

    @Test func `each thing that is wrong is raised with its jobs, and cleared when it is right again`() async throws {
        try await withStore { store, pool in
            let (stuck, _) = try await store.running()
            try await store.workers.register("w1", maxConcurrent: 1)
            try await pool.execute("update gh_automation_jobs set last_heartbeat = now() - interval '121 seconds'")
            try await pool.execute("update gh_worker_registry set last_heartbeat = now() - interval '121 seconds'")
            let old = try await store.make(["valet_task_id": "task-2"])
            let meant = try await store.make(["valet_task_id": "task-3", "target_worker_id": "alice@example.com"])
            try await pool.execute(
                "update gh_automation_jobs set run_after = now() - interval '11 minutes' where status = 'pending'"
            )
            let found = try await raised(store, pool)
            #expect(Set(found.keys) == [.stuckJobs, .queueAge, .workerSilent])
            #expect(found[.stuckJobs]?.jobs == [stuck.id])
            #expect(found[.stuckJobs]?.message == "1 job has no heartbeat for >120 seconds")
            #expect(found[.queueAge]?.jobs == [old.id])
            #expect(found[.workerSilent]?.jobs == [meant.id])
            // A name that a caller chose may be anybody's address.
            #expect(found[.workerSilent]?.subject.contains("alice") == false)
            try await pool.execute("update gh_automation_jobs set status = 'cancelled', completed_at = now()")
            try await pool.execute("update gh_alerts set seen_at = now() - interval '46 seconds'")
            let rest = try await raised(store, pool)
            #expect(rest.isEmpty)
            let kept = try await store.alerts.history()
            #expect(kept.count == 3)
            #expect(kept.allSatisfy { $0.clearedAt != nil })
        }
    }

    @Test func `a job waits for its user's own browser, and another user's is none`() async throws {
        try await withStore { store, pool in
            let user = UUID()
            let job = try await store.make(user: user, ["browser_mode": "operator"])
            func pair(_ someone: UUID) async throws {
                let (code, token) = (Data("\(someone) code".utf8), Data("\(someone) token".utf8))
                _ = try await store.operators.invite(someone, code: code, seconds: 600)
                _ = try #require(try await store.operators.pair(code: code, token: token, name: "a desk"))
            }
            #expect(try await raised(store, pool).isEmpty)
            try await pool.execute("update gh_automation_jobs set run_after = now() - interval '11 minutes'")
            try await pair(UUID())
            let found = try await raised(store, pool)
            // It is no server's business.
            #expect(Set(found.keys) == [.operatorAbsent])
            #expect(found[.operatorAbsent]?.jobs == [job.id])
            #expect(found[.operatorAbsent]?.message.hasPrefix("1 job waits for the own browser") == true)
            try await pair(user)
            try await pool.execute("update gh_alerts set seen_at = now() - interval '46 seconds'")
            #expect(try await raised(store, pool).isEmpty)
            try await pool.execute("update gh_operators set seen_at = now() - interval '121 seconds'")
            #expect(Set(try await raised(store, pool).keys) == [.operatorAbsent])
        }
    }

    @Test func `what comes and goes is not cleared at once, and is one alert`() async throws {
        try await withStore { store, pool in
            let job = try await store.make()
            let first = try await raised(store, pool, lost: [job.id])
            #expect(first[.stuckJobs]?.jobs == [job.id])
            let after = try await raised(store, pool)
            #expect(after[.stuckJobs] != nil)
            let again = try await raised(store, pool, lost: [job.id])
            #expect(again.count == 1)
            #expect(try await store.alerts.history().count == 1)
        }
    }

    @Test func `of many that look at once one does, and says what has changed`() async throws {
        try await withStore { store, pool in
            try await store.make()
            try await pool.execute("update gh_automation_jobs set run_after = now() - interval '11 minutes'")
            let changes = try await withThrowingTaskGroup(of: Alerts.Changes.self) { group in
                for _ in 0..<6 { group.addTask { try await store.alerts.look() } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(changes.flatMap(\.raised) == ["queue_age"])
            #expect(try await store.alerts.history().count == 1)
        }
    }

    @Test func `a platform of which half fails is named, and one of which less does is not`() async throws {
        try await withStore { store, pool in
            try await pool.execute(
                """
                insert into gh_automation_jobs (user_id, job_type, target_url, task_description, status, completed_at,
                    input_data, error_code)
                select gen_random_uuid(), 'apply', 'https://example.com/', '', case when n % 2 = 0 then 'failed'
                    else 'completed' end, now(), '{"platform": "lever"}'::jsonb, 'timeout' from generate_series(1, 20) n
                union all
                select gen_random_uuid(), 'apply', 'https://example.com/', '', case when n % 3 = 0 then 'failed'
                    else 'completed' end, now(), '{"platform": "greenhouse"}'::jsonb, 'timeout' from generate_series(1, 20) n
                """
            )
            let alert = try await raised(store, pool)[.failureRate]
            #expect(alert?.subject == "lever")
            #expect(alert?.message == "10 of the last 20 jobs have failed")
            #expect(alert?.jobs.count == 10)
        }
    }

    @Test func `a human is awaited and nobody looks`() async throws {
        try await withStore { store, pool in
            let (job, _) = try await store.running()
            try await pool.execute(
                """
                update gh_automation_jobs set status = 'paused', interaction_type = 'captcha',
                    paused_at = now() - interval '151 seconds', last_heartbeat = now()
                """
            )
            let before = try await raised(store, pool)
            #expect(before[.humanWaiting]?.jobs == [job.id])
            try await pool.execute(
                """
                insert into gh_live_links (job_id, paused_at, mode, secret_hash, expires_at, used_at)
                select id, paused_at, 'view', 'x', now() + interval '1 hour', now() from gh_automation_jobs
                """
            )
            try await pool.execute("update gh_alerts set seen_at = now() - interval '46 seconds'")
            let after = try await raised(store, pool)
            #expect(after[.humanWaiting] == nil)
        }
    }

    @Test func `callbacks that nobody takes, and submits of which nobody knows`() async throws {
        try await withStore { store, pool in
            let (job, _) = try await store.running()
            try await pool.execute(
                """
                update gh_callback_outbox set attempts = 2, created_at = now() - interval '6 minutes',
                    url = 'https://alice.example.com/secret'
                """
            )
            try await pool.execute(
                """
                update gh_automation_jobs set status = 'failed', error_code = 'submission_unconfirmed',
                    completed_at = now()
                """
            )
            let found = try await raised(store, pool)
            #expect(found[.callbacksFailing]?.jobs == [job.id])
            #expect(found[.callbacksFailing]?.message.contains("alice") == false)
            #expect(found[.submissionUnconfirmed]?.jobs == [job.id])
            #expect(found[.submissionUnconfirmed]?.kind.severity == .critical)
        }
    }

    @Test func `what a process sees of itself is about that process`() async throws {
        try await withStore { store, pool in
            try await store.alerts.note(.init(process: "p1", diskFree: 0.04, isStorageUp: false, unknownKeys: [7]))
            try await store.alerts.note(.init(process: "p2", diskFree: 0.5, isStorageUp: true, unknownKeys: []))
            let found = try await raised(store, pool)
            #expect(Set(found.keys) == [.diskLow, .storageDown, .sessionKeyUnknown])
            #expect(found.values.allSatisfy { $0.subject == "p1" })
            #expect(found[.diskLow]?.message == "4 % of the disk are free")
            #expect(found[.sessionKeyUnknown]?.message.contains("key 7") == true)
        }
    }

    @Test func `models that fail and models that cost are told by the calls that were made`() async throws {
        try await withStore { store, pool in
            let none = try await raised(store, pool)
            #expect(none.isEmpty)
            try await pool.execute("update gh_total_samples set at = at - interval '2 minutes'")
            for number in 0..<8 {
                let (_, lease) = try await store.running(["valet_task_id": .string("task-\(number)")])
                guard case .held(let id) = try await store.spending.reserve(NanoDollars(1000), under: lease) else {
                    Issue.record("nothing was kept back")
                    return
                }
                try await store.spending.settle(
                    id,
                    cost: NanoDollars(1000),
                    usage: TokenUsage(input: 3, output: 2),
                    provider: "deepseek",
                    isAnswered: number % 2 == 0
                )
            }
            let found = try await raised(store, pool, limits: AlertLimits(spendPerHour: NanoDollars(7999)))
            #expect(Set(found.keys).isSuperset(of: [.llmErrors, .spendRate]))
            #expect(found[.llmErrors]?.subject == "deepseek")
            #expect(found[.llmErrors]?.message == "4 of 8 calls have failed in 15 minutes")
            let samples = try await store.totals.read().samples
            #expect(samples.filter { $0.name == "gh_llm_calls_total" }.map(\.count) == [4, 4])
            #expect(samples.first { $0.name == "gh_llm_tokens_total" }?.count == 40)
            #expect(samples.first { $0.name == "gh_llm_cost_usd_total" }?.amount == 8000)
        }
    }
}

@Suite("Totals") struct TotalTests {
    private func counts(_ store: Store) async throws -> [String: Double] {
        let samples = try await store.totals.read().samples
        return Dictionary(samples.map { ($0.name, $0.count) }) { $0 + $1 }
    }

    @Test func `what was counted is what the table has`() async throws {
        try await withStore { store, pool in
            for number in 0..<6 {
                let (_, lease) = try await store.running(["valet_task_id": .string("task-\(number)")])
                if number < 4 {
                    _ = try await store.jobs.complete(lease, Sample.result(submitted: false))
                } else {
                    _ = try await store.jobs.fail(lease, JobFailure(.modelMissing, "none"))
                }
            }
            try await store.make(["valet_task_id": "task-9"])
            let counts = try await counts(store)
            for (name, status) in [("completed", "completed"), ("failed", "failed")] {
                let rows = try await pool.query(
                    "select count(*) as n from gh_automation_jobs where status = \(status)"
                )
                let count = Double(try rows[0].int("n"))
                #expect(counts["gh_jobs_\(name)_total"] == count)
            }
            #expect(counts["gh_jobs_created_total"] == 7)
            #expect(counts["gh_job_wait_seconds"] == 6)
            #expect(counts["gh_job_run_seconds"] == 6)
            #expect(counts["gh_job_queue_depth"] == 1)
        }
    }

    @Test func `what is forgotten stays counted, and so does what ended processes have counted`() async throws {
        try await withStore { store, pool in
            let (job, lease) = try await store.running()
            _ = try await store.jobs.complete(lease, Sample.result(submitted: false))
            #expect(try await store.retention.forget([job.id]) == 1)
            // No process has this number.
            try await pool.execute("update gh_totals set backend = 2147483647")
            try await store.totals.fold()
            let told = try await counts(store)
            #expect(told["gh_jobs_completed_total"] == 1)
            let rows = try await pool.query("select count(*) filter (where backend <> 0) as n from gh_totals")
            let left = try rows[0].int("n")
            #expect(left == 0)
        }
    }

    @Test func `jobs that were taken back are counted, and those that nobody answered are not`() async throws {
        try await withStore { store, pool in
            let (job, _) = try await store.running()
            try await pool.execute("update gh_automation_jobs set last_heartbeat = now() - interval '121 seconds'")
            let given = try await store.jobs.rescue()
            #expect(given.map(\.jobID) == [job.id])
            #expect(given.allSatisfy { $0.isLost })
            let counts = try await counts(store)
            #expect(counts["gh_jobs_rescued_total"] == 1)
            #expect(counts["gh_jobs_retried_total"] == 1)
        }
    }

    @Test func `times that no calendar has keep no job from ending`() async throws {
        try await withStore { store, pool in
            _ = try await store.running()
            try await pool.execute(
                "update gh_automation_jobs set started_at = '-infinity', created_at = 'infinity', run_after = '-infinity'"
            )
            try await pool.execute("update gh_automation_jobs set status = 'failed', completed_at = now()")
            let told = try await counts(store)
            #expect(told["gh_jobs_failed_total"] == 1)
            _ = try await store.alerts.look()
        }
    }
}
