/// A question of a form that must be answered and that nobody has answered: what a human is asked (R54).
public struct OpenQuestion: Sendable, Hashable {
    /// What tells it from the page's others; the same however often the page is read.
    public var id: String
    /// What is asked, as the form says it.
    public var label: String
    /// What the form, or whoever tried to fill it, says about it.
    public var help: String?
    /// How it is answered.
    public var kind: FieldKind
    /// What can be chosen from, by label; empty where anything may be entered.
    public var options: [String]
    /// Whether the form demands it.
    public var isRequired: Bool

    /// A question.
    public init(
        id: String,
        label: String,
        help: String? = nil,
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

    /// What is asked and what can be chosen, wherever it stands.
    public struct Wording: Sendable, Hashable {
        let label: String
        let kind: FieldKind
        let options: [String]
    }

    /// By which the same question is known on a page that begins anew.
    public var wording: Wording { Wording(label: label, kind: kind, options: options) }

    /// The question as `interaction.questions` shows it.
    public var json: JSON {
        [
            "id": .string(id), "label": .string(label), "help": .optional(help), "kind": .string(kind.rawValue),
            "options": JSON(options), "required": .bool(isRequired),
        ]
    }

    /// Reads what ``json`` wrote: what tells it from others; nil when it is something else.
    public init?(_ json: JSON) {
        guard let id = json["id"].string, let label = json["label"].string else { return nil }
        self.init(
            id: id,
            label: label,
            kind: json["kind"].string.flatMap(FieldKind.init(rawValue:)) ?? .text,
            options: json["options"].array?.compactMap(\.string) ?? []
        )
    }

    /// Whether an answer can be chosen where only what the form lists can: a list that answers while one types may hold
    /// more than it showed.
    func takes(_ answer: String) -> Bool {
        guard [.select, .radio].contains(kind), !options.isEmpty else { return true }
        var field = Field(kind: kind, label: label)
        field.options = options.map { FieldOption(label: $0, value: $0) }
        if case .refused = Fit.fit(.text(answer), to: field) { return false }
        return true
    }

    /// The question that an answer's key means: its id, else its label when no other question has it.
    ///
    /// - Parameters:
    ///   - key: the key.
    ///   - questions: what was asked.
    /// - Returns: the question, or nil when the key means none, or several.
    public static func meant(by key: String, of questions: [OpenQuestion]) -> OpenQuestion? {
        if let known = questions.first(where: { $0.id == key }) { return known }
        let words = Words(key)
        let named = questions.filter { Words($0.label) == words }
        return named.count == 1 && !words.list.isEmpty ? named[0] : nil
    }
}
