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
        ledger.reopen(for: first)
        var repeater = Repeater(ledger.answerer)
        var round = 0
        while round < attempt.limits.rounds {
            let orders = ledger.orders(for: reading)
            if orders.isEmpty {
                guard let more = repeater.next(in: reading) else { break }
                reading = try await add(more, to: reading)
                continue
            }
            round += 1
            progress.expect(more: orders.count + 1)
            for order in orders { try await carryOut(order, &ledger) }
            reading = try await look()
            ledger.check(reading)
        }
        let withdrawn = ledger.unacceptable(in: reading)
        let filler = filler
        for target in withdrawn { _ = try await filler.apply(.text(""), to: target, attempt: 0) }
        if !withdrawn.isEmpty { reading = try await look() }
        self.ledger = (number, ledger)
        report.fields.removeAll { $0.page == number }
        report.fields += ledger.entries(for: reading, page: number)
        return reading
    }

    /// Presses a button that adds a group of fields, and waits until they are there.
    private mutating func add(_ button: ReadButton, to before: PageReading) async throws -> PageReading {
        guard try await isPressed(button) else { return try await look() }
        let after = try await look(atMost: attempt.limits.control) { $0.form.count > before.form.count }
        guard let cancel = Repeater.cancel(in: after, after: before) else { return after }
        // A form within the form, whose entries are saved one by one: left open, it would hold up the whole.
        await failed("Press \"\(button.label)\"", reason: "its entries have to be saved one by one")
        _ = try await isPressed(cancel)
        return try await look()
    }

    /// Presses a button that the form can do without; one that cannot be pressed is told.
    private mutating func isPressed(_ button: ReadButton) async throws -> Bool {
        do {
            _ = try await click(button)
            return true
        } catch let error as ChromiumError where error.code == .notActionable || error.code == .detached {
            await failed("Press \"\(button.label)\"", reason: error.message)
            return false
        }
    }

    private var filler: Filler { Filler(page: page, timeout: attempt.limits.control, clock: attempt.clock) }

    private var newLedger: PageLedger { PageLedger(attempt.task.applicant, today: today) }

    private var today: String { String(Timestamp.text(attempt.now()).prefix(10)) }

    private mutating func carryOut(_ order: PageLedger.Order, _ ledger: inout PageLedger) async throws {
        let field = order.target.field
        if field.kind == .file { await reach(.uploadingResume) }
        if order.target.asked == .question { await reach(.answeringQuestions) }
        let told = timeline(of: order)
        await started(told.intent)
        let begin = attempt.clock.now
        let applied = try await stopwatch.time(.fill) {
            try await filler.apply(order.fit, to: order.target, attempt: order.attempt)
        }
        ledger.note(order, applied, milliseconds: milliseconds(attempt.clock.now - begin))
        if let refusal = applied.refusal {
            await failed(told.failure, reason: refusal.reason)
        } else {
            await completed(told.success, kind: told.kind)
        }
    }

    private func timeline(of order: PageLedger.Order) -> FillTimeline {
        let value = order.answer.value.plainText ?? ""
        let (field, asked) = (order.target.field, order.target.asked)
        return FillTimeline(field, asked, order.fit, answer: value, shown: shown(value, order.target))
    }
}
