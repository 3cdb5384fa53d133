import Foundation
import GhostHands
import Postgres
import Store
import Testing

@Suite("Managing jobs")
struct ManagingTests {
    private static let base = "/api/v1/gh"

    private static func job(_ members: [String: JSON] = [:]) -> JSON {
        let body: [String: JSON] = [
            "user_id": .string(Requests.user), "job_type": "fill_form", "target_url": "https://example.com/form",
            "task_description": "Fill the form", "input_data": ["form_data": ["name": "Alice"]],
        ]
        return .object(body.merging(members) { $1 })
    }

    private func make(_ api: APIFixture, _ members: [String: JSON] = [:]) async throws -> String {
        let reply = try await api.client.post(Self.base + "/jobs", Self.job(members))
        #expect(reply.status == 201, "\(reply.json)")
        return try #require(reply.json["id"].string)
    }

    private func start(_ api: APIFixture, worker: String = "worker-1") async throws -> Lease {
        let lease = try #require(try await api.store.jobs.claim(workerID: worker, limit: 1).first)
        _ = try #require(try await api.store.jobs.start(lease))
        return lease
    }

    private func pause(_ api: APIFixture) async throws {
        try await api.pool.execute(
            "update gh_automation_jobs set status = 'paused', paused_at = now(), interaction_type = 'captcha'"
        )
    }

    /// What the predecessor's clients send, for a job that is not due yet.
    private static func predecessors() -> JSON {
        let user: JSON = ["first_name": "Alice", "last_name": "Smith", "email": "a@example.com", "city": "Austin"]
        let input: JSON = ["user_data": user, "qa_overrides": ["Why?": "Because"], "resume_path": "r/a.pdf"]
        return job([
            "job_type": "apply", "input_data": input, "max_retries": 1, "tags": ["a"], "valet_task_id": "t-1",
            "scheduled_at": "2099-01-01T00:00:00Z", "idempotency_key": "k-1",
        ])
    }

    @Test func `makes a job as the predecessor's clients ask for it`() async throws {
        try await withAPI { api in
            let reply = try await api.client.post(Self.base + "/jobs", Self.predecessors())
            #expect(reply.status == 201)
            #expect(reply.keys == ["id", "status", "created_at"])
            #expect(api.wakes.count == 1)
            let id = try #require(reply.json["id"].string)
            let row = try await api.client.get(Self.base + "/jobs/\(id)")
            #expect(row.status == 200)
            #expect(row.json["max_retries"] == 1)
            #expect(row.json["tags"] == ["a"])
            #expect(row.json["scheduled_at"] == "2099-01-01T00:00:00.000Z")
            #expect(row.json["input_data"]["profile"]["location"]["city"] == "Austin")
            #expect(row.json["resume_ref"]["storage_path"] == "r/a.pdf")
            #expect(row.json["lease_token"].isNull)
            #expect(try await api.store.jobs.claim(workerID: "w", limit: 1).isEmpty, "it is not due yet")
        }
    }

    @Test func `names the job that an idempotency key belongs to`() async throws {
        try await withAPI { api in
            let body = Self.predecessors()
            let id = try await api.client.post(Self.base + "/jobs", body).json["id"].string
            let again = try await api.client.post(Self.base + "/jobs", body)
            #expect(again.status == 409)
            #expect(again.json["error"] == "duplicate_idempotency_key")
            #expect(again.json["existing_job_id"].string == id)
            #expect(again.json["existing_status"] == "pending")
        }
    }

