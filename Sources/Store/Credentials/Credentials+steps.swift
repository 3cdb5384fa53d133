public import Foundation
public import GhostHands
import Postgres

/// Steps of one-time codes (R57): none is used twice, and whoever comes first has the first.
extension Credentials {
    /// Claims the next step whose code nobody was given, where no other job that runs has waited longer.
    ///
    /// - Parameters:
    ///   - kept: whose codes they are.
    ///   - totp: the secret that makes them.
    ///   - job: who wants it; it has its place in the line from the first time that it asks.
    ///   - leaving: how many seconds the code must be good for.
    ///   - moment: the time in seconds since 1970; nil for the database's own clock, by which all workers go.
    /// - Returns: the step, or when to ask again; nil where the credential was changed meanwhile.
    /// - Throws: `PostgresError`.
    public func claimStep(
        of kept: KeptCredential,
        _ totp: TOTPSecret,
        for job: UUID,
        leaving: Int = 5,
        at moment: Double? = nil
    ) async throws -> CodeTurn? {
        try await joinLine(of: kept, job)
        let rows = try await pool.query(
            """
            with next as materialized (
                select c.id, clock.now,
                    greatest(c.totp_step + 1, floor((clock.now + \(leaving)) / \(totp.period))::bigint) as step,
                    (
                        select count(*) from gh_code_turns t join gh_automation_jobs j on j.id = t.job_id
                        where t.credential_id = c.id and t.came < own.came
                            and j.status = \(literal: JobStatus.running)
                    ) as ahead
                from gh_user_credentials c
                join gh_code_turns own on own.credential_id = c.id and own.job_id = \(job)
                cross join (
                    select coalesce(\(moment)::float8, extract(epoch from clock_timestamp())::float8) as now
                ) as clock
                where c.id = \(kept.id) and c.version = \(kept.version)
            ), taken as (
                update gh_user_credentials c set totp_step = next.step from next
                where c.id = next.id and c.totp_step < next.step and next.ahead = 0
                    and next.step * \(totp.period) <= next.now
                returning c.id
            ), gone as (
                delete from gh_code_turns t using taken where t.credential_id = taken.id and t.job_id = \(job)
            )
            select step, exists (select from taken) as is_taken,
                (step + ahead) * \(totp.period) - now as wait
            from next
            """
        )
        return try rows.first.map { row in
            let step = try row.int64("step")
            // Another was given the very step a moment ago: the next one is asked for at once.
            return try row.bool("is_taken") ? .step(step) : .wait(max(0.01, try row.double("wait")))
        }
    }

    private func joinLine(of kept: KeptCredential, _ job: UUID) async throws {
        try await pool.execute(
            """
            insert into gh_code_turns (credential_id, job_id)
            select id, \(job) from gh_user_credentials where id = \(kept.id) and version = \(kept.version)
            on conflict do nothing
            """
        )
    }

    /// Leaves the line.
    ///
    /// - Throws: `PostgresError`.
    public func leaveLine(of kept: KeptCredential, _ job: UUID) async throws {
        try await pool.execute(
            "delete from gh_code_turns where credential_id = \(kept.id) and job_id = \(job)"
        )
    }
}

/// What a job gets that asks for a step of one-time codes.
public enum CodeTurn: Sendable, Hashable {
    /// It is the job's alone, and has begun.
    case step(Int64)
    /// Not before so many seconds.
    case wait(Double)
}
