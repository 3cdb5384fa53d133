import Foundation
import Postgres

/// What the feed reads from the tables themselves.
struct FeedTables: Sendable {
    let pool: PostgresPool

    /// The publication that Supabase's own Realtime reads as well.
    static let publication = "supabase_realtime"

    /// The present time of the database.
    func now() async throws -> Date { try await pool.query("select now() as now").only().time("now") }

    /// What whoever looks now sees.
    func snapshot() async throws -> TransactionSnapshot {
        try await pool.query("select pg_current_snapshot()::text as feed_snapshot").only().feedSnapshot()
    }

    /// What is asked of rows beside their columns.
    private static let marks: SQL =
        "pg_current_snapshot()::text as feed_snapshot, changed.xmin::text::int8 as feed_writer"

    /// The names of types by their numbers.
    func typeNames() async throws -> [UInt32: String] {
        let rows = try await pool.query("select oid::int8 as number, typname::text as name from pg_type")
        return Dictionary(
            try rows.map { (UInt32(truncatingIfNeeded: try $0.int64("number")), try $0.string("name")) }
        ) { first, _ in first }
    }

    /// Which of our tables the publication lacks.
    func unpublished() async throws -> [String] {
        let rows = try await pool.query(
            """
            select name from unnest(\([Change.jobs, Change.events])::text[]) ours (name)
            where not exists (
                select from pg_publication_tables p
                where p.pubname = \(Self.publication) and p.schemaname = current_schema() and p.tablename = ours.name
            )
            """
        )
        return try rows.map { try $0.string("name") }
    }

    /// Our own tables, as the catalogue describes them.
    func ours() async throws -> [Change.Table] {
        try await described(
            "c.relname = any(\([Change.jobs, Change.events])::text[]) and n.nspname = current_schema()"
        )
    }

    /// All tables of the publication.
    func published() async throws -> [Change.Table] {
        try await described(
            """
            (n.nspname, c.relname) in (
                select schemaname, tablename from pg_publication_tables where pubname = \(Self.publication)
            )
            """
        )
    }

    private func described(_ isWanted: SQL) async throws -> [Change.Table] {
        let rows = try await pool.query(
            """
            select n.nspname::text as schema, c.relname::text as table_name, a.attname::text as name,
                t.typname::text as type, exists (
                    select from pg_index i where i.indrelid = a.attrelid and i.indisprimary and a.attnum = any(i.indkey)
                ) as is_key
            from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
                join pg_type t on t.oid = a.atttypid
            where a.attnum > 0 and not a.attisdropped and \(isWanted)
            order by 1, 2, a.attnum
            """
        )
        var tables: [Change.Table] = []
        var columns: [Change.Table.Column] = []
        for (place, row) in rows.enumerated() {
            let (schema, name) = (try row.string("schema"), try row.string("table_name"))
            columns.append(
                .init(name: try row.string("name"), type: try row.string("type"), isKey: try row.bool("is_key"))
            )
            let next = place + 1 < rows.count ? rows[place + 1] : nil
            guard try next?.string("schema") != schema || next?.string("table_name") != name else { continue }
            tables.append(Change.Table(schema: schema, name: name, columns: columns))
            columns = []
        }
        return tables
    }

    /// Jobs that have changed since then.
    func jobs(since: Date, _ scope: FeedListener.Scope) async throws -> [Row] {
        try await pool.query(
            """
            select changed.*, \(Self.marks) from gh_automation_jobs changed
            where changed.updated_at >= \(since) and \(Self.isWithin("changed", scope))
            order by changed.updated_at limit 5000
            """
        )
    }

    /// Events that were written since then.
    func events(since: Date, _ scope: FeedListener.Scope) async throws -> [Row] {
        let isOurs: SQL =
            scope.isEverything
            ? "true" : "changed.job_id in (select j.id from gh_automation_jobs j where \(Self.isWithin("j", scope)))"
        return try await pool.query(
            """
            select changed.*, \(Self.marks) from gh_job_events changed
            where changed.created_at >= \(since) and \(isOurs)
            order by changed.job_id, changed.job_seq limit 50000
            """
        )
    }

    private static func isWithin(_ job: SQL, _ scope: FeedListener.Scope) -> SQL {
        if scope.isEverything { return "true" }
        return "(\(job).id = any(\(Array(scope.jobs))::uuid[]) or \(job).user_id = any(\(Array(scope.users))::uuid[]))"
    }

    /// Whole rows of jobs, for what the stream has left out.
    func rows(of jobs: [UUID]) async throws -> [UUID: Row] {
        guard !jobs.isEmpty else { return [:] }
        let rows = try await pool.query("select * from gh_automation_jobs where id = any(\(jobs)::uuid[])")
        return Dictionary(try rows.map { (try $0.uuid("id"), $0) }) { first, _ in first }
    }

    /// Whose jobs they are.
    func owners(of jobs: [UUID]) async throws -> [UUID: UUID] {
        guard !jobs.isEmpty else { return [:] }
        let rows = try await pool.query("select id, user_id from gh_automation_jobs where id = any(\(jobs)::uuid[])")
        return Dictionary(try rows.map { (try $0.uuid("id"), try $0.uuid("user_id")) }) { first, _ in first }
    }
}

extension Row {
    /// What the look that found the row saw.
    func feedSnapshot() throws -> TransactionSnapshot {
        guard let snapshot = TransactionSnapshot(try string("feed_snapshot")) else {
            throw FeedError(reason: "what a look saw cannot be read")
        }
        return snapshot
    }

    /// The transaction that wrote the row.
    func feedWriter() throws -> UInt32 { UInt32(truncatingIfNeeded: try int64("feed_writer")) }
}
