/// Choices that are sentences about the applicant: "I can work in the US without sponsorship".
extension Knowledge {
    /// The one choice that is true, where every other is false.
    func statement(_ field: Field) -> Answer? {
        let offered = field.options.filter { !$0.isPlaceholder }
        // Two sentences of which one denies the other are a yes and a no to a label that asks; where it asks nothing
        // they say it themselves.
        let areSentences = offered.allSatisfy { YesNo.said(by: $0.label) == nil }
        guard field.kind.isChoice, 2...7 ~= offered.count,
            !YesNo.areOffered(by: offered) || areSentences && QuestionReading(field.label) == nil
        else { return nil }
        if let status = statusAmong(offered, field) { return status }
        // It is true of whom nothing else is true of.
        let real = offered.filter { !Self.isNoneOfThem($0) }
        let said = real.map { holds($0.label) }
        var truths: [Int] = []
        for index in real.indices {
            let words = Words(real[index].label)
            let isHalf = words.containsAny(["but", "in the process"])
            // "I live elsewhere" is false of whom "I live in Austin" is true of.
            let isElsewhere = words.contains("elsewhere") && said.contains(true)
            guard let isTrue = said[index] ?? (isHalf || isElsewhere ? false : nil) else { return nil }
            if isTrue { truths.append(index) }
        }
        guard truths.count == 1, let index = truths.first, isAtHome(field.label) else { return nil }
        return Answer(.text(real[index].label), from: .profile)
    }

    /// A sentence of the applicant's own that is to be called true or false: "I will need a visa"; also behind what a yes
    /// stands for, as in "By selecting yes, you confirm that you do not need a visa".
    func ownStatement(_ field: Field) -> Answer? {
        guard field.kind.isChoice, YesNo.areOffered(by: field.options), isAtHome(field.label) else { return nil }
        let selected = field.label.split(separator: ".").map { Words(String($0)) }.first {
            $0.containsAny(Self.selecting)
        }
        var said = field.label
        if let selected {
            guard let rest = selected.rest(after: ["that you"]) else { return nil }
            said = "I \(rest.text)"
        }
        guard let isTrue = holds(said), selected == nil || isTrue,
            let choice = YesNo.choice(isTrue, in: field.options)
        else { return nil }
        return Answer(.text(field.options[choice].label), from: .profile)
    }

    /// A box beside "I am at least 18 years old", for whom that is true.
    func ownAge(_ reading: QuestionReading, _ field: Field) -> Answer? {
        guard reading.matters == [.init(topic: .adult, isInverse: false)], reading.scope.isEmpty, !reading.isNegated,
            reading.words.list.first == "i", Sentence(field.label).context.list.isEmpty,
            verdict(reading) == true
        else { return nil }
        return Answer(.yes(true), from: .answers)
    }

    private static let selecting = ["selecting", "choosing", "answering", "clicking", "ticking"].map { "by \($0) yes" }

    private static func isNoneOfThem(_ option: FieldOption) -> Bool {
        ["none of the above", "none of these", "none of the above applies", "none of the above apply", "none"]
            .contains(Words(option.label).text)
    }

    /// The one choice among states of citizenship and of residence that is a citizen's of the applicant's own country.
    private func statusAmong(_ options: [FieldOption], _ field: Field) -> Answer? {
        let states = options.count { Words($0.label).containsAny(Self.states) }
        guard isCalledCitizen, states >= 3, isAtHome(field.label), Classifier.isOwn(.workAuthorization, field) else {
            return nil
        }
        let own = options.filter { option in
            let words = Words(option.label)
            guard words.containsAny(["citizen", "citizens", "citizenship"]), !words.isNegated,
                !words.containsAny([
                    "dual", "former", "other", "permanent", "green card", "noncitizen", "non citizen",
                ])
            else { return false }
            return isOfOwnCountry(words)
        }
        return own.count == 1 ? Answer(.text(own[0].label), from: .profile) : nil
    }

    private static let states = [
        "citizen", "citizens", "citizenship", "permanent resident", "green card", "refugee", "asylee", "visa", "asylum",
        "need sponsorship", "work permit", "protected person", "national",
    ]

    /// "I have no convictions: true, false" is what "Do you have any?" is not.
    func denial(_ field: Field) -> Answer? {
        let said = field.options.filter { !$0.isPlaceholder }.map { Words($0.label).text }
        guard field.kind.isChoice, YesNo.areOffered(by: field.options) else { return nil }
        if let choice = deniedStatement(field) { return choice }
        guard Set(said) == ["true", "false"] else { return nil }
        let opening = ["i have no ", "i do not have any ", "i dont have any "]
        let label = field.label.lowercased()
        guard let start = opening.first(where: label.hasPrefix),
            let asked = QuestionReading("Do you have any \(field.label.dropFirst(start.count))"), !asked.isNegated,
            let verdict = verdict(asked), let choice = YesNo.choice(!verdict, in: field.options)
        else { return nil }
        return Answer(.text(field.options[choice].label), from: .answers)
    }

