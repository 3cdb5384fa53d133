/// Finds out what a field asks for from what it says about itself.
///
/// The label decides, and only as a whole: one that names a fact beside other words asks about another's fact, or
/// another fact. Where a label says nothing, the `autocomplete` token does, then `name` and `id`, then the input type.
public enum Classifier {
    /// Classifies a field.
    ///
    /// - Parameter field: the field as it was read.
    /// - Returns: what it asks for; ``Asked/question`` when nothing tells.
    public static func classify(_ field: Field) -> Asked {
        let bare = FormatNote.removed(from: field.label)
        if bare != field.label, field.kind == .text, AskedRule.asked(by: Words(field.label)) == .fullName {
            return classified(field)
        }
        var field = field
        field.label = bare
        let asked = classified(field)
        if asked == .question, let named = named(field) { return named }
        guard asked == .question, let (group, own) = parts(of: bare) else { return asked }
        // Where a group and its box both say something the box says what goes into it.
        field.sections.insert(group, at: 0)
        field.label = own
        let meant = classified(field)
        return meant.isPersonal ? meant : asked
    }

    /// "Logradouro (rua ou avenida, sem o número)": what stands in brackets explains the fact that is asked for, where it
    /// names nobody else and no other time.
    private static func named(_ field: Field) -> Asked? {
        guard let open = field.label.firstIndex(of: "("), field.label.trimmed.hasSuffix(")"),
            open != field.label.startIndex
        else { return nil }
        let inside = Question(String(field.label[open...])).core.words
        guard inside.count <= 8, inside.isDisjoint(with: Matter.turning.subtracting(Words.denying)),
            inside.isDisjoint(with: ofOthers),
            let first = Words(String(field.label[open...])).list.first, !opensAnother.contains(first),
            AskedRule.asked(by: Words(String(field.label[open...]))) == nil
        else { return nil }
        var bare = field
        bare.label = field.label[..<open].trimmed
        let asked = classified(bare)
        return [.streetAddress, .postalCode, .city, .state, .country].contains(asked) ? asked : nil
    }

    /// "City (of your school)".
    private static let opensAnother: Set<String> = [
        "of", "for", "from", "at", "by", "if", "not", "other", "de", "da", "do", "du", "des", "von", "van", "di", "del",
        "per",
        "till", "til", "av", "af",
    ]

    private static let ofOthers: Set<String> = [
        "birth", "work", "company", "office", "business", "school", "university", "employer", "nascimento",
        "nacimiento",
        "naissance", "nascita", "geburt", "geboorte", "fodelse", "fodsel", "urodzenia", "narozeni", "empresa",
        "entreprise",
        "firma", "azienda", "bedrijf",
    ]

    /// "Name* First Name": the mark of a group that has to be filled stands between what both say.
    private static func parts(of label: String) -> (group: String, own: String)? {
        guard let mark = label.firstIndex(of: "*"), mark != label.startIndex else { return nil }
        let (group, own) = (label[..<mark].trimmed, label[label.index(after: mark)...].trimmed)
        let isSaid = own.first?.isLetter ?? false
        return isSaid && group.contains(where: \.isLetter) ? (group, own) : nil
    }

    private static func classified(_ field: Field) -> Asked {
        if field.kind == .password { return .password }
        if field.kind == .search || isSearch(field) { return .search }
        if field.kind == .file { return document(field) }
        if field.kind == .checkbox { return isConsent(field.label) || Agreement.isMere(field) ? .consent : .question }
        if asksToAgree(field) { return .consent }
        let label = isExample(field.label) ? Words("") : Words(field.label).withoutExample
        guard var asked = meant(label, field) ?? told(label, field) else {
            return listsDialCodes(field) ? .phoneCountryCode : continued(label, field) ?? .question
        }
        // "The name of your ex-employer".
        if asked == .fullName, Words(field.label).containsAny(Self.employing) { return .question }
        if asked == .location, listsCountries(field) { asked = .country }
        if asked == .phone, field.kind.isChoice {
            asked = listsDialCodes(field) || showsDialCode(field) ? .phoneCountryCode : .question
        }
        if asked == .country, isBesidePhone(field) { asked = .phoneCountryCode }
        let isMarkedOtherwise = autocomplete(field) == .question && !isMarkedAsCard(asked, field)
        return isOwn(asked, field) && !isMarkedOtherwise ? asked : .question
    }

    /// Whether a mark says that a box is for a number of a card, which its label says it is not.
    private static func isMarkedAsCard(_ asked: Asked, _ field: Field) -> Bool {
        let token = field.autocomplete.lowercased().split(separator: " ").last ?? ""
        return asked.isPersonal && asked != .fullName
            && ["cc-number", "cc-csc", "cc-exp"].contains { token.hasPrefix($0) }
    }

