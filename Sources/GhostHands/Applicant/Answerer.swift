/// Finds the applicant's answer to each field of a page.
///
/// Nothing is invented (R25).
public struct Answerer: Sendable {
    let applicant: Applicant
    let answers: [(question: Question, answer: String)]
    private let keys: [FlatKey]
    private let history: History
    let knowledge: Knowledge
    let named: NamedFacts
    /// How many entries of each section the form has saved already: it shows no group for them any more.
    public var saved: [HistorySection: Int] = [:]
    /// What the forms of the page say, one text each: in which order they have the entries of a history.
    public var formTexts: [String] = []
    /// Whether the form was not taken, or cannot be sent, as it is: what has no answer yet may be demanded though nothing
    /// says so.
    public var isHeldBack = false
    private let today: String?

    /// An answerer for one applicant.
    ///
    /// - Parameters:
    ///   - applicant: whom the form is filled for.
    ///   - today: the day on which it is filled, as `2026-03-05`.
    public init(_ applicant: Applicant, today: String? = nil) {
        self.applicant = applicant
        self.today = today
        answers = applicant.answers.sorted { $0.key < $1.key }.map { (Question($0.key), $0.value) }
        history = History(applicant)
        let named = NamedFacts(applicant)
        let birth = named[.birthDate]?.text
        self.named = named
        var knowledge = Knowledge(
            applicant,
            age: birth.flatMap { birth in today.flatMap { Knowledge.years(from: birth, to: $0) } }
        )
        knowledge.thisYear = today.flatMap { CalendarDate($0) }?.year
        self.knowledge = knowledge
        keys = applicant.formData.keys.sorted().map(FlatKey.init)
    }

    /// The answers to the fields of a page.
    ///
    /// - Parameters:
    ///   - fields: the fields in reading order.
    ///   - asked: what each of them asks for.
    ///   - recalled: what a manual remembers of each of them, or nothing.
    /// - Returns: for each field its answer, or nil when the applicant gave none.
    public func answers(to fields: [Field], asked: [Asked], recalled: [Recalled?] = []) -> [Answer?] {
        let fields = isHeldBack ? fields.map(\.demanded) : fields
        let recalled = recalled.isEmpty ? Array(repeating: nil, count: fields.count) : recalled
        let former = zip(fields, recalled).map { field, recalled in recalled.flatMap { $0.field(field) } }
        let asked = zip(asked, recalled).map { asked, recalled in recalled?.asked(asked) ?? asked }
        let flat = flatAnswers(fields, former, asked)
        let places = History.places(of: zip(fields, former).map { $1 ?? $0 }, asked: asked, after: saved)
        lazy var hasOldestFirst = formTexts.contains(where: EntryOrder.isOldestFirst)
        var found: [Answer?] = []
        for index in fields.indices {
            let field = fields[index]
            // A country's code alone, with no phone beside it, may be anything's.
            let isAstray = asked[index] == .phoneCountryCode && !asked.contains(.phone)
            // Only where nobody gave an answer: what a label alone asks takes long to tell.
            lazy var profile =
                places[index].map { history.answer($0, field, oldestFirst: hasOldestFirst) }
                ?? derived(asked[index], field, former[index]).flatMap {
                    Classifier.isDoubted(index, asked, fields) ? nil : $0
                }
            let given =
                flat[index] ?? known(field) ?? knownUnderHeading(field) ?? headed(index, fields, asked[index])
                ?? former[index].flatMap(known)
            let own = given ?? (isAstray ? nil : recalled[index]?.filtered(profile) ?? profile)
            let earlier = fields.indices.prefix(index).last { asked[$0] == asked[index] && found[$0] != nil }
            let repeated =
                asked[index].canRepeat && Classifier.isRepetition(fields[index]) ? earlier.flatMap { found[$0] } : nil
            found.append(
                own ?? repeated ?? agreement(field, asked[index]) ?? reading(field) ?? related(index, fields, asked)
                    ?? decline(field, asked[index])
                    ?? unsubscription(field)
            )
        }
        found = listed(otherwise(likely(found, fields, asked), fields, asked), fields)
        let parted = measured(mailed(split(withoutCode(found, asked), fields, asked), fields, asked), fields)
        let whole = withSurnames(parted, fields, asked)
        return paid(inWhole(housed(whole, fields, asked), fields, asked), fields, asked)
    }

