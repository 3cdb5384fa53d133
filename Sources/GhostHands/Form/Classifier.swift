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
        if field.kind == .search { return .search }
        if field.kind == .file { return document(field) }
        if let asked = autocomplete(field.autocomplete) { return asked }
        if field.kind == .checkbox { return isConsent(Words(field.label)) ? .consent : .question }
        for text in [field.label, field.name, field.id, field.placeholder] {
            if let asked = byWords(Words(text), of: field) { return asked }
        }
        switch field.kind {
        case .email: return .email
        case .tel: return .phone
        default: return .question
        }
    }

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
            "authorized", "authorised", "eligible", "age", "years", "old", "visa", "sponsorship", "citizen", "convicted",
            "criminal", "felony", "drug", "disability", "veteran", "degree", "license", "able", "available", "resident",
            "employed", "related", "relative",
        ]
        return !Set(facts).isDisjoint(with: words.list)
    }

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
    Rule(asked: .linkedIn, phrases: ["linkedin", "linked in"], takesSentences: true),
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
    Rule(
        asked: .firstName,
        phrases: ["first name", "given name", "forename", "fname", "vorname"],
        without: ["last name"]
    ),
    Rule(asked: .middleName, phrases: ["middle name", "middle initial", "mname"]),
    Rule(asked: .lastName, phrases: ["last name", "surname", "family name", "lname", "nachname"]),
    Rule(asked: .preferredName, phrases: ["preferred name", "nickname", "known as", "preferred first name"]),
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
    Rule(asked: .startDate, phrases: ["start date", "available from", "earliest start", "availability date"]),
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
        phrases: ["street", "street address", "address line 1", "address 1", "mailing address", "home address"]
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
