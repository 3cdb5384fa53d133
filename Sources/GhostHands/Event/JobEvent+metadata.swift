/// The keys of every event's metadata: written by the functions in `JobEvent+attempt.swift` and
/// `JobEvent+job.swift`, read by the members below and by statements about events, and spelled nowhere else.
extension JobEvent {
    /// A key of the metadata, by its name on the wire.
    package enum Key: String, Sendable, CaseIterable {
        case action, kind, mode, reason, content, count, page, url, platform, fields, lines, items, button, model, sign
        case domain, dropped, hosts, source, steps, version, handler, attempt, seconds, inputs, pictures
        case actionCount = "action_count"
        case actionLimit = "action_limit"
        case blockerType = "blocker_type"
        case cachedTokens = "cached_tokens"
        case challengesPresent = "challenges_present"
        case confidence
        case confirmationNumber = "confirmation_number"
        case confirmedNotSubmitted = "confirmed_not_submitted"
        case cookbookSteps = "cookbook_steps"
        case costCents = "cost_cents"
        case costUSD = "cost_usd"
        case errorCode = "error_code"
        case errorMessage = "error_message"
        case estimated
        case eventID = "event_id"
        case finalMode = "final_mode"
        case fromMode = "from_mode"
        case fromStatus = "from_status"
        case healthScore = "health_score"
        case inputTokens = "input_tokens"
        case jobType = "job_type"
        case magnitudeSteps = "magnitude_steps"
        case manualID = "manual_id"
        case outputTokens = "output_tokens"
        case pageURL = "page_url"
        case qualityPreset = "quality_preset"
        case pausedSeconds = "paused_seconds"
        case remainingBudget = "remaining_budget"
        case repeats
        case requeued
        case resolutionType = "resolution_type"
        case resolvedBy = "resolved_by"
        case resultSummary = "result_summary"
        case retryCount = "retry_count"
        case retryInSeconds = "retry_in_seconds"
        case screenshotURL = "screenshot_url"
        case sessionStored = "session_stored"
        case step
        case stepCount = "step_count"
        case storagePath = "storage_path"
        case stepNumber = "step_number"
        case taskBudget = "task_budget"
        case timeoutSeconds = "timeout_seconds"
        case toMode = "to_mode"
        case toStatus = "to_status"
        case totalTokens = "total_tokens"
        case urlPattern = "url_pattern"
        case workerID = "worker_id"
    }

    init(_ type: EventType, _ metadata: [Key: JSON]) {
        self.init(type, Dictionary(uniqueKeysWithValues: metadata.map { ($0.key.rawValue, $0.value) }))
    }

    subscript(key: Key) -> JSON { metadata[key.rawValue] ?? .null }
}

// MARK: What is read of them

extension JobEvent {
    /// What was done or begun, in words.
    public var action: String? { self[.action].string }
    /// Why something failed, was refused or was switched.
    public var reason: String? { self[.reason].string }
    /// Which mode was at work: of a step, or of the whole job.
    public var mode: FinalMode? {
        (self[.mode].string ?? self[.finalMode].string).flatMap(FinalMode.init(rawValue:))
    }
    /// What the agent thinks.
    public var content: String? { self[.content].string }
    /// The worker that took the job.
    public var workerID: String? { self[.workerID].string }
    /// The page's number.
    public var page: Int? { self[.page].int }
    /// How many fields the page has.
    public var fieldCount: Int? { self[.fields].int }
    /// How healthy the manual is, 0...100.
    public var healthScore: Double? { self[.healthScore].double }
    /// How many steps the manual has.
    public var stepCount: Int? { self[.steps].int }
    /// How many answers were recalled.
    public var count: Int? { self[.count].int }
    /// What stands in the way.
    public var blockerType: String? { self[.blockerType].string }
    /// How a human has answered.
    public var resolutionType: String? { self[.resolutionType].string }
    /// What the confirmation is filed under.
    public var confirmationNumber: String? { self[.confirmationNumber].string }
    /// What came of the job, in a sentence.
    public var resultSummary: String? { self[.resultSummary].string }
    /// The error's code.
    public var errorCode: String? { self[.errorCode].string }
    /// What went wrong, in a sentence.
    public var errorMessage: String? { self[.errorMessage].string }
    /// The model that was asked.
    public var model: String? { self[.model].string }
    /// How many tokens a model call took, in and out.
    public var tokenCount: Int { (self[.inputTokens].int ?? 0) + (self[.outputTokens].int ?? 0) }
    /// What it cost, in dollars: of a model call, or of the whole job.
    public var dollars: Double? { self[.costUSD].double ?? self[.costCents].double.map { $0 / 100 } }
    /// How many actions there were.
    public var actionCount: Int? { self[.actionCount].int }
}