    /// How many groups of each section of a history a form shows, with those that it has saved.
    ///
    /// - Parameters:
    ///   - fields: the fields in reading order.
    ///   - asked: what each of them asks for.
    /// - Returns: the numbers; a section without groups is left out.
    public func groups(of fields: [Field], asked: [Asked]) -> [HistorySection: Int] {
        History.places(of: fields, asked: asked, after: saved).compactMap(\.self)
            .reduce(into: saved) { counts, place in
                counts[place.section] = max(counts[place.section, default: 0], place.group + 1)
            }
    }

    /// How many entries of a section the applicant has.
    ///
    /// - Returns: their number.
    public func entries(_ section: HistorySection) -> Int { history.count(section) }

    /// Flat data: each key belongs to the one field that names it best.
    private func flatAnswers(_ fields: [Field], _ former: [Field?], _ asked: [Asked]) -> [Answer?] {
        var found: [Answer?] = Array(repeating: nil, count: fields.count)
        var taken: Set<String> = []
        // Also those whose key says nothing.
        var held: Set<Int> = []
        let names = zip(fields, former).map { FieldNames($0).joined(with: $1.map(FieldNames.init)) }
        for likeness in FlatKey.Likeness.allCases {
            for key in keys where !taken.contains(key.text) {
                let open = fields.indices.filter {
                    !held.contains($0) && fields[$0].kind != .file && key.isLike(names[$0], asked[$0], likeness)
                        && (likeness.isExact || !(asked[$0].canRepeat && Classifier.isRepetition(fields[$0])))
                }
                // Two fields that fit a loose likeness are one too many: a guess could be the wrong one.
                guard let first = open.first, likeness.isExact || open.count == 1 else { continue }
                held.insert(first)
                found[first] = applicant.formData[key.text].flatMap(Answer.Value.init).map {
                    Answer($0, from: .formData)
                }
                taken.insert(key.text)
            }
        }
        return found
    }

    private func known(_ field: Field) -> Answer? {
        guard !answers.isEmpty, field.kind != .file, !field.label.isEmpty else { return nil }
        // "Date of birth" under "Your child" is not asked of the applicant, and was not answered for the child.
        if let fact = AskedRule.asked(by: Words(field.label)), fact.isPlain, !Classifier.isOwn(fact, field) {
            return nil
        }
        // "If you selected self-describe, please specify your pronouns" follows another answer.
        if Words(field.label).containsAny(Self.ofOthers), field.kind != .checkbox { return nil }
        return answered(Question.all(in: field.label))
    }

    static let ofOthers = [
        "if you selected", "if you chose", "if you answered", "if self describe", "if other", "if selected",
        "if you picked",
        // Nor is what somebody else does asked of the applicant.
        "does your employer", "does your company", "does your current employer", "does your present employer",
        "has your employer", "did your employer", "is your employer",
    ]

    /// The same where the question names the heading as well: "Reference 1: name".
    private func knownUnderHeading(_ field: Field) -> Answer? {
        guard !answers.isEmpty, field.kind != .file, !field.label.isEmpty, let heading = field.section else {
            return nil
        }
        return answered([Question("\(heading) \(field.label)")])
    }

    /// The same where a heading asks, over this field alone: "Position" under "Choose the job you apply for".
    private func headed(_ index: Int, _ fields: [Field], _ asked: Asked) -> Answer? {
        let field = fields[index]
        guard asked == .question, field.kind != .file, field.kind != .checkbox,
            !answers.isEmpty, let heading = field.sections.first ?? field.lines.first, Words(heading).list.count >= 3
        else { return nil }
        let isAlone = fields.indices.allSatisfy { other in
            other == index || !(fields[other].sections + fields[other].lines).contains(heading)
        }
        return isAlone ? answered(Question.all(in: heading)) : nil
    }

    private func answered(_ questions: [Question]) -> Answer? {
        answer(of: answers.filter { questions.contains($0.question) }.map(\.answer))
    }

