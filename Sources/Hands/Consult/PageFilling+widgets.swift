import Chromium
import GhostHands

/// Working controls that no driver of ours understands, step by step over the outline, as a model says.
extension PageFilling {
    private static let (mostWidgets, mostSteps) = (3, 8)

    /// Works the controls that the form demands and that would not take their answers.
    ///
    /// Nothing may leave the page meanwhile, and whether a field holds its answer is read back as always.
    ///
    /// - Parameter reading: the page, everything else on it filled.
    /// - Returns: the page as it is afterwards; nil when nothing was done.
    /// - Throws: ``ChromiumError`` when the page is gone; what the supervisor throws.
    mutating func workWidgets(_ reading: PageReading) async throws -> PageReading? {
        guard let model = consultant.model, visit.canHold, consultant.end == nil else { return nil }
        let stuck = ledger.unworkable(in: reading).filter { one in
            !consultation.worked.contains(one.key) && reading.isOfMainFrame(one.target)
        }
        guard !stuck.isEmpty else { return nil }
        for one in stuck.prefix(Self.mostWidgets) {
            consultation.worked.insert(one.key)
            try await visit.holdStill { try await work(one, with: model) }
        }
        return try await visit.look(afterInput: true)
    }

    private mutating func work(_ one: PageLedger.Unworkable, with model: ChosenModel) async throws {
        var outline: Outline?
        var history: [String] = []
        for _ in 0..<Self.mostSteps where consultant.mayDecide {
            let seen = try await visit.page.outline(mostCharacters: Outline.mostCharacters, after: outline)
            outline = seen
            let question = WidgetQuestion.question(one, seen, history)
            guard let answer = try await consultant.ask(model, question), let step = AgentStep(answer.json) else {
                return
            }
            consultant.count()
            await consultant.think(step.thought)
            guard case .act(let action) = step.kind else { return }
            history.append(try await carryOut(action, step, on: seen, for: one))
            ledger.check(try await visit.look(afterInput: true))
            if ledger.holds(one.key) { return }
        }
    }

    /// Does one step, where it may be done.
    ///
    /// - Returns: what the model is told of it.
    private func carryOut(
        _ action: AgentStep.Action,
        _ step: AgentStep,
        on outline: Outline,
        for one: PageLedger.Unworkable
    ) async throws -> String {
        let reading = try await visit.look()
        guard let element = step.element.flatMap({ outline[$0] }), mayTouch(element, for: one.target, on: reading)
        else {
            await consultant.refuse("unknown_element")
            return "failed: that element may not be touched"
        }
        // In a box of a form the Enter key sends the form; in a list it chooses.
        if action == .press, step.value != "Escape", one.target.field.kind != .combobox,
            reading.sender(at: element, byEnter: true) != nil
        {
            return "failed: Enter could send the form here"
        }
        do {
            let value = step.value.replacing("{{answer}}", with: one.wanted)
            try await visit.act(action, on: element, value)
            let words = "Worked \"\(one.target.field.label)\": \(action.words.lowercased())"
            await timeline.completed(words, action.kind)
            return "\(action.rawValue) [\(step.element ?? 0)]: done"
        } catch let error as ChromiumError where error.isOfElement {
            return "failed: \(error.message)"
        }
    }

    /// Whether an element may be touched for the sake of a field: nothing that belongs to another, sends or leads on.
    private func mayTouch(_ element: ElementHandle, for target: ReadField, on reading: PageReading) -> Bool {
        let isOther = reading.fields.contains {
            ($0.handle == element || $0.optionHandles.contains(element)) && $0.identity != target.identity
        }
        let isForward = reading.buttons.contains {
            $0.handle == element
                && ($0.posts || $0.role != .other || $0.isLink || ($0.key.form != nil && $0.key != target.key))
        }
        return !isOther && !isForward
    }
}

/// How a model is asked to work a control.
private enum WidgetQuestion {
    static func question(_ one: PageLedger.Unworkable, _ outline: Outline, _ history: [String]) -> ModelQuestion {
        let done = history.isEmpty ? "" : "DONE SO FAR\n" + history.suffix(8).joined(separator: "\n") + "\n"
        return ModelQuestion(
            instructions: """
                A control of a form is to hold an answer, and it is of no usual kind. PAGE is the outline: what can be acted \
                upon has a number in brackets. \(PageWords.marked) Give one step: click, fill (value {{answer}} \
                stands for the answer), choose (value is the option), check (yes or no), press (Enter or Escape), or \
                give_up. Touch nothing but this control and what it opens. thought: one short sentence.
                """,
            text: """
                CONTROL \(one.target.field.label.quoted)
                ANSWER \(one.isTellable ? one.wanted.quoted : "{{answer}}")
                \(done)PAGE
                \(outline.marked)
                """,
            schema: AgentStep.schema(isOfTask: false),
            schemaName: "step",
            mostOutput: 400
        )
    }
}
