/// Answers that are no yes or no.
extension Knowledge {
    /// What a question that asks for a value gets.
    func value(_ topic: Topic, _ reading: QuestionReading, _ field: Field) -> Answer? {
        switch topic {
        case .pay: reading.scope.isEmpty ? pay(reading, field) : nil
        case .notice:
            reading.scope.isEmpty
                ? fitting(said(topic, reading) ?? held(.noticePeriod), field).flatMap { notice($0, field) } : nil
        case .start:
            // A box for the year alone takes no date.
            reading.words.containsAny(["year", "month", "quarter"]) && !field.kind.isChoice
                ? nil : reading.scope.isEmpty ? fitting(said(topic, reading) ?? held(.startDate), field) : nil
        case .source: isOfJob(reading) ? fitting(said(topic), field) : nil
        case .experience:
            namesSkill(reading) || reading.words.contains("how much") && !Self.offersYears(field)
                ? nil : fitting(years(reading).map { ($0, reading.scope.isEmpty ? .profile : .answers) }, field)
        case .home: reading.scope.isEmpty ? place(reading, field) : nil
        case .immigrationStatus, .workAuthorization: reading.scope.isEmpty ? status(field) : nil
        case .degree: reading.scope.isEmpty ? degree(field) : nil
        case .language: reading.scope.isEmpty ? languageLevel(reading).flatMap { level($0, field) } : nil
        case .clearance:
            reading.scope.isEmpty && claimed(topic, reading) == false
                ? Self.none(in: field) ?? Self.denied(in: field) : nil
        case .nationality: reading.scope.isEmpty ? nationality(field) : nil
        case .pronouns, .gender, .ethnicity, .hispanic, .veteran, .disability, .transgender, .orientation:
            fitting(said(topic) ?? (reading.scope.isEmpty ? Self.facts[topic].flatMap(held) : nil), field)
        default: nil
        }
    }

    /// Whether years of experience are asked for beside a sentence about one skill: "You would write Python every day".
    private func namesSkill(_ reading: QuestionReading) -> Bool {
        let said = Set(reading.context.list)
        let skills = claims.filter { $0.topic == .experience }.map(\.scope) + profile.skills.map { Set(Words($0).list) }
        return reading.scope.isEmpty && skills.contains { !$0.isEmpty && $0.isSubset(of: said) }
    }

    /// What the profile holds of the same.
    private func held(_ fact: Asked) -> Said? { profile.fact(fact).map { ($0, .profile) } }

    private static let facts: [Topic: Asked] = [
        .pronouns: .pronouns, .gender: .gender, .ethnicity: .ethnicity, .hispanic: .hispanic, .veteran: .veteran,
        .disability: .disability, .transgender: .transgender, .orientation: .sexualOrientation,
    ]

    /// Whether it is the job or its employer that somebody heard of, and not something else.
    private func isOfJob(_ reading: QuestionReading) -> Bool {
        let objects = [
            "us", "our", "company", "job", "position", "role", "opening", "opportunity", "vacancy", "posting",
            "listing",
            "hiring", "ad", "advertisement", "advert", "program", "organization", "organisation", "team", "here",
            "offer",
        ]
        return reading.scope.isEmpty
            || reading.scope.count <= 6 && (!reading.names.isEmpty || reading.words.containsAny(objects))
    }

    /// How the applicant heard of the job, where only one answer says so.
    var source: String? { said(.source)?.text }

    typealias Said = (text: String, source: Answer.Source)

    /// The one answer to a topic, under no condition or under the same.
    private func said(_ topic: Topic, _ reading: QuestionReading? = nil) -> Said? {
        let texts = Set(
            claims.filter { $0.topic == topic && (reading == nil || $0.scope.isSubset(of: reading?.scope ?? [])) }
                .map(\.text)
        )
        return texts.count == 1 ? texts.first.map { ($0, .answers) } : nil
    }

    /// An answer that the field can hold as it is.
    func fitting(_ said: Said?, _ field: Field) -> Answer? {
        guard let said else { return nil }
        let answer = Answer(.text(said.text), from: said.source)
        if case .refused = Fit.fit(answer.value, to: field) { return nil }
        return answer
    }

