/// What application forms ask about, however they say it: "driving licence", "Führerschein", "permis B" are one subject.
///
/// A subject is a thing, never a judgement: whether somebody has it, likes it or had it before stays in the other words.
enum Subjects {
    /// The kinds of a thing, of which one is chosen: whoever says yes to one of them has not said yes to another.
    static func isOfKinds(_ subject: Int) -> Bool { lines[subject].hasPrefix(which) }

    /// The subjects of a text.
    ///
    /// - Parameter text: the words of a question.
    /// - Returns: by the numbers of the subjects the words that named them; where phrases overlap, the longer one counts.
    static func found(in text: Words) -> [Int: Set<String>] {
        var found: [Int: Set<String>] = [:]
        var at = 0
        while at < text.list.count {
            let rest = text.list[at...]
            let fitting = Self.fitting(rest) + (elided(rest[at]).map { Self.fitting([$0] + rest.dropFirst()) } ?? [])
            guard let most = fitting.map(\.parts.count).max() else {
                for phrase in together where rest[at].holds(phrase.text) {
                    found[phrase.subject, default: []].insert(rest[at])
                }
                at += 1
                continue
            }
            for phrase in fitting where phrase.parts.count == most {
                found[phrase.subject, default: []].formUnion(rest.prefix(most))
            }
            at += most
        }
        return found
    }

    private static func fitting(_ words: ArraySlice<String>) -> [Phrase] {
        guard let first = words.first else { return [] }
        return (1...keyLength).flatMap { phrases[String(first.prefix($0))] ?? [] }.filter { $0.isStart(of: words) }
    }

    /// "l'infolettre" without its article, with which it is read as one word.
    private static func elided(_ word: String) -> String? {
        guard word.utf8.count > 5, let first = word.first, "ldmnsj".contains(first), let next = word.dropFirst().first,
            "aeiouh".contains(next)
        else { return nil }
        return String(word.dropFirst())
    }

    /// Words one after the other; of one with an asterisk only the beginning.
    private struct Phrase {
        let parts: [(text: String, isWhole: Bool)]
        let subject: Int

        init?(_ text: String, _ subject: Int) {
            // What stands before a vowel is read as one word with it: "type d'appareil".
            let joined = ["d", "l", "qu", "n", "m", "s"].reduce(" " + text) { $0.replacing(" \($1) ", with: " \($1)") }
            parts = joined.split(separator: " ").map { part in
                (Words(String(part)).text, part.last != "*")
            }
            self.subject = subject
            if parts.isEmpty { return nil }
        }

        func isStart(of words: ArraySlice<String>) -> Bool {
            words.count >= parts.count
                && zip(words, parts).allSatisfy { $1.isWhole ? $0 == $1.text : $0.hasPrefix($1.text) }
        }
    }

    /// How many letters at the beginning of a word its phrases are found by; a shorter one by all it has.
    private static let keyLength = 4

    private static let lines = (work + hours + contract + places + proofs + person + reasons).pieces(between: "\n")
        .filter { !$0.isEmpty }

    private static let all = lines.enumerated().flatMap { number, line in
        line.replacing(which, with: "", maxReplacements: 1).pieces(between: ",").map { (text: $0, subject: number) }
    }

    private static let which = "which: "

    private static let phrases = Dictionary(
        grouping: all.filter { !$0.text.isWrittenTogether }.compactMap { Phrase($0.text, $0.subject) }
    ) { String($0.parts[0].text.prefix(keyLength)) }

    /// Of languages that put no spaces between their words.
    private static let together = all.filter(\.text.isWrittenTogether)
}

extension String {
    fileprivate var isWrittenTogether: Bool {
        guard let letter = unicodeScalars.first?.value else { return false }
        return (0x3040...0x9FFF).contains(letter) || (0xAC00...0xD7AF).contains(letter)
    }
}
