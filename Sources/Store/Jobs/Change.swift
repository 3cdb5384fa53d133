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

    func record(on connection: borrowing PostgresConnection) async throws {
        for event in events {
            try await connection.execute(
                """
                insert into gh_job_events (job_id, event_type, metadata, actor)
                values (
                    \(job.id), \(event.type.rawValue), \(json: JSON.object(event.metadata).data), \(actor)
                )
                """
            )
        }
        guard let callback, let url = job.callbackURL, job.callbackEvents.contains(callback) else { return }
        let id = "evt_" + UUID().uuidString.lowercased()
        let body = CallbackPayload(
            job: job,
            status: callback,
            eventID: id,
            timestamp: job.updatedAt,
            screenshotURL: screenshotURL
        ).json.text
        try await connection.execute(
            """
            insert into gh_callback_outbox (job_id, status, url, body, webhook_id)
            values (\(job.id), \(callback.rawValue), \(url), \(body), \(id))
            """
        )
    }

    /// Adds what an attempt has cost to the user's month (UTC); the job counts once, with its last attempt.
    func charge(_ cost: CostBreakdown, isFinal: Bool, on connection: borrowing PostgresConnection) async throws {
        try await connection.execute(
            """
            insert into gh_user_usage as u (
                user_id, period_start, period_end, total_cost_usd, total_input_tokens, total_output_tokens, job_count
            )
            select \(job.userID), month, month + interval '1 month', \(cost.total.dollars), \(cost.inputTokens),
                \(cost.outputTokens), \(isFinal ? 1 : 0)
            from date_trunc('month', now(), 'UTC') month
            on conflict (user_id, period_start) do update set
                total_cost_usd = u.total_cost_usd + excluded.total_cost_usd,
                total_input_tokens = u.total_input_tokens + excluded.total_input_tokens,
                total_output_tokens = u.total_output_tokens + excluded.total_output_tokens,
                job_count = u.job_count + excluded.job_count, updated_at = now()
            """
        )
    }
}
