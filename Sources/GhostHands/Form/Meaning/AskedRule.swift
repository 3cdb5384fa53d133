/// The words by which a field asks for one fact of the applicant, and for nothing else.
struct AskedRule: Sendable {
    let asked: Asked
    /// The fact's own names: a label that has one of them asks about such a fact, of whomever.
    let phrases: Set<String>
    /// The same in other languages, for what a person reads.
    private let tongues: Set<String>
    /// Words that may stand beside them without changing whose fact it is.
    private let beside: Set<String>
    /// The same for a key of data, which has no sentence around it.
    private let keys: (phrases: Set<String>, beside: Set<String>)

    private init(_ term: Term) {
        asked = term.asked
        phrases = Set(term.names + term.alone)
        tongues = Set(Tongue.names(of: term.asked))
        beside = Self.harmless.union(term.beside)
        keys = (phrases.union(term.keys), beside.union(Self.technical))
    }

    private static let all = Vocabulary.all.filter(\.isSure).map(AskedRule.init)

    /// The fact that a label asks for, and nothing else.
    static func asked(by label: Words) -> Asked? {
        if SourceQuestion.isAsked(by: label) { return .howHeard }
        let bare = Tongue.bare(label)
        return candidates(label, bare).first { rule in
            label.areMade(of: rule.phrases, beside: rule.beside) || rule.tongues.contains(label.text)
                || rule.tongues.contains(bare.text) || rule.tongues.contains(rule.own(bare).text)
        }?.asked
    }

    /// Without what may stand beside this fact's name alone.
    private func own(_ label: Words) -> Words { Words(list: label.list.filter { !beside.contains($0) }) }

    /// A label that asks for pay, without what tells how much of it and for how long.
    static func bareOfPay(_ label: Words) -> Words {
        let bare = Tongue.bare(label)
        return all.first { $0.asked == .salary }?.own(bare) ?? bare
    }

    /// The same, where more may stand around its name.
    static func asked(by label: Words, beside frame: Set<String>) -> Asked? {
        candidates(label).first { label.areMade(of: $0.phrases, beside: $0.beside, or: frame) }?.asked
    }

    /// The fact that a `name`, an `id` or a key of flat data means.
    static func named(_ name: Words) -> Asked? {
        candidates(name).first { name.areMade(of: $0.keys.phrases, beside: $0.keys.beside) }?.asked
    }

    /// Whether a label has one of any fact's names in it.
    static func isMentioned(in label: Words) -> Bool {
        candidates(label).contains { $0.phrases.contains(where: label.contains) }
    }

    /// Words of which a label has one when it has a name of any of the facts.
    static func marks(of facts: Set<Asked>) -> Set<String> {
        let rules = all.filter { facts.contains($0.asked) }
        return Words.marks(of: rules.flatMap { $0.phrases.union($0.tongues) })
    }

    /// The rules that have a word in common with a text: there are dozens, and most have none.
    private static func candidates(_ texts: Words...) -> some Sequence<AskedRule> {
        Set(texts.flatMap(\.list).flatMap { byWord[$0] ?? [] }).sorted().lazy.map { all[$0] }
    }

    /// The places, among all rules, of those that have a word in their names.
    private static let byWord = all.enumerated().reduce(into: [String: [Int]]()) { places, rule in
        for phrases in [rule.element.keys.phrases, rule.element.tongues] {
            for word in phrases.lazy.flatMap({ $0.pieces(between: " ") }) where places[word]?.last != rule.offset {
                places[word, default: []].append(rule.offset)
            }
        }
    }

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
    private static let technical = Set([
        "txt", "field", "form", "job", "application", "profile", "contact", "person", "data", "id",
    ]).union(["form", "input", "system", "text"].map { "\($0)field" })
}
