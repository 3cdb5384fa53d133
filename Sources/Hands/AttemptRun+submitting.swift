import Chromium
import GhostHands

extension AttemptRun {
    /// Presses the button to the next page, and mends the form once when the page does not take it.
    mutating func goOn(_ next: ReadButton, from reading: PageReading, _ number: Int) async throws -> Step {
        var next = next
        var before = reading
        leave(by: next)
        for isMended in [false, true] {
            let pressed = try await press(next, from: before, reading.alerts)
            if pressed.isNextPage { return .nextPage }
            // A page that says "next" and then confirms was the last one after all.
            if let evidence = pressed.evidence(isSubmit: false) { return .end(await confirm(evidence)) }
            before = pressed.reading
            if let blocker = blocker(of: before) { return .end(.blocked(blocker)) }
            // What was sent and not refused may have been the application itself: it is not sent again (R8).
            if pressed.wasSent && !pressed.isRejected { return .end(.unconfirmed) }
            if isMended {
                guard pressed.wasSent else { break }
                return .end(.rejected(reason: complaint(of: before, pressed.complaints) ?? Self.noReason))
            }
            before = try await fill(before, number)
            if isMissing(on: number) { return .end(missingEnd) }
            guard let again = before.button(.next) else { break }
            next = again
        }
        return .end(.stuck(reason: complaint(of: before) ?? "the page does not go on after \"\(next.label)\""))
    }

    /// Presses the final submit, at most once unless the form itself rejects it (R8), and asks for proof (R26).
    mutating func submit(_ button: ReadButton, from reading: PageReading, _ number: Int) async throws -> AttemptEnd {
        var button = button
        var before = reading
        leave(by: button)
        for isMended in [false, true] {
            guard try await intend(button, on: number) else { return .leaseLost }
            let pressed: Pressed
            do {
                pressed = try await press(button, from: before, reading.alerts, settling: attempt.limits.submitting)
            } catch let error as ChromiumError where error.code == .notActionable {
                // It was not pressed: something covers it, or it stays disabled.
                guard try await attempt.supervisor.submitRejected() else { return .leaseLost }
                return .stuck(reason: "\"\(button.label)\" cannot be pressed: \(error.message)")
            }
            await reach(.extractingResults)
            if let evidence = pressed.evidence(isSubmit: true) { return await confirm(evidence) }
            guard pressed.isRejected else { return .unconfirmed }
            guard try await attempt.supervisor.submitRejected() else { return .leaseLost }
            await tell(.submitRejected, ["reason": .optional(complaint(of: pressed.reading, pressed.complaints))])
            let steps = cost.actionCount
            before = try await fill(pressed.reading, number)
            if isMissing(on: number) { return missingEnd }
            // What the server refused it will refuse again, unless something was mended.
            let isChanged = cost.actionCount > steps || !pressed.wasSent
            guard !isMended, isChanged, let again = before.button(.submit) else {
                return .rejected(reason: complaint(of: before, pressed.complaints) ?? Self.noReason)
            }
            button = again
        }
        return .unconfirmed
    }

    private static let noReason = "the form refuses the submit and does not say why"

    /// Records that the submit is about to be pressed; without that it is not.
    mutating func intend(_ button: ReadButton, on number: Int) async throws -> Bool {
        await reach(.submitting)
        guard try await attempt.supervisor.intendSubmit(on: page) else { return false }
        await tell(.submitIntended, ["page": .int(Int64(number)), "button": .string(said(by: button))])
        return true
    }

    /// Whether the form's page demands what nobody answered.
    func isMissing(on number: Int) -> Bool { report.fields.contains { $0.page == number && $0.isMissing } }

    mutating func confirm(_ evidence: Evidence) async -> AttemptEnd {
        report.submitted = true
        report.evidence = evidence
        let safe = report.concealed(evidence)
        await tell(
            .submitConfirmed,
            ["confirmation_number": .optional(safe.confirmationNumber), "page_url": .optional(safe.url)]
        )
        await reach(.completed)
        return .done
    }

    mutating func press(
        _ button: ReadButton,
        from reading: PageReading,
        _ knownAlerts: [PageAlert],
        settling: Duration? = nil
    ) async throws -> Pressed {
        let acted = page
        let activity = try await click(button, settling: settling)
        let deadline = attempt.clock.now + attempt.limits.arrival
        while true {
            let after = try await look()
            let pressed = Pressed(
                before: reading,
                knownAlerts: knownAlerts,
                reading: after,
                activity: acted.refreshed(activity),
                site: site
            )
            // Scripts show the next page, or what is wrong, a moment after all is quiet; pressing again before that
            // would skip a page.
            let patience = deadline - attempt.clock.now
            guard !pressed.tells(isSubmit: button.role == .submit), patience > .zero,
                try await PageReader().awaitChange(of: page, since: after, atMost: patience)
            else { return pressed }
        }
    }

    /// What the page says is wrong, without the values.
    func complaint(of reading: PageReading, _ said: [String] = []) -> String? {
        let fields = reading.form.compactMap { target -> String? in
            let flaw =
                target.field.validity == "valueMissing" && !target.field.isAnswered
                ? "an answer is required" : ReadBack.flaw(target.field.validity)
            return flaw.map { "\"\(target.field.label)\": \($0)" }
        }
        let all = fields + (said.isEmpty ? reading.alerts.map(\.text) : said)
        let unique = all.enumerated().filter { all.firstIndex(of: $0.element) == $0.offset }.map(\.element)
        // A page may repeat what was entered; a reason goes where the applicant's data may not (R38).
        let safe = unique.prefix(5).map { report.redacted($0) }
        return all.isEmpty ? nil : "the form says: " + safe.joined(separator: "; ")
    }
}