    /// The answer that was given to a question, where it was given once or more; one that contradicts itself is refused.
    func answer(of given: [String]) -> Answer? {
        guard let first = given.first else { return nil }
        var answer = Answer(.text(first), from: .answers)
        let isOne = Set(given.map(Words.init)).count == 1
        if !isOne { answer.refusal = "the answers to this question contradict each other" }
        return answer
    }

    /// What follows for a question, else the fact that the field names.
    private func derived(_ asked: Asked, _ field: Field, _ former: Field?) -> Answer? {
        let reading = field.label.isEmpty ? nil : QuestionReading(field.label) ?? Self.row(field)
        if let answer = reading.flatMap({ knowledge.answer($0, field) }).flatMap({ fits($0, field) ? $0 : nil })
            ?? knowledge.answer(field)
        {
            return asFact(answer, asked, field, former)
        }
        // "US Citizen" is no answer to "Are you authorized to work here?".
        let asksWhether = reading?.asksWhether ?? false || WorkQuestion(Words(field.label)) != nil
        let status = applicant.profile.fact(.workAuthorization).map { Words($0).text } ?? ""
        if asked == .workAuthorization, asksWhether, !["yes", "no", "true", "false"].contains(status),
            !field.kind.isChoice || YesNo.areOffered(by: field.options)
        {
            return nil
        }
        if asked == .degree, let answer = knowledge.degree(field) { return answer }
        // "Expected salary per year, in thousands" asks for the same fact.
        let isPay = asked == .question && reading.map(Self.isPlainPay) == true
        guard let fact = fact(isPay ? .salary : asked, field, former) else {
            return asked == .question ? combined(field) ?? county(field) : asked == .state ? provinceOfCity(field) : nil
        }
        if asked == .location, let parts = combinedAside(field) { return parts }
        if asked == .location, let place = place(offeredBy: field, insteadOf: fact) { return place }
        if asked == .state, case .refused = Fit.fit(fact.value, to: field) { return provinceOfCity(field) ?? fact }
        if asked == .country, case .refused = Fit.fit(fact.value, to: field) {
            // "Kraj" is a country in Poland, and a part of one in Czechia.
            return Knowledge.elsewhere(field) ?? self.state(offeredBy: field) ?? fact
        }
        return fact
    }

    /// Whether a list that is known has what it is answered with.
    private func fits(_ answer: Answer, _ field: Field) -> Bool {
        guard field.kind.isChoice, !field.options.isEmpty else { return true }
        if case .refused = Fit.fit(answer.value, to: field) { return false }
        return true
    }

    /// What follows from the profile, as the fact that says the same where there is one: a manual can give that again.
    private func asFact(_ answer: Answer, _ asked: Asked, _ field: Field, _ former: Field?) -> Answer {
        guard asked == .workAuthorization || asked == .sponsorship, answer.source == .profile,
            let fact = fact(asked, field, former),
            Fit.fit(fact.value, to: field) == Fit.fit(answer.value, to: field)
        else { return answer }
        return fact
    }

    /// Whether a question asks for the pay that somebody looks for and nothing else; one in another language than English
    /// may mean another money.
    private static func isPlainPay(_ reading: QuestionReading) -> Bool {
        reading.matters.map(\.topic) == [.pay] && reading.scope.isEmpty && reading.book.isEnglish
    }

    private func state(offeredBy field: Field) -> Answer? {
        guard let state = applicant.profile.fact(.state), !field.options.isEmpty,
            case .options = Fit.fit(.text(state), to: field)
        else { return nil }
        return Answer(.text(state), from: .profile)
    }

    private func fact(_ asked: Asked, _ field: Field, _ former: Field?) -> Answer? {
        if field.kind == .file { return file(asked, field) ?? former.flatMap { file(asked, $0) } }
        // Who may work at home may not therefore work in another country.
        if asked == .workAuthorization, let country = WorkQuestion(Words(field.label))?.country,
            country != knowledge.home.country
        {
            return nil
        }
        // Nor who needs no sponsor at home.
        if asked == .sponsorship, !PlaceMention.isAlone(knowledge.home.country, amongCountriesOf: field.label) {
            return nil
        }
        let text =
            switch asked {
            case .today: today
            case .phoneCountryCode: phone?.code(for: field)
            case .salary: (applicant.profile.fact(.salary) ?? named[.salary]?.text).flatMap { salary($0, field) }
            case .middleName:
                (applicant.profile.fact(.middleName) ?? named[.middleName]?.text).map { Self.initial($0, field) }
            case .fullName: NameOrder(field.label).name(of: applicant.profile)
            default: applicant.profile.fact(asked)
            }
        guard let text else { return named[asked].map { Answer(.text($0.text), from: $0.source) } }
        var answer = Answer(.text(text), from: .profile)
        answer.template = asked.isSecret ? nil : Template(.fact(asked))
        return answer
    }

