public import Foundation
import GhostHands
import Postgres

/// Removes what was kept long enough (R64), in batches small enough to be in nobody's way.
public struct Retention: Sendable {
    let pool: PostgresPool

    /// How many jobs at once; each may have thousands of events.
    private static let batch = 50
    /// How many are looked at in one go.
    private static let sweep = 200

    /// A job that ended long ago, and what it leaves behind in the storage of files.
    public struct Remains: Sendable, Hashable {
        /// The job.
        public let jobID: UUID
        /// Storage keys that its row names; only of its own folders, for others may have written the row.
        public let files: [String]
    }

    /// A place among the jobs in the order in which they were created.
    public struct Place: Sendable, Hashable {
        /// As the database writes it: a row of others may lie before all times that we can read.
        fileprivate let time: String
        fileprivate let id: UUID
    }

    /// Goes through the jobs for those whose pictures were kept long enough, some hundred at a time.
    ///
    /// No index knows them, for every change of every job would pay for it.
    ///
    /// - Parameters:
    ///   - days: how many days ago they must have ended.
    ///   - place: where the last call ended; nil to begin with the oldest.
    /// - Returns: those with pictures, and where to go on; nil at the end.
    /// - Throws: `PostgresError`.
    public func pictured(
        olderThan days: Int,
        after place: Place? = nil
    ) async throws -> (remains: [Remains], next: Place?) {
        let isBehind: SQL = place.map { "(created_at, id) > (\($0.time)::timestamptz, \($0.id)::uuid)" } ?? "true"
        let rows = try await pool.query(
            """
            select old.id, old.created_at::text as place,
                completed_at < now() - make_interval(days => \(days)::int) and screenshot_urls <> '[]' as is_due,
                \(Retention.files) as files
            from (
                select * from gh_automation_jobs
                where created_at < now() - make_interval(days => \(days)::int) and \(isBehind)
                order by created_at, id limit \(Self.sweep)
            ) old
            order by old.created_at, old.id
            """
        )
        let due = try rows.filter { try $0.boolOrNil("is_due") ?? false }
        let last = rows.count < Self.sweep ? nil : rows.last
        return (
            try due.map(Remains.init(row:)),
            try last.map { Place(time: try $0.string("place"), id: try $0.uuid("id")) }
        )
    }

    /// Notes that jobs have no pictures any more.
    ///
    /// - Throws: `PostgresError`.
    public func forgetPictures(of jobs: [UUID]) async throws {
        try await pool.execute("update gh_automation_jobs set screenshot_urls = '[]' where id = any(\(jobs))")
    }

    /// Finds jobs that were kept long enough and that nothing waits for any more.
    ///
    /// - Parameter days: how many days ago they must have ended.
    /// - Returns: some of them, the oldest first; none when there are no more.
    /// - Throws: `PostgresError`.
    public func ended(olderThan days: Int) async throws -> [Remains] {
        // None was created after it ended: so the index of the list finds them.
        try await find(
            """
            created_at < now() - make_interval(days => \(days)::int) and completed_at < now() - make_interval(days => \(days)::int)
                and not exists (
                    select from gh_callback_outbox o
                    where o.job_id = gh_automation_jobs.id and o.state = 'pending'
                )
            """
        )
    }

    /// Removes jobs that have ended, with their events and callbacks.
    ///
    /// - Returns: how many there were; what somebody holds or has begun anew stays.
    /// - Throws: `PostgresError`.
    public func forget(_ jobs: [UUID]) async throws -> Int {
        try await pool.execute(
            """
            with free as materialized (
                select id from gh_automation_jobs where id = any(\(jobs)) and completed_at is not null
                order by id for update skip locked
            )
            delete from gh_automation_jobs j using free where j.id = free.id
            """
        )
    }

    /// Which of some ids are no job's any more.
    ///
    /// - Throws: `PostgresError`.
    public func unknown(_ jobs: [UUID]) async throws -> [UUID] {
        guard !jobs.isEmpty else { return [] }
        return try await pool.query(
            """
            select given.id from unnest(\(jobs)::uuid[]) given (id)
            where not exists (select from gh_automation_jobs j where j.id = given.id)
            """
        ).map { try $0.uuid("id") }
    }

    /// Removes workers that have not been heard of for a day from the registry.
    ///
    /// - Returns: how many there were.
    /// - Throws: `PostgresError`.
    public func forgetWorkers() async throws -> Int {
        try await pool.execute(
            """
            with gone as materialized (
                select worker_id from gh_worker_registry w
                where last_heartbeat < now() - interval '1 day' and not exists (
                    select from gh_automation_jobs j
                    where j.worker_id = w.worker_id and j.status in (\(literals: JobStatus.held))
                )
                order by worker_id limit 1000 for update skip locked
            )
            delete from gh_worker_registry w using gone where w.worker_id = gone.worker_id
            """
        )
    }

    private func find(_ condition: SQL) async throws -> [Remains] {
        try await pool.query(
            """
            select old.id, \(Retention.files) as files
            from (select * from gh_automation_jobs where \(condition) order by created_at limit \(Self.batch)) old
            """
        ).map(Remains.init(row:))
    }

    /// What a job's row names of its own files.
    static let files: SQL = """
        array(
            select file.key from (
                select value #>> '{}' from jsonb_path_query(old.screenshot_urls, '$[*]') value union all
                select old.interaction_data ->> 'screenshot_url' union all
                select e.metadata ->> \(literal: JobEvent.Key.screenshotURL) from gh_job_events e
                where e.job_id = old.id and e.event_type = \(literal: EventType.hitlPaused) union all
                select e.metadata ->> \(literal: JobEvent.Key.storagePath) from gh_job_events e
                where e.job_id = old.id and e.event_type = \(literal: EventType.traceKept) union all
                select value #>> '{}' from jsonb_path_query(old.result_data, '$.files[*].storage_path') value
            ) file (key)
            where file.key like 'screenshots/gh/jobs/' || old.id || '/%'
                or file.key like 'artifacts/gh/jobs/' || old.id || '/%'
        )
        """
}

extension Retention.Remains {
    init(row: Row) throws {
        jobID = try row.uuid("id")
        files = try row.strings("files")
    }
}
