public import Foundation
public import GhostHands
import Postgres

/// A callback on its way out.
public struct OutboxCallback: Sendable, Hashable {
    /// Its number, ascending in the order of the job's changes.
    public let id: Int64
    /// The job it is about.
    public let jobID: UUID
    /// What it tells.
    public let status: String
    /// Where it goes.
    public let url: String
    /// The bytes to send, and to sign, as they are; none once the news of a pause is delivered.
    public let body: Data
    /// Unique, and the same in every attempt (R11).
    public let webhookID: String
    /// How many attempts were begun, this one included.
    public let attempts: Int
    /// `pending`, `delivered` or `dead`.
    public let state: String
    /// Why the last attempt failed.
    public let lastError: String?
    /// When it was written, with the change that it tells.
    public let writtenAt: Date
    /// Of which trace the request was that made the job; nil where it was of none.
    public let trace: TraceContext?
    /// Whether this attempt is to find out if its host, which did not answer before, does so now.
    public let isProbe: Bool

    /// The host and port of the address, as the database reads them.
    public var host: String {
        let rest = url.firstRange(of: "://").map { url[$0.upperBound...] } ?? ""
        let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }.lowercased()
        return String(String.UnicodeScalarView(host.unicodeScalars.prefix(300)))
    }
}

/// The callbacks that wait to be delivered: written with the change they tell, sent in the job's order.
public struct Outbox: Sendable {
    let pool: PostgresPool

    /// How long to wait after the first, second and third attempt; after a fourth it is given up.
    private static let delays = [1, 3, 10]

    /// Records that the receiver has it.
    ///
    /// What it was told is kept, to be told again when the receiver has lost it; of a pause it is not, for its link may
    /// open a page.
    ///
    /// - Parameter callback: what was sent.
    /// - Throws: `PostgresError`.
    public func delivered(_ callback: OutboxCallback) async throws { try await end(callback, "delivered", nil) }

    /// Records that the receiver answered and did not take it, and when the next attempt is due.
    ///
    /// - Parameters:
    ///   - callback: what was sent.
    ///   - reason: why it failed.
    ///   - retryAfter: how many seconds the receiver asked for; it gets twice the usual delay at most.
    /// - Returns: true when that was the last attempt.
    /// - Throws: `PostgresError`.
    public func failed(_ callback: OutboxCallback, reason: String, retryAfter: Int?) async throws -> Bool {
        guard let usual = delay(after: callback) else {
            try await dead(callback, reason: reason)
            return true
        }
        let delay = min(max(retryAfter ?? usual, usual), 2 * usual)
        try await pool.execute(
            """
            \(opening(for: callback))
            update gh_callback_outbox set
                locked_until = null, next_attempt_at = now() + make_interval(secs => \(Double(delay))),
                last_error = \(reason.clipped(500))
            where \(isCurrent(callback))
            """
        )
        return false
    }

    /// Records that there will be no further attempt.
    ///
    /// - Parameters:
    ///   - callback: what was sent.
    ///   - reason: why it failed.
    /// - Throws: `PostgresError`.
    public func dead(_ callback: OutboxCallback, reason: String) async throws {
        try await end(callback, "dead", reason.clipped(500))
    }

    /// Lists a job's callbacks in their order.
    ///
    /// - Returns: all of them, whatever became of them.
    /// - Throws: `PostgresError`.
    public func list(jobID: UUID) async throws -> [OutboxCallback] {
        try await pool.query("select * from gh_callback_outbox where job_id = \(jobID) order by id limit 1000")
            .map { try OutboxCallback(row: $0, isProbe: false) }
    }

    /// How many seconds after a failed attempt the next one is due; nil when there is none.
    func delay(after callback: OutboxCallback) -> Int? {
        (1...Outbox.delays.count).contains(callback.attempts) ? Outbox.delays[callback.attempts - 1] : nil
    }

    private func end(_ callback: OutboxCallback, _ state: String, _ error: String?) async throws {
        try await pool.execute(
            """
            \(opening(for: callback))
            update gh_callback_outbox set
                state = \(state), done_at = now(), locked_until = null, last_error = coalesce(\(error), last_error),
                body = case when \(state) = 'delivered' and status = 'needs_human' then '' else body end
            where \(isCurrent(callback))
            """
        )
    }

    /// The number of the attempt guards against a sender that was too slow and has been overtaken.
    func isCurrent(_ callback: OutboxCallback) -> SQL {
        "id = \(callback.id) and attempts = \(callback.attempts) and state = 'pending'"
    }
}

extension OutboxCallback {
    init(row: Row, isProbe: Bool) throws {
        id = try row.int64("id")
        jobID = try row.uuid("job_id")
        status = try row.string("status")
        url = try row.string("url")
        body = try row.data("body")
        webhookID = try row.string("webhook_id")
        attempts = try row.int("attempts")
        state = try row.string("state")
        lastError = try row.stringOrNil("last_error")
        writtenAt = try row.time("created_at")
        trace = try row.stringOrNil("traceparent").flatMap(TraceContext.init)
        self.isProbe = isProbe
    }
}
