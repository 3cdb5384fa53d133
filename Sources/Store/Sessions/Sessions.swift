public import Foundation
public import GhostHands
import Postgres

/// What sites have left in browsers for a user's later jobs (R58): a row for each host, sealed for user and host.
public struct Sessions: Sendable {
    let pool: PostgresPool
    let sealer: Sealer?

    static let table = "gh_browser_sessions"
    /// How large the values of one host may be, as JSON.
    public static let mostBytes = 5 << 20
    /// How many hosts a job keeps values of.
    static let mostHosts = 40
    /// How long they are kept at most.
    static let longest: SQL = "now() + interval '30 days'"
    static let isCurrent: SQL = "(expires_at is null or expires_at > now())"

    // MARK: For jobs

    /// Reads what a job begins with: what is kept for its host and those above it, and for the hosts of its site that the
    /// last session of its host led through.
    ///
    /// - Parameters:
    ///   - user: whose job it is.
    ///   - host: the host that it is for.
    /// - Returns: the state, with what other sites have left in jobs for the same host; empty where there is none, or none
    ///   that can be opened.
    /// - Throws: `PostgresError`.
    public func load(of user: UUID, for host: HostName) async throws -> LoadedSession {
        let chain = host.chain.map(\.text)
        let rows = try await pool.query(
            """
            with mine as materialized (
                select id, domain, session_data, met from gh_browser_sessions
                where user_id = \(user) and \(Self.isCurrent) and (
                    domain = any(\(chain)) or domain in (
                        select unnest(met) from gh_browser_sessions
                        where user_id = \(user) and domain = \(host.text) and \(Self.isCurrent)
                    )
                )
            ), free as materialized (
                select s.id from gh_browser_sessions s join mine using (id)
                order by s.id for no key update of s skip locked
            ), used as (
                update gh_browser_sessions s set last_used_at = now() from free where s.id = free.id
            )
            select now() as begun, mine.domain, mine.session_data, mine.met from (select) one left join mine on true
            """
        )
        var opened: [HostName: SessionRow] = [:]
        // A row that was moved here opens nothing, and leads nowhere.
        var wanted = Set(chain)
        for row in rows {
            guard let name = try row.stringOrNil("domain"), let own = HostName(name), name == own.text,
                own.site == host.site,
                case .opened(let kept) = open(try row.string("session_data"), of: user, own)
            else { continue }
            opened[own] = kept
            if own == host { wanted.formUnion(try row.strings("met")) }
        }
        opened = opened.filter { wanted.contains($0.key.text) }
        let hosts = Set(opened.keys)
        // What was left beside a session is of no use to the jobs of another host.
        let beside = opened[host]?.beside(hosts) ?? SessionState()
        let state = opened.values.reduce(beside) { $1.own.over($0) }
        return LoadedSession(state, hosts: hosts, begun: try rows.first?.date("begun") ?? .distantPast)
    }

    enum Opening {
        case opened(SessionRow)
        case unknownKey
        case broken
    }

    /// Opens a row; what it holds of other hosts than its own counts for nothing.
    func open(_ text: String, of user: UUID, _ host: HostName) -> Opening {
        guard let sealer, let envelope = Data(base64Encoded: text) else { return .broken }
        switch sealer.opening(envelope, for: Self.place(user, host)) {
        case .unknownKey: return .unknownKey
        case .broken: return .broken
        case .opened(let data):
            guard let json = try? JSON(parsing: data) else { return .broken }
            return .opened(SessionRow(json, of: host))
        }
    }

    static func place(_ user: UUID, _ host: HostName) -> SealedPlace {
        SealedPlace(table: table, column: "session_data", user: user, host: host.text)
    }

    // MARK: For users

    /// What may be shown of a user's sessions, the last used first.
    ///
    /// - Throws: `PostgresError`.
    public func list(of user: UUID) async throws -> [ListedSession] {
        try await pool.query(
            """
            select domain, last_used_at, created_at, updated_at, expires_at from gh_browser_sessions
            where user_id = \(user) and \(Self.isCurrent) order by last_used_at desc, domain limit 1000
            """
        ).map { row in
            ListedSession(
                domain: try row.string("domain"),
                lastUsedAt: try row.date("last_used_at"),
                createdAt: try row.date("created_at"),
                updatedAt: try row.date("updated_at"),
                expiresAt: try row.dateOrNil("expires_at")
            )
        }
    }

    /// Forgets a user's session of one host, or all of them; jobs that are at work bring nothing of it back.
    ///
    /// - Parameter host: the host; nil for all.
    /// - Returns: how many rows there were.
    /// - Throws: `PostgresError`.
    public func delete(of user: UUID, host: HostName? = nil) async throws -> Int {
        try await pool.withTransaction { connection in
            try await Self.lock(user, connection)
            return try await Self.delete(of: user, host: host, connection)
        }
    }

    /// The same within a transaction that holds the user's lock.
    static func delete(
        of user: UUID,
        host: HostName?,
        _ connection: borrowing PostgresConnection
    ) async throws -> Int {
        try await connection.execute(
            """
            insert into gh_session_deletions (user_id, domain, deleted_at)
            values (\(user), \(host?.text ?? ""), clock_timestamp())
            on conflict (user_id, domain) do update set deleted_at = excluded.deleted_at
            """
        )
        let isMeant: SQL = host.map { "domain = \($0.text)" } ?? "true"
        return try await connection.execute(
            "delete from gh_browser_sessions where user_id = \(user) and \(isMeant)"
        )
    }

    /// Has whoever writes a user's sessions wait for whoever deletes them, and the other way round.
    static func lock(_ user: UUID, _ connection: borrowing PostgresConnection) async throws {
        let name = "gh_browser_sessions \(user.uuidString)"
        _ = try await connection.query("select pg_advisory_xact_lock(hashtextextended(\(name), 0))")
    }

    /// Removes some of what has ended, and of the notes of what was deleted long ago.
    ///
    /// - Returns: how many rows; none when there are no more.
    /// - Throws: `PostgresError`.
    public func forgetEnded() async throws -> Int {
        try await pool.execute(
            """
            with old as materialized (
                select id from gh_browser_sessions where expires_at < now() order by expires_at
                limit 200 for update skip locked
            )
            delete from gh_browser_sessions s using old where s.id = old.id
            """
        )
            + pool.execute(
                """
                with old as materialized (
                    select user_id, domain from gh_session_deletions where deleted_at < now() - interval '60 days'
                    order by deleted_at limit 200 for update skip locked
                )
                delete from gh_session_deletions d using old where d.user_id = old.user_id and d.domain = old.domain
                """
            )
    }
}
