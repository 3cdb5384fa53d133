import Foundation
import GhostHands
import Testing

@Suite struct JobShapeTests {
    private let start = Date(timeIntervalSince1970: 1_771_243_200)

    private func job(_ status: JobStatus) throws -> Job {
        let id = try #require(UUID(uuidString: "550E8400-E29B-41D4-A716-446655440000"))
        let user = try #require(UUID(uuidString: "00000000-0000-0000-0000-000000000001"))
        var job = Job(id: id, userID: user, jobType: .apply, targetURL: "https://example.com/job", createdAt: start)
        job.valetTaskID = "valet-456"
        job.status = status
        job.startedAt = start.addingTimeInterval(1)
        job.metadata = [
            "progress": ["step": "completed"],
            "engine": ["manual_id": "manual-uuid", "manual_status": "cookbook_success", "health_score": 95],
            "cost_breakdown": [
                "total_cost_usd": 0.0005, "action_count": 8, "total_tokens": 0, "cookbook_steps": 8,
                "magnitude_steps": 0, "cookbook_cost_usd": 0.0005, "magnitude_cost_usd": 0.0,
            ],
        ]
        job.finalMode = .cookbook
        job.resultData = ["submitted": true, "confirmation_number": "APP-12345"]
        job.resultSummary = "Application submitted successfully"
        job.screenshotURLs = ["https://shots.example.com/final.png"]
        job.errorCode = "timeout"
        job.errorDetails = ["message": "Job execution timeout"]
        job.interactionType = "captcha"
        job.interactionData = ["page_url": "https://example.com/apply", "screenshot_url": "https://shots/b.png"]
        job.pausedAt = start.addingTimeInterval(2)
        job.completedAt = start.addingTimeInterval(4)
        return job
    }

    private func payload(_ status: CallbackStatus, _ jobStatus: JobStatus) throws -> JSON {
        CallbackPayload(
            job: try job(jobStatus),
            status: status,
            eventID: "evt-1",
            timestamp: start.addingTimeInterval(4),
            screenshotURL: "https://signed.example.com/final.png"
        ).json
    }

    private func keys(_ json: JSON) -> Set<String> { Set((json.object ?? [:]).keys) }

    private let common: Set<String> = [
        "job_id", "valet_task_id", "status", "completed_at", "timestamp", "event_id", "attempt",
    ]

    @Test func `the completed callback carries result, cost and mode`() throws {
        let payload = try payload(.completed, .completed)
        #expect(
            keys(payload)
                == common.union([
                    "result_data", "result_summary", "screenshot_url", "cost", "execution_mode", "browser_mode",
                    "final_mode", "cost_breakdown", "manual",
                ])
        )
        #expect(payload["result_data"]["submitted"] == true)
        #expect(payload["cost"] == ["total_cost_usd": 0.0005, "action_count": 8, "total_tokens": 0])
        #expect(payload["screenshot_url"] == "https://signed.example.com/final.png")
        #expect(payload["completed_at"] == "2026-02-16T12:00:04.000Z")
        #expect(payload["timestamp"] == payload["completed_at"])
        #expect(payload["event_id"] == "evt-1")
        #expect(payload["attempt"] == 1)
    }

    @Test func `the failed callback names code, message and cost`() throws {
        let payload = try payload(.failed, .failed)
        #expect(keys(payload) == common.union(["error_code", "error_message", "cost"]))
        #expect(payload["error_code"] == "timeout")
        #expect(payload["error_message"] == "Job execution timeout")
        #expect(payload["cost"]["action_count"] == 8)
    }

    @Test func `the needs_human callback says what a human is to do`() throws {
        let payload = try payload(.needsHuman, .paused)
        #expect(keys(payload) == common.union(["interaction"]))
        #expect(payload["interaction"]["type"] == "captcha")
        #expect(payload["interaction"]["screenshot_url"] == "https://signed.example.com/final.png")
        #expect(payload["interaction"]["page_url"] == "https://example.com/apply")
        #expect(payload["interaction"]["timeout_seconds"] == 300)
    }

    @Test(arguments: [CallbackStatus.running, .resumed, .cancelled, .expired])
    func `the other callbacks carry nothing but the change`(status: CallbackStatus) throws {
        let payload = try payload(status, .running)
        #expect(keys(payload) == common)
        #expect(payload["status"] == .string(status.rawValue))
    }
}
