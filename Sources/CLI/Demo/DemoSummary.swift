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
            Time          \(String(format: "%.2f", seconds)) s, from the request to the last callback
            Screenshot    \(job.screenshotURLs.first.map { files.appending(path: $0).path } ?? "none")
            """
        )
    }

    private func failure(_ job: Job) -> String {
        job.errorDetails["message"].string.map { ": \($0)" } ?? ""
    }
}
