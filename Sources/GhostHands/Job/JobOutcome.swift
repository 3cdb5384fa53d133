/// How one attempt at a job ended: what the hands return and Worker writes down in one `switch`.
public enum JobOutcome: Sendable, Hashable {
    /// Everything asked for was done, with evidence where it was a submit.
    case completed(JobResult)
    /// It could not be done; the code says whether another attempt makes sense.
    case failed(JobFailure)
    /// It waits for a human, and its page was closed: an answer puts it back in the queue (R51).
    case parked
    /// Somebody else holds the job now, or it was cancelled: nothing may be written.
    case leaseLost

    /// The failure, when it is one.
    public var failure: JobFailure? { if case .failed(let failure) = self { failure } else { nil } }
}

/// What a completed job gives its caller.
public struct JobResult: Sendable, Hashable {
    /// `result_data` without its `cost` member: `submitted`, `confirmation_number`, the fill report.
    public var data: JSON
    /// One sentence for a person.
    public var summary: String
    /// Storage keys of the screenshots, final one first.
    public var screenshots: [String]
    /// A signed URL of the final screenshot, for the callback; the API signs links anew whenever it shows the job.
    public var screenshotURL: String?
    /// Which mode did it.
    public var mode: FinalMode
    /// What it cost.
    public var cost: CostBreakdown
    /// Whether a submit was pressed and proven.
    public var submitted: Bool
    /// What became of the manual.
    public var cookbook: CookbookRecord?

    /// A result.
    public init(
        data: JSON,
        summary: String,
        screenshots: [String],
        screenshotURL: String? = nil,
        mode: FinalMode,
        cost: CostBreakdown,
        submitted: Bool
    ) {
        self.data = data
        self.summary = summary
        self.screenshots = screenshots
        self.screenshotURL = screenshotURL
        self.mode = mode
        self.cost = cost
        self.submitted = submitted
    }
}

/// Why an attempt failed.
public struct JobFailure: Sendable, Hashable {
    /// The contract's code.
    public var code: ErrorCode
    /// A sentence a person can act on, without applicant data.
    public var message: String
    /// More for `error_details`, without applicant data: the fields unanswered, the page, the evidence.
    public var details: [String: JSON]
    /// Screenshots of the last page.
    public var screenshots: [String]
    /// Which mode was at work.
    public var mode: FinalMode?
    /// What it had cost so far.
    public var cost: CostBreakdown
    /// What became of the manual.
    public var cookbook: CookbookRecord?
    /// Whether another attempt could end otherwise.
    public var isRetried: Bool

    /// A failure.
    ///
    /// - Parameter screenshots: URLs of pictures of the last page.
    public init(
        code: ErrorCode,
        message: String,
        details: [String: JSON] = [:],
        screenshots: [String] = [],
        mode: FinalMode? = nil,
        cost: CostBreakdown = CostBreakdown()
    ) {
        self.code = code
        self.message = message
        isRetried = code.isRetried
        self.details = details
        self.screenshots = screenshots
        self.mode = mode
        self.cost = cost
    }
}