    /// Builds the tables of words, which takes some milliseconds the first time: whoever has something else to wait for
    /// before the first form is there does it then.
    public static func prepare() {
        let fields = ["First name", "Name", "Please state your full legal name"].map { label in
            var field = Field(kind: .text, label: label)
            field.sections = ["Details"]
            return field
        }
        _ = classify(together: fields)
        _ = fields.map(CodeWording.init)
        _ = mayBeJobTitle("Details")
        _ = QuestionReading("Do you live in the United States?")
    }

    /// Says what a field most likely asks for, and why.
    ///
    /// - Parameters:
    ///   - field: the field as it was read.
    ///   - purpose: what its form is for.
    ///   - before: what the field before it asks for: a date may be split over several.
    /// - Returns: what ``classify(_:)`` says where that is sure, else the likeliest guess.
    public static func explain(
        _ field: Field,
        in purpose: FormPurpose,
        after before: Classification? = nil
    ) -> Classification {
        Explanation(field, purpose, before).classification
    }

    /// Classifies a phrase that names a fact: a key of flat data.
    ///
    /// - Parameter phrase: for example `e-mail` or `last_name`.
    /// - Returns: what it names, or nil.
    public static func classify(phrase: String) -> Asked? { named(Words(phrase)) }

    /// What the label asks for.
    private static func meant(_ label: Words, _ field: Field) -> Asked? {
        if let asked = WorkQuestion(label)?.asked { return asked }
        if Homograph.isForeign(label, in: field.language) { return nil }
        guard
            let asked = part(field, of: AskedRule.asked(by: label)) ?? PlainLabel(field).asked
                ?? (NameOrder(field.label).isFamilyFirst && !label.containsAny(Self.employing) ? .fullName : nil)
                ?? sentenced(label) ?? ofHome(label)
                ?? PlainSubject.asked(by: label) ?? SpokenFact.asked(by: label)
                ?? ContactMention.asked(by: field)
        else { return nil }
        // "Desired salary" stands over its currency and its period as well.
        if asked == .salary, [field.name, field.id].contains(where: { Words($0).containsAny(Self.ofSalary) }) {
            return .question
        }
        // "Legal name: yes, no" asks whether it is one.
        let facts: [Asked] = [.school, .degree, .fieldOfStudy, .currentCompany, .currentTitle]
        if asked.isPersonal || facts.contains(asked), field.kind.isChoice, YesNo.areOffered(by: field.options) {
            return .question
        }
        // "Address of present employer" is not who that is.
        if asked == .currentCompany, label.containsAny(Self.ofCompanies) { return .question }
        if asked == .ethnicity, Self.isOfHispanic(field.options) { return .hispanic }
        // "Website or LinkedIn" may be answered with either.
        if asked == .linkedIn, label.containsAny(["website", "portfolio", "github", "twitter", "blog"]) {
            return .question
        }
        guard asked == .fullName else { return asked }
        if label.containsAny(["ex employer", "name of your employer", "name of your company"]) { return .question }
        if namesAccount(field) { return .username }
        // Who reads "Nombre y apellidos" enters both, whatever the program calls the box.
        return namesBoth(label) ? asked : part(field) ?? asked
    }

    private static let employing = ["employer", "company", "firm", "organization", "organisation"]
    private static let ofCompanies = [
        "address", "phone", "telephone", "email", "website", "city", "location", "industry", "size", "manager",
        "adresse",
        "direccion", "indirizzo", "endereco",
    ]

    /// A fact's name in a sentence of any language: "Bonjour ! Quel est votre prénom ?".
    private static func sentenced(_ label: Words) -> Asked? {
        // Whether there is one is another question than what it is.
        if ["do", "have", "are"].contains(label.list.first), label.list.dropFirst().first == "you" { return nil }
        let own = label.list.drop { $0.allSatisfy(\.isNumber) || goingOn.contains($0) }
        let bare = Words(list: own.filter { !FrameWords.contains($0) })
        guard bare.list.count < label.list.count, label.list.count <= 12, !label.list.contains(where: FrameWords.wishes)
        else { return nil }
        return (AskedRule.asked(by: bare) ?? AskedRule.asked(by: Words(list: own))).flatMap { asked in
            asked.isPersonal && !label.containsAny(["ex employer", "former employer", "previous employer"])
                || [.city, .currentCompany, .currentTitle, .birthDate].contains(asked) ? asked : nil
        }
    }

    /// The part of an address that somebody lives in: "Województwo zamieszkania", "Distrito de residência".
    private static func ofHome(_ label: Words) -> Asked? {
        let bare = Words(list: label.list.filter { !FrameWords.contains($0) && !residing.contains($0) })
        guard !bare.list.isEmpty, label.list.count <= 8, label.list.contains(where: residing.contains) else {
            return nil
        }
        let parts: [Asked] = [.city, .state, .country, .postalCode, .streetAddress]
        let asked = AskedRule.asked(by: bare) ?? (regions.contains(bare.text) ? .state : nil)
        return asked.flatMap { parts.contains($0) ? $0 : nil }
    }

