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
}

extension FieldState.Refusal {
    /// Whether another answer may do.
    fileprivate var leavesOtherAnswers: Bool {
        switch self {
        // Nobody may give it, or a control that keeps nothing keeps no other answer either.
        case .withheld, .unkept: false
        case .unfit, .control, .flawed, .vanished, .doubted: true
        }
    }
}
