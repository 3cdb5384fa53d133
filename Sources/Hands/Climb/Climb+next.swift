import Chromium
import GhostHands

/// From one page of the form to the next.
extension Climb {
    /// Presses the button to the next page, and mends the form once when the page does not take it.
    mutating func goOn(
        _ first: ReadButton,
        from reading: PageReading,
        _ filling: inout PageFilling
    ) async throws -> Step {
        var next = first
        var before = reading
        cookbook.leave(by: next)
        for isMended in [false, true] {
            if let step = try await makeReady(&next, on: &before, &filling) { return step }
            if task.company.submits, mayBeLast(next, of: before) { return try await review(&before, &filling) }
            let acted = visit.page
            let pressed: PressOutcome
            switch try await press(next, from: before, reading.alerts, on: filling.number) {
            case .answered(let outcome): pressed = outcome
            case .goesOn(let step): return step
            }
            before = pressed.reading
            switch pressed.verdictOnNext {
            case .nextPage: return .nextPage
            case .confirmed(let evidence):
                await timeline.noteSent(acted.pastActivity)
                return .end(await confirm(evidence))
            case .blocked(let blocker), .codeRequired(let blocker): return try await pass(.blocker(blocker), on: before)
            case .unconfirmed: return .end(.unconfirmed)
            case .rejected, .stays: break
            }
            if isMended {
                guard pressed.wasSent else { break }
                let reason = timeline.complaint(of: before, pressed.complaints)
                return .end(.rejected(reason: reason ?? Self.noReason))
            }
            before = try await filling.fill(before, &cookbook)
            if filling.isMissing, let step = try await seekAnswers(&before, &filling) { return step }
            guard let again = before.button(.next) else { break }
            next = again
        }
        let reason = timeline.complaint(of: before) ?? "the page does not go on after \"\(next.label)\""
        return .end(.stuck(reason: reason))
    }

    /// Presses the button once: one that may send the whole form is asked for and written down like the submit.
    private mutating func press(
        _ next: ReadButton,
        from before: PageReading,
        _ knownAlerts: [PageAlert],
        on number: Int
    ) async throws -> Pressed {
        guard mayBeLast(next, of: before) else {
            return .answered(try await visit.press(next, from: before, knownAlerts))
        }
        let acted = visit.page
        let (_, begun) = try await acted.activity {}
        if let end = try await stopAtGate(next, on: number) { return .end(end) }
        do {
            let pressed = try await visit.press(next, from: before, knownAlerts)
            // Only what was taken, or may have been, stays written down as sent.
            guard pressed.verdictOnNext.isNotSent else { return .answered(pressed) }
            return try await gate.rejected() ? .answered(pressed) : .end(.leaseLost)
        } catch let error as ChromiumError
            where Self.isUnpressed(error) && visit.page === acted && !acted.hasWritten(since: begun)
        {
            // Nothing has left: a window that it opened might have been sent the form, and then it stays written down.
            guard try await gate.rejected() else { return .end(.leaseLost) }
            // A choice may have led on before the button was pressed.
            if try await !visit.look().asksSame(as: before) { return .goesOn(.nextPage) }
            guard error.code == .notActionable else { throw error }
            return .end(.stuck(reason: "\"\(next.label)\" cannot be pressed: \(error.message)"))
        }
    }

    private static func isUnpressed(_ error: ChromiumError) -> Bool {
        error.code == .notActionable || error.code == .detached
    }
}
