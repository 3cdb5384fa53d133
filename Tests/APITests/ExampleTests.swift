import Foundation
import GhostHands
import Postgres
import Store
import Testing

/// The contract's own examples, word for word, against the API and against its description.
@Suite("The contract's examples") struct ExampleTests {
    private static let base = "/api/v1/gh"

    /// What callers send, as they were told to; with a UUID where their examples have `user-uuid`.
    private static let requests: [(path: String, body: String)] = [
        (
            "/valet/task",
            """
            {"valet_task_id": "valet-789", "valet_user_id": "00000000-0000-0000-0000-000000000001", "job_type": "scrape",
             "target_url": "https://example.com/jobs", "task_description": "Scrape all job listings from this page",
             "input_data": {}, "callback_url": "https://valet.example.com/webhook/gh", "quality": "speed", "priority": 3,
             "timeout_seconds": 120}
            """
        ),
        (
            "/valet/apply",
            """
            {"valet_task_id": "task-001", "valet_user_id": "00000000-0000-0000-0000-000000000001",
             "target_url": "https://boards.greenhouse.io/acme/jobs/123",
             "callback_url": "https://valet.example.com/webhook/gh",
             "profile": {"first_name": "Alice", "last_name": "Smith", "email": "alice@example.com"}}
            """
        ),
    ]

