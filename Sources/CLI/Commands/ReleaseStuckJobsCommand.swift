import ArgumentParser
import Foundation
import GhostHands
import Store

/// Takes jobs back from workers that have fallen silent.
struct ReleaseStuckJobsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release-stuck-jobs",
        abstract: "Take jobs back from workers that have fallen silent.",
        discussion: """
            Every running process does this by itself twice a minute; the command is for when none runs. A job goes back \
            to the queue and counts as an attempt; one whose submit was begun fails with submission_unconfirmed instead, \
            for it may have been sent.
            """
    )

    @Option(help: "After how many seconds without a sign of life a worker counts as gone (at least 1).")
    var staleAfter = 120

    func validate() throws {
        guard (1...86_400).contains(staleAfter) else {
            throw ValidationError("--stale-after must be between 1 and 86400 seconds")
        }
    }

    func run() async throws {
        let given = try await LocalStore(as: "ghosthands release-stuck-jobs").with { store in
            var all: [Jobs.GivenUp] = []
            while true {
                let some = try await store.jobs.rescue(staleAfter: .seconds(staleAfter))
                all += some
                if some.isEmpty { return all }
            }
        }
        for job in given { Terminal.say("\(job.jobID.uuidString.lowercased())  \(Self.words(job.end))") }
        Terminal.say(given.isEmpty ? "no job is stuck" : "\(given.count) jobs taken back")
    }

    private static func words(_ end: JobEnd) -> String {
        switch end {
        case .requeued: "back in the queue"
        case .failed(let code): "failed: \(code.rawValue)"
        case .disowned: "still paused, waits for its answer"
        case .completed, .leaseLost: "left alone"
        }
    }
}
