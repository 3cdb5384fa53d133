public import Logging
import Postgres

extension Store {
    /// Brings the schema up to date: applies what `gh_migrations` does not record, each script in a transaction.
    ///
    /// Safe to repeat, safe to run from several processes at once, and safe on a database of the predecessor.
    ///
    /// - Parameter log: told of each script applied.
    /// - Returns: the names of the scripts applied now.
    /// - Throws: ``StoreError`` when an applied script is another now, or one fails; `PostgresError` when there is no
    ///   connection.
    public func migrate(log: Logger) async throws -> [String] { try await migrate(Migration.all, log: log) }

    func migrate(_ migrations: [Migration], log: Logger) async throws -> [String] {
        try await prepareLedger()
        var applied: [String] = []
        for migration in migrations where try await apply(migration) {
            log.info("migration applied", metadata: ["name": "\(migration.name)"])
            applied.append(migration.name)
        }
        return applied
    }

    private func prepareLedger() async throws {
        try await underLock { connection in
            _ = try await connection.execute(
                """
                create table if not exists gh_migrations (
                    name text primary key, checksum text not null, applied_at timestamptz not null default now()
                )
                """
            )
        }
    }

    private func apply(_ migration: Migration) async throws -> Bool {
        try await underLock { connection in
            let rows = try await connection.query(
                "select checksum from gh_migrations where name = \(migration.name)"
            )
            if let known = try rows.first?.string("checksum") {
                guard known == migration.checksum else {
                    throw StoreError(
                        code: .migrationChanged,
                        message: "\(migration.name) was applied to this database in another form"
                    )
                }
                return false
            }
            do {
                try await connection.execute(script: migration.script, timeout: .seconds(600))
            } catch let error as PostgresError where error.code == .sql {
                throw StoreError(code: .migrationFailed, message: "\(migration.name): \(error)")
            }
            try await connection.execute(
                "insert into gh_migrations (name, checksum) values (\(migration.name), \(migration.checksum))"
            )
            return true
        }
    }

    /// One migrator at a time: the others wait here, and find the work done.
    private func underLock<Result>(
        _ body: (borrowing PostgresConnection) async throws -> Result
    ) async throws -> Result {
        try await pool.withTransaction { connection in
            try await connection.execute(
                script: "set local statement_timeout = '600s'; set local lock_timeout = '60s'",
                timeout: .seconds(10)
            )
            // The number says "GHmigr" and nothing else.
            try await connection.execute(script: "select pg_advisory_xact_lock(78405517436786)", timeout: .seconds(70))
            return try await body(connection)
        }
    }
}
