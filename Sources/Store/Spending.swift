public import Foundation
public import GhostHands
import Postgres

/// What model calls may cost and did: kept back before a call, settled after it (R20, R21).
public struct Spending: Sendable {
    let pool: PostgresPool
    /// What models may cost.
    public let budgets: Budgets

    /// What became of a reservation.
    public enum Reservation: Sendable, Hashable {
        /// It is kept back under this number until it is settled.
        case held(Int64)
        /// The user's month has not that much left of its budget.
        case exceeded(left: NanoDollars, of: NanoDollars)
        /// The job is no longer this worker's.
        case leaseLost
    }

    /// Keeps back what a call can cost at most, in one statement: two calls never share what is left.
    ///
    /// - Parameters:
    ///   - most: what the call can cost.
    ///   - lease: the worker's right to the job.
    /// - Returns: what became of it.
    /// - Throws: `PostgresError`.
    public func reserve(_ most: NanoDollars, under lease: Lease) async throws -> Reservation {
        let statement: SQL = """
            with job as (
                select id, user_id from gh_automation_jobs where \(Jobs.isHeld(lease))
            ), month as (
                insert into gh_user_usage as u (user_id, period_start, period_end, tier, reserved_nano)
                select job.user_id, m, m + interval '1 month', tiers.tier, \(most.value)
                from job, date_trunc('month', now(), 'UTC') m, lateral (
                    select \(Usage.tier(of: "job.user_id")) as tier
                ) tiers
                where \(most.value) <= \(budget(of: "tiers.tier"))
                on conflict (user_id, period_start) do update set
                    reserved_nano = \(Usage.sum("u.reserved_nano", "excluded.reserved_nano")), updated_at = now()
                where u.spent_nano::numeric + u.reserved_nano + excluded.reserved_nano <= \(budget(of: "u.tier"))
                returning u.user_id, u.period_start
            ), held as (
                insert into gh_model_reservations (job_id, user_id, period_start, nano)
                select job.id, month.user_id, month.period_start, \(most.value) from job, month
                returning id
            )
            select job.user_id, (select id from held) as reservation from job
            """
        let rows = try await Outage.outwaitingLocks { try await pool.query(statement) }
        guard let row = rows.first else { return .leaseLost }
        if let id = try row.int64OrNil("reservation") { return .held(id) }
        guard let user = UUID(uuidString: try row.string("user_id")) else { return .leaseLost }
        let (left, budget) = try await left(of: user)
        return .exceeded(left: left, of: budget)
    }

    /// Writes down what a call came to: in the user's month and in the job, whatever has become of the job meanwhile.
    ///
    /// Settled once: the reservation is gone after it.
    ///
    /// - Parameters:
    ///   - reservation: its number.
    ///   - usage: what it took.
    ///   - provider: who was asked, by its name in the catalogue.
    ///   - isAnswered: whether it answered.
    /// - Returns: false when it was settled already.
    /// - Throws: `PostgresError`.
    @discardableResult
    public func settle(
        _ reservation: Int64,
        cost: NanoDollars,
        usage: TokenUsage,
        provider: String = "other",
        isAnswered: Bool = true
    ) async throws -> Bool {
        let gone: SQL = "select * from gh_model_reservations where id = \(reservation)"
        let call = "\(provider.replacing("|", with: "_"))|\(isAnswered ? "answered" : "failed")"
        return try await settle(gone, spent: "\(cost.value)", usage, call: call) > 0
    }

    /// Settles the calls of workers that died in the midst of them: nobody knows what they took, so that what was kept
    /// back counts.
    ///
    /// - Parameter age: how long ago they were begun; longer than any call takes.
    /// - Returns: how many there were.
    /// - Throws: `PostgresError`.
    public func settleAbandoned(olderThan age: Duration = .seconds(600)) async throws -> Int {
        let gone: SQL = """
            select * from gh_model_reservations where created_at < now() - \(Jobs.interval(age))
            order by id limit 100 for update skip locked
            """
        return try await settle(gone, spent: "r.nano", TokenUsage())
    }

