extension Classifier {
    /// What the fields of one form ask for, seen together.
    ///
    /// Neighbours tell what one label alone leaves open ("Nom" beside "Prénom"), and a fact that is asked again without
    /// a word of whose it is may be another person's: it is left to the caller's answers.
    ///
    /// - Parameters:
    ///   - fields: the fields of the form that a person sees, in reading order.
    ///   - alone: what ``classify(_:)`` says of each, where that is known already.
    /// - Returns: what each asks for.
    public static func classify(together fields: [Field], alone: [Asked]? = nil) -> [Asked] {
        let headings = Headings.all(of: fields)
        var asked = alone ?? fields.map(classify)
        settleFirstAndLast(&asked, fields, headings)
        settle(&asked, fields, headings)
        settleBirth(&asked, fields)
        settleCombined(&asked, fields)
        doubtLines(&asked, fields, headings)
        doubt(&asked, fields, headings)
        doubtSections(&asked, fields, headings)
        doubtSpans(&asked, fields)
        settleSignatures(&asked, fields)
        return asked
    }

    /// Whether a field asks for what was just given, once more: "Confirm e-mail".
    static func isRepetition(_ field: Field) -> Bool {
        Words(field.label).mentions(repeating) || Words(field.label).mentions(signing)
            || [field.name, field.id].contains { Words($0).mentions(repeatingNames) }
    }

    private static let repeating = Mentions(words: Tongue.repeating, roots: Tongue.repeatingWithin)
    private static let repeatingNames = Mentions(
        words: ["confirm", "confirmation", "repeat", "verify", "retype", "reenter", "again"]
    )
    /// Whoever signs writes the name that was asked for before.
    private static let signing = Mentions(
        words: [
            "signature", "sign", "unterschrift", "firma", "assinatura", "handtekening", "underskrift", "podpis", "imza",
        ],
        roots: ["подпись", "підпис", "署名", "签名", "서명"]
    )

    private static func settle(_ asked: inout [Asked], _ fields: [Field], _ headings: [Headings]) {
        let known = asked
        for index in fields.indices {
            guard let settled = Either.asked(by: Words(fields[index].label), among: Set(known.dropping(index))) else {
                continue
            }
            let meaning =
                settled ?? (fields[index].kind.isChoice ? Either.place(Words(fields[index].label)) : nil) ?? .question
            guard meaning != asked[index], known[index] == .question || known[index].isName else { continue }
            guard !fields[index].kind.isChoice || meaning == .state, !namesAccount(fields[index]),
                part(fields[index]).map({ $0 == meaning }) ?? true
            else { continue }
            asked[index] = isOwn(meaning, fields[index], headings[index]) ? meaning : .question
        }
    }

    /// "First" and "Last" in two boxes side by side are names.
    private static func settleFirstAndLast(_ asked: inout [Asked], _ fields: [Field], _ headings: [Headings]) {
        let labels = fields.map { Words($0.label).text }
        for first in fields.indices where labels[first] == "first" && fields[first].kind == .text {
            let near = fields.indices.dropFirst(first + 1).prefix(2) + fields.indices.prefix(first).suffix(1)
            let last = near.first { labels[$0] == "last" && fields[$0].kind == .text }
            guard let last, fields[first].sections == fields[last].sections,
                isOwn(.firstName, fields[first], headings[first]), isOwn(.lastName, fields[last], headings[last])
            else { continue }
            asked[first] = .firstName
            asked[last] = .lastName
        }
    }

    /// "Day", "Month" and "Year" under "Date of birth".
    private static func settleBirth(_ asked: inout [Asked], _ fields: [Field]) {
        for index in fields.indices where asked[index] == .question {
            guard let section = fields[index].section, AskedRule.asked(by: Words(section)) == .birthDate,
                let part = DatePart(fields[index]), isOwn(.birthDate, fields[index])
            else { continue }
            asked[index] = part.ofBirth
        }
    }

