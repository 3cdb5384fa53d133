import GhostHands

/// What an attempt has asked its model, and what came of it.
struct AgentState: Sendable {
    /// How often the model was asked.
    var calls = 0
    /// How many actions it has decided.
    var decided = 0
    /// How often it was asked for the way to the form.
    var waysTried = 0
    /// Whether it has looked at a picture of the page.
    var hasLooked = false
    static let mostWays = 3
    /// The controls that it was asked to work.
    var worked: Set<String> = []
    static let (mostWidgets, mostWidgetSteps) = (3, 8)
    /// Why it can be asked no more.
    var end: AttemptEnd?
    /// What it was asked, page by page.
    var pages: [Int: Consultation] = [:]
    /// What is to be kept for the user's later jobs, by question.
    private(set) var kept: [String: LearnedAnswer] = [:]

    /// What is to be kept for the user's later jobs.
    var learned: [LearnedAnswer] { kept.values.sorted { $0.key < $1.key } }

    mutating func keep(_ answer: LearnedAnswer) { kept[answer.key] = answer }

    /// What was asked about one page.
    struct Consultation: Sendable {
        /// Whether answers of earlier jobs were looked for.
        var hasRemembered = false
        var calls = 0
        /// The fields that the model was asked about.
        var asked: Set<String> = []
        /// Why an answer would not do, by field: what the next call is about.
        var refused: [String: String] = [:]
        /// What was given, by field, with the facts that it follows from.
        var given: [String: CheckedPlan.Given] = [:]

        /// One to answer, one for what would not do, one for what showed only then.
        static let mostCalls = 3
    }
}
