public import Foundation
import GhostHands
import Postgres

/// An attempt to deliver a callback.
public struct DeliveryAttempt: Sendable, Hashable {
    /// How an attempt ended.
    public enum Outcome: String, Sendable, Hashable, CaseIterable {
        /// The receiver took it.
        case delivered
        /// It answered, and did not take it.
        case refused
        /// Nobody answered.
        case silent
        /// The address may not be talked to, or the receiver wants no more.
        case gone
    }

    /// When it began.
    public let begunAt: Date
    /// How long it took.
    public let milliseconds: Int
    /// The HTTP status, where there was an answer.
    public let httpStatus: Int?
    /// How it ended.
    public let outcome: Outcome
    /// Why it failed.
    public let error: String?
    /// The beginning of the answer.
    public let reply: String

    /// An attempt.
    public init(
        begunAt: Date,
        milliseconds: Int,
        httpStatus: Int?,
        outcome: Outcome,
        error: String?,
        reply: String
    ) {
        self.begunAt = begunAt
        self.milliseconds = milliseconds
        self.httpStatus = httpStatus
        self.outcome = outcome
        self.error = error
        self.reply = reply
    }
}

/// Callbacks that have ended, and are to be delivered again (R59): under the same id, with the same bytes.
extension Outbox {
    /// How many are put back at most by one request for all of them.
    public static let mostAgain = 10_000

    /// Keeps what came of an attempt.
    ///
    /// - Throws: `PostgresError`.
    public func note(_ attempt: DeliveryAttempt, of callback: OutboxCallback) async throws {
        try await pool.execute(
            """
            with told as (\(Totals.adding("'gh_callbacks_total'", "\(attempt.outcome.rawValue)", count: "1"))),
            took as (\(
                Totals.adding(
                    "'gh_callback_attempt_seconds'",
                    "\(Self.bucket(of: attempt))",
                    count: "1",
                    amount: "\(attempt.milliseconds)"
                )
            ))
            insert into gh_callback_attempts (callback_id, begun_at, milliseconds, http_status, outcome, error, reply)
            select id, \(attempt.begunAt), \(attempt.milliseconds), \(attempt.httpStatus),
                \(attempt.outcome.rawValue), \(attempt.error), \(attempt.reply)
            from gh_callback_outbox where id = \(callback.id)
            """
        )
    }

    /// The number of the bucket of `gh_callback_attempt_seconds` that an attempt falls into.
    private static func bucket(of attempt: DeliveryAttempt) -> String {
        let bounds = Metric.named("gh_callback_attempt_seconds")?.bounds ?? []
        return String(bounds.count { $0 < Double(attempt.milliseconds) / 1000 })
    }

    /// Lists the attempts of a job's callbacks.
    ///
    /// - Returns: by the callback's number, oldest first; the last hundred of each.
    /// - Throws: `PostgresError`.
    public func attempts(jobID: UUID) async throws -> [Int64: [DeliveryAttempt]] {
        let rows = try await pool.query(
            """
            select * from (
                select a.*, row_number() over (partition by a.callback_id order by a.id desc) as place
                from gh_callback_attempts a join gh_callback_outbox o on o.id = a.callback_id
                where o.job_id = \(jobID)
            ) last where place <= 100 order by id
            """
        )
        return try Dictionary(grouping: rows) { try $0.int64("callback_id") }
            .mapValues { try $0.map(DeliveryAttempt.init(row:)) }
    }

    /// What became of a wish to have a callback delivered again.
    public enum Again: Sendable, Hashable {
        /// It waits.
        case waits
        /// It waits already.
        case waitedBefore
        /// What it told is not kept.
        case isForgotten
        /// The job has no such callback.
        case unknown
    }

    /// Has a callback delivered again.
    ///
    /// - Parameters:
    ///   - jobID: its job.
    ///   - eventID: its `webhook-id`.
    /// - Returns: what became of it.
    /// - Throws: `PostgresError`.
    public func deliverAgain(jobID: UUID, eventID: String) async throws -> Again {
        let mine: SQL = "job_id = \(jobID) and webhook_id = \(eventID)"
        if try await putBack(mine, limit: 1) == 1 { return .waits }
        guard let row = try await pool.query("select state from gh_callback_outbox where \(mine)").first else {
            return .unknown
        }
        return try row.string("state") == "pending" ? .waitedBefore : .isForgotten
    }

    /// Has all callbacks delivered again that ended since a time.
    ///
    /// - Parameters:
    ///   - since: when they must have ended, at the earliest.
    ///   - state: `dead` or `delivered`.
    ///   - host: only those of a host, with its port where the address names one; nil for all.
    /// - Returns: how many wait now, ``mostAgain`` at most.
    /// - Throws: `PostgresError`.
    public func deliverAgain(since: Date, state: String, host: String?) async throws -> Int {
        let isOfHost: SQL = host.map { "\(Outbox.host) = \($0.lowercased())" } ?? "true"
        return try await putBack(
            "done_at >= \(since) and state = \(state) and \(isOfHost)",
            limit: Self.mostAgain
        )
    }

    /// Lists the latest callbacks of all jobs, the newest first.
    ///
    /// - Parameters:
    ///   - since: when they were written, at the earliest.
    ///   - state: `pending`, `delivered` or `dead`; nil for all.
    ///   - host: only those of a host, with its port where the address names one; nil for all.
    ///   - limit: how many at most.
    /// - Throws: `PostgresError`.
    public func list(since: Date, state: String?, host: String?, limit: Int) async throws -> [OutboxCallback] {
        let isInState: SQL = state.map { "state = \($0)" } ?? "true"
        let isOfHost: SQL = host.map { "\(Outbox.host) = \($0.lowercased())" } ?? "true"
        return try await pool.query(
            """
            select o.* from gh_callback_outbox o where created_at >= \(since) and \(isInState) and \(isOfHost)
            order by id desc limit \(limit)
            """
        ).map { try OutboxCallback(row: $0, isProbe: false) }
    }

    private func putBack(_ condition: SQL, limit: Int) async throws -> Int {
        try await pool.withTransaction { connection in
            let rows = try await connection.query(
                """
                with chosen as (
                    select o.id from gh_callback_outbox o
                    where o.state <> 'pending' and o.body <> '' and \(condition)
                    order by o.id limit \(limit) for update skip locked
                )
                update gh_callback_outbox o set
                    state = 'pending', attempts = 0, next_attempt_at = now(), locked_until = null, done_at = null
                from chosen where o.id = chosen.id returning o.job_id, o.status, o.webhook_id
                """
            )
            if rows.isEmpty { return 0 }
            let events = try rows.map { row in
                let event = JobEvent.callbackRedelivered(
                    try row.string("webhook_id"),
                    status: try row.string("status")
                )
                return Events.value(event, of: try row.uuid("job_id"), by: "api")
            }
            try await connection.execute(Events.insert(events))
            return rows.count
        }
    }
}

extension DeliveryAttempt {
    fileprivate init(row: Row) throws {
        self.init(
            begunAt: try row.time("begun_at"),
            milliseconds: try row.int("milliseconds"),
            httpStatus: try row.intOrNil("http_status"),
            outcome: Outcome(rawValue: try row.string("outcome")) ?? .refused,
            error: try row.stringOrNil("error"),
            reply: try row.string("reply")
        )
    }
}
