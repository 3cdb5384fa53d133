public import Foundation
public import GhostHands

/// What an attempt is to do.
public struct AttemptTask: Sendable {
    /// The page to begin at.
    public var url: PageAddress
    /// Whom the form is filled for.
    public var applicant: Applicant
    /// Whether the final submit is to be pressed.
    public var submits: Bool
    /// Whether events may show the values of ordinary fields (R38).
    public var showsValues: Bool
    /// What is to be done with the form, as manuals know it.
    public var kind = JobType.apply
    /// Which modes are allowed (R18).
    public var mode = ExecutionMode.auto
    /// What a replayed step costs (R20).
    public var stepCost = NanoDollars.cookbookStep
    /// What is to be done, in the caller's words: of scrape and custom jobs.
    public var instruction = ""
    /// The JSON Schema of the data that is wanted; null for none.
    public var schema = JSON.null
    /// How many pages of a list are read.
    public var mostPages = 10
    /// Why no model can be asked, for a job that needs one.
    public var whyNoModel = "none is configured"
    /// The id of the manual that the run may give.
    public var manualID = UUID()

    /// A task.
    ///
    /// - Parameters:
    ///   - url: the page to begin at.
    ///   - applicant: whom the form is filled for.
    ///   - submits: whether the final submit is to be pressed.
    ///   - showsValues: whether events may show the values of ordinary fields.
    public init(url: PageAddress, applicant: Applicant, submits: Bool, showsValues: Bool = true) {
        self.url = url
        self.applicant = applicant
        self.submits = submits
        self.showsValues = showsValues
    }
}

/// How an attempt ended.
public enum AttemptEnd: Sendable, Hashable {
    /// The form is filled and, where asked for, submitted with evidence.
    case done
    /// The form demands what nobody answered; nothing was submitted.
    case unanswered
    /// Only a human can go on; nothing was submitted.
    case blocked(Blocker)
    /// The page does not load; the status is nil when there was no answer at all.
    case unreachable(reason: String, status: Int?)
    /// The address may not be visited (R28).
    case refused(reason: String)
    /// There is nothing to fill.
    case noForm
    /// The form does not go forward, whatever is pressed.
    case stuck(reason: String)
    /// The form refused the submit.
    case rejected(reason: String)
    /// The submit was pressed and nothing proves that it was accepted (R8).
    case unconfirmed
    /// A model call could cost more than is left.
    case overBudget(BudgetRefusal)
    /// A model has decided as many actions as a job may have.
    case tooManyActions(limit: Int)
    /// No model answers, and without one the job cannot be done.
    case modelFailed(ModelError)
    /// No model can be asked, and without one the job cannot be done: what to set.
    case noModel(reason: String)
    /// The page's data does not come into the schema.
    case unusable(reason: String)
    /// The instruction could not be carried out.
    case undone(reason: String)
    /// Only a manual was to be used, and there is none for the form.
    case noManual(reason: String)
    /// Only a manual was to be used, and it does not hold.
    case manualFailed(reason: String)
    /// Somebody else holds the job now.
    case leaseLost
}

/// What an attempt leaves behind.
public struct AttemptResult: Sendable {
    /// How it ended.
    public var end: AttemptEnd
    /// What became of every field.
    public var report: FillReport
    /// What it cost.
    public var cost: CostBreakdown
    /// Which mode did it.
    public var mode: FinalMode
    /// What became of the manual.
    public var cookbook: CookbookRecord
    /// What was read or done, of scrape and custom jobs.
    public var data: JSON?
}
