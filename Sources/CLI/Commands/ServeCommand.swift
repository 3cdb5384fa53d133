import ArgumentParser
import Foundation
import Logging

/// API and worker in one process, with a PostgreSQL of their own unless told of another.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Run the API and a worker in one process.",
        discussion: """
            Without DATABASE_URL a private PostgreSQL is kept in the data folder and the keys are generated once \
            (`ghosthands doctor --show-key` prints the service key). `ghosthands doctor` shows every setting.
            """
    )

    func run() async throws {
        let settings = try Settings()
        try settings.dataFolder.prepare()
        let logger = Terminal.logger(settings.logLevels, settings.logFormat)
        var wiring = Wiring(
            settings: settings,
            keys: try settings.keys(),
            roles: [.api, .worker],
            isAlone: settings.databaseURL == nil,
            logger: logger
        )
        wiring.onReady = { port in
            logger.info("API ready", metadata: ["url": "\(settings.address.url(port: port))/api/v1/gh"])
        }
        wiring.onConsole = { Terminal.say("Console  \($0)  (signs in once, within 15 minutes)") }
        let ready = wiring
        try await ShutdownSignals.whileHeard { ending in
            if let url = settings.databaseURL { return try await ready.run(databaseURL: url, ending: ending) }
            try await PrivateCluster(in: settings.dataFolder, logger: logger).whileRunning(ending) { url in
                try await ready.run(databaseURL: url, ending: ending)
            }
        }
    }
}

/// The API alone.
struct APICommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "api",
        abstract: "Run the API alone; workers run elsewhere on the same DATABASE_URL."
    )

    func run() async throws { try await SharedDatabase.run([.api]) }
}

/// A worker alone.
struct WorkerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker",
        abstract: "Run a worker alone on the database that DATABASE_URL names."
    )

    func run() async throws { try await SharedDatabase.run([.worker]) }
}

/// What `api` and `worker` have in common: a database that other processes use too.
private enum SharedDatabase {
    static func run(_ roles: Set<Wiring.Role>) async throws {
        let settings = try Settings()
        guard let url = settings.databaseURL else {
            throw SetupError(
                "DATABASE_URL is not set; api and worker share a database",
                mend: "set DATABASE_URL, or run `ghosthands serve` for both in one process"
            )
        }
        try settings.dataFolder.prepare()
        let logger = Terminal.logger(settings.logLevels, settings.logFormat)
        var wiring = Wiring(settings: settings, keys: try settings.keys(), roles: roles, isAlone: false, logger: logger)
        wiring.onReady = { port in
            logger.info("API ready", metadata: ["url": "\(settings.address.url(port: port))/api/v1/gh"])
        }
        let ready = wiring
        try await ShutdownSignals.whileHeard { try await ready.run(databaseURL: url, ending: $0) }
    }
}
