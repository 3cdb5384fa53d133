import Chromium
import GhostHands

extension AttemptRun {
    /// Carries out an instruction step by step, over what the page offers, on one site.
    ///
    /// - Returns: how it ended; what came of it is the run's data.
    /// - Throws: ``ChromiumError`` when the page is gone; what the supervisor throws.
    mutating func carryOut() async throws -> AttemptEnd {
        await goWithout(.aiOnly, reason: nil)
        guard let model = attempt.model else { return .noModel(reason: attempt.task.whyNoModel) }
        if let end = try await open() { return end }
        guard let lock = attempt.lock else { return try await walk(with: model) }
        return try await lock.hold(&self) { try await $0.walk(with: model) }
    }

    private mutating func walk(with model: ChosenModel) async throws -> AttemptEnd {
        var walk = Walk(task: attempt.task, site: page.address.site)
        let limit = attempt.task.kind.actionLimit
        await reach(.analyzingPage)
        while agent.decided < limit {
            let reading = try await look()
            if let blocker = reading.blockers.first { return .blocked(blocker) }
            let outline = try await page.outline(mostCharacters: Walk.mostCharacters, after: walk.outline)
            walk.outline = outline
            guard let answer = try await ask(model, walk.question(outline, title: reading.title)) else {
                return agent.end ?? .unanswered
            }
            agent.decided += 1
            guard let step = AgentStep(answer.json) else {
                if walk.fail("the answer was no step of the schema") {
                    return .undone(reason: "the model gives no usable step")
                }
                continue
            }
            await think(step.thought)
            switch step.kind {
            case .done:
                if let end = await finish(step, walk, reading) { return end }
                if walk.fail("the data does not fit the schema") { return .unusable(reason: walk.complaint) }
            case .giveUp: return .undone(reason: safe(step.value.isEmpty ? "the model gives up" : step.value))
            case .act(let action):
                if let end = try await act(action, step, on: outline, &walk) { return end }
            }
        }
        return .tooManyActions(limit: limit)
    }

    private mutating func finish(_ step: AgentStep, _ walk: Walk, _ reading: PageReading) async -> AttemptEnd? {
        let schema = attempt.task.schema
        if schema.object != nil, !JSONSchema(schema).faults(in: step.data).isEmpty { return nil }
        // A page that was told a value may show it, and the model may repeat what it was told (R66).
        let applicant = attempt.task.applicant
        let summary = Redaction(applicant.confidences).applied(to: step.value.oneLine)
        var members: [String: JSON] = [
            "summary": .string(String(summary.prefix(1000))), "steps": .int(Int64(agent.decided)),
        ]
        if !step.data.isNull { members["extracted_data"] = Redaction(applicant.secrets).applied(to: step.data) }
        data = .object(members)
        let veil = Redaction(applicant.confidences)
        report.pages.append(
            .init(
                number: 1,
                url: veil.applied(to: reading.url.plain),
                title: veil.applied(to: reading.title)
            )
        )
        await reach(.completed)
        return .done
    }

    private mutating func act(
        _ action: AgentStep.Action,
        _ step: AgentStep,
        on outline: Outline,
        _ walk: inout Walk
    ) async throws -> AttemptEnd? {
        guard let element = step.element.flatMap({ outline[$0] }) else {
            await tell(.offFormInstruction, ["reason": "unknown_element"])
            return walk.fail("there is no such element")
                ? .undone(reason: "the model names nothing that is there") : nil
        }
        guard case .text(let value) = walk.reveal(step.value) else {
            await tell(.offFormInstruction, ["reason": "placeholder"])
            return walk.fail("there is no such placeholder") ? .undone(reason: "the model names no known value") : nil
        }
        let name = "\(action.rawValue) [\(step.element ?? 0)]"
        do {
            switch action == .click ? try await mayClick(element, &walk) : .yes {
            case .yes: break
            case .leaseLost: return .leaseLost
            case .secondSubmit:
                await tell(.offFormInstruction, ["reason": "second_submit"])
                return walk.fail("a form was sent already; a second one is never sent")
                    ? .undone(reason: "the model wants to send a second form") : nil
            }
            try await perform(action, on: element, value)
            walk.note("\(name): done")
            await completed(action.words, kind: action.rawValue)
        } catch let error as ChromiumError where Self.isOfElement(error) {
            await failed(action.words, kind: action.rawValue, reason: error.message)
            if walk.fail("\(name): \(error.message)") { return .undone(reason: error.message) }
        }
        if let site = walk.site, let now = page.address.site, now != site {
            await tell(.offFormInstruction, ["reason": "other_site"])
            return .undone(reason: "the step led to another site")
        }
        return nil
    }

    static func isOfElement(_ error: ChromiumError) -> Bool {
        Filler.isOfControl(error) || error.code == .navigation
    }

    /// Whether an element may be clicked: one that posts a form only once, and after that was written down (R8).
    private mutating func mayClick(_ element: ElementHandle, _ walk: inout Walk) async throws -> MayClick {
        let reading = try await look()
        guard let button = reading.buttons.first(where: { $0.handle == element }),
            button.posts || button.role == .submit
        else { return .yes }
        guard !walk.hasSent else { return .secondSubmit }
        walk.hasSent = true
        return try await intend(button, on: 1) ? .yes : .leaseLost
    }

    /// Whether something may be clicked, and if not, why.
    private enum MayClick {
        case yes
        /// It would send a form, and one was sent already.
        case secondSubmit
        /// Somebody else holds the job now.
        case leaseLost
    }

    mutating func perform(_ action: AgentStep.Action, on element: ElementHandle, _ value: String) async throws {
        let acted = page
        let known = context.pages.count
        await started(action.words)
        let control = attempt.limits.control
        let (_, activity) = try await acted.activity {
            switch action {
            case .click: try await acted.click(element, timeout: control)
            case .fill: try await acted.fill(element, with: value, timeout: control)
            case .choose: try await acted.select(element, [OptionChoice.label(value)], timeout: control)
            case .check: try await acted.setChecked(element, value.lowercased() != "no", timeout: control)
            case .press:
                try await acted.focus(element, timeout: control)
                try await acted.press(value == "Escape" ? "Escape" : "Enter", timeout: control)
            }
        }
        _ = try await acted.settle(activity, timeout: attempt.limits.settling)
        try await goToOpened(from: acted, known: known, settling: attempt.limits.settling)
    }
}
