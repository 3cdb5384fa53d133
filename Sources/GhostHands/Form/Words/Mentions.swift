/// Marks that a text may have anywhere in it.
struct Mentions: Sendable {
    /// Phrases that stand in the text as whole words.
    let words: [String]
    /// Pieces that stand anywhere in it, also within a word, as programs write names and as some scripts write at all.
    let roots: [String]

    init(words: [String] = [], roots: [String] = []) {
        self.words = words
        self.roots = roots.map { Words($0).squeezed }
    }
}

extension Words {
    /// The words without spaces between them.
    var squeezed: String { list.joined() }

    /// Whether any of the marks is in the words.
    func mentions(_ marks: Mentions) -> Bool {
        if containsAny(marks.words) { return true }
        guard !marks.roots.isEmpty else { return false }
        let squeezed = squeezed
        return marks.roots.contains { squeezed.holds($0) }
    }
}
