import Foundation
import GhostHands
import Postgres
import Store
import TestSupport
import Testing

/// Browsers of people, and who takes which job (R62).
struct OperatorTests {
    private let alice = UUID()
    private let bob = UUID()

    private func make(_ store: Store, _ pool: PostgresPool, of user: UUID, for mode: String) async throws -> UUID {
        let id = try await store.make(user: user).id
        try await pool.execute("update gh_automation_jobs set browser_mode = \(mode) where id = \(id)")
        return id
    }

    @Test func `in claim after claim nobody is offered another's job`() async throws {
        try await withStore { store, pool in
            var own: [UUID: Set<UUID>] = [:]
            for number in 0..<10 {
                let user = number % 2 == 0 ? alice : bob
                own[user, default: []].insert(try await make(store, pool, of: user, for: "operator"))
                _ = try await make(store, pool, of: user, for: "server")
            }
            for turn in 0..<Soak.rounds(100, or: 1_000) {
                let user = turn % 2 == 0 ? alice : bob
                let leases = try await store.jobs.claim(
                    workerID: "operator:\(user)",
                    limit: 3,
                    mostPerUser: turn % 4 < 2 ? 9 : nil,
                    inBrowserOf: user
                )
                guard leases.allSatisfy({ own[user]?.contains($0.jobID) == true }) else {
                    Issue.record("turn \(turn) took a job that is not of \(user)")
                    return
                }
                // What was taken is there again for the next turns.
                for lease in leases {
                    try await pool.execute(
                        "update gh_automation_jobs set status = 'pending', worker_id = null where id = \(lease.jobID)"
                    )
                }
            }
        }
    }

    @Test func `a server takes nothing that is meant for a person's own browser`() async throws {
        try await withStore { store, pool in
            let theirs = try await make(store, pool, of: alice, for: "operator")
            let ours = try await make(store, pool, of: alice, for: "server")
            #expect(try await store.jobs.claim(workerID: "w", limit: 9).map(\.jobID) == [ours])
            #expect(try await store.jobs.claim(workerID: "w", limit: 9, mostPerUser: 9).isEmpty)
            // By its name either: a job for one worker is still one for a person's browser.
            try await pool.execute("update gh_automation_jobs set target_worker_id = 'w' where id = \(theirs)")
            #expect(try await store.jobs.claim(workerID: "w", limit: 9).isEmpty)
        }
    }

    @Test func `an invitation opens once, and only the last one of a user`() async throws {
        try await withStore { store, _ in
            let (first, second, token) = (Data([1]), Data([2]), Data([3]))
            _ = try await store.operators.invite(alice, code: first, seconds: 600)
            _ = try await store.operators.invite(alice, code: second, seconds: 600)
            #expect(try await store.operators.pair(code: first, token: token, name: "desk") == nil)
            let paired = try #require(try await store.operators.pair(code: second, token: token, name: "desk"))
            #expect(paired.userID == alice)
            #expect(try await store.operators.pair(code: second, token: Data([4]), name: "thief") == nil)
            #expect(try await store.operators.find(token: token)?.id == paired.id)
            #expect(try await store.operators.list(of: alice).map(\.name) == ["desk"])
            #expect(try await store.operators.list(of: bob).isEmpty)
        }
    }

    @Test func `an invitation that is too old opens nothing`() async throws {
        try await withStore { store, _ in
            _ = try await store.operators.invite(alice, code: Data([1]), seconds: -1)
            #expect(try await store.operators.pair(code: Data([1]), token: Data([2]), name: "") == nil)
        }
    }

    @Test func `a token that was revoked proves nothing, and only its own user may revoke it`() async throws {
        try await withStore { store, _ in
            _ = try await store.operators.invite(alice, code: Data([1]), seconds: 600)
            let paired = try #require(try await store.operators.pair(code: Data([1]), token: Data([2]), name: ""))
            #expect(try await !store.operators.revoke(paired.id, of: bob))
            #expect(try await store.operators.find(token: Data([2])) != nil)
            #expect(try await store.operators.revoke(paired.id, of: alice))
            #expect(try await store.operators.find(token: Data([2])) == nil)
        }
    }
}
