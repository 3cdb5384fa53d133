public import Foundation
public import GhostHands
import Postgres

/// What a paused job needs to go on, sealed: what a person gave, and what sites had left in its browser.
public struct HumanHelpStore: Sendable {
    let pool: PostgresPool
    let sealer: Sealer?

    /// How large a kept session may be, sealed.
    public static let mostBytes = 5 << 20

    // MARK: What a person gave

    /// Seals what a person gave, for the transaction that lets the job go on.
    ///
    /// - Parameters:
    ///   - resolution: what they gave.
    ///   - job: the job it is for.
    /// - Returns: the sealed bytes; nil for what holds nothing that must be carried.
    /// - Throws: `StoreError` where the installation has no key: a secret is never kept open.
    public func seal(_ resolution: Resolution, for job: UUID) throws -> Data? {
        guard resolution.isSecret else { return nil }
        guard let sealer else {
            throw StoreError(code: .noKey, message: "nothing seals what people give: set GH_CREDENTIAL_KEY")
        }
        return try sealer.seal(resolution.json.data, for: Self.owner(job))
    }

    /// Takes what a person gave, and destroys it in the same statement.
    ///
    /// - Parameter lease: the worker's right to the job, which must be running.
    /// - Returns: what they gave; manual where there is nothing, or nothing that can be opened.
    /// - Throws: `PostgresError`.
    public func takeResolution(_ lease: Lease) async throws -> Resolution {
        let rows = try await pool.query(
            """
            delete from gh_resolutions where job_id = \(lease.jobID) and exists (
                select from gh_automation_jobs
                where \(Jobs.isHeld(lease)) and status = \(literal: JobStatus.running)
            ) returning sealed, coalesce(expires_at > now(), true) as is_good
            """
        )
        guard let row = rows.first, try row.bool("is_good"),
            let data = sealer?.open(try row.data("sealed"), for: Self.owner(lease.jobID)),
            let resolution = (try? JSON(parsing: data)).flatMap(Resolution.init)
        else { return .manual }
        return resolution
    }

    // MARK: What sites had left

    /// Keeps what sites have left in the browser of a paused job.
    ///
    /// - Parameters:
    ///   - session: the state as JSON.
    ///   - lease: the worker's right to the job.
    ///   - begun: when the job began with what earlier ones had come to.
    /// - Returns: whether it is kept: not where it is too large, or where the installation has no key.
    /// - Throws: `PostgresError`.
    public func keep(_ session: Data, of lease: Lease, begun: Date) async throws -> Bool {
        guard let sealer, session.count <= Self.mostBytes else { return false }
        let sealed = try sealer.seal(session, for: Self.sessionOwner(lease.jobID))
        let count = try await pool.execute(
            """
            insert into gh_paused_sessions (job_id, sealed, begun_at)
            select id, \(sealed), \(begun) from gh_automation_jobs where \(Jobs.isHeld(lease))
            on conflict (job_id) do update set sealed = excluded.sealed, created_at = now()
            """
        )
        return count == 1
    }

    /// What sites had left in the browser of a job that was paused.
    ///
    /// - Parameter lease: the right to the job of the worker that goes on with it.
    /// - Returns: the state as JSON, and when the attempt began that it is of; nil where there is none, or none that can be
    ///   opened.
    /// - Throws: `PostgresError`.
    public func session(of lease: Lease) async throws -> (state: Data, begun: Date)? {
        guard let sealer else { return nil }
        let rows = try await pool.query(
            """
            select sealed, begun_at from gh_paused_sessions
            where job_id = \(lease.jobID) and exists (select from gh_automation_jobs where \(Jobs.isHeld(lease)))
            """
        )
        guard let row = rows.first,
            let state = sealer.open(try row.data("sealed"), for: Self.sessionOwner(lease.jobID))
        else { return nil }
        return (state, try row.date("begun_at"))
    }

    /// Removes what is kept for jobs that have ended.
    ///
    /// - Throws: `PostgresError`.
    public func forget() async throws {
        try await pool.execute(
            """
            with resolved as (
                delete from gh_resolutions r using gh_automation_jobs j
                where j.id = r.job_id and j.completed_at is not null
            )
            delete from gh_paused_sessions s using gh_automation_jobs j
            where j.id = s.job_id and j.completed_at is not null
            """
        )
    }

    static func owner(_ job: UUID) -> String { "resolution|\(job.uuidString)" }

    private static func sessionOwner(_ job: UUID) -> String { "paused session|\(job.uuidString)" }
}
