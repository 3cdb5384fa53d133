import Foundation
import GhostHands
import NIOConcurrencyHelpers
import Postgres
import Store
import TestSupport
import Testing

/// What others write into our tables stops nobody: every column, with what no reader of ours would expect.
struct PoisonTests {
    enum Table: String, CaseIterable, Sendable {
        case jobs = "gh_automation_jobs"
        case events = "gh_job_events"
        case outbox = "gh_callback_outbox"
        case workers = "gh_worker_registry"
        case usage = "gh_user_usage"
        case manuals = "gh_action_manuals"
    }

    @Test(.serialized, arguments: Table.allCases)
    func `a hostile value in any column stops no other job and no list`(_ table: Table) async throws {
        try await withStore { store, pool in
            var written = 0
            try await store.workers.register("w1", maxConcurrent: 1)
            for (column, type) in try await columns(of: table, pool) {
                var strange: [Strange] = []
                for value in Self.hostile(type) {
                    let own = try await Strange.make(in: pool)
                    do {
                        let target = own.condition(in: table)
                        try await run("update \(table.rawValue) set \(column) = \(value) where \(target)", pool)
                        strange.append(own)
                    } catch let error as PostgresError where error.sqlState != nil {
                        // The schema itself keeps it out.
                        try await own.clear(from: pool)
                    }
                }
                written += strange.count
                do {
                    try await Self.expectOthersGoOn(store, pool, strange, "\(table.rawValue).\(column)")
                } catch {
                    Issue.record("\(table.rawValue).\(column): \(error)")
                }
                try await Strange.clear(pool)
            }
            #expect(written > 10)
        }
    }

    @Test func `a row that the database refuses to change is named once, and others are claimed, freed and expired`()
        async throws
    {
        try await withDatabase { database in
            let named = Named()
            let (store, pool) = (Store(pool: database.pool, alarm: { named.add($0) }), database.pool)
            let bad = try await store.make(["priority": 10])
            try await Self.refuseChanges(of: bad.id, pool)
            let good = try await store.make()
            #expect(try await store.jobs.claim(workerID: "w1", limit: 1).map(\.jobID) == [good.id])
            let third = try await store.make()
            #expect(try await store.jobs.claim(workerID: "w1", limit: 5, mostPerUser: 2).map(\.jobID) == [third.id])
            guard case .refused = try await store.jobs.cancel(bad.id) else {
                throw Unexpected(description: "cancelled")
            }
            let late = try await store.make()
            try await run(
                """
                alter table gh_automation_jobs disable trigger refuse;
                update gh_automation_jobs set expires_at = now() - interval '1 day' where status = 'pending';
                update gh_automation_jobs set last_heartbeat = now() - interval '1 day' where status = 'queued';
                alter table gh_automation_jobs enable trigger refuse;
                """,
                pool
            )
            #expect(try await store.jobs.expire() == 1)
            #expect(try await store.get(late.id).status == .expired)
            try await run(
                """
                alter table gh_automation_jobs disable trigger refuse;
                update gh_automation_jobs set status = 'queued', worker_id = 'w2', expires_at = null,
                    last_heartbeat = now() - interval '2 days' where id = '\(bad.id)';
                alter table gh_automation_jobs enable trigger refuse;
                """,
                pool
            )
            #expect(try await Set(store.jobs.rescue().map(\.jobID)) == [good.id, third.id])
            #expect(named.ids == [bad.id])
        }
    }

    @Test func `a list goes on by its cursor whatever zone and style the server writes times in`() async throws {
        try await withDatabase(poolSize: 1) { database in
            let store = Store(pool: database.pool)
            for _ in 0..<5 { try await store.make() }
            try await run(
                """
                update gh_automation_jobs set created_at = t.time, updated_at = t.time from (
                    select id, (array['infinity', '294276-12-31 23:59:59.999999+00', '9999-12-31 00:00:00.000001+00',
                        '2026-02-16 12:00:00.123457+00', '4713-01-01 00:00:00+00 BC'])[row_number() over ()]::timestamptz
                        as time from gh_automation_jobs
                ) t where t.id = gh_automation_jobs.id;
                set timezone = 'Asia/Kathmandu'; set datestyle = 'SQL, DMY';
                """,
                database.pool
            )
            for isDescending in [true, false] {
                for sort in [Jobs.SortField.createdAt, .updatedAt, .startedAt] {
                    var filter = Jobs.Filter()
                    (filter.sort, filter.isDescending) = (sort, isDescending)
                    var (seen, place): ([String], Jobs.Place?) = ([], nil)
                    repeat {
                        let page = try await store.jobs.list(filter, limit: 1, after: place)
                        seen += page.rows.compactMap { $0["id"].string }
                        place = page.next
                        if let place { #expect(sort.canSort(by: place.key), "\(place.key)") }
                    } while place != nil && seen.count < 10
                    #expect(seen.count == 5, "\(sort) \(isDescending)")
                    #expect(Set(seen).count == 5, "\(sort) \(isDescending)")
                }
            }
        }
    }
}

extension PoisonTests {
    private func columns(of table: Table, _ pool: PostgresPool) async throws -> [(String, String)] {
        try await pool.query(
            """
            select column_name, udt_name from information_schema.columns
            where table_name = \(table.rawValue) and is_generated = 'NEVER' and is_identity = 'NO'
            order by ordinal_position
            """
        ).map { (try $0.string("column_name"), try $0.string("udt_name")) }
    }

