public import FoundationEssentials

/// How far a job has come, as `metadata.progress` shows it (R46).
public struct JobProgress: Sendable, Hashable {
    /// The stages of a job in their order.
    public enum Step: String, Sendable, Hashable, CaseIterable {
        case queued, initializing, navigating
        case analyzingPage = "analyzing_page"
        case fillingForm = "filling_form"
        case uploadingResume = "uploading_resume"
        case answeringQuestions = "answering_questions"
        case reviewing, submitting
        case extractingResults = "extracting_results"
        case completed

        /// What a person reads.
        public var description: String {
            switch self {
            case .queued: "Waiting in queue"
            case .initializing: "Starting browser agent"
            case .navigating: "Navigating to application page"
            case .analyzingPage: "Analyzing page structure"
            case .fillingForm: "Filling out form fields"
            case .uploadingResume: "Uploading resume"
            case .answeringQuestions: "Answering screening questions"
            case .reviewing: "Reviewing submission"
            case .submitting: "Submitting application"
            case .extractingResults: "Extracting confirmation details"
            case .completed: "Application complete"
            }
        }
    }

    /// The stage reached.
    public private(set) var step = Step.queued
    /// 0...100, never falling.
    public private(set) var percent = 0
    /// How many actions were taken.
    public private(set) var actionIndex = 0
    /// How many there will be, as far as known.
    public private(set) var totalActionsEstimate = 10
    /// What is being done, without applicant data.
    public private(set) var currentAction: String?
    /// Which mode is at work.
    public var mode: FinalMode?
    /// The manual being replayed.
    public var manualID: String?
    /// When the attempt began.
    public let startedAt: Date

    /// A job that begins.
    public init(startedAt: Date) { self.startedAt = startedAt }

    /// Moves to a stage; an earlier one than the present is ignored, so that progress never goes back.
    ///
    /// - Parameter next: the stage reached.
    public mutating func reach(_ next: Step) {
        guard next.index > step.index else { return }
        step = next
        refreshPercent()
    }

    /// Counts one action.
    ///
    /// - Parameter description: what is being done, without applicant data.
    public mutating func act(_ description: String) {
        actionIndex += 1
        currentAction = description
        totalActionsEstimate = max(totalActionsEstimate, actionIndex)
        refreshPercent()
    }

    /// Shows what the agent thinks.
    ///
    /// - Parameter thought: a sentence without applicant data.
    public mutating func think(_ thought: String) { currentAction = thought }

    /// Refines how many actions there will be: fields to fill, pages and the submit (R46).
    ///
    /// - Parameter actions: the number of actions still to come.
    public mutating func expect(more actions: Int) {
        totalActionsEstimate = max(actionIndex + actions, 1)
        refreshPercent()
    }

    /// The `progress` object.
    ///
    /// - Parameter now: the time to count from ``startedAt`` to.
    /// - Returns: the object `progress` of a job's status.
    public func json(now: Date) -> JSON {
        let elapsed = min(max(0, now.timeIntervalSince(startedAt) * 1000), 1e15)
        let isDone = step == .completed
        let hasRate = actionIndex >= 2 && percent > 0 && !isDone
        let eta = hasRate ? JSON.int(Int64(elapsed / Double(percent) * 100 - elapsed)) : .null
        var members: [String: JSON] = [
            "step": JSON(step), "progress_pct": JSON(percent),
            "description": .string(step.description), "action_index": JSON(actionIndex),
            "total_actions_estimate": JSON(totalActionsEstimate),
            "current_action": isDone ? .null : .optional(currentAction),
            "started_at": .string(Timestamp.text(startedAt)), "elapsed_ms": .int(Int64(elapsed)), "eta_ms": eta,
        ]
        members["execution_mode"] = .optional(mode?.rawValue)
        members["manual_id"] = .optional(manualID)
        return .object(members)
    }

    private mutating func refreshPercent() {
        if step == .completed {
            percent = 100
            return
        }
        let stage = Double(step.index) / Double(Step.allCases.count - 1)
        let actions = min(1, Double(actionIndex) / Double(totalActionsEstimate))
        percent = max(percent, min(99, Int((60 * stage + 40 * actions).rounded())))
    }
}

extension JobProgress.Step {
    fileprivate var index: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
