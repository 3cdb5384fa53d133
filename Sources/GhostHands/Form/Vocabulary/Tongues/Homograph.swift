/// Names of facts in one language that are common words of others: "il" is a Turkish province, and Italian for "the".
enum Homograph {
    /// Whether a label is such a word, on a page that is not in a language where it names a fact.
    ///
    /// - Parameters:
    ///   - label: what the field says.
    ///   - languages: those that its page may be written in, as BCP 47 tags with spaces between them.
    static func isForeign(_ label: Words, in languages: String) -> Bool {
        guard let speaking = spoken[label.text] else { return false }
        let first = languages.prefix { $0 != " " && $0 != "-" }.lowercased()
        return !speaking.contains(first)
    }

    /// Most are taken for the fact where nothing says what the page is written in.
    private static let spoken: [String: Set<String>] = [
        "il": ["tr"], "grad": ["hr", "sr", "bs", "sl", "sh", ""], "gate": ["no", "nb", "nn", ""], "via": ["it", ""],
        "kota": ["id", "ms", ""], "maa": ["fi", ""], "cap": ["it", ""],
    ]
}