    /// What SQL can write into a column of a type, and what no reader would expect there.
    private static func hostile(_ type: String) -> [String] {
        switch type {
        case "jsonb":
            [
                "'null'", "'5'", "'[1]'", "'\"x\"'", "'{\"a\": 1e400}'",
                "'{\"language_model\": 5, \"quality_preset\": []}'",
                "(repeat('[', 3000) || repeat(']', 3000))::jsonb", "('{\"n\": ' || repeat('9', 100000) || '}')::jsonb",
                """
                '{"cost_breakdown": {"total_cost_usd": 1e300, "magnitude_cost_usd": -1e300, "total_tokens": "x",
                    "magnitude_steps": 9223372036854775807, "cookbook_steps": 9223372036854775807}, "engine": [],
                    "progress": 7}'
                """, "'{\"cost_breakdown\": [1], \"magnitude_cost_usd\": \"NaN\"}'",
            ]
        case "text", "varchar":
            [
                "''", "'file:///etc/passwd'", "repeat('x', 100000)", "'%\\'", "'a' || repeat(U&'\\0301', 200)",
                "'unknown'",
            ]
        case "int4", "int2": ["2147483647", "-2147483648"]
        case "int8": ["9223372036854775807", "-9223372036854775808"]
        case "float4", "float8": ["'NaN'", "'Infinity'", "'-Infinity'"]
        case "timestamptz":
            [
                "'infinity'", "'-infinity'", "'4713-01-01 00:00+00 BC'", "'294276-12-31 23:59:59.999999+00'",
                "'0001-01-01 00:00+00'",
            ]
        case "_text": ["'{}'", "'[2:3]={a,b}'", "'{{a,b},{c,d}}'", "'{NULL}'"]
        case "uuid": ["gen_random_uuid()"]
        case "bool": ["true", "false"]
        case "bytea": ["'\\x00'"]
        default: []
        }
    }

    private static func refuseChanges(of job: UUID, _ pool: PostgresPool) async throws {
        try await run(
            """
            create function refuse() returns trigger language plpgsql as
                $$ begin raise exception 'not this one' using errcode = 'check_violation'; end $$;
            create trigger refuse before update on gh_automation_jobs
                for each row when (old.id = '\(job)') execute function refuse();
            """,
            pool
        )
    }

    private static func expectOthersGoOn(
        _ store: Store,
        _ pool: PostgresPool,
        _ strange: [Strange],
        _ mark: String
    ) async throws {
        let (first, second) = (try await store.make(), try await store.make())
        let all = Set(strange.flatMap(\.jobs))
        let claimed = try await store.jobs.claim(workerID: "w1", limit: 200).filter { !all.contains($0.jobID) }
        #expect(Set(claimed.map(\.jobID)).isSuperset(of: [first.id, second.id]), "\(mark): claimed")
        for lease in claimed where [first.id, second.id].contains(lease.jobID) {
            #expect(try await store.jobs.start(lease) != nil, "\(mark): started")
            #expect(try await store.jobs.progress(lease, ["step": "navigating"]), "\(mark): progress")
            #expect(try await store.workers.heartbeat("w1", [lease]).alive == [lease], "\(mark): heartbeat")
            let end = try await store.jobs.complete(lease, Sample.result(submitted: false))
            #expect(end == .completed, "\(mark): completed")
        }
        try await ask(about: strange, store)
        _ = try await store.jobs.rescue()
        _ = try await store.jobs.expire()
        _ = try await store.jobs.age()
        _ = try await store.jobs.takeBack(workerID: "nobody")
        while try await store.spending.settleAbandoned() > 0 {}
        #expect(try await pool.query("select from gh_model_reservations").isEmpty, "\(mark): settled")
        try await expectListsAnswer(store, first, mark)
    }

    /// What a caller may want of the strange jobs themselves.
    private static func ask(about strange: [Strange], _ store: Store) async throws {
        for own in strange {
            _ = try await store.jobs.cancel(own.pending)
            _ = try await store.jobs.resume(own.paused, CallerOrder.Resume(by: .human, .manual))
            _ = try await store.jobs.retry(own.failed)
            for id in own.jobs {
                let view = try await store.jobs.find(id).map(JobView.init)
                _ = (view?.interaction.data, view?.manual.data)
                _ = try await store.jobs.record(id)
            }
            _ = try await store.events.list(jobID: own.failed)
            _ = try await store.outbox.list(jobID: own.failed)
        }
    }

