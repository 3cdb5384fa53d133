/// One entry of a job's event log (R33).
public struct JobEvent: Sendable, Hashable {
    /// What happened.
    public var type: EventType
    /// The keys that callers were promised; further ones are additive.
    public var metadata: [String: JSON]

    /// An entry.
    public init(_ type: EventType, _ metadata: [String: JSON] = [:]) {
        self.type = type
        self.metadata = metadata
    }
}

/// The kinds of event, by their names on the wire.
public enum EventType: String, Sendable, Hashable, CaseIterable {
    case jobStarted = "job_started"
    case modeSelected = "mode_selected"
    case manualFound = "manual_found"
    case modeSwitched = "mode_switched"
    case stepStarted = "step_started"
    case stepCompleted = "step_completed"
    /// Additive: a field that the form would not take, with the reason.
    case stepFailed = "step_failed"
    case manualCreated = "manual_created"
    case hitlPaused = "hitl_paused"
    case hitlResumed = "hitl_resumed"
    case hitlTimeout = "hitl_timeout"
    /// Additive: a person wants to take the running job over (R53).
    case takeOverRequested = "takeover_requested"
    /// Additive: another page goes on with a job whose own was gone when it was resumed (R51).
    case resumedElsewhere = "resumed_elsewhere"
    /// Additive: somebody opened the job's page to help with it.
    case liveOpened = "live_opened"
    /// Additive: they left it, after so many inputs.
    case liveClosed = "live_closed"
    case browserCrashDetected = "browser_crash_detected"
    case browserCrashRecovered = "browser_crash_recovered"
    case sessionRestored = "session_restored"
    case sessionSaved = "session_saved"
    /// Additive: a site wanted a login though a session of it was restored.
    case sessionExpired = "session_expired"
    case budgetPreflightFailed = "budget_preflight_failed"
    case jobCompleted = "job_completed"
    case jobFailed = "job_failed"
    /// The predecessor's: what the agent thinks, in a sentence without applicant data.
    case thought
    /// The predecessor's: what a model call took.
    case tokensUsed = "tokens_used"
    /// Additive: the model wanted something beyond the form, as a page may talk one into; it was not done.
    case offFormInstruction = "off_form_instruction"
    /// Additive: answers that a model derived earlier were used again.
    case answersRecalled = "answers_recalled"
    /// Additive: the page was read.
    case pageRead = "page_read"
    /// Additive: something that only a human can pass was seen.
    case blockerDetected = "blocker_detected"
    /// Additive: the final submit is about to be pressed (R8).
    case submitIntended = "submit_intended"
    /// Additive: the form refused the submit (R8).
    case submitRejected = "submit_rejected"
    /// Additive: the evidence that the submit was accepted (R26).
    case submitConfirmed = "submit_confirmed"
    /// Additive: answers left the page as something else than they were entered.
    case sentDifferently = "sent_differently"
    /// Additive: a person gave other answers before they sent the form (R62).
    case changedByPerson = "changed_by_person"
    /// Additive: an attempt failed and the job waits for the next one.
    case attemptFailed = "attempt_failed"
    /// Additive: a worker gave the job back, or lost it.
    case jobReleased = "job_released"
    case jobCancelled = "job_cancelled"
    case jobExpired = "job_expired"
    case jobRetried = "job_retried"
    /// Additive: a recording of the attempt is kept.
    case traceKept = "trace_kept"
    /// Additive: somebody wants a callback delivered again.
    case callbackRedelivered = "callback_redelivered"
    /// The predecessor's trigger event: from and to which status.
    case statusChange = "status_change"
}
