/// Knows what a field asks for from what it says about itself.
///
/// The strongest source decides: the `autocomplete` token, then the label, then `name` and `id`, then the input type.
public enum Classifier {
    /// Classifies a field.
    ///
    /// - Parameter field: the field as it was read.
    /// - Returns: what it asks for; ``Asked/question`` when nothing tells.
    public static func classify(_ field: Field) -> Asked {
        if field.kind == .password { return .password }
        if field.kind == .search || isSearch(field) { return .search }
        if field.kind == .file { return document(field) }
        if isAboutSomeoneElse(field) { return .question }
        if let asked = autocomplete(field.autocomplete) { return asked }
        if field.kind == .checkbox { return isConsent(Words(field.label)) ? .consent : .question }
        let found = [field.label, field.name, field.id, field.placeholder].map { byWords(Words($0), of: field) }
        if let asked = found.compactMap(\.self).first { return narrowed(asked, found, field) }
        switch field.kind {
        case .email: return .email
        case .tel: return .phone
        default: return .question
        }
    }

    /// What the label alone would get wrong.
    private static func narrowed(_ asked: Asked, _ found: [Asked?], _ field: Field) -> Asked {
        let section = Words(field.section ?? "")
        switch asked {
        // One label `Name` over two boxes, whose placeholders tell them apart.
        case .fullName: return found.compactMap(\.self).first { $0 == .firstName || $0 == .lastName } ?? asked
        // When a school or a job began is not when the applicant can begin.
        case .startDate: return past.contains(where: section.contains) ? .question : asked
        default: return asked
        }
    }

    private static let past = [
        "education", "school", "employment", "experience", "work history", "history", "projects",
    ]

    /// Classifies a phrase that names a fact: a key of flat data, a label.
    ///
    /// - Parameter phrase: for example `e-mail` or `last_name`.
    /// - Returns: what it names, or nil.
    public static func classify(phrase: String) -> Asked? {
        byWords(Words(phrase), of: Field(kind: .text, label: phrase))
    }

    private static func byWords(_ words: Words, of field: Field) -> Asked? {
        guard !words.list.isEmpty else { return nil }
        // A sentence is a question of its own unless a rule is meant for sentences.
        let isSentence = words.list.count > 7 || field.label.hasSuffix("?")
        return rules.first { rule in
            (rule.takesSentences || !isSentence) && rule.matches(words)
        }?.asked
    }

    /// A box to search the site: it says so, and so does its name.
    private static func isSearch(_ field: Field) -> Bool {
        guard field.kind == .text, !field.isRequired else { return false }
        let says = [field.label, field.placeholder].map(Words.init).contains { $0.list.first == "search" }
        let names = [field.name, field.id].map(Words.init)
        return says && names.contains { $0.list.contains("search") || ["q", "s", "query"].contains($0.text) }
    }

    private static func document(_ field: Field) -> Asked {
        let text = [field.label, field.name, field.id, field.section ?? ""].map(Words.init)
        if text.contains(where: { $0.list.contains("cover") }) { return .coverLetter }
        let resumeWords: Set = ["resume", "cv", "lebenslauf", "curriculum"]
        let isResume = text.contains { !resumeWords.isDisjoint(with: $0.list) }
        return isResume ? .resume : .otherDocument
    }

    private static func isConsent(_ words: Words) -> Bool {
        let marks = [
            "agree", "consent", "accept", "acknowledge", "certify", "confirm", "terms", "privacy", "understand",
        ]
        return !Set(marks).isDisjoint(with: words.list)
    }

    /// Whether agreeing to the words would say something about the person that only they know.
    static func statesFact(_ words: Words) -> Bool {
        let facts = [
            "authorized", "authorised", "eligible", "age", "years", "old", "visa", "sponsorship", "citizen",
            "convicted",
            "criminal", "felony", "drug", "disability", "veteran", "degree", "license", "able", "available", "resident",
            "employed", "related", "relative", "relocate", "relocation", "travel", "commute", "willing", "fluent", "18",
            "21", "experience", "clearance",
        ]
        return !Set(facts).isDisjoint(with: words.list)
    }