    /// City, state or country, whichever the question names; all of them where it names none.
    private func place(_ reading: QuestionReading, _ field: Field) -> Answer? {
        let isHome = reading.places.allSatisfy { $0.holds(country: home.country, state: nil, city: nil) ?? false }
        guard isHome else { return nil }
        let parts: [(Asked, [String])] = [
            (.city, ["city", "town"]), (.state, ["state", "province"]), (.country, ["country"]),
        ]
        let asked = parts.filter { reading.words.containsAny($0.1) }.map(\.0)
        let texts = (asked.isEmpty ? [.location] : asked).map { profile.fact($0) }
        guard texts.allSatisfy({ $0 != nil }) else { return nil }
        let text = texts.compactMap(\.self).joined(separator: ", ")
        return fitting((text, .profile), field) ?? (asked.count == 1 ? Self.elsewhere(field) : nil) ?? ownPlace(field)
    }

    /// The one choice that is where the applicant lives, be it by another's name: "Another state in the US".
    func ownPlace(_ field: Field) -> Answer? {
        guard field.kind.isChoice else { return nil }
        let real = field.options.filter { !$0.isPlaceholder }
        let held = real.map { lives(in: $0.label) }
        let others = real.indices.filter { ["another", "other"].contains(Words(real[$0].label).list.first ?? "") }
        let named = real.indices.filter { !others.contains($0) }
        guard !named.isEmpty, named.allSatisfy({ held[$0] != nil }) else { return nil }
        let own = named.filter { held[$0] == true }
        if own.count == 1 { return Answer(.text(real[own[0]].label), from: .profile) }
        guard own.isEmpty, others.count == 1, held[others[0]] == true else { return nil }
        return Answer(.text(real[others[0]].label), from: .profile)
    }

    private func lives(in label: String) -> Bool? {
        let places = PlaceMention.all(in: Sentence(label).tokens).places
        guard places.count == 1 else { return nil }
        return places[0].holds(country: home.country, state: home.state, city: home.city)
    }

    /// "Other", beside a few countries or states of which none is the applicant's.
    static func elsewhere(_ field: Field) -> Answer? {
        guard field.kind.isChoice else { return nil }
        let real = field.options.filter { !$0.isPlaceholder }
        let others = real.filter {
            ["other", "others", "other country", "elsewhere", "none of the above"].contains(Words($0.label).text)
        }
        let named = real.count { option in
            let words = Words(option.label).list
            return Synonyms.country(at: words.first == "the" ? Array(words.dropFirst()) : words) != nil
        }
        guard others.count == 1, named >= 1, named == real.count - 1 else { return nil }
        return Answer(.text(others[0].label), from: .profile)
    }

    /// The option that says what the profile calls the applicant's status.
    private func status(_ field: Field) -> Answer? {
        guard let text = profile.fact(.workAuthorization),
            PlaceMention.isAlone(citizenship, amongCountriesOf: field.label)
        else { return nil }
        if field.kind.isChoice, Words(text).containsAny(["citizen", "citizenship"]) {
            let same = field.options.filter { option in
                let words = Words(option.label)
                return !option.isPlaceholder && words.containsAny(["citizen", "citizens"]) && !words.isNegated
            }
            if !same.isEmpty { return same.count == 1 ? Answer(.text(same[0].label), from: .profile) : nil }
            // Nothing of a citizen's permission depends on an employer.
            let free = field.options.filter { option in
                let words = Words(option.label)
                return words.containsAny(["any employer", "any us employer", "any company"]) && !words.isNegated
            }
            guard citizenship == home.country, isAtHome(field.label + " " + (free.first?.label ?? "")) else {
                return nil
            }
            return free.count == 1 ? Answer(.text(free[0].label), from: .profile) : nil
        }
        return fitting((text, .profile), field)
    }

    /// The country that the profile calls its owner a citizen of.
    private func nationality(_ field: Field) -> Answer? {
        guard let text = profile.fact(.workAuthorization), Words(text).containsAny(["citizen", "citizenship"]),
            let country = profile.fact(.country), Synonyms.country(at: Words(country).list) == citizenship
        else { return nil }
        return fitting((country, .profile), field)
    }