    private static let residing = Set(
        Words.phrases(
            """
            residence, residing, reside, resides, live, living, lives, residential, wohnsitz, wohnen, wohnst, lebst, \
            leben, wohnort, residencia, resides, vives, vive, viven, residenza, risiedi, risiede, abiti, domicilio, \
            mora, moras, morada, reside, habitez, habites, vivez, residez, domicile, zamieszkania, zamieszkuje, \
            mieszkasz, mieszka, bydliste, bydlite, pobytu, bosattning, bosatt, bor, hemvist, bopael, bosted, \
            bostedsadresse, bopaels, woont, woon, woonachtig, verblijf, asuin, asut, asuinpaikka, asumis, проживания, \
            проживаете, жительства, проживання, мешкаєте, yasadiginiz, ikamet, yasiyorsunuz, ikametgah, lakhely
            """
        )
    )

    /// What a region is called where it is asked for as a home.
    private static let regions = Set(
        Words.phrases(
            """
            county, region, region state, wojewodztwo, kraj, lan, fylke, maakunta, provincie, distrito, departement, \
            departamento, comunidad autonoma, kanton, область, регион, il, ilce
            """
        )
    )

    /// What a question goes on with: "2 → And your email address?", "Et votre nom de famille ?".
    private static let goingOn: Set<String> = [
        "and", "und", "et", "y", "e", "en", "och", "og", "ja", "i", "a", "ve", "и", "та", "now", "next", "then",
    ]

    /// A family's name beside another word, or a given name beside another: both are asked.
    private static func namesBoth(_ label: Words) -> Bool {
        label.containsAny(familyNames) || label.list.contains(where: givenNames.contains) && label.containsAny(names)
    }

    private static let familyNames =
        Tongue.names(of: .lastName).filter { !$0.contains(" ") } + [
            "surname", "surnames", "last", "family", "lastname",
        ]
    private static let givenNames = Set(Tongue.names(of: .firstName).filter { !$0.contains(" ") })
    private static let names = ["nom", "name", "namn", "navn", "naam", "nume", "meno", "ime", "név"].map {
        Words($0).text
    }

    private static func isOfHispanic(_ options: [FieldOption]) -> Bool {
        let real = options.filter { !$0.isPlaceholder && OptionMatcher.decline(in: [$0]) == nil }
        return real.count == 2
            && real.allSatisfy { Words($0.label).containsAny(["hispanic", "latino", "nonhispanic"]) }
    }

    /// "Location (City)" asks for the city.
    private static func part(_ field: Field, of asked: Asked?) -> Asked? {
        guard asked == .location || asked == .streetAddress, let open = field.label.firstIndex(of: "(") else {
            return asked
        }
        let part = AskedRule.asked(by: Words(String(field.label[open...])))
        return part.map { [.streetAddress, .city, .state, .country, .postalCode].contains($0) ? $0 : .location }
            ?? asked
    }

    /// One label `Name` over two boxes, which something else tells apart.
    static func part(_ field: Field) -> Asked? {
        let told = [autocomplete(field)] + [field.placeholder, field.name, field.id].map { named(Words($0)) }
        return told.compactMap(\.self).first { $0 == .firstName || $0 == .lastName }
    }

    /// What the rest of the field says, when the label says nothing of its own.
    private static func told(_ label: Words, _ field: Field) -> Asked? {
        guard !AskedRule.isMentioned(in: label) else { return nil }
        if let asked = autocomplete(field) { return asked }
        guard label.list.allSatisfy({ AskedRule.harmless.contains($0) || $0 == "contact" }) else { return nil }
        let attributes = [field.name, field.id, field.placeholder].map(Words.init)
        if let asked = attributes.lazy.compactMap({ named($0) ?? named(withoutCount($0)) }).first { return asked }
        // A box for numbers may be for those of a card.
        switch (field.kind, Guess.named(field) ?? .question) {
        case (.email, .email), (.email, .question): return .email
        case (.tel, .phone): return .phone
        case (.tel, .question) where attributes.allSatisfy(\.list.isEmpty): return .phone
        default: return nil
        }
    }

    private static let ofSalary = ["currency", "period", "frequency", "interval", "unit", "type"]

    /// "Add text" under "Cover letter" is where the letter may be written.
    private static func continued(_ label: Words, _ field: Field) -> Asked? {
        if label.areMade(of: amounts, beside: AskedRule.harmless) {
            return field.section.map { AskedRule.asked(by: Words($0)) == .salary } == true ? .salary : nil
        }
        guard field.kind == .textarea || field.kind == .richText, label.list.allSatisfy(writing.contains) else {
            return nil
        }
        return field.section.map { AskedRule.asked(by: Words($0)) == .coverLetter } == true ? .coverLetter : nil
    }

