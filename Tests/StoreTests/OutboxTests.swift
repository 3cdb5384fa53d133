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
                let before = try await Self.seconds("now()", in: pool)
                let isDead = try await store.outbox.failed(callback, reason: "HTTP 500", retryAfter: nil)
                let after = try await Self.seconds("now()", in: pool)
                #expect(isDead == (delay == nil))
                #expect(try await store.outbox.claim(limit: 1).isEmpty)
                if let delay {
                    let next = try await Self.seconds(
                        "(select next_attempt_at from gh_callback_outbox where state = 'pending' order by id limit 1)",
                        in: pool
                    )
                    #expect((before + Double(delay)...after + Double(delay)).contains(next))
                }
                try await pool.execute("update gh_callback_outbox set next_attempt_at = now()")
            }
            let dead = try #require(try await store.outbox.list(jobID: job.id).first)
            #expect(dead.state == "dead")
            #expect(dead.attempts == 4)
            #expect(dead.lastError == "HTTP 500")
        }
    }

    @Test func `a callback whose sender vanished is sent again, and the late sender cannot end it`() async throws {
        try await withStore { store, pool in
            let (job, _) = try await store.running()
            let late = try #require(try await store.outbox.claim(limit: 1).first)
            try await pool.execute("update gh_callback_outbox set locked_until = now() - interval '1 second'")
            let again = try #require(try await store.outbox.claim(limit: 1).first)
            #expect(again.webhookID == late.webhookID)
            #expect(again.attempts == 2)
            try await store.outbox.dead(late, reason: "HTTP 410")
            #expect(try await store.outbox.list(jobID: job.id).map(\.state) == ["pending"])
            try await store.outbox.dead(again, reason: "HTTP 410")
            #expect(try await store.outbox.list(jobID: job.id).map(\.state) == ["dead"])
        }
    }

    @Test func `two senders at once never get the same callback`() async throws {
        try await withStore { store, _ in
            for number in 0..<20 { try await Self.write(store, to: "https://h\(number).example.com/hook") }
            let ids = try await withThrowingTaskGroup(of: [Int64].self) { group in
                for _ in 0..<5 { group.addTask { try await store.outbox.claim(limit: 20).map(\.id) } }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(Set(ids).count == ids.count)
            #expect(ids.count == 20)
        }
    }

    /// A time of the database, in seconds.
    private static func seconds(_ time: SQL, in pool: PostgresPool) async throws -> Double {
        let rows = try await pool.query("select extract(epoch from \(time))::float8 as seconds")
        return try #require(rows.first).double("seconds")
    }

    /// Puts a callback in the outbox.
    private static func write(_ store: Store, to url: String) async throws {
        _ = try await store.running(["callback_url": .string(url)])
    }

    /// Makes everything due that waits for its time, as time would.
    private static func passTime(_ pool: PostgresPool, _ interval: String) async throws {
        try await pool.execute(
            """
            update gh_callback_outbox set next_attempt_at = next_attempt_at - \(interval)::interval,
                locked_until = locked_until - \(interval)::interval
            where state = 'pending'
            """
        )
    }

    private static let silent = "https://silent.example.com/hook"
    private static let other = "https://other.example.com/hook"

    @Test func `each host has its turn, and none more than its share, however many processes send`() async throws {
        try await withStore { store, _ in
            for _ in 0..<20 { try await Self.write(store, to: Self.silent) }
            try await Self.write(store, to: Self.other)
            try await Self.write(store, to: "https://OTHER.example.com?x=1")
            let claimed = try await withThrowingTaskGroup(of: [OutboxCallback].self) { group in
                for _ in 0..<4 { group.addTask { try await store.outbox.claim(limit: 6) } }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            let rest = try await store.outbox.claim(limit: 100)
            let urls = (claimed + rest).map(\.url)
            #expect(urls.count { $0 == Self.silent } == Outbox.mostPerHost)
            #expect(urls.count { $0.lowercased().contains("other") } == 2)
            try await store.outbox.delivered(try #require(claimed.first { $0.url == Self.silent }))
            #expect(try await store.outbox.claim(limit: 100).map(\.url) == [Self.silent])
        }
    }

    @Test func `the first of every host goes before the second of any`() async throws {
        try await withStore { store, _ in
            for _ in 0..<3 { try await Self.write(store, to: Self.silent) }
            try await Self.write(store, to: Self.other)
            #expect(try await store.outbox.claim(limit: 2).map(\.url) == [Self.silent, Self.other])
        }
    }

    @Test func `a host that does not answer is tried by its oldest callback, and others as ever`() async throws {
        try await withStore { store, pool in
            for _ in 0..<10 { try await Self.write(store, to: Self.silent) }
            let first = try await store.outbox.claim(limit: 100)
            for callback in first { #expect(try await !store.outbox.unanswered(callback, reason: "silence")) }
            try await Self.write(store, to: Self.other)
            let others = try await store.outbox.claim(limit: 100)
            #expect(others.map(\.url) == [Self.other])
            for callback in others { try await store.outbox.delivered(callback) }
            // A receiver that is restarted is found again by the usual delays.
            for (pause, isLast) in [("1 second", false), ("3 seconds", false), ("10 seconds", true)] {
                #expect(try await store.outbox.claim(limit: 100).isEmpty)
                try await Self.passTime(pool, pause)
                let probe = try await store.outbox.claim(limit: 100)
                #expect(probe.map(\.id) == [first[0].id])
                #expect(probe.allSatisfy { $0.isProbe })
                #expect(try await store.outbox.claim(limit: 100).isEmpty)
                #expect(try await store.outbox.unanswered(try #require(probe.first), reason: "silence") == isLast)
            }
            // From then on it is asked once a minute, by the next.
            try await pool.execute("update gh_callback_outbox set created_at = created_at - interval '1 minute'")
            for _ in 0..<3 {
                try await Self.passTime(pool, "59 seconds")
                #expect(try await store.outbox.claim(limit: 100).isEmpty)
                try await Self.passTime(pool, "1 second")
                let probe = try await store.outbox.claim(limit: 100)
                #expect(probe.map(\.id) == [first[1].id])
                #expect(probe.allSatisfy { $0.isProbe })
                #expect(try await store.outbox.claim(limit: 100).isEmpty)
                _ = try await store.outbox.unanswered(try #require(probe.first), reason: "silence")
            }
        }
    }

    @Test(arguments: [true, false])
    func `all that waited for a host goes out once it has answered`(isTaken: Bool) async throws {
        try await withStore { store, pool in
            for _ in 0..<3 { try await Self.write(store, to: Self.silent) }
            for callback in try await store.outbox.claim(limit: 100) {
                _ = try await store.outbox.unanswered(callback, reason: "silence")
            }
            try await Self.passTime(pool, "1 second")
            let probe = try #require(try await store.outbox.claim(limit: 100).first)
            if isTaken {
                try await store.outbox.delivered(probe)
            } else {
                _ = try await store.outbox.failed(probe, reason: "HTTP 500", retryAfter: nil)
            }
            let freed = try await store.outbox.claim(limit: 100)
            #expect(freed.count == 2)
            #expect(!freed.contains { $0.isProbe || $0.id == probe.id })
        }
    }

    @Test func `what waits for a silent host is bounded, in time and in number`() async throws {
        try await withStore { store, pool in
            for _ in 0..<3 { try await Self.write(store, to: Self.silent) }
            try await Self.write(store, to: Self.other)
            for callback in try await store.outbox.claim(limit: 100) where callback.url == Self.silent {
                _ = try await store.outbox.unanswered(callback, reason: "silence")
            }
            try await Self.passTime(pool, "1 second")
            let probe = try #require(try await store.outbox.claim(limit: 100).first)
            _ = try await store.outbox.unanswered(probe, reason: "silence")
            #expect(try await store.outbox.giveUpStale(behind: probe) == 0)
            try await pool.execute(
                "update gh_callback_outbox set created_at = now() - interval '25 hours' where id <> \(probe.id)"
            )
            // Neither the one that is young nor the other host's.
            #expect(try await store.outbox.giveUpStale(behind: probe) == 2)
            try await pool.execute(
                """
                insert into gh_callback_outbox (job_id, status, url, body, webhook_id)
                select \(probe.jobID), 'running', \(Self.silent), '{}', 'evt-' || number
                from generate_series(1, \(Outbox.mostWaiting + 4)) number
                """
            )
            #expect(try await store.outbox.giveUpStale(behind: probe) == 5)
            #expect(try await store.outbox.giveUpStale(behind: probe) == 0)
            let states = try await store.outbox.list(jobID: probe.jobID).prefix(6).map(\.state)
            #expect(states == ["dead", "dead", "dead", "dead", "dead", "pending"])
        }
    }

    @Test func `a probe whose sender vanished is made again, alone`() async throws {
        try await withStore { store, pool in
            for _ in 0..<3 { try await Self.write(store, to: Self.silent) }
            for callback in try await store.outbox.claim(limit: 100) {
                _ = try await store.outbox.unanswered(callback, reason: "silence")
            }
            try await Self.passTime(pool, "1 second")
            #expect(try await store.outbox.claim(limit: 100).count == 1)
            try await Self.passTime(pool, "19 seconds")
            #expect(try await store.outbox.claim(limit: 100).isEmpty)
            try await Self.passTime(pool, "1 second")
            #expect(try await store.outbox.claim(limit: 100).count == 1)
        }
    }

    @Test func `a single callback to a silent host has its four attempts, and the next in line takes over`()
        async throws
    {
        try await withStore { store, pool in
            let (job, _) = try await store.running(["callback_url": .string(Self.silent)])
            for pause in ["1 second", "3 seconds", "10 seconds"] {
                let callback = try #require(try await store.outbox.claim(limit: 100).first)
                #expect(try await !store.outbox.unanswered(callback, reason: "silence"))
                #expect(try await store.outbox.claim(limit: 100).isEmpty)
                try await Self.passTime(pool, pause)
            }
            let last = try #require(try await store.outbox.claim(limit: 100).first)
            try await Self.write(store, to: Self.silent)
            #expect(try await store.outbox.unanswered(last, reason: "silence"))
            let first = try #require(try await store.outbox.list(jobID: job.id).first)
            #expect(first.attempts == 4)
            #expect(first.state == "dead")
            #expect(first.lastError == "silence")
            #expect(try await store.outbox.claim(limit: 100).isEmpty)
            try await Self.passTime(pool, "60 seconds")
            #expect(try await store.outbox.claim(limit: 100).map(\.isProbe) == [true])
        }
    }
}
