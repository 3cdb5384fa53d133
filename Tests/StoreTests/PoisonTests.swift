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

    @Test(arguments: Table.allCases)
    func `a hostile value in any column stops no other job and no list`(_ table: Table) async throws {
        try await withStore { store, pool in
            var written = 0
            for (column, type) in try await columns(of: table, pool) {
                for value in Self.hostile(type) {
                    let mark = "\(table.rawValue).\(column) = \(value.prefix(60))"
                    let own = try await Self.rows(of: UUID(), store, pool)
                    let target: String = table == .jobs ? " where user_id = '\(own.user)'" : ""
                    do {
                        try await run("update \(table.rawValue) set \(column) = \(value)\(target)", pool)
                        written += 1
                    } catch let error as PostgresError where error.sqlState != nil {
                        // The schema itself keeps it out.
                        try await Self.clear(pool)
                        continue
                    }
                    do {
                        try await Self.expectOthersGoOn(store, pool, own.jobs, mark, sortedBy: .init(rawValue: column))
                        if table == .jobs { try await Self.ask(about: own.jobs, store) }
                    } catch {
                        Issue.record("\(mark): \(error)")
                    }
                    try await Self.clear(pool)
                }
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
            try await run(
                """
                create function refuse() returns trigger language plpgsql as
                    $$ begin raise exception 'not this one' using errcode = 'check_violation'; end $$;
                create trigger refuse before update on gh_automation_jobs
                    for each row when (old.id = '\(bad.id)') execute function refuse();
                """,
                pool
            )
            let good = try await store.make()
            #expect(try await store.jobs.claim(workerID: "w1", limit: 1).map(\.id) == [good.id])
            let third = try await store.make()
            #expect(try await store.jobs.claim(workerID: "w1", limit: 5, mostPerUser: 2).map(\.id) == [third.id])
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
                    #expect(seen.count == 5 && Set(seen).count == 5, "\(sort) \(isDescending)")
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

    /// One user's rows in every table, and jobs that each duty of a worker would look at.
    private static func rows(
        of user: UUID,
        _ store: Store,
        _ pool: PostgresPool
    ) async throws -> (user: UUID, jobs: [UUID]) {
        var jobs: [UUID] = []
        for _ in 0..<5 { jobs.append(try await store.make(user: user).id) }
        let claimed = try await store.jobs.claim(workerID: "w0", limit: 3)
        let leases = claimed.map { Lease(jobID: $0.id, token: $0.leaseToken, workerID: "w0") }
        for lease in leases { _ = try await store.jobs.start(lease) }
        _ = try await store.jobs.complete(leases[0], Sample.result(submitted: false))
        guard case .held = try await store.spending.reserve(NanoDollars(5), under: leases[1]) else {
            throw Unexpected(description: "nothing could be kept back")
        }
        try await store.workers.register("w0", maxConcurrent: 1)
        try await store.workers.register("w1", maxConcurrent: 1)
        try await run(
            """
            update gh_automation_jobs set last_heartbeat = now() - interval '1 hour' where id = '\(claimed[1].id)';
            update gh_automation_jobs set status = 'paused', paused_at = now() - interval '2 hours',
                last_heartbeat = now() - interval '1 hour' where id = '\(claimed[2].id)';
            update gh_automation_jobs set expires_at = now() - interval '1 hour'
                where status = 'pending' and id = '\(jobs[4])';
            update gh_model_reservations set created_at = now() - interval '1 hour';
            insert into gh_action_manuals (url_pattern, task_pattern, platform, steps)
                values ('https://jobs.example.com/*', 'apply', 'other', '[]');
            """,
            pool
        )
        return (user, jobs)
    }

    private static func clear(_ pool: PostgresPool) async throws {
        try await run(
            """
            delete from gh_model_reservations; delete from gh_automation_jobs; delete from gh_worker_registry;
            delete from gh_user_usage; delete from gh_action_manuals;
            """,
            pool
        )
    }

    private static func expectOthersGoOn(
        _ store: Store,
        _ pool: PostgresPool,
        _ strange: [UUID],
        _ mark: String,
        sortedBy sort: Jobs.SortField?
    ) async throws {
        let (first, second) = (try await store.make(), try await store.make())
        let claimed = try await store.jobs.claim(workerID: "w1", limit: 50).filter { !strange.contains($0.id) }
        #expect(Set(claimed.map(\.id)) == [first.id, second.id], "\(mark): claimed")
        for job in claimed {
            let lease = Lease(jobID: job.id, token: job.leaseToken, workerID: "w1")
            #expect(try await store.jobs.start(lease) != nil, "\(mark): started")
            #expect(try await store.jobs.progress(lease, ["step": "navigating"]), "\(mark): progress")
            #expect(try await store.workers.heartbeat("w1", [lease]).alive == [lease], "\(mark): heartbeat")
            let end = try await store.jobs.complete(lease, Sample.result(submitted: false))
            #expect(end == .completed, "\(mark): completed")
        }
        _ = try await store.jobs.rescue()
        _ = try await store.jobs.expire()
        _ = try await store.jobs.age()
        _ = try await store.spending.settleAbandoned()
        _ = try await store.jobs.takeBack(workerID: "nobody")
        #expect(try await pool.query("select from gh_model_reservations").isEmpty, "\(mark): settled")
        try await expectListsAnswer(store, strange, first, mark, Set([.createdAt, sort].compactMap(\.self)))
    }

    /// What a caller may want of the strange jobs themselves.
    private static func ask(about strange: [UUID], _ store: Store) async throws {
        for id in strange {
            _ = try await store.jobs.retry(id)
            _ = try await store.jobs.resume(id, CallerOrder.Resume(by: .human, .manual))
            _ = try await store.jobs.cancel(id)
        }
    }

    private static func expectListsAnswer(
        _ store: Store,
        _ strange: [UUID],
        _ job: Job,
        _ mark: String,
        _ sorts: Set<Jobs.SortField>
    ) async throws {
        for sort in sorts {
            var filter = Jobs.Filter()
            filter.sort = sort
            let page = try await store.jobs.list(filter, limit: 3)
            let next = try #require(page.next, "\(mark): \(sort)")
            #expect(sort.canSort(by: next.key), "\(mark): \(next.key)")
            let rest = try await store.jobs.list(filter, limit: 50, after: next)
            #expect(page.rows.count + rest.rows.count == strange.count + 2, "\(mark): listed by \(sort)")
        }
        for id in strange {
            if let found = try await store.jobs.find(id) { _ = JobView(found).status.data }
            _ = try await store.jobs.record(id)
            _ = try await store.events.list(jobID: id)
            _ = try await store.outbox.list(jobID: id)
        }
        #expect(try await !store.outbox.claim(limit: 100).isEmpty, "\(mark): callbacks")
        #expect(try await store.workers.list().count >= 1, "\(mark): workers")
        _ = try await store.manuals.list(limit: 50)
        _ = try await store.usage.month(of: job.userID)
        _ = try await store.spending.left(of: job.userID)
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
