public import FoundationEssentials

/// What a run taught about a manual; written down with the run's end.
public struct ManualLesson: Sendable, Hashable {
    /// How it went.
    public var verdict: Verdict
    /// The manual, as it was replayed.
    public var manual: UUID
    /// Its version.
    public var version: Int
    /// The steps that did what they should, by their places.
    public var worked: [Int]
    /// The steps whose field or button was not found.
    public var missed: [Int]
    /// The manual as it should be from now on; nil to leave it.
    public var mended: Manual?
    /// Why it was mended, without applicants' data.
    public var reason: String?

    /// How a replay went.
    public enum Verdict: String, Sendable, Hashable {
        /// The manual was replayed to the end, with every step that the posting has.
        case clean
        /// The manual was replayed to the end, after some of its fields were found again elsewhere.
        case healed
        /// The replay stopped, and the reader or a model went on.
        case failed
    }

    /// A lesson.
    ///
    /// - Parameter missed: the steps that were not found.
    public init(_ verdict: Verdict, of manual: Manual, worked: [Int] = [], missed: [Int] = []) {
        self.verdict = verdict
        self.manual = manual.id
        version = manual.version
        self.worked = worked
        self.missed = missed
    }
}

/// What became of the cookbook in one run: what status, callback and events say of it.
public struct CookbookRecord: Sendable, Hashable {
    /// `manual.status`.
    public enum Status: String, Sendable, Hashable {
        case success = "cookbook_success"
        case fallback = "cookbook_failed_fallback"
        case none = "no_manual_available"
        case aiOnly = "ai_only"
        /// Additive: the job ended before the manual was through.
        case interrupted = "cookbook_interrupted"
    }

    /// `manual.status`.
    public var status: Status
    /// The manual that was replayed.
    public var manual: Manual?
    /// Why something else had to go on, or none could be replayed.
    public var fallbackReason: String?
    /// What was learned about it.
    public var lesson: ManualLesson?
    /// The manual that the run gives, where there was none.
    public var recorded: Manual?

    /// A record.
    public init(_ status: Status) { self.status = status }
}
