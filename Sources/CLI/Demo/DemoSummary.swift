import Foundation
import GhostHands
import Store

/// The demonstration's last five lines.
struct DemoSummary: Sendable {
    let parts: Wiring.Parts
    let files: URL
    let elapsed: Duration

    func show(_ id: UUID) async throws {
        guard let job = try await parts.store.jobs.find(id) else { return }
        let fields = job.resultData["fields"].array ?? []
        let filled = fields.count { ["filled", "already"].contains($0["outcome"].string ?? "") }
        let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
        let isDone = job.status == .completed
        Terminal.say(
            """

            Status        \(Terminal.paint(job.status.rawValue, isDone ? .green : .red))\(failure(job))
            Confirmation  \(job.resultData["confirmation_number"].string ?? "none")
            Fields        \(filled) of \(fields.count) filled
            Mode          \(mode(job))
            Cost          \(cost(job))
            Time          \(String(format: "%.2f", seconds)) s, from the request to the last callback
            Screenshot    \(job.screenshotURLs.first.map { files.appending(path: $0).path } ?? "none")
            """
        )
    }

    private func mode(_ job: Job) -> String {
        let manual = job.metadata[.engine]["manual_id"].string.map { ", manual \($0.prefix(8))" } ?? ""
        return switch job.finalMode {
        case .cookbook: Terminal.paint("Cookbook", .green) + manual
        case .hybrid: Terminal.paint("Hybrid", .amber) + manual
        default: Terminal.paint("AI Agent", .blue) + ", no model needed; the form is learned now"
        }
    }

    /// What the job cost, by mode, in one line.
    private func cost(_ job: Job) -> String {
        let cost = job.metadata[.costBreakdown]
        let (total, actions) = (cost["total_cost_usd"].double ?? 0, cost["action_count"].int ?? 0)
        let saved = actions > 0 ? Int(((1 - total / (Double(actions) * 0.0025)) * 100).rounded()) : 0
        return "\(cost["cookbook_steps"].int ?? 0) steps from the manual, \(cost["magnitude_steps"].int ?? 0) without, "
            + "$\(String(format: "%.4f", total)), \(saved) % cheaper than a full AI run"
    }

    private func failure(_ job: Job) -> String {
        job.errorDetails["message"].string.map { ": \($0)" } ?? ""
    }
}
