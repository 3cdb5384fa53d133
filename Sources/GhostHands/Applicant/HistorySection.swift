/// The sections of a form that ask for what the applicant has done before, entry by entry.
public enum HistorySection: Sendable, Hashable, CaseIterable {
    case work, education

    /// Tells by a heading; nil when it says anything else.
    ///
    /// - Parameter heading: for example `Work Experience 2`, `Add education`, `Ausbildung`.
    public init?(heading: String) {
        let words = Words(list: Words(heading).list.filter { !Self.adding.contains($0) && !Self.more.contains($0) })
        // "Job 1", "Most recent employer": one entry, where a number or a time says so.
        let isEntry = words.list.contains { $0.allSatisfy(\.isNumber) || Self.times.contains($0) }
        let found = Self.allCases.first { section in
            words.areMade(of: isEntry ? section.namesOfEntries : section.names, beside: Self.around)
        }
        guard let found else { return nil }
        self = found
    }

    /// Whether a heading speaks of one job before the one of today, as "Previous employer" does.
    static func isPast(_ heading: Words) -> Bool {
        heading.list.contains { ["previous", "former", "prior"].contains($0) }
            && heading.list.contains { ["employer", "job", "position", "company", "role"].contains($0) }
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
            name.areMade(of: section.namesOfEntries, beside: Self.around)
        }
        guard let found else { return nil }
        self = found
    }

    private static let times: Set<String> = ["previous", "recent", "former", "past", "last", "latest"]

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

    private var names: Set<String> { self == .work ? Self.ofWork : Self.ofEducation }

    private static let ofWork: Set<String> = [
        "experience", "experiences", "employment", "work experience", "work history", "employment history",
        "professional experience", "job history", "career history", "previous employment", "work",
        "previous employer", "previous employers", "berufserfahrung", "experience professionnelle",
        "experiencia laboral", "experiencia profesional", "experiencia profissional", "werkervaring",
    ]

    private static let ofEducation: Set<String> = [
        "education", "educations", "school", "schools", "academic background", "educational background",
        "academic history", "education history", "studies", "ausbildung", "formation", "formacion",
        "formacion academica", "educacion", "formacao", "opleiding", "university", "college",
    ]

    /// What the section or one entry of it is called: entries on buttons, or with a number.
    private var namesOfEntries: Set<String> { self == .work ? Self.entriesOfWork : Self.entriesOfEducation }

    private static let entriesOfWork = ofWork.union([
        "job", "jobs", "positions", "employers", "position", "employer", "role", "company", "stelle", "emploi",
        "empleo", "baan",
    ])

    private static let entriesOfEducation = ofEducation.union([
        "degree", "institution", "qualification", "diploma", "abschluss", "diplome",
    ])

    private static let around: Set<String> = AskedRule.harmless.union([
        "information", "info", "details", "and", "professional", "academic", "previous", "current", "past", "most",
        "recent", "latest", "last", "background", "history", "section", "of", "1", "2", "3", "4", "5", "6", "7", "8",
        "9", "10", "one",
        "two", "three", "first", "second", "third", "training", "formal", "related", "relevant", "list", "all",
    ])
}
