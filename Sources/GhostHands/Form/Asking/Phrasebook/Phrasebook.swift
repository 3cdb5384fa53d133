/// The words by which questions are asked in one language, each as the English that the rules read: one set of rules then
/// reads them all.
///
/// Words that it does not know stay as they are, and so remain a condition.
struct Phrasebook: Sendable {
    /// What it calls yes and no.
    let yes: String
    let no: String
    /// Whether capitals tell nothing of names.
    let capitalizesNouns: Bool
    /// Phrases by their first word, the longest first.
    private let phrases: [String: [(words: [String], english: [String])]]

    /// Whether it is the one of English itself.
    var isEnglish: Bool { yes == Self.english.yes }

    /// - Parameters:
    ///   - yes: its word for yes.
    ///   - no: its word for no.
    ///   - capitalizesNouns: whether every noun begins with a capital.
    ///   - isCut: whether it is written in one piece: each letter stands for a word then.
    ///   - lines: `english = phrase | phrase`; `-` stands for nothing.
    init(yes: String, no: String, capitalizesNouns: Bool = false, isCut: Bool = false, _ lines: String) {
        self.capitalizesNouns = capitalizesNouns
        self.yes = yes
        self.no = no
        var phrases: [String: [(words: [String], english: [String])]] = [:]
        for line in lines.pieces(between: "\n") {
            let sides = line.pieces(between: "=")
            guard sides.count == 2 else { continue }
            let english = Words(sides[0]).list
            for phrase in sides[1].pieces(between: "|") {
                let words = isCut ? Words(phrase).list.joined().map(String.init) : Words(phrase).list
                if let first = words.first { phrases[first, default: []].append((words, english)) }
            }
        }
        self.phrases = phrases.mapValues { $0.sorted { $0.words.count > $1.words.count } }
    }

    /// The sentence in English, and the book by which it was read; English only where no other explains more of it.
    static func read(_ tokens: [Sentence.Token]) -> (tokens: [Sentence.Token], book: Phrasebook) {
        if let read = readEastAsian(tokens) { return read }
        let words = tokens.map(\.word)
        let known = words.count { englishWords.contains($0) }
        let best = foreign.map { (book: $0, count: $0.explained(words)) }.max { $0.count < $1.count }
        guard let best, best.count > known else { return (english.translated(tokens), english) }
        return (english.translated(best.book.translated(tokens)), best.book)
    }

    /// Words of which a sentence has one where its English has one of those given.
    static func sources(of marks: Set<String>) -> Set<String> {
        let marks = marks.union(english.sources(of: marks))
        return foreign.reduce(marks) { $0.union($1.sources(of: marks)) }
    }

    /// Whether a label has a word of which its English may have one of some: most have none, and taking one apart takes its
    /// time.
    ///
    /// - Parameter sources: what ``sources(of:)`` says of those words.
    static func mayMean(_ sources: Set<String>, in label: String) -> Bool {
        let isSource = sources.contains
        return Words(label).list.contains(where: isSource)
            // Where it is elided, "d'email" is two words.
            || label.contains { $0 == "'" || $0 == "’" }
                && Words(label.replacing("'", with: " ").replacing("’", with: " ")).list.contains(where: isSource)
    }

    private func sources(of marks: Set<String>) -> Set<String> {
        let made = phrases.values.joined().filter { !marks.isDisjoint(with: $0.english) }
        return Set(made.compactMap { $0.words.max { $0.utf8.count < $1.utf8.count } })
    }

    /// How many of the words it knows.
    private func explained(_ words: [String]) -> Int {
        var count = 0
        var index = 0
        while index < words.count {
            let found = phrase(at: index, words)
            count += found?.words.count ?? 0
            index += found?.words.count ?? 1
        }
        return count
    }

    /// The longest phrase that begins at a place.
    func phrase(at index: Int, _ words: [String]) -> (words: [String], english: [String])? {
        phrases[words[index]]?.first { words[index...].starts(with: $0.words) }
    }

    private func translated(_ tokens: [Sentence.Token]) -> [Sentence.Token] {
        let words = tokens.map(\.word)
        var found: [Sentence.Token] = []
        var index = 0
        while index < words.count {
            guard let phrase = phrase(at: index, words) else {
                found.append(tokens[index])
                index += 1
                continue
            }
            for (place, word) in phrase.english.enumerated() {
                let followsComma = place == 0 && tokens[index].followsComma
                found.append(Sentence.Token(word: word, isName: false, followsComma: followsComma))
            }
            index += phrase.words.count
        }
        return found
    }

    /// Every word that the rules know.
    private static let englishWords = TopicRule.all.reduce(into: QuestionReading.light) { words, rule in
        words.formUnion(rule.beside)
        words.formUnion(rule.cues.joined().flatMap(\.words))
    }

    private static let foreign = [
        german, french, spanish, portuguese, italian, dutch, swedish, norwegian, polish, romanian, ukrainian, catalan,
    ]
}
