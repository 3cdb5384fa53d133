import GhostHands

/// Fields that are emptied again, lest what they hold should hold up the whole form.
extension PageLedger {
    /// The fields that hold what they should not: an answer which the form will not accept, and which would hold up the
    /// whole form, or another than the applicant's.
    ///
    /// - Parameter reading: the page as it is now.
    /// - Returns: the fields to empty, with what empties them.
    func toEmpty(in reading: PageReading) -> [(key: FieldKey, target: ReadField, emptying: Fit)] {
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

    /// Notes that a field was emptied.
    mutating func emptied(_ key: FieldKey) { lines[key]?.done.isWithdrawn = true }
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
}
