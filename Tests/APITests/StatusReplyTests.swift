import Foundation
import GhostHands
import Testing

@testable import API

@Suite struct StatusReplyTests {
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

    private func keys(_ json: JSON) -> Set<String> { Set((json.object ?? [:]).keys) }

    @Test func `a completed job is shown as the contract shows it`() throws {
        let status = ValetReplies.status.json(try job(.completed))
        #expect(
            keys(status) == [
                "job_id", "valet_task_id", "status", "status_message", "worker_id", "execution_mode", "browser_mode",
                "final_mode", "manual", "cost_breakdown", "progress", "result", "error", "interaction", "timestamps",
            ]
        )
        #expect(status["job_id"] == "550e8400-e29b-41d4-a716-446655440000")
        #expect(status["status"] == "completed")
        #expect(status["execution_mode"] == "auto")
        #expect(status["browser_mode"] == "server")
        #expect(status["final_mode"] == "cookbook")
        #expect(
            status["manual"] == [
                "id": "manual-uuid", "status": "cookbook_success", "health_score": 95, "fallback_reason": .null,
            ]
        )
        #expect(status["result"]["data"]["confirmation_number"] == "APP-12345")
        #expect(status["result"]["summary"] == "Application submitted successfully")
        #expect(status["result"]["screenshots"] == ["https://shots.example.com/final.png"])
        #expect(status["error"] == .null)
        #expect(status["interaction"] == .null)
        #expect(status["timestamps"]["created_at"] == "2026-02-16T12:00:00.000Z")
        #expect(status["timestamps"]["completed_at"] == "2026-02-16T12:00:04.000Z")
    }

    @Test func `only the part that belongs to the status is shown`() throws {
        let failed = ValetReplies.status.json(try job(.failed))
        #expect(failed["result"] == .null)
        #expect(failed["error"]["code"] == "timeout")
        #expect(failed["error"]["message"] == "Job execution timeout")
        let paused = ValetReplies.status.json(try job(.paused))
        #expect(paused["error"] == .null)
        #expect(paused["interaction"]["type"] == "captcha")
        #expect(paused["interaction"]["timeout_seconds"] == 300)
        #expect(paused["interaction"]["page_url"] == "https://example.com/apply")
        let running = ValetReplies.status.json(try job(.running))
        #expect(running["result"] == .null)
        #expect(running["error"] == .null)
        #expect(running["interaction"] == .null)
        #expect(running["progress"]["step"] == "completed")
    }

    @Test func `a job that never began has neither manual nor cost`() throws {
        var fresh = try job(.pending)
        fresh.metadata = [:]
        let status = ValetReplies.status.json(fresh)
        #expect(status["manual"] == .null)
        #expect(status["cost_breakdown"] == .null)
        #expect(status["progress"] == .null)
    }
}
