public import GhostHands

/// How an attempt ended.
public enum AttemptEnd: Sendable, Hashable {
    /// The form is filled and, where asked for, submitted with evidence.
    case done
    /// A required question has no answer; nothing was submitted.
    case unanswered
    /// Only a human can go on; nothing was submitted.
    case blocked(Blocker)
    /// Somebody was asked for help and has not answered in time.
    case nobodyAnswered
    /// The job waits for a human without a page, and is begun anew when somebody answers.
    case parked
    /// The page does not load; the status is nil when there was no answer at all.
    case unreachable(reason: String, status: Int?)
    /// The address may not be visited (R28).
    case refused(reason: String)
    /// The posting says that it takes no applications any more.
    case closed(reason: String)
    /// There is nothing to fill.
    case noForm
    /// The form does not go on to its next page, whatever is pressed.
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
    /// Only a manual was allowed, and there is none for the form.
    case noManual(reason: String)
    /// Only a manual was allowed, and it does not fit the form any more.
    case manualFailed(reason: String)
    /// Somebody else holds the job now.
    case leaseLost
}

/// What an attempt leaves behind.
public struct AttemptResult: Sendable {
    /// How it ended.
    public var end: AttemptEnd
    /// What became of every field.
    public var report = FillReport()
    /// What it cost.
    public var cost = CostBreakdown()
    /// Which mode did it.
    public var mode: FinalMode
    /// What became of the manual.
    public var cookbook: CookbookRecord
    /// What was read or done, of scrape and custom jobs.
    public var data: JSON?
}

extension AttemptResult {
    init(_ end: AttemptEnd, mode: FinalMode, _ cookbook: CookbookRecord, data: JSON? = nil) {
        self.init(end: end, mode: mode, cookbook: cookbook, data: data)
    }
}
