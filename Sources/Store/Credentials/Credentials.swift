public import Foundation
public import GhostHands
import Postgres

/// What users log in with at sites (R55), sealed for user and host.
public struct Credentials: Sendable {
    let pool: PostgresPool
    let sealer: Sealer?

    static let table = "gh_user_credentials"
    /// Rows of other types are the predecessor's.
    private static let isOurs: SQL = "credential_type = 'login'"

    // MARK: Keeping

    /// Keeps a credential; it takes the place of what the user had for the domain, and counts as valid.
    ///
    /// - Parameter user: whose it is.
    /// - Throws: `StoreError` where the installation has no key; `PostgresError`.
    public func put(_ credential: Credential, of user: UUID) async throws {
        let (sealed, keyID) = try seal(credential, of: user)
        try await pool.execute(
            """
            insert into gh_user_credentials (user_id, platform, credential_type, encrypted_data, encryption_key_id)
            values (\(user), \(credential.domain.text), 'login', \(sealed), \(keyID))
            on conflict (user_id, platform, credential_type) do update set
                encrypted_data = excluded.encrypted_data, encryption_key_id = excluded.encryption_key_id,
                version = gh_user_credentials.version + 1, is_valid = true, is_made = false, last_verified_at = null,
                tried_by = null, tried_at = null, updated_at = now()
            """
        )
    }

    /// Keeps a credential that was made to sign up with, unless the user has one for the domain already.
    ///
    /// It is kept before it is sent; whoever comes second, or again after a crash, is given what the first has kept.
    ///
    /// - Parameter user: whose it is.
    /// - Returns: what is kept for the domain now, and whether it is this one; nil where it cannot be opened.
    /// - Throws: `StoreError` where the installation has no key; `PostgresError`.
    public func add(_ credential: Credential, of user: UUID) async throws -> (kept: KeptCredential, isNew: Bool)? {
        let (sealed, keyID) = try seal(credential, of: user)
        let count = try await pool.execute(
            """
            insert into gh_user_credentials
                (user_id, platform, credential_type, encrypted_data, encryption_key_id, is_made)
            values (\(user), \(credential.domain.text), 'login', \(sealed), \(keyID), true)
            on conflict (user_id, platform, credential_type) do nothing
            """
        )
        let rows = try await rows(of: user, [credential.domain])
        return try rows.first.flatMap(kept).map { ($0, count == 1) }
    }

    /// Forgets a credential.
    ///
    /// - Returns: whether there was one.
    /// - Throws: `PostgresError`.
    public func delete(of user: UUID, domain: HostName) async throws -> Bool {
        try await pool.execute(
            "delete from gh_user_credentials where user_id = \(user) and platform = \(domain.text) and \(Self.isOurs)"
        ) == 1
    }

    // MARK: Reading

    /// What may be shown of a user's credentials, by domain.
    ///
    /// - Throws: `PostgresError`.
    public func list(of user: UUID) async throws -> [ListedCredential] {
        try await pool.query(
            "select * from gh_user_credentials where user_id = \(user) and \(Self.isOurs) order by platform"
        ).map { row in
            let opened = try kept(row)?.credential
            return ListedCredential(
                domain: try row.string("platform"),
                username: opened?.maskedUsername,
                hasTOTP: opened.map { $0.totp != nil },
                isValid: try row.bool("is_valid"),
                lastUsedAt: try row.dateOrNil("last_used_at"),
                lastVerifiedAt: try row.dateOrNil("last_verified_at"),
                createdAt: try row.date("created_at"),
                updatedAt: try row.date("updated_at")
            )
        }
    }

    /// Opens what a user logs in with at a host: what is kept for the host itself, else for the nearest above it.
    ///
    /// - Parameters:
    ///   - user: whose it is.
    ///   - domain: the host of the page that wants it.
    ///   - evenInvalid: whether one that a site has refused is given too, for whoever asks if there is any.
    /// - Returns: nil where there is none, or none that can be opened.
    /// - Throws: `PostgresError`.
    public func open(
        for user: UUID,
        domain: HostName,
        evenInvalid: Bool = false
    ) async throws -> KeptCredential? {
        guard sealer != nil else { return nil }
        let kept = try await rows(of: user, domain.chain).compactMap(kept)
        return kept.first { evenInvalid || $0.isValid }
    }

    private func rows(of user: UUID, _ domains: [HostName]) async throws -> [Row] {
        try await pool.query(
            """
            select * from gh_user_credentials
            where user_id = \(user) and platform = any(\(domains.map(\.text))) and \(Self.isOurs)
            order by length(platform) desc
            """
        )
    }

    // MARK: What became of it

    /// Writes down that a job is about to send a credential, where nobody else has sent it without an answer.
    ///
    /// An answer that was never seen is forgotten after a day, as sites forget wrong tries. A password that was made for
    /// an account may be sent again by the job that has made it: nobody else knows it.
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
                    or (is_made and last_verified_at is null and tried_by = \(job))
                )
            """
        )
        if count == 1 { return .granted }
        let rows = try await pool.query(
            """
            select tried_by <> \(job) and exists (
                select from gh_automation_jobs j where j.id = tried_by and j.status = \(literal: JobStatus.running)
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

    /// Claims a step whose one-time code is about to be used; nobody else is given it, nor one before it.
    ///
    /// - Parameter step: the time divided by the secret's period.
    /// - Returns: whether its code may be used: false when it or a later one was claimed already.
    /// - Throws: `PostgresError`.
    public func claimStep(_ step: Int64, of kept: KeptCredential) async throws -> Bool {
        try await pool.execute(
            "update gh_user_credentials set totp_step = \(step) where id = \(kept.id) and totp_step < \(step)"
        ) == 1
    }

    // MARK: Sealing

    private func seal(_ credential: Credential, of user: UUID) throws -> (sealed: Data, keyID: String) {
        guard let sealer else {
            throw StoreError(code: .noKey, message: "nothing seals credentials: set GH_CREDENTIAL_KEY")
        }
        let place = Self.place(user, credential.domain.text)
        return (try sealer.envelope(credential.sealedForm.data, for: place), String(sealer.keyID))
    }

    private func kept(_ row: Row) throws -> KeptCredential? {
        let (user, name) = (try row.uuid("user_id"), try row.string("platform"))
        guard let domain = HostName(name), let sealer,
            case .opened(let data) = sealer.opening(try row.data("encrypted_data"), for: Self.place(user, name)),
            let credential = (try? JSON(parsing: data)).flatMap({ Credential(domain: domain, sealedForm: $0) })
        else { return nil }
        return KeptCredential(
            id: try row.uuid("id"),
            version: try row.int("version"),
            credential: credential,
            isValid: try row.bool("is_valid"),
            isMade: try row.bool("is_made"),
            verifiedAt: try row.dateOrNil("last_verified_at")
        )
    }

    static func place(_ user: UUID, _ domain: String) -> SealedPlace {
        SealedPlace(table: table, column: "encrypted_data", user: user, host: domain)
    }
}
