public import FoundationEssentials

/// The bodies of callbacks, with the additive members of R11.
public struct CallbackPayload: Sendable {
    /// The job the callback is about.
    public var job: Job
    /// What is told.
    public var status: CallbackStatus
    /// Unique for this callback; equal to the `webhook-id` header (R11).
    public var eventID: String
    /// When it happened.
    public var timestamp: Date
    /// A URL at which the final screenshot opens.
    public var screenshotURL: String?
    /// A URL at which the page of a paused job opens (R52).
    public var liveURL: String?

    /// A callback about a job.
    public init(
        job: Job,
        status: CallbackStatus,
        eventID: String,
        timestamp: Date,
        screenshotURL: String? = nil,
        liveURL: String? = nil
    ) {
        self.liveURL = liveURL
        self.job = job
        self.status = status
        self.eventID = eventID
        self.timestamp = timestamp
        self.screenshotURL = screenshotURL
    }

    /// The body to store and send.
    ///
    /// Its `attempt` counts the job's attempts, not the deliveries.
    public var json: JSON {
        let time = JSON.string(Timestamp.text(timestamp))
        var members: [String: JSON] = [
            "job_id": .id(job.id),
            "valet_task_id": .optional(job.valetTaskID),
            "status": JSON(status),
            "completed_at": time,
            "timestamp": time,
            "event_id": .string(eventID),
            "attempt": JSON(job.retryCount + 1),
        ]
        switch status {
        case .completed: members.merge(completedMembers) { _, new in new }
        case .failed: members.merge(failedMembers) { _, new in new }
        case .needsHuman: members["interaction"] = interaction
        case .running, .resumed, .cancelled, .expired: break
        }
        return .object(members)
    }

    private var completedMembers: [String: JSON] {
        let view = JobView(job)
        var members: [String: JSON] = [
            "result_data": job.resultData,
            "result_summary": .optional(job.resultSummary),
            "screenshot_url": .optional(screenshotURL),
            "cost": view.costSummary,
            "execution_mode": JSON(job.executionMode),
            "browser_mode": .string(job.browserMode),
            "final_mode": .optional(job.finalMode?.rawValue),
            "cost_breakdown": view.costBreakdown,
        ]
        if !view.manual.isNull { members["manual"] = view.manual }
        return members
    }

    /// What the job waits for, with a link that opens the picture.
    private var interaction: JSON {
        var interaction = JobView(job).interaction.object ?? [:]
        if let screenshotURL { interaction["screenshot_url"] = .string(screenshotURL) }
        if let liveURL { interaction["live_url"] = .string(liveURL) }
        return .object(interaction)
    }

    private var failedMembers: [String: JSON] {
        [
            "error_code": .optional(job.errorCode),
            "error_message": .optional(job.errorDetails["message"].string ?? job.statusMessage),
            "cost": JobView(job).costSummary,
        ]
    }
}