    /// Whether the value of a field may not be shown to anybody who watches (R38).
    ///
    /// - Parameters:
    ///   - field: the field.
    ///   - asked: what it was taken to ask for.
    /// - Returns: true for secrets, numbers of a government, pay, and what equal-opportunity laws protect.
    public static func isSensitive(_ field: Field, _ asked: Asked) -> Bool {
        if asked.isSensitive || field.kind == .password { return true }
        let texts = [field.label, field.name, field.id].map(Words.init)
        return texts.contains { words in sensitive.contains(where: words.contains) }
    }

    private static let sensitive = [
        "ssn", "social security", "social insurance", "national insurance", "national id", "passport", "tax id", "tin",
        "itin", "license number", "licence number", "id number", "identification number", "iban", "account number",
        "card number", "password", "passcode", "pin", "verification code", "security code", "salary", "compensation",
        "wage", "pay", "gender", "sex", "pronouns", "sexual orientation", "transgender", "race", "ethnicity", "ethnic",
        "hispanic", "religion", "veteran", "disability", "disabled", "birth", "birthday", "dob", "marital",
    ]

    /// The applicant's own facts are wrong answers to questions about a referee or whom to call in an emergency.
    private static func isAboutSomeoneElse(_ field: Field) -> Bool {
        let label = Words(field.label)
        let section = Words(field.section ?? "")
        let isOther = others.contains(where: label.contains) && !field.label.hasSuffix("?")
        return isOther
            || ["emergency contact", "references", "referees", "next of kin"].contains(where: section.contains)
    }

    private static let others = [
        "emergency", "referee", "next of kin", "spouse", "guardian", "supervisor", "supervisors", "manager", "managers",
        "reference", "references", "referrer", "referred by",
    ]

    /// The tokens of the HTML standard's autofill field names.
    private static func autocomplete(_ attribute: String) -> Asked? {
        let token = attribute.lowercased().split(separator: " ").last.map(String.init) ?? ""
        return tokens[token]
    }

    private static let tokens: [String: Asked] = [
        "given-name": .firstName, "additional-name": .middleName, "family-name": .lastName, "name": .fullName,
        "nickname": .preferredName, "email": .email, "tel": .phone, "tel-national": .phone,
        "street-address": .streetAddress, "address-line1": .streetAddress, "address-level2": .city,
        "address-level1": .state, "country": .country, "country-name": .country, "postal-code": .postalCode,
        "organization": .currentCompany, "organization-title": .currentTitle, "one-time-code": .oneTimeCode,
        "current-password": .password, "new-password": .password, "sex": .gender,
    ]
}

/// Words that tell what a field asks for.
private struct Rule: Sendable {
    let asked: Asked
    let phrases: [String]
    var without: [String] = []
    var takesSentences = false

    func matches(_ words: Words) -> Bool {
        phrases.contains(where: words.contains) && !without.contains(where: words.contains)
    }
}

