/// A label that names one fact inside a frame of politeness: "Please state your full legal name", "Portfolio link (if
/// applicable)", "Current/most recent job title".
struct PlainLabel {
    let asked: Asked?

    init(_ field: Field) {
        guard Phrasebook.mayMean(Self.marks, in: field.label) else {
            asked = nil
            return
        }
        let sentence = Sentence(field.label)
        guard sentence.context.list.isEmpty, sentence.tokens.count <= 14,
            sentence.asides.list.allSatisfy(Self.remarks.contains)
        else {
            asked = nil
            return
        }
        let words = sentence.words
        let named = Self.bare(words)
        let found =
            AskedRule.asked(by: words) ?? AskedRule.asked(by: named) ?? AskedRule.asked(by: words, beside: Self.frame)
        let isSure = found.map(Self.framed.contains) ?? false
        asked = isSure ? found : Self.work(named, of: words).flatMap { Classifier.isOwn(.city, field) ? $0 : nil }
    }

    /// The words of the names that count, in whatever language.
    private static let marks = Phrasebook.sources(
        of: AskedRule.marks(of: framed).union(Words.marks(of: companies)).union(Words.marks(of: titles))
    )

    private static func work(_ named: Words, of words: Words) -> Asked? {
        if !words.containsAny(ofToday) { return nil }
        if named.areMade(of: companies, beside: aroundCompanies) { return .currentCompany }
        return named.areMade(of: titles, beside: aroundCompanies) ? .currentTitle : nil
    }

    /// Without what asks, and without "as shown on your passport".
    private static func bare(_ words: Words) -> Words {
        let named = words.rest(after: ["what is your", "whats your", "who is your"]) ?? words
        let at = named.list.indices.dropFirst().first { at in
            named.list[at] == "as" && at + 1 < named.list.count && papers.contains(named.list[at + 1])
        }
        guard let at, named.list[at...].contains(where: records.contains) else { return named }
        return Words(list: named.list[..<at])
    }

    private static let papers: Set<String> = [
        "shown", "it", "they", "per", "stated", "on", "written", "listed", "appears", "appearing", "in", "displayed",
    ]
    private static let records: Set<String> = [
        "id", "passport", "license", "documents", "document", "records", "card", "identification", "visa", "papers",
    ]

    /// What stands in brackets and changes nothing.
    private static let remarks: Set<String> = [
        "english", "in", "as", "per", "records", "record", "official", "documents", "document", "id", "passport", "on",
        "it", "appears", "your", "legal", "if", "applicable", "to", "role", "the", "this", "optional", "required",
        "include",
        "including", "country", "area", "code", "with", "please", "available", "any", "you", "have", "one",
        "government",
        "issued", "aadhaar", "card", "drivers", "license", "social", "security", "mobile", "cell", "url", "link",
        "shown", "listed", "must", "match", "matches", "exactly", "appear", "photo", "us", "legally", "birth",
        "certificate",
        "full", "s", "es", "paste", "enter", "use", "complete", "web", "http", "https", "www",
    ]

    private static let frame: Set<String> = [
        "legal", "official", "full", "current", "list", "share", "state", "write", "add", "include", "paste", "insert",
        "drop",
        "submit", "give", "us", "me", "can", "could", "you", "kindly", "with", "link", "link to", "url", "account",
        "page",
        "profile", "to start application process", "to start the application process", "to start your application",
        "for this application", "in full", "address", "number", "id", "best", "main", "preferred contact", "to", "of",
        "at",
        "where we can reach you", "we can reach you at", "to reach you", "to reach you at", "the",
        "so we can contact you", "to contact you", "most recent",
    ]

    /// Facts whose names no such frame turns into another's.
    private static let framed: Set<Asked> = [
        .firstName, .middleName, .lastName, .fullName, .email, .phone, .linkedIn, .gitHub, .portfolio, .twitter, .city,
        .postalCode, .currentTitle, .currentCompany, .preferredName,
    ]

    private static let companies: Set<String> = ["company", "company name", "employer", "organization", "organisation"]
    private static let titles: Set<String> = [
        "job title", "current title", "position title", "title", "role", "job role",
    ]
    private static let aroundCompanies: Set<String> = AskedRule.harmless.union([
        "current", "most recent", "last", "present", "or", "latest", "name", "currently", "your", "of", "previous",
        "list", "work experience",
    ])
    /// A company's name alone may be anybody's.
    private static let ofToday = ["current", "present", "most recent", "latest", "currently", "last"]
}
