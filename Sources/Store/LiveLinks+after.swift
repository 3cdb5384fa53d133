public import Foundation
public import GhostHands
import Postgres

/// What somebody who has answered may still see of a job: how it stands, and whether it waits for them again.
extension LiveLinks {
    /// A job after one of its pauses.
    public struct After: Sendable, Hashable {
        /// The job.
        public let job: UUID
        /// How it stands.
        public let status: JobStatus
        /// What is said of it: how it ended, once it has.
        public let message: String?
        /// Whether whoever asks has let it go on themselves, and may still act.
        public let mayFollow: Bool
        /// Whether it waits for them again.
        public var waits: Bool { mayFollow && status == .paused }
        /// Whether they may have its page back.
        public var mayTakeOver: Bool { mayFollow && status == .running }
    }

    /// Notes that the bearer of a link has let the job go on.
    ///
    /// - Throws: `PostgresError`.
    public func noteResumed(_ link: UUID) async throws {
        try await pool.execute("update gh_live_links set resumed_at = now() where id = \(link)")
    }

    /// How a job stands, for the person who let it go on within the last hour, or whose link's pause has ended otherwise:
    /// at its deadline, or since somebody else cancelled or resumed the job.
    ///
    /// - Parameters:
    ///   - link: the link that they had.
    ///   - cookie: the digest of its cookie.
    /// - Returns: nil for anybody else, and once links were taken back.
    /// - Throws: `PostgresError`.
    public func after(_ link: UUID, cookie: Data) async throws -> After? {
        let rows = try await pool.query(
            """
            select j.id, j.status, j.status_message, coalesce(\(Self.mayFollow), false) as may_follow
            from gh_live_links l join gh_automation_jobs j on j.id = l.job_id
            where l.id = \(link) and l.cookie_hash = \(cookie) and l.revoked_at is null
                and (l.resumed_at is not null or j.status <> \(literal: JobStatus.paused))
                and coalesce(l.resumed_at, l.expires_at) > now() - interval '1 hour'
            """
        )
        guard let row = rows.first, let status = JobStatus(rawValue: try row.string("status")) else { return nil }
        return After(
            job: try row.uuid("id"),
            status: status,
            message: try row.stringOrNil("status_message"),
            mayFollow: try row.bool("may_follow")
        )
    }

    /// Makes an opened link to the pause that followed, for the person who let the job go on.
    ///
    /// - Parameters:
    ///   - link: the link that they had; it opens nothing any more.
    ///   - cookie: the digest of its cookie.
    ///   - next: the digest of the new one's.
    ///   - secret: the digest of a secret that nobody is told: the link is open already.
    /// - Returns: the new link; nil where the job does not wait again, or not for them.
    /// - Throws: `PostgresError`.
    public func follow(_ link: UUID, cookie: Data, next: Data, secret: Data) async throws -> UUID? {
        let rows = try await pool.query(
            """
            with old as (
                update gh_live_links l set resumed_at = null from gh_automation_jobs j
                where l.id = \(link) and l.cookie_hash = \(cookie) and \(Self.mayFollow)
                    and j.id = l.job_id and j.paused_at > l.paused_at and j.status = \(literal: JobStatus.paused)
                returning l.job_id, l.mode, j.paused_at, j.hitl_timeout_seconds
            )
            insert into gh_live_links (job_id, paused_at, mode, secret_hash, cookie_hash, expires_at, used_at)
            select job_id, paused_at, mode, \(secret), \(next), paused_at + make_interval(secs => hitl_timeout_seconds), now()
            from old returning id
            """
        )
        return try rows.first?.uuid("id")
    }

    private static let mayFollow: SQL =
        "l.revoked_at is null and l.resumed_at > now() - interval '1 hour' and l.mode = 'control'"
}
