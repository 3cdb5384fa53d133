/// What is wrong with a field's value: the browser's own check of it, or a mark of the page's.
///
/// The names are those of the browser's `ValidityState`
/// (https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#validitystate).
public enum Flaw: Sendable, Hashable {
    case valueMissing, typeMismatch, patternMismatch, tooLong, tooShort, rangeUnderflow, rangeOverflow, stepMismatch
    case badInput, customError
    /// The page itself marks it, with these words; they may repeat the value.
    case marked(String)

    /// Reads what the page script tells: a name, or `page: ` and the page's own words.
    ///
    /// - Parameter text: what it tells; empty, and so nil, for a field with nothing wrong.
    public init?(_ text: String) {
        if text.isEmpty { return nil }
        if text.hasPrefix(Self.marking) {
            self = .marked(String(text.dropFirst(Self.marking.count)))
            return
        }
        self = Self.named[text] ?? .marked("")
    }

    private static let marking = "page: "

    private static let named: [String: Flaw] = [
        "valueMissing": .valueMissing, "typeMismatch": .typeMismatch, "patternMismatch": .patternMismatch,
        "tooLong": .tooLong, "tooShort": .tooShort, "rangeUnderflow": .rangeUnderflow,
        "rangeOverflow": .rangeOverflow, "stepMismatch": .stepMismatch, "badInput": .badInput,
        "customError": .customError,
    ]

    /// Whether the page itself marks the field.
    public var isMarked: Bool {
        if case .marked = self { true } else { false }
    }

    /// Why the page does not accept a value, in our words: the page's own may repeat the value, whole or in part (R38).
    ///
    /// Nil for a field that merely lacks its answer.
    public var told: String? {
        switch self {
        case .valueMissing: nil
        case .typeMismatch: "the form expects another kind of text here"
        case .patternMismatch: "the form expects another format"
        case .tooLong: "the answer is longer than the form allows"
        case .tooShort: "the answer is shorter than the form allows"
        case .rangeUnderflow: "the answer is below the form's minimum"
        case .rangeOverflow: "the answer is above the form's maximum"
        case .stepMismatch: "the form allows only coarser steps, such as whole numbers"
        case .badInput: "the form cannot read the answer"
        case .customError: "the form's own check refuses the answer"
        case .marked: "the page marks the answer as wrong"
        }
    }
}
