/// What follows from an applicant's profile and answers for the topics of questions.
///
/// An answer is used for another question only where both ask about the same, and its condition holds for the other too.
struct Knowledge: Sendable {
    let profile: Profile
    /// What the applicant answered, each answer under what it was about.
    let claims: [Claim]
    let home: Home
    /// How many years old the applicant is; nil where that is not known.
    let age: Int?
    /// The year in which the form is filled; nil where that is not known.
    var thisYear: Int?

    /// One answer of the applicant's.
    struct Claim: Sendable {
        let topic: Topic
        let places: [PlaceMention]
        let scope: Set<String>
        let bound: Double?
        let text: String
        /// What it says of its topic; nil where it says neither yes nor no.
        let says: Bool?
        /// The currencies it is in, for money.
        let currencies: Currency
        /// The languages it is about.
        let languages: Set<String>
    }

    /// Where the applicant lives.
    struct Home: Sendable {
        let country: Int?
        let state: String?
        let city: String?
    }

    /// - Parameters:
    ///   - applicant: whose they are.
    ///   - age: how many years old they are; nil where that is not known.
    init(_ applicant: Applicant, age: Int? = nil) {
        profile = applicant.profile
        claims = applicant.answers.sorted { $0.key < $1.key }.compactMap { Claim($0.key, $0.value) }
        let country = profile.fact(.country).map(Words.init)
        self.age = age
        home = Home(
            country: country.flatMap { Synonyms.country(at: $0.list) },
            state: profile.fact(.state),
            city: profile.fact(.city)
        )
    }

    /// The answer to a field, and where it comes from.
    ///
    /// - Parameters:
    ///   - reading: what the field's label asks.
    ///   - field: the field.
    /// - Returns: nil where it does not follow.
    func answer(_ reading: QuestionReading, _ field: Field) -> Answer? {
        guard field.kind != .file else { return nil }
        if field.kind == .checkbox { return ownAge(reading, field) }
        if let answer = ownStatement(field) ?? denial(field) { return answer }
        if reading.isNegated {
            let isStatement = reading.words.list.first == "i"
            return !isStatement && mayWorkFreely(reading) ? affirmed(reading, field) : nil
        }
        let isChoice = field.kind.isChoice && !field.options.isEmpty
        if isChoice ? YesNo.areOffered(by: field.options) : reading.asksWhether {
            guard let verdict = verdict(reading) else { return nil }
            let source: Answer.Source = reading.matters.contains { isClaimed($0.topic) } ? .answers : .profile
            if isChoice {
                return YesNo.choice(verdict, in: field.options).map {
                    Answer(.text(field.options[$0].label), from: source)
                }
            }
            guard [.text, .textarea, .combobox].contains(field.kind) else { return nil }
            // "If so, who?" in the same box wants more than a yes.
            if verdict, FollowUp.isAsked(of: true, by: field.label) || !reading.further.list.isEmpty { return nil }
            if reading.further.containsAny(["why", "how"]) { return nil }
            let said = verdict ? reading.book.yes : FollowUp.ifNot(field.label) ?? reading.book.no
            return Answer(.text(said), from: source)
        }
        if isChoice, reading.asksWhether, verdict(reading) == false, let none = Self.none(in: field) { return none }
        if isChoice, reading.matters.map(\.topic) == [.residence], reading.scope.isEmpty { return ownPlace(field) }
        guard reading.matters.count == 1, reading.further.list.isEmpty, Classifier.isOwn(.startDate, field) else {
            return nil
        }
        return value(reading.matters[0].topic, reading, field)
    }

    /// The answer to a field whose label is no question about a topic.
    ///
    /// - Returns: nil where it does not follow.
    func answer(_ field: Field) -> Answer? {
        let told: Answer? = statement(field) ?? offeredPay(field) ?? levelOfExperience(field) ?? ownPronouns(field)
        if let told { return told }
        return skills(among: field) ?? employment(field) ?? schooling(field) ?? formerEmployer(field)
    }

