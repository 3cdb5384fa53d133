/// A key of flat data, read once.
struct FlatKey {
    let text: String
    private let words: Words
    private let asked: Asked?

    /// How a key may name a field, the closest first.
    enum Likeness: CaseIterable {
        case same, words, meaning, part
        var isExact: Bool { self == .same || self == .words }
    }

    init(_ text: String) {
        self.text = text
        words = Words(text)
        asked = Classifier.classify(phrase: text)
    }

    func isLike(_ names: FieldNames, _ fieldAsked: Asked, _ likeness: Likeness) -> Bool {
        switch likeness {
        case .same: names.exact.contains(text)
        case .words: names.words.contains(words)
        case .meaning: asked != nil && asked == fieldAsked
        case .part: names.words.contains { Self.isPart(words, of: $0) || Self.isPart($0, of: words) }
        }
    }

    /// Whether a name of at least two words stands whole at the beginning or end of the other, and nothing beside it
    /// makes it somebody else's, or another one.
    private static func isPart(_ short: Words, of long: Words) -> Bool {
        guard short.list.count >= 2, long.list.count > short.list.count else { return false }
        let leads = long.list.starts(with: short.list)
        guard leads || long.list.reversed().starts(with: short.list.reversed()) else { return false }
        let rest = leads ? long.list.dropFirst(short.list.count) : long.list.dropLast(short.list.count)
        return rest.allSatisfy { AskedRule.harmless.contains($0) || units.contains($0) }
    }

    private static let units: Set<String> = [
        "usd", "eur", "gbp", "chf", "cad", "aud", "dollars", "euros", "percent", "cm", "mm", "m", "km", "in", "inches",
        "kg", "g", "lb", "lbs", "seconds", "minutes", "hours", "days", "weeks", "months", "years", "number", "max",
        "min", "words", "characters", "pdf", "url", "link", "yyyy", "dd",
    ]
}
