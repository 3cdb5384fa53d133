import Foundation
import GhostHands

/// A job's events as lines for a person: time, mode dot, what was done.
struct EventLines: Sendable {
    /// The line of an event, or nil when it says nothing to a person.
    ///
    /// - Parameters:
    ///   - event: what happened.
    ///   - date: when.
    /// - Returns: the line.
    func line(_ event: JobEvent, at date: Date) -> String? {
        guard let text = text(event) else { return nil }
        return "\(clock(date))  \(dot(event))  \(text)"
    }

    private func text(_ event: JobEvent) -> String? {
        switch event.type {
        case .stepCompleted: event.action
        case .stepFailed: "\(event.action ?? ""): \(event.reason ?? "")"
        case .jobStarted: "Worker \(event.workerID ?? "") took the job"
        case .pageRead: "Read page \(event.page ?? 1): \(event.fieldCount ?? 0) fields"
        case .manualFound: "Found a manual (health \(Int(event.healthScore ?? 0)))"
        case .manualCreated: "✓ Learned the form: a manual of \(event.stepCount ?? 0) steps"
        case .modeSwitched: "Switching to AI Agent: \(event.reason ?? "")"
        case .thought: event.content.map { "Thinking: \($0)" }
        case .tokensUsed: "Asked \(event.model ?? "the model"): \(event.tokenCount) tokens, \(dollars(event, "%.6f"))"
        case .answersRecalled: "Remembered \(event.count ?? 0) answers of earlier jobs"
        case .offFormInstruction: "Ignored: the model wanted something beyond the form (\(event.reason ?? ""))"
        case .blockerDetected: "Blocked: \(event.blockerType ?? "")"
        case .hitlPaused: "Waiting for a human: \(event.blockerType ?? "")"
        case .hitlResumed: "A human has answered (\(event.resolutionType ?? ""))"
        case .hitlTimeout: "No human has answered in time"
        case .resumedElsewhere: "Going on in another browser"
        case .sessionRestored: "Restored the session"
        case .traceKept: "Kept the recording"
        case .sessionSaved: "Kept the session"
        case .sessionExpired: "The session is no longer accepted"
        case .submitIntended: "Recorded that the form is about to be sent"
        case .submitRejected: "The form refused: \(event.reason ?? "no reason given")"
        case .submitConfirmed: "✓ Confirmed" + (event.confirmationNumber.map { ": \($0)" } ?? "")
        case .jobCompleted where event.mode == .cookbook: "✓ Cookbook complete \(cost(event))"
        case .jobCompleted: "✓ \(event.resultSummary ?? "Done") \(cost(event))"
        case .jobFailed: "✗ \(event.errorCode ?? ""): \(event.errorMessage ?? "")"
        case .attemptFailed: "Attempt failed, trying again: \(event.errorMessage ?? "")"
        default: nil
        }
    }

    private func dollars(_ event: JobEvent, _ format: String) -> String {
        "$" + String(format: format, event.dollars ?? 0)
    }

    private func cost(_ event: JobEvent) -> String {
        "(\(event.actionCount ?? 0) actions, \(dollars(event, "%.4f")))"
    }

    private func dot(_ event: JobEvent) -> String {
        switch event.type {
        case .stepFailed where event.mode == .cookbook: Terminal.paint("●", .amber)
        case .stepFailed, .jobFailed, .submitRejected, .blockerDetected, .attemptFailed, .hitlTimeout:
            Terminal.paint("●", .red)
        case .modeSwitched, .offFormInstruction, .hitlPaused, .hitlResumed: Terminal.paint("●", .amber)
        case .manualFound, .manualCreated: Terminal.paint("●", .green)
        default: Terminal.paint("●", event.mode == .cookbook ? .green : .blue)
        }
    }

    private func clock(_ date: Date) -> String {
        let seconds = Int(date.timeIntervalSince1970) + TimeZone.current.secondsFromGMT(for: date)
        let parts = [seconds / 3600 % 24, seconds / 60 % 60, seconds % 60]
        return Terminal.paint(parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":"), .dim)
    }
}
