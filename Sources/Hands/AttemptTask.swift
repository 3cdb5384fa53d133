public import Foundation
public import GhostHands

/// What an attempt is to do.
public struct AttemptTask: Sendable {
    /// The page to begin at.
    public var url: PageAddress
    /// Whom the form is filled for.
    public var applicant: Applicant
    /// What the hands may do on the way.
    public var may: Permissions
    /// The person before the browser; nobody sits there for most jobs.
    public var company = Company()
    /// What is to be done with the form, as manuals know it.
    public var kind = JobType.apply
    /// Whether manuals are used, and how.
    public var replay = Replay()
    /// What is wanted, in the caller's words: of scrape and custom jobs.
    public var wanted = Wanted()
    /// Why no model can be asked, for a job that needs one.
    public var whyNoModel = "none is configured"

    /// What the hands may do on the way.
    public struct Permissions: Sendable {
        /// Whether the final submit is to be pressed.
        public var submit: Bool
        /// Whether events may show the values of ordinary fields (R38).
        public var showValues: Bool
        /// Whether an account may be opened where a platform wants one (R56).
        public var openAccount = false
    }

    /// The person before the browser.
    public struct Company: Sendable {
        /// Whether somebody sits there: what they change is theirs, and told.
        public var isThere = false
        /// Whether they press the final submit, and the hands never do (R62).
        public var submits = false

        /// Nobody.
        public init() {}
    }

    /// Whether manuals are used, and how.
    public struct Replay: Sendable {
        /// Which modes are allowed (R18).
        public var mode = ExecutionMode.auto
        /// What a replayed step costs (R20).
        public var stepCost = NanoDollars.cookbookStep
        /// The id of the manual that the run may give.
        public var manualID = UUID()

        /// Manuals are used where they fit.
        public init() {}
    }

    /// What is wanted of a page, in the caller's words.
    public struct Wanted: Sendable {
        /// What is to be done.
        public var instruction = ""
        /// The JSON Schema of the data that is wanted; null for none.
        public var schema = JSON.null
        /// How many pages of a list are read.
        public var mostPages = 10

        /// Nothing in particular.
        public init() {}
    }

    /// A task.
    public init(url: PageAddress, applicant: Applicant, submits: Bool, showsValues: Bool = true) {
        self.url = url
        self.applicant = applicant
        may = Permissions(submit: submits, showValues: showsValues)
    }
}
