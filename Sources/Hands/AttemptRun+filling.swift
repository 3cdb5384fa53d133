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
        let filler = Filler(page: page, timeout: attempt.limits.control)
        for target in withdrawn { _ = try await filler.apply(.text(""), to: target, attempt: 0) }
        if !withdrawn.isEmpty { reading = try await PageReader().read(page) }
        self.ledger = (number, ledger)
        report.fields.removeAll { $0.page == number }
        report.fields += ledger.entries(for: reading, page: number)
        return reading
    }

    private var newLedger: PageLedger { PageLedger(attempt.task.applicant) }

    private mutating func carryOut(_ order: PageLedger.Order, _ ledger: inout PageLedger) async throws {
        let field = order.target.field
        if field.kind == .file { await reach(.uploadingResume) }
        if order.target.asked == .question { await reach(.answeringQuestions) }
        await started("Fill \"\(field.label)\"")
        let begin = attempt.clock.now
        let refusal = try await Filler(page: page, timeout: attempt.limits.control)
            .apply(order.fit, to: order.target, attempt: order.attempt)
        ledger.note(order, refusal: refusal, milliseconds: milliseconds(attempt.clock.now - begin))
        if let refusal {
            await failed("Could not fill \"\(field.label)\"", reason: refusal.reason)
        } else {
            await completed(description(of: order), kind: Self.kind(of: order.fit))
        }
    }

    private func description(of order: PageLedger.Order) -> String {
        let label = order.target.field.label
        switch order.fit {
        case .file: return "Uploaded a file to \"\(label)\""
        case .checked(let on): return "\(on ? "Checked" : "Unchecked") \"\(label)\""
        default:
            let value = order.answer.value.plainText ?? ""
            let filled = "Filled \"\(label)\""
            return shown(value, order.target).map { "\(filled) with \"\($0)\"" } ?? filled
        }
    }

    private static func kind(of fit: Fit) -> String {
        switch fit {
        case .text: "fill"
        case .options: "select"
        case .checked(let on): on ? "check" : "uncheck"
        case .file: "upload"
        case .refused: "none"
        }
    }
}
