import Chromium
import GhostHands

/// From a page that shows no form to one that does.
extension Climb {
    /// Presses the button that leads to the form.
    ///
    /// One that sends something may be the whole application: then it counts as the submit, until a form shows (R8).
    mutating func follow(_ apply: ReadButton, from reading: PageReading, _ number: Int) async throws -> Step {
        guard apply.posts else {
            _ = try await visit.click(apply)
            return .nextPage
        }
        guard task.may.submit else {
            return .end(.stuck(reason: "\"\(apply.label)\" may send the application itself, and it was not to be sent"))
        }
        if task.company.submits { return try await pass(.review, on: reading) }
        if let end = try await stopAtGate(apply, on: number) { return .end(end) }
        let pressed: PressOutcome
        do {
            pressed = try await visit.press(apply, from: reading, reading.alerts)
        } catch let error as ChromiumError where error.code == .notActionable {
            // It was not pressed: something covers it.
            guard try await gate.rejected() else { return .end(.leaseLost) }
            return .end(.stuck(reason: "\"\(apply.label)\" cannot be pressed: \(error.message)"))
        }
        if case .confirmed(let evidence) = pressed.verdictOnSubmit { return .end(await confirm(evidence)) }
        if pressed.reading.form.isEmpty { return .end(.unconfirmed) }
        return try await gate.rejected() ? .nextPage : .end(.leaseLost)
    }

    /// Looks for the way to the form on a page that shows neither a form nor a button that is known to lead to one: a
    /// model names an element of the page's outline, and where it finds none, says what stands in the way (R16).
    ///
    /// Nothing was filled yet, so that neither outline nor picture shows the applicant's data.
    ///
    /// - Parameter reading: the page.
    /// - Returns: where that leads.
    /// - Throws: ``ChromiumError`` when the page is gone; what the supervisor throws.
    mutating func findWay(from reading: PageReading) async throws -> Step {
        guard let model = consultant.model, visit.canHold, isBeforeForm, !reading.text.isEmpty else {
            return .end(.noForm)
        }
        guard way.timesAsked < WayToForm.mostQuestions else {
            return try await lookForBlocker(on: reading) ?? .end(.noForm)
        }
        way.timesAsked += 1
        let outline = try await visit.page.outline(mostCharacters: Outline.mostCharacters)
        guard let answer = try await consultant.ask(model, WayQuestion.way(outline, title: reading.title)) else {
            return .end(consultant.end ?? .noForm)
        }
        await consultant.think(answer.json?["thought"].string ?? "")
        guard let number = answer.json?["element"].int else {
            return try await lookForBlocker(on: reading) ?? .end(.noForm)
        }
        guard let element = outline[number], maySeek(element, reading) else {
            await consultant.refuse("unknown_element")
            return .end(.noForm)
        }
        consultant.count()
        let button = ReadButton.at(element, called: "what leads to the form")
        return try await visit.hold { try await visit.tryPress(button) } ? .nextPage : .end(.noForm)
    }

    /// What sends something off is never pressed for a model.
    private func maySeek(_ element: ElementHandle, _ reading: PageReading) -> Bool {
        !reading.buttons.contains { $0.handle == element && ($0.posts || $0.role == .submit) }
    }

    /// Asks a model that sees, once, what stands before the form.
    private mutating func lookForBlocker(on reading: PageReading) async throws -> Step? {
        guard let model = consultant.imageModel, !way.hasLooked else { return nil }
        way.hasLooked = true
        let question = WayQuestion.blocker(try await visit.page.screenshot())
        guard let answer = try await consultant.ask(model, question) else { return nil }
        let kinds: [String: Blocker.Kind] = [
            "captcha": .captcha, "login": .login, "code": .twoFactor, "bot_check": .botCheck,
        ]
        guard let kind = kinds[answer.json?["blocker"].string ?? ""] else { return nil }
        let blocker = Blocker(kind: kind, confidence: 0.7, sign: "seen in a picture of the page")
        return try await pass(.seenBlocker(blocker), on: reading)
    }
}
