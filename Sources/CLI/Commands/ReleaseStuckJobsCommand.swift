import ArgumentParser
import Foundation
import GhostHands
import Logging
import Postgres
import Store

/// Takes jobs back from workers that have fallen silent (contract 14.6).
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
        let settings = try Settings()
        let logger = Terminal.logger(settings.logLevel)
        if let url = settings.databaseURL { return try await release(url, settings, logger) }
        try settings.dataFolder.prepare()
        let cluster = try PrivateCluster(in: settings.dataFolder, logger: logger)
        if await isReachable(cluster.url, settings) { return try await release(cluster.url, settings, logger) }
        try await cluster.whileRunning { url, _ in try await release(url, settings, logger) }
    }

    /// Whether a `serve` has the private cluster running.
    private func isReachable(_ url: String, _ settings: Settings) async -> Bool {
        (try? await withStore(url, settings, Logger(label: "quiet") { _ in SwiftLogNoOpLogHandler() }) {
            await $0.isReachable()
        })
            ?? false
    }

    private func release(_ url: String, _ settings: Settings, _ logger: Logger) async throws {
        let given = try await withStore(url, settings, logger) { store in
            _ = try await store.migrate(log: logger)
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

    private func withStore<R: Sendable>(
        _ url: String,
        _ settings: Settings,
        _ logger: Logger,
        _ body: (Store) async throws -> R
    ) async throws -> R {
        let configuration = try settings.postgres(url, as: "ghosthands release-stuck-jobs")
        return try await withPool(configuration, logger: logger) { try await body(Store(pool: $0)) }
    }
}
