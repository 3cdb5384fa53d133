import Logging
import Postgres
import Store

/// The database of a command that works for the person at the keyboard: the one of the settings, else the private cluster,
/// which is started for as long as the command needs it, unless a `serve` has it running.
struct LocalStore {
    private let name: String
    private let seals: Bool

    /// - Parameters:
    ///   - name: how the server's `pg_stat_activity` shows us.
    ///   - seals: whether the command opens or seals what is kept: then the keys must be there.
    init(as name: String, seals: Bool = false) {
        self.name = name
        self.seals = seals
    }

    /// Lends the store, migrated.
    ///
    /// - Parameter body: what to do with it.
    /// - Returns: what the body returns.
    /// - Throws: ``SetupError`` when there is no database to be had; whatever the body throws.
    func with<R: Sendable>(_ body: @Sendable (Store) async throws -> R) async throws -> R {
        let settings = try Settings()
        let logger = Terminal.logger(settings.logLevels, settings.logFormat)
        if let url = settings.databaseURL { return try await open(url, settings, logger, body) }
        try settings.dataFolder.prepare()
        let cluster = try PrivateCluster(in: settings.dataFolder, logger: logger)
        if let url = try? cluster.url(), await isReachable(url, settings) {
            return try await open(url, settings, logger, body)
        }
        return try await ShutdownSignals.whileHeard { ending in
            try await cluster.whileRunning(ending) { url in try await open(url, settings, logger, body) }
        }
    }

    /// Whether a `serve` has the private cluster running.
    private func isReachable(_ url: String, _ settings: Settings) async -> Bool {
        let quiet = Logger(label: "quiet") { _ in SwiftLogNoOpLogHandler() }
        let isThere = try? await withPool(try settings.postgres(url, as: name), logger: quiet) { pool in
            await Store(pool: pool).isReachable()
        }
        return isThere ?? false
    }

    private func open<R: Sendable>(
        _ url: String,
        _ settings: Settings,
        _ logger: Logger,
        _ body: @Sendable (Store) async throws -> R
    ) async throws -> R {
        let sealer = seals ? try settings.keys().sealer(logger) : nil
        return try await withPool(try settings.postgres(url, as: name), logger: logger) { pool in
            let store = Store(pool: pool, sealer: sealer)
            do { _ = try await store.migrate(log: logger) } catch { throw SetupError(database: error) }
            try await store.checkKeys(logger)
            return try await body(store)
        }
    }
}
