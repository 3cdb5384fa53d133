import Chromium
import GhostHands

extension AttemptRun {
    /// Presses the button to the next page, and mends the form once when the page does not take it.
    mutating func goOn(_ next: ReadButton, from reading: PageReading, _ number: Int) async throws -> Step {
        var next = next
        var before = reading
        for isMended in [false, true] {
            let pressed = try await press(next, from: before)
            if pressed.isNewForm(than: before) { return .nextPage }
            // A page that says "next" and then confirms was the last one after all.
            if let evidence = pressed.evidence { return .end(await confirm(evidence)) }
            guard !isMended else { break }
            before = try await fill(pressed.reading, number)
            if report.fields.contains(where: { $0.page == number && $0.isMissing }) { return .end(.unanswered) }
            guard let again = before.button(.next) else { break }
            next = again
        }
        return .end(.stuck(reason: complaint(of: before) ?? "the page does not go on after \"\(next.label)\""))
    }

    /// Presses the final submit, at most once unless the form itself rejects it (R8), and asks for proof (R26).
    mutating func submit(_ button: ReadButton, from reading: PageReading, _ number: Int) async throws -> AttemptEnd {
        var button = button
        var before = reading
        for isMended in [false, true] {
            await reach(.submitting)
            guard try await attempt.supervisor.intendSubmit() else { return .leaseLost }
            await tell(.submitIntended, ["page": .int(Int64(number)), "button": .string(button.label)])
            let pressed = try await press(button, from: before)
            await reach(.extractingResults)
            if let evidence = pressed.evidence { return await confirm(evidence) }
            guard pressed.isRejected(since: before) else { return .unconfirmed }
            guard try await attempt.supervisor.submitRejected() else { return .leaseLost }
            await tell(.submitRejected, ["reason": .optional(complaint(of: pressed.reading))])
            guard !isMended else { before = pressed.reading; break }
            before = try await fill(pressed.reading, number)
            if report.fields.contains(where: { $0.page == number && $0.isMissing }) { return .unanswered }
            guard let again = before.button(.submit) else { break }
            button = again
        }
        return .rejected(reason: complaint(of: before) ?? "the form refuses the submit and does not say why")
    }

    private mutating func confirm(_ evidence: Evidence) async -> AttemptEnd {
        report.submitted = true
        report.evidence = evidence
        await tell(
            .submitConfirmed,
            ["confirmation_number": .optional(evidence.confirmationNumber), "page_url": .optional(evidence.url)]
        )
        await reach(.completed)
        return .done
    }

    private mutating func press(_ button: ReadButton, from reading: PageReading) async throws -> Pressed {
        await started("Press \"\(button.label)\"")
        let known = context.pages.count
        let (_, activity) = try await page.activity { try await page.click(button.handle) }
        let settlement = try await page.settle(activity, timeout: attempt.limits.settling)
        if context.pages.count > known, let opened = context.latestPage { page = opened }
        await completed("Clicked \"\(button.label)\"", kind: "click")
        return Pressed(
            before: reading,
            reading: try await PageReader().read(page),
            activity: page.refreshed(activity),
            settlement: settlement
        )
    }

    /// What the page says is wrong, without the values.
    private func complaint(of reading: PageReading) -> String? {
        let fields = reading.form.compactMap { target -> String? in
            let flaw =
                target.field.validity == "valueMissing" && !target.field.isAnswered
                ? "an answer is required" : ReadBack.flaw(target.field.validity)
            return flaw.map { "\"\(target.field.label)\": \($0)" }
        }
        let all = fields + reading.alerts
        return all.isEmpty ? nil : "the form says: " + all.prefix(5).joined(separator: "; ")
    }
}
