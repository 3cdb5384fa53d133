public import Logging
import Postgres

extension Store {
    /// Brings the schema up to date: applies what `gh_migrations` does not record, each script in a transaction.
    ///
    /// Safe to repeat, safe to run from several processes at once, and safe on a database of the predecessor. Where
    /// nothing is lacking, nothing is locked or written, so that a role without the right to make tables will do.
    ///
    /// - Parameter log: told of each script applied, and of what is waited for.
    /// - Returns: the names of the scripts applied now.
    /// - Throws: ``StoreError`` when an applied script is another now, one fails, or others migrate for ten minutes;
    ///   `PostgresError` when there is no connection.
    public func migrate(log: Logger) async throws -> [String] { try await migrate(Migration.all, log: log) }

    func migrate(_ migrations: [Migration], log: Logger) async throws -> [String] {
        var applied: [String] = []
        let missing = try await lacking(migrations)
        if !missing.isEmpty { try await prepareLedger(log) }
        for migration in missing where try await apply(migration, log) {
            log.info("migration applied", metadata: ["name": "\(migration.name)"])
            applied.append(migration.name)
        }
        return applied
    }

    /// The scripts that are not applied yet.
    func lacking(_ migrations: [Migration]) async throws -> [Migration] {
        let ledger = try await pool.query("select to_regclass('gh_migrations') is not null as is_there")
        guard try ledger.only().bool("is_there") else { return migrations }
        let rows = try await pool.query("select name, checksum from gh_migrations")
        let known = try rows.reduce(into: [:]) { $0[try $1.string("name")] = try $1.string("checksum") }
        return try migrations.filter { try !Store.isApplied($0, as: known[$0.name]) }
    }

    private static func isApplied(_ migration: Migration, as checksum: String?) throws -> Bool {
        guard let checksum else { return false }
        guard checksum == migration.checksum else {
            throw StoreError(
                code: .migrationChanged,
                message: "\(migration.name) was applied to this database in another form"
            )
        }
        return true
    }

    private func prepareLedger(_ log: Logger) async throws {
        let ledger: SQL = """
            create table if not exists gh_migrations (
                name text primary key, checksum text not null, applied_at timestamptz not null default now()
            )
            """
        try await underLock(log) { connection in _ = try await connection.execute(ledger) }
    }

    private func apply(_ migration: Migration, _ log: Logger) async throws -> Bool {
        try await underLock(log) { connection in
            let rows = try await connection.query("select checksum from gh_migrations where name = \(migration.name)")
            if try Store.isApplied(migration, as: rows.first?.string("checksum")) { return false }
            do {
                try await connection.execute(script: migration.script, timeout: .seconds(600))
            } catch let error as PostgresError where error.code == .sql && Outage(error) != .locked {
                throw StoreError(
                    code: .migrationFailed,
                    message: "\(migration.name): \(error)",
                    outage: Outage(error)
                )
            }
            try await connection.execute(
                "insert into gh_migrations (name, checksum) values (\(migration.name), \(migration.checksum))"
            )
            return true
        }
    }

    /// One migrator at a time: the others wait here, say so, and find the work done.
    ///
    /// A script waits for a table that is in use for a few seconds only and is begun anew then: whoever wants the table
    /// meanwhile stands in line behind it.
    private func underLock<Result>(
        _ log: Logger,
        _ body: (borrowing PostgresConnection) async throws -> Result
    ) async throws -> Result {
        let end = ContinuousClock.now + Self.patience
        var isFirst = true
        while true {
            do {
                return try await pool.withTransaction { connection in
                    try await connection.execute(script: "set local statement_timeout = '600s'", timeout: .seconds(10))
                    try await lock(isFirst, log, connection)
                    try await connection.execute(script: "set local lock_timeout = '4s'", timeout: .seconds(10))
                    return try await body(connection)
                }
            } catch let error as PostgresError where Outage(error) == .locked {
                guard ContinuousClock.now < end else {
                    throw StoreError(
                        code: .migrationBusy,
                        message: "another session has held the tables, or the lock for migrations, for ten minutes: "
                            + "look for it in pg_stat_activity",
                        outage: .locked
                    )
                }
                if !isFirst { log.notice("still waiting for another session, which holds what migrations need") }
                isFirst = false
            }
        }
    }

    /// For how long others may hold the lock, and the tables.
    private static let patience = Duration.seconds(600)

    private func lock(_ saysSo: Bool, _ log: Logger, _ connection: borrowing PostgresConnection) async throws {
        // The number says "GHmigr" and nothing else.
        let rows = try await connection.query("select pg_try_advisory_xact_lock(78405517436786) as is_free")
        if try rows.only().bool("is_free") { return }
        if saysSo { log.notice("another process migrates this database: waiting until it has done so") }
        try await connection.execute(script: "set local lock_timeout = '15s'", timeout: .seconds(10))
        try await connection.execute(script: "select pg_advisory_xact_lock(78405517436786)", timeout: .seconds(30))
    }
}
