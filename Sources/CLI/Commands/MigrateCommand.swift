import ArgumentParser
import Foundation
import Logging
import Postgres
import Store

/// Brings a database to the present schema.
struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Apply the migrations that DATABASE_URL's database lacks.",
        discussion: """
            Safe to repeat, and safe on a database that already ran the predecessor's files. Each file runs in a \
            transaction under an advisory lock and is recorded with its checksum in gh_migrations. `serve`, `api` and \
            `worker` do this by themselves when they start.
            """
    )

    func run() async throws {
        let settings = try Settings()
        let logger = Terminal.logger(settings.logLevels, settings.logFormat)
        if let url = settings.databaseURL { return try await migrate(url, settings, logger) }
        try settings.dataFolder.prepare()
        try await ShutdownSignals.whileHeard { ending in
            try await PrivateCluster(in: settings.dataFolder, logger: logger).whileRunning(ending) { url in
                try await ending.callingOff { try await migrate(url, settings, logger) }
            }
        }
    }

    private func migrate(_ url: String, _ settings: Settings, _ logger: Logger) async throws {
        let pool = PostgresPool(try settings.postgres(url, as: "ghosthands migrate"), logger: logger)
        let applied: [String]
        let starters: Int
        do {
            applied = try await Store(pool: pool).migrate(log: logger)
            starters = try await Store(pool: pool).manuals.addStarters()
            pool.close()
        } catch {
            pool.close()
            throw SetupError(database: error)
        }
        for name in applied { Terminal.say("applied \(name)") }
        if starters > 0 { Terminal.say("added \(starters) manuals that ship with the product") }
        if applied.isEmpty { Terminal.say("nothing to apply, the database is up to date") }
    }
}
