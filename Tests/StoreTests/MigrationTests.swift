import Foundation
import GhostHands
import Logging
import NIOConcurrencyHelpers
import Postgres
import TestSupport
import Testing

@testable import Store

struct MigrationTests {
    @Test func `the whole schema is applied once and a repeat does nothing`() async throws {
        try await withEmptyDatabase { database in
            let store = Store(pool: database.pool)
            let first = try await store.migrate(log: .silent)
            #expect(first == Migration.all.map(\.name))
            #expect(first == first.sorted())
            #expect(try await store.migrate(log: .silent) == [])
            // The scripts themselves bear repetition too, not only the ledger.
            try await database.pool.execute("delete from gh_migrations")
            #expect(try await store.migrate(log: .silent) == first)
            #expect(await store.isReachable())
        }
    }

    @Test func `several migrators at once apply each script once`() async throws {
        try await withEmptyDatabase { database in
            let store = Store(pool: database.pool)
            let applied = try await withThrowingTaskGroup(of: [String].self) { group in
                for _ in 0..<4 { group.addTask { try await store.migrate(log: .silent) } }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(applied.sorted() == Migration.all.map(\.name))
        }
    }

    @Test func `who waits for another's migration says so, and finds the work done`() async throws {
        try await withEmptyDatabase { database in
            let store = Store(pool: database.pool)
            let words = NIOLockedValueBox<[String]>([])
            let log = Logger(label: "test") { _ in Ear { line in words.withLockedValue { $0.append(line) } } }
            try await withThrowingTaskGroup(of: [String].self) { group in
                try await database.pool.withTransaction { connection in
                    _ = try await connection.query("select pg_advisory_xact_lock(78405517436786)")
                    group.addTask { try await store.migrate(log: log) }
                    try await eventually("it says that it waits") {
                        words.withLockedValue { $0.contains { $0.contains("another process migrates") } }
                    }
                }
                #expect(try await group.next() == Migration.all.map(\.name))
            }
        }
    }

    @Test func `a table that is in use is waited for, and others have their turn meanwhile`() async throws {
        try await withEmptyDatabase { database in
            let store = Store(pool: database.pool)
            try await database.pool.execute("create table busy (n int)")
            let script = [Migration("900_busy.sql", Array("alter table busy add column m int".utf8))]
            try await withThrowingTaskGroup(of: [String].self) { group in
                try await database.pool.withTransaction { connection in
                    _ = try await connection.query("select from busy")
                    group.addTask { try await store.migrate(script, log: .silent) }
                    try await eventually("the migration waits for the table") {
                        try await !database.pool.query(
                            "select from pg_locks where relation = 'busy'::regclass and not granted"
                        ).isEmpty
                    }
                    // Behind whoever wants it for himself, until he gives up for a moment.
                    _ = try await eventually("another reads it") {
                        (try? await database.pool.query("select from busy")) != nil
                    }
                }
                #expect(try await group.next() == ["900_busy.sql"])
            }
        }
    }

    @Test func `a role that may make no tables uses a database that lacks nothing, and hears what it may not`()
        async throws
    {
        try await withDatabase { database in
            try await asPoorRole(in: database) { store in
                let standing = try await store.standing()
                #expect(!standing.mayMakeTables)
                #expect(standing.lacking.isEmpty)
                #expect(try await store.migrate(log: .silent) == [])
            }
        }
        try await withEmptyDatabase { database in
            try await asPoorRole(in: database) { store in
                let lacking = try await store.standing().lacking
                #expect(lacking == Migration.all.map(\.name))
                let error = await #expect(throws: PostgresError.self) { try await store.migrate(log: .silent) }
                #expect(error.map { Outage($0) == .unfit } == true)
            }
        }
    }

    /// Lends the store to a role that may read and write what is there, and nothing else.
    private func asPoorRole(in database: DatabaseFixture, _ body: (Store) async throws -> Void) async throws {
        let role = "gh_poor_" + UUID().uuidString.lowercased().replacing("-", with: "")
        try await run(
            """
            create role \(role) login; grant usage on schema public to \(role);
            grant select, insert, update, delete on all tables in schema public to \(role);
            """,
            database
        )
        let configuration = try PostgresConfiguration(url: "\(database.url) user=\(role)", poolSize: 2)
        try await withPool(configuration, logger: .silent) { pool in try await body(Store(pool: pool)) }
        try await run("drop owned by \(role); drop role \(role)", database)
    }

    private func run(_ script: String, _ database: DatabaseFixture) async throws {
        try await database.pool.withConnection { connection in
            try await connection.execute(script: script, timeout: .seconds(10))
        }
    }

    @Test func `a script that was applied in another form stops the migration`() async throws {
        try await withDatabase { database in
            let store = Store(pool: database.pool)
            let changed = [Migration("005_add_callback_fields.sql", Array("select 1;".utf8))]
            let error = await #expect(throws: StoreError.self) { try await store.migrate(changed, log: .silent) }
            #expect(error?.code == .migrationChanged)
            #expect(error?.message.contains("005_add_callback_fields.sql") == true)
        }
    }

    @Test func `a script that fails leaves nothing behind and is named`() async throws {
        try await withEmptyDatabase { database in
            let broken = [Migration("900_broken.sql", Array("create table half (n int); select 1/0;".utf8))]
            let error = await #expect(throws: StoreError.self) {
                try await Store(pool: database.pool).migrate(broken, log: .silent)
            }
            #expect(error?.message.contains("900_broken.sql") == true)
            let left = try await database.pool.query("select from pg_class where relname = 'half'")
            #expect(left.isEmpty)
        }
    }

