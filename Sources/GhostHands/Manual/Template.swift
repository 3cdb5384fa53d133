/// What a step enters: the name of something the applicant gave, never the thing itself.
///
/// Written `{{first_name}}`, `{{work_history.0.title}}`, `{{phone|national}}`. A name that is not known is refused when
/// the manual is read, and never typed as it stands.
public struct Template: Sendable, Hashable {
    /// What is meant.
    public var value: Value
    /// How it is changed before it is entered.
    public var filter: Filter?

    /// What a template may stand for.
    public enum Value: Sendable, Hashable {
        /// A fact of the profile.
        case fact(Asked)
        /// A fact of an entry of the applicant's history, counted from 0.
        case entry(HistorySection, Int, HistoryPart)
        /// The caller's own answer to the question that the field's label asks.
        case answer
        /// The value that flat data has for the field.
        case formData
        /// The file that the field asks for.
        case file
        /// The address that the job begins at.
        case target
        /// The form's own way to decline, or the agreement without which there is no applying: the reader's rules decide
        /// each time anew whether it may be given (decision 0005).
        case ofForm
    }

    /// The changes there are.
    public enum Filter: String, Sendable, Hashable, CaseIterable {
        case lower, upper, digits
        /// A phone number without its country's code.
        case national

        func applied(to text: String) -> String {
            switch self {
            case .lower: text.lowercased()
            case .upper: text.uppercased()
            case .digits: text.filter(\.isNumber)
            case .national: PhoneNumber.national(text) ?? text
            }
        }
    }

    /// A template.
    public init(_ value: Value, _ filter: Filter? = nil) {
        self.value = value
        self.filter = filter
    }

    /// Why a text is no template, in words for whoever wrote the manual.
    public struct Fault: Error, Sendable, Hashable {
        /// A sentence without a full stop.
        public let reason: String
    }

    /// Reads a template.
    ///
    /// - Parameter text: as it is written in a manual.
    /// - Throws: ``Fault`` for a text that is a value itself, and for names and filters that are not known.
    public init(_ text: String) throws(Fault) {
        let inside = text.trimmed
        guard inside.hasPrefix("{{"), inside.hasSuffix("}}"), inside.count > 4 else {
            throw Fault(reason: "it holds a value itself; a manual may hold only templates such as {{first_name}}")
        }
        let parts = inside.dropFirst(2).dropLast(2).split(separator: "|", omittingEmptySubsequences: false)
            .map { $0.trimmed }
        guard let value = Self.value(named: parts[0]) else {
            throw Fault(reason: "nothing is called \"\(parts[0].clipped(60))\"; \(Self.known)")
        }
        let filter = parts.count == 2 ? Filter(rawValue: parts[1]) : nil
        guard parts.count == 1 || filter != nil else {
            let names = Filter.allCases.map(\.rawValue).joined(separator: ", ")
            throw Fault(reason: "there is one filter at most, and it is one of \(names)")
        }
        self.init(value, filter)
    }

    /// The template as it is written.
    public var text: String { "{{\(name)\(filter.map { "|\($0.rawValue)" } ?? "")}}" }

    private var name: String {
        switch value {
        case .fact(let asked): asked.rawValue
        case .entry(let section, let index, let part): "\(section.templateName).\(index).\(part.templateName)"
        case .answer: "qa_answers"
        case .formData: "form_data"
        case .file: "file"
        case .target: "target_url"
        case .ofForm: "form_default"
        }
    }

    private static let known = """
        there are first_name, email and the other members of a profile, work_history.0.title, education.0.degree and \
        their like, qa_answers, form_data, file, form_default
        """

    private static let facts: [String: Asked] = {
        let own = Dictionary(uniqueKeysWithValues: Asked.allCases.map { ($0.rawValue, $0) })
        // The predecessor's names, where they differ.
        let others: [String: Asked] = [
            "name": .fullName, "zip": .postalCode, "address": .streetAddress, "street": .streetAddress,
            "salary": .salary, "linkedin": .linkedIn, "github": .gitHub, "website": .portfolio, "portfolio": .portfolio,
        ]
        return own.merging(others) { own, _ in own }.filter { !$0.value.isSecret && $0.value != .question }
    }()

    private static func value(named name: String) -> Value? {
        switch name {
        case "qa_answers": return .answer
        case "form_data": return .formData
        case "file", "resume", "other_document": return .file
        case "target_url": return .target
        case "form_default": return .ofForm
        default: break
        }
        if let asked = facts[name] { return .fact(asked) }
        let path = name.split(separator: ".").map(String.init)
        guard path.count == 3, let section = HistorySection.allCases.first(where: { $0.templateName == path[0] }),
            let index = Int(path[1]), (0..<100).contains(index), let part = HistoryPart(templateName: path[2])
        else { return nil }
        return .entry(section, index, part)
    }
}

extension HistorySection {
    var templateName: String {
        switch self {
        case .work: "work_history"
        case .education: "education"
        }
    }
}