/// In order of precedence: the narrower phrase stands before the wider one.
private let rules: [Rule] = [
    Rule(asked: .sponsorship, phrases: ["sponsorship", "sponsor", "visa"], takesSentences: true),
    Rule(
        asked: .workAuthorization,
        phrases: [
            "work authorization", "work authorisation", "authorized to work", "authorised to work", "right to work",
            "eligible to work", "legally authorized", "work permit", "work eligibility",
        ],
        takesSentences: true
    ),
    Rule(asked: .oneTimeCode, phrases: ["verification code", "one time code", "security code"]),
    Rule(asked: .linkedIn, phrases: ["linkedin", "linked in"]),
    Rule(
        asked: .linkedIn,
        phrases: ["linkedin profile", "linkedin url", "linkedin page", "your linkedin"],
        without: ["hear", "learn", "find", "found"],
        takesSentences: true
    ),
    Rule(asked: .gitHub, phrases: ["github", "git hub"]),
    Rule(
        asked: .portfolio,
        phrases: ["portfolio", "personal website", "website", "homepage", "web site"],
        without: ["company", "employer", "password"]
    ),
    Rule(
        asked: .email,
        phrases: ["email", "e mail", "mail address"],
        without: ["reference", "referee", "manager", "emergency", "recruiter"]
    ),
    Rule(
        asked: .phone,
        phrases: ["phone", "mobile", "cell", "telephone", "tel"],
        without: ["extension", "type", "reference", "referee", "emergency", "device", "country"]
    ),
    Rule(asked: .preferredName, phrases: ["preferred name", "nickname", "known as", "preferred first name"]),
    Rule(
        asked: .firstName,
        phrases: ["first name", "given name", "forename", "fname", "vorname"],
        without: ["last name"]
    ),
    Rule(asked: .middleName, phrases: ["middle name", "middle initial", "mname"]),
    Rule(asked: .lastName, phrases: ["last name", "surname", "family name", "lname", "nachname"]),
    Rule(
        asked: .yearsOfExperience,
        phrases: ["years of experience", "years experience", "years of professional experience", "experience years"],
        without: ["with", "in", "using"]
    ),
    Rule(
        asked: .salary,
        phrases: ["salary", "compensation", "desired pay", "expected pay", "pay expectation", "gehaltsvorstellung"],
        without: ["current"],
        takesSentences: true
    ),
    Rule(
        asked: .startDate,
        phrases: ["start date", "available from", "earliest start", "availability date"],
        without: ["month", "year"]
    ),
    Rule(asked: .currentCompany, phrases: ["current company", "current employer", "present employer"]),
    Rule(
        asked: .currentTitle,
        phrases: ["current title", "current job title", "current role", "current position", "job title"]
    ),
    Rule(asked: .graduationYear, phrases: ["graduation year", "year of graduation", "graduation date"]),
    Rule(asked: .fieldOfStudy, phrases: ["field of study", "major", "area of study", "discipline", "course of study"]),
    Rule(asked: .degree, phrases: ["degree", "qualification level", "highest education", "education level"]),
    Rule(asked: .school, phrases: ["school", "university", "college", "institution"], without: ["high school"]),
    Rule(asked: .skills, phrases: ["skills", "key skills", "technologies"], without: ["rate", "level"]),
    Rule(asked: .coverLetter, phrases: ["cover letter", "covering letter", "motivation letter"]),
    Rule(asked: .postalCode, phrases: ["zip", "zip code", "postal code", "postcode", "post code", "plz"]),
    Rule(
        asked: .streetAddress,
        phrases: [
            "street", "street address", "address line 1", "address 1", "mailing address", "home address", "address",
        ],
        without: ["email", "e mail", "ip", "web", "url", "line 2", "address 2", "second", "same"]
    ),
    Rule(asked: .city, phrases: ["city", "town"], without: ["state"]),
    Rule(asked: .state, phrases: ["state", "province", "region", "county"], without: ["statement", "city"]),
    Rule(asked: .country, phrases: ["country"], without: ["code"]),
    Rule(asked: .location, phrases: ["location", "current location", "where are you based", "city state"]),
    Rule(asked: .gender, phrases: ["gender", "sex"], without: ["orientation", "identify as transgender"]),
    Rule(asked: .ethnicity, phrases: ["ethnicity", "race", "hispanic", "ethnic"], takesSentences: true),
    Rule(asked: .veteran, phrases: ["veteran"], takesSentences: true),
    Rule(asked: .disability, phrases: ["disability", "disabled"], takesSentences: true),
    Rule(
        asked: .fullName,
        phrases: ["full name", "your name", "legal name", "applicant name", "candidate name", "name"],
        without: [
            "company", "user", "school", "project", "event", "reference", "emergency", "manager", "employer", "file",
            "business", "organization", "team", "parent", "spouse", "pet", "domain", "host", "procedure", "party",
        ]
    ),
]
