import Postgres

/// The state of a database, as `doctor` shows it.
public struct DatabaseState: Sendable {
    /// The server's version.
    public let version: String
    /// Whether a pooler stands between: the connection was announced as another than the one that answers.
    public let hasPooler: Bool
    /// Whether nothing can be written: a standby, or set so.
    public let isReadOnly: Bool
    /// Whether our role may make tables; without that only a database with nothing lacking is of use.
    public let mayMakeTables: Bool
    /// Whether changes can be streamed, as far as the server's `wal_level` and our role's rights tell.
    public let mayStream: Bool
    /// The migrations that the next start will apply.
    public let lacking: [String]
}

extension Store {
    /// Finds out about the database's state, and changes nothing.
    ///
    /// - Returns: how it stands.
    /// - Throws: `PostgresError` when it cannot be asked; ``StoreError`` when an applied migration is another now.
    public func standing() async throws -> DatabaseState {
        let (row, hasPooler) = try await pool.withConnection { connection in
            let rows = try await connection.query(
                """
                select current_setting('server_version') as version, pg_backend_pid() as pid,
                    current_setting('transaction_read_only')::boolean as is_read_only,
                    coalesce(has_schema_privilege(current_schema(), 'create'), false) as may_make_tables,
                    current_setting('wal_level') = 'logical' and exists (
                        select from pg_roles where rolname = current_user and (rolreplication or rolsuper)
                    ) as may_stream
                """
            )
            let row = try rows.only()
            return (row, try row.int("pid") != connection.announcedProcessID)
        }
        return DatabaseState(
            version: try row.string("version"),
            hasPooler: hasPooler,
            isReadOnly: try row.bool("is_read_only"),
            mayMakeTables: try row.bool("may_make_tables"),
            mayStream: try row.bool("may_stream"),
            lacking: try await lacking(Migration.all).map(\.name)
        )
    }

    /// Has everything that is asked of the database meanwhile answered within a time, or refused as timed out: for callers
    /// who are better told soon.
    ///
    /// - Parameters:
    ///   - limit: how long a statement or a transaction may take, the wait for a connection counted.
    ///   - body: what asks.
    /// - Returns: what the closure returns.
    /// - Throws: what the closure throws.
    public static func within<Result>(_ limit: Duration, _ body: () async throws -> Result) async rethrows -> Result {
        try await PostgresPool.within(limit, body)
    }
}
