extension Words {
    /// Whether the words are nothing but some of the phrases, with at most harmless words around and within them.
    ///
    /// What has a word left over says something else: `name of your dog` is no name of the applicant's.
    func areMade(of phrases: Set<String>, beside harmless: Set<String>, or frame: Set<String> = []) -> Bool {
        let isHarmless = { (piece: String) in harmless.contains(piece) || !frame.isEmpty && frame.contains(piece) }
        if Self.tile(list, phrases, isHarmless) { return true }
        let rest = list.filter { !isHarmless($0) }
        return rest.count < list.count && Self.tile(rest, phrases, isHarmless)
    }

    /// The words before the example that a label gives: `Phone (e.g. 555 0100)` asks for a phone.
    var withoutExample: Words {
        let marks = [["e", "g"], ["eg"], ["ex"], ["for", "example"], ["example"]]
        let at = list.indices.dropFirst().first { at in marks.contains { list[at...].starts(with: $0) } }
        return at.map { Words(list: list[..<$0]) } ?? self
    }

    /// What follows the first of the phrases that stands in the words; nil when none does.
    func rest(after phrases: [String]) -> Words? {
        let all = phrases.map { $0.pieces(between: " ") }
        for at in list.indices {
            for parts in all where parts[0] == list[at] {
                if list[at...].starts(with: parts, by: ==) { return Words(list: list[(at + parts.count)...]) }
            }
        }
        return nil
    }

    /// Whether any of the phrases stands in these words.
    func containsAny(_ phrases: [String]) -> Bool { phrases.contains(where: contains) }

    /// The phrases of a list with commas between them.
    static func phrases(_ list: String) -> [String] { list.pieces(between: ",").map { Words($0).text } }

    /// Of each phrase its longest word: what has none of them has no phrase.
    ///
    /// - Parameter phrases: words with single spaces between them.
    static func marks(of phrases: some Sequence<String>) -> Set<String> {
        Set(phrases.compactMap { $0.pieces(between: " ").max { $0.utf8.count < $1.utf8.count } })
    }

    private static let longest = 8

    private static func tile(
        _ list: [String],
        _ phrases: Set<String>,
        _ isHarmlessPiece: (String) -> Bool
    ) -> Bool {
        // How the words up to each place can be read: not at all, as harmless, or with a phrase among them.
        var isHarmless = [true] + Array(repeating: false, count: list.count)
        var isPhrase = Array(repeating: false, count: list.count + 1)
        for start in list.indices where isHarmless[start] || isPhrase[start] {
            var piece = ""
            for end in (start + 1)...min(list.count, start + longest) {
                if end > start + 1 { piece += " " }
                piece += list[end - 1]
                if phrases.contains(piece) { isPhrase[end] = true }
                if isHarmlessPiece(piece) {
                    isHarmless[end] = isHarmless[end] || isHarmless[start]
                    isPhrase[end] = isPhrase[end] || isPhrase[start]
                }
            }
        }
        return isPhrase[list.count]
    }
}
