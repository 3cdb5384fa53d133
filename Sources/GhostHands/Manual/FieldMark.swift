/// What is noted of a field so that it is known again on another posting, or when the form has changed.
public struct FieldMark: Sendable, Hashable {
    /// What sort of control it is.
    public var kind: FieldKind
    /// What a person reads beside it.
    public var label: String
    /// The `name` attribute.
    public var name: String
    /// The `id` attribute.
    public var id: String
    /// The heading it stands under.
    public var section: String
    /// The `placeholder` attribute.
    public var placeholder: String
    /// The `autocomplete` attribute.
    public var autocomplete: String
    /// What it was taken to ask for.
    public var asked: Asked
    /// Whether the form demands an answer.
    public var isRequired: Bool

    /// How much of a text is noted.
    private static let longest = 200

    /// Takes note of a field.
    ///
    /// - Parameters:
    ///   - field: the field as it was read.
    ///   - clean: takes the applicant's values out of a text: a page may repeat them in its labels.
    public init(_ field: Field, _ asked: Asked, clean: (String) -> String = { $0 }) {
        func noted(_ text: String?) -> String { String(clean(text ?? "").prefix(Self.longest)) }
        kind = field.kind
        label = noted(field.label)
        name = noted(field.name)
        id = noted(field.id)
        section = noted(field.section)
        placeholder = noted(field.placeholder)
        autocomplete = noted(field.autocomplete)
        self.asked = asked
        isRequired = field.isRequired
    }

    /// The field as it was then.
    public var field: Field {
        var field = Field(kind: kind, label: label)
        field.name = name
        field.id = id
        field.section = section.isEmpty ? nil : section
        field.placeholder = placeholder
        field.autocomplete = autocomplete
        field.isRequired = isRequired
        return field
    }

    /// What tells it from other fields, each enough by itself to look it up: its label, its name or its id.
    public var keys: [String] {
        let names = [name, id].map { StableName($0) }.filter(\.isTelling).map { "n:\($0.text)" }
        let label = Words(label).text
        return Array(Set((label.isEmpty ? [] : ["l:\(label)"]) + names)).sorted()
    }
}

/// A `name` or `id` without what a page makes up anew with each visit.
public struct StableName: Sendable, Hashable {
    /// The words that stay.
    public let text: String
    /// Whether it says something about the field.
    public let isTelling: Bool
    /// Whether nothing of it was made up.
    public let isWhole: Bool

    /// Takes the generated parts out.
    ///
    /// - Parameter attribute: the attribute as it stands on the page.
    public init(_ attribute: String) {
        let all = Words(attribute).list
        let words = all.filter { !Self.isGenerated($0) }
        isWhole = words.count == all.count
        text = words.joined(separator: " ")
        isTelling = !words.allSatisfy { Self.generic.contains($0) || $0.count == 1 }
    }

    /// Numbers, and what looks like a part of a random id.
    private static func isGenerated(_ word: String) -> Bool {
        let digits = word.count { $0.isNumber }
        return digits == word.count || (digits > 0 && word.count <= 3)
            || (digits > 0 && word.count >= 4 && word.allSatisfy(\.isHexDigit))
            || (digits * 3 >= word.count && word.count >= 5)
    }

    private static let generic: Set<String> = [
        "question", "questions", "field", "fields", "input", "answer", "answers", "select", "text", "custom", "cards",
        "form", "control", "react", "aria", "element", "item", "value", "control", "attributes", "attribute", "job",
        "application", "candidate", "applicant", "data", "id", "list", "box", "textarea", "radix", "mui",
    ]
}
