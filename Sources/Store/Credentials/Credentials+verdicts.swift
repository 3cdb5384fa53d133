public import Foundation
public import GhostHands
import Postgres

/// What became of a credential that was to be used.
extension Credentials {
    /// Writes down that a job is about to send a credential, where nobody else has sent it without an answer.
    ///
    /// An answer that was never seen is forgotten after a day, as sites forget wrong tries. A password that was made for
    /// an account may be sent again by the job that has made it, and once that is over by others: nobody else knows it.
    ///
    /// - Parameter job: which sends it.
    /// - Returns: whether it may be sent.
    /// - Throws: `PostgresError`.
    public func claimTry(_ kept: KeptCredential, by job: UUID) async throws -> CredentialTry {
        let count = try await pool.execute(
            """
            update gh_user_credentials set tried_by = \(job), tried_at = now(), last_used_at = now()
            where id = \(kept.id) and version = \(kept.version) and is_valid
                and (
                    tried_at is null or tried_at < now() - interval '1 day'
                    or (
                        is_made and last_verified_at is null and not exists (
                            select from gh_automation_jobs j
                            where j.id = tried_by and j.id <> \(job) and j.status = \(literal: JobStatus.running)
                        )
                    )
                )
            """
        )
        if count == 1 { return .granted }
        // Whoever had it may have been answered since: then it is asked for once more.
        let rows = try await pool.query(
            """
            select tried_at is null or (
                tried_by <> \(job) and exists (
                    select from gh_automation_jobs j where j.id = tried_by and j.status = \(literal: JobStatus.running)
                )
            ) as is_busy
            from gh_user_credentials where id = \(kept.id) and version = \(kept.version) and is_valid
            """
        )
        guard let row = rows.first else { return .changed }
        return try row.bool("is_busy") ? .busy : .unjudged
    }

    /// Notes that a credential which was to be tried has been judged by nobody and may be tried again.
    ///
    /// - Throws: `PostgresError`.
    public func releaseTry(_ kept: KeptCredential) async throws {
        try await pool.execute(
            """
            update gh_user_credentials set tried_by = null, tried_at = null
            where id = \(kept.id) and version = \(kept.version)
            """
        )
    }

    /// Forgets a credential that was made to open an account, where none was opened with it.
    ///
    /// - Throws: `PostgresError`.
    public func forgetUnopened(_ kept: KeptCredential) async throws {
        try await pool.execute(
            """
            delete from gh_user_credentials
            where id = \(kept.id) and version = \(kept.version) and is_made and last_verified_at is null
                and opened_at is null
            """
        )
    }

    /// Notes that a site has an account, which it wants verified before it lets anybody in: it has refused nothing.
    ///
    /// - Throws: `PostgresError`.
    public func markOpened(_ kept: KeptCredential) async throws {
        try await pool.execute(
            """
            update gh_user_credentials set
                is_valid = true, tried_by = null, tried_at = null, opened_at = coalesce(opened_at, now()),
                updated_at = now()
            where id = \(kept.id) and version = \(kept.version)
            """
        )
    }

    /// Notes that a site has an account already that was not opened with a password that was made: it is of no use, and
    /// nobody opens another account.
    ///
    /// - Throws: `PostgresError`.
    public func markTaken(_ kept: KeptCredential) async throws {
        try await pool.execute(
            """
            update gh_user_credentials set
                is_valid = false, tried_by = null, tried_at = null, opened_at = coalesce(opened_at, now()),
                updated_at = now()
            where id = \(kept.id) and version = \(kept.version) and is_made
            """
        )
    }

    /// Notes that a job has come to where only somebody comes whom the site has let in: what it sent in an earlier attempt,
    /// whose answer was not seen, was accepted.
    ///
    /// - Throws: `PostgresError`.
    public func markSeen(triedBy job: UUID, of user: UUID) async throws {
        try await pool.execute(
            """
            update gh_user_credentials set tried_by = null, tried_at = null, last_verified_at = now()
            where user_id = \(user) and tried_by = \(job) and is_valid
            """
        )
    }

    /// Notes that a site has refused a credential: it is not tried again until the user gives another.
    ///
    /// - Returns: false when it was changed since it was opened.
    /// - Throws: `PostgresError`.
    @discardableResult
    public func markInvalid(_ kept: KeptCredential) async throws -> Bool {
        try await pool.execute(
            """
            update gh_user_credentials set
                is_valid = false, tried_by = null, tried_at = null, last_used_at = now(), updated_at = now()
            where id = \(kept.id) and version = \(kept.version)
            """
        ) == 1
    }

    /// Notes that a site has let somebody in with a credential.
    ///
    /// - Returns: false when it was changed since it was opened.
    /// - Throws: `PostgresError`.
    @discardableResult
    public func markVerified(_ kept: KeptCredential) async throws -> Bool {
        try await pool.execute(
            """
            update gh_user_credentials set
                is_valid = true, tried_by = null, tried_at = null, last_used_at = now(), last_verified_at = now()
            where id = \(kept.id) and version = \(kept.version)
            """
        ) == 1
    }
}
