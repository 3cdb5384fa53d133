/// The words by which a sentence asks about a topic: data, read by ``QuestionReading``.
struct TopicRule: Sendable {
    let topic: Topic
    /// One phrase of every group stands in the sentence.
    let cues: [[String]]
    /// What says that something else is asked.
    let unless: [String]
    /// What may stand beside the cues without narrowing what is asked.
    let beside: Set<String>
    /// What turns the question round.
    let inverse: [String]

    /// - Parameters:
    ///   - cues: groups between `&`, phrases between `|`.
    ///   - unless: phrases between `|`.
    ///   - beside: single words between spaces.
    ///   - inverse: phrases between `|`.
    init(_ topic: Topic, _ cues: String, unless: String = "", beside: String = "", inverse: String = "") {
        func phrases(_ text: some StringProtocol) -> [String] {
            text.split(separator: "|").map { String($0.trimmed) }.filter { !$0.isEmpty }
        }
        self.topic = topic
        self.cues = cues.split(separator: "&").map(phrases)
        self.unless = phrases(unless)
        self.beside = Set(beside.split(whereSeparator: \.isWhitespace).map(String.init))
        self.inverse = phrases(inverse)
    }

    /// The places of the words that the rule explains; nil when the sentence does not ask this.
    func explained(_ words: [String], _ text: Words) -> Set<Int>? {
        guard !text.containsAny(unless) else { return nil }
        var places: Set<Int> = []
        for group in cues {
            let found = group.flatMap { Self.places(of: $0, in: words) }
            guard !found.isEmpty else { return nil }
            places.formUnion(found)
        }
        places.formUnion(inverse.flatMap { Self.places(of: $0, in: words) })
        places.formUnion(words.indices.filter { beside.contains(words[$0]) })
        return places
    }

    /// Where the words of a phrase stand.
    static func places(of phrase: String, in words: [String]) -> [Int] {
        let parts = phrase.split(separator: " ").map(String.init)
        guard words.count >= parts.count else { return [] }
        return (0...(words.count - parts.count)).flatMap { at in
            words[at..<(at + parts.count)].elementsEqual(parts) ? Array(at..<(at + parts.count)) : []
        }
    }
}
