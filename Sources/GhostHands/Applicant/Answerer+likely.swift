extension Answerer {
    /// The answers to required questions that the applicant answered for another form, in its words: all that one of the
    /// two questions is about is in the other as well, and the answer is one that this field takes.
    ///
    /// A bare yes or no fits every such question: there both must be about the same. An answer that says more tells by
    /// itself that it belongs here: one of the choices says it. What two fields would take goes to neither, nor does what
    /// a field has the choice of two of.
    ///
    /// - Parameters:
    ///   - found: what was found so far.
    ///   - fields: the fields in reading order.
    ///   - asked: what each of them asks for.
    /// - Returns: the same with what was found so.
    func likely(_ found: [Answer?], _ fields: [Field], _ asked: [Asked]) -> [Answer?] {
        let open = fields.indices.filter { found[$0] == nil && Self.mayBeLikely(fields[$0], asked[$0]) }
        guard !open.isEmpty, !answers.isEmpty else { return found }
        let closed = Set(fields.indices).subtracting(open).map { Self.cores(of: fields[$0]) }
        let free = answers.indices.filter { place in
            !closed.contains { $0.contains { answers[place].question.core.isSame(as: $0) } }
        }
        let given = free.map { (place: $0, answer: PhrasedAnswer(answers[$0].question, answers[$0].answer)) }
        let pairs = open.flatMap { index in
            let own = Self.questions(of: fields[index]).map(TwofoldMatter.init)
            return given.compactMap { given in
                own.lazy.compactMap { way(given.answer, to: $0, fields[index]) }.first.map { (index, given.place, $0) }
            }
        }
        var found = found
        for (index, place, way) in pairs
        where pairs.count(where: { $0.0 == index }) == 1 && pairs.count(where: { $0.1 == place }) == 1 {
            found[index] = way == .turned ? denied(place) : answer(of: [answers[place].answer])
        }
        return detailed(found, fields, open)
    }

    /// How an answer goes to a question in other words.
    private enum Way {
        case asItIs
        /// "May we call you?" is no where the box is for "Do not call me".
        case turned
    }

    private func denied(_ place: Int) -> Answer? {
        YesNo.said(by: answers[place].answer).map { Answer(.yes(!$0), from: .answers) }
    }

    private func way(_ given: PhrasedAnswer, to asked: TwofoldMatter, _ field: Field) -> Way? {
        if isLikely(given, for: asked, field) { return .asItIs }
        return isDenied(given, by: asked, field) ? .turned : nil
    }

    /// Whether a box is for the very opposite of what was asked: the same in all its words but the denial.
    private func isDenied(_ given: PhrasedAnswer, by asked: TwofoldMatter, _ field: Field) -> Bool {
        let question = asked.plain.question
        guard field.kind == .checkbox, given.isYesNo, given.core.isNegated != question.core.isNegated,
            given.core.signs == question.core.signs,
            ![given.matter.question, question].contains(where: { $0.text.isTwiceNegated })
        else { return false }
        let (theirs, own) = (given.matter.affirmed, asked.ofYesNo.affirmed)
        let isSame = theirs.isAbout(own) && own.isAbout(theirs) || theirs.isOfSameSubjects(as: own)
        return isSame && theirs.turns == own.turns
    }

    /// What a follow-up asks where the answer before it says it already: "Which category?" after "Yes, category B".
    private func detailed(_ found: [Answer?], _ fields: [Field], _ open: [Int]) -> [Answer?] {
        var found = found
        for index in open where index > 0 && found[index] == nil {
            guard fields[index].isRequired, fields[index].kind.isChoice, found[index - 1]?.source == .answers,
                Self.questions(of: fields[index]).prefix(1).allSatisfy({ Matter($0, isYesNo: false).isBare })
            else { continue }
            let details = Set(self.details(of: fields[index - 1]))
            guard details.count == 1, let text = details.first else { continue }
            if case .options(let chosen) = Fit.fit(.text(text), to: fields[index]), !chosen.isEmpty {
                found[index] = Answer(.text(text), from: .answers)
            }
        }
        return found
    }

    /// What stands behind the yes of the answers to what a field asks.
    private func details(of field: Field) -> [String] {
        let own = Self.questions(of: field).map { Matter($0, isYesNo: true) }
        return answers.compactMap { question, answer in
            guard YesNo.said(by: answer) == true, let comma = answer.firstIndex(of: ",") else { return nil }
            let theirs = Matter(question, isYesNo: true)
            let isMeant = own.contains { theirs.isAbout($0) && $0.isAbout(theirs) }
            return isMeant ? answer[answer.index(after: comma)...].trimmed : nil
        }
    }

    /// The lists to which an answer may belong, whose choices nobody has seen: it was given to a question that no field of
    /// the form asks in its words, and nothing says that this is another one.
    ///
    /// - Parameters:
    ///   - lists: the places of the lists among the fields.
    ///   - fields: the fields of the form.
    /// - Returns: the places of those lists.
    public func listsToSee(_ lists: [Int], among fields: [Field]) -> Set<Int> {
        guard !answers.isEmpty, !lists.isEmpty else { return [] }
        let cores = fields.flatMap(Self.cores)
        let free = answers.map(\.question).filter { given in !cores.contains { given.core.isSame(as: $0) } }
            .map { Matter($0, isYesNo: false) }
        return Set(
            lists.filter { list in
                let own = Self.questions(of: fields[list]).map { Matter($0, isYesNo: false) }
                return free.contains { given in own.contains { $0.isBare || given.shares(with: $0) > 0 } }
            }
        )
    }

    private static func mayBeLikely(_ field: Field, _ asked: Asked) -> Bool {
        guard field.isRequired || !field.options.isEmpty || field.kind == .checkbox, field.kind != .file,
            !field.label.isEmpty, !asked.isPersonal,
            !asked.isSecret
        else {
            return false
        }
        if field.kind != .checkbox, Words(field.label).containsAny(ofOthers) { return false }
        // A list of units takes a part of an answer.
        if listsUnits(field) { return false }
        let headings = Headings(field)
        return !headings.isOthers && !headings.isHistory && asked != .birthDate
    }

    private func isLikely(_ given: PhrasedAnswer, for asked: TwofoldMatter, _ field: Field) -> Bool {
        let (theirs, answer, question) = (given.matter, given.text, asked.plain.question)
        let own = given.isYesNo ? asked.ofYesNo : asked.plain
        guard given.core.signs == question.core.signs, given.core.isNegated == question.core.isNegated,
            given.core.isOfSameTime(as: question.core), isOfSameMeasure(theirs.question, answer, field)
        else {
            return false
        }
        if given.isYesNo { return isLikelyYesNo(given, own, field) }
        guard theirs.turns == own.turns, isOfSamePay(theirs, own) else { return false }
        // What is word for word one of the choices belongs to them, where both ask about one thing, or the question named
        // the choices itself.
        let choices = field.options.filter { !$0.isPlaceholder }.map { Words($0.label) }
        if choices.contains(Words(answer)) {
            if theirs.shares(with: own) > 0 || choices.count(where: theirs.names) > 1 { return true }
        }
        let isSame =
            theirs.isAbout(own) && own.isAbout(theirs) || theirs.isOnlyPay && own.isOnlyPay
            || field.kind.isChoice && !field.options.isEmpty && theirs.isOfSameSubjects(as: own)
        // Few answers are a time of day or a week, and few fields ask for one.
        let isRare = [.time, .dateTime, .week].contains(field.kind) && theirs.shares(with: own) > 0
        guard field.isRequired || isSame && field.kind.isChoice,
            isRare || isSame || theirs.isAbout(own) || own.isAbout(theirs)
        else {
            return false
        }
        // What a list has is seen once it is open, and chosen only where it says so.
        if field.kind == .combobox, field.options.isEmpty { return field.isRequired }
        let fit = Fit.fit(.text(answer), to: field)
        if case .refused = fit { return false }
        guard field.kind.isChoice else {
            if [.time, .dateTime, .week].contains(field.kind) { return true }
            // "When did you start to program?" is not "When could you start?".
            if isOfTime(field) { return theirs.isAbout(own) && own.isAbout(theirs) }
            // Free words fit every box: there they must be about the same thing.
            // The years with Python are not those with one of its libraries.
            let isWide = theirs.isAbout(own) || Amount(answer) == nil
            return isSame || isWide && theirs.shares(with: own) > 1
        }
        if case .options(let chosen) = fit { return !chosen.isEmpty }
        return false
    }
}

