import Foundation
import GhostHands
import Postgres
import TestSupport
import Testing

@testable import Store

/// The change from one key to another.
struct RewrapTests {
    private let user = UUID()
    private let host: HostName = "acme.com"

    private static func key(_ byte: UInt8) -> Data { Data(repeating: byte, count: 32) }

    private func fill(_ store: Store) async throws {
        let state = SessionState(
            storageState: ["cookies": [["name": "sid", "value": "1", "domain": "acme.com", "path": "/"]]]
        )
        let base = try await store.sessions.load(of: user, for: host)
        _ = try await store.sessions.save(state, base: base, of: user, for: host, met: [host])
        try await store.credentials.put(Credential(domain: host, username: "u", password: "p"), of: user)
    }

    private func opens(_ store: Store) async throws -> Bool {
        let session = try await store.sessions.load(of: user, for: host).state
        let credential = try await store.credentials.open(for: user, domain: host)
        return !session.isEmpty && credential?.credential.password == "p"
    }

    @Test func `all that an old key has sealed is sealed anew, and the old key may go`() async throws {
        try await withStore { _, pool in
            try await fill(Store(pool: pool, sealer: Sealer(key: Self.key(1))))
            let legacy = try PredecessorEnvelope.seal(Data(#"{"cookies":[]}"#.utf8), key: Self.key(1), keyID: 1)
            try await pool.execute(
                """
                insert into gh_browser_sessions (user_id, domain, session_data, encryption_key_id)
                values (\(user), 'old.example', \(legacy), '1')
                """
            )
            let both = Store(pool: pool, sealer: Sealer(key: Self.key(2), id: 2, old: [1: Self.key(1)]))
            let progress = try await Rewrapping(both).run()
            #expect(progress.total == 3, "\(progress)")
            #expect(progress.done == 3, "\(progress)")
            #expect(try await Rewrapping(both).run().total == 0)
            #expect(try await opens(Store(pool: pool, sealer: Sealer(key: Self.key(2), id: 2))))
        }
    }

    @Test func `what no key opens stays as it is, and is said`() async throws {
        try await withStore { _, pool in
            try await fill(Store(pool: pool, sealer: Sealer(key: Self.key(1))))
            let without = Store(pool: pool, sealer: Sealer(key: Self.key(2), id: 2))
            let progress = try await Rewrapping(without).run()
            #expect(progress.done == 0)
            #expect(progress.unread.allSatisfy { $0.missingKey == 1 })
            #expect(
                progress.unread.map { "\($0.table) \($0.user) \($0.host)" } == [
                    "gh_browser_sessions \(user) acme.com", "gh_user_credentials \(user) acme.com",
                ]
            )
            #expect(try await opens(Store(pool: pool, sealer: Sealer(key: Self.key(1)))))
            try await pool.execute("update gh_browser_sessions set session_data = 'AAAA'")
            #expect(try await Rewrapping(without).run().unread.first?.missingKey == nil)
        }
    }

    @Test func `what no key opens is deleted when that is wanted, and nothing else`() async throws {
        try await withStore { _, pool in
            try await fill(Store(pool: pool, sealer: Sealer(key: Self.key(1))))
            let second = Store(pool: pool, sealer: Sealer(key: Self.key(2), id: 2))
            try await second.credentials.put(Credential(domain: "two.example", username: "u", password: "p"), of: user)
            let progress = try await Rewrapping(second).run(forgettingUnreadable: true)
            #expect(progress.forgotten == 2)
            #expect(progress.isComplete)
            #expect(try await second.credentials.list(of: user).map(\.domain) == ["two.example"])
            #expect(try await Rewrapping(second).run().total == 0)
        }
    }

    @Test func `a new key under an old name is found, with its proof and without`() async throws {
        try await withStore { _, pool in
            func strangers(_ sealer: Sealer) async throws -> [UInt16] {
                try await KeyProofs(Store(pool: pool, sealer: sealer)).strangers()
            }
            try await fill(Store(pool: pool, sealer: Sealer(key: Self.key(1))))
            #expect(try await strangers(Sealer(key: Self.key(2))) == [1])
            #expect(try await strangers(Sealer(key: Self.key(1))).isEmpty)
            try await pool.execute("delete from gh_browser_sessions")
            try await pool.execute("delete from gh_user_credentials")
            #expect(try await strangers(Sealer(key: Self.key(2))) == [1])
            #expect(try await strangers(Sealer(key: Self.key(2), id: 2, old: [1: Self.key(1)])).isEmpty)
            #expect(try await strangers(Sealer(key: Self.key(3), id: 3, old: [2: Self.key(1)])) == [2])
        }
    }
}
