/// A job as `GET /valet/status/:jobId` shows it.
public struct JobView: Sendable {
    private let job: Job

    /// A view of a row.
    ///
    /// - Parameter job: the row.
    public init(_ job: Job) { self.job = job }

    /// The whole reply.
    public var status: JSON {
        var members: [String: JSON] = [
            "job_id": .id(job.id),
            "valet_task_id": .optional(job.valetTaskID),
            "status": JSON(job.status),
            "status_message": .optional(job.statusMessage),
            "worker_id": .optional(job.workerID),
            "execution_mode": JSON(job.executionMode),
            "browser_mode": .string(job.browserMode),
            "final_mode": .optional(job.finalMode?.rawValue),
            "progress": job.metadata[.progress],
            "timestamps": [
                "created_at": .string(Timestamp.text(job.createdAt)),
                "started_at": .optional(job.startedAt.map(Timestamp.text)),
                "completed_at": .optional(job.completedAt.map(Timestamp.text)),
            ],
        ]
        members["manual"] = manual
        members["cost_breakdown"] = costBreakdown
        members["result"] = job.status == .completed ? result : .null
        members["error"] = job.status == .failed ? error : .null
        members["interaction"] = job.status == .paused ? interaction : .null
        return .object(members)
    }

    /// The `manual` object, or null before one was looked up.
    public var manual: JSON {
        let engine = job.metadata[.engine]
        guard engine.object != nil else { return .null }
        return [
            "id": engine["manual_id"], "status": engine["manual_status"], "health_score": engine["health_score"],
            "fallback_reason": engine["fallback_reason"],
        ]
    }

    /// The `cost_breakdown` object, or null before the job was started.
    public var costBreakdown: JSON { job.metadata[.costBreakdown] }

    /// The short `cost` object of callbacks.
    public var costSummary: JSON {
        guard costBreakdown.object != nil else { return CostBreakdown().summary }
        return [
            "total_cost_usd": costBreakdown["total_cost_usd"], "action_count": costBreakdown["action_count"],
            "total_tokens": costBreakdown["total_tokens"],
        ]
    }

    /// The `interaction` object of a paused job.
    public var interaction: JSON {
        var members = job.interactionData.object ?? [:]
        members["type"] = .optional(job.interactionType)
        members["timeout_seconds"] = JSON(job.hitlTimeoutSeconds)
        members["paused_at"] = job.pausedAt.map { .string(Timestamp.text($0)) }
        return .object(members)
    }

    private var result: JSON {
        [
            "data": job.resultData, "summary": .optional(job.resultSummary),
            "screenshots": .array(job.screenshotURLs.map(JSON.string)),
        ]
    }

    private var error: JSON {
        [
            "code": .optional(job.errorCode), "message": job.errorDetails["message"],
            "details": job.errorDetails, "screenshots": .array(job.screenshotURLs.map(JSON.string)),
        ]
    }
}
