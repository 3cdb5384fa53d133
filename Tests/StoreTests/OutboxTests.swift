import Foundation
import GhostHands
import Postgres
import Store
import Testing

struct OutboxTests {
    @Test func `a job's callbacks go out in order and one at a time`() async throws {
        try await withStore { store, _ in
            let (job, lease) = try await store.running()
            #expect(try await store.jobs.complete(lease, Sample.result(submitted: false)) == .completed)
            let first = try await store.outbox.claim(limit: 10)
            #expect(first.map(\.status) == ["running"])
            #expect(try await store.outbox.claim(limit: 10).isEmpty)
            try await store.outbox.delivered(try #require(first.first))
            let second = try await store.outbox.claim(limit: 10)
            #expect(second.map(\.status) == ["completed"])
            #expect(second.first?.jobID == job.id)
            #expect(second.first?.url == "https://valet.example.com/hook")
            try await store.outbox.delivered(try #require(second.first))
            #expect(try await store.outbox.list(jobID: job.id).map(\.state) == ["delivered", "delivered"])
        }
    }

    @Test func `four attempts after one, three and ten seconds, then no more`() async throws {
        try await withStore { store, pool in
            let (job, _) = try await store.running()
            for delay in [1, 3, 10, nil] {
                let callback = try #require(try await store.outbox.claim(limit: 1).first)
                let isDead = try await store.outbox.failed(callback, reason: "HTTP 500", retryAfter: nil)
                #expect(isDead == (delay == nil))
                #expect(try await store.outbox.claim(limit: 1).isEmpty)
                let waits = try await pool.query(
                    """
                    select extract(epoch from next_attempt_at - now()) as wait from gh_callback_outbox
                    where state = 'pending'
                    """
                )
                let wait = try waits.first?.double("wait")
                #expect((wait == nil) == (delay == nil))
                if let wait, let delay { #expect((Double(delay) - 0.9...Double(delay)).contains(wait)) }
                try await pool.execute("update gh_callback_outbox set next_attempt_at = now()")
            }
            let dead = try #require(try await store.outbox.list(jobID: job.id).first)
            #expect(dead.state == "dead" && dead.attempts == 4 && dead.lastError == "HTTP 500")
        }
    }

    @Test func `a callback whose sender vanished is sent again, and the late sender cannot end it`() async throws {
        try await withStore { store, pool in
            let (job, _) = try await store.running()
            let late = try #require(try await store.outbox.claim(limit: 1).first)
            try await pool.execute("update gh_callback_outbox set locked_until = now() - interval '1 second'")
            let again = try #require(try await store.outbox.claim(limit: 1).first)
            #expect(again.webhookID == late.webhookID && again.attempts == 2)
            try await store.outbox.dead(late, reason: "HTTP 410")
            #expect(try await store.outbox.list(jobID: job.id).map(\.state) == ["pending"])
            try await store.outbox.dead(again, reason: "HTTP 410")
            #expect(try await store.outbox.list(jobID: job.id).map(\.state) == ["dead"])
        }
    }

    @Test func `two senders at once never get the same callback`() async throws {
        try await withStore { store, _ in
            for _ in 0..<20 { try await store.make() }
            for job in try await store.jobs.claim(workerID: "w1", limit: 20) {
                let lease = Lease(jobID: job.id, token: job.leaseToken, workerID: "w1")
                #expect(try await store.jobs.start(lease) != nil)
            }
            let ids = try await withThrowingTaskGroup(of: [Int64].self) { group in
                for _ in 0..<5 { group.addTask { try await store.outbox.claim(limit: 20).map(\.id) } }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(Set(ids).count == ids.count)
            #expect(ids.count == 20)
        }
    }
}