    /// How well a language is spoken: the option that says so, or for somebody who grew up with it the best that there is.
    private func level(_ said: String, _ field: Field) -> Answer? {
        if let answer = fitting((said, .answers), field) { return answer }
        guard field.kind.isChoice, LanguageLevel(said) == .native else { return nil }
        let levels = field.options.map { $0.isPlaceholder ? nil : LanguageLevel($0.label) }
        guard let best = levels.compactMap(\.self).max(), best >= .fluent else { return nil }
        let same = levels.indices.filter { levels[$0] == best }
        return same.count == 1 ? Answer(.text(field.options[same[0]].label), from: .answers) : nil
    }

    private func pay(_ reading: QuestionReading, _ field: Field) -> Answer? {
        guard let said = said(.pay) else { return nil }
        // Who asks in another language without a currency means that of another country.
        if !reading.book.isEnglish, Self.money(field).codes.isEmpty { return nil }
        let claim = claims.first { $0.topic == .pay }
        guard let own = claim?.currencies, own.fits(Self.money(field)), Self.pays(field, for: said.text, in: own)
        else { return nil }
        return fitting(said, field)
    }

    /// The currencies that a field names anywhere.
    static func money(_ field: Field) -> Currency {
        Currency([field.label, field.hint ?? "", field.placeholder] + field.options.map(\.label))
    }

    /// Whether pay is asked for the time that it was given for.
    static func pays(_ field: Field, for given: String, in own: Currency) -> Bool {
        guard let period = PayPeriod.meant(by: given, in: own) else { return false }
        let said = [field.label, field.hint ?? "", field.placeholder]
        let options = field.kind.isChoice ? field.options.map(\.label) : []
        let asked = (said + options).map { PayPeriod.named(in: $0) }
        return asked.allSatisfy { $0.subtracting([period]).isEmpty }
    }

    /// A box for a number takes the unit that it names: two weeks are fourteen days.
    private func notice(_ answer: Answer, _ field: Field) -> Answer? {
        let text = Words(answer.value.plainText ?? "")
        let asked = Words([field.label, field.hint ?? ""].joined(separator: " "))
        let isNumber = field.kind == .number || field.kind == .range
        let isOfUnit = field.kind == .text && asked.containsAny(["in days", "in weeks", "in months", "number of days"])
        guard isNumber || isOfUnit else { return answer }
        guard let number = Amount(text.text)?.value else { return nil }
        func has(_ words: Words, _ unit: String) -> Bool { words.containsAny([unit, unit + "s"]) }
        if let unit = ["day", "week", "month"].first(where: { has(text, $0) && has(asked, $0) }) {
            return has(asked, unit) ? Answer(.text(Amount.text(number)), from: answer.source) : nil
        }
        if has(text, "week"), has(asked, "day") { return Answer(.text(Amount.text(number * 7)), from: answer.source) }
        return nil
    }

    /// The one option that has the name of the latest degree in it: "Civilingenjörsexamen", "Abgeschlossene Ausbildung".
    private func ownDegree(_ field: Field) -> Answer? {
        guard field.kind.isChoice, let degree = profile.education.first?.degree,
            profile.education.allSatisfy(isFinished), profile.education.count == 1 || heldLevel == DegreeLevel(degree)
        else { return nil }
        let name = Words(degree)
        let same = field.options.filter { option in
            let words = Words(option.label)
            return !option.isPlaceholder && words.isNegated == name.isNegated
                && (words == name || name.squeezed.count >= 8 && words.squeezed.holds(name.squeezed))
        }
        return same.count == 1 ? Answer(.text(same[0].label), from: .profile) : nil
    }

    /// The highest degree: the one option of its level.
    func degree(_ field: Field) -> Answer? {
        if let own = ownDegree(field) { return own }
        guard let level = heldLevel else { return nil }
        let said = said(.degree)
        let source = said?.source ?? .profile
        if field.kind.isChoice, !field.options.isEmpty {
            let same = field.options.filter { !$0.isPlaceholder && DegreeLevel($0.label) == level }
            return same.count == 1 ? Answer(.text(same[0].label), from: source) : nil
        }
        let best = profile.education.first { isFinished($0) && $0.degree.flatMap(DegreeLevel.init) == level }?.degree
        return fitting(said ?? best.map { ($0, .profile) }, field)
    }
}
