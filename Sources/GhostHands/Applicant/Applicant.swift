/// Whom a form is filled for: what is known of them, and what they answered.
public struct Applicant: Sendable, Hashable {
    /// The contract's `profile` object.
    public var profile: Profile
    /// Questions and their answers, as `qa_answers` gives them.
    public var answers: [String: String]
    /// `fill_form`'s flat object: keys are field names or labels (R35).
    public var formData: [String: JSON]
    /// The files there are, by what they are for; the resume is ``Applicant/resumeFile``.
    public var files: [String: String]

    /// The key of ``files`` under which the resume stands.
    public static let resumeFile = "resume"

    /// An applicant.
    public init(
        profile: Profile = Profile(),
        answers: [String: String] = [:],
        formData: [String: JSON] = [:],
        files: [String: String] = [:]
    ) {
        self.profile = profile
        self.answers = answers
        self.formData = formData
        self.files = files
    }

    /// The applicant that a job's `input_data` describes.
    ///
    /// - Parameter inputData: the row's object, ours or the predecessor's (`user_data`, `qa_overrides`).
    public init(inputData: JSON) {
        let given = inputData["profile"]
        let answers = (inputData["qa_answers"].object ?? [:]).merging(inputData["qa_overrides"].object ?? [:]) { $1 }
        var profile = Profile(given.isNull ? inputData["user_data"] : given)
        if let marked = inputData[Profile.sensitiveFields].array {
            profile.further[Profile.sensitiveFields] = .array(marked)
        }
        self.init(
            profile: profile,
            answers: answers.compactMapValues(\.string),
            formData: inputData["form_data"].object ?? [:]
        )
    }

    /// What tells an application that leaves a page from a log-in: values of the applicant's, without e-mail addresses.
    public var tellingFacts: [String] {
        let facts = [Asked.firstName, .lastName, .fullName, .phone, .streetAddress, .linkedIn].compactMap(profile.fact)
        return facts + formData.values.compactMap(\.plainText).filter { !$0.contains("@") }
    }

    /// The applicant that a file of a person at the keyboard describes: the contract's profile, or a flat object.
    ///
    /// - Parameter file: the parsed file; an object that has the contract's members is a profile, any other is flat
    ///   data.
    /// - Returns: the applicant.
    public static func read(file: JSON, answers: JSON) -> Applicant {
        let members = file.object ?? [:]
        let isProfile = members["first_name"] != nil && members["last_name"] != nil && members["email"] != nil
        var applicant = Applicant(answers: (answers.object ?? [:]).compactMapValues(\.plainText))
        if isProfile { applicant.profile = Profile(file) }
        // A flat file whose keys happen to be the contract's names must still reach fields of those names.
        let isFlat = !members.values.contains { $0.object != nil }
        if !isProfile || isFlat { applicant.formData = members }
        return applicant
    }
}

extension JSON {
    /// The value in words: a list with commas, a whole number without decimals, yes or no; nil for null and objects.
    public var plainText: String? {
        switch self {
        case .null, .object: return nil
        case .bool(let value): return value ? "Yes" : "No"
        case .int(let value): return String(value)
        case .double(let value): return Amount.text(value)
        case .string(let value): return value
        case .array(let values):
            let texts = values.compactMap(\.plainText)
            return texts.isEmpty ? nil : texts.joined(separator: ", ")
        }
    }
}
