public import Foundation
import Postgres

/// What users have spent.
public struct Usage: Sendable {
    let pool: PostgresPool

    /// One user's month.
    public struct Month: Sendable, Hashable {
        /// `free`, `starter`, `pro`, `premium` or `enterprise`.
        public let tier: String
        /// What the jobs of the month have cost so far, in US dollars.
        public let costUSD: Double
        /// Tokens that models have read for them.
        public let inputTokens: Int64
        /// Tokens that models have written for them.
        public let outputTokens: Int64
        /// How many jobs have ended.
        public let jobCount: Int
        /// When the month began (UTC).
        public let start: Date
        /// When it ends.
        public let end: Date
    }

    /// The sum of two amounts in nano-dollars; whatever others have written there, it is a number that can be kept.
    static func sum(_ amount: SQL, _ more: SQL) -> SQL {
        "least(4611686018427387903, \(amount)::numeric + \(more))::bigint"
    }

    /// The tier that a user was known by last.
    static func tier(of userID: SQL) -> SQL {
        """
        coalesce((
            select last.tier from gh_user_usage last where last.user_id = \(userID)
            order by last.period_start desc limit 1
        ), 'free')
        """
    }

    /// Reads the present month of a user (UTC); one who has done nothing has spent nothing.
    ///
    /// - Returns: the month; the tier is the one last known.
    /// - Throws: `PostgresError`.
    public func month(of userID: UUID) async throws -> Month {
        let rows = try await pool.query(
            """
            select month as period_start, month + interval '1 month' as period_end,
                coalesce(u.total_cost_usd, 0) as cost, coalesce(u.total_input_tokens, 0) as input_tokens,
                coalesce(u.total_output_tokens, 0) as output_tokens, coalesce(u.job_count, 0) as jobs,
                coalesce(u.tier, \(Usage.tier(of: "\(userID)"))) as tier
            from date_trunc('month', now(), 'UTC') month
            left join gh_user_usage u on u.user_id = \(userID) and u.period_start = month
            """
        )
        let row = try rows.only()
        return Month(
            tier: try row.string("tier"),
            costUSD: try row.double("cost"),
            inputTokens: try row.int64("input_tokens"),
            outputTokens: try row.int64("output_tokens"),
            jobCount: try row.int("jobs"),
            start: try row.time("period_start"),
            end: try row.time("period_end")
        )
    }
}
