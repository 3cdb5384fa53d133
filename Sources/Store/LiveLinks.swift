public import Foundation
public import GhostHands
import Postgres

/// The links by which people may see and work the pages of paused jobs (R52).
public struct LiveLinks: Sendable {
    let pool: PostgresPool

    /// A link that was made.
    public struct Made: Sendable, Hashable {
        /// Names it.
        public let id: UUID
        /// Until when it can be opened.
        public let expiresAt: Date
    }

    /// What somebody who opened a link has before them.
    public struct Seat: Sendable, Hashable {
        /// The link.
        public let link: UUID
        /// Its job.
        public let job: UUID
        /// When the pause began, in microseconds of 1970.
        public let pause: Int64
        /// When the pause ends if nobody does anything.
        public let deadline: Date
        /// What may be done.
        public let mode: LiveMode
        /// Whether a worker holds the job, and with it the page.
        public let hasPage: Bool
        /// Where that worker is reached; nil where nobody knows.
        public let workerURL: String?
        /// Whether the worker has kept a picture of the page within the last moments.
        public let hasFreshPicture: Bool
    }

    private static let pauseNumber: SQL = "(extract(epoch from j.paused_at) * 1000000)::bigint"
    private static let deadline: SQL = "j.paused_at + make_interval(secs => j.hitl_timeout_seconds)"
    private static let isPaused: SQL = "j.status = \(literal: JobStatus.paused) and j.paused_at is not null"

    /// Makes a link to a job that is paused.
    ///
    /// - Parameters:
    ///   - job: which job.
    ///   - mode: what it lets people do.
    ///   - secret: the digest of its secret; one that is there already stays as it is.
    ///   - seconds: how long it can be opened; nil for as long as the pause lasts.
    /// - Returns: nil when the job is not paused.
    /// - Throws: `PostgresError`.
    public func make(of job: UUID, mode: LiveMode, secret: Data, seconds: Int?) async throws -> Made? {
        let rows = try await pool.query(
            """
            insert into gh_live_links (job_id, paused_at, mode, secret_hash, expires_at)
            select j.id, j.paused_at, \(mode.rawValue), \(secret),
                least(coalesce(now() + make_interval(secs => \(seconds)), 'infinity'), \(Self.deadline))
            from gh_automation_jobs j where j.id = \(job) and \(Self.isPaused)
            on conflict (secret_hash) do update set secret_hash = excluded.secret_hash
            returning id, expires_at
            """
        )
        return try rows.first.map { Made(id: try $0.uuid("id"), expiresAt: try $0.time("expires_at")) }
    }

    /// The statement that makes the one link that a callback names, in the transaction that pauses its job.
    ///
    /// - Parameters:
    ///   - job: the job.
    ///   - secret: the digest of the link's secret.
    static func make(of job: Job, secret: Data) -> SQL {
        """
        insert into gh_live_links (job_id, paused_at, mode, secret_hash, expires_at)
        values (\(job.id), now(), \(LiveMode.control.rawValue), \(secret),
            now() + make_interval(secs => \(job.hitlTimeoutSeconds)))
        """
    }

    /// Exchanges a link's secret for a cookie, once.
    ///
    /// - Parameters:
    ///   - secret: the digest of the secret.
    ///   - cookie: the digest of the cookie.
    /// - Returns: the link; nil when there is none, it was used, revoked or is too old, or the pause is over.
    /// - Throws: `PostgresError`.
    public func enter(secret: Data, cookie: Data) async throws -> UUID? {
        let rows = try await pool.query(
            """
            update gh_live_links l set used_at = now(), cookie_hash = \(cookie)
            from gh_automation_jobs j
            where l.secret_hash = \(secret) and l.used_at is null and l.revoked_at is null and l.expires_at > now()
                and j.id = l.job_id and j.paused_at = l.paused_at and \(Self.isPaused)
            returning l.id
            """
        )
        return try rows.first?.uuid("id")
    }

    /// What a cookie lets its bearer do now.
    ///
    /// - Parameters:
    ///   - link: the link it was given for.
    ///   - cookie: the cookie's digest.
    /// - Returns: nil when it is not the link's, the link was revoked, or the pause is over.
    /// - Throws: `PostgresError`.
    public func seat(_ link: UUID, cookie: Data) async throws -> Seat? {
        let rows = try await pool.query(
            """
            select l.mode, j.id, w.url, j.worker_id is not null as has_page,
                coalesce(l.pictured_at > now() - interval '8 seconds', false) as is_fresh, \(Self.pauseNumber) as pause, \(Self.deadline) as deadline
            from gh_live_links l join gh_automation_jobs j on j.id = l.job_id and j.paused_at = l.paused_at
            left join gh_worker_registry w on w.worker_id = j.worker_id
            where l.id = \(link) and l.cookie_hash = \(cookie) and l.revoked_at is null and \(Self.isPaused)
                and \(Self.deadline) > now()
            """
        )
        return try rows.first.map { row in
            Seat(
                link: link,
                job: try row.uuid("id"),
                pause: try row.int64("pause"),
                deadline: try row.time("deadline"),
                mode: LiveMode(rawValue: try row.string("mode")) ?? .view,
                hasPage: try row.bool("has_page"),
                workerURL: try row.stringOrNil("url"),
                hasFreshPicture: try row.bool("is_fresh")
            )
        }
    }

    /// Asks the worker of a link's job for pictures, for somebody whom no socket reaches.
    ///
    /// - Throws: `PostgresError`.
    public func wantPicture(_ link: UUID) async throws {
        try await pool.execute("update gh_live_links set picture_wanted_at = now() where id = \(link)")
    }

    /// Notes that the worker has kept a picture of a job's page.
    ///
    /// - Throws: `PostgresError`.
    public func notePicture(of job: UUID) async throws {
        try await pool.execute(
            """
            update gh_live_links set pictured_at = now()
            where job_id = \(job) and picture_wanted_at > now() - interval '6 seconds'
            """
        )
    }

    /// When a job's present pause began, in microseconds of 1970.
    ///
    /// - Returns: nil when the job is not paused.
    /// - Throws: `PostgresError`.
    public func pause(of job: UUID) async throws -> Int64? {
        let rows = try await pool.query(
            "select \(Self.pauseNumber) as pause from gh_automation_jobs j where j.id = \(job) and \(Self.isPaused)"
        )
        return try rows.first?.int64("pause")
    }

    /// Takes back all links to a job, opened or not.
    ///
    /// - Returns: how many that were.
    /// - Throws: `PostgresError`.
    public func revoke(of job: UUID) async throws -> Int {
        try await pool.execute(
            "update gh_live_links set revoked_at = now() where job_id = \(job) and revoked_at is null"
        )
    }
    /// Whether a link was taken back.
    ///
    /// - Throws: `PostgresError`.
    public func isRevoked(_ link: UUID) async throws -> Bool {
        let rows = try await pool.query(
            "select 1 from gh_live_links where id = \(link) and revoked_at is not null"
        )
        return !rows.isEmpty
    }
}