    /// - Parameter call: how it is counted; nil where nobody knows what became of it.
    private func settle(_ which: SQL, spent: SQL, _ usage: TokenUsage, call: String? = nil) async throws -> Int {
        let isAny: SQL = "exists (select from gone)"
        let rows = try await pool.query(
            """
            with chosen as (\(which)), gone as (
                delete from gh_model_reservations r using chosen where r.id = chosen.id
                returning r.job_id, r.user_id, r.period_start, r.nano, (\(spent))::bigint as spent
            ), months as (
                select user_id, period_start, sum(nano) as nano, sum(spent) as spent from gone
                group by user_id, period_start
            ), jobs as (
                select job_id, sum(spent) as spent from gone group by job_id
            ), usage as (
                update gh_user_usage u set
                    reserved_nano = greatest(0, u.reserved_nano - months.nano)::bigint,
                    spent_nano = \(Usage.sum("u.spent_nano", "months.spent")),
                    total_cost_usd = \(Usage.sum("u.spent_nano", "months.spent"))::float8 / 1e9,
                    total_input_tokens = \(Usage.sum("u.total_input_tokens", "\(usage.input)")),
                    total_output_tokens = \(Usage.sum("u.total_output_tokens", "\(usage.output)")), updated_at = now()
                from months where u.user_id = months.user_id and u.period_start = months.period_start
            ), calls as (\(
                Totals.adding("'gh_llm_calls_total'", "\(call)", count: "1", where: "\(isAny) and \(call) is not null")
            )), tokens as (\(
                Totals.adding("'gh_llm_tokens_total'", count: "\(usage.input + usage.output)", where: isAny)
            )), money as (\(
                Totals.adding(
                    "'gh_llm_cost_usd_total'",
                    count: "0",
                    amount: "(select least(sum(spent), 1e15)::bigint from gone)",
                    where: isAny
                )
            )), job as (
                update gh_automation_jobs j set metadata = \(Jobs.ownMetadata) || jsonb_build_object(
                    \(kept)::text, case jsonb_typeof(j.metadata -> \(kept))
                        when 'object' then j.metadata -> \(kept) else \(json: CostBreakdown().json.data) end
                        || \(increments(usage))
                )
                from jobs where j.id = jobs.job_id
            )
            select count(*)::int as settled from gone
            """
        )
        return try rows.only().int("settled")
    }

    /// Where a job's metadata keeps its breakdown.
    private var kept: String { JobMetadata.Column.costBreakdown.rawValue }

    /// The members of a job's breakdown that a call adds to.
    private func increments(_ usage: TokenUsage) -> SQL {
        func sum(_ member: String, _ more: SQL) -> SQL {
            """
            case jsonb_typeof(j.metadata -> \(kept) -> \(member))
                when 'number' then (j.metadata -> \(kept) ->> \(member))::numeric else 0 end + \(more)
            """
        }
        let dollars: SQL = "jobs.spent::numeric / 1000000000"
        return """
            jsonb_build_object(
                'total_cost_usd', trim_scale(\(sum("total_cost_usd", dollars))),
                'magnitude_cost_usd', trim_scale(\(sum("magnitude_cost_usd", dollars))),
                'total_tokens', \(sum("total_tokens", "\(usage.input + usage.output)")),
                'input_tokens', \(sum("input_tokens", "\(usage.input)")),
                'output_tokens', \(sum("output_tokens", "\(usage.output)"))
            )
            """
    }

    /// What is left of a user's month, what is kept back for calls under way counted as spent.
    ///
    /// - Returns: what is left, and the tier's budget.
    /// - Throws: `PostgresError`.
    public func left(of userID: UUID) async throws -> (left: NanoDollars, budget: NanoDollars) {
        let rows = try await pool.query(
            """
            select tier, case when period_start = date_trunc('month', now(), 'UTC')
                then \(Usage.sum("spent_nano", "reserved_nano")) else 0 end as gone
            from gh_user_usage where user_id = \(userID) order by period_start desc limit 1
            """
        )
        let budget = budgets.month(try rows.first?.string("tier") ?? "free")
        let gone = NanoDollars(try rows.first?.int64("gone") ?? 0)
        return (max(.zero, budget - gone), budget)
    }

    private func budget(of tier: StaticString) -> SQL {
        func line(_ tier: Budgets.Tier) -> SQL {
            "when \(tier.rawValue) then \(budgets.month[tier]?.value ?? 0)::bigint "
        }
        let lines = Budgets.Tier.allCases.map(line).reduce("" as SQL) { "\($0)\($1)" }
        return "(case \(unescaped: tier) \(lines) else 0 end)"
    }
}
