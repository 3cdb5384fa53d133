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
    /// `auth.users`, which is VALET's.
    public let users: Users

    let pool: PostgresPool

    /// The tables of one database.
    ///
    /// - Parameter pool: connections to it.
    public init(pool: PostgresPool) {
        self.pool = pool
        jobs = Jobs(pool: pool)
        events = Events(pool: pool)
        outbox = Outbox(pool: pool)
        workers = Workers(pool: pool)
        usage = Usage(pool: pool)
        users = Users(pool: pool)
    }

    /// Whether the database answers now.
    ///
    /// - Returns: false when it does not, for whatever reason.
    public func isReachable() async -> Bool { (try? await pool.query("select 1")) != nil }
}
