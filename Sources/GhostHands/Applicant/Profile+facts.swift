extension Profile {
    /// The fact that a field asks for, in words.
    ///
    /// - Parameter asked: what the field asks for.
    /// - Returns: the answer, or nil when the profile does not hold it.
    public func fact(_ asked: Asked) -> String? {
        guard let text = member(asked) ?? derived(asked), !text.allSatisfy(\.isWhitespace) else { return nil }
        return text
    }

    /// A member of its own, or what stands under its name though it is of another kind.
    private func member(_ asked: Asked) -> String? {
        switch asked {
        case .firstName: firstName ?? text("first_name")
        case .lastName: lastName ?? text("last_name")
        case .email: email ?? text("email")
        case .phone: phone ?? text("phone")
        case .linkedIn: linkedIn ?? text("linkedin_url")
        case .portfolio: portfolio ?? text("portfolio_url")
        case .workAuthorization: workAuthorization ?? text("work_authorization")
        case .salary: salary ?? text("salary_expectation")
        case .yearsOfExperience: text("years_of_experience") ?? yearsOfExperience.map(String.init)
        case .skills: text("skills") ?? (skills.isEmpty ? nil : skills.joined(separator: ", "))
        default: Self.others[asked].flatMap(text)
        }
    }

    /// Facts that the contract does not name, and that are known by their usual names.
    private static let others: [Asked: String] = [
        .middleName: "middle_name", .preferredName: "preferred_name", .gitHub: "github_url",
        .sponsorship: "sponsorship", .startDate: "start_date", .coverLetter: "cover_letter", .gender: "gender",
        .ethnicity: "ethnicity", .veteran: "veteran", .disability: "disability", .hispanic: "hispanic",
        .transgender: "transgender", .sexualOrientation: "sexual_orientation", .pronouns: "pronouns",
        .noticePeriod: "notice_period", .howHeard: "how_heard",
    ]

    private func text(_ name: String) -> String? { further[name]?.plainText }

    private func derived(_ asked: Asked) -> String? {
        switch asked {
        case .fullName: fullName
        case .streetAddress: place?.text("street") ?? place?.text("address")
        case .city: place?.city ?? place?.text("city") ?? text("city")
        case .state: place?.state ?? place?.text("state") ?? text("state")
        case .country: place?.country ?? place?.text("country") ?? text("country")
        case .postalCode: place?.zip ?? place?.text("zip") ?? text("zip")
        case .location: further["location"]?.string ?? place?.summary
        case .school: lastSchool?.organization
        case .degree: lastSchool?.degree
        case .fieldOfStudy: lastSchool?.subject
        case .graduationYear: lastSchool?.graduationYear
        case .currentCompany: currentWork?.organization
        case .currentTitle: currentWork?.title
        default: nil
        }
    }

    /// The work that has no end; a job that ended is not a current one.
    private var currentWork: Engagement? { workHistory.first(where: \.isCurrent) }

    private var lastSchool: Engagement? { Engagement.latestFirst(education).first }

    /// In Chinese and Korean the family's name comes first, and nothing stands between.
    private var fullName: String? {
        let names = [fact(.firstName), fact(.middleName), fact(.lastName)]
        if let first = names[0], let last = names[2], (first + last).unicodeScalars.allSatisfy(Tongue.isWrittenTogether)
        {
            return last + (Synonyms.country(at: Words(fact(.country) ?? "").list) == Self.japan ? " " : "") + first
        }
        return Self.joined(names, by: " ")
    }

    private static let japan = Synonyms.country(code: "jp")

    fileprivate static func joined(_ parts: [String?], by separator: String) -> String? {
        let texts = parts.compactMap(\.self).filter { !$0.isEmpty }
        return texts.isEmpty ? nil : texts.joined(separator: separator)
    }
}

extension Profile.Place {
    fileprivate func text(_ name: String) -> String? { further[name]?.plainText }

    /// "Berlin, Germany".
    fileprivate var summary: String? {
        Profile.joined(
            [city ?? text("city"), state ?? text("state"), country ?? text("country")],
            by: ", "
        )
    }
}

extension Profile {
    /// The member that names what the job marks sensitive.
    static let sensitiveFields = "sensitive_fields"
    private static let proseMembers = ["about", "bio", "summary", "notes", "resume_text"]

    /// Whether a member is prose, or says how others are to be treated: neither is a fact.
    static func isNoFact(_ name: String) -> Bool { isProse(name) || name == sensitiveFields }

    /// Whether a member holds whole sentences about the applicant.
    static func isProse(_ name: String) -> Bool { proseMembers.contains(name) }

    /// What the job marks sensitive, by the names of its members.
    var sensitive: Set<String> { Set((further[Self.sensitiveFields]?.array ?? []).compactMap(\.string)) }

    /// What was written of the applicant in whole sentences, the profile before flat data.
    func prose(before formData: [String: JSON]) -> [String] {
        Self.proseMembers.compactMap { further[$0]?.string ?? formData[$0]?.string }.filter { !$0.isEmpty }
    }
}
