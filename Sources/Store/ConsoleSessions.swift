public import Foundation
import Postgres

/// Who is signed in to the console (R61).
public struct ConsoleSessions: Sendable {
    let pool: PostgresPool

    /// What somebody who is signed in may do.
    public enum Role: String, Sendable, Hashable, CaseIterable {
        /// Everything that a caller with the service key may.
        case act
        /// Look only.
        case view
    }

    /// Somebody who is signed in.
    public struct Session: Sendable, Hashable {
        /// Names it.
        public let id: UUID
        /// What may be done.
        public let role: Role
        /// What the key that was signed in with is known by.
        public let mark: Data
        /// When it ends.
        public let expiresAt: Date
    }

    /// Opens a session.
    ///
    /// - Parameters:
    ///   - role: what may be done in it.
    ///   - mark: what the key is known by.
    ///   - cookie: the digest of its cookie.
    ///   - seconds: how long it lasts.
    /// - Returns: the session.
    /// - Throws: `PostgresError`.
    public func open(_ role: Role, mark: Data, cookie: Data, seconds: Int) async throws -> Session {
        try await pool.execute("delete from gh_console_sessions where expires_at < now()")
        let rows = try await pool.query(
            """
            insert into gh_console_sessions (role, mark, cookie_hash, expires_at)
            values (\(role.rawValue), \(mark), \(cookie), now() + make_interval(secs => \(seconds))) returning *
            """
        )
        return try Session(row: rows.only())
    }

    /// Keeps a link that opens a session once.
    ///
    /// - Parameters:
    ///   - role: what may be done in it.
    ///   - mark: what the key is known by.
    ///   - secret: the digest of the link's secret.
    ///   - seconds: for how long it can be opened.
    /// - Throws: `PostgresError`.
    public func invite(_ role: Role, mark: Data, secret: Data, seconds: Int) async throws {
        try await pool.execute(
            """
            insert into gh_console_sessions (role, mark, link_hash, expires_at)
            values (\(role.rawValue), \(mark), \(secret), now() + make_interval(secs => \(seconds)))
            """
        )
    }

    /// Opens the session of a link.
    ///
    /// - Parameters:
    ///   - secret: the digest of the link's secret.
    ///   - cookie: the digest of the session's cookie.
    ///   - seconds: how long the session lasts.
    /// - Returns: nil when there is no such link, or it was opened before or is too old.
    /// - Throws: `PostgresError`.
    public func enter(secret: Data, cookie: Data, seconds: Int) async throws -> Session? {
        let rows = try await pool.query(
            """
            update gh_console_sessions set
                link_hash = null, cookie_hash = \(cookie), expires_at = now() + make_interval(secs => \(seconds))
            where link_hash = \(secret) and expires_at > now() returning *
            """
        )
        return try rows.first.map(Session.init(row:))
    }

    /// The session of a cookie.
    ///
    /// - Parameter cookie: the cookie's digest.
    /// - Returns: nil when there is none any more.
    /// - Throws: `PostgresError`.
    public func find(cookie: Data) async throws -> Session? {
        try await pool.query(
            "select * from gh_console_sessions where cookie_hash = \(cookie) and expires_at > now()"
        )
        .first.map(Session.init(row:))
    }

    /// Ends a session.
    ///
    /// - Throws: `PostgresError`.
    public func close(_ id: UUID) async throws {
        try await pool.execute("delete from gh_console_sessions where id = \(id)")
    }
}

extension ConsoleSessions.Session {
    fileprivate init(row: Row) throws {
        id = try row.uuid("id")
        role = ConsoleSessions.Role(rawValue: try row.string("role")) ?? .view
        mark = try row.data("mark")
        expiresAt = try row.time("expires_at")
    }
}
