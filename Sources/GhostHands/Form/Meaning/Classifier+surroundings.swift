extension Classifier {
    /// Whether what stands around a field leaves it the applicant's own fact, of today.
    static func isOwn(_ asked: Asked, _ field: Field) -> Bool {
        let section = Words(field.section ?? "")
        switch asked {
        case .firstName, .middleName, .lastName, .fullName, .preferredName, .email, .phone, .streetAddress, .city,
            .state, .country, .postalCode, .location:
            // A list of places to choose from may as well be the employer's.
            if asked == .location, field.kind.isChoice, Words(field.label).text == "location" { return false }
            return !isOthers(section) && !isHistory(section) && ![field.name, field.id].contains(where: namesOther)
                && (field.kind != .email || asked == .email)
        case .startDate: return !isHistory(section)
        case .currentCompany, .currentTitle: return !section.containsAny(["previous", "former", "past", "prior"])
        case .gender, .ethnicity, .veteran, .disability: return !isEssay(field)
        case .salary: return !isEssay(field) || Words(field.label).list.count <= 3
        default: return true
        }
    }

    private static func isEssay(_ field: Field) -> Bool { field.kind == .textarea || field.kind == .richText }

    /// The applicant's own facts are wrong answers under a heading about a referee or whom to call in an emergency.
    private static func isOthers(_ section: Words) -> Bool {
        section.containsAny(["emergency contact", "references", "referees", "next of kin"])
            || section.areMade(of: parties, beside: aroundHeadings)
    }

    /// Where a school or a job was, and when it began, is not where and when the applicant is.
    private static func isHistory(_ section: Words) -> Bool { section.areMade(of: history, beside: aroundHeadings) }

    private static func namesOther(_ name: String) -> Bool { !parties.isDisjoint(with: Words(name).list) }

    private static let parties: Set<String> = [
        "emergency", "reference", "references", "referee", "referees", "referral", "referrer", "recruiter", "spouse",
        "partner", "parent", "parents", "guardian", "mother", "father", "dependent", "dependents", "dependant",
        "beneficiary", "supervisor", "manager", "employer", "company", "organization", "school", "university",
        "college", "license", "licence", "birth", "maiden",
    ]

    private static let history: Set<String> = [
        "education", "school", "employment", "experience", "history", "projects", "previous employment",
        "previous employer", "former employer", "work experience", "employment history", "work history",
    ]

    private static let aroundHeadings: Set<String> = AskedRule.harmless.union([
        "information", "info", "details", "contact", "contacts", "professional", "academic", "previous", "former",
        "past", "work", "current", "1", "2", "3", "one", "two", "three", "first", "second", "third", "of", "about",
    ])
}
