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
        // The codes of another secret are other codes, and the steps of another period other steps.
        let known = try await rows(of: user, [credential.domain]).first.flatMap(kept)?.credential.totp
        let isSameSecret = known == nil || known == credential.totp
        try await pool.execute(
            """
            insert into gh_user_credentials (user_id, platform, credential_type, encrypted_data, encryption_key_id)
            values (\(user), \(credential.domain.text), 'login', \(sealed), \(keyID))
            on conflict (user_id, platform, credential_type) do update set
                encrypted_data = excluded.encrypted_data, encryption_key_id = excluded.encryption_key_id,
                version = gh_user_credentials.version + 1, is_valid = true, is_made = false, last_verified_at = null,
                totp_step = case when \(isSameSecret) then gh_user_credentials.totp_step else 0 end,
                tried_by = null, tried_at = null, updated_at = now()
            """
        )
    }

    /// Keeps a credential that was made to sign up with, unless the user has one for the domain already.
    ///
    /// It is kept before it is sent; whoever comes second, or again after a crash, is given what the first has kept. While the
    /// job that has made it fills the form, no other logs in with it: the site would know no such account yet.
    ///
    /// - Parameters:
    ///   - credential: what was made.
    ///   - user: whose it is.
    ///   - job: which opens an account with it; nil where none does just now.
    /// - Returns: what is kept for the domain now, and whether it is this one; nil where it cannot be opened.
    /// - Throws: `StoreError` where the installation has no key; `PostgresError`.
    public func add(
        _ credential: Credential,
        of user: UUID,
        by job: UUID? = nil
    ) async throws -> (kept: KeptCredential, isNew: Bool)? {
        let (sealed, keyID) = try seal(credential, of: user)
        let count = try await pool.execute(
            """
            insert into gh_user_credentials
                (user_id, platform, credential_type, encrypted_data, encryption_key_id, is_made, tried_by, tried_at)
            select \(user), \(credential.domain.text), 'login', \(sealed), \(keyID), true, job,
                case when job is not null then now() end
            from (select \(job)::uuid as job) as maker
            on conflict (user_id, platform, credential_type) do nothing
            """
        )
        // One that a site has refused to log in with, and that no account is known to have been opened with, opens one
        // now: once, lest it be tried without end.
        try await pool.execute(
            """
            update gh_user_credentials set
                is_valid = true, version = version + 1, tried_by = \(job)::uuid,
                tried_at = case when \(job)::uuid is not null then now() end, updated_at = now()
            where user_id = \(user) and platform = \(credential.domain.text) and \(Self.isOurs)
                and is_made and last_verified_at is null and opened_at is null and not is_valid and version = 1
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

    /// What may be shown of a user's credentials, by domain; without passwords of ours that open nothing.
    ///
    /// - Throws: `PostgresError`.
    public func list(of user: UUID) async throws -> [ListedCredential] {
        try await pool.query(
            """
            select * from gh_user_credentials where user_id = \(user) and \(Self.isOurs)
                and (is_valid or not is_made or last_verified_at is not null) order by platform
            """
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
            isOpened: try row.dateOrNil("opened_at") != nil,
            verifiedAt: try row.dateOrNil("last_verified_at")
        )
    }

    static func place(_ user: UUID, _ domain: String) -> SealedPlace {
        SealedPlace(table: table, column: "encrypted_data", user: user, host: domain)
    }
}
