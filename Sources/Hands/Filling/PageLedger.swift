import Chromium
import GhostHands

/// What has been done to each field of one page, kept by what the field is and not by its node: pages render anew.
///
/// A pure value: it says what to do and is told what came of it.
struct PageLedger {
    var lines: [FieldKey: Line] = [:]
    /// The lines of histories' entries that were saved one by one: their fields stand on the page no more.
    private(set) var closed: [Line] = []
    private(set) var answerer: Answerer
    /// What a manual knows of the page.
    private let recall: PageRecall?
    /// The form that was looked at last, and what the manual says of it.
    private var recognised: (marks: [FieldMark], match: ManualMatch)?
    /// What came to be known of fields that the applicant's data does not settle.
    var unsettled = Unsettled()
    /// What a person entered who had taken the page over.
    var theirs = Theirs()

    init(_ applicant: Applicant, today: String? = nil, recall: PageRecall? = nil) {
        answerer = Answerer(applicant, today: today)
        self.recall = recall
    }

    /// Takes what has no answer yet as demanded: the form was not taken, or cannot be sent, as it is.
    mutating func holdBack() { answerer.isHeldBack = true }

    // MARK: What to do

    /// The fields that have an answer which they do not hold yet.
    ///
    /// - Parameter reading: the page as it is now.
    /// - Returns: what is to be done, in reading order.
    mutating func orders(for reading: PageReading) -> [Order] {
        let form = reading.form
        let recalled = recognise(form)
        answerer.formTexts = Set(form.map(\.key)).compactMap { reading.contexts[$0]?.text }
        let answers = answerer.answers(
            to: form.map(\.field),
            asked: form.map(\.asked),
            recalled: recalled.map { $0?.recalled }
        )
        var orders: [Order] = []
        for (index, key) in FieldKey.all(of: form).enumerated() where !theirs.fields.contains(key) {
            let step = recalled.isEmpty ? nil : recalled[index]?.step
            if let line = lines[key] {
                refit(line, answers[index] ?? unsettled.derived[key], to: form[index], key, step)
            } else if let answer = answers[index] ?? unsettled.derived[key] {
                take(answer, for: form[index], key, step)
            }
            guard let line = lines[key], case .open(let tried) = line.state else { continue }
            orders.append(order(key, form[index], line, tried))
        }
        return orders
    }

    private func order(_ key: FieldKey, _ target: ReadField, _ line: Line, _ tried: Int) -> Order {
        Order(key: key, target: target, answer: line.answer, fit: line.fit, attempt: tried, step: line.step)
    }

    private mutating func take(_ answer: Answer, for target: ReadField, _ key: FieldKey, _ step: Int?) {
        let fit = Fit.fit(answer.value, to: target.field)
        var refusal = answer.refusal.map(FieldState.Refusal.withheld)
        if refusal == nil, case .refused(let reason) = fit { refusal = .unfit(reason) }
        // An empty box that should be empty was never checked by anybody: it holds its answer all the same.
        var line = Line(target: target, answer: answer, fit: fit, step: step, state: .open(tried: 0))
        line.state = FieldState(isHeld: line.isHeld(by: target), refusal: refusal)
        lines[key] = line
    }

    /// Fits an answer again to a field that offers others than before: what was refused may be there now, and what was
    /// chosen gone.
    private mutating func refit(_ line: Line, _ answer: Answer?, to target: ReadField, _ key: FieldKey, _ step: Int?) {
        guard target.field.kind.isChoice, line.target.field.options != target.field.options else { return }
        take(answer ?? line.answer, for: target, key, step ?? line.step)
        guard let fresh = lines[key]?.state else { return }
        lines[key]?.state = line.state.refitted(fresh)
        lines[key]?.done = line.done
    }

    /// Takes an answer for a field that nothing else settles, or whose own answer would not do.
    ///
    /// - Parameter key: the field.
    mutating func give(_ answer: Answer, to key: FieldKey) {
        unsettled.derived[key] = answer
        guard let line = lines.removeValue(forKey: key) else { return }
        take(answer, for: line.target, key, nil)
        lines[key]?.done.milliseconds = line.done.milliseconds
    }