    @Test func `the predecessor's database is brought up to date and its jobs are done`() async throws {
        try await withEmptyDatabase { database in
            try await database.pool.withTransaction { connection in
                try await connection.execute(script: PredecessorSchema.roles, timeout: .seconds(10))
            }
            try await database.pool.withConnection { connection in
                try await connection.execute(script: PredecessorSchema.script, timeout: .seconds(10))
            }
            let store = Store(pool: database.pool)
            #expect(try await store.migrate(log: .silent).count == Migration.all.count)
            #expect(try await store.migrate(log: .silent) == [])

            let functions = try await database.pool.query("select from pg_proc where proname = 'gh_notify_new_job'")
            #expect(functions.isEmpty)
            let published = try await database.pool.query(
                "select tablename from pg_publication_tables where pubname = 'supabase_realtime' order by 1"
            )
            #expect(try published.map { try $0.string("tablename") } == ["gh_automation_jobs", "gh_job_events"])
            let open = try await database.pool.query(
                "select from pg_policies where tablename = 'gh_action_manuals' and not roles <@ '{service_role}'"
            )
            #expect(open.isEmpty)

            let old = try #require(try await store.jobs.claimJobs(workerID: "w1", limit: 5).first)
            #expect(old.targetURL == "https://a.example/")
            #expect(old.priority == 7)
            let entries = try await store.events.list(jobID: old.id).entries
            #expect(entries.map(\.type) == ["job_started", "status_change"])
            #expect(try await database.pool.execute("delete from gh_automation_jobs where status = 'completed'") == 1)
        }
    }

    @Test func `a user sees their own jobs and nobody else's`() async throws {
        try await withEmptyDatabase { database in
            try await database.pool.withTransaction { connection in
                try await connection.execute(script: PredecessorSchema.roles, timeout: .seconds(10))
            }
            try await database.pool.withConnection { connection in
                try await connection.execute(
                    script: """
                        create schema auth;
                        create function auth.uid() returns uuid language sql stable as
                            $$ select current_setting('test.user')::uuid $$;
                        grant usage on schema auth to authenticated;
                        """,
                    timeout: .seconds(10)
                )
            }
            let store = Store(pool: database.pool)
            _ = try await store.migrate(log: .silent)
            let mine = try await store.make()
            try await store.make()
            let seen = try await database.pool.withTransaction { connection in
                _ = try await connection.query("select set_config('test.user', \(mine.userID.uuidString), true)")
                try await connection.execute("set local role authenticated")
                return try await connection.query("select id from gh_automation_jobs")
            }
            #expect(try seen.map { try $0.uuid("id") } == [mine.id])
            let refused = await #expect(throws: PostgresError.self) {
                try await database.pool.withTransaction { connection in
                    try await connection.execute("set local role authenticated")
                    _ = try await connection.query("select * from gh_action_manuals")
                }
            }
            #expect(refused?.sqlState == "42501")
        }
    }
}

/// Passes on what is said.
private struct Ear: LogHandler {
    let hear: @Sendable (String) -> Void
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace

    init(_ hear: @escaping @Sendable (String) -> Void) { self.hear = hear }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) { hear("\(event.message)") }
}
