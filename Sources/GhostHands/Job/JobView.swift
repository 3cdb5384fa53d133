/// The parts of a job that replies and callbacks share.
public struct JobView: Sendable {
    private let job: Job

    /// A view of a row.
    ///
    /// - Parameter job: the row.
    public init(_ job: Job) { self.job = job }

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
}
