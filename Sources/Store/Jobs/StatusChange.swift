import Foundation
import GhostHands
import Postgres

/// What a change of a job's status writes besides the row (events, callback, usage), in the transaction of the change.
struct StatusChange: Sendable {
    /// The row after the change.
    let job: Job
    let events: [JobEvent]
    let callback: CallbackStatus?
    /// Who made the change; the row itself may name nobody any more.
    let actor: String
    /// A URL at which the final screenshot opens, for the callback.
    var screenshotURL: String?
    /// A URL at which the page of a paused job opens, for the callback.
    var liveURL: String?
    /// What the attempt has cost, when one has ended.
    var bill: Bill?

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
        /// The worker whose counter goes up, of completed or of failed jobs.
        var worker: (id: String, hasCompleted: Bool)?
    }

    /// Writes events and callback, and with a bill the user's month (UTC) and the worker's counter.
    func record(on connection: borrowing PostgresConnection) async throws {
        try await connection.execute([self].record)
    }

    /// The callback as the outbox keeps it.
    fileprivate var outboxRow: (job: UUID, status: String, url: String, body: String, id: String, trace: String?)? {
        guard let callback, let url = job.callbackURL, job.callbackEvents.contains(callback), WebAddress(url) != nil
        else { return nil }
        let id = "evt_" + UUID().uuidString.lowercased()
        let payload = CallbackPayload(
            job: job,
            status: callback,
            eventID: id,
            timestamp: job.updatedAt,
            screenshotURL: screenshotURL,
            liveURL: liveURL
        )
        return (job.id, callback.rawValue, url, payload.json.text, id, job.trace?.text)
    }
}

extension [StatusChange] {
    /// Writes down what they leave behind: one statement, because every job pays for each round trip.
    var record: SQL { "with log as (\(log))\(callbacks)\(usage)\(counters) select 1" }

    private var log: SQL {
        Events.insert(flatMap { change in change.events.map { Events.value($0, of: change.job.id, by: change.actor) } })
    }

    private var callbacks: SQL {
        let written = compactMap(\.outboxRow)
        if written.isEmpty { return "" }
        return """
            , callback as (
                insert into gh_callback_outbox (job_id, status, url, body, webhook_id, traceparent)
                select id, status, url, body, webhook_id, nullif(traceparent, '') from unnest(
                    \(written.map(\.job))::uuid[], \(written.map(\.status))::text[], \(written.map(\.url))::text[],
                    \(written.map(\.body))::text[], \(written.map(\.id))::text[],
                    \(written.map { $0.trace ?? "" })::text[]
                ) told (id, status, url, body, webhook_id, traceparent)
            )
            """
    }

    private var usage: SQL {
        var months: [UUID: (spent: Int64, jobs: Int64)] = [:]
        for change in self {
            guard let bill = change.bill else { continue }
            // What models cost was billed call by call, so that no crash loses it.
            months[change.job.userID, default: (0, 0)].spent += bill.cost.cookbookCost.value
            months[change.job.userID, default: (0, 0)].jobs += bill.isFinal ? 1 : 0
        }
        if months.isEmpty { return "" }
        // In a fixed order: two transactions that each waited for the other's month would wait for ever.
        let users = months.keys.sorted { $0.uuidString < $1.uuidString }
        return """
            , usage as (
                insert into gh_user_usage as u (
                    user_id, period_start, period_end, tier, spent_nano, total_cost_usd, job_count
                )
                select bill.user_id, month, month + interval '1 month', \(Usage.tier(of: "bill.user_id")),
                    bill.spent, bill.spent::float8 / 1e9, bill.jobs
                from date_trunc('month', now(), 'UTC') month, unnest(
                    \(users)::uuid[], \(users.map { months[$0]?.spent ?? 0 })::bigint[],
                    \(users.map { months[$0]?.jobs ?? 0 })::bigint[]
                ) bill (user_id, spent, jobs)
                order by bill.user_id
                on conflict (user_id, period_start) do update set
                    spent_nano = \(Usage.sum("u.spent_nano", "excluded.spent_nano")),
                    total_cost_usd = \(Usage.sum("u.spent_nano", "excluded.spent_nano"))::float8 / 1e9,
                    job_count = least(u.job_count, 2000000000) + excluded.job_count, updated_at = now()
            )
            """
    }

    private var counters: SQL {
        var counts: [String: (completed: Int64, failed: Int64)] = [:]
        for case let worker? in map(\.bill?.worker) {
            if worker.hasCompleted {
                counts[worker.id, default: (0, 0)].completed += 1
            } else {
                counts[worker.id, default: (0, 0)].failed += 1
            }
        }
        if counts.isEmpty { return "" }
        let workers = counts.keys.sorted()
        return """
            , counter as (
                update gh_worker_registry w set
                    jobs_completed = least(w.jobs_completed, 2000000000) + more.completed,
                    jobs_failed = least(w.jobs_failed, 2000000000) + more.failed
                from unnest(
                    \(workers)::text[], \(workers.map { counts[$0]?.completed ?? 0 })::bigint[],
                    \(workers.map { counts[$0]?.failed ?? 0 })::bigint[]
                ) more (worker_id, completed, failed), (
                    -- No end of a job waits for a lock on its worker's row: a number for the eye is worth less.
                    select worker_id from gh_worker_registry where worker_id = any(\(workers)::text[])
                    order by worker_id for no key update skip locked
                ) free
                where w.worker_id = more.worker_id and w.worker_id = free.worker_id
            )
            """
    }
}