    /// "I have never been convicted of a crime" and "I do not hold a clearance" are true of whom the same without the
    /// denial is not.
    private func deniedStatement(_ field: Field) -> Answer? {
        let words = Sentence(field.label).words.list.drop { Self.vowing.contains($0) }
        guard words.first == "i" else { return nil }
        let denials = words.indices.filter { Self.denials.contains(words[$0]) }
        guard denials.count == 1, let at = denials.first, !Words(list: Array(words)).containsAny(["or", "and"])
        else { return nil }
        let ever = words[at] == "never" ? ["ever"] : []
        let rest = words[..<at].filter { $0 != "do" && $0 != "does" } + ever + words[(at + 1)...]
        guard let reading = QuestionReading(rest.joined(separator: " ")), !reading.isNegated, !reading.isLedByOthers,
            let verdict = verdict(reading), let choice = YesNo.choice(!verdict, in: field.options)
        else { return nil }
        return Answer(.text(field.options[choice].label), from: .answers)
    }

    private static let denials: Set<String> = ["not", "never", "dont", "havent", "cannot"]
    /// How somebody says that what follows is true.
    private static let vowing: Set<String> = ["certify", "confirm", "declare", "hereby", "state", "that", "affirm"]

    /// Whether a question speaks of no other country than the applicant's.
    func isAtHome(_ label: String) -> Bool {
        PlaceMention.all(in: Sentence(label).tokens).places.allSatisfy { place in
            if case .country(let number) = place { return number == citizenship && number == home.country }
            return false
        }
    }

    /// Whether a sentence is true of the applicant; nil where that does not follow.
    private func holds(_ text: String) -> Bool? {
        let words = Words(text)
        // "Not now, but later" is half of it.
        guard !words.contains("but") else { return nil }
        let text = Self.twice.reduce(text) { $0.replacing($1, with: "do not") }
        if words.list.first == "i", words.containsAny(Self.presentWork) {
            return claims.contains { $0.topic == .formerEmployee && $0.says == false } ? false : nil
        }
        if words.list.first == "i", isOtherStatus(words) { return citizenship == home.country ? false : nil }
        if words.isNegated, let both = bothHold(text) { return both }
        guard let reading = QuestionReading(text), reading.words.list.first == "i",
            // "I have no right to work there and need a visa" denies one of two.
            !(reading.isNegated && reading.words.contains("and")),
            reading.matters.allSatisfy({ Self.stated.contains($0.topic) }), let verdict = verdict(reading)
        else { return nil }
        guard reading.isNegated else { return verdict }
        // One denial turns it round; more are not counted.
        let denials = reading.words.list.count {
            ["not", "dont", "cannot", "cant", "wont", "never", "havent"].contains($0)
        }
        return denials == 1 && !reading.words.contains("without") ? !verdict : nil
    }

    /// "I can work in the US and will not need a sponsor", of which each half is a sentence; nil where one is none.
    private func bothHold(_ text: String) -> Bool? {
        guard text.hasPrefix("I "), let and = text.firstRange(of: " and ") else { return nil }
        let halves = [String(text[..<and.lowerBound]), "I " + text[and.upperBound...]]
        let held = halves.compactMap(holds)
        return held.count == 2 ? held.allSatisfy(\.self) : nil
    }

    private static let presentWork = [
        "work here now", "currently work here", "work here currently", "am currently employed here",
        "am a current employee", "am currently an employee", "currently work for this company",
    ]

    private static let twice = [
        "do not and will not", "do not now and will not", "do not now or will not", "will not now or in the future",
    ]

    /// "I am a permanent resident", "I have a student visa": what a citizen has not.
    private func isOtherStatus(_ words: Words) -> Bool {
        let others = [
            "permanent resident", "green card", "visa", "ead", "opt", "cpt", "work permit", "asylee", "refugee", "daca",
        ]
        let isCitizen = Words(profile.fact(.workAuthorization) ?? "").containsAny([
            "citizen", "citizenship", "national",
        ])
        return isCitizen && words.containsAny(others) && !words.isNegated
            && !words.containsAny(["citizen", "citizens", "need", "require", "sponsorship", "any"])
    }

    private static let stated: Set<Topic> = [
        .workAuthorization, .sponsorship, .citizenship, .residence, .adult, .nonCompete, .formerEmployee, .relatives,
        .clearance, .driversLicense, .conviction, .referral,
    ]
}
