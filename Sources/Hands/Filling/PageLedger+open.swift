import GhostHands

/// What of a page is left to others: to a model, to a human, or to nobody.
extension PageLedger {
    /// A field that neither the applicant's data nor the form itself settles.
    struct Open: Sendable {
        let key: FieldKey
        let target: ReadField
        /// Why the answer that there was would not do.
        let tried: String?
    }

    /// The fields that are still to be answered, but for those that only their owner may answer: files, passwords, codes,
    /// and consent that they have not given.
    ///
    /// - Parameters:
    ///   - reading: the page as it is now.
    ///   - applicant: whom the form is filled for.
    /// - Returns: the fields, in reading order.
    func open(in reading: PageReading, for applicant: Applicant) -> [Open] {
        zip(FieldKey.all(of: reading.form), reading.form).compactMap { key, target in
            guard ![.file, .password, .search].contains(target.field.kind), !target.asked.isSecret,
                target.asked != .consent || applicant.says(target.field.label),
                target.field.kind != .checkbox || target.field.isRequired || applicant.hasProse
            else { return nil }
            guard let line = lines[key] else {
                let isSettled = target.field.isAnswered && !isOnlyClaimed(target, key)
                return isSettled ? nil : Open(key: key, target: target, tried: nil)
            }
            guard case .refused(let refusal, _) = line.state, refusal.leavesOtherAnswers else { return nil }
            return Open(key: key, target: target, tried: tellable(line, target) + refusal.told)
        }
    }

    /// Whether what a field stands at is the page's own word for the applicant, and no person's.
    func isOnlyClaimed(_ target: ReadField, _ key: FieldKey) -> Bool {
        !theirs.fields.contains(key) && target.field.isClaim(target.asked)
    }

    /// The answer that would not do, as far as a model may know it.
    private func tellable(_ line: Line, _ target: ReadField) -> String {
        let given = line.answer.value.plainText ?? ""
        // A name or a number that will not fit is no less private for that.
        let isOpen = target.field.kind.isChoice || target.asked == .question
        let isTellable =
            isOpen && line.answer.source != .model && !Classifier.isSensitive(target.field, target.asked)
        return isTellable && given.count <= 200 ? "the applicant says \(given.quoted): " : ""
    }

    /// A field whose answer is known, and whose control would not take it.
    struct Unworkable: Sendable {
        let key: FieldKey
        let target: ReadField
        /// The answer in words.
        let wanted: String
        /// Whether a model may be told it.
        let isTellable: Bool
    }

    /// The fields that the form demands, whose control is at fault and not the answer.
    ///
    /// - Parameter reading: the page as it is now.
    /// - Returns: the fields, in reading order.
    func unworkable(in reading: PageReading) -> [Unworkable] {
        zip(FieldKey.all(of: reading.form), reading.form).compactMap { key, target in
            guard let line = lines[key], case .refused(_, 1...) = line.state,
                target.field.isRequired, target.field.kind != .file, target.field.kind != .password,
                !target.asked.isSecret, let wanted = line.answer.value.plainText
            else { return nil }
            let isTellable = target.field.kind.isChoice && !Classifier.isSensitive(target.field, target.asked)
            return Unworkable(key: key, target: target, wanted: wanted, isTellable: isTellable)
        }
    }

    /// The fields that hold what they should not: an answer which the form will not accept, and which would hold up the
    /// whole form, or another than the applicant's.
    ///
    /// - Parameter reading: the page as it is now.
    /// - Returns: the fields to empty, with what empties them.
    func unacceptable(in reading: PageReading) -> [(key: FieldKey, target: ReadField, emptying: Fit)] {
        zip(FieldKey.all(of: reading.form), reading.form).compactMap { key, target in
            guard let line = lines[key], line.state.complaint != nil, !target.field.value.isEmpty else { return nil }
            switch (line.fit, target.field.kind) {
            case (.text, _): return (key, target, .text(""))
            case (_, .select) where line.isContradicted(by: target):
                let none = target.field.options.firstIndex { $0.value.isEmpty }
                return none.map { (key, target, .options([$0])) }
            default: return nil
            }
        }
    }

    /// Enters otherwise what the form found wrong once it was sent: a telephone number as it is dialled at home, and
    /// whatever its complaint says how to write.
    ///
    /// - Parameter reading: the page with what it says of its fields.
    mutating func tryOtherwise(in reading: PageReading) {
        holdBack()
        let isOne = reading.form.count { $0.field.flaw?.told != nil } == 1
        // What the page says of the one field that is wrong need not stand beside it.
        let alerts = isOne ? reading.alerts.filter(\.isError).map(\.text) : []
        for (key, target) in zip(FieldKey.all(of: reading.form), reading.form) {
            guard let flaw = target.field.flaw, flaw.told != nil, let line = lines[key], line.state.isHeld,
                case .text = line.fit, let fit = otherwise(line, target, flaw, alerts), fit != line.fit
            else { continue }
            var other = Line(target: target, answer: line.answer, fit: fit, step: line.step, state: .open(tried: 0))
            other.done = line.done
            other.done.formerFlaw = flaw
            lines[key] = other
        }
    }

    private func otherwise(_ line: Line, _ target: ReadField, _ flaw: Flaw, _ alerts: [String]) -> Fit? {
        var said = alerts
        if case .marked(let words) = flaw { said.append(words) }
        if target.asked == .phone {
            guard let text = line.answer.value.plainText, let number = PhoneNumber(text) else { return nil }
            let whole = PhoneNotation.international(text, complaint: said.joined(separator: " "))
            return .text(whole ?? number.atHome)
        }
        var field = target.field
        field.hint = ([field.hint].compactMap(\.self) + said).joined(separator: " ")
        let fit = Fit.fit(line.answer.value, to: field)
        if case .text = fit { return fit }
        return nil
    }

    /// Notes that a field was emptied.
    mutating func withdrew(_ key: FieldKey) { lines[key]?.done.isWithdrawn = true }
}

extension PageLedger.Line {
    /// Whether a field stands at something else than the answer that it would not take.
    func isContradicted(by now: ReadField) -> Bool {
        guard case .refused(let refusal, _) = state, refusal.isOfAnswer else { return false }
        return now.field.isAnswered && now.field.kind != .file
    }
}

extension FieldState.Refusal {
    /// Whether the field would not take an answer that might have been entered.
    fileprivate var isOfAnswer: Bool {
        switch self {
        case .withheld, .vanished, .doubted: false
        case .unfit, .control, .unkept, .flawed: true
        }
    }

    /// Whether another answer may do.
    fileprivate var leavesOtherAnswers: Bool {
        switch self {
        // Nobody may give it, or a control that keeps nothing keeps no other answer either.
        case .withheld, .unkept: false
        case .unfit, .control, .flawed, .vanished, .doubted: true
        }
    }
}
