extension Classifier {
    /// Whether what stands around a field leaves it the applicant's own fact, of today.
    static func isOwn(_ asked: Asked, _ field: Field) -> Bool { isOwn(asked, field, Headings(field)) }

    /// The same, with what its headings say.
    static func isOwn(_ asked: Asked, _ field: Field, _ headings: Headings) -> Bool {
        switch asked {
        case .firstName, .middleName, .lastName, .fullName, .preferredName, .email, .phone, .streetAddress,
            .addressLine2, .city, .state, .country, .postalCode, .location:
            // A list of places to choose from may as well be the employer's.
            if asked == .location, field.kind.isChoice, Words(field.label).text == "location" { return false }
            return !headings.isOthers && !headings.isHistory && ![field.name, field.id].contains(where: namesOther)
                && (field.kind != .email || asked == .email)
        case .startDate: return !headings.isHistory && !headings.isOthers
        case .school, .degree, .fieldOfStudy, .graduationYear:
            // "Schule" is none that gives degrees, whatever "school" may be.
            return !headings.isOthers && headings.level != .school && headings.level != .graduate
                && Schooling(Words(field.label)) != .school
        case .currentCompany, .currentTitle:
            let isPast = Words(field.section ?? "").containsAny(["previous", "former", "past", "prior"])
            return !isPast && !headings.isPast && !headings.isOthers
        case .linkedIn, .portfolio, .birthDate, .birthDay, .birthMonth, .birthYear, .yearsOfExperience:
            return !headings.isOthers
        case .gender, .ethnicity, .veteran, .disability: return !isEssay(field) && !headings.isOthers
        case .salary: return !isEssay(field) || Words(field.label).list.count <= 3
        default: return true
        }
    }

    private static func isEssay(_ field: Field) -> Bool { field.kind == .textarea || field.kind == .richText }

    private static func namesOther(_ name: String) -> Bool { !parties.isDisjoint(with: Words(name).list) }
    private static let parties = Set(OtherParty.words(.inNames))
}