    /// "PLZ / Ort" over a box for each.
    private static func settleCombined(_ asked: inout [Asked], _ fields: [Field]) {
        for index in fields.indices where asked[index] == .question || asked[index].isOfPerson {
            guard let facts = CombinedLabel.facts(of: fields[index].label), isOwn(facts[0], fields[index]) else {
                continue
            }
            let places = zip(facts, index...).dropFirst()
            let isOver = places.allSatisfy { fact, place in
                guard fields.indices.contains(place), fields[place].sections == fields[index].sections else {
                    return false
                }
                let isNameless = fields[place].label.isEmpty || fields[place].label == fields[index].label
                return asked[place] == fact || isNameless && asked[place] == .question
            }
            if isOver {
                for (fact, place) in zip(facts, index...) { asked[place] = fact }
            } else if fields[index].kind.isChoice, asked[index] != facts[0] {
                // The first of several lists, the others of which wait for its answer.
                asked[index] = .question
            }
        }
    }

    /// "Name" and "Date" under a statement that is signed are the applicant's, and today.
    private static func settleSignatures(_ asked: inout [Asked], _ fields: [Field]) {
        for index in fields.indices where asked[index] == .question {
            guard fields[index].sections.contains(where: { Words($0).mentions(signed) }),
                isOwn(.fullName, fields[index])
            else { continue }
            let label = Words(FormatNote.removed(from: fields[index].label))
            if label.areMade(of: signers, beside: AskedRule.harmless) { asked[index] = .fullName }
            if label.areMade(of: days, beside: AskedRule.harmless) { asked[index] = .today }
        }
    }

    private static let signed = Mentions(
        words: [
            "self identification", "self identify", "cc 305", "signature", "certification", "attestation",
            "acknowledgment", "acknowledgement", "applicant statement", "applicants statement", "sign here",
            "declaration",
        ],
        roots: ["unterschrift", "firma del", "assinatura", "handtekening"]
    )
    private static let signers: Set<String> = ["name", "full name", "print name", "printed name", "legal name"]
    private static let days: Set<String> = ["date", "date signed", "signature date", "date of signature"]

    private static func doubt(_ asked: inout [Asked], _ fields: [Field], _ headings: [Headings]) {
        var seen: Set<Sighting> = []
        var other: [String]?
        for (index, field) in fields.enumerated() {
            if other != field.sections { other = nil }
            if namesPerson(field) { other = field.sections }
            if tellsKinship(field) { for place in kin(before: index, asked, fields) { asked[place] = .question } }
            if isLeftOver(index, asked, fields) { asked[index] = .question }
            guard asked[index].isOfPerson, !isRepetition(field), headings[index].history == nil else { continue }
            let words = Words(field.label).list.filter { !AskedRule.harmless.contains($0) }
            let sections =
                field.sections + (headings[index].isOwnLine && headings[index].isNearest ? field.lines.prefix(1) : [])
            let isSecond = !seen.insert(Sighting(asked: asked[index], words: words, sections: sections)).inserted
            let isPlain = words.count <= 3
            if isSecond || other != nil && isPlain { asked[index] = .question }
        }
    }

    /// A whole name that may be left out, behind boxes for its parts: who has given both is not asked a third time.
    private static func isLeftOver(_ index: Int, _ asked: [Asked], _ fields: [Field]) -> Bool {
        let field = fields[index]
        guard asked[index] == .fullName, !field.isRequired, Words(field.label).text == "name",
            !field.sections.contains(where: { Words($0).mentions(signed) })
        else { return false }
        return [Asked.firstName, .lastName].allSatisfy(asked[..<index].contains)
    }

