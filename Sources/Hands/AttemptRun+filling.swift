import Chromium
import GhostHands

extension AttemptRun {
    /// Fills the page's form, and reads it again until it reveals nothing new.
    ///
    /// - Parameters:
    ///   - first: the page as it was read.
    ///   - number: the page's number.
    /// - Returns: the page as it stands at the end.
    /// - Throws: ``ChromiumError`` when the page is gone.
    mutating func fill(_ first: PageReading, _ number: Int) async throws -> PageReading {
        var reading = first
        var ledger = ledger?.page == number ? ledger?.ledger ?? newLedger : newLedger
        cookbook.trail.begin(number, first)
        ledger.reopen(for: first)
        var repeater = Repeater()
        var entry: EntryForm?
        var round = 0
        while true {
            let orders = round < attempt.limits.rounds ? ledger.orders(for: reading) : []
            if let filled = entry, orders.isEmpty {
                reading = try await save(filled, reading, &ledger, &repeater)
                (entry, round) = (nil, 0)
                continue
            }
            if orders.isEmpty {
                guard let (more, section) = repeater.next(in: reading, ledger.answerer) else {
                    guard try await consult(reading, &ledger, number) else { break }
                    reading = try await look()
                    round = 0
                    continue
                }
                (reading, entry) = try await add(more, section, to: reading)
                round = 0
                continue
            }
            round += 1
            progress.expect(more: orders.count + 1)
            let isSettled = try await carryOut(orders, &ledger)
            reading = try await look(afterInput: !isSettled)
            if let entry { reading = entry.joined(to: reading) }
            ledger.check(reading)
        }
        if let worked = try await workWidgets(reading, &ledger) {
            reading = worked
            ledger.check(reading)
        }
        let withdrawn = ledger.unacceptable(in: reading)
        let filler = filler
        for target in withdrawn { _ = try await filler.apply(.text(""), to: target, attempt: 0) }
        if !withdrawn.isEmpty { reading = try await look(afterInput: true) }
        let held = ledger.trail(reading)
        cookbook.trail.note(held)
        if let match = ledger.match(reading.form) { cookbook.note(match, held) }
        learn(from: ledger)
        self.ledger = (number, ledger)
        report.fields.removeAll { $0.page == number }
        report.fields += ledger.entries(for: reading, page: number)
        return reading
    }

    /// Presses a button that adds a group of fields, and waits until they are there.
    private mutating func add(
        _ button: ReadButton,
        _ section: HistorySection,
        to before: PageReading
    ) async throws -> (PageReading, EntryForm?) {
        guard try await isPressed(button) else { return (try await look(), nil) }
        let after = try await look(atMost: attempt.limits.control) { EntryForm.isOpened(in: $0, after: before) }
        let entry = EntryForm(in: after, after: before, section)
        return (entry?.joined(to: after) ?? after, entry)
    }

    /// Saves an entry in the form within the form; one that is refused is closed, or it would hold up the whole.
    private mutating func save(
        _ entry: EntryForm,
        _ filled: PageReading,
        _ ledger: inout PageLedger,
        _ repeater: inout Repeater
    ) async throws -> PageReading {
        var after = filled
        if let save = entry.save(in: filled), try await isPressed(save) {
            after = try await look(atMost: attempt.limits.control) { reading in
                entry.isClosed(in: reading) || reading.alerts.contains { $0.isError && !filled.alerts.contains($0) }
            }
        }
        if entry.isClosed(in: after) {
            ledger.close(entry.section, from: filled, to: after)
            return after
        }
        let reason = complaint(of: after) ?? "the page does not save the entry"
        await failed("Save an entry of \(entry.section)", kind: "click", reason: reason)
        repeater.stop(entry.section)
        if let cancel = entry.cancel(in: after) { _ = try await isPressed(cancel) }
        after = try await look(atMost: attempt.limits.control) { entry.isClosed(in: $0) }
        ledger.close(entry.section, from: filled, to: after, because: reason)
        return after
    }

    /// Presses a button that the form can do without; one that cannot be pressed is told.
    mutating func isPressed(_ button: ReadButton) async throws -> Bool {
        do {
            _ = try await click(button)
            return true
        } catch let error as ChromiumError where error.code == .notActionable || error.code == .detached {
            await failed("Press \"\(said(by: button))\"", kind: "click", reason: error.message)
            return false
        }
    }

    private var filler: Filler { Filler(page: page, timeout: attempt.limits.control, clock: attempt.clock) }

    private var newLedger: PageLedger { PageLedger(attempt.task.applicant, today: today, recall: recall) }

    private var today: String { String(Timestamp.text(attempt.now()).prefix(10)) }

    /// Fills in reading order: plain fields that stand together with one call, the others one by one.
    ///
    /// - Returns: whether the page has had its turn after the last one.
    private mutating func carryOut(_ orders: [PageLedger.Order], _ ledger: inout PageLedger) async throws -> Bool {
        var rest = orders[...]
        var isSettled = false
        while let first = rest.first {
            let plain = rest.prefix { Self.isPlain($0) }
            guard plain.count > 1 else {
                try await carryOut(first, &ledger)
                isSettled = false
                rest = rest.dropFirst()
                continue
            }
            let begin = attempt.clock.now
            let filler = filler
            let entries = plain.compactMap { Filler.plainEntry($0.fit, $0.target) }
            let isDone = try await stopwatch.time(.fill) { try await filler.applyAll(entries) }
            let each = milliseconds(attempt.clock.now - begin) / Double(plain.count)
            for (order, isDone) in zip(plain, isDone) {
                try await carryOut(order, &ledger, isDone ? each : nil)
            }
            isSettled = isDone.allSatisfy(\.self)
            rest = rest.dropFirst(plain.count)
        }
        return isSettled
    }

    private static func isPlain(_ order: PageLedger.Order) -> Bool {
        order.attempt == 0 && Filler.plainEntry(order.fit, order.target) != nil
    }

    /// Fills one field, unless that is done already and took so many milliseconds.
    private mutating func carryOut(
        _ order: PageLedger.Order,
        _ ledger: inout PageLedger,
        _ spent: Double? = nil
    ) async throws {
        if order.target.field.kind == .file { await reach(.uploadingResume) }
        if order.target.asked == .question { await reach(.answeringQuestions) }
        let told = timeline(of: order)
        await started(told.intent)
        let begin = attempt.clock.now
        var applied = Filler.Applied.done(shown: nil)
        if spent == nil {
            let filler = filler
            applied = try await stopwatch.time(.fill) {
                try await filler.apply(order.fit, to: order.target, attempt: order.attempt)
            }
        }
        ledger.note(order, applied, milliseconds: spent ?? milliseconds(attempt.clock.now - begin))
        if let refusal = applied.refusal {
            await failed(told.failure, kind: told.kind, reason: refusal.reason, isReplayed: order.step != nil)
        } else {
            await completed(told.success, kind: told.kind, isReplayed: order.step != nil)
        }
    }

    private func timeline(of order: PageLedger.Order) -> FillTimeline {
        let value = order.answer.value.plainText ?? ""
        let (field, asked) = (order.target.field, order.target.asked)
        return FillTimeline(field, asked, order.fit, answer: value, shown: shown(value, order.target))
    }
}
