import GhostHands
import Hands

/// The last lines of `ghosthands fill`, and its exit code.
struct FillSummary {
    private let result: AttemptResult

    init(_ result: AttemptResult) { self.result = result }

    static func exitCode(_ result: AttemptResult) -> Int32 {
        switch result.end {
        case .done: result.report.missing.isEmpty ? 0 : 2
        case .unanswered, .rejected, .stuck, .noManual, .manualFailed, .overBudget, .tooManyActions, .modelFailed,
            .noModel, .unusable, .undone, .nobodyAnswered, .parked:
            2
        case .blocked: 3
        case .unreachable, .refused, .closed, .noForm: 4
        case .unconfirmed, .leaseLost: 5
        }
    }

    func show() {
        let report = result.report
        for entry in report.fields where entry.outcome == .refused || entry.isMissing {
            let mark = entry.field.isRequired ? Terminal.paint("required", .red) : Terminal.paint("optional", .amber)
            Terminal.say("  \(mark)  \(entry.field.label): \(entry.reason ?? entry.outcome.rawValue)")
        }
        for entry in report.sentDifferently {
            guard case .differently(let value) = entry.sent else { continue }
            let told = entry.isShown(to: .applicant) ? "\"\(value)\"" : "something else"
            Terminal.say("  \(Terminal.paint("changed", .amber))  \(entry.field.label): the page sent \(told)")
        }
        Terminal.say("\(verdict)")
        if report.pages.isEmpty { return }
        Terminal.say(
            "\(report.filledCount) of \(report.fields.count) fields filled on \(report.pages.count) page(s) in "
                + "\(Int(report.elapsedMilliseconds)) ms\(cookbook)"
        )
    }

    /// What came of the manual, where there was one.
    private var cookbook: String {
        guard result.cookbook.manual != nil else { return "" }
        let steps = "\(result.cost.cookbookSteps) of \(result.cost.actionCount) steps from the manual"
        return ", \(steps)" + (result.cookbook.fallbackReason.map { ", until \($0)" } ?? "")
    }

    private var verdict: String {
        switch result.end {
        case .done where result.report.submitted:
            Terminal.paint("Submitted", .green)
                + (result.report.evidence?.confirmationNumber.map { ", confirmation \($0)" } ?? "")
        case .done: Terminal.paint("Filled, not submitted", .green) + " (use --submit to send it)"
        case .unanswered: Terminal.paint("Not submitted: required answers are missing", .red)
        case .blocked(let blocker):
            Terminal.paint("Blocked: \(blocker.kind.rawValue)", .red)
                + " (\(blocker.sign)); the application was not accepted"
        case .unreachable(let reason, _): Terminal.paint("The page could not be loaded: \(reason)", .red)
        case .refused(let reason): Terminal.paint("The address is not allowed: \(reason)", .red)
        case .closed(let reason): Terminal.paint("The posting is closed: \(reason)", .red)
        case .noForm: Terminal.paint("The page shows no form to fill", .red)
        case .stuck(let reason): Terminal.paint("The form does not go on to its next page: \(reason)", .red)
        case .rejected(let reason): Terminal.paint("The form refused the submit: \(reason)", .red)
        case .unconfirmed: Terminal.paint("Submitted, but nothing proves that it was accepted", .amber)
        case .overBudget(.job(let budget)), .overBudget(.month(let budget)):
            Terminal.paint("The budget of $\(budget.text) for language models is used up", .red)
        case .tooManyActions(let limit): Terminal.paint("The model reached its limit of \(limit) actions", .red)
        case .modelFailed(let error): Terminal.paint("The language model does not answer: \(error)", .red)
        case .noModel(let reason): Terminal.paint("A language model is needed: \(reason)", .red)
        case .unusable(let reason), .undone(let reason): Terminal.paint("Not done: \(reason)", .red)
        case .noManual(let reason): Terminal.paint("No manual: \(reason)", .red)
        case .manualFailed(let reason): Terminal.paint("The manual does not fit the form any more: \(reason)", .red)
        case .nobodyAnswered, .parked: Terminal.paint("Not submitted: nobody has helped", .red)
        case .leaseLost: Terminal.paint("Stopped", .amber)
        }
    }
}
