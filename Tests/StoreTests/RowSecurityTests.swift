import Foundation
import GhostHands
import Postgres
import Store
import TestSupport
import Testing

/// What a signed-in user of Supabase may write (R67), on a new database and on one that ran the predecessor.
struct RowSecurityTests {
    /// What a request may say; everything else of a row is the service's.
    private static let sayable: Set = [
        "user_id", "valet_task_id", "job_type", "target_url", "task_description", "input_data", "resume_ref",
        "priority", "scheduled_at", "max_retries", "timeout_seconds", "hitl_timeout_seconds", "queue_ttl_seconds",
        "idempotency_key", "callback_url", "callback_events", "target_worker_id", "worker_affinity", "execution_mode",
        "tags", "metadata",
    ]

    @Test(.serialized, arguments: [false, true])
    func `a user can write nothing but what a request may say`(_ ranPredecessor: Bool) async throws {
        try await Self.withUsers(ranPredecessor: ranPredecessor) { store, pool in
            let user = UUID()
            let columns = try await pool.query(
                """
                select column_name, data_type from information_schema.columns
                where table_name = 'gh_automation_jobs' order by ordinal_position
                """
            )
            for row in columns {
                let (column, type) = (try row.string("column_name"), try row.string("data_type"))
                let update = "update gh_automation_jobs set \(column) = \(column)"
                #expect(try await Self.state(of: update, as: user, pool) == "42501", "\(column) is changed")
                if Self.sayable.contains(column) { continue }
                let insert = Self.insert(user, [column: "null::\(type == "ARRAY" ? "text[]" : type)"])
                #expect(try await Self.state(of: insert, as: user, pool) == "42501", "\(column) is written")
            }
            let tables = try await pool.query("select tablename from pg_tables where tablename like 'gh\\_%'")
            for name in try tables.map({ try $0.string("tablename") }) {
                let isOwn = name == "gh_browser_sessions"
                for statement in ["delete from \(name)", "truncate \(name)"] where !isOwn || statement.hasPrefix("t") {
                    #expect(try await Self.state(of: statement, as: user, pool) == "42501", "\(statement)")
                }
                if name != "gh_automation_jobs" {
                    let insert = "insert into \(name) default values"
                    #expect(try await Self.state(of: insert, as: user, pool) == "42501", "\(name)")
                }
            }
            #expect(try await store.jobs.claim(workerID: "w1", limit: 1).isEmpty == !ranPredecessor)
        }
    }

    private static let refused: [[String: String]] = [
        ["user_id": "gen_random_uuid()"], ["target_url": "'file:///etc/passwd'"], ["priority": "11"],
        ["target_url": "'view-source:http://a.example'"], ["target_url": "repeat('https://a', 1000)"],
        ["task_description": "repeat('x', 1001)"], ["max_retries": "11"], ["timeout_seconds": "29"],
        ["hitl_timeout_seconds": "90000"], ["queue_ttl_seconds": "0"], ["scheduled_at": "'infinity'"],
        ["scheduled_at": "'4713-01-01 BC'"], ["idempotency_key": "'valet-456-apply-v1'"],
        ["valet_task_id": "repeat('x', 256)"], ["callback_url": "'file:///etc/passwd'"],
        ["callback_events": "'{everything}'"], ["target_worker_id": "repeat('x', 101)"],
        ["worker_affinity": "'loose'"], ["execution_mode": "'smart_apply'"], ["tags": "to_jsonb(repeat('x', 20000))"],
        ["metadata": "'{\"cost_breakdown\": {}}'"], ["metadata": "'{\"progress\": {}}'"], ["metadata": "'[]'"],
        ["metadata": "jsonb_build_object('x', repeat('x', 1100000))"], ["input_data": "'5'"],
        ["input_data": "jsonb_build_object('x', repeat('x', 1100000))"],
        ["resume_ref": "jsonb_build_object('x', repeat('x', 20000))"], ["job_type": "'dance'"],
    ]

