extension JobEvent {
    /// What was done in one step, in one word.
    public enum StepKind: String, Sendable, Hashable, CaseIterable {
        /// A step that only begins.
        case start
        case navigate, click, fill, select, check, uncheck, upload, none
        case choose, press
        /// Data was read off the page.
        case extract
        /// The manual's own step.
        case cookbook
    }

    /// One action on the page.
    public struct Step: Sendable, Hashable {
        /// What is done, in words, without applicant data.
        public var action: String
        /// The same in one word.
        public var kind: StepKind
        /// How many actions there were, this one counted.
        public var number: Int
        /// Which mode is at work; nil while that is undecided.
        public var mode: FinalMode?

        /// An action.
        public init(_ action: String, _ kind: StepKind, number: Int, mode: FinalMode?) {
            self.action = action
            self.kind = kind
            self.number = number
            self.mode = mode
        }

        var members: [Key: JSON] {
            [
                .action: .string(action), .kind: .string(kind.rawValue), .actionCount: JSON(number),
                .mode: .optional(mode?.rawValue),
            ]
        }
    }

    /// A step begins.
    public static func stepStarted(_ step: Step) -> JobEvent { JobEvent(.stepStarted, step.members) }

    /// A step is done.
    public static func stepCompleted(_ step: Step) -> JobEvent { JobEvent(.stepCompleted, step.members) }

    /// A step could not be done, and why, without applicant data.
    public static func stepFailed(_ step: Step, reason: String) -> JobEvent {
        JobEvent(.stepFailed, step.members.merging([.reason: .string(reason)]) { $1 })
    }

    /// Where a page stands among the others of its form.
    public struct WizardPlace: Sendable, Hashable {
        /// What the form calls the page.
        public var name: String
        /// Its number, from 1; nil where the platform's pages are not known.
        public var number: Int?
        /// How many pages there are; nil where they are not known.
        public var count: Int?

        /// A place.
        public init(_ name: String, number: Int? = nil, of count: Int? = nil) {
            self.name = name
            self.number = number
            self.count = count
        }
    }

    /// A page of a form was read; the address has neither query nor fragment.
    public static func pageRead(
        _ number: Int,
        url: String,
        fields: Int,
        platform: String?,
        place: WizardPlace?,
        challenges: [String] = []
    ) -> JobEvent {
        var metadata: [Key: JSON] = [
            .page: JSON(number), .fields: JSON(fields), .url: .string(url),
            .platform: .optional(platform),
        ]
        if let place { metadata[.step] = .string(place.name) }
        metadata[.stepNumber] = place?.number.map { JSON($0) }
        metadata[.stepCount] = place?.count.map { JSON($0) }
        // Merely there, and no reason to ask anybody (R50).
        if !challenges.isEmpty { metadata[.challengesPresent] = JSON(challenges) }
        return JobEvent(.pageRead, metadata)
    }

    /// A page was read for its data.
    public static func pageRead(_ number: Int, url: String, lines: Int, items: Int) -> JobEvent {
        JobEvent(
            .pageRead,
            [
                .page: JSON(number), .url: .string(url), .lines: JSON(lines),
                .items: JSON(items),
            ]
        )
    }

    /// Something that only a human can pass was seen, by the reader or by a model in a picture.
    public static func blockerDetected(_ blocker: Blocker, byModel: Bool = false) -> JobEvent {
        var metadata: [Key: JSON] = [.blockerType: .string(blocker.kind.rawValue), .sign: .string(blocker.sign)]
        if byModel { metadata[.source] = "model" }
        return JobEvent(.blockerDetected, metadata)
    }

    /// The final submit is about to be pressed (R8).
    public static func submitIntended(page: Int, button: String) -> JobEvent {
        JobEvent(.submitIntended, [.page: JSON(page), .button: .string(button)])
    }

    /// Whoever helps has sent the application, or may have: it counts as the submit (R8).
    public static let submitSeen = JobEvent(.submitIntended, [.source: "human"])

    /// The form refused the submit (R8).
    public static func submitRejected(reason: String?) -> JobEvent {
        JobEvent(.submitRejected, [.reason: .optional(reason)])
    }

    /// A person gave other answers before they sent the form (R62).
    ///
    /// - Parameter labels: of the fields, without applicant data.
    public static func changedByPerson(_ labels: [String]) -> JobEvent {
        JobEvent(.changedByPerson, [.fields: .array(labels.map(JSON.string))])
    }

    /// Answers left the page as something else than they were entered.
    ///
    /// - Parameter labels: of the fields, without applicant data.
    public static func sentDifferently(_ labels: [String]) -> JobEvent {
        JobEvent(.sentDifferently, [.fields: .array(labels.map(JSON.string))])
    }

    /// The evidence that the submit was accepted (R26).
    public static func submitConfirmed(_ evidence: Evidence) -> JobEvent {
        JobEvent(
            .submitConfirmed,
            [.confirmationNumber: .optional(evidence.confirmationNumber), .pageURL: .optional(evidence.url)]
        )
    }
}

// MARK: How an attempt decides

extension JobEvent {
    /// A manual fits the form.
    public static func manualFound(_ manual: Manual) -> JobEvent {
        JobEvent(
            .manualFound,
            [
                .manualID: .id(manual.id), .healthScore: .number(manual.health.score),
                .urlPattern: .string(manual.urlPattern), .version: JSON(manual.version),
            ]
        )
    }

    /// A mode was chosen, for or against a manual.
    public static func modeSelected(_ mode: FinalMode, reason: String, manual: Manual?) -> JobEvent {
        JobEvent(
            .modeSelected,
            [
                .mode: .string(mode.rawValue), .reason: .string(reason),
                .manualID: manual.map { .id($0.id) } ?? .null,
            ]
        )
    }

    /// The manual did not hold, and the attempt goes on without it.
    public static func manualGivenUp(reason: String) -> JobEvent {
        JobEvent(
            .modeSwitched,
            [
                .fromMode: .string(FinalMode.cookbook.rawValue), .toMode: .string(FinalMode.magnitude.rawValue),
                .reason: .string(reason),
            ]
        )
    }

    /// A run gave a new manual.
    public static func manualCreated(_ manual: Manual) -> JobEvent {
        JobEvent(
            .manualCreated,
            [
                .manualID: .id(manual.id), .steps: JSON(manual.steps.count),
                .urlPattern: .string(manual.urlPattern), .platform: .string(manual.platform),
            ]
        )
    }

    /// What the agent thinks, in a sentence without applicant data.
    public static func thought(_ content: String) -> JobEvent { JobEvent(.thought, [.content: .string(content)]) }

    /// What a model call took.
    public static func tokensUsed(_ usage: TokenUsage, model: String, cost: NanoDollars) -> JobEvent {
        JobEvent(
            .tokensUsed,
            [
                .model: .string(model), .inputTokens: JSON(usage.input),
                .outputTokens: JSON(usage.output), .cachedTokens: JSON(usage.cached),
                .costUSD: .number(cost.dollars), .estimated: .bool(usage.isEstimated),
            ]
        )
    }

    /// Answers that a model derived for earlier jobs are used again.
    public static func answersRecalled(_ count: Int) -> JobEvent {
        JobEvent(.answersRecalled, [.count: JSON(count)])
    }

    /// What a model wanted beyond the form, as a page may talk one into; it was not done.
    public static func offFormInstruction(reason: String) -> JobEvent {
        JobEvent(.offFormInstruction, [.reason: .string(reason)])
    }
}