    /// A range as it was given; a box for one number gets the least that the applicant named, or the most where it
    /// asks for that.
    private func salary(_ given: String, _ field: Field) -> String? {
        let (own, shown, words) = (money(of: given), Knowledge.money(field), Words(field.label))
        guard own.fits(shown), Knowledge.pays(field, for: given, in: own) else { return nil }
        // A bare number is read as money of the country whose language asks for it.
        if shown.codes.isEmpty, field.kind != .text || !field.pattern.isEmpty, let meant = Tongue.money(asking: words),
            !own.codes.isEmpty, own.codes.isDisjoint(with: meant)
        {
            return nil
        }
        let numbers = Amount.all(in: given)
        let isMost = words.containsAny(["maximum", "max"])
        let isBound = isMost || words.containsAny(["minimum", "min", "from"])
        guard numbers.count == 2, isBound || field.kind == .number || field.kind == .range,
            let bound = isMost ? numbers.max() : numbers.min()
        else { return given }
        return Amount.text(bound)
    }

    private static func initial(_ name: String, _ field: Field) -> String {
        let isInitial = field.maxLength == 1 || Words(field.label).containsAny(["initial", "initials", "m i"])
        return isInitial ? String(name.prefix(1)) : name
    }

    private func file(_ asked: Asked, _ field: Field) -> Answer? {
        let names = FieldNames(field)
        let named = applicant.files.keys.sorted().first { names.exact.contains($0) || names.words.contains(Words($0)) }
        let name = named ?? (asked == .resume ? Applicant.resumeFile : nil)
        return name.flatMap { applicant.files[$0] }.map { path in
            var answer = Answer(.file(path), from: .profile)
            answer.template = Template(.file)
            return answer
        }
    }

    /// Who asks us to apply agrees to the terms without which there is no applying (docs/decisions/0005); what says
    /// anything else, and what is not required, stays theirs to say.
    private func agreement(_ field: Field, _ asked: Asked) -> Answer? {
        let isAgreement = asked == .consent && field.isRequired && Agreement.isMere(field)
        guard isAgreement else { return nil }
        guard field.kind.isChoice, let choice = YesNo.choice(true, in: field.options) else {
            return Answer(.yes(true), from: .defaultOfForm)
        }
        return Answer(.text(field.options[choice].label), from: .defaultOfForm)
    }

    /// What a page has ticked already so that the applicant gets news nobody asked for.
    private func unsubscription(_ field: Field) -> Answer? {
        guard field.kind == .checkbox, field.isAnswered, !field.isRequired, Advertising.isOrdered(by: field.label)
        else {
            return nil
        }
        return Answer(.yes(false), from: .defaultOfForm)
    }

    private func decline(_ field: Field, _ asked: Asked) -> Answer? {
        guard field.kind.isChoice, !field.isAnswered || field.isClaim(asked),
            field.isRequired || Equality.isAsked(by: field), !knowledge.tells(of: field)
        else {
            return nil
        }
        // What a list offers shows only when it is open; questions of this sort nearly always let one decline.
        if field.kind == .combobox, field.isRequired, field.options.isEmpty, asked.isOfEquality {
            return Answer(.text("Prefer not to say"), from: .defaultOfForm)
        }
        guard let option = OptionMatcher.decline(in: field.options) else { return nil }
        return Answer(.text(field.options[option].label), from: .defaultOfForm)
    }
}

extension Field {
    /// The same, as one that has to be answered.
    fileprivate var demanded: Field {
        var field = self
        field.isRequired = isRequired || !isAnswered
        return field
    }
}

extension Asked {
    /// Whether a form may ask for it twice, to be sure.
    fileprivate var canRepeat: Bool { self != .question && self != .consent }
}