    private func affirmed(_ reading: QuestionReading, _ field: Field) -> Answer? {
        if !field.options.isEmpty {
            return YesNo.choice(true, in: field.options).map { Answer(.text(field.options[$0].label), from: .profile) }
        }
        return [.text, .combobox].contains(field.kind) ? Answer(.text(reading.book.yes), from: .profile) : nil
    }

    /// "Not applicable", where every other choice is a kind of yes.
    static func none(in field: Field) -> Answer? {
        let names: Set = ["not applicable", "n a", "na", "none", "neither", "not required", "none of the above"]
        let same = field.options.filter { !$0.isPlaceholder && names.contains(Words($0.label).text) }
        return same.count == 1 ? Answer(.text(same[0].label), from: .answers) : nil
    }

    /// The one choice that denies, where every other says what kind: "I do not hold a clearance".
    static func denied(in field: Field) -> Answer? {
        let denying = field.options.filter { option in
            let words = Words(option.label)
            return !option.isPlaceholder && words.isNegated && OptionMatcher.decline(in: [option]) == nil
                && !words.containsAny(["but", "willing", "eligible", "able", "expired", "lapsed"])
        }
        return field.options.count >= 3 && denying.count == 1 ? Answer(.text(denying[0].label), from: .answers) : nil
    }

    /// Whether the applicant has answered something of the kind: then nobody declines to answer it for them.
    func tells(of field: Field) -> Bool {
        Self.offersPronouns(field) && isClaimed(.pronouns)
            || QuestionReading(field.label)?.matters.contains { isClaimed($0.topic) } ?? false
    }

    func isClaimed(_ topic: Topic) -> Bool { claims.contains { $0.topic == topic } }

    /// What a question that takes yes or no comes to: all its parts must say the same.
    func verdict(_ reading: QuestionReading) -> Bool? {
        let all = reading.matters.map { matter in
            verdict(matter.topic, reading).map { $0 != matter.isInverse }
        }
        guard let first = all.first else { return nil }
        if all.allSatisfy({ $0 == first }) { return first }
        // Who must be this and that, and is not that, need not be asked for the rest.
        let isJoined =
            !reading.isAlternative && reading.matters.allSatisfy { Self.demanded.contains($0.topic) && !$0.isInverse }
        return isJoined && all.contains(false) ? false : nil
    }

    /// What a job may demand of whoever does it.
    private static let demanded: Set<Topic> = [
        .citizenship, .clearance, .degree, .experience, .residence, .driversLicense, .carLicense, .adult,
    ]

    private func verdict(_ topic: Topic, _ reading: QuestionReading) -> Bool? {
        switch topic {
        case .residence: residence(reading)
        case .citizenship: isCitizen(reading)
        case .visa: holdsVisa(reading)
        case .restriction: isRestricted(reading)
        case .workAuthorization: mayWork(reading)
        case .sponsorship: needsSponsor(reading)
        case .experience: hasYears(reading)
        case .degree: hasDegree(reading)
        case .language: speaks(reading)
        case .skill: hasSkill(reading)
        case .office: isInOffice(reading)
        case .adult: claimed(topic, reading) ?? isAdult(reading)
        case .relocation: isNear(reading) ? claimed(topic, reading) : nil
        case .travel: isSomeTravel(reading) ? claimed(topic, reading) : nil
        case .formerEmployee: isOfAsker(reading) ? claimed(topic, reading) : nil
        case .pay, .start, .notice, .source, .pronouns, .home, .nationality, .immigrationStatus: nil
        default: claimed(topic, reading)
        }
    }

    /// What the applicant's own answers to such a question say; nil where they say nothing or contradict each other.
    func claimed(_ topic: Topic, _ reading: QuestionReading) -> Bool? {
        let said = claims.filter { $0.topic == topic && $0.covers(reading) }.compactMap(\.says)
        return said.allSatisfy { $0 == said[0] } ? said.first : nil
    }
}