    /// What the contract shows as replies: 4.1, 4.3, 4.4, 12.1, 12.2, 12.3.
    private static let replies: [(method: String, path: String, status: Int, body: String)] = [
        (
            "POST", "/valet/apply", 201,
            """
            {"job_id": "550e8400-e29b-41d4-a716-446655440000", "valet_task_id": "valet-456", "status": "pending",
             "created_at": "2026-02-16T12:00:00Z"}
            """
        ),
        (
            "POST", "/valet/apply", 409,
            """
            {"job_id": "existing-job-id", "valet_task_id": "valet-456", "status": "completed", "duplicate": true}
            """
        ),
        (
            "GET", "/valet/status/x", 200,
            """
            {"job_id": "550e8400-e29b-41d4-a716-446655440000", "valet_task_id": "valet-456", "status": "completed",
             "status_message": "Application submitted", "execution_mode": "auto", "browser_mode": "server",
             "final_mode": "cookbook",
             "manual": {"id": "manual-uuid", "status": "cookbook_success", "health_score": 95, "fallback_reason": null},
             "cost_breakdown": {"total_cost_usd": 0.0005, "action_count": 8, "total_tokens": 0, "cookbook_steps": 8,
                                "magnitude_steps": 0, "cookbook_cost_usd": 0.0005, "magnitude_cost_usd": 0.0},
             "progress": {"step": "completed", "progress_pct": 100, "description": "Application complete",
                          "action_index": 8, "total_actions_estimate": 10, "current_action": null,
                          "started_at": "2026-02-16T12:00:01Z", "elapsed_ms": 3200, "eta_ms": null,
                          "execution_mode": "cookbook", "manual_id": "manual-uuid"},
             "result": {"data": {"submitted": true, "confirmation_number": "APP-12345"},
                        "summary": "Application submitted successfully", "screenshots": ["https://...final.png"]},
             "error": null, "interaction": null,
             "timestamps": {"created_at": "2026-02-16T12:00:00Z", "started_at": "2026-02-16T12:00:01Z",
                            "completed_at": "2026-02-16T12:00:04Z"}}
            """
        ),
        ("POST", "/valet/resume/x", 200, #"{"job_id": "abc-123", "status": "running", "resolved_by": "human"}"#),
        (
            "POST", "/jobs/x/cancel", 200,
            #"{"id": "job-uuid", "status": "cancelled", "completed_at": "2026-02-16T12:05:00Z"}"#
        ),
        ("POST", "/jobs/x/retry", 200, #"{"id": "job-uuid", "status": "pending", "retry_count": 2}"#),
        (
            "GET", "/jobs/x/events", 200,
            """
            {"events": [
               {"id": "event-uuid", "job_id": "job-uuid", "event_type": "mode_selected",
                "metadata": {"mode": "cookbook", "manual_id": "manual-uuid", "reason": "manual_found"},
                "actor": "worker-1", "created_at": "2026-02-16T12:00:01Z"},
               {"id": "event-uuid-2", "event_type": "step_started",
                "metadata": {"action": "click", "action_count": 1},
                "actor": "worker-1", "created_at": "2026-02-16T12:00:02Z"}],
             "total": 12, "limit": 100, "offset": 0}
            """
        ),
    ]

    private static func json(_ text: String) throws -> JSON { try JSON(parsing: Data(text.utf8)) }

    @Test func `what the contract sends is taken, and is what the document describes`() async throws {
        try await withAPI { api in
            let bodies =
                try [("/valet/apply", try Requests.apply())] + Self.requests.map { ($0.path, try Self.json($0.body)) }
            for (path, body) in bodies {
                #expect(Described.faults("POST", Self.base + path, sending: body).isEmpty, "\(path)")
                let reply = try await api.client.post(Self.base + path, body)
                #expect(reply.status == 201)
                #expect(reply.keys.isSuperset(of: ["job_id", "valet_task_id", "status", "created_at"]))
                #expect(reply.json["status"] == "pending")
                #expect(reply.json["valet_task_id"] == body["valet_task_id"])
                let id = try #require(reply.json["job_id"].string)
                let status = try await api.client.get(Self.base + "/valet/status/\(id)")
                // What 17's `jq` asks for.
                #expect(status.keys.isSuperset(of: ["status", "final_mode", "manual", "cost_breakdown"]))
            }
            let again = try await api.client.post(Self.base + "/valet/apply", try Requests.apply())
            #expect(again.status == 409)
            #expect(again.json["duplicate"] == true)
        }
    }

    @Test func `a paused job is let go on in the contract's words`() async throws {
        try await withAPI { api in
            let made = try await api.client.post(Self.base + "/valet/apply", try Requests.apply())
            let id = try #require(made.json["job_id"].string)
            let answer = try Self.json(#"{ "resolved_by": "human", "resolution_notes": "Solved CAPTCHA" }"#)
            #expect(Described.faults("POST", Self.base + "/valet/resume/x", sending: answer).isEmpty)
            #expect(try await api.client.post(Self.base + "/valet/resume/\(id)", answer).status == 409)
            #expect(try await api.client.post(Self.base + "/valet/resume/\(UUID())", answer).status == 404)
            _ = try await api.store.jobs.claim(workerID: "worker-1", limit: 1)
            try await api.pool.execute("update gh_automation_jobs set status = 'paused', paused_at = now()")
            let resumed = try await api.client.post(Self.base + "/valet/resume/\(id)", answer)
            #expect(resumed.status == 200)
            #expect(resumed.json["status"] == "running")
            #expect(resumed.json["resolved_by"] == "human")
            #expect(resumed.json["job_id"].string == id)
        }
    }

    @Test func `the contract's query of events has its columns`() async throws {
        try await withAPI { api in
            let made = try await api.client.post(Self.base + "/valet/apply", try Requests.apply())
            let id = try #require(made.json["job_id"].string.flatMap(UUID.init(uuidString:)))
            try await api.pool.execute(
                """
                insert into gh_job_events (job_id, event_type, metadata)
                values (\(id), 'mode_selected', '{"mode": "cookbook", "manual_id": "m", "reason": "manual_found"}')
                """
            )
            let rows = try await api.pool.query(
                """
                SELECT event_type, metadata->>'mode' as mode,
                       metadata->>'manual_id' as manual_id,
                       metadata->>'reason' as reason,
                       created_at
                FROM gh_job_events
                WHERE job_id = \(id)
                  AND event_type IN ('mode_selected', 'mode_switched', 'manual_found', 'manual_created')
                ORDER BY created_at;
                """
            )
            #expect(
                try rows.map { try $0.string("mode") + $0.string("manual_id") + $0.string("reason") } == [
                    "cookbookmmanual_found"
                ]
            )
        }
    }

    @Test func `what the contract shows as replies is what the document describes`() throws {
        for reply in Self.replies {
            #expect(Described.operation(reply.method, Self.base + reply.path) != nil, "\(reply.path)")
            let faults = Described.faults(reply.method, Self.base + reply.path, reply.status, try Self.json(reply.body))
            #expect(faults.isEmpty)
        }
    }

    @Test func `the document is no rubber stamp`() throws {
        var body = try Requests.apply().object ?? [:]
        body["priority"] = 11
        body["profile"] = nil
        body["quality"] = "best"
        #expect(Described.faults("POST", Self.base + "/valet/apply", sending: .object(body)).count == 3)
        #expect(!Described.faults("GET", Self.base + "/valet/status/x", 200, ["job_id": 7]).isEmpty)
        #expect(!Described.faults("GET", Self.base + "/valet/status/x", 302, [:]).isEmpty)
    }
}
