import Chromium
import GhostHands

/// A form that a person sends themselves, in the browser that is theirs (R62).
extension Climb {
    /// Leaves the filled page to the person who sends it, and judges what they made of it.
    ///
    /// What they change stays, and is told. A form that they say is done and that was not sent is shown to them again.
    ///
    /// - Parameters:
    ///   - before: the page, everything on it filled; is read anew.
    ///   - filling: what was done to it.
    /// - Returns: where it leads.
    /// - Throws: ``ChromiumError`` when the page is gone; what the supervisor throws.
    mutating func review(_ before: inout PageReading, _ filling: inout PageFilling) async throws -> Step {
        while true {
            await timeline.reach(.reviewing)
            let (context, page) = (visit.context, visit.page)
            let watch = try await PageWatch(visit, before, of: task.applicant, isFilled: true)
            let last = LastLook(before, of: page)
            let stop = try await visit.stop(for: .review, watching: watch.submitWatch(looking: last))
            await note(last.reading, since: before, filling.number)
            if case .end(let end) = stop { return .end(end) }
            let judged = try await judge(watch, at: .filled)
            if case .end = judged { await timeline.noteSent(watch.activity, byPerson: true) }
            if let step = judged.step { return step }
            if visit.page !== page, page.isOpen { visit.goTo(page) }
            guard context.pages.contains(where: { $0 === visit.page }) else { return .nextPage }
            let reading = try await visit.look()
            await note(reading, since: before, filling.number)
            filling.ledger.adopt(reading, since: before)
            before = try await filling.fill(reading, &cookbook)
        }
    }

    /// Tells which answers a person has changed: the report holds theirs from now on.
    private func note(_ reading: PageReading?, since before: PageReading, _ number: Int) async {
        guard let reading else { return }
        let changed = timeline.report.takeChanges(from: before.form, to: reading.form, page: number)
        if !changed.isEmpty { await timeline.tell(.changedByPerson(changed)) }
    }
}

extension FillReport {
    /// Takes over what a person has put into fields of a page.
    ///
    /// - Parameters:
    ///   - before: the form as they were given it.
    ///   - after: the form as they left it.
    ///   - page: its number.
    /// - Returns: the labels of the fields that hold something else now.
    mutating func takeChanges(from before: [ReadField], to after: [ReadField], page: Int) -> [String] {
        let was = Dictionary(zip(FieldKey.all(of: before), before.map(\.field.value))) { first, _ in first }
        var labels: [String] = []
        for (key, target) in zip(FieldKey.all(of: after), after) {
            guard let old = was[key], old != target.field.value else { continue }
            let index = fields.firstIndex { entry in
                entry.page == page && entry.field.label == target.field.label && entry.field.name == target.field.name
                    && entry.field.value == old
            }
            guard let index else { continue }
            fields[index].field = target.field
            fields[index].takeChange()
            labels.append(fields[index].safeLabel)
        }
        return labels
    }

    /// Takes over what was sent as something else than it was entered, and stood in the form when a person pressed.
    ///
    /// - Parameter presses: what they pressed, with what the form held then.
    /// - Returns: the labels of these fields.
    mutating func takeChanges(from presses: [PageActivity.Press]) -> [String] {
        let held = Set(presses.flatMap(\.values).map(Words.init))
        var labels: [String] = []
        for index in fields.indices {
            guard case .differently(let value) = fields[index].sent else { continue }
            let shown = fields[index].field.options.first { $0.value == value }?.label ?? value
            // Boxes and buttons are told of by no press.
            guard held.contains(Words(shown)) || [.checkbox, .radio].contains(fields[index].field.kind) else {
                continue
            }
            fields[index].field.value = shown
            fields[index].takeChange()
            fields[index].sent = .asEntered
            labels.append(fields[index].safeLabel)
        }
        return labels
    }
}
