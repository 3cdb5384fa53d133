import Foundation
import GhostHands
import Store

/// What is replied about users.
enum UserReplies {
    /// A user's month, and what it may cost.
    struct Month {
        let user: UUID
        let month: Usage.Month
        let budget: Double
    }

    static let month = ReplyShape<Month>([
        .id("user_id", \.user), .text("tier") { $0.month.tier }, .number("monthly_budget_usd", \.budget),
        .number("current_month_cost_usd") { $0.month.costUSD },
        .number("remaining_budget_usd") { max(0, $0.budget - $0.month.costUSD) },
        .integer("input_tokens") { Int($0.month.inputTokens) },
        .integer("output_tokens") { Int($0.month.outputTokens) }, .integer("job_count") { $0.month.jobCount },
        .time("period_start") { $0.month.start }, .time("period_end") { $0.month.end },
    ])

    /// All that was kept of a user is gone.
    static let erased = ReplyShape<(user: UUID, counts: Erasure.Counts)>([
        .id("user_id") { $0.user },
        .init(
            name: "deleted",
            schema: ReplyShape(counted).schema,
            isRequired: true,
            value: { ReplyShape(counted).json($0.counts) }
        ),
    ])

    private static let counted: [ReplyShape<Erasure.Counts>.Member] = [
        .integer("jobs", \.jobs), .integer("events", \.events), .integer("answers", \.answers),
        .integer("sessions", \.sessions), .integer("credentials", \.credentials), .integer("files", \.files),
    ]

    static let answers = ReplyShape<(user: UUID, count: Int, last: Date?)>([
        .id("user_id") { $0.user }, .integer("count") { $0.count }, .timeOrNull("last_kept_at") { $0.last },
    ])

    static let forgotten = ReplyShape<(user: UUID, count: Int)>([
        .id("user_id") { $0.user }, .integer("deleted") { $0.count },
    ])
}
