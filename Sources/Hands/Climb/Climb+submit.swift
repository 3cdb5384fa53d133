import Chromium
import GhostHands

/// The final submit: pressed at most once unless the form itself rejects it (R8), and proven (R26).
extension Climb {
    /// Sends the form, once more when it was rejected and something could be mended, and again with every code that it
    /// asks for.
    ///
    /// - Parameters:
    ///   - first: the button that sends it.
    ///   - reading: the page, everything on it filled.
    ///   - filling: what was done to the page.
    /// - Returns: how the attempt ended, or that there is another page: nothing was sent then.
    /// - Throws: ``ChromiumError`` when the page is gone; what the supervisor throws.
    mutating func submit(
        _ first: ReadButton,
        from reading: PageReading,
        _ filling: inout PageFilling
    ) async throws -> Step {
        var button = first
        var before = reading
        cookbook.leave(by: button)
        var isMended = false
        var isHeldBack = false
        if let step = try await makeReady(&button, on: &before, &filling) { return step }
        if task.company.submits { return try await review(&before, &filling) }
        while true {
            let pressed: PressOutcome
            switch try await send(button, from: before, reading.alerts, on: filling.number, again: isHeldBack) {
            case .answered(let outcome): pressed = outcome
            case .goesOn(let step): return step
            }
            if let blocker = pressed.helpWanted {
                if pressed.mayBeTaken { gate.keep() }
                switch try await seekHelp(after: pressed, with: blocker) {
                case .again(let ready, let again):
                    // A server that sends the form again may send it empty.
                    before = try await filling.fill(ready, &cookbook)
                    button = CodeSender.button(in: before) ?? again
                    isHeldBack = true
                case .leaves(let step): return step
                }
                continue
            }
            let actions = timeline.cost.actionCount
            filling.ledger.tryOtherwise(in: pressed.reading)
            before = try await filling.fill(pressed.reading, &cookbook)
            if filling.isMissing, let step = try await seekAnswers(&before, &filling) { return step }
            // What the server refused it will refuse again, unless something was mended.
            let isChanged = timeline.cost.actionCount > actions || (!pressed.wasSent && pressed.hasComplaint)
            guard !isMended, isChanged, let again = before.button(.submit) else {
                return .end(.rejected(reason: reason(of: pressed, before)))
            }
            button = again
            isMended = true
            if let step = try await makeReady(&button, on: &before, &filling) { return step }
        }
    }

    /// Why the form was not taken: what its fields and its messages say, else what is new on the page.
    private func reason(of pressed: PressOutcome, _ reading: PageReading) -> String {
        if let said = timeline.complaint(of: reading, pressed.complaints) { return said }
        let new = pressed.newLines.filter { $0.count > 2 }.prefix(3)
        let told = new.isEmpty ? nil : "the page says: " + timeline.report.redacted(new.joined(separator: "; "))
        if pressed.wasSent { return told ?? Self.noReason }
        return "the page sent nothing" + (told.map { "; \($0)" } ?? ", and does not say why")
    }

    /// Why a form that waits for a code rejected the submit (R49).
    static let codeRequired = "code_required"

    /// What pressing a button of the form has come to.
    enum Pressed {
        /// The page answered, and what becomes of that is to be judged.
        case answered(PressOutcome)
        /// It is decided where that leads.
        case goesOn(Step)

        static func end(_ end: AttemptEnd) -> Pressed { .goesOn(.end(end)) }
    }

    /// Asks the gate whether a button may be pressed.
    ///
    /// - Returns: nil when it may, else the attempt's end.
    /// - Throws: what the supervisor throws when it cannot be written down.
    mutating func stopAtGate(_ button: ReadButton, on number: Int) async throws -> AttemptEnd? {
        switch try await gate.decide(button, on: number) {
        case .press: nil
        case .alreadySent: .unconfirmed
        case .leaseLost: .leaseLost
        case .theirs:
            .stuck(reason: "\"\(button.label)\" is pressed by the person whose browser it is, and by nobody else")
        }
    }

    /// Presses the submit once, and judges what came of it.
    ///
    /// - Parameter isAgain: whether it was pressed before, and the form held back what it was sent.
    private mutating func send(
        _ button: ReadButton,
        from before: PageReading,
        _ knownAlerts: [PageAlert],
        on number: Int,
        again isAgain: Bool
    ) async throws -> Pressed {
        if let end = try await stopAtGate(button, on: number) { return .end(end) }
        let (acted, patience) = (visit.page, visit.limits.reaction.submit)
        var pressed: PressOutcome
        do {
            pressed = try await visit.press(button, from: before, knownAlerts, settling: patience)
            // Nothing has been sent: it is the same submit that is being confirmed.
            if let assent = pressed.assent {
                pressed = try await visit.press(assent, from: before, knownAlerts, settling: patience)
            }
        } catch let error as ChromiumError where error.code == .notActionable {
            // It was not pressed: something covers it, or it stays disabled. What was sent before may have been kept.
            if isAgain { return .end(.unconfirmed) }
            guard try await gate.rejected() else { return .end(.leaseLost) }
            return .end(.stuck(reason: "\"\(button.label)\" cannot be pressed: \(error.message)"))
        }
        await timeline.reach(.extractingResults)
        // The submit stays written down until somebody has helped: the page may send the form by itself then.
        if pressed.helpWanted != nil { return .answered(pressed) }
        switch pressed.verdictOnSubmit {
        case .confirmed(let evidence):
            await timeline.noteSent(acted.pastActivity)
            return .end(await confirm(evidence))
        case .nextPage where !gate.mayBeTaken:
            return try await gate.rejected() ? .goesOn(.nextPage) : .end(.leaseLost)
        case .rejected where !gate.mayBeTaken: break
        case .unconfirmed where pressed.isPending && !pressed.isServerError:
            await timeline.noteSent(acted.pastActivity)
            return .end(try await awaitLink(after: pressed))
        case .nextPage, .rejected, .stays, .unconfirmed, .codeRequired, .blocked:
            await timeline.noteSent(acted.pastActivity)
            return .end(.unconfirmed)
        }
        guard try await gate.rejected() else { return .end(.leaseLost) }
        await timeline.tell(.submitRejected(reason: reason(of: pressed, pressed.reading)))
        return .answered(pressed)
    }

    /// Writes down what proves that the form was sent.
    mutating func confirm(_ evidence: Evidence) async -> AttemptEnd {
        timeline.report.submitted = true
        timeline.report.evidence = evidence
        await timeline.tell(.submitConfirmed(timeline.report.concealed(evidence)))
        await timeline.reach(.completed)
        return .done
    }
}
