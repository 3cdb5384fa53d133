public import Foundation
import Postgres

/// People's own browsers that take jobs of their users (R62).
///
/// Secrets are never here: callers make them, and give their digests.
public struct Operators: Sendable {
    let pool: PostgresPool

    /// A browser that was paired.
    public struct Operator: Sendable, Hashable {
        /// Names it.
        public let id: UUID
        /// Whose jobs it takes, and no others.
        public let userID: UUID
        /// What its person calls it.
        public let name: String
        /// When it was paired.
        public let pairedAt: Date
        /// When it was last heard of.
        public let seenAt: Date?

        /// What it is called among workers: it holds leases under this name.
        public var workerID: String { Self.workerID(of: id) }

        /// What a browser is called among workers.
        ///
        /// - Parameter id: the browser's.
        public static func workerID(of id: UUID) -> String { "operator:\(id.uuidString.lowercased())" }
    }

    /// Lets one browser be paired for a user; an invitation of theirs that nobody has opened holds no more.
    ///
    /// - Parameters:
    ///   - user: whose jobs it may take.
    ///   - code: the digest of the code that opens it.
    ///   - seconds: for how long it can be opened.
    /// - Returns: until when.
    /// - Throws: `PostgresError`.
    public func invite(_ user: UUID, code: Data, seconds: Int) async throws -> Date {
        try await pool.withTransaction { connection in
            try await connection.execute(
                "delete from gh_operators where code_hash is not null and (user_id = \(user) or expires_at < now())"
            )
            return try await connection.query(
                """
                insert into gh_operators (user_id, code_hash, expires_at)
                values (\(user), \(code), now() + make_interval(secs => \(seconds))) returning expires_at
                """
            ).only().time("expires_at")
        }
    }

    /// Pairs a browser by an invitation, which holds no more.
    ///
    /// - Parameters:
    ///   - code: the digest of the invitation's code.
    ///   - token: the digest of the token that proves the browser from now on.
    ///   - name: what its person calls it.
    /// - Returns: nil when there is no such invitation, or it was opened before or is too old.
    /// - Throws: `PostgresError`.
    public func pair(code: Data, token: Data, name: String) async throws -> Operator? {
        try await pool.query(
            """
            update gh_operators set code_hash = null, token_hash = \(token), name = \(name), expires_at = null,
                paired_at = now(), seen_at = now()
            where code_hash = \(code) and expires_at > now() returning *
            """
        ).first.map(Operator.init(row:))
    }

    /// The browser that a token proves, of which is noted that it was heard.
    ///
    /// - Parameter token: the token's digest.
    /// - Returns: nil when there is none any more.
    /// - Throws: `PostgresError`.
    public func find(token: Data) async throws -> Operator? {
        try await pool.query("update gh_operators set seen_at = now() where token_hash = \(token) returning *")
            .first.map(Operator.init(row:))
    }

    /// The browsers of a user, the last paired first.
    ///
    /// - Throws: `PostgresError`.
    public func list(of user: UUID) async throws -> [Operator] {
        try await pool.query(
            "select * from gh_operators where user_id = \(user) and token_hash is not null order by paired_at desc, id"
        ).map(Operator.init(row:))
    }

    /// Lets a browser in no more: its token proves nothing, and what it holds is lost to it.
    ///
    /// A job whose submit was begun is not run again by that (R8).
    ///
    /// - Parameters:
    ///   - id: the browser's.
    ///   - user: whose it is.
    /// - Returns: false when there is no such.
    /// - Throws: `PostgresError`.
    public func revoke(_ id: UUID, of user: UUID) async throws -> Bool {
        try await pool.execute("delete from gh_operators where id = \(id) and user_id = \(user)") > 0
    }
}

extension Operators.Operator {
    fileprivate init(row: Row) throws {
        id = try row.uuid("id")
        userID = try row.uuid("user_id")
        name = try row.string("name")
        pairedAt = try row.time("paired_at")
        seenAt = try row.timeOrNil("seen_at")
    }
}
