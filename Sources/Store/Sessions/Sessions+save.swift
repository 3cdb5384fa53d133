public import Foundation
public import GhostHands
import Postgres

extension Sessions {
    /// A host's row as it is to become.
    private struct Draft {
        let host: HostName
        /// The version that it was drawn up after; 0 where there was no row.
        let version: Int
        /// What the row is to hold; nil where it stays as it is.
        let sealed: String?
        /// When that ends, in seconds since 1970; nil where nothing says so.
        let end: Double?
    }

    /// How often what others write meanwhile is merged anew.
    private static let mostTries = 20

    /// Keeps what a job's browser has come to, merged with what other jobs of the user have kept meanwhile.
    ///
    /// A host whose rows were deleted since the job began is left alone, and so is one whose row cannot be opened for want
    /// of its key. Written are the rows of the job's host and of those above it, of what the job began with, and of what
    /// else of its site a log-in led through. What any other host has left is kept beside what the job's own has: no page
    /// may change what its user has elsewhere by showing, opening or passing through it.
    ///
    /// - Parameters:
    ///   - state: the state; what it does not have of the beginning counts as removed.
    ///   - base: what the job began with.
    ///   - user: whose job it is.
    ///   - host: the host that it is for.
    ///   - met: the hosts whose documents it was shown, the first first.
    ///   - hasLogin: whether somebody has logged in in this job.
    ///   - now: the time.
    /// - Returns: what is kept; nil where the installation has no key.
    /// - Throws: `PostgresError`; `StoreError` where others write without end.
    public func save(
        _ state: SessionState,
        base: LoadedSession,
        of user: UUID,
        for host: HostName,
        met: [HostName],
        hasLogin: Bool = false,
        now: Date = Date()
    ) async throws -> SavedSession? {
        guard sealer != nil else { return nil }
        let ours = state.current(at: now.timeIntervalSince1970)
        let places = Places(ours, base: base, met: met, for: host, hasLogin: hasLogin)
        let hosts = places.hosts
        guard !hosts.isEmpty else { return SavedSession() }
        for _ in 0..<Self.mostTries {
            var saved = SavedSession()
            let drafts = try await drafts(places, places.rows(of: ours), base, user, now, &saved)
            if let written = try await write(drafts, of: user, met: hosts, since: base.begun) {
                saved.hosts = written
                return saved
            }
        }
        throw StoreError(code: .busy, message: "a user's sessions are written by others without end")
    }

    /// Where what a job has left is kept.
    private struct Places {
        private let host: HostName
        /// The hosts whose rows are written: those that have values, and the job's own for the list of them.
        let hosts: [HostName]
        /// The hosts whose values are kept beside those of the job's own.
        private let guests: Set<HostName>

        init(
            _ state: SessionState,
            base: LoadedSession,
            met: [HostName],
            for host: HostName,
            hasLogin: Bool
        ) {
            self.host = host
            let left = state.hosts
            let shown = Set(met.flatMap(\.chain))
            let ledThrough = hasLogin ? met.filter { $0.site == host.site }.flatMap(\.chain) : []
            var seen = Set<HostName>()
            let order = (host.chain + ledThrough + base.hosts.sorted()).filter { seen.insert($0).inserted }
            let full = order.filter { name in
                base.hosts.contains(name) || (shown.contains(name) && left.contains(name))
            }.prefix(Sessions.mostHosts)
            let known = base.state.hosts.subtracting(base.hosts)
            let others = left.intersection(shown.union(known)).subtracting(full)
            guests = Set(others.subtracting(host.chain).sorted().prefix(Sessions.mostHosts))
            let isNothing = full.isEmpty && guests.isEmpty
            hosts = isNothing || full.contains(host) ? Array(full) : [host] + full
        }

        /// A state, a row for each host.
        func rows(of state: SessionState) -> [HostName: SessionRow] {
            let parts = state.byHost
            var rows: [HostName: SessionRow] = [:]
            for name in hosts { rows[name] = SessionRow(own: parts[name] ?? SessionState(), guests: SessionState()) }
            rows[host]?.guests = state.filtered { guests.contains($0) }
            return rows
        }
    }

