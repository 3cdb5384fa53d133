import Crypto
import FoundationEssentials

/// What a model is told of the applicant: what its questions need and nothing else.
///
/// What opens an account or names a person to an authority, and what the job marks sensitive, is never told at all: a
/// placeholder stands for it, which is filled in after the model has answered.
public struct FactSheet: Sendable {
    /// One fact.
    public struct Fact: Sendable, Hashable {
        /// What the model cites it by.
        public let id: String
        /// What it is, as `work_history` or `salary_expectation`.
        public let key: String
        /// The fact itself.
        public let text: String
        /// Whether a placeholder stands for it.
        public let isHidden: Bool
        /// Whether it is the applicant's secret, which only a field of its own may get.
        let isSecret: Bool
    }

    /// The facts, in the order in which the model reads them.
    public let facts: [Fact]
    /// What follows from everything that is known, whether a model is told it or not.
    private let knowledge: Knowledge
    /// The most bytes of facts that a model is told.
    public static let mostBytes = 12_000

    /// The facts that some questions need.
    ///
    /// - Parameters:
    ///   - applicant: whom the form is filled for.
    ///   - questions: the fields that are to be answered, each with what it asks for.
    public init(_ applicant: Applicant, for questions: [(field: Field, asked: Asked)]) {
        knowledge = Knowledge(applicant)
        let need = Need(questions)
        var found: [(key: String, text: String, kind: Kind)] = []
        for (key, text) in applicant.plainFacts {
            let kind = Kind.of(key, markedSensitive: applicant.sensitive.contains(key))
            if need.includes(key, kind) { found.append((key, text, kind)) }
        }
        for (question, answer) in applicant.answers.sorted(by: { $0.key < $1.key }) where need.isNear(question) {
            found.append(("answer to \(question.quoted)", answer, .open))
        }
        let prose = applicant.prose.flatMap(Self.sentences).filter(need.allows)
        var left = Self.mostBytes
        // A story that is longer than a model is told ends earlier.
        var story = ""
        for sentence in prose where story.utf8.count + sentence.utf8.count < Self.mostBytes / 2 {
            story += (story.isEmpty ? "" : " ") + sentence
        }
        if !story.isEmpty { found.append(("about the applicant", story, .open)) }
        var facts: [Fact] = []
        for (key, text, kind) in found {
            let cost = kind.isHidden ? key.utf8.count : key.utf8.count + text.utf8.count
            guard cost <= left else { continue }
            left -= cost
            facts.append(
                Fact(
                    id: "p\(facts.count + 1)",
                    key: key,
                    text: text,
                    isHidden: kind.isHidden,
                    isSecret: kind == .secret
                )
            )
        }
        self.facts = facts
    }

    /// The facts as the model reads them, one a line.
    public var text: String {
        facts.map { fact in
            "\(fact.id) \(fact.key): " + (fact.isHidden ? "{{\(fact.key)}}" : fact.text.oneLine)
        }.joined(separator: "\n")
    }

    /// The fact that a model cites.
    public subscript(id: String) -> Fact? { facts.first { $0.id == id } }

    /// What becomes of an answer with placeholders.
    public enum Revealed: Sendable, Hashable {
        case text(String)
        /// It may not stand in that field, or means nothing.
        case refused(String)
    }

    /// Puts facts in the place of their placeholders.
    ///
    /// - Parameters:
    ///   - answer: what the model wrote.
    ///   - field: where it is to stand.
    ///   - asked: what that field asks for.
    /// - Returns: the answer; refused when a secret would get into a field that does not ask for it.
    public func reveal(_ answer: String, in field: Field, asked: Asked) -> Revealed {
        var text = answer
        for fact in facts where fact.isHidden && text.contains("{{\(fact.key)}}") {
            let isAsked = Classifier.classify(phrase: fact.key) == asked || Need([(field, asked)]).names(fact.key)
            if fact.isSecret, !isAsked { return .refused("secret") }
            text = text.replacing("{{\(fact.key)}}", with: fact.text)
        }
        return text.contains("{{") ? .refused("placeholder") : .text(text)
    }

    /// Whether a value stands in what the model was told: the least that is asked of answers about a person's nature,
    /// money or papers.
    ///
    /// - Parameters:
    ///   - value: the answer.
    ///   - ids: the facts that it is said to follow from.
    /// - Returns: whether one of them says it in these words.
    public func states(_ value: String, in ids: [String]) -> Bool {
        let words = Words(value)
        return !words.list.isEmpty && ids.compactMap { self[$0] }.contains { Words($0.text).contains(words.text) }
    }

    /// Whether an answer says the opposite of what follows from the applicant's facts and answers.
    ///
    /// - Parameters:
    ///   - value: the answer.
    ///   - field: where it is to stand.
    /// - Returns: false also where nothing follows.
    public func contradicts(_ value: String, in field: Field) -> Bool { knowledge.isContradicted(by: value, in: field) }

    /// Whether facts say anything of the delicate matters that a field asks about: permission to work, money, one's nature.
    ///
    /// - Parameter ids: the facts that its answer is said to follow from.
    /// - Returns: true for a field that asks about nothing of the kind.
    public func covers(_ field: Field, by ids: [String]) -> Bool {
        let texts = ids.compactMap { self[$0] }.map { "\($0.key) \($0.text)" }
        return Need.covers(field, by: texts)
    }

