/// A question as the words that matter in it, so that the same question in other words is found, and no other.
struct Question: Hashable {
    private let words: Set<String>
    private let isNegated: Bool

    init(_ text: String) {
        let list = Words(FormatNote.removed(from: text))
        isNegated = list.isNegated
        let joined = Self.phrases.reduce(" \(list.text) ") { text, pair in
            text.split(separator: " \(pair.0) ", omittingEmptySubsequences: false).joined(separator: " \(pair.1) ")
        }
        let content = Set(joined.split(separator: " ").map(String.init)).subtracting(Self.light)
        words = content.isEmpty ? Set(list.list) : content
    }

    private static let phrases = [
        ("united states of america", "us"), ("united states", "us"), ("u s a", "us"), ("u s", "us"), ("usa", "us"),
        ("united kingdom", "uk"), ("authorised", "authorized"), ("authorization", "authorized"),
    ]

    /// Words that do not change what is asked.
    private static let light: Set<String> = [
        "a", "an", "the", "do", "does", "did", "you", "your", "are", "is", "have", "has", "of", "to", "in", "for", "at",
        "on", "be", "will", "would", "please", "currently", "legally", "this", "that", "with", "and", "we", "our",
        "required", "optional",
    ]
}
