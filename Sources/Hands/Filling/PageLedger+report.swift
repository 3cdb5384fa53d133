import GhostHands

/// What is told of a page: the report's lines, and what a manual may be made of.
extension PageLedger {
    /// What the page holds of what was to be entered, in reading order: what a manual may be made of.
    ///
    /// - Parameter reading: the page as it is now.
    /// - Returns: the entries; those of windows that were saved and closed come last.
    func trail(_ reading: PageReading) -> [Trail.Entry] {
        let present = (FieldKey.all(of: reading.form) + vanished(from: reading)).compactMap { lines[$0] }
        return (present + closed).compactMap { line in
            guard line.state.isHeld, line.state.complaint == nil, let template = line.answer.template,
                !line.target.asked.isSecret, line.target.field.kind != .password
            else { return nil }
            return Trail.Entry(field: line.target, fit: line.fit, template: template, step: line.step)
        }
    }

    /// The report's lines for a page.
    ///
    /// - Parameters:
    ///   - reading: the page as it is now.
    ///   - number: the page's number.
    /// - Returns: a line for every field found, also for those that were left alone.
    func entries(for reading: PageReading, page number: Int) -> [FillReport.Entry] {
        let present = zip(FieldKey.all(of: reading.fields), reading.fields).map { key, target in
            var entry = entry(for: target, lines[key], page: number, remark: unsettled.remarks[key])
            if lines[key] == nil, target.ignored == nil, isOnlyClaimed(target, key) { entry.takeClaim() }
            if theirs.isTold, theirs.fields.contains(key) { entry.takeChange() }
            return entry
        }
        let vanished = vanished(from: reading).compactMap { lines[$0] }
            .map { gone($0, page: number) }
        let past = closed.map { line in
            var entry = gone(line, page: number)
            // The form within the form has checked its own demands: the form around it makes none of them.
            entry.field.isRequired = false
            return entry
        }
        return present + vanished + past
    }

    /// What would be entered in each field found, and why in some nothing would be.
    ///
    /// - Parameter reading: the page, whose orders were made and not carried out.
    /// - Returns: a line for every field found.
    func plans(for reading: PageReading) -> [FillReport.Entry] {
        zip(entries(for: reading, page: 1), FieldKey.all(of: reading.fields)).map { entry, key in
            guard let line = lines[key], case .open = line.state else { return entry }
            var entry = entry
            (entry.outcome, entry.reason) = (.unanswered, nil)
            entry.wanted = Self.value(of: line.fit, line.target.field)
            return entry
        }
    }

    private func entry(
        for target: ReadField,
        _ line: Line?,
        page: Int,
        remark: String? = nil
    ) -> FillReport.Entry {
        var entry = FillReport.Entry(page: page, frame: target.frame, field: target.field, asked: target.asked)
        entry.driver = target.driver
        if let ignored = target.ignored {
            entry.outcome = target.field.isAnswered ? .already : .unanswered
            entry.reason = ignored.told
            entry.field.isRequired = false
            return entry
        }
        guard let line else {
            if target.field.isAnswered { entry.source = .defaultOfForm }
            if entry.outcome == .unanswered { entry.reason = remark ?? answerer.reason(whyOpen: target.field) }
            return entry
        }
        entry.wanted = line.answer.value.plainText
        entry.source = line.answer.source
        entry.milliseconds = line.done.milliseconds
        (entry.outcome, entry.reason) = line.state.outcome
        if line.done.isWithdrawn { entry.reason = entry.reason.map { "\($0); it was taken out again" } }
        if line.isContradicted(by: target) {
            // Sent so, the form would say what the applicant does not.
            entry.field.isRequired = true
            entry.reason = entry.reason.map { "\($0), and it stands at something else" }
        }
        return entry
    }

    /// The line of a field that stands on the page no more.
    private func gone(_ line: Line, page: Int) -> FillReport.Entry {
        var entry = entry(for: line.target, line, page: page)
        if line.state.wasHeld { entry.value = line.done.shown ?? Self.value(of: line.fit, line.target.field) }
        return entry
    }

    /// What a field held that stands on the page no more.
    private static func value(of fit: Fit, _ field: Field) -> String {
        switch fit {
        case .text(let text): text
        case .options(let chosen): chosen.map { field.options[$0].label }.joined(separator: ", ")
        case .picks(let words): words.first ?? ""
        case .checked(let isOn): String(isOn)
        case .file(let path): path.split(separator: "/").last.map(String.init) ?? ""
        case .refused: ""
        }
    }
}

extension FieldState {
    /// How the field ended, and why where it was refused.
    fileprivate var outcome: (FillReport.Outcome, reason: String?) {
        switch self {
        case .open: (.refused, "the page kept changing while it was to be filled")
        case .held(.before, nil): (.already, nil)
        case .held(.filled, nil): (.filled, nil)
        case .held(_, let flaw?): (.refused, flaw.told)
        case .refused(let refusal, _): (.refused, refusal.told)
        }
    }
}
