import GhostHands

/// Answers that are entered in another notation once the form has found something wrong with them.
extension PageLedger {
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
}
