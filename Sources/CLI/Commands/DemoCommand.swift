import ArgumentParser
import Demo
import Foundation
import GhostHands
import Logging
import ServiceLifecycle
import Waiting

/// One application, from the request to the confirmation number, on this machine alone.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Apply to a job on a bundled job board and watch it happen.",
        discussion: """
            Starts PostgreSQL, the API, a worker, a job board and a callback receiver, submits the contract's example \
            to POST /valet/apply, shows the timeline and ends. Nothing leaves this machine.

            The first application is filled from scratch, the second replays what was learned from it, the third stops \
            at a code: at a terminal you are asked for it, or open the link that is printed; elsewhere the \
            demonstration answers through the API.
            """
    )

    @Flag(help: "Keep running afterwards, and print what to try next.")
    var keep = false

    func run() async throws {
        var settings = try Settings()
        // Board, callback receiver and API all live on this machine.
        settings.addresses = AddressRule(.privateNetwork)
        settings.port = try Port.free(preferring: settings.port)
        settings.address = .local
        settings.publicURL = settings.address.url(port: settings.port)
        settings.workerPort = try Port.free(preferring: settings.workerPort ?? 3101)
        settings.namesLiveLinks = settings.offersLiveLinks
        try settings.dataFolder.prepare()
        let demo = Demonstration(settings: settings, keys: try settings.keys(), keeps: keep)
        let isDone = try await ShutdownSignals.whileHeard { [settings] ending in
            if let url = settings.databaseURL { return try await demo.run(url, ending) }
            let cluster = try PrivateCluster(in: settings.dataFolder, logger: demo.logger)
            return try await cluster.whileRunning(ending) { try await demo.run($0, ending) }
        }
        throw ExitCode(isDone ? 0 : 1)
    }
}

private struct Demonstration: Sendable {
    let settings: Settings
    let keys: Keys
    let keeps: Bool
    let logger = Terminal.logger(.warning)

    func run(_ databaseURL: String, _ ending: ShutdownSignals) async throws -> Bool {
        let ports = DemoPorts()
        let verdict = Promise<Bool>()
        let receiver = CallbackReceiver(logger: logger, onReady: { ports.receiver.fulfil(with: $0) })
        let board = JobBoard(logger: logger, onReady: { ports.board.fulfil(with: $0) })
        let wiring = Wiring(
            settings: settings,
            keys: keys,
            roles: [.api, .worker],
            isAlone: settings.databaseURL == nil,
            logger: logger,
            onReady: { ports.api.fulfil(with: $0) }
        )
        try await wiring.run(databaseURL: databaseURL, ending: ending) { parts in
            let script = DemoScript(
                parts: parts,
                settings: settings,
                serviceKey: keys.service,
                ports: ports,
                receiver: receiver,
                keeps: keeps,
                verdict: verdict,
                console: wiring.console
            )
            return [receiver, board, script]
        }
        // Interrupted before the end: the services are down and nothing was decided.
        return verdict.isFulfilled ? try await verdict.value() : false
    }
}
