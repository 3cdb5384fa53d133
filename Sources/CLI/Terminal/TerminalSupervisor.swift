import Foundation
import GhostHands
import Hands

/// Stands over the hands when a person runs `ghosthands fill`: shows what is done, allows the submit.
struct TerminalSupervisor: Supervisor {
    /// Whether the timeline is shown.
    let isVerbose: Bool

    func report(_ event: JobEvent) async {
        guard isVerbose, let line = Timeline().line(event.type, .object(event.metadata), at: Date()) else { return }
        Terminal.remark(line)
    }

    func progress(_ progress: JobProgress) async {}

    /// The person said `--submit`, and nobody else holds the job.
    func intendSubmit() async throws -> Bool { true }

    func submitRejected() async throws -> Bool { true }
}
