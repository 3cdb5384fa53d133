/// The words by which a sentence asks about a topic: data, read by ``QuestionReading``.
struct TopicRule: Sendable {
    let topic: Topic
    /// One phrase of every group stands in the sentence.
    let cues: [[Phrase]]
    /// What says that something else is asked.
    let unless: [String]
    /// What may stand beside the cues without narrowing what is asked.
    let beside: Set<String>
    /// What turns the question round.
    let inverse: [Phrase]

    /// - Parameters:
    ///   - cues: groups between `&`, phrases between `|`.
    ///   - unless: phrases between `|`.
    ///   - beside: single words between spaces.
    ///   - inverse: phrases between `|`.
    init(_ topic: Topic, _ cues: String, unless: String = "", beside: String = "", inverse: String = "") {
        func phrases(_ text: some StringProtocol) -> [String] {
            text.pieces(between: "|").map(\.trimmed).filter { !$0.isEmpty }
        }
        self.topic = topic
        self.cues = cues.pieces(between: "&").map { phrases($0).map(Phrase.init) }
        self.unless = phrases(unless)
        self.beside = Set(beside.split(whereSeparator: \.isWhitespace).map(String.init))
        self.inverse = phrases(inverse).map(Phrase.init)
    }

    /// The places of the words that the rule explains; nil when the sentence does not ask this.
    func explained(_ words: [String], _ text: Words) -> Set<Int>? {
        var places: Set<Int> = []
        for group in cues {
            let found = group.flatMap { $0.places(in: words) }
            guard !found.isEmpty else { return nil }
            places.formUnion(found)
        }
        // "Do you have a friend who works here?" does not ask who.
        let related = Sentence.isWhether(words) ? Self.relatives : []
        guard !text.containsAny(unless.filter { !related.contains($0) }) else { return nil }
        for phrase in inverse { places.formUnion(phrase.places(in: words)) }
        places.formUnion(words.indices.filter { beside.contains(words[$0]) })
        return places
    }

    /// What joins a clause to a question that is asked already.
    private static let relatives: Set<String> = ["who", "whom"]

    /// Whether a phrase that turns the question round stands in it.
    func isInverse(_ words: [String]) -> Bool { inverse.contains { !$0.places(in: words).isEmpty } }

    /// The rules of which a first cue begins with a word of the sentence, in their order: there are dozens, and most have
    /// none.
    static func candidates(_ words: [String]) -> [TopicRule] {
        Set(Set(words).flatMap { byWord[$0] ?? [] }).sorted().map { all[$0] }
    }

    /// The words by which candidates are known.
    static var openings: Set<String> { Set(byWord.keys) }

    private static let byWord = Dictionary(
        all.enumerated().flatMap { place, rule in
            Set((rule.cues.first ?? []).compactMap(\.words.first)).map { ($0, [place]) }
        },
        uniquingKeysWith: +
    )

    /// A phrase, taken apart once.
    struct Phrase: Sendable {
        let words: [String]

        init(_ text: String) { words = text.pieces(between: " ") }

        /// The places of its words wherever it stands in a sentence.
        func places(in sentence: [String]) -> [Int] {
            guard let first = words.first, sentence.count >= words.count else { return [] }
            var places: [Int] = []
            for at in 0...(sentence.count - words.count) where sentence[at] == first {
                if sentence[at..<(at + words.count)].elementsEqual(words) { places += at..<(at + words.count) }
            }
            return places
        }
    }
}
