import Chromium
import GhostHands

/// A code that is asked for after the submit (R49).
extension Climb {
    /// What a request for a code has come to.
    enum CodeStep {
        /// The code is entered: the submit may be pressed once more.
        case entered(PageReading, ReadButton)
        case end(AttemptEnd)
    }

    /// Asks for the code, and enters it into the very page that asks for it.
    ///
    /// What was sent was refused for want of it. That is written down only when the submit is pressed again: a page that
    /// is left meanwhile may have sent the application.
    ///
    /// - Parameter pressed: what the press has come to.
    /// - Returns: the page to send again, or the attempt's end.
    /// - Throws: ``ChromiumError`` when the page is gone; what the supervisor throws.
    mutating func seekCode(after pressed: PressOutcome) async throws -> CodeStep {
        await timeline.tell(.submitRejected(reason: "code_required"))
        let asking = try await visit.look(atMost: visit.limits.arrival) { CodeField.isThere(in: $0) }
        let blocker = Blocker(kind: .twoFactor, confidence: 0.95, sign: "a code asked for after the submit")
        let (acted, document) = (visit.page, asking.form.first?.handle.document)
        let (_, begun) = try await acted.activity {}
        switch try await visit.stop(for: .blocker(blocker), on: asking) {
        // Nobody may be asked, or not again: the form's refusal stands.
        case .end(.blocked): return .end(try await gate.rejected() ? .blocked(blocker) : .leaseLost)
        case .end(let end): return .end(end)
        case .goesOn(let resolution):
            if case .code(let code) = resolution { _ = try await visit.enter(code: code, in: try await visit.look()) }
        }
        let reading = try await visit.lookWhenSettled()
        guard visit.page === acted, reading.form.first?.handle.document == document,
            acted.refreshed(begun).requests.allSatisfy({ !PressOutcome.isSubmit($0) })
        else { return .end(await judge(pressed, now: reading, acted.refreshed(begun))) }
        guard let (ready, submit) = try await readySubmit(reading) else {
            return .end(.stuck(reason: "the button to send the form stays disabled"))
        }
        return try await gate.rejected() ? .entered(ready, submit) : .end(.leaseLost)
    }

    /// The end of an attempt whose page went on while somebody helped: they may have sent it themselves.
    private mutating func judge(_ pressed: PressOutcome, now: PageReading, _ activity: PageActivity) async -> AttemptEnd
    {
        let outcome = PressOutcome(
            before: pressed.before,
            knownAlerts: pressed.knownAlerts,
            reading: now,
            activity: activity,
            site: visit.site
        )
        guard case .confirmed(let evidence) = outcome.verdictOnSubmit else { return .unconfirmed }
        return await confirm(evidence)
    }
}