    /// Leaves what somebody else entered as it is, be it another answer than ours.
    ///
    /// - Parameters:
    ///   - reading: the page as it was left.
    ///   - before: the page as it was given away.
    mutating func adopt(_ reading: PageReading, since before: PageReading) {
        let was = Dictionary(zip(FieldKey.all(of: before.form), before.form.map(\.field.value))) { first, _ in first }
        for (key, field) in zip(FieldKey.all(of: reading.form), reading.form) {
            guard field.field.value != was[key] ?? "", !field.field.value.isEmpty || !field.field.isRequired else {
                continue
            }
            lines[key] = nil
            theirs.fields.insert(key)
        }
    }

    /// Leaves what somebody has entered while we were at work as it is.
    ///
    /// - Parameters:
    ///   - reading: the page as it is now.
    ///   - before: the page as it was before they stirred.
    mutating func giveWay(to reading: PageReading, since before: PageReading) {
        let was = Dictionary(zip(FieldKey.all(of: before.form), before.form.map(\.field.value))) { first, _ in first }
        for (key, field) in zip(FieldKey.all(of: reading.form), reading.form) {
            guard let old = was[key], field.field.value != old, !field.field.value.isEmpty else { continue }
            // What we have entered ourselves is no change of theirs, nor what we were about to.
            if let line = lines[key], line.isHeld(by: field) || line.done.isBegun && line.isBegun(in: field) {
                continue
            }
            lines[key] = nil
            theirs.fields.insert(key)
        }
    }

    /// Whether anything was entered, or begun to be.
    var hasBegun: Bool { lines.values.contains { $0.done.document != nil || $0.done.isBegun } }

    /// Leaves what somebody had entered before we came as it is.
    ///
    /// - Parameters:
    ///   - entered: the controls that they have entered something into.
    ///   - reading: the page as it was read first.
    mutating func keep(_ entered: Set<ElementHandle>, in reading: PageReading) {
        _ = orders(for: reading)
        for (key, field) in zip(FieldKey.all(of: reading.form), reading.form) {
            guard !entered.isDisjoint(with: [field.handle] + field.optionHandles), !field.field.value.isEmpty,
                lines[key]?.isHeld(by: field) != true
            else { continue }
            lines[key] = nil
            theirs.fields.insert(key)
        }
    }

    /// Takes note why a field was left to a human.
    ///
    /// - Parameters:
    ///   - reason: why, for a person.
    ///   - key: the field.
    mutating func remark(_ reason: String, on key: FieldKey) { unsettled.remarks[key] = reason }

    /// What the manual remembers of each field, with the place of its step; empty without one.
    private mutating func recognise(_ form: [ReadField]) -> [(step: Int, recalled: Recalled)?] {
        guard let recall, let match = match(form) else { return [] }
        return recall.recalled(match, in: form.count)
    }

    /// Which fields the manual's steps mean; nil without one.
    mutating func match(_ form: [ReadField]) -> ManualMatch? {
        guard let recall else { return nil }
        let marks = form.map { $0.mark() }
        if let recognised, recognised.marks == marks { return recognised.match }
        let match = recall.match(form, marks)
        recognised = (marks, match)
        return match
    }

    // MARK: What was done

    /// Notes that an order is being carried out: its field may hold a part of its answer.
    ///
    /// - Parameter key: the field.
    mutating func begin(_ key: FieldKey) { lines[key]?.done.isBegun = true }

    /// Whether a field holds its answer, and the form finds nothing wrong with it.
    ///
    /// - Parameter key: the field.
    /// - Returns: false also for one that nothing was done to.
    func holds(_ key: FieldKey) -> Bool { lines[key].map { $0.state.isHeld && $0.state.complaint == nil } ?? false }

