/// A change of a job's status, and the only ones there are.
///
/// Store writes nothing but these, each guarded by its origins in the statement's `WHERE`.
public enum Transition: String, Sendable, Hashable, CaseIterable {
    /// A worker takes the job.
    case claim
    /// The worker begins.
    case start
    /// A blocker stands in the way.
    case pause
    /// The human has answered.
    case resume
    /// Done, with evidence.
    case complete
    /// Ended without success.
    case fail
    /// An attempt failed and another may be made.
    case requeue
    /// The worker shuts down, or was lost, before a submit was begun.
    case release
    /// The caller calls it off.
    case cancel
    /// Nobody took it in time.
    case expire
    /// The caller wants another attempt.
    case retry

    /// The statuses from which this change may be made.
    public var origins: Set<JobStatus> {
        switch self {
        case .claim: [.pending]
        case .start: [.queued]
        case .pause: [.running]
        case .resume: [.paused]
        case .complete: [.running]
        case .fail: [.queued, .running, .paused]
        case .requeue: [.queued, .running]
        case .release: [.queued, .running, .paused]
        case .cancel: [.pending, .queued, .running, .paused]
        case .expire: [.pending]
        case .retry: [.failed, .cancelled]
        }
    }

    /// The status this change leads to.
    public var target: JobStatus {
        switch self {
        case .claim: .queued
        case .start, .resume: .running
        case .pause: .paused
        case .complete: .completed
        case .fail: .failed
        case .requeue, .release, .retry: .pending
        case .cancel: .cancelled
        case .expire: .expired
        }
    }

    /// Whether a job whose submit intent is open may make this change (R8).
    ///
    /// Everything that would let the job run again, or hide that it may have been submitted, is refused.
    public var isAllowedWithOpenIntent: Bool {
        switch self {
        case .complete, .fail, .pause, .resume: true
        case .claim, .start, .requeue, .release, .cancel, .expire, .retry: false
        }
    }

    /// Whether the change may be made.
    ///
    /// - Parameters:
    ///   - status: the job's status now.
    ///   - openIntent: whether a submit was begun whose end is not known.
    /// - Returns: true when the table allows it.
    public func isAllowed(from status: JobStatus, openIntent: Bool) -> Bool {
        origins.contains(status) && (!openIntent || isAllowedWithOpenIntent)
    }
}
