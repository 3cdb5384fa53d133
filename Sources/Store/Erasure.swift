public import Foundation
import GhostHands
import Postgres

/// Removes all that is kept of a user (R64).
public struct Erasure: Sendable {
    let pool: PostgresPool

    /// How many rows of each kind were removed.
    public struct Counts: Sendable, Hashable {
        /// Jobs.
        public var jobs = 0
        /// Their events.
        public var events = 0
        /// Answers that were derived for the user.
        public var answers = 0
        /// Sessions.
        public var sessions = 0
        /// Credentials.
        public var credentials = 0
        /// Pictures and files, which the caller removes.
        public var files = 0

        /// Nothing yet.
        public init() {}
    }

    /// How many jobs at once; each may have thousands of events.
    private static let batch = 50

    /// Whether a worker holds a job of the user now.
    ///
    /// - Throws: `PostgresError`.
    public func isBusy(_ user: UUID) async throws -> Bool {
        try await pool.query(
            """
            select from gh_automation_jobs
            where user_id = \(user) and status in (\(literals: JobStatus.held)) limit 1
            """
        ).first != nil
    }

    /// Finds some jobs of a user that nobody holds.
    ///
    /// - Returns: some of them; none when there are no more.
    /// - Throws: `PostgresError`.
    public func jobs(of user: UUID) async throws -> [Retention.Remains] {
        try await pool.query(
            """
            select old.id, \(Retention.files) as files
            from (
                select * from gh_automation_jobs
                where user_id = \(user) and status not in (\(literals: JobStatus.held))
                order by created_at desc limit \(Self.batch)
            ) old
            """
        ).map(Retention.Remains.init(row:))
    }

    /// Removes jobs of a user with all that belongs to them; one that a worker has taken meanwhile stays.
    ///
    /// - Parameter counts: added to.
    /// - Throws: `PostgresError`.
    public func remove(_ jobs: [UUID], of user: UUID, counting counts: inout Counts) async throws {
        let rows = try await pool.query(
            """
            with free as materialized (
                select id from gh_automation_jobs
                where id = any(\(jobs)) and user_id = \(user) and status not in (\(literals: JobStatus.held))
                order by id for update
            ), told as (
                select count(*) as count from gh_job_events e join free on e.job_id = free.id
            ), gone as (
                delete from gh_automation_jobs j using free where j.id = free.id returning j.id
            )
            select (select count from told) as events, (select count(*) from gone) as jobs
            """
        )
        counts.jobs += try rows.first?.int("jobs") ?? 0
        counts.events += try rows.first?.int("events") ?? 0
    }

    /// Removes what is kept of a user besides jobs: answers, sessions, credentials, and what they have spent.
    ///
    /// - Parameter counts: added to.
    /// - Throws: `PostgresError`.
    public func removeRest(of user: UUID, counting counts: inout Counts) async throws {
        let removed = try await pool.withTransaction { connection in
            try await Sessions.lock(user, connection)
            var removed = Counts()
            removed.answers = try await connection.execute("delete from gh_learned_answers where user_id = \(user)")
            removed.sessions = try await connection.execute("delete from gh_browser_sessions where user_id = \(user)")
            // Nobody is at work who could bring any of it back.
            try await connection.execute("delete from gh_session_deletions where user_id = \(user)")
            removed.credentials = try await connection.execute(
                "delete from gh_user_credentials where user_id = \(user)"
            )
            try await connection.execute("delete from gh_operators where user_id = \(user)")
            try await connection.execute("delete from gh_model_reservations where user_id = \(user)")
            try await connection.execute("delete from gh_user_usage where user_id = \(user)")
            try await connection.execute("update gh_action_manuals set created_by = null where created_by = \(user)")
            return removed
        }
        counts.answers += removed.answers
        counts.sessions += removed.sessions
        counts.credentials += removed.credentials
    }
}