    /// "Amount" under "Expected salary".
    private static let amounts: Set<String> = [
        "amount", "value", "figure", "sum", "betrag", "montant", "importe", "cantidad", "monto", "valor", "quantia",
        "importo", "bedrag", "kwota", "belopp", "belob", "castka", "tutar", "сумма", "сума", "金額", "金额", "금액",
    ]

    private static let writing: Set<String> = [
        "add", "text", "write", "paste", "type", "enter", "manually", "your", "message", "letter", "or", "it", "in",
        "the", "box", "here", "below", "a", "as", "copy", "and",
    ]

    /// "Country" under the heading of a phone number is the country of that number.
    private static func isBesidePhone(_ field: Field) -> Bool {
        field.section.map { AskedRule.asked(by: Words($0)) == .phone } ?? false
    }

    /// Whether there are the codes of countries to choose from, as beside a phone number.
    private static func listsDialCodes(_ field: Field) -> Bool {
        let isNamed = Words(field.label).containsAny(["country code", "dial code", "calling code"])
        guard field.kind.isChoice, field.options.count > (isNamed ? 1 : 10) else { return false }
        let codes = field.options.count { $0.label.contains(/\+\s?\d{1,3}\b/) || $0.label.contains(/^\D*\(\d{1,3}\)$/) }
        return codes * 10 >= field.options.count * 8
    }

    /// Whether a list that is still closed shows the code of a country as chosen.
    private static func showsDialCode(_ field: Field) -> Bool { field.value.contains(/^\W*\+\s?\d{1,3}\W*$/) }

    /// Whether there are all the countries to choose from.
    private static func listsCountries(_ field: Field) -> Bool {
        guard field.options.count > 50 else { return false }
        return field.options.count { Synonyms.country(at: Words($0.label).list) != nil } > 50
    }

    /// Whether a field says by any of its names that it holds that of an account.
    ///
    /// - Parameter field: the field as it was read.
    /// - Returns: true when it does.
    public static func namesAccount(_ field: Field) -> Bool {
        [field.label, field.name, field.id].contains { Guess.isAccount(Words($0)) }
    }

    private static func named(_ name: Words) -> Asked? { AskedRule.named(name) }

    /// The first of several: `email_1`, `candidates[0][email]`.
    private static func withoutCount(_ name: Words) -> Words {
        Words(list: name.list.filter { $0 != "0" && $0 != "1" })
    }

    /// A made-up address or number in place of a label.
    private static func isExample(_ label: String) -> Bool {
        label.contains("@") || !label.contains(where: \.isLetter)
    }

    /// A box to search the site: it says so, and so does its name.
    private static func isSearch(_ field: Field) -> Bool {
        guard field.kind == .text, !field.isRequired else { return false }
        let says = [field.label, field.placeholder].map(Words.init).contains { $0.list.first == "search" }
        let names = [field.name, field.id].map(Words.init)
        return says && names.contains { $0.list.contains("search") || ["q", "s", "query"].contains($0.text) }
    }

    private static func isConsent(_ label: String) -> Bool {
        let words = Words(label)
        let marks: Set = ["agree", "consent", "accept", "acknowledge", "certify", "terms", "privacy"]
        // One may understand, or confirm, anything: that the work is hard, that one has a license.
        let weak: Set = ["confirm", "understand", "declare", "affirm"]
        let agreed: Set = [
            "data", "information", "policy", "notice", "application", "conditions", "statement", "true", "read",
            "statements", "answers",
        ]
        return !marks.isDisjoint(with: words.list)
            || !weak.isDisjoint(with: words.list) && !agreed.isDisjoint(with: words.list)
            || Agreement.isMereAbroad(label, words)
    }

    /// Whether a choice of yes and no is only whether one agrees to the terms.
    private static func asksToAgree(_ field: Field) -> Bool {
        guard field.kind == .radio || field.kind == .select else { return false }
        return field.options.count { !$0.isPlaceholder } == 2 && YesNo.choice(true, in: field.options) != nil
            && Agreement.isMere(field)
    }

    /// What the `autocomplete` attribute says; ``Asked/question`` for another fact than those that are filled.
    static func autocomplete(_ field: Field) -> Asked? {
        let term = Vocabulary.term(of: field)
        if term?.asked == .currentPassword || term?.asked == .newPassword { return .password }
        if let term, term.isSure { return term.asked }
        let token = field.autocomplete.lowercased().split(separator: " ").last ?? ""
        return others.contains(where: token.hasPrefix) ? .question : nil
    }

    private static let others = ["address-", "tel-", "cc-", "bday", "honorific-", "transaction-"]
}
