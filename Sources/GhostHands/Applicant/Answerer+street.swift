/// A street and its house number, where a form has a box for each, and addresses of several parts in one box.
extension Answerer {
    /// The street apart from the number of the house.
    ///
    /// - Parameters:
    ///   - found: the answers so far.
    ///   - fields: the fields in reading order.
    ///   - asked: what each of them asks for.
    /// - Returns: the answers, with the number in a box of its own that stands beside the street's.
    func housed(_ found: [Answer?], _ fields: [Field], _ asked: [Asked]) -> [Answer?] {
        var found = found
        if !zip(asked, fields).contains(where: { $0 == .streetAddress && !Self.isHouseNumber($1) }),
            let parts = applicant.profile.fact(.streetAddress).flatMap(Self.parts)
        {
            // The street itself follows from the postal code.
            for index in fields.indices where found[index] == nil && Words(fields[index].label).mentions(Self.ofHouses)
            {
                if Self.isHouseNumber(fields[index]), Classifier.isOwn(.streetAddress, fields[index]) {
                    found[index] = Answer(.text(parts.number), from: .profile)
                }
            }
        }
        for index in fields.indices where asked[index] == .streetAddress && !Self.isHouseNumber(fields[index]) {
            guard let answer = found[index], answer.source == .profile, let whole = answer.value.plainText,
                let place = houseNumber(beside: index, fields, asked, found)
            else { continue }
            let parts = Self.parts(of: whole)
            found[place] = parts.map { Answer(.text($0.number), from: .profile) }
            if let parts {
                found[index]?.value = .text(parts.street)
                found[index]?.template = nil
            }
        }
        return found
    }

    /// The box of the number: right beside the street's, or anywhere in its section where no other number can be meant.
    private func houseNumber(
        beside index: Int,
        _ fields: [Field],
        _ asked: [Asked],
        _ found: [Answer?]
    ) -> Int? {
        let open = fields.indices.filter { place in
            place != index && fields[place].sections == fields[index].sections && Self.isHouseNumber(fields[place])
                && (found[place] == nil || asked[place] == .streetAddress)
        }
        if let near = open.first(where: { abs($0 - index) == 1 }) { return near }
        let sure = open.filter { Words(fields[$0].label).mentions(Self.ofHouses) }
        return sure.count == 1 ? sure[0] : nil
    }

    /// Where one word means an address from its region to its house, and no other box asks for its town: "住所".
    func inWhole(_ found: [Answer?], _ fields: [Field], _ asked: [Asked]) -> [Answer?] {
        let isInParts = asked.contains { [.city, .state, .location].contains($0) }
        guard !isInParts, let city = applicant.profile.fact(.city), let street = applicant.profile.fact(.streetAddress),
            !street.contains(city)
        else { return found }
        let parts = [applicant.profile.fact(.state), city, street].compactMap(\.self)
        let isTogether = !street.contains(" ") && !city.contains(where: \.isASCII)
        return zip(found, fields.indices).map { answer, index in
            guard asked[index] == .streetAddress, var answer, answer.source == .profile,
                Self.wholes.contains(Tongue.bare(Words(fields[index].label)).text)
            else { return answer }
            answer.value = .text(parts.joined(separator: isTogether ? "" : " "))
            answer.template = nil
            return answer
        }
    }

    private static let wholes: Set<String> = ["住所", "ご住所", "現住所", "地址", "通讯地址", "通訊地址", "家庭住址", "现住址", "주소", "거주지 주소"]

    /// "PLZ / Ort" in one box.
    func combined(_ field: Field) -> Answer? {
        guard field.kind == .text, let facts = CombinedLabel.facts(of: field.label),
            facts.allSatisfy({ Classifier.isOwn($0, field) })
        else { return nil }
        return CombinedLabel.text(facts, of: applicant.profile).map { Answer(.text($0), from: .profile) }
    }

    /// "Current location (city, state)" says in its brackets what of it is wanted.
    func combinedAside(_ field: Field) -> Answer? {
        guard field.kind == .text, let open = field.label.lastIndex(of: "("), field.label.hasSuffix(")"),
            let facts = CombinedLabel.facts(of: String(field.label[open...].dropFirst().dropLast())),
            facts.contains(.city)
        else { return nil }
        return CombinedLabel.text(facts, of: applicant.profile).map { Answer(.text($0), from: .profile) }
    }

