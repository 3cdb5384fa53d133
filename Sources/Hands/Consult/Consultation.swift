/// What was asked about one page, and what came of it.
struct Consultation: Sendable {
    /// Whether answers of earlier jobs were looked for.
    var hasRemembered = false
    /// How often a model was asked.
    var calls = 0
    /// The fields that a model was asked about.
    var asked: Set<FieldKey> = []
    /// Why an answer was refused, by field: the next call is about these.
    var refused: [FieldKey: String] = [:]
    /// What was given, by field, with the facts that it follows from.
    var given: [FieldKey: CheckedPlan.Given] = [:]
    /// The controls that a model was asked to work.
    var worked: Set<FieldKey> = []

    /// One call to answer, one for what was refused, one for fields that appeared only then.
    static let mostCalls = 3
}
