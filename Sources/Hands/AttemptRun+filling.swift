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
        for _ in 1...attempt.limits.rounds {
            let orders = ledger.orders(for: reading)
            if orders.isEmpty { break }
            progress.expect(more: orders.count + 1)
            for order in orders { try await carryOut(order, &ledger) }
            reading = try await PageReader().read(page)
            ledger.check(reading)
        }
        let withdrawn = ledger.unacceptable(in: reading)
        let filler = filler
        for target in withdrawn { _ = try await filler.apply(.text(""), to: target, attempt: 0) }
        if !withdrawn.isEmpty { reading = try await PageReader().read(page) }
        self.ledger = (number, ledger)
        report.fields.removeAll { $0.page == number }
        report.fields += ledger.entries(for: reading, page: number)
        return reading
    }

    private var filler: Filler { Filler(page: page, timeout: attempt.limits.control, clock: attempt.clock) }

    private var newLedger: PageLedger { PageLedger(attempt.task.applicant) }

    private mutating func carryOut(_ order: PageLedger.Order, _ ledger: inout PageLedger) async throws {
        let field = order.target.field
        if field.kind == .file { await reach(.uploadingResume) }
        if order.target.asked == .question { await reach(.answeringQuestions) }
        let told = timeline(of: order)
        await started(told.intent)
        let begin = attempt.clock.now
        let applied = try await filler.apply(order.fit, to: order.target, attempt: order.attempt)
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
