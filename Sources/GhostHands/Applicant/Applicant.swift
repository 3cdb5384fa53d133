/// Whom a form is filled for: what is known of them, and what they answered.
public struct Applicant: Sendable, Hashable {
    /// The contract's `profile` object (contract 4.1).
    public var profile: JSON
    /// Questions and their answers, as `qa_answers` gives them.
    public var answers: [String: String]
    /// `fill_form`'s flat object: keys are field names or labels (R35).
    public var formData: [String: JSON]
    /// The files there are, by what they are for; the resume is ``Applicant/resumeFile``.
    public var files: [String: String]

    /// The key of ``files`` under which the resume stands.
    public static let resumeFile = "resume"

    /// An applicant.
    ///
    /// - Parameters:
    ///   - profile: the contract's `profile` object, or null.
    ///   - answers: questions and their answers.
    ///   - formData: field names or labels and their values.
    ///   - files: paths of files, by field name, label or `resume`.
    public init(
        profile: JSON = .null,
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
        let profile = inputData["profile"]
        let answers = (inputData["qa_answers"].object ?? [:]).merging(inputData["qa_overrides"].object ?? [:]) { $1 }
        var known = profile.isNull ? inputData["user_data"] : profile
        if let marked = inputData["sensitive_fields"].array, var members = known.object ?? [:] as [String: JSON]? {
            members["sensitive_fields"] = .array(marked)
            known = .object(members)
        }
        self.init(
            profile: known,
            answers: answers.compactMapValues(\.string),
            formData: inputData["form_data"].object ?? [:]
        )
    }

    /// The applicant that a file of a person at the keyboard describes: the contract's profile, or a flat object.
    ///
    /// - Parameters:
    ///   - file: the parsed file; an object that has the contract's members is a profile, any other is flat data.
    ///   - answers: questions and their answers.
    /// - Returns: the applicant.
    public static func read(file: JSON, answers: JSON) -> Applicant {
        let members = file.object ?? [:]
        let isProfile = members["first_name"] != nil && members["last_name"] != nil && members["email"] != nil
        var applicant = Applicant(answers: (answers.object ?? [:]).compactMapValues(\.plainText))
        if isProfile { applicant.profile = file }
        // A flat file whose keys happen to be the contract's names must still reach fields of those names.
        let isFlat = !members.values.contains { $0.object != nil }
        if !isProfile || isFlat { applicant.formData = members }
        return applicant
    }

    /// The fact of the profile that a field asks for, in words.
    ///
    /// - Parameter asked: what the field asks for.
    /// - Returns: the answer, or nil when the profile does not hold it.
    public func fact(_ asked: Asked) -> String? {
        let text = Self.members[asked].flatMap { profile[$0].plainText } ?? derived(asked)
        guard let text, !text.allSatisfy(\.isWhitespace) else { return nil }
        return text
    }

    private static let members: [Asked: String] = [
        .firstName: "first_name", .middleName: "middle_name", .lastName: "last_name",
        .preferredName: "preferred_name", .email: "email", .phone: "phone", .linkedIn: "linkedin_url",
        .portfolio: "portfolio_url", .gitHub: "github_url", .workAuthorization: "work_authorization",
        .sponsorship: "sponsorship", .salary: "salary_expectation", .startDate: "start_date",
        .yearsOfExperience: "years_of_experience", .coverLetter: "cover_letter", .gender: "gender",
        .ethnicity: "ethnicity", .veteran: "veteran", .disability: "disability",
    ]

    private func derived(_ asked: Asked) -> String? {
        let place = profile["location"]
        switch asked {
        case .fullName: return joined([profile["first_name"], profile["middle_name"], profile["last_name"]], by: " ")
        case .streetAddress: return (place["street"].plainText ?? place["address"].plainText)
        case .city, .state, .country: return (place[asked.rawValue].plainText ?? profile[asked.rawValue].plainText)
        case .postalCode: return (place["zip"].plainText ?? profile["zip"].plainText)
        case .location: return place.string ?? joined([place["city"], place["state"], place["country"]], by: ", ")
        case .school: return education["institution"].plainText
        case .degree: return education["degree"].plainText
        case .fieldOfStudy: return education["field"].plainText
        case .graduationYear: return education["graduation_year"].plainText
        case .currentCompany: return currentWork["company"].plainText
        case .currentTitle: return currentWork["title"].plainText
        case .skills: return profile["skills"].plainText
        default: return nil
        }
    }

    private var education: JSON { profile["education"].array?.first ?? .null }

    /// The work that has no end; a job that ended is not a current one.
    private var currentWork: JSON {
        let entries = profile["work_history"].array ?? []
        return entries.first { entry in
            let end = entry["end_date"].string ?? ""
            return end.isEmpty || ["present", "current", "now"].contains(end.lowercased())
        } ?? .null
    }

    private func joined(_ parts: [JSON], by separator: String) -> String? {
        let texts = parts.compactMap(\.plainText).filter { !$0.isEmpty }
        return texts.isEmpty ? nil : texts.joined(separator: separator)
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