extension Answerer {
    /// Whether a bare yes or no answers a field as well.
    private func isLikelyYesNo(_ given: PhrasedAnswer, _ own: Matter, _ field: Field) -> Bool {
        let (theirs, kind) = (given.matter, own.question.core.kind)
        guard field.isRequired || field.kind == .checkbox else { return false }
        let isAsked = field.kind == .checkbox || YesNo.areOffered(by: field.options) || kind.isWhether
        guard isAsked, given.core.kind.isLike(kind) else { return false }
        if field.kind == .checkbox, theirs.turns == own.turns, theirs.isOfSameSubjects(as: own) { return true }
        // A box that stands ticked says yes to what was denied.
        let isTaken = field.kind == .checkbox && field.isAnswered && YesNo.said(by: given.text) == false
        if isTaken, own.isAbout(theirs), theirs.shares(with: own) > 1 { return true }
        return theirs.isAbout(own) && own.isAbout(theirs)
            && (theirs.shares(with: own) > 1 || theirs.tellsAbility == own.tellsAbility)
    }

    /// Whether none of two questions asks for pay, or both for the pay of the same time, before the same deductions.
    private func isOfSamePay(_ theirs: Matter, _ own: Matter) -> Bool {
        guard theirs.isOfPay || own.isOfPay else { return true }
        let (given, asked) = (theirs.question.text, own.question.text)
        let periods = [given, asked].map { PayPeriod.named(in: $0.text) }
        return theirs.isOfPay && own.isOfPay && !periods[0].isEmpty && periods[0] == periods[1]
            && PayWords.isNet(given) == PayWords.isNet(asked)
    }

    private func isOfTime(_ field: Field) -> Bool { [.date, .month, .time, .dateTime, .week].contains(field.kind) }
}

/// What a field asks, read for an answer that says something and for a bare yes or no.
private struct TwofoldMatter {
    let plain: Matter
    let ofYesNo: Matter

    init(_ question: Question) {
        plain = Matter(question, isYesNo: false)
        ofYesNo = Matter(question, isYesNo: true)
    }
}

/// An answer, and what the question that it was given to is about.
private struct PhrasedAnswer {
    let text: String
    let isYesNo: Bool
    let matter: Matter
    var core: Question.Core { matter.question.core }

    init(_ question: Question, _ text: String) {
        self.text = text
        isYesNo = YesNo.said(by: text) != nil
        matter = Matter(question, isYesNo: isYesNo)
    }
}
