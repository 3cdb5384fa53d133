import Foundation
import GhostHands
import Postgres
import Store
import Testing

/// What model calls may cost and did, to the nano-dollar.
struct SpendingTests {
    private func held(_ store: Store, _ most: Int64, _ lease: Lease) async throws -> Int64? {
        guard case .held(let id) = try await store.spending.reserve(NanoDollars(most), under: lease) else { return nil }
        return id
    }

    @Test func `a month is never overdrawn, however many calls begin at once`() async throws {
        try await withStore { store, pool in
            let (job, lease) = try await store.running()
            // The free tier's half dollar takes five of these.
            let granted = try await withThrowingTaskGroup(of: Int64?.self) { group in
                for _ in 0..<12 { group.addTask { try await held(store, 99_999_999, lease) } }
                return try await group.reduce(into: [Int64]()) { if let id = $1 { $0.append(id) } }
            }
            #expect(granted.count == 5)
            #expect(try await store.spending.left(of: job.userID).left == NanoDollars(5))
        }
    }

    @Test func `what a call has cost is counted once, in the month and in the job`() async throws {
        try await withStore { store, pool in
            let (job, lease) = try await store.running()
            var granted: [Int64] = []
            for _ in 0..<5 { granted.append(try #require(try await held(store, 99_999_999, lease))) }
            for id in granted {
                #expect(
                    try await store.spending.settle(id, cost: NanoDollars(1), usage: TokenUsage(input: 3, output: 2))
                )
            }
            #expect(try await store.spending.left(of: job.userID).left == NanoDollars(499_999_995))
            #expect(try await held(store, 499_999_996, lease) == nil)
            let last = try #require(try await held(store, 499_999_995, lease))
            #expect(try await !store.spending.settle(granted[0], cost: NanoDollars(9), usage: TokenUsage()))
            #expect(try await store.spending.settle(last, cost: NanoDollars(123_456_789), usage: TokenUsage(input: 7)))
            let month = try await store.usage.month(of: job.userID)
            #expect(month.costUSD == 0.123456794)
            #expect(month.inputTokens == 22)
            #expect(month.outputTokens == 10)
            let kept = CostBreakdown(try await store.get(job.id).metadata["cost_breakdown"])
            #expect(kept.magnitudeCost == NanoDollars(123_456_794))
            #expect(kept.inputTokens == 22)
            #expect(kept.outputTokens == 10)
            #expect(try await pool.query("select 1 from gh_model_reservations").isEmpty)
        }
    }

    @Test func `a call of a worker that died counts with what was kept back, once`() async throws {
        try await withStore { store, pool in
            let (job, lease) = try await store.running()
            _ = try #require(try await held(store, 40_000_000, lease))
            #expect(try await store.spending.settleAbandoned() == 0)
            try await pool.execute("update gh_model_reservations set created_at = now() - interval '11 minutes'")
            #expect(try await store.spending.settleAbandoned() == 1)
            #expect(try await store.spending.settleAbandoned() == 0)
            #expect(try await store.usage.month(of: job.userID).costUSD == 0.04)
            #expect(try await store.get(job.id).metadata["cost_breakdown"]["magnitude_cost_usd"] == 0.04)
        }
    }

    @Test func `what was spent stays with a job that is cancelled, fails or is rescued`() async throws {
        try await withStore { store, pool in
            let (job, lease) = try await store.running()
            let id = try #require(try await held(store, 40_000_000, lease))
            try await store.spending.settle(id, cost: NanoDollars(7_000_001), usage: TokenUsage(input: 10, output: 5))
            #expect(try await store.jobs.fail(lease, JobFailure(code: .networkError, message: "gone")) == .requeued)
            try await pool.execute("update gh_automation_jobs set run_after = now()")
            let next = try #require(try await store.jobs.claim(workerID: "w1", limit: 1).first)
            _ = try await store.jobs.start(next)
            let more = try #require(try await held(store, 40_000_000, next))
            try await pool.execute("update gh_automation_jobs set last_heartbeat = now() - interval '121 seconds'")
            _ = try await store.jobs.rescue()
            try await store.spending.settle(more, cost: NanoDollars(2), usage: TokenUsage(input: 1))
            let kept = try await store.get(job.id).metadata["cost_breakdown"]
            #expect(kept["magnitude_cost_usd"] == 0.007000003)
            #expect(kept["total_tokens"] == 16)
            #expect(try await store.usage.month(of: job.userID).costUSD == 0.007000003)
            #expect(try await store.spending.reserve(NanoDollars(1), under: next) == .leaseLost)
        }
    }

    @Test func `a new month begins with nothing spent and the tier of the last`() async throws {
        try await withStore { store, pool in
            let (job, lease) = try await store.running()
            try await pool.execute(
                """
                insert into gh_user_usage (user_id, tier, period_start, period_end, spent_nano, total_cost_usd)
                values (\(job.userID), 'pro', date_trunc('month', now(), 'UTC') - interval '1 month',
                    date_trunc('month', now(), 'UTC'), 9000000000, 9)
                """
            )
            #expect(try await held(store, 9_999_999_999, lease) != nil)
            #expect(try await store.usage.month(of: job.userID).tier == "pro")
            #expect(try await store.jobs.complete(lease, Sample.result(submitted: false)) == .completed)
            #expect(try await store.usage.month(of: job.userID).tier == "pro")
        }
    }

    @Test func `learned answers are their user's alone, and sealed`() async throws {
        try await withStore { _, pool in
            let store = Store(pool: pool, sealer: Sealer(key: Data(repeating: 1, count: 32)))
            let job = try await store.make()
            let answer = LearnedAnswer(
                question: "Why here?",
                key: LearnedAnswer.key(of: Field(kind: .text, label: "Why here?")),
                values: ["For the engines"],
                because: ["skills"],
                digest: "ab",
                model: "m"
            )
            try await store.learnedAnswers.keep([answer], of: job.userID, from: job.id)
            #expect(try await store.learnedAnswers.find([answer.key, "other"], of: job.userID) == [answer])
            #expect(try await store.learnedAnswers.find([answer.key], of: UUID()).isEmpty)
            let rows = try await pool.query(
                "select question_key || encode(sealed, 'escape') as all from gh_learned_answers"
            )
            let text = try #require(try rows.first?.string("all"))
            #expect(!text.contains("engines"))
            #expect(!text.contains("Why"))
            #expect(!text.contains(answer.key))
            // A row that was moved to another user does not open.
            let thief = UUID()
            try await pool.execute("update gh_learned_answers set user_id = \(thief)")
            #expect(try await store.learnedAnswers.find([answer.key], of: thief).isEmpty)
            let other = Store(pool: pool, sealer: Sealer(key: Data(repeating: 2, count: 32)))
            #expect(try await other.learnedAnswers.find([answer.key], of: thief).isEmpty)
        }
    }
}
