import Foundation
import GhostHands
import Postgres

/// What a change of a job's status leaves behind, written in the transaction of the change itself.
struct Change: Sendable {
    /// The row after the change.
    let job: Job
    let events: [JobEvent]
    let callback: CallbackStatus?
    /// Who made the change; the row itself may name nobody any more.
    let actor: String
    /// A URL at which the final screenshot opens, for the callback.
    var screenshotURL: String?

    init(_ job: Job, _ events: [JobEvent], _ callback: CallbackStatus?, actor: String? = nil) {
        self.job = job
        self.events = events
        self.callback = callback
        self.actor = actor ?? job.workerID ?? "system"
    }

    /// What an attempt has cost, and what it counts for with its worker.
    struct Bill: Sendable {
        let cost: CostBreakdown
        /// Whether the job has ended: it counts once in the user's month, with its last attempt.
        let isFinal: Bool
        /// The worker and which of its counters goes up.
        var count: (worker: String, column: StaticString)?
    }

    /// Writes events and callback, and with a bill the user's month (UTC) and the worker's counter: one statement, for
    /// each way to the server is paid for by every job.
    func record(_ bill: Bill? = nil, on connection: borrowing PostgresConnection) async throws {
        try await connection.execute(
            """
            with log as (
                insert into gh_job_events (job_id, event_type, metadata, actor)
                select \(job.id), event.value ->> 'type', event.value -> 'metadata', \(actor)
                from \(Events.rows(events))
                order by event.position
            )\(callbackPart)\(Self.billed(bill, to: job)) select 1
            """
        )
    }

    private var callbackPart: SQL {
        guard let callback, let url = job.callbackURL, job.callbackEvents.contains(callback) else { return "" }
        let id = "evt_" + UUID().uuidString.lowercased()
        let body = CallbackPayload(
            job: job,
            status: callback,
            eventID: id,
            timestamp: job.updatedAt,
            screenshotURL: screenshotURL
        ).json.text
        return """
            , callback as (
                insert into gh_callback_outbox (job_id, status, url, body, webhook_id)
                values (\(job.id), \(callback.rawValue), \(url), \(body), \(id))
            )
            """
    }

    private static func billed(_ bill: Bill?, to job: Job) -> SQL {
        guard let bill else { return "" }
        let counter: SQL =
            bill.count.map { worker, column in
                """
                , counter as (
                    update gh_worker_registry set \(unescaped: column) = \(unescaped: column) + 1 where worker_id = \(worker)
                )
                """
            } ?? ""
        // What models cost was billed call by call, so that no crash loses it.
        let spent = bill.cost.cookbookCost.value
        return """
            , usage as (
                insert into gh_user_usage as u (
                    user_id, period_start, period_end, tier, spent_nano, total_cost_usd, job_count
                )
                select \(job.userID), month, month + interval '1 month', \(Usage.tier(of: "\(job.userID)")),
                    \(spent), \(spent)::float8 / 1e9, \(bill.isFinal ? 1 : 0)
                from date_trunc('month', now(), 'UTC') month
                on conflict (user_id, period_start) do update set
                    spent_nano = u.spent_nano + excluded.spent_nano,
                    total_cost_usd = (u.spent_nano + excluded.spent_nano)::float8 / 1e9,
                    job_count = u.job_count + excluded.job_count, updated_at = now()
            )\(counter)
            """
    }
}