    private func drafts(
        _ places: Places,
        _ ours: [HostName: SessionRow],
        _ base: LoadedSession,
        _ user: UUID,
        _ now: Date,
        _ saved: inout SavedSession
    ) async throws -> [Draft] {
        let hosts = places.hosts
        let known = try await rows(of: user, hosts)
        let began = places.rows(of: base.state)
        var drafts: [Draft] = []
        for host in hosts {
            let (row, isOfBase) = (known[host.text], base.hosts.contains(host))
            // A row that was there and is gone was deleted.
            if row == nil, isOfBase { continue }
            guard let stored = try stored(row, of: user, host) else { continue }
            var merged = SessionRow.merged(
                base: isOfBase ? began[host] ?? .nothing : .nothing,
                ours: ours[host] ?? .nothing,
                stored: stored
            )
            merged.guests = merged.beside(Set(hosts))
            let (state, dropped) = merged.current(at: now.timeIntervalSince1970).bounded(to: Self.mostBytes)
            saved.dropped += dropped
            // Only the job's own host is worth a row with nothing in it: of where else a log-in leads.
            if state.isEmpty, row == nil, host != hosts.first { continue }
            let isSame = try row.map { try $0.bool("is_current") && state == stored } ?? false
            if !isSame { saved.changed += 1 }
            drafts.append(
                Draft(
                    host: host,
                    version: try row?.int("version") ?? 0,
                    sealed: isSame ? nil : try seal(state, of: user, host),
                    end: state.own.over(state.guests).lastEnd
                )
            )
        }
        return drafts
    }

    /// The rows that a user has of some hosts, by their names.
    private func rows(of user: UUID, _ hosts: [HostName]) async throws -> [String: Row] {
        let rows = try await pool.query(
            """
            select domain, version, session_data, \(Self.isCurrent) as is_current from gh_browser_sessions
            where user_id = \(user) and domain = any(\(hosts.map(\.text)))
            """
        )
        return Dictionary(try rows.map { (try $0.string("domain"), $0) }) { first, _ in first }
    }

    /// What a row holds; nil where its key is not there, so that it must stay as it is.
    private func stored(_ row: Row?, of user: UUID, _ host: HostName) throws -> SessionRow? {
        guard let row, try row.bool("is_current") else { return .nothing }
        switch open(try row.string("session_data"), of: user, host) {
        case .opened(let kept): return SessionRow(own: kept.own.of(host), guests: kept.guests)
        case .unknownKey: return nil
        case .broken: return .nothing
        }
    }

    private func seal(_ row: SessionRow, of user: UUID, _ host: HostName) throws -> String? {
        try sealer?.envelope(row.json.data, for: Self.place(user, host)).base64EncodedString()
    }

    /// Writes rows; what was deleted since a moment is not written.
    ///
    /// - Returns: whose are written; nil when another has written one of them meanwhile: then none is.
    private func write(
        _ drafts: [Draft],
        of user: UUID,
        met: [HostName],
        since begun: Date
    ) async throws -> Set<HostName>? {
        let keyID = String(sealer?.keyID ?? 0)
        do {
            return try await pool.withTransaction { connection in
                try await Self.lock(user, connection)
                let gone = try await connection.query(
                    "select domain from gh_session_deletions where user_id = \(user) and deleted_at >= \(begun)"
                )
                let deleted = Set(try gone.map { try $0.string("domain") })
                guard !deleted.contains("") else { return [] }
                let left = drafts.filter { !deleted.contains($0.host.text) }
                for draft in left {
                    let others = met.filter { $0 != draft.host && !deleted.contains($0.text) }.map(\.text)
                    if try await connection.execute(statement(draft, user, others, keyID)) != 1 { throw Overtaken() }
                }
                return Set(left.map(\.host))
            }
        } catch is Overtaken {
            return nil
        }
    }

    private struct Overtaken: Error {}

    private func statement(_ draft: Draft, _ user: UUID, _ met: [String], _ keyID: String) -> SQL {
        let end: SQL = "least(coalesce(to_timestamp(\(draft.end)), 'infinity'), \(Self.longest))"
        guard let sealed = draft.sealed else {
            return """
                update gh_browser_sessions set last_used_at = now(), met = \(met), expires_at = \(end)
                where user_id = \(user) and domain = \(draft.host.text) and version = \(draft.version)
                """
        }
        guard draft.version > 0 else {
            return """
                insert into gh_browser_sessions (user_id, domain, session_data, encryption_key_id, expires_at, met)
                values (\(user), \(draft.host.text), \(sealed), \(keyID), \(end), \(met))
                on conflict (user_id, domain) do nothing
                """
        }
        return """
            update gh_browser_sessions set
                session_data = \(sealed), encryption_key_id = \(keyID), expires_at = \(end), met = \(met),
                version = version + 1, last_used_at = now(), updated_at = now()
            where user_id = \(user) and domain = \(draft.host.text) and version = \(draft.version)
            """
    }
}