    private static func expectListsAnswer(_ store: Store, _ job: Job, _ mark: String) async throws {
        for sort in Jobs.SortField.allCases {
            var filter = Jobs.Filter()
            filter.sort = sort
            var (seen, place): (Int, Jobs.Place?) = (0, nil)
            var total = 0
            repeat {
                let page = try await store.jobs.list(filter, limit: 4, after: place)
                (seen, total, place) = (seen + page.rows.count, page.total, page.next)
                if let place { #expect(sort.canSort(by: place.key), "\(mark): \(place.key)") }
            } while place != nil && seen <= total
            #expect(seen == total, "\(mark): listed by \(sort)")
        }
        #expect(try await !store.outbox.claim(limit: 200).isEmpty, "\(mark): callbacks")
        #expect(try await !store.workers.list().isEmpty, "\(mark): workers")
        for manual in try await store.manuals.list(limit: 50).rows {
            guard let id = manual["id"].string.flatMap(UUID.init(uuidString:)) else { continue }
            // One whose steps are none is told so.
            do { _ = try await store.manuals.find(id) } catch is StoreError {}
            _ = try await store.manuals.quarantine(id, false)
        }
        _ = try await store.usage.month(of: job.userID)
        _ = try await store.spending.left(of: job.userID)
    }
}

/// One user's rows in every table, with a job for each duty to look at.
private struct Strange: Sendable {
    let user = UUID()
    let jobs = (0..<5).map { _ in UUID() }

    var pending: UUID { jobs[0] }
    var paused: UUID { jobs[3] }
    var failed: UUID { jobs[4] }

    static func make(in pool: PostgresPool) async throws -> Strange {
        let own = Strange()
        try await run(
            """
            insert into gh_automation_jobs (
                id, user_id, job_type, target_url, task_description, callback_url, request_hash, effective_priority,
                status, worker_id, lease_token, last_heartbeat, paused_at, completed_at, expires_at
            )
            select id::uuid, '\(own.user)', 'custom', 'https://jobs.example.com/1', 'x', 'https://valet.example.com/', 'x', 5,
                status, case when held then 'w-\(own.user)' end, 1, case when held then now() - interval '1 hour' end,
                case when status = 'paused' then now() - interval '2 hours' end,
                case when status = 'failed' then now() end, now() + late::interval
            from (values
                ('\(own.pending)', 'pending', false, '1 hour'), ('\(own.jobs[1])', 'pending', false, '-1 hour'),
                ('\(own.jobs[2])', 'running', true, '1 hour'), ('\(own.paused)', 'paused', true, '1 hour'),
                ('\(own.failed)', 'failed', false, '1 hour')
            ) rows (id, status, held, late);
            insert into gh_job_events (job_id, event_type) values ('\(own.failed)', 'job_failed');
            insert into gh_callback_outbox (job_id, status, url, body, webhook_id)
                values ('\(own.failed)', 'failed', 'https://valet.example.com/', '{}', '\(own.user)');
            insert into gh_worker_registry (worker_id) values ('w-\(own.user)');
            insert into gh_user_usage (user_id, period_start, period_end)
                select '\(own.user)', date_trunc('month', now(), 'UTC'), now() + interval '1 month';
            insert into gh_model_reservations (job_id, user_id, period_start, nano, created_at)
                select '\(own.jobs[2])', '\(own.user)', date_trunc('month', now(), 'UTC'), 5, now() - interval '1 hour';
            insert into gh_action_manuals (url_pattern, task_pattern, platform, steps)
                values ('https://jobs.example.com/*', '\(own.user)', 'other', '[]');
            """,
            pool
        )
        return own
    }

    /// Which rows of a table are this user's.
    func condition(in table: PoisonTests.Table) -> String {
        switch table {
        case .jobs, .usage: "user_id = '\(user)'"
        case .events, .outbox: "job_id = '\(failed)'"
        case .workers: "worker_id = 'w-\(user)'"
        case .manuals: "task_pattern = '\(user)'"
        }
    }

    /// Takes away rows that are as they were made.
    func clear(from pool: PostgresPool) async throws {
        try await run(
            """
            delete from gh_model_reservations where user_id = '\(user)';
            delete from gh_automation_jobs where user_id = '\(user)';
            delete from gh_worker_registry where worker_id = 'w-\(user)';
            delete from gh_user_usage where user_id = '\(user)';
            delete from gh_action_manuals where task_pattern = '\(user)';
            """,
            pool
        )
    }

    /// Takes away everybody's rows, whatever they have become.
    static func clear(_ pool: PostgresPool) async throws {
        try await run(
            """
            delete from gh_model_reservations; delete from gh_automation_jobs; delete from gh_user_usage;
            delete from gh_worker_registry where worker_id <> 'w1'; delete from gh_action_manuals;
            """,
            pool
        )
    }
}

/// Ids, in their order.
private final class Named: Sendable {
    private let value = NIOLockedValueBox<[UUID]>([])

    var ids: [UUID] { value.withLockedValue(\.self) }

    func add(_ id: UUID) { value.withLockedValue { $0.append(id) } }
}

/// Runs a script of a test's own.
func run(_ script: String, _ pool: PostgresPool) async throws {
    try await pool.withConnection { try await $0.execute(script: script, timeout: .seconds(30)) }
}
