import Foundation
import GhostHands
import Postgres
import TestSupport
import Testing

@testable import Store

/// What sites have left for a user's later jobs (R58).
struct SessionsTests {
    private let user = UUID()
    private let host: HostName = "jobs.acme.com"

    private static func state(_ cookies: [(domain: String, name: String, value: String)]) -> SessionState {
        let list: [JSON] = cookies.map {
            ["name": .string($0.name), "value": .string($0.value), "domain": .string($0.domain)]
        }
        return SessionState(storageState: ["cookies": .array(list)])
    }

    private static func sealer(_ byte: UInt8 = 1, id: UInt16 = 1, old: [UInt16: Data] = [:]) -> Sealer {
        Sealer(key: Data(repeating: byte, count: 32), id: id, old: old)
    }

    private func with(_ body: (Sessions, PostgresPool) async throws -> Void) async throws {
        try await withStore { _, pool in
            try await body(Store(pool: pool, sealer: Self.sealer()).sessions, pool)
        }
    }

    @discardableResult
    private func save(
        _ state: SessionState,
        _ sessions: Sessions,
        base: LoadedSession? = nil,
        host: HostName? = nil,
        met: [HostName] = ["jobs.acme.com"],
        hasLogin: Bool = false
    ) async throws -> SavedSession {
        let loaded = try await sessions.load(of: user, for: host ?? self.host)
        return try #require(
            try await sessions.save(
                state,
                base: base ?? loaded,
                of: user,
                for: host ?? self.host,
                met: met,
                hasLogin: hasLogin
            )
        )
    }

    @Test func `a job begins with what the last one left on its hosts, and no other`() async throws {
        try await with { sessions, pool in
            let state = Self.state([
                ("jobs.acme.com", "a", "canary-1"), (".acme.com", "b", "2"), ("login.sso.example", "c", "3"),
                ("tracker.example", "d", "4"), ("evil.acme.com", "e", "5"),
            ])
            let saved = try await save(state, sessions, met: ["jobs.acme.com", "login.sso.example"])
            #expect(saved.hosts == ["jobs.acme.com", "acme.com"])
            let loaded = try await sessions.load(of: user, for: host)
            #expect(loaded.state.values.count == 3)
            #expect(loaded.hosts == saved.hosts)
            #expect(try await sessions.load(of: user, for: "login.sso.example").state.isEmpty)
            #expect(try await sessions.load(of: user, for: "other.example").state.isEmpty)
            #expect(try await sessions.load(of: user, for: "other.acme.com").state.values.count == 1, "its parent's")
            #expect(try await sessions.load(of: UUID(), for: host).state.isEmpty)
            let text = try await pool.query("select s::text as all from gh_browser_sessions s")
                .map { try $0.string("all") }.joined()
            #expect(!text.contains("canary"))
        }
    }

    @Test func `what a page shows or passes through of elsewhere changes no log-in that its user has there`()
        async throws
    {
        try await with { sessions, _ in
            let good = Self.state([("own.example", "sid", "good"), ("acme.tenants.example", "sid", "good")])
            for host: HostName in ["own.example", "acme.tenants.example"] {
                try await save(good, sessions, host: host, met: [host])
            }
            let bad = Self.state([
                ("evil.tenants.example", "own", "1"), ("own.example", "sid", "bad"),
                ("acme.tenants.example", "sid", "bad"), ("new.tenants.example", "sid", "bad"),
                ("new.example", "sid", "bad"),
            ])
            let evil: HostName = "evil.tenants.example"
            for _ in 0..<2 {
                let saved = try await save(bad, sessions, host: evil, met: bad.hosts.sorted())
                #expect(saved.hosts == [evil])
                let begun = try await sessions.load(of: user, for: evil)
                #expect(begun.state == bad, "what it was left itself")
                #expect(begun.hosts == [evil], "and no log-in")
            }
            for host: HostName in ["own.example", "acme.tenants.example"] {
                #expect(try await sessions.load(of: user, for: host).state == good.of(host))
            }
            for host: HostName in ["new.example", "new.tenants.example"] {
                #expect(try await sessions.load(of: user, for: host).state.isEmpty, "nothing is put there either")
            }
        }
    }

    @Test func `what a log-in led through within its site is of use to the whole of it, and beside it no more`()
        async throws
    {
        try await with { sessions, _ in
            let state = Self.state([("jobs.acme.com", "a", "1"), ("sso.acme.com", "b", "1"), ("sso.example", "c", "1")])
            let met = state.hosts.sorted()
            #expect(try await save(state, sessions, met: met).hosts == [host])
            #expect(try await sessions.load(of: user, for: "sso.acme.com").state.isEmpty)
            let base = try await sessions.load(of: user, for: host)
            let saved = try await sessions.save(state, base: base, of: user, for: host, met: met, hasLogin: true)
            #expect(saved?.hosts == [host, "sso.acme.com"])
            #expect(try await sessions.load(of: user, for: "sso.acme.com").hosts.contains("sso.acme.com"))
            let begun = try await sessions.load(of: user, for: host)
            #expect(begun.state == state)
            #expect(begun.hosts == [host, "sso.acme.com"])
        }
    }

    @Test func `a row of another user or host opens nothing, and is no reason to fail`() async throws {
        try await with { sessions, pool in
            try await save(Self.state([("jobs.acme.com", "a", "1")]), sessions)
            let thief = UUID()
            try await pool.execute("update gh_browser_sessions set user_id = \(thief)")
            #expect(try await sessions.load(of: thief, for: host).state.isEmpty)
            try await pool.execute("update gh_browser_sessions set user_id = \(user), domain = 'evil.com'")
            #expect(try await sessions.load(of: user, for: "evil.com").state.isEmpty)
            for odd in ["", "%%%", "AAAA", "AgABoKGio6SlpqeoqaqrPfcwx+rJzoOBS3J99QNbBZ06H0IqoGvaEUe9iFoH"] {
                try await pool.execute("update gh_browser_sessions set session_data = \(odd)")
                #expect(try await sessions.load(of: user, for: "evil.com").state.isEmpty)
            }
        }
    }

    @Test func `a row that was moved to another host leads nowhere either`() async throws {
        try await with { sessions, pool in
            let state = Self.state([("jobs.acme.com", "a", "1"), ("sso.example", "b", "2")])
            try await save(state, sessions, met: ["jobs.acme.com", "sso.example"])
            try await pool.execute("update gh_browser_sessions set domain = 'evil.com' where domain = 'jobs.acme.com'")
            let loaded = try await sessions.load(of: user, for: "evil.com")
            #expect(loaded.state.isEmpty)
            #expect(loaded.hosts.isEmpty)
        }
    }

    @Test func `a host that has left nothing gets no row`() async throws {
        try await with { sessions, _ in
            let past: JSON = [
                "cookies": [["name": "a", "value": "1", "domain": "sso.example", "expires": 5]], "origins": [],
            ]
            let state = SessionState(storageState: past).over(Self.state([("jobs.acme.com", "a", "1")]))
            try await save(state, sessions, met: ["jobs.acme.com", "sso.example"])
            #expect(try await sessions.list(of: user).map(\.domain) == ["jobs.acme.com"])
        }
    }

    @Test func `the predecessor's rows are read, for their own host and those above`() async throws {
        try await with { sessions, pool in
            let whole: JSON = [
                "cookies": [
                    ["name": "a", "value": "1", "domain": "jobs.acme.com"],
                    ["name": "b", "value": "2", "domain": ".acme.com"],
                    ["name": "c", "value": "3", "domain": "mail.google.com"],
                ], "origins": [["origin": "https://jobs.acme.com", "localStorage": [["name": "k", "value": "v"]]]],
            ]
            let key = Data(repeating: 1, count: 32)
            let sealed = try PredecessorEnvelope.seal(whole.data, key: key, keyID: 1)
            try await pool.execute(
                """
                insert into gh_browser_sessions (user_id, domain, session_data, encryption_key_id)
                values (\(user), 'jobs.acme.com', \(sealed), '1')
                """
            )
            let loaded = try await sessions.load(of: user, for: host)
            #expect(loaded.state.values.count == 3)
            let saved = try await save(loaded.state, sessions, base: loaded)
            #expect(saved.hosts == ["jobs.acme.com", "acme.com"])
            #expect(try await sessions.load(of: user, for: host).state == loaded.state, "nothing is lost on the way")
        }
    }

    @Test func `two jobs that end at the same moment lose nothing of each other`() async throws {
        try await with { sessions, _ in
            for round in 0..<200 {
                let base = try await sessions.load(of: user, for: host)
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for job in 0..<2 {
                        group.addTask {
                            let own = Self.state([
                                ("jobs.acme.com", "job\(job)-\(round)", "in"),
                                ("sso.example", "j\(job)-\(round)", "in"),
                            ])
                            try await save(
                                own.over(base.state),
                                sessions,
                                base: base,
                                met: ["jobs.acme.com", "sso.example"]
                            )
                        }
                    }
                    try await group.waitForAll()
                }
                let kept = try await sessions.load(of: user, for: host).state
                guard kept.values.count == (round + 1) * 4 else {
                    Issue.record("round \(round): \(kept.values.count) values")
                    return
                }
            }
        }
    }

    @Test func `what was deleted while a job runs does not come back`() async throws {
        try await with { sessions, pool in
            let login = Self.state([("jobs.acme.com", "a", "1"), ("sso.acme.com", "b", "1")])
            let met: [HostName] = ["jobs.acme.com", "sso.acme.com"]
            try await save(login, sessions, met: met, hasLogin: true)
            // One host.
            var base = try await sessions.load(of: user, for: host)
            #expect(try await sessions.delete(of: user, host: "sso.acme.com") == 1)
            let renewed = Self.state([("jobs.acme.com", "a", "2"), ("sso.acme.com", "b", "2")])
            #expect(try await save(renewed, sessions, base: base, met: met, hasLogin: true).hosts == ["jobs.acme.com"])
            #expect(try await sessions.list(of: user).map(\.domain) == ["jobs.acme.com"])
            // All of them.
            base = try await sessions.load(of: user, for: host)
            #expect(try await sessions.delete(of: user) == 1)
            #expect(try await save(renewed, sessions, base: base, met: met, hasLogin: true).hosts.isEmpty)
            #expect(try await sessions.list(of: user).isEmpty)
            // All, though there was nothing yet.
            base = try await sessions.load(of: user, for: host)
            #expect(try await sessions.delete(of: user) == 0)
            #expect(try await save(renewed, sessions, base: base, met: met, hasLogin: true).hosts.isEmpty)
            // By the user's own hand, past us.
            try await save(login, sessions, met: met, hasLogin: true)
            base = try await sessions.load(of: user, for: host)
            try await pool.execute("delete from gh_browser_sessions where user_id = \(user)")
            #expect(try await save(renewed, sessions, base: base, met: met, hasLogin: true).hosts.isEmpty)
            // A job that begins afterwards may.
            #expect(try await save(renewed, sessions, met: met, hasLogin: true).hosts.count == 2)
        }
    }

    @Test func `a session whose key is gone counts as absent, and stays`() async throws {
        try await with { sessions, pool in
            try await save(Self.state([("jobs.acme.com", "a", "1")]), sessions)
            let other = Store(pool: pool, sealer: Self.sealer(2, id: 2)).sessions
            #expect(try await other.load(of: user, for: host).state.isEmpty)
            #expect(try await save(Self.state([("jobs.acme.com", "a", "2")]), other).hosts.isEmpty)
            #expect(try await sessions.load(of: user, for: host).state == Self.state([("jobs.acme.com", "a", "1")]))
            let both = Store(pool: pool, sealer: Self.sealer(2, id: 2, old: [1: Data(repeating: 1, count: 32)]))
                .sessions
            #expect(try await both.load(of: user, for: host).state.values.count == 1)
        }
    }

    @Test func `a session ends with its last cookie, and after thirty days`() async throws {
        try await with { sessions, pool in
            func end(_ seconds: [Double]) async throws -> Double? {
                let now = Date().timeIntervalSince1970
                let list: [JSON] = seconds.enumerated().map { index, offset in
                    [
                        "name": .string("c\(index)"), "value": "1", "domain": "jobs.acme.com",
                        "expires": .double(offset < 0 ? -1 : now + offset),
                    ]
                }
                try await pool.execute("delete from gh_browser_sessions")
                try await pool.execute("delete from gh_session_deletions")
                try await save(SessionState(storageState: ["cookies": .array(list)]), sessions)
                return try await sessions.list(of: user).first?.expiresAt.map { $0.timeIntervalSince1970 - now }
            }
            #expect(abs((try await end([60, 3600]) ?? 0) - 3600) < 5)
            #expect(abs((try await end([-1, 3600]) ?? 0) - 30 * 86_400) < 5)
            #expect(abs((try await end([90 * 86_400]) ?? 0) - 30 * 86_400) < 5)
            try await pool.execute("update gh_browser_sessions set expires_at = now() - interval '1 second'")
            #expect(try await sessions.load(of: user, for: host).state.isEmpty)
            #expect(try await sessions.list(of: user).isEmpty)
            #expect(try await sessions.forgetEnded() == 1)
            #expect(try await sessions.forgetEnded() == 0)
            #expect(try await pool.query("select from gh_session_deletions").isEmpty, "nobody deleted it")
        }
    }

    @Test func `a state that is too large is kept in part, and said to be`() async throws {
        try await with { sessions, _ in
            var state = Self.state([("jobs.acme.com", "a", "1")])
            let big = JSON.string(String(repeating: "x", count: 3 << 20))
            for name in ["one", "two"] { state.values[.local(origin: "https://jobs.acme.com", name: name)] = big }
            let saved = try await save(state, sessions)
            #expect(saved.dropped.items == 1)
            #expect(try await sessions.load(of: user, for: host).state.values.count == 2)
        }
    }

    @Test func `a job without a session waits for one statement`() async throws {
        try await with { sessions, _ in
            _ = try await sessions.load(of: user, for: host)
            let clock = ContinuousClock()
            var times: [Duration] = []
            for _ in 0..<50 {
                let start = clock.now
                _ = try await sessions.load(of: user, for: host)
                times.append(clock.now - start)
            }
            // The fastest tells what it takes; how busy the machine is tell the others.
            let fastest = try #require(times.min())
            #expect(fastest < .milliseconds(5), "\(fastest)")
        }
    }
}
