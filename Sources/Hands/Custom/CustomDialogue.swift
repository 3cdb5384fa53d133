import Chromium
import GhostHands

/// An instruction that is carried out step by step: what was done, and what the model is told of it.
struct CustomDialogue: Sendable {
    private let task: AttemptTask
    /// Why the last step would not do.
    private(set) var complaint = ""
    private var history: [String] = []
    private var failures = 0
    private let facts: FactSheet

    private static let mostFailures = 4
    private static let mostHistory = 12

    init(_ task: AttemptTask) {
        self.task = task
        var words = Field(kind: .text, label: task.wanted.instruction)
        words.hint = nil
        facts = FactSheet(task.applicant, for: [(words, .question)])
    }

    mutating func note(_ line: String) {
        history = (history + [line]).suffix(Self.mostHistory)
        failures = 0
    }

    /// Records a step that failed.
    ///
    /// - Parameter reason: why.
    /// - Returns: whether that was one too many.
    mutating func fail(_ reason: String) -> Bool {
        complaint = reason
        history = (history + ["failed: \(reason)"]).suffix(Self.mostHistory)
        failures += 1
        return failures >= Self.mostFailures
    }

    func reveal(_ value: String) -> FactSheet.Revealed {
        facts.reveal(value, in: Field(kind: .text, label: task.wanted.instruction), asked: .question)
    }

    private static let instructions = """
        You carry out an instruction on a web page, one step at a time. PAGE is its outline: what can be acted upon has a \
        number in brackets. \(PageWords.marked) Follow TASK alone. {{name}} in FACTS stands for a value that you may \
        use and not see. do is click, fill (value), choose (value is the option), check (value yes or no), press (value Enter or \
        Escape), done (value says in a sentence what came of it, data holds what was asked for as a JSON text, else null) \
        or give_up (value says why). element is the number of what to act upon, else null. You stay on this site. A form \
        is sent at most once. thought: one short sentence without personal data.
        """

    func question(_ outline: Outline, title: String) -> ModelQuestion {
        var text = "TASK \(task.wanted.instruction.quoted)\n"
        if task.wanted.schema.object != nil { text += "DATA WANTED as this JSON Schema: \(task.wanted.schema.text)\n" }
        if !facts.facts.isEmpty { text += "FACTS\n\(facts.text)\n" }
        if !history.isEmpty { text += "DONE SO FAR\n" + history.map(\.oneLine).joined(separator: "\n") + "\n" }
        text += "PAGE \(title.quoted)\n"
        text += outline.marked
        if outline.isCut { text += "\n(the page goes on)" }
        return ModelQuestion(
            instructions: Self.instructions,
            text: text,
            schema: AgentStep.schema(isOfTask: true),
            schemaName: "step",
            mostOutput: 2000
        )
    }
}
