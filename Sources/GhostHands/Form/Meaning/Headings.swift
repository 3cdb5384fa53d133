/// What the headings over a field say of whose facts it asks for, and of what time.
struct Headings {
    /// The history that the field is a part of an entry of; nil outside one.
    let history: HistorySection?
    /// Whether it stands under a heading about somebody or something else than the applicant.
    let isOthers: Bool
    /// Whether it stands in a list of entries of the past, be it one that the profile has or none.
    let isHistory: Bool

    /// Whether the nearest speaks of one job before the one of today.
    let isPast: Bool
    /// The level of school that a history of education is of, where it says so.
    let level: Schooling?
    /// The line that tells these things, of those that only stand by themselves; nil for none.
    let line: String?
    /// Whether that line speaks of the applicant.
    let isOwnLine: Bool
    /// Whether no other line stands nearer.
    let isNearest: Bool

    init(_ field: Field) { self.init(field.sections, lines: field.lines) }

    /// - Parameters:
    ///   - sections: the headings, the nearest first.
    ///   - lines: short texts that look like no heading, the nearest first: those count that say something.
    init(_ sections: [String], lines: [String] = []) {
        let apart = lines.lazy.map { ($0, Words($0)) }.first { Self.tells($0.0, $0.1) }
        line = apart?.0
        isNearest = line == lines.first
        isOwnLine = apart.map { Self.speaksToApplicant($0.0, $0.1) } ?? false
        let all = (isOwnLine ? nil : apart).map { [$0] } ?? []
        let sections = all + sections.map { ($0, Words($0)) }
        isOthers = sections.contains { Persons.areNamed(by: $0.1, as: $0.0) || Self.isOthers($0.0, $0.1) }
        // A heading of the applicant's own that is nearer ends what another began.
        isPast = sections.first.map { HistorySection.isPast($0.1) } ?? false
        let near = isOwnLine ? [] : sections.prefix { !$0.1.areMade(of: Self.own, beside: Self.around) }
        level = near.lazy.compactMap { Schooling($0.1) }.first
        let named = near.lazy.compactMap { HistorySection(heading: $0.0) }.first
        history = isOthers || level == .school || level == .graduate ? nil : named ?? (level == nil ? nil : .education)
        isHistory =
            history != nil || level != nil || near.contains { $0.1.areMade(of: Self.entries, beside: Self.around) }
    }

    private static func tells(_ line: String, _ words: Words) -> Bool {
        guard words.list.count <= 12 else { return false }
        if Persons.areNamed(by: words, as: line) || isOthers(line, words) || speaksToApplicant(line, words) {
            return true
        }
        // "List your last two positions." tells what to do further down.
        if line.hasSuffix(".") { return false }
        return HistorySection(heading: line) != nil || words.areMade(of: entries, beside: around)
            || Schooling(words) != nil
    }

    /// Whether a heading says that what follows is about the applicant.
    private static func speaksToApplicant(_ text: String, _ heading: Words) -> Bool {
        // "Phone:" is the name of a box, wherever it stands.
        if Persons.areNamed(by: heading, as: text) || isOthers(text, heading) { return false }
        if AskedRule.asked(by: heading) != nil || HistorySection(heading: text) != nil { return false }
        return heading.areMade(of: own, beside: around)
            || heading.list.count <= 6 && OwnWords.speak(in: heading) && !heading.containsAny(strangers)
    }

    /// Whether a line says that what follows is who the applicant is.
    static func isPersonal(_ line: String?) -> Bool {
        line.map(Words.init).map {
            $0.areMade(of: own, beside: around)
                || $0.containsAny(["applicant", "candidate", "you", "your", "personal"])
        } ?? false
    }

    /// What the headings of each field say; fields under the same ones share the reading of them.
    static func all(of fields: [Field]) -> [Headings] {
        var read: [[[String]]: Headings] = [:]
        return fields.map { field in
            let key = [field.sections, field.lines]
            if let known = read[key] { return known }
            let headings = Headings(field)
            read[key] = headings
            return headings
        }
    }

    /// Whether the nearest heading says that the field is about the applicant, or is its very question; or there is none.
    static func isOwn(_ field: Field, asking asked: Asked) -> Bool {
        guard let text = field.sections.first else { return true }
        let heading = Words(text)
        if Persons.areNamed(by: heading, as: text) { return false }
        if heading.areMade(of: own, beside: around) || AskedRule.asked(by: heading) == asked { return true }
        return (OwnWords.speak(in: heading) || OwnWords.areAll(of: heading)) && !heading.containsAny(strangers)
    }

    private static let strangers = OtherParty.words([.inNames, .stranger])

    /// The applicant's own facts are wrong answers under a heading about a former employer, or another address.
    private static func isOthers(_ heading: String, _ section: Words) -> Bool {
        section.containsAny(elsewhere)
            || section.areMade(of: others, beside: around) && HistorySection(heading: heading) == nil
    }

    /// Places and times that are not the applicant's of today.
    private static let elsewhere = [
        "previous address", "former address", "past address", "delivery address", "shipping address", "invoice to",
        "place of birth", "place of work", "birthplace", "lieferadresse", "fruhere adresse", "geburtsort",
        "adresse precedente", "lieu de naissance", "lugar de nacimiento", "direccion anterior", "another name",
        "other name", "other names", "previous name", "former name", "first job", "last job", "last work",
        "where did you work", "did you last work", "bank", "bank details", "bank account", "bankverbindung",
        "coordonnees bancaires", "datos bancarios", "insurance", "last five years", "last 5 years", "last three years",
        "last 3 years", "past five years", "years ago",
    ]

    private static let others = Set(OtherParty.words(.whole))

    /// Entries that no profile has, or that ``HistorySection`` does not fill.
    private static let entries = Set(
        [
            "education", "school", "employment", "experience", "history", "projects", "project",
            "previous employment", "previous employer", "former employer", "work experience", "employment history",
            "work history", "certifications", "certification", "certificates", "certificate", "licenses", "license",
            "licences", "languages", "language", "awards", "publications", "memberships", "patents", "courses",
            "volunteering", "volunteer", "military", "military service", "internships", "internship",
            "zertifikate", "sprachen", "sprachkenntnisse", "certificats", "langues", "certificaciones", "idiomas",
            "certificazioni", "lingue", "certificaten", "talen", "certyfikaty", "jezyki", "资格证书", "语言能力", "資格", "語学",
        ]
        .map { Words($0).text }
    )

    /// What is said of the applicant.
    private static let own: Set<String> = [
        "applicant", "candidate", "personal", "you", "yourself", "contact", "address", "home address",
        "mailing address", "current address", "profile", "about you", "about yourself", "phone", "email", "name",
    ]

    private static let around: Set<String> = AskedRule.harmless.union([
        "information", "info", "details", "contact", "contacts", "professional", "academic", "previous", "former",
        "past", "work", "current", "1", "2", "3", "4", "5", "6", "one", "two", "three", "first", "second", "third",
        "of",
        "votre", "dernier", "actuel", "precedent", "ihr", "letzter", "aktueller", "derzeitiger", "fruherer",
        "vorheriger",
        "su", "tu", "ultimo", "actual", "anterior", "atual", "attuale", "precedente", "uw", "laatste", "huidige",
        "vorige",
        "about", "name", "names", "address", "entry", "no", "number", "data", "section", "most", "recent", "and",
    ])
}
