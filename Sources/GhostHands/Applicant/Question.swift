/// A question as the words that matter in it, so that the same question in other words is found, and no other.
struct Question: Hashable {
    private let words: Set<String>
    private let isNegated: Bool
    /// The same without what any question is made with: what agrees only here is asked for only where nothing else
    /// answers.
    let core: Core

    static func == (left: Question, right: Question) -> Bool {
        left.words == right.words && left.isNegated == right.isNegated
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(words)
        hasher.combine(isNegated)
    }

    /// The question that a label asks, and the same in each language where it asks in two.
    static func all(in label: String) -> [Question] {
        let pieces = label.split(separator: " / ").map(String.init)
        let isTwofold = pieces.count == 2 && pieces.allSatisfy { Words($0).list.count >= 3 }
        return [Question(label)] + (isTwofold ? pieces.map(Question.init) : [])
    }

    init(_ text: String) {
        let list = Words(list: Self.plain(Words(FormatNote.removed(from: text, keeping: PayWords.tellsTime)).list))
        isNegated = list.isNegated
        let joined = Self.phrases.reduce(" \(list.text) ") { text, pair in
            text.split(separator: " \(pair.0) ", omittingEmptySubsequences: false).joined(separator: " \(pair.1) ")
        }
        let content = Set(joined.split(separator: " ").map(String.init)).subtracting(Self.light)
        words = content.isEmpty ? Set(list.list) : content
        core = Core(
            words: Set(FrameWords.unopened(joined.split(separator: " ").map(String.init))).subtracting(Self.light)
                .filter { !FrameWords.contains($0) },
            isNegated: isNegated,
            kind: FrameWords.kind(text)
        )
    }

    /// "What is your hourly rate" asks for the hourly rate, and "What level of clearance" asks what clearance.
    private static func plain(_ list: [String]) -> [String] {
        let spelled = list.map { spellings[$0] ?? $0 }
        for opening in [["what", "is", "your"], ["what", "are", "your"], ["whats", "your"]]
        where spelled.starts(with: opening) && spelled.count > opening.count {
            return Array(spelled.dropFirst(opening.count))
        }
        guard spelled.first == "what" || spelled.first == "which" else { return spelled }
        return ["what"] + spelled.dropFirst().filter { !ofKind.contains($0) }
    }

    /// What one may leave out of a question that asks what something is.
    private static let ofKind: Set<String> = ["level", "type", "kind", "hold", "possess", "any"]

    private static let spellings = [
        "licence": "license", "organisation": "organization", "programme": "program", "labour": "labor",
        "present": "current", "favourite": "favorite", "centre": "center",
    ]

    private static let phrases = [
        ("united states of america", "us"), ("united states", "us"), ("u s a", "us"), ("u s", "us"), ("usa", "us"),
        ("united kingdom", "uk"), ("authorised", "authorized"), ("authorization", "authorized"),
    ]

    /// Words that do not change what is asked.
    private static let light: Set<String> = [
        "a", "an", "the", "do", "does", "did", "you", "your", "are", "is", "have", "has", "of", "to", "in", "for", "at",
        "on", "be", "will", "would", "please", "currently", "legally", "this", "that", "with", "and", "we", "our",
        "required", "optional", "valid", "hold", "possess",
    ]
}

extension Question {
    /// What a question is about.
    struct Core: Hashable {
        let words: Set<String>
        let isNegated: Bool
        let kind: FrameWords.Kind

        /// Whether the answer to one question answers the other: all the same words are left of both, and neither asks what
        /// where the other asks whether.
        func isSame(as other: Core) -> Bool {
            isLike(other) && words.count == other.words.count && holds(all: other.words) && other.holds(all: words)
        }

        /// The same where the other question says besides that work is meant, or that one is ready for it.
        func isWithin(_ other: Core) -> Bool {
            words.count >= 2 && isLike(other) && other.holds(all: words)
                && other.words.allSatisfy { holds($0) || FrameWords.isOfWork($0) }
        }

        private func isLike(_ other: Core) -> Bool {
            !words.isEmpty && isNegated == other.isNegated
                && (kind == other.kind || kind == .named || other.kind == .named)
        }

        private func holds(_ word: String) -> Bool { words.contains { FrameWords.areOne($0, word) } }
        private func holds(all others: Set<String>) -> Bool { others.allSatisfy(holds) }
    }
}