    /// SHA-256 of some facts, in hex: whether an answer that followed from them still does.
    ///
    /// - Parameters:
    ///   - keys: what they are.
    ///   - applicant: whose they are.
    /// - Returns: the digest; nil when one of them is there no more.
    public static func digest(of keys: [String], applicant: Applicant) -> String? {
        var members: [String: JSON] = [:]
        let facts = Dictionary(applicant.plainFacts) { first, _ in first }
        for key in keys {
            if let text = facts[key] {
                members[key] = .string(text)
            } else if key == "about the applicant" {
                members[key] = .array(applicant.prose.map(JSON.string))
            } else if let answer = applicant.answers.first(where: { "answer to \($0.key.quoted)" == key }) {
                members[key] = .string(answer.value)
            } else {
                return nil
            }
        }
        return SHA256.hash(data: JSON.object(members).data).hexadecimal
    }

    private static func sentences(_ text: String) -> [String] {
        var found: [String] = []
        var sentence = ""
        let characters = Array(text)
        for (index, character) in characters.enumerated() {
            let isEnd =
                character.isNewline
                || (".!?".contains(character) && (index + 1 == characters.count || characters[index + 1].isWhitespace))
            if !character.isNewline { sentence.append(character) }
            if isEnd {
                found.append(sentence.trimmed)
                sentence = ""
            }
        }
        return (found + [sentence.trimmed]).filter { !$0.isEmpty }
    }
}

extension Applicant {
    /// What the caller wrote of the applicant in whole sentences.
    var prose: [String] {
        profile.prose(before: formData)
    }

    /// Everything that is known of the applicant, value by value: what may stand in nothing that others read.
    public var values: [String] {
        plainFacts.map(\.1) + answers.values + prose
    }

    /// What opens an account or names the person to an authority, and what the job marks sensitive: it may stand in
    /// nothing that others read, not even in what a page says.
    public var secrets: [String] { facts { $0 == .secret } }

    /// The same, and money, nature and papers: it may stand in no sentence about the job.
    public var confidences: [String] { facts { $0 == .secret || $0 == .delicate } }

    private func facts(_ isWanted: (FactSheet.Kind) -> Bool) -> [String] {
        plainFacts.filter { key, _ in isWanted(.of(key, markedSensitive: sensitive.contains(key))) }.map(\.1)
    }

    /// Whether there is prose to answer questions from.
    public var hasProse: Bool { !prose.isEmpty }

    /// Whether the prose takes up a statement word for word: what only its owner may say, they have said.
    ///
    /// - Parameter statement: what a box of the form states.
    /// - Returns: false for a statement of less than three words.
    public func says(_ statement: String) -> Bool {
        let words = Words(statement)
        return words.list.count >= 3 && prose.contains { Words($0).contains(words.text) }
    }

    /// What the job marks sensitive, by the names of its members.
    var sensitive: Set<String> { profile.sensitive }

    /// Every fact with its name, in a fixed order.
    var plainFacts: [(String, String)] {
        var found: [(String, String)] = []
        for (key, value) in (profile.json.object ?? [:]).sorted(by: { $0.key < $1.key })
        where !Profile.isNoFact(key) {
            switch value {
            case .object(let members):
                for (name, inner) in members.sorted(by: { $0.key < $1.key }) {
                    if let text = inner.plainText { found.append(("\(key).\(name)", text)) }
                }
            case .array(let entries) where entries.contains { $0.object != nil }:
                found.append((key, entries.map(Self.entry).joined(separator: "; ")))
            default: if let text = value.plainText, !text.isEmpty { found.append((key, text)) }
            }
        }
        let known = Set(found.map(\.0))
        for (key, value) in formData.sorted(by: { $0.key < $1.key })
        where !known.contains(key) && !Profile.isProse(key) {
            if let text = value.plainText, !text.isEmpty { found.append((key, text)) }
        }
        return found
    }

    /// "BS, Computer Science, MIT, 2018".
    private static func entry(_ entry: JSON) -> String {
        let members = entry.object ?? [:]
        let order = [
            "title", "company", "degree", "field", "institution", "start_date", "end_date", "graduation_year",
            "description",
        ]
        let known = order.compactMap { members[$0]?.plainText }
        let others = members.keys.sorted().filter { !order.contains($0) }.compactMap { members[$0]?.plainText }
        return (known + others).filter { !$0.isEmpty }.joined(separator: ", ")
    }
}

extension String {
    /// The text in quotation marks, which it cannot leave.
    package var quoted: String {
        "\"" + oneLine.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    /// The text in one line, without what only machines see.
    package var oneLine: String {
        var line = ""
        var isSpace = false
        for character in self {
            let scalar = character.unicodeScalars.first?.properties.generalCategory
            if character.isWhitespace || scalar == .control {
                isSpace = true
            } else if scalar != .format && scalar != .privateUse && scalar != .unassigned {
                if isSpace, !line.isEmpty { line.append(" ") }
                isSpace = false
                line.append(character)
            }
        }
        return line
    }
}