    /// Where provinces bear the names of their capitals, that of the applicant's own city.
    func provinceOfCity(_ field: Field) -> Answer? {
        let home = knowledge.home.country
        guard field.kind.isChoice, !field.options.isEmpty, let home,
            Self.withProvincesOfCities.contains(home), let city = applicant.profile.fact(.city),
            OptionMatcher.match(city, in: field.options) != nil
        else { return nil }
        return Answer(.text(city), from: .profile)
    }

    /// The county of an address in Ireland or Britain, where a profile has it as its state.
    func county(_ field: Field) -> Answer? {
        let home = knowledge.home.country
        guard Words(field.label).areMade(of: ["county", "county of residence"], beside: AskedRule.harmless), let home,
            Self.withCounties.contains(home), Classifier.isOwn(.state, field),
            let state = applicant.profile.fact(.state)
        else { return nil }
        let bare = state.split(separator: " ").drop { ["co", "county"].contains(Words(String($0)).text) }
        let names = [bare.joined(separator: " "), state].filter { !$0.isEmpty }
        let fitting = names.first { if case .refused = Fit.fit(.text($0), to: field) { false } else { true } }
        return fitting.map { Answer(.text($0), from: .profile) }
    }

    /// Where somebody lives, as a list of places has it: by the town, else by the state or the country.
    func place(offeredBy field: Field, insteadOf whole: Answer) -> Answer? {
        guard field.kind.isChoice, !field.options.isEmpty, case .refused = Fit.fit(whole.value, to: field) else {
            return nil
        }
        let names = [Asked.city, .state, .country].compactMap(applicant.profile.fact)
        let fitting = names.first { if case .options = Fit.fit(.text($0), to: field) { true } else { false } }
        return fitting.map { Answer(.text($0), from: .profile) }
    }

    private static let withCounties = Set(["ie", "gb"].compactMap(Synonyms.country(code:)))
    private static let withProvincesOfCities = Set(["es", "tr", "it", "cn"].compactMap(Synonyms.country(code:)))

    private static func isHouseNumber(_ field: Field) -> Bool {
        [.text, .number, .tel].contains(field.kind)
            && Words(field.label).areMade(of: houseNumbers, beside: AskedRule.harmless)
    }

    /// Those that are no other number's.
    private static let surelyOfHouses = Words.phrases(
        """
        house number, house no, street number, building number, hausnummer, hausnr, huisnummer, huisnr, \
        numero civico, numer domu, nr domu, numer domu lokalu, nr domu lokalu, numer domu i mieszkania, husnummer, \
        husnr, gatunummer, talonumero, cislo popisne, cislo domu, kapi no, bina no
        """
    )

    private static let ofHouses = Mentions(words: surelyOfHouses)

    private static let houseNumbers = Set(
        surelyOfHouses
            + Words.phrases(
                """
                house nr, number, no, nr, n, haus nr, hnr, numero, num, numero de rue, numero de calle, \
                numero exterior, civico, n civico, numer, cislo, дом, номер дома, будинок, номер будинку, 番地, 门牌号, \
                門牌號
                """
            )
    )

    /// "Lindenstraße 14", "1450 Grant Street", "Rua X, 900, Apto 3": nil where nobody can tell which number it is.
    static func parts(of whole: String) -> (street: String, number: String)? {
        let pieces = whole.split(separator: ",").map { String($0).trimmed }
        if pieces.count > 1, isNumber(pieces[1]), !pieces[0].contains(where: \.isNumber) {
            return (pieces[0], pieces[1])
        }
        guard pieces.count == 1 else { return nil }
        let words = whole.split(separator: " ").map(String.init)
        guard words.count > 1, !Words(whole).containsAny(units), let first = words.first, let last = words.last else {
            return nil
        }
        switch (isNumber(first), isNumber(last)) {
        case (true, false): return (words.dropFirst().joined(separator: " "), first)
        case (false, true): return (words.dropLast().joined(separator: " "), last)
        default: return nil
        }
    }

    /// What has a number that is not the house's.
    private static let units = [
        "flat", "apt", "apartment", "unit", "suite", "floor", "block", "villa", "building", "room", "apto", "piso",
        "bloco",
        "wohnung", "etage", "stock", "km", "lote", "quadra", "box", "po",
    ]

    /// "14", "14a", "12-14", "7/2".
    private static func isNumber(_ text: String) -> Bool {
        text.wholeMatch(of: /\d+\s?[A-Za-z]?([-\/]\d*[A-Za-z]?)?/) != nil
    }
}
