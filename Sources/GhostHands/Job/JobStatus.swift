/// Where a job stands in its life.
public enum JobStatus: String, Sendable, Hashable, CaseIterable {
    /// In the queue, waiting for a worker.
    case pending
    /// Claimed by a worker and not started yet (R6).
    case queued
    /// A worker is doing it.
    case running
    /// Blocked, waiting for a human.
    case paused
    /// Finished successfully.
    case completed
    /// Failed after all retries.
    case failed
    /// Cancelled by user or system.
    case cancelled
    /// Not claimed in time.
    case expired

    /// Whether the job will not run again by itself.
    public var isFinal: Bool {
        switch self {
        case .completed, .failed, .cancelled, .expired: true
        case .pending, .queued, .running, .paused: false
        }
    }

    /// Whether a worker holds the job.
    public var isHeld: Bool { self == .queued || self == .running || self == .paused }
}
