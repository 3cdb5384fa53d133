import Crypto
import FoundationEssentials

/// An answer that a model derived for one user's question, kept for that user's later jobs and for nobody else's.
public struct LearnedAnswer: Sendable, Hashable {
    /// The question as its form put it.
    public var question: String
    /// What tells the question from others: ``key(of:)``.
    public var key: String
    /// The answer; several where the question takes several.
    public var values: [String]
    /// The facts that it follows from, by what they are.
    public var because: [String]
    /// SHA-256 of those facts: once they have changed, the answer holds no more.
    public var digest: String
    /// The model that derived it.
    public var model: String

    /// An answer.
    public init(
        question: String,
        key: String,
        values: [String],
        because: [String],
        digest: String,
        model: String
    ) {
        self.question = question
        self.key = key
        self.values = values
        self.because = because
        self.digest = digest
        self.model = model
    }

    /// The answer as a field takes it.
    public var value: Answer.Value { Answer.Value(values) }

    /// What tells a field's question from others: its words, what it stands under, and what it lets one choose.
    ///
    /// - Returns: 64 hex digits.
    public static func key(of field: Field) -> String {
        let options = field.options.map { Words($0.label).text }.joined(separator: "\u{1f}")
        let longest = field.maxLength.map(String.init) ?? ""
        let texts = [field.label, field.section ?? "", field.hint ?? ""].map { Words($0).text }
        let parts = texts + [field.kind.rawValue, options, longest]
        return SHA256.hash(data: Data(parts.joined(separator: "\u{1e}").utf8)).hexadecimal
    }

    /// Whether a question is about whoever asks it, or about this very posting: its answer is good for no other.
    ///
    /// - Returns: whether it says "us", "here", "this role".
    public static func isAboutAsker(_ field: Field) -> Bool {
        let words = Set(Words([field.label, field.hint ?? ""].joined(separator: " ")).list)
        return !words.isDisjoint(with: [
            "us", "we", "our", "ours", "here", "this", "company", "organization", "organisation", "employer", "firm",
            "team",
        ])
    }

    /// The answer as it is sealed.
    public var json: JSON {
        [
            "question": .string(question), "values": .array(values.map(JSON.string)),
            "because": .array(because.map(JSON.string)), "digest": .string(digest), "model": .string(model),
        ]
    }

    /// Reads what ``json`` wrote.
    ///
    /// - Parameter json: the object.
    public init?(_ json: JSON, key: String) {
        guard let question = json["question"].string, let digest = json["digest"].string,
            let values = json["values"].array?.compactMap(\.string), !values.isEmpty
        else { return nil }
        self.init(
            question: question,
            key: key,
            values: values,
            because: json["because"].array?.compactMap(\.string) ?? [],
            digest: digest,
            model: json["model"].string ?? ""
        )
    }
}
