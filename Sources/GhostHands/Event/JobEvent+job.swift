// What becomes of a job as a whole.

extension JobEvent {
    /// A worker took the job, with this budget.
    public static func jobStarted(_ job: Job, budget: NanoDollars) -> JobEvent {
        JobEvent(
            .jobStarted,
            [
                .workerID: .optional(job.workerID), .jobType: .string(job.jobType.rawValue),
                .qualityPreset: .string(job.quality.rawValue), .taskBudget: .number(budget.dollars),
                .actionLimit: JSON(job.jobType.actionLimit),
            ]
        )
    }

    /// The job is done.
    public static func jobCompleted(
        _ type: JobType,
        summary: String,
        cost: CostBreakdown,
        mode: FinalMode
    ) -> JobEvent {
        JobEvent(
            .jobCompleted,
            [
                .handler: .string(type.rawValue), .resultSummary: .string(summary),
                .actionCount: JSON(cost.actionCount), .totalTokens: JSON(cost.totalTokens),
                .costCents: .number(cost.total.cents), .finalMode: .string(mode.rawValue),
                .cookbookSteps: JSON(cost.cookbookSteps),
                .magnitudeSteps: JSON(cost.magnitudeSteps),
            ]
        )
    }

    /// The job has failed for good.
    public static func jobFailed(_ failure: JobFailure, retryCount: Int) -> JobEvent {
        JobEvent(.jobFailed, members(failure, retryCount))
    }

    /// An attempt failed, and the job waits for the next one, this many whole seconds.
    public static func attemptFailed(_ failure: JobFailure, retryCount: Int, retryIn seconds: Int64) -> JobEvent {
        JobEvent(.attemptFailed, members(failure, retryCount).merging([.retryInSeconds: .int(seconds)]) { $1 })
    }

    private static func members(_ failure: JobFailure, _ retryCount: Int) -> [Key: JSON] {
        [
            .errorCode: .string(failure.code.rawValue), .errorMessage: .string(failure.message),
            .actionCount: JSON(failure.cost.actionCount), .retryCount: JSON(retryCount),
        ]
    }

    /// A worker gave the job back, or lost it.
    public static func jobReleased(reason: String) -> JobEvent { JobEvent(.jobReleased, [.reason: .string(reason)]) }

    /// The caller called the job off.
    public static func jobCancelled(from status: JobStatus) -> JobEvent {
        JobEvent(.jobCancelled, [.fromStatus: .string(status.rawValue)])
    }

    /// The job waited for longer than its caller wanted.
    public static let jobExpired = JobEvent(.jobExpired)

    /// A recording of the attempt is kept under a key of the files' store.
    public static func traceKept(_ key: String) -> JobEvent { JobEvent(.traceKept, [.storagePath: .string(key)]) }

    /// Somebody wants a callback delivered again.
    ///
    /// - Parameters:
    ///   - id: the callback's `webhook-id`.
    ///   - status: what it tells.
    public static func callbackRedelivered(_ id: String, status: String) -> JobEvent {
        JobEvent(.callbackRedelivered, [.eventID: .string(id), .toStatus: .string(status)])
    }

    /// The caller wants an ended job done anew; whether a person found out that its begun submit did not go through.
    public static func jobRetried(_ before: Job, retryCount: Int, confirmedNotSubmitted: Bool) -> JobEvent {
        var metadata: [Key: JSON] = [
            .retryCount: JSON(retryCount), .fromStatus: .string(before.status.rawValue),
            .errorCode: .optional(before.errorCode),
        ]
        if confirmedNotSubmitted { metadata[.confirmedNotSubmitted] = true }
        return JobEvent(.jobRetried, metadata)
    }

    /// Somebody opened the job's page to help with it.
    public static func liveOpened(_ mode: LiveMode) -> JobEvent {
        JobEvent(.liveOpened, [.mode: .string(mode.rawValue)])
    }

    /// They left it: counts, and nothing of what they did.
    public static func liveClosed(_ mode: LiveMode, _ visit: LiveVisit, seconds: Int) -> JobEvent {
        JobEvent(
            .liveClosed,
            [
                .mode: .string(mode.rawValue), .seconds: JSON(seconds), .inputs: JSON(visit.inputs),
                .pictures: JSON(visit.pictures), .reason: .string("\(visit.ending)"),
            ]
        )
    }

    /// The browser died under the attempt, for the so-manieth time.
    public static func browserCrashDetected(attempt: Int, message: String) -> JobEvent {
        JobEvent(.browserCrashDetected, [.attempt: JSON(attempt), .errorMessage: .string(message)])
    }

    /// Another browser has taken the dead one's place.
    public static func browserCrashRecovered(attempt: Int) -> JobEvent {
        JobEvent(.browserCrashRecovered, [.attempt: JSON(attempt)])
    }

    /// A model call was not made: the user's month has not that much left.
    public static func budgetPreflightFailed(left: NanoDollars, budget: NanoDollars) -> JobEvent {
        JobEvent(
            .budgetPreflightFailed,
            [
                .reason: "the user's month has not that much left", .remainingBudget: .number(left.dollars),
                .taskBudget: .number(budget.dollars),
            ]
        )
    }
}
