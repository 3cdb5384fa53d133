/// Marks that a text may have anywhere in it.
struct Mentions: Sendable {
    /// Phrases that stand in the text as whole words, by the first of them: a text is looked through once for all.
    private let phrases: [String: [[String]]]
    /// Pieces that stand anywhere in it, also within a word, as programs write names and as some scripts write at all.
    private let roots: [String]
    /// Those that a text of nothing but ASCII may have.
    private let plainRoots: [String]

    init(words: [String] = [], roots: [String] = []) {
        phrases = Dictionary(grouping: words.map { $0.pieces(between: " ") }) { $0.first ?? "" }
        self.roots = roots.map { Words($0).squeezed }
        plainRoots = self.roots.filter { $0.utf8.allSatisfy { $0 < 0x80 } }
    }

    fileprivate func areNamed(in words: [String]) -> Bool {
        words.indices.contains { start in
            phrases[words[start]]?.contains { words[start...].starts(with: $0) } ?? false
        }
    }

    fileprivate func areRooted(in words: [String]) -> Bool {
        if roots.isEmpty { return false }
        let squeezed = words.joined()
        let possible = squeezed.utf8.allSatisfy { $0 < 0x80 } ? plainRoots : roots
        return possible.contains { squeezed.holds($0) }
    }
}

extension Words {
    /// The words without spaces between them.
    var squeezed: String { list.joined() }

    /// Whether any of the marks is in the words.
    func mentions(_ marks: Mentions) -> Bool { marks.areNamed(in: list) || marks.areRooted(in: list) }
}
