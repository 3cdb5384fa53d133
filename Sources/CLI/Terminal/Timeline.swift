import Foundation
import GhostHands

/// A job's events as lines for a person (contract 11.2): time, mode dot, what was done.
struct Timeline: Sendable {
    /// The line of an event, or nil when it says nothing to a person.
    ///
    /// - Parameters:
    ///   - type: what happened.
    ///   - metadata: what belongs to it.
    ///   - date: when.
    /// - Returns: the line.
    func line(_ type: EventType, _ metadata: JSON, at date: Date) -> String? {
        guard let text = text(type, metadata) else { return nil }
        return "\(clock(date))  \(dot(type, metadata))  \(text)"
    }

    private func text(_ type: EventType, _ metadata: JSON) -> String? {
        switch type {
        case .stepCompleted: metadata["action"].string
        case .stepFailed: "\(metadata["action"].string ?? ""): \(metadata["reason"].string ?? "")"
        case .jobStarted: "Worker \(metadata["worker_id"].string ?? "") took the job"
        case .pageRead: "Read page \(metadata["page"].int ?? 1): \(metadata["fields"].int ?? 0) fields"
        case .manualFound: "Found a manual (health \(Int(metadata["health_score"].double ?? 0)))"
        case .manualCreated: "✓ Learned the form: a manual of \(metadata["steps"].int ?? 0) steps"
        case .modeSwitched: "Switching to AI Agent: \(metadata["reason"].string ?? "")"
        case .thought: metadata["content"].string.map { "Thinking: \($0)" }
        case .tokensUsed: tokens(metadata)
        case .answersRecalled: "Remembered \(metadata["count"].int ?? 0) answers of earlier jobs"
        case .offFormInstruction:
            "Ignored: the model wanted something beyond the form (\(metadata["reason"].string ?? ""))"
        case .blockerDetected: "Blocked: \(metadata["blocker_type"].string ?? "")"
        case .submitIntended: "Recorded that the form is about to be sent"
        case .submitRejected: "The form refused: \(metadata["reason"].string ?? "no reason given")"
        case .submitConfirmed: "✓ Confirmed" + (metadata["confirmation_number"].string.map { ": \($0)" } ?? "")
        case .jobCompleted where metadata["final_mode"].string == "cookbook": "✓ Cookbook complete \(cost(metadata))"
        case .jobCompleted: "✓ \(metadata["result_summary"].string ?? "Done") \(cost(metadata))"
        case .jobFailed: "✗ \(metadata["error_code"].string ?? ""): \(metadata["error_message"].string ?? "")"
        case .attemptFailed: "Attempt failed, trying again: \(metadata["error_message"].string ?? "")"
        default: nil
        }
    }

    private func tokens(_ metadata: JSON) -> String {
        let count = (metadata["input_tokens"].int ?? 0) + (metadata["output_tokens"].int ?? 0)
        let dollars = String(format: "%.6f", metadata["cost_usd"].double ?? 0)
        return "Asked \(metadata["model"].string ?? "the model"): \(count) tokens, $\(dollars)"
    }

    private func cost(_ metadata: JSON) -> String {
        let dollars = (metadata["cost_cents"].double ?? 0) / 100
        return "(\(metadata["action_count"].int ?? 0) actions, $\(String(format: "%.4f", dollars)))"
    }

    private func dot(_ type: EventType, _ metadata: JSON) -> String {
        switch type {
        case .stepFailed where metadata["mode"].string == "cookbook": Terminal.paint("●", .amber)
        case .stepFailed, .jobFailed, .submitRejected, .blockerDetected, .attemptFailed: Terminal.paint("●", .red)
        case .modeSwitched, .offFormInstruction: Terminal.paint("●", .amber)
        case .manualFound, .manualCreated: Terminal.paint("●", .green)
        default:
            Terminal.paint(
                "●",
                (metadata["mode"].string ?? metadata["final_mode"].string) == "cookbook" ? .green : .blue
            )
        }
    }

    private func clock(_ date: Date) -> String {
        let seconds = Int(date.timeIntervalSince1970) + TimeZone.current.secondsFromGMT(for: date)
        let parts = [seconds / 3600 % 24, seconds / 60 % 60, seconds % 60]
        return Terminal.paint(parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":"), .dim)
    }
}
