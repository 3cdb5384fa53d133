import Foundation
import GhostHands
import Logging
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

            let old = try #require(try await store.jobs.claim(workerID: "w1", limit: 5).first)
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
