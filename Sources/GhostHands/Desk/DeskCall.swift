public import FoundationEssentials

/// What a person's own browser tells the service of a job that it holds (R62).
public enum DeskCall: Sendable, Hashable {
    /// What has happened, and how far the job is; the latter as the row keeps it.
    case report([JobEvent], progress: JSON?)
    /// What becomes of the intent to submit (R8).
    case submit(Step, picture: String?, page: PageAddress?)
    /// Somebody is needed.
    case pause(Interaction)
    /// How does the job stand that waits for somebody?
    case waiting
    /// The person at the browser is done.
    case resume
    /// The job is given back.
    case release
    /// The attempt has ended: completed or failed.
    case end(JobOutcome)

    /// The calls, by the last word of their paths.
    public enum Name: String, Sendable, CaseIterable { case report, submit, pause, waiting, resume, release, end }

    /// What is told of the submit.
    public enum Step: String, Sendable, CaseIterable {
        /// It will be pressed.
        case intend
        /// It was pressed, or may have been.
        case seen
        /// It is pressed once more.
        case again
        /// The page has refused it: nothing was sent.
        case rejected
    }
}

/// Which lease somebody claims to hold, before it is known whose it is.
public struct ClaimedLease: Sendable, Hashable {
    /// The job.
    public var jobID: UUID
    /// The lease's token.
    public var token: Int64
}