    @Test func `names every member that a job lacks or has wrong`() async throws {
        try await withAPI { api in
            let wrong = try await api.client.post(Self.base + "/jobs", ["job_type": "dance", "max_retries": 11])
            #expect(wrong.status == 422)
            #expect(
                wrong.fields == ["user_id", "job_type", "target_url", "task_description", "max_retries"],
                "\(wrong.fields)"
            )
        }
    }

    @Test func `a bad element of a batch does not sink the rest`() async throws {
        try await withAPI { api in
            let jobs: JSON = [
                Self.job(["idempotency_key": "k"]), Self.job(["target_url": "ftp://x"]),
                Self.job(["idempotency_key": "k"]), 7, Self.job(),
            ]
            let reply = try await api.client.post(Self.base + "/jobs/batch", ["jobs": jobs])
            #expect(reply.status == 201)
            #expect(reply.keys == ["created", "job_ids", "jobs", "errors"])
            #expect(reply.json["created"] == 2)
            #expect(reply.json["job_ids"].array?.count == 2)
            #expect(reply.json["jobs"].array?.compactMap { $0["index"].int } == [0, 4])
            let errors = reply.json["errors"].array ?? []
            #expect(errors.compactMap { $0["index"].int } == [1, 2, 3])
            #expect(
                errors.compactMap { $0["error"].string } == [
                    "validation_error", "duplicate_idempotency_key", "validation_error",
                ]
            )
        }
    }

    @Test func `gives the jobs of a batch its defaults for what they leave out`() async throws {
        try await withAPI { api in
            let jobs: JSON = [Self.job(["metadata": ["b": 2]]), Self.job(["priority": 9])]
            let defaults: JSON = ["priority": 2, "tags": ["spring"], "metadata": ["a": 1, "b": 1]]
            let reply = try await api.client.post(Self.base + "/jobs/batch", ["jobs": jobs, "defaults": defaults])
            let ids = reply.json["job_ids"].array?.compactMap(\.string) ?? []
            try #require(ids.count == 2)
            let first = try await api.client.get(Self.base + "/jobs/\(ids[0])").json
            #expect(first["priority"] == 2)
            #expect(first["tags"] == ["spring"])
            #expect(first["metadata"]["a"] == 1)
            #expect(first["metadata"]["b"] == 2)
            #expect(try await api.client.get(Self.base + "/jobs/\(ids[1])").json["priority"] == 9)
        }
    }

    @Test func `refuses a batch of which nothing can be made`() async throws {
        try await withAPI { api in
            let none = try await api.client.post(Self.base + "/jobs/batch", ["jobs": [7]])
            #expect(none.status == 422)
            #expect(none.json["created"] == 0)
            #expect(none.json["error"] == "validation_error")
            for bad: JSON in [["jobs": []], ["jobs": 1], 7, ["jobs": [7], "defaults": ["user_id": "x"]]] {
                #expect(try await api.client.post(Self.base + "/jobs/batch", bad).status == 422)
            }
        }
    }

    /// Seven jobs, the first of which is cancelled, and the ids in their order.
    private func withSeven(
        _ body: @escaping @Sendable (_ api: APIFixture, _ ids: [String]) async throws -> Void
    ) async throws {
        try await withAPI { api in
            var ids: [String] = []
            for number in 1...7 { ids.append(try await make(api, ["priority": .int(Int64(number % 3 + 1))])) }
            _ = try await api.client.post(Self.base + "/jobs/\(ids[0])/cancel", [:])
            try await body(api, ids)
        }
    }

    private func list(_ api: APIFixture, _ query: String) async throws -> APIClient.Reply {
        try await api.client.get(Self.base + "/jobs" + query)
    }

    @Test func `lists jobs, the newest first or as asked`() async throws {
        try await withSeven { api, ids in
            let all = try await list(api, "")
            #expect(all.keys == ["jobs", "total", "limit", "offset", "next_cursor"])
            #expect(all.json["total"] == 7)
            #expect(all.json["limit"] == 50)
            #expect(all.json["next_cursor"].isNull)
            #expect(all.json["jobs"].array?.compactMap { $0["id"].string } == ids.reversed())
            let sorted = try await list(api, "?sort=created_at&limit=2&offset=1")
            #expect(sorted.json["jobs"].array?.compactMap { $0["id"].string } == Array(ids[1...2]))
            let oldest = try await list(api, "?sort=created_at:asc&limit=1")
            #expect(oldest.json["jobs"].array?.first?["id"].string == ids[0])
        }
    }

    @Test func `lists the jobs that a filter asks for`() async throws {
        try await withSeven { api, _ in
            let totals: [(String, JSON)] = [
                ("?status=cancelled", 1), ("?status=cancelled,pending&job_type=fill_form", 7),
                ("?status=cancelled&status=pending", 7), ("?user_id=\(UUID().uuidString)", 0),
            ]
            for (query, total) in totals {
                let found = try await list(api, query)
                #expect(found.json["total"] == total, "\(query)")
            }
        }
    }

    @Test func `goes through all jobs page by page, whatever they are sorted by`() async throws {
        try await withSeven { api, ids in
            for sort in ["-priority", "priority:asc", "started_at", "-completed_at", "status"] {
                var seen: [String] = []
                var cursor: String? = ""
                while let at = cursor {
                    let page = try await list(api, "?limit=3&sort=\(sort)" + (at.isEmpty ? "" : "&cursor=\(at)"))
                    #expect(page.status == 200, "\(sort): \(page.json)")
                    seen += page.json["jobs"].array?.compactMap { $0["id"].string } ?? []
                    cursor = page.json["next_cursor"].string
                }
                #expect(seen.count == 7, "\(sort)")
                #expect(Set(seen) == Set(ids), "\(sort)")
            }
        }
    }

    @Test func `names every parameter of a list that is wrong`() async throws {
        try await withAPI { api in
            let query = "?sort=drop%20table&status=odd&job_type=x&limit=101&user_id=1&cursor=x"
            let wrong = try await api.client.get(Self.base + "/jobs" + query)
            #expect(wrong.status == 422)
            #expect(wrong.fields == ["sort", "status", "job_type", "limit", "user_id", "cursor"])
            #expect(
                (wrong.json["details"].array ?? []).contains { $0["message"].string?.contains("created_at") ?? false }
            )
        }
    }

    @Test func `a callback of a job that is cancelled or resumed goes out at once`() async throws {
        try await withAPI { api in
            let id = try await make(api, ["callback_url": "https://valet.example.com/hook"])
            _ = try await start(api)
            try await pause(api)
            #expect(try await api.client.post(Self.base + "/valet/resume/\(id)", [:]).status == 200)
            #expect(api.deliveries.count == 1)
            #expect(try await api.client.post(Self.base + "/jobs/\(id)/cancel", [:]).status == 200)
            #expect(api.deliveries.count == 2)
            #expect(try await api.client.post(Self.base + "/jobs/\(id)/cancel", [:]).status == 409)
            #expect(api.deliveries.count == 2)
        }
    }

    @Test func `cancels what has not ended, once`() async throws {
        try await withAPI { api in
            let id = try await make(api)
            _ = try await start(api)
            let status = try await api.client.get(Self.base + "/jobs/\(id)/status")
            #expect(
                status.keys == ["id", "status", "status_message", "started_at", "last_heartbeat", "completed_at"]
            )
        }
    }

    @Test func `cancels what has not ended`() async throws {
        try await withAPI { api in
            let id = try await make(api)
            _ = try await start(api)
            let reply = try await api.client.post(Self.base + "/jobs/\(id)/cancel", [:])
            #expect(reply.status == 200)
            #expect(reply.keys == ["id", "status", "completed_at"])
            #expect(reply.json["status"] == "cancelled")
            #expect(reply.json["completed_at"].string != nil)
        }
    }

    @Test func `a cancelled job is no longer its worker's`() async throws {
        try await withAPI { api in
            let id = try await make(api)
            let lease = try await start(api)
            _ = try await api.client.post(Self.base + "/jobs/\(id)/cancel", [:])
            #expect(api.stopped.ids == [lease.jobID])
            #expect(try await api.store.workers.heartbeat("worker-1", [lease]).alive.isEmpty)
            #expect(try await api.store.jobs.fail(lease, JobFailure(code: .timeout, message: "late")) == .leaseLost)
        }
    }

    @Test func `cancels no job twice, and none that is not there`() async throws {
        try await withAPI { api in
            let id = try await make(api)
            _ = try await api.client.post(Self.base + "/jobs/\(id)/cancel", [:])
            let again = try await api.client.post(Self.base + "/jobs/\(id)/cancel", [:])
            #expect(again.status == 409)
            #expect(again.json["error"] == "job_not_cancellable")
            #expect(again.json["current_status"] == "cancelled")
            #expect(again.json["reason"].string != nil)
            #expect(try await api.client.post(Self.base + "/jobs/\(UUID())/cancel", [:]).status == 404)
            #expect(try await api.client.post(Self.base + "/jobs/nonsense/cancel", [:]).status == 404)
        }
    }

    @Test func `records a cancelling, and tells nobody who has not asked for that`() async throws {
        try await withAPI { api in
            let id = try await make(api, ["callback_url": "https://valet.example.com/hook"])
            let lease = try await start(api)
            _ = try await api.client.post(Self.base + "/jobs/\(id)/cancel", [:])
            let told = try await api.store.outbox.list(jobID: lease.jobID).map(\.status)
            #expect(told == ["running"], "nobody asked to be told of cancelling")
            let events = try await api.client.get(Self.base + "/jobs/\(id)/events?event_type=job_cancelled")
            #expect(events.json["events"].array?.first?["metadata"]["from_status"] == "running")
        }
    }

    @Test func `tells of cancelling who asked to be told`() async throws {
        try await withAPI { api in
            var body = try Requests.apply().object ?? [:]
            body["callback_events"] = ["cancelled"]
            let made = try await api.client.post(Self.base + "/valet/apply", .object(body))
            let id = try #require(made.json["job_id"].string)
            _ = try await api.client.post(Self.base + "/jobs/\(id)/cancel", [:])
            let told = try await api.store.outbox.list(jobID: try #require(UUID(uuidString: id)))
            #expect(told.map(\.status) == ["cancelled"])
        }
    }

    @Test func `retries a failed job as if it were new, but for its count`() async throws {
        try await withAPI { api in
            let id = try await make(api)
            let path = Self.base + "/jobs/\(id)/retry"
            #expect(try await api.client.post(path, [:]).json["error"] == "job_not_retryable")
            let lease = try await start(api)
            _ = try await api.store.jobs.progress(lease, ["progress_pct": 40])
            _ = try await api.store.jobs.fail(
                lease,
                JobFailure(code: .validationError, message: "no", details: ["x": 1], screenshots: ["a.png"])
            )
            let reply = try await api.client.send("POST", path, key: APIClient.key, headers: [:], body: nil)
            #expect(reply.status == 200)
            #expect(reply.json == ["id": .string(id), "status": "pending", "retry_count": 1])
            let row = try await api.client.get(Self.base + "/jobs/\(id)").json
            for name in [
                "worker_id", "error_code", "error_details", "started_at", "completed_at", "last_heartbeat",
                "result_data", "final_mode", "status_message", "interaction_type", "scheduled_at",
            ] { #expect(row[name].isNull, "\(name)") }
            #expect(row["screenshot_urls"] == [])
            #expect(row["metadata"]["progress"].isNull)
            #expect(try await start(api).jobID == lease.jobID)
        }
    }

    @Test func `a job that may have been submitted is retried only on a person's word`() async throws {
        try await withAPI { api in
            let id = try await make(api)
            let lease = try await start(api)
            #expect(try await api.store.jobs.intendSubmit(lease) == .recorded)
            let cancelled = try await api.client.post(Self.base + "/jobs/\(id)/cancel", [:])
            #expect(cancelled.status == 200)
            #expect(cancelled.json["status"] == "failed")
            #expect(cancelled.json["error_code"] == "submission_unconfirmed")
            #expect(cancelled.json["message"].string?.contains("may have been submitted") ?? false)
            let path = Self.base + "/jobs/\(id)/retry"
            let refused = try await api.client.post(path, [:])
            #expect(refused.status == 409)
            #expect(refused.json["reason"] == "submission_unconfirmed")
            #expect(try await api.client.post(path, ["confirm_not_submitted": "yes"]).status == 422)
            #expect(try await api.client.post(path, ["confirm_not_submitted": true]).status == 200)
            let events = try await api.client.get(Self.base + "/jobs/\(id)/events?event_type=job_retried")
            #expect(events.json["events"].array?.first?["metadata"]["confirmed_not_submitted"] == true)
        }
    }

    @Test func `a job that was submitted is retried on nobody's word`() async throws {
        try await withAPI { api in
            let id = try await make(api)
            let lease = try await start(api)
            #expect(try await api.store.jobs.intendSubmit(lease) == .recorded)
            #expect(try await api.store.jobs.complete(lease, result(submitted: true)) == .completed)
            let path = Self.base + "/jobs/\(id)/retry"
            #expect(try await api.client.post(path, ["confirm_not_submitted": true]).status == 409)
        }
    }

    private func result(submitted: Bool) -> JobResult {
        JobResult(
            data: [:],
            summary: "Done",
            screenshots: [],
            mode: .magnitude,
            cost: CostBreakdown(),
            submitted: submitted
        )
    }

    @Test func `resumes no job that is not paused, and by nobody unknown`() async throws {
        try await withAPI { api in
            let id = try await make(api)
            let path = Self.base + "/valet/resume/\(id)"
            let early = try await api.client.post(path, [:])
            #expect(early.status == 409)
            #expect(early.json["error"] == "invalid_state")
            #expect(try await api.client.post(Self.base + "/valet/resume/\(UUID())", [:]).status == 404)
            _ = try await start(api)
            try await pause(api)
            #expect(try await api.client.post(path, ["resolved_by": "ghost"]).fields == ["resolved_by"])
        }
    }

    private static let solved: JSON = ["resolved_by": "human", "resolution_notes": "Solved CAPTCHA"]

    @Test func `lets a paused job go on with its worker`() async throws {
        try await withAPI { api in
            let id = try await make(api, ["callback_url": "https://valet.example.com/hook"])
            let lease = try await start(api)
            try await pause(api)
            let reply = try await api.client.post(Self.base + "/valet/resume/\(id)", Self.solved)
            #expect(reply.status == 200)
            #expect(reply.json["job_id"].string == id)
            #expect(reply.json["status"] == "running")
            #expect(reply.json["resolved_by"] == "human")
            #expect(try await api.store.workers.heartbeat("worker-1", [lease]).alive == [lease])
            try await expectResumed(id, lease, requeued: false, api)
        }
    }

    @Test func `puts a paused job whose worker is gone back in the queue`() async throws {
        try await withAPI { api in
            let id = try await make(api, ["callback_url": "https://valet.example.com/hook"])
            let lease = try await start(api)
            try await pause(api)
            try await api.pool.execute(
                "update gh_automation_jobs set last_heartbeat = now() - interval '10 minutes'"
            )
            let late = try await api.client.post(Self.base + "/valet/resume/\(id)", Self.solved)
            #expect(late.status == 200)
            #expect(late.json["status"] == "pending")
            #expect(try await api.store.workers.heartbeat("worker-1", [lease]).alive.isEmpty)
            try await expectResumed(id, lease, requeued: true, api)
        }
    }

    private func expectResumed(_ id: String, _ lease: Lease, requeued: JSON, _ api: APIFixture) async throws {
        let told = try await api.store.outbox.list(jobID: lease.jobID).map(\.status)
        #expect(told == ["running", "resumed"])
        let events = try await api.client.get(Self.base + "/jobs/\(id)/events?event_type=hitl_resumed")
        #expect(events.json["events"].array?.map { $0["metadata"]["requeued"] } == [requeued])
        #expect(!events.body.contains(Data("CAPTCHA".utf8)))
    }

    @Test func `of many who answer one paused job exactly one wins`() async throws {
        try await withAPI { api in
            let id = try await make(api)
            _ = try await start(api)
            try await pause(api)
            let codes = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<12 {
                    group.addTask { try await api.client.post(Self.base + "/valet/resume/\(id)", [:]).status }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(codes.sorted() == [200] + Array(repeating: 409, count: 11))
        }
    }

    @Test(
        arguments: [
            ("code_entry", ["code": "1234"], "captcha"), ("skip", [:], "question"),
            ("credentials", ["username": "ann", "password": "Zarsecret"], "2fa"),
            ("answers", ["answers": ["q1": "Yes"]], "login"),
        ] as [(String, JSON, String)]
    )
    func `an answer to something else is refused, and says what to send`(
        type: String,
        data: JSON,
        waitsFor: String
    ) async throws {
        try await withAPI { api in
            let id = try await make(api)
            _ = try await start(api)
            try await pause(api)
            try await api.pool.execute("update gh_automation_jobs set interaction_type = \(waitsFor)")
            let body: JSON = ["resolution_type": .string(type), "resolution_data": data]
            let reply = try await api.client.post(Self.base + "/valet/resume/\(id)", body)
            #expect(reply.status == 409)
            #expect(reply.json["error"] == "resolution_refused")
            #expect(!reply.body.contains(Data("Zarsecret".utf8)))
            #expect(try await api.client.get(Self.base + "/valet/status/\(id)").json["status"] == "paused")
        }
    }

    @Test func `an answer without what it is to hold is refused by name`() async throws {
        try await withAPI { api in
            let cases: [(String, JSON, [String])] = [
                ("code_entry", [:], ["code"]), ("credentials", [:], ["username", "password"]),
                ("answers", [:], ["answers"]), ("answers", ["answers": ["q1": 5]], ["answers.q1"]),
                ("answers", ["answers": ["q1": .string(String(repeating: "x", count: 10_001))]], ["answers.q1"]),
            ]
            for (type, data, missing) in cases {
                let body: JSON = ["resolution_type": .string(type), "resolution_data": data]
                let reply = try await api.client.post(Self.base + "/valet/resume/\(UUID())", body)
                #expect(reply.fields.isSuperset(of: missing.map { "resolution_data.\($0)" }), "\(type) \(reply.fields)")
            }
        }
    }

    @Test func `of many who act on one job at once exactly one wins`() async throws {
        try await withAPI { api in
            for verb in ["cancel", "retry", "cancel"] {
                let id: String
                if verb == "retry" {
                    let jobs = try await api.client.get(Self.base + "/jobs?status=cancelled&limit=1").json["jobs"]
                    id = try #require(jobs.array?.first?["id"].string)
                } else {
                    id = try await make(api)
                }
                let codes = try await withThrowingTaskGroup(of: Int.self) { group in
                    for _ in 0..<12 {
                        group.addTask {
                            try await api.client.post(Self.base + "/jobs/\(id)/\(verb)", [:]).status
                        }
                    }
                    return try await group.reduce(into: [Int]()) { $0.append($1) }
                }
                #expect(codes.sorted() == [200] + Array(repeating: 409, count: 11), "\(verb)")
            }
        }
    }

    @Test func `shows what a user has spent this month`() async throws {
        try await withAPI { api in
            let path = Self.base + "/users/\(Requests.user)/usage"
            let fresh = try await api.client.get(path)
            #expect(
                fresh.keys == [
                    "user_id", "tier", "monthly_budget_usd", "current_month_cost_usd", "remaining_budget_usd",
                    "job_count", "period_start", "period_end", "input_tokens", "output_tokens",
                ]
            )
            #expect(fresh.json["tier"] == "free")
            #expect(fresh.json["remaining_budget_usd"].double == 0.5)
            _ = try await make(api)
            let lease = try await start(api)
            guard case .held(let call) = try await api.store.spending.reserve(NanoDollars(30_000_000), under: lease)
            else { throw NothingReserved() }
            try await api.store.spending.settle(
                call,
                cost: NanoDollars(20_000_000),
                usage: TokenUsage(input: 9, output: 4)
            )
            _ = try await api.store.jobs.complete(lease, result(submitted: false))
            let after = try await api.client.get(path).json
            #expect(after["current_month_cost_usd"].double == 0.02)
            #expect(after["job_count"] == 1)
            #expect(after["input_tokens"] == 9)
            #expect(after["output_tokens"] == 4)
            #expect(try await api.client.get(Self.base + "/users/nobody/usage").status == 404)
        }
    }

    @Test func `forgets what was learned for a user`() async throws {
        try await withAPI { api in
            let user = UUID()
            let answer = LearnedAnswer(question: "Why?", key: "k", values: ["So"], because: [], digest: "d", model: "m")
            try await api.store.learnedAnswers.keep([answer], of: user, from: UUID())
            let path = Self.base + "/users/\(user)/answers"
            let reply = try await api.client.delete(path)
            #expect(reply.status == 200)
            #expect(reply.json["deleted"] == 1)
            #expect(try await api.client.delete(path).json["deleted"] == 0)
            #expect(try await api.store.learnedAnswers.find(["k"], of: user).isEmpty)
        }
    }

    private static let deregister = base + "/valet/workers/deregister"

    @Test func `refuses to take out of service a worker that is not there, and what it cannot read`() async throws {
        try await withAPI { api in
            let unknown = try await api.client.post(Self.deregister, ["target_worker_id": "w9"])
            #expect(unknown.status == 404)
            let vague = try await api.client.post(Self.deregister, ["cancel_active_jobs": 1])
            #expect(vague.fields == ["target_worker_id", "cancel_active_jobs"])
        }
    }

    @Test func `takes a worker out of service, and its jobs when asked`() async throws {
        try await withAPI { api in
            try await api.store.workers.register("w9", maxConcurrent: 2)
            #expect(try await api.store.workers.heartbeat("w9", []).mayClaim)
            let id = try await make(api)
            let lease = try await start(api, worker: "w9")
            let body: JSON = ["target_worker_id": "w9", "reason": "sandbox gone", "cancel_active_jobs": true]
            let reply = try await api.client.post(Self.deregister, body)
            #expect(reply.status == 200)
            #expect(reply.json["reason"] == "sandbox gone")
            #expect(reply.json["deregistered_workers"] == ["w9"])
            #expect(reply.json["cancelled_job_ids"] == [.string(id)])
            #expect(api.stopped.ids == [lease.jobID])
            #expect(api.deliveries.count == 1)
            #expect(try await !api.store.workers.heartbeat("w9", []).mayClaim, "it claims nothing more")
        }
    }

    @Test func `shows a worker that is out of service as draining`() async throws {
        try await withAPI { api in
            try await api.store.workers.register("w9", maxConcurrent: 2)
            let body: JSON = ["target_worker_id": "w9", "cancel_active_jobs": true]
            #expect(try await api.client.post(Self.deregister, body).status == 200)
            let shown = try await api.client.get("/monitoring/workers", key: nil)
            #expect(shown.status == 200)
            #expect(shown.json["count"] == 1)
            let worker = try #require(shown.json["workers"].array?.first)
            #expect(worker["status"] == "draining")
            #expect(worker["max_concurrent"] == 2)
            #expect(worker["active_jobs"] == 0)
        }
    }

    @Test func `no request without a key changes anything`() async throws {
        try await withAPI { api in
            let id = try await make(api)
            for path in ["/jobs/\(id)/cancel", "/jobs/\(id)/retry", "/jobs", "/jobs/batch", "/valet/resume/\(id)"] {
                #expect(try await api.client.post(Self.base + path, [:], key: nil).status == 401)
            }
            for path in ["/jobs", "/jobs/\(id)", "/jobs/\(id)/status", "/users/\(Requests.user)/usage"] {
                #expect(try await api.client.get(Self.base + path, key: nil).status == 401)
            }
        }
    }

    /// Text that no field, parameter or path expects.
    private static let odd = [
        "%00", "%27%3B--", "-1", "99999999999999999999", "%F0%9F%98%80", "1e9", "%25", "a%00b", ",,,", "null",
        "2026-02-31%2000:00:00%2B00", "%20",
    ]

    @Test func `odd parameters and paths are refused by name and break nothing`() async throws {
        try await withAPI { api in
            let id = try await make(api)
            let lists = ["status", "status[]", "job_type", "user_id", "limit", "offset", "sort", "cursor"]
            let events = ["limit", "offset", "event_type"]
            var paths = Self.odd.flatMap { odd in
                lists.map { "/jobs?\($0)=\(odd)" } + events.map { "/jobs/\(id)/events?\($0)=\(odd)" }
                    + ["/jobs/\(odd)", "/jobs/\(odd)/status", "/users/\(odd)/usage", "/valet/status/\(odd)"]
            }
            let forged = Data("\(UUID().uuidString) 2026-02-31 00:00:00+00".utf8).base64EncodedString()
            paths.append("/jobs?cursor=\(forged.replacing("=", with: ""))")
            for path in paths {
                let reply = try await api.client.get(Self.base + path)
                #expect(reply.status < 500, "\(path): \(reply.status) \(reply.json)")
                #expect(reply.status == 200 || reply.json["error"].string != nil, "\(path)")
            }
        }
    }

    @Test func `odd bodies are refused by name and break nothing`() async throws {
        try await withAPI { api in
            let id = try await make(api)
            let paths = [
                "/jobs", "/jobs/batch", "/jobs/\(id)/retry", "/valet/resume/\(id)", "/valet/workers/deregister",
                "/jobs/\(id)/cancel", "/valet/apply", "/valet/task",
            ]
            let deep = String(repeating: "[", count: 3000) + String(repeating: "]", count: 3000)
            let raw =
                [
                    "", "null", "7", "[]", "\"x\"", "{", "{\"jobs\":[{}]}", "{\"jobs\":[null,7,\"x\",[],{}]}", deep,
                    "{\"target_worker_id\":\"a\\u0000b\"}", "{\"confirm_not_submitted\":1}",
                    "{\"resolved_by\":\"human\",\"resolved_by\":\"system\"}", "{\"a\":\(deep)}",
                    "{\"target_worker_id\":\"\(String(repeating: "x", count: 300))\"}",
                    "{\"jobs\":[{\"metadata\":{\"a\":\"\\u0000\"}}],\"defaults\":[]}",
                ].map { Data($0.utf8) } + [Data([0xff, 0xfe, 0x7b, 0x7d]), Data(repeating: 0x20, count: 2_000_000)]
            for path in paths {
                for body in raw {
                    let reply = try await api.client.post(Self.base + path, raw: body)
                    let shown = String(decoding: body.prefix(40), as: UTF8.self)
                    #expect(reply.status < 500, "\(path) \(shown): \(reply.status) \(reply.json)")
                }
            }
        }
    }
}

private struct NothingReserved: Error {}
