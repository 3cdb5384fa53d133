public import Foundation
public import GhostHands
public import Postgres

/// Everything the system keeps: one member per table.
public struct Store: Sendable {
    /// `gh_automation_jobs`.
    public let jobs: Jobs
    /// `gh_job_events`.
    public let events: Events
    /// `gh_callback_outbox`.
    public let outbox: Outbox
    /// `gh_worker_registry`.
    public let workers: Workers
    /// `gh_user_usage`.
    public let usage: Usage
    /// `gh_user_usage` and `gh_model_reservations`: what model calls may cost and did.
    public let spending: Spending
    /// `gh_learned_answers`.
    public let learnedAnswers: LearnedAnswers
    /// `gh_resolutions` and `gh_paused_sessions`: what a paused job needs to go on.
    public let help: HumanHelpStore
    /// `gh_browser_sessions`.
    public let sessions: Sessions
    /// `gh_user_credentials`.
    public let credentials: Credentials
    /// `gh_action_manuals`.
    public let manuals: Manuals
    /// `auth.users`, which is VALET's.
    public let users: Users
    /// `gh_live_links`.
    public let liveLinks: LiveLinks
    /// `gh_console_sessions`.
    public let consoleSessions: ConsoleSessions
    /// `gh_operators`.
    public let operators: Operators
    /// Removes what was kept long enough.
    public let retention: Retention
    /// Removes all that is kept of a user.
    public let erasure: Erasure
    /// `gh_totals`: what has happened so far.
    public let totals: Totals
    /// `gh_alerts`: what is wrong and was.
    public let alerts: Alerts

    let pool: PostgresPool

    /// How long leases last.
    public var leaseTimes: LeaseTimes { jobs.times }

    /// The tables of one database.
    ///
    /// - Parameters:
    ///   - pool: connections to it.
    ///   - times: how long leases last; the same for every process on the database.
    ///   - budgets: what models may cost.
    ///   - sealer: seals what only its owner may read; nil where nothing of the kind is kept.
    ///   - alarm: told the id of a job whose row the database refuses to change, once: somebody must look at it.
    public init(
        pool: PostgresPool,
        times: LeaseTimes = LeaseTimes(),
        budgets: Budgets = Budgets(),
        sealer: Sealer? = nil,
        alarm: @escaping @Sendable (UUID) -> Void = { _ in }
    ) {
        self.pool = pool
        jobs = Jobs(pool: pool, times: times, budgets: budgets, alarm: alarm)
        spending = Spending(pool: pool, budgets: budgets)
        learnedAnswers = LearnedAnswers(pool: pool, sealer: sealer)
        help = HumanHelpStore(pool: pool, sealer: sealer)
        sessions = Sessions(pool: pool, sealer: sealer)
        credentials = Credentials(pool: pool, sealer: sealer)
        events = Events(pool: pool)
        outbox = Outbox(pool: pool)
        workers = Workers(pool: pool, times: times)
        usage = Usage(pool: pool)
        manuals = Manuals(pool: pool)
        users = Users(pool: pool)
        liveLinks = LiveLinks(pool: pool)
        consoleSessions = ConsoleSessions(pool: pool)
        operators = Operators(pool: pool)
        retention = Retention(pool: pool)
        erasure = Erasure(pool: pool)
        totals = Totals(pool: pool, times: times)
        alerts = Alerts(pool: pool, times: times)
    }

    /// Whether the database answers now.
    ///
    /// - Returns: false when it does not, for whatever reason.
    public func isReachable() async -> Bool { (try? await pool.query("select 1")) != nil }
}

extension Store {
    /// Connections to the database, as this process has them.
    public struct Connections: Sendable, Hashable {
        /// How many are lent.
        public let lent: Int
        /// How many stand idle.
        public let idle: Int
        /// How many callers wait for one.
        public let waiting: Int
        /// How many may be lent.
        public let most: Int
    }

    /// The connections of this process now.
    public var connections: Connections {
        let pool = pool.standing
        return Connections(lent: pool.lent, idle: pool.idle, waiting: pool.waiting, most: pool.most)
    }
}
