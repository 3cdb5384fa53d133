/// The words by which a field asks for one fact of the applicant.
struct AskedRule: Sendable {
    let asked: Asked
    /// The fact's own names: a label that has one of them asks about such a fact, of whomever.
    let phrases: Set<String>
    /// Words that may stand beside them without changing whose fact it is.
    private let beside: Set<String>
    /// Names that tell only as a key of data, which has no sentence around it.
    private let keys: Set<String>

    init(_ asked: Asked, _ phrases: [String], beside: [String] = [], keys: [String] = []) {
        self.asked = asked
        self.phrases = Set(phrases)
        self.beside = Self.harmless.union(beside)
        self.keys = Set(keys)
    }

    /// Whether a label asks for the fact and for nothing else.
    func isMeant(by label: Words) -> Bool { label.areMade(of: phrases, beside: beside) }

    /// Whether a `name`, an `id` or a key of flat data means the fact.
    func isNamed(by name: Words) -> Bool {
        name.areMade(of: phrases.union(keys), beside: beside.union(Self.technical))
    }

    /// Whether a label has one of the fact's names in it.
    func isMentioned(in label: Words) -> Bool { phrases.contains(where: label.contains) }

    /// Words that say nothing about what is asked, nor of whom.
    static let harmless: Set<String> = [
        "your", "my", "the", "a", "an", "applicant", "applicants", "candidate", "candidates", "please", "enter",
        "provide", "specify", "indicate", "input", "fill in", "tell us", "give us", "let us know", "type your",
        "type in your", "what", "whats", "what is", "what are", "is", "are", "required", "optional", "mandatory",
        "personal", "primary", "confirm", "confirmation", "repeat", "verify", "retype", "reenter", "re enter",
        "re type", "again", "if applicable", "if any", "if available", "if you have one", "and", "or", "below", "here",
        "this field is required", "required field",
    ]

    /// Words that programs put into the names of fields.
    private static let technical: Set<String> = [
        "txt", "field", "form", "job", "application", "profile", "contact", "person", "data", "systemfield", "id",
    ]
}