    @Test func `what the door would refuse the database refuses as well`() async throws {
        try await Self.withUsers { _, pool in
            let user = UUID()
            #expect(try await Self.state(of: Self.insert(user), as: user, pool) == nil)
            for change in Self.refused {
                let state = try await Self.state(of: Self.insert(user, change), as: user, pool)
                // A policy, a check of the table, or a type.
                #expect(["42501", "23514", "22007"].contains(state), "\(change): \(state ?? "written")")
            }
        }
    }

    @Test func `a user's row takes the place in the queue that a request of theirs would take`() async throws {
        try await Self.withUsers { store, pool in
            let (eager, patient) = (UUID(), UUID())
            for _ in 0..<3 { #expect(try await Self.state(of: Self.insert(eager), as: eager, pool) == nil) }
            let other = try await store.make(user: patient)
            let later = Self.insert(eager, ["scheduled_at": "now() + interval '1 hour'", "queue_ttl_seconds": "60"])
            #expect(try await Self.state(of: later, as: eager, pool) == nil)
            var claimed: [Job] = []
            for _ in 0..<5 { claimed += try await store.jobs.claimJobs(workerID: "w1", limit: 1) }
            #expect(claimed.map(\.userID) == [eager, patient, eager, eager])
            #expect(claimed.map(\.isMadeByAPI) == [false, true, false, false])
            #expect(claimed[1].id == other.id)
            let due = try await pool.query(
                "select 1 from gh_automation_jobs where run_after = scheduled_at and expires_at = run_after + interval '60 s'"
            )
            #expect(due.count == 1)
            // Tables of the user's own are none that the trigger looks at.
            let trick = """
                create temp table gh_automation_jobs (user_id uuid, priority int, status text, turn bigint,
                    target_worker_id text, effective_priority int);
                insert into public.\(Self.insert(eager).dropFirst("insert into ".count))
                """
            #expect(try await Self.state(of: trick, as: eager, pool) == nil)
        }
    }
}

extension RowSecurityTests {
    /// A database with Supabase's roles and grants, and maybe the predecessor's tables and policies, migrated.
    private static func withUsers(
        ranPredecessor: Bool = false,
        _ body: (Store, PostgresPool) async throws -> Void
    ) async throws {
        try await withEmptyDatabase { database in
            try await run(PredecessorSchema.roles, database.pool)
            let before = ranPredecessor ? PredecessorSchema.script : "create schema auth;"
            try await run(
                """
                alter default privileges in schema public grant all on tables to authenticated;
                \(before)
                create or replace function auth.uid() returns uuid language sql stable as
                    $$ select current_setting('test.user')::uuid $$;
                grant usage on schema auth, public to authenticated;
                """,
                database.pool
            )
            if ranPredecessor {
                try await run(
                    """
                    alter table gh_automation_jobs enable row level security;
                    create policy "Users can insert own jobs" on gh_automation_jobs for insert to authenticated
                        with check (auth.uid() = user_id);
                    create policy "Users can do anything" on gh_automation_jobs for all to public using (true);
                    """,
                    database.pool
                )
            }
            let store = Store(pool: database.pool)
            _ = try await store.migrate(log: .silent)
            _ = try await store.migrate(log: .silent)
            try await body(store, database.pool)
        }
    }

    private static func insert(_ user: UUID, _ change: [String: String] = [:]) -> String {
        let members = [
            "user_id": "'\(user)'", "job_type": "'custom'", "target_url": "'https://jobs.example.com/1'",
            "task_description": "'x'",
        ].merging(change) { $1 }.sorted { $0.key < $1.key }
        return """
            insert into gh_automation_jobs (\(members.map(\.key).joined(separator: ", "))) \
            values (\(members.map(\.value).joined(separator: ", ")))
            """
    }

    /// The server's code for what a user's statement comes to; nil when it is done.
    private static func state(of statement: String, as user: UUID, _ pool: PostgresPool) async throws -> String? {
        do {
            try await pool.withTransaction { connection in
                try await connection.execute(
                    script: """
                        select set_config('test.user', '\(user)', true); set local role authenticated; \(statement)
                        """,
                    timeout: .seconds(10)
                )
            }
            return nil
        } catch let error as PostgresError {
            return error.sqlState ?? "\(error)"
        }
    }
}