    /// Where a section that does not say it is about the applicant asks again for what another has asked, all of it is
    /// about somebody else, or another time: nobody knows every word for such a heading.
    private static func doubtSections(_ asked: inout [Asked], _ fields: [Field], _ headings: [Headings]) {
        var first: [Asked: [String]] = [:]
        var foreign: Set<[String]> = []
        let personal = fields.indices.filter { index in
            asked[index].isOfPerson && !isRepetition(fields[index]) && headings[index].history == nil
        }
        for index in personal {
            // What only says what the boxes below it are parts of is no section: "Full name" over first and last.
            let sections = fields[index].sections.filter { AskedRule.asked(by: Words($0))?.isOfPerson != true }
            // Of names, mail and telephone a person has one each: once one is asked, the others stand with it.
            let kind = asked[index].isOfContact ? .email : asked[index]
            guard let before = first[kind] else {
                first[kind] = sections
                continue
            }
            if before != sections, !Headings.isOwn(fields[index], asking: asked[index]) { foreign.insert(sections) }
        }
        for index in personal where foreign.contains(fields[index].sections) { asked[index] = .question }
    }

    /// A start beside an end is that of something past, and not of the job applied for.
    private static func doubtSpans(_ asked: inout [Asked], _ fields: [Field]) {
        for index in fields.indices where asked[index] == .startDate && beginsSpan(index, fields) {
            asked[index] = .question
        }
    }

    /// Whether neighbours say that a field asks for something else than its label does alone: then it is not answered by
    /// what follows from that label either.
    static func isDoubted(_ index: Int, _ asked: [Asked], _ fields: [Field]) -> Bool {
        guard asked[index] == .question, !fields[index].kind.isChoice else { return false }
        return beginsSpan(index, fields) || classify(fields[index]) != .question
    }

    /// Whether an end follows a field in its section, so that its start is that of something past.
    static func beginsSpan(_ index: Int, _ fields: [Field]) -> Bool {
        fields[(index + 1)...].prefix(2).contains { next in
            next.sections == fields[index].sections && HistoryPart.isEnd(Words(next.label))
        }
    }

    /// The name and the number before "Relationship": whoever asks what somebody is to the applicant means another.
    private static func kin(before index: Int, _ asked: [Asked], _ fields: [Field]) -> [Int] {
        var met: Set<Asked> = []
        return fields.indices[..<index].reversed().prefix { place in
            asked[place].isOfPerson && fields[place].sections == fields[index].sections
                && met.insert(asked[place]).inserted
        }
    }

    private static func tellsKinship(_ field: Field) -> Bool {
        Words(field.label).areMade(of: kinship, beside: AskedRule.harmless)
    }

    private static let kinship: Set<String> = [
        "relationship", "relationship to you", "relationship to applicant", "relation", "relation to you",
        "years known",
        "how do you know this person", "beziehung", "verwandtschaftsgrad", "lien de parente", "parentesco", "parentela",
    ]

    private struct Sighting: Hashable {
        let asked: Asked
        let words: [String]
        let sections: [String]
    }

    /// Whether a label names another person, so that the plain "Phone" behind it may be that person's.
    private static func namesPerson(_ field: Field) -> Bool {
        guard [.text, .textarea, .select, .combobox].contains(field.kind) else { return false }
        let words = Words(field.label)
        return words.list.count <= 6 && words.mentions(persons)
    }

    private static let persons = Mentions(words: [
        "emergency contact", "emergency contacts", "reference name", "name of reference", "referee", "next of kin",
        "spouse", "spouses", "guardian", "guardians", "parent name", "parents name", "mothers name", "fathers name",
        "notfallkontakt", "contact d urgence", "contacto de emergencia", "contato de emergencia",
        "contatto di emergenza", "noodcontact", "緊急連絡先", "紧急联系人", "비상연락처",
    ])
}

extension Asked {
    var isName: Bool { self == .firstName || self == .lastName || self == .fullName }

    fileprivate var isOfContact: Bool { isName || self == .email || self == .phone }

    /// Whether anybody has it, and hence a second box for it may be for somebody else's.
    var isOfPerson: Bool {
        switch self {
        case .firstName, .middleName, .lastName, .fullName, .email, .phone, .streetAddress, .city, .state, .postalCode,
            .country, .location, .currentCompany, .currentTitle, .school, .degree, .fieldOfStudy:
            true
        default: false
        }
    }
}

extension Array {
    /// All elements but one.
    fileprivate func dropping(_ index: Int) -> [Element] { enumerated().filter { $0.offset != index }.map(\.element) }
}