    /// Notes that an order was carried out.
    ///
    /// - Parameters:
    ///   - order: the order.
    ///   - applied: how it went.
    ///   - milliseconds: how long it took.
    mutating func note(_ order: Order, _ applied: Filler.Applied, milliseconds: Double) {
        guard var line = lines[order.key] else { return }
        line.done.milliseconds += milliseconds
        line.done.document = order.target.handle.document
        line.done.isWithdrawn = false
        if applied.refusal == nil { line.done.isBegun = false }
        if case .done(let shown?) = applied { line.done.shown = shown }
        if case .text(let text) = line.fit, Filler.isOffered(text, order.target) {
            line.done.isUntaken = applied.refusal.map { !$0.isStale } ?? false
        }
        // The successor of a control that was only rendered anew may take it by the same strategy.
        if applied.refusal?.isStale != true { line.state.attempted(applied.refusal?.reason, of: line.strategies) }
        lines[order.key] = line
    }

    /// Gives the fields that lost their answers another chance: the server sent the page again, without them.
    ///
    /// - Parameter reading: the page as it came back.
    mutating func reopen(for reading: PageReading) {
        for (key, target) in zip(FieldKey.all(of: reading.form), reading.form) {
            guard let line = lines[key], !line.isHeld(by: target) else { continue }
            lines[key]?.state.reopen()
        }
    }

    /// Takes note of the form as it is once the page has come to rest.
    ///
    /// - Parameters:
    ///   - reading: the page at rest.
    ///   - before: the page as it was read after the last entry.
    /// - Returns: whether the form has changed: then what was lost is entered again, and what is new is answered.
    mutating func settle(_ reading: PageReading, since before: PageReading) -> Bool {
        guard reading.form.map(\.field) != before.form.map(\.field) else { return false }
        reopen(for: reading)
        check(reading)
        return true
    }

    /// Compares every field with what was to be put into it.
    ///
    /// - Parameter reading: the page, read after the orders were carried out.
    mutating func check(_ reading: PageReading) {
        for (key, target) in zip(FieldKey.all(of: reading.form), reading.form) {
            guard let line = lines[key] else { continue }
            let isHeld = line.isHeld(by: target)
            if !isHeld, let document = line.done.document, document != target.handle.document {
                // The server sent the page again, and not what was entered meanwhile.
                lines[key]?.state.reopen()
            } else {
                // A complaint that stood there before the last entry is about what was entered before.
                let flaw = target.field.flaw == line.done.formerFlaw ? nil : target.field.flaw
                lines[key]?.state.compare(isHeld: isHeld, flaw: flaw, of: line.strategies)
            }
        }
        // A page that has taken a file over may show its name in the place of the input.
        for key in vanished(from: reading) {
            guard case .file(let path) = lines[key]?.fit else { continue }
            lines[key]?.state.compareVanished(isShown: reading.text.contains(path.split(separator: "/").last ?? ""))
        }
    }

    /// The uploads that were made on the page and stand there no more.
    func vanished(from reading: PageReading) -> [FieldKey] {
        let present = Set(FieldKey.all(of: reading.form))
        return lines.keys.filter { key in
            guard let line = lines[key], case .file = line.fit else { return false }
            return line.state.tried > 0 && !present.contains(key)
        }
        .sorted()
    }

    /// Takes leave of the fields of a form within the form, which may come again for the next entry.
    ///
    /// - Parameters:
    ///   - section: what the entry belongs to.
    ///   - filled: the page before.
    ///   - after: the page without the form.
    ///   - reason: why the entry was not saved; nil when it was.
    mutating func close(
        _ section: HistorySection,
        from filled: PageReading,
        to after: PageReading,
        because reason: String? = nil
    ) {
        let present = Set(FieldKey.all(of: after.form))
        let left = FieldKey.all(of: filled.form).filter { !present.contains($0) }
            .compactMap { lines.removeValue(forKey: $0) }
        // The page lists what it has saved: an entry of which it shows nothing may not be there.
        let isShown = left.contains { line in
            guard let value = line.answer.value.plainText, line.state.isHeld, value.count > 1 else { return false }
            return [value, line.done.shown ?? value].contains { after.text.contains($0) }
        }
        let doubt = reason ?? (isShown ? nil : "the page does not show the saved entry")
        closed += left.map { line in
            var line = line
            if let doubt { line.state.doubt(doubt) }
            return line
        }
        if reason == nil { answerer.saved[section, default: 0] += 1 }
    }
}
