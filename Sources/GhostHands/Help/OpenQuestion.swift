/// A required question of a form that nobody has answered (R54).
public struct OpenQuestion: Sendable, Hashable {
    /// What tells it from the page's others, for an answer to name.
    public var id: String
    /// What the form asks.
    public var label: String
    /// What the form says beside it; empty where it says nothing.
    public var help: String
    /// What kind of control takes the answer.
    public var kind: FieldKind
    /// What there is to choose from; empty where anything may be entered.
    public var options: [String]
    /// Whether the form goes on without an answer.
    public var isRequired: Bool

    /// A question.
    public init(
        id: String,
        label: String,
        help: String = "",
        kind: FieldKind,
        options: [String] = [],
        isRequired: Bool = true
    ) {
        self.id = id
        self.label = label
        self.help = help
        self.kind = kind
        self.options = options
        self.isRequired = isRequired
    }

    /// As `interaction.questions` shows it.
    var json: JSON {
        [
            "id": .string(id), "label": .string(label), "help": .string(help), "kind": .string(kind.rawValue),
            "options": .array(options.map(JSON.string)), "required": .bool(isRequired),
        ]
    }
}
