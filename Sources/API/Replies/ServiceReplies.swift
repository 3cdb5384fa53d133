import Foundation
import GhostHands
import Store

/// What operators and load balancers are replied.
enum ServiceReplies {
    static let worker = ReplyShape<Workers.Entry>([
        .text("worker_id", \.id), .text("status", \.status), .textOrNull("target_worker_id", \.targetWorkerID),
        .integer("max_concurrent", \.maxConcurrent), .integer("active_jobs", \.activeJobs),
        .init(name: "current_job_id", schema: Schema.orNull(Schema.id)) {
            .optional($0.currentJobID?.uuidString.lowercased())
        },
        .integer("jobs_completed", \.jobsCompleted), .integer("jobs_failed", \.jobsFailed),
        .time("registered_at", \.registeredAt), .time("last_heartbeat", \.lastHeartbeat),
        .integer("uptime_seconds", \.uptimeSeconds),
    ])

    static let workers = ReplyShape<(workers: [Workers.Entry], now: Date)>([
        .integer("count") { $0.workers.count }, .list("workers", of: worker.schema) { $0.workers.map(worker.json) },
        .time("timestamp") { $0.now },
    ])

    /// How the service is.
    struct Health {
        let hasDatabase: Bool
        /// How changes are heard of.
        let feed: Feed.Mode
        let version: String
        let now: Date
    }

    static let health = ReplyShape<Health>([
        .text("status") { $0.hasDatabase ? "ok" : "degraded" }, .text("service") { _ in "ghosthands" },
        .text("version", \.version), .time("timestamp") { $0.now },
        // By which a deploy tells two processes of one release apart.
        .init(name: "started_at", schema: Schema.time, isRequired: false) { _ in
            .string(Timestamp.text(ProcessFacts.started))
        },
        .init(name: "database", schema: Schema.text, isRequired: false) { $0.hasDatabase ? nil : "unreachable" },
        .init(name: "realtime", schema: Schema.text, isRequired: false) { health in
            switch health.feed {
            case .polling, .reading: .string(health.feed.name)
            case .resting, .starting, .streaming: nil
            }
        },
    ])
}
