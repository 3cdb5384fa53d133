/// The sections of a form that ask for what the applicant has done before, entry by entry.
public enum HistorySection: Sendable, Hashable, CaseIterable {
    case work, education

    /// Tells by a heading; nil when it says anything else.
    ///
    /// - Parameter heading: for example `Work Experience 2`, `Add education`, `Ausbildung`.
    public init?(heading: String) {
        let words = Words(list: Words(heading).list.filter { !Self.adding.contains($0) && !Self.more.contains($0) })
        let found = Self.allCases.first { words.areMade(of: $0.names, beside: Self.around) }
        guard let found else { return nil }
        self = found
    }

    /// Tells what a button adds; nil when it adds anything else.
    ///
    /// - Parameter label: for example `Add another school`, `+ Add`.
    public init?(addedBy label: String, under heading: String?) {
        let words = Words(label)
        guard let first = words.list.first, Self.adding.contains(first) || words.list.last == "hinzufugen" else {
            return nil
        }
        let rest = Words(list: words.list.filter { !Self.adding.contains($0) && !Self.more.contains($0) })
        let name = rest.list.isEmpty ? Words(heading ?? "") : rest
        let found = Self.allCases.first { section in
            name.areMade(of: section.names.union(section.entries), beside: Self.around)
        }
        guard let found else { return nil }
        self = found
    }

    private static let adding: Set<String> = [
        "add", "ajouter", "anadir", "agregar", "adicionar", "toevoegen", "hinzufugen",
    ]

    private static let more: Set<String> = [
        "another", "more", "new", "one", "entry", "a", "an", "edit", "your", "weitere", "otro", "autre",
    ]

    /// A heading under which its fields stand.
    public var heading: String {
        switch self {
        case .work: "Work experience"
        case .education: "Education"
        }
    }

    private var names: Set<String> {
        switch self {
        case .work:
            [
                "experience", "experiences", "employment", "work experience", "work history", "employment history",
                "professional experience", "job history", "career history", "previous employment", "work",
                "previous employer", "previous employers", "berufserfahrung", "experience professionnelle",
                "experiencia laboral", "experiencia profesional", "experiencia profissional", "werkervaring",
            ]
        case .education:
            [
                "education", "educations", "school", "schools", "academic background", "educational background",
                "academic history", "education history", "studies", "ausbildung", "formation", "formacion",
                "formacion academica", "educacion", "formacao", "opleiding", "university", "college",
            ]
        }
    }

    /// What one entry is called on a button.
    private var entries: Set<String> {
        switch self {
        case .work: ["job", "position", "employer", "role", "company", "stelle", "emploi", "empleo", "baan"]
        case .education: ["degree", "institution", "qualification", "diploma", "abschluss", "diplome"]
        }
    }

    private static let around: Set<String> = AskedRule.harmless.union([
        "information", "info", "details", "and", "professional", "academic", "previous", "current", "past", "most",
        "recent", "background", "history", "section", "of", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "one",
        "two", "three", "first", "second", "third", "training",
    ])
}

/// What a field of a history holds.
public enum HistoryPart: Sendable, Hashable {
    /// The company or the school.
    case organization
    case title, degree, subject, description, location
    /// Whether it still goes on.
    case isCurrent
    /// A date, or the part of one.
    case start(DatePart?)
    case end(DatePart?)

    /// Whether a group can begin with it.
    var canLead: Bool {
        switch self {
        case .organization, .title, .degree, .subject: true
        default: false
        }
    }

    init?(_ field: Field, _ asked: Asked, in section: HistorySection) {
        let words = Words(field.label)
        let names = [words, Words(field.name), Words(field.id)]
        if field.kind == .checkbox {
            let isPlain = words.areMade(of: Self.present, beside: Self.aroundPresent)
            guard isPlain || words.containsAny(Self.current) else { return nil }
            self = .isCurrent
            return
        }
        let found = Self.fact(words, asked, section) ?? Self.time(names, field, asked, section)
        guard let found else { return nil }
        self = found
    }

    private static func fact(_ words: Words, _ asked: Asked, _ section: HistorySection) -> HistoryPart? {
        let made = { (phrases: Set<String>) in words.areMade(of: phrases, beside: AskedRule.harmless.union(["name"])) }
        switch (asked, section) {
        case (.currentCompany, .work), (.school, .education): return .organization
        case (.currentTitle, .work): return .title
        case (.degree, .education): return .degree
        case (.fieldOfStudy, .education): return .subject
        default: break
        }
        if made(["description", "responsibilities", "role description", "job description", "duties", "summary"]) {
            return .description
        }
        if made(["location", "city", "place"]) { return .location }
        switch section {
        case .work:
            if made(["company", "employer", "organization", "organisation", "arbeitgeber", "entreprise", "empresa"]) {
                return .organization
            }
            return made(["title", "position", "role", "job title", "designation", "position title"]) ? .title : nil
        case .education:
            return made(["institution", "hochschule", "etablissement", "universidad"])
                ? .organization
                : made(["subject", "specialization", "concentration", "field"]) ? .subject : nil
        }
    }

    private static func time(
        _ names: [Words],
        _ field: Field,
        _ asked: Asked,
        _ section: HistorySection
    ) -> HistoryPart? {
        switch asked {
        case .startDate: return .start(nil)
        case .startMonth: return .start(.month)
        case .startYear: return .start(.year)
        case .endMonth: return .end(.month)
        case .endYear: return .end(.year)
        case .graduationYear where section == .education: return .end(DatePart(field) ?? .year)
        default: break
        }
        let part = DatePart(field)
        // "Reported to" and "Reason to leave" are no dates: in a free text the label must say nothing else.
        let isDated = part != nil || field.kind == .date || field.kind == .month
        for name in names where name.list.count <= 6 {
            if says(Self.ends, name, isDated) { return .end(part) }
            if says(Self.starts, name, isDated) { return .start(part) }
            if !isDated { break }
        }
        return nil
    }

    private static func says(_ phrases: [String], _ name: Words, _ isDated: Bool) -> Bool {
        isDated ? name.containsAny(phrases) : name.areMade(of: Set(phrases), beside: aroundDates)
    }

    private static let ends = ["end", "to", "until", "bis", "fin", "hasta", "tot"]
    private static let starts = ["start", "from", "begin", "von", "debut", "desde", "van"]
    private static let aroundDates: Set<String> = AskedRule.harmless.union([
        "date", "datum", "fecha", "data", "mm", "yyyy", "dd", "yy", "attended", "employed", "of", "employment", "de",
    ])

    private static let current = [
        "i currently work", "currently work here", "currently work in", "currently working here",
        "currently employed here", "currently enrolled", "currently attend", "currently study",
    ]

    /// What means that only where the label says nothing else: "May we contact your present employer?" asks for leave.
    private static let present: Set<String> = [
        "present", "current", "current job", "current position", "current role", "current employer",
    ]

    private static let aroundPresent = AskedRule.harmless.union(["this", "i", "to", "date"])
}
