import Chromium
import GhostHands

/// Carries out an instruction step by step, over what the page offers, on one site.
struct Custom {
    private let task: AttemptTask
    private let visit: Visit
    private let consultant: Consultant
    private var gate: SubmitGate
    private var dialogue: CustomDialogue
    private var data: JSON?

    init(_ attempt: Attempt, _ visit: Visit, _ consultant: Consultant) {
        task = attempt.task
        self.visit = visit
        self.consultant = consultant
        gate = SubmitGate(attempt, visit)
        dialogue = CustomDialogue(task)
    }

    private var timeline: Timeline { visit.timeline }

    /// Carries it out.
    ///
    /// - Returns: how it ended, and what came of it.
    /// - Throws: ``ChromiumError`` when the page is gone; what the supervisor throws.
    mutating func run() async throws -> (AttemptEnd, data: JSON?) {
        await timeline.select(.magnitude, because: nil)
        guard let model = consultant.model else { return (.noModel(reason: task.whyNoModel), nil) }
        if let end = try await visit.open(task.url) { return (end, nil) }
        let end = try await visit.hold { try await walk(with: model) }
        return (end, data)
    }

    private mutating func walk(with model: ChosenModel) async throws -> AttemptEnd {
        let site = visit.page.address.site
        var outline: Outline?
        await timeline.reach(.analyzingPage)
        while consultant.mayDecide {
            let reading = try await visit.look()
            if let blocker = reading.inTheWay {
                if case .end(let end) = try await visit.stop(for: .blocker(blocker)) { return end }
                continue
            }
            let seen = try await visit.page.outline(mostCharacters: Outline.mostCharacters, after: outline)
            outline = seen
            guard let answer = try await consultant.ask(model, dialogue.question(seen, title: reading.title)) else {
                return consultant.end ?? .unanswered
            }
            consultant.count()
            guard let step = AgentStep(answer.json) else {
                if dialogue.fail("the answer was no step of the schema") {
                    return .undone(reason: "the model gives no usable step")
                }
                continue
            }
            await consultant.think(step.thought)
            if let end = try await carryOut(step, on: seen, reading) { return end }
            if let site, let now = visit.page.address.site, now != site {
                await consultant.refuse("other_site")
                return .undone(reason: "the step led to another site")
            }
        }
        return .tooManyActions(limit: consultant.actionLimit)
    }

    private mutating func carryOut(
        _ step: AgentStep,
        on outline: Outline,
        _ reading: PageReading
    ) async throws -> AttemptEnd? {
        switch step.kind {
        case .done:
            if let end = await finish(step, reading) { return end }
            return dialogue.fail("the data does not fit the schema") ? .unusable(reason: dialogue.complaint) : nil
        case .giveUp:
            return .undone(reason: consultant.safe(step.value.isEmpty ? "the model gives up" : step.value))
        case .act(let action): return try await act(action, step, on: outline)
        }
    }

    private mutating func finish(_ step: AgentStep, _ reading: PageReading) async -> AttemptEnd? {
        let schema = task.wanted.schema
        if schema.object != nil, !JSONSchema(schema).faults(in: step.data).isEmpty { return nil }
        // A page that was told a value may show it, and the model may repeat what it was told (R66).
        let veil = Redaction(task.applicant.confidences)
        let summary = veil.applied(to: step.value.oneLine)
        var members: [String: JSON] = [
            "summary": .string(String(summary.prefix(1000))), "steps": JSON(consultant.actions),
        ]
        if !step.data.isNull { members["extracted_data"] = Redaction(task.applicant.secrets).applied(to: step.data) }
        data = .object(members)
        let (url, title) = (veil.applied(to: reading.url.plain), veil.applied(to: reading.title))
        timeline.report.pages.append(.init(number: 1, url: url, title: title))
        await timeline.reach(.completed)
        return .done
    }

    // MARK: Acting

    private mutating func act(
        _ action: AgentStep.Action,
        _ step: AgentStep,
        on outline: Outline
    ) async throws -> AttemptEnd? {
        guard let element = step.element.flatMap({ outline[$0] }) else {
            return await refuse("unknown_element", "there is no such element", "the model names nothing that is there")
        }
        guard case .text(let value) = dialogue.reveal(step.value) else {
            return await refuse("placeholder", "there is no such placeholder", "the model names no known value")
        }
        let name = "\(action.rawValue) [\(step.element ?? 0)]"
        var mayHaveSent = false
        do {
            if let sender = try await sender(action, value, on: element) {
                switch try await gate.decide(sender, on: 1) {
                case .press: mayHaveSent = true
                case .leaseLost: return .leaseLost
                case .theirs: return .undone(reason: "what sends a form is pressed by the person whose browser it is")
                case .alreadySent:
                    return await refuse(
                        "second_submit",
                        "a form was sent already; a second one is never sent",
                        "the model wants to send a second form"
                    )
                }
            }
            try await visit.act(action, on: element, value)
            dialogue.note("\(name): done")
            await timeline.completed(action.words, action.kind)
        } catch let error as ChromiumError where error.isOfElement {
            // What cannot be pressed was not: the form may be sent once it can.
            if mayHaveSent, error.code == .notActionable, try await !gate.rejected() { return .leaseLost }
            await timeline.failed(action.words, action.kind, reason: error.message)
            if dialogue.fail("\(name): \(error.message)") { return .undone(reason: error.message) }
        }
        return nil
    }

    /// Does not do what the model wants, and tells it so.
    ///
    /// - Returns: the end, when that was one too many.
    private mutating func refuse(_ event: String, _ complaint: String, _ end: String) async -> AttemptEnd? {
        await consultant.refuse(event)
        return dialogue.fail(complaint) ? .undone(reason: end) : nil
    }

    /// What would send a form if this were done to an element: that is done only once, and after it was written down (R8).
    private func sender(
        _ action: AgentStep.Action,
        _ value: String,
        on element: ElementHandle
    ) async throws -> ReadButton? {
        let isEnter = action == .press && value != "Escape"
        guard action == .click || isEnter else { return nil }
        return try await visit.look().sender(at: element, byEnter: isEnter)
    }
}
