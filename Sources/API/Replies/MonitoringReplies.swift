import Foundation
import GhostHands
import Store

/// What whoever watches the service is replied.
enum MonitoringReplies {
    /// A look at the service, and what its process has answered.
    struct View {
        let outlook: Outlook
        let requests: (requests: Int, failed: Int)
    }

    private static let database = ReplyShape<Outlook>([
        .name("status") { $0.standing == nil ? Outlook.Health.unhealthy : .healthy },
        .integer("latency_ms") { Int(($0.latency / .milliseconds(1)).rounded(.up)) },
    ])

    private static let workerHeartbeat = ReplyShape<Outlook>([
        .name("status", \.workers), .integer("active_workers") { Int($0.value("gh_workers", "fresh")) },
        .integer("stale_workers") { Int($0.value("gh_workers", "stale")) },
        ReplyShape<Outlook>.Member.integer("late_workers") { Int($0.value("gh_workers", "late")) }.sometimes,
    ])

    private static let model = ReplyShape<Outlook>([
        .name("status") { $0.models.health }, .textOrNull("provider") { $0.models.provider },
        .number("error_rate") { $0.models.errorRate },
        ReplyShape<Outlook>.Member.integer("calls") { $0.models.calls }.sometimes,
    ])

    private static let storage = ReplyShape<Outlook>([
        .name("status", \.storage), .text("bucket") { _ in Outlook.bucket },
    ])

    /// Of a database that does not answer nothing else is known.
    private static let checks = ReplyShape<Outlook>([
        .init(name: "database", schema: database.schema) { database.json($0) },
        .init(name: "worker_heartbeat", schema: workerHeartbeat.schema, isRequired: false) {
            $0.standing == nil ? nil : workerHeartbeat.json($0)
        },
        .init(name: "llm_provider", schema: model.schema, isRequired: false) {
            $0.standing == nil ? nil : model.json($0)
        },
        .init(name: "storage", schema: storage.schema) { storage.json($0) },
    ])

    static let health = ReplyShape<Outlook>([
        .name("status", \.health), .init(name: "checks", schema: checks.schema) { checks.json($0) },
        .time("timestamp", \.time),
    ])

    private static let jobs = ReplyShape<Outlook>([
        count("created", "gh_jobs_created_total"), count("completed", "gh_jobs_completed_total"),
        count("failed", "gh_jobs_failed_total"), count("retried", "gh_jobs_retried_total"),
        count("cancelled", "gh_jobs_cancelled_total").sometimes, count("expired", "gh_jobs_expired_total").sometimes,
        count("rescued", "gh_jobs_rescued_total").sometimes,
    ])

    private static let workers = ReplyShape<Outlook>([
        count("active_jobs", "gh_worker_active_jobs"), count("max_concurrent", "gh_worker_max_jobs"),
        .integer("queue_depth") { Int($0.value("gh_job_queue_depth", "pending")) },
    ])

    private static let models = ReplyShape<Outlook>([
        count("total_calls", "gh_llm_calls_total"), count("total_tokens", "gh_llm_tokens_total"),
        .number("cost_per_hour_usd", \.costPerHour),
        ReplyShape<Outlook>.Member.number("total_cost_usd") { outlook in
            outlook.samples("gh_llm_cost_usd_total").reduce(0) { $0 + $1.amount } / 1e9
        }.sometimes,
    ])

    private static let api = ReplyShape<View>([
        .integer("total_requests", \.requests.requests),
        .number("error_rate") { Double($0.requests.failed) / Double(max(1, $0.requests.requests)) },
    ])

    static let metrics = ReplyShape<View>([
        .init(name: "jobs", schema: jobs.schema) { jobs.json($0.outlook) },
        .init(name: "workers", schema: workers.schema) { workers.json($0.outlook) },
        .init(name: "llm", schema: models.schema) { models.json($0.outlook) },
        .init(name: "api", schema: api.schema) { api.json($0) },
    ])

    static let alert = ReplyShape<Alerts.Alert>([
        .name("type", \.kind), .name("severity", \.kind.severity), .text("message", \.message),
        .list("jobs", of: Schema.id) { $0.jobs.map(JSON.id) }, .time("detected_at", \.detectedAt),
        ReplyShape<Alerts.Alert>.Member.text("action", \.kind.remedy).sometimes,
        .init(name: "subject", schema: Schema.text, isRequired: false) {
            $0.subject.isEmpty ? nil : .string($0.subject)
        },
        .init(name: "cleared_at", schema: Schema.time, isRequired: false) {
            $0.clearedAt.map { .string(Timestamp.text($0)) }
        },
    ])

    static let alerts = ReplyShape<Outlook>([
        .integer("count") { $0.standing?.alerts.count ?? 0 }, .list("alerts", of: alert.schema, shown),
        .time("checkedAt", \.time),
    ])

    static let keptAlerts = ReplyShape<Outlook>([
        .integer("count") { $0.standing?.keptAlerts.count ?? 0 },
        .list("alerts", of: alert.schema) { ($0.standing?.keptAlerts ?? []).map(alert.json) },
        .time("checkedAt", \.time),
    ])

    static let dashboard = ReplyShape<View>([
        .init(name: "health", schema: inner.schema) { inner.json($0.outlook) },
        .init(name: "metrics", schema: metrics.schema) { metrics.json($0) },
        .list("activeAlerts", of: alert.schema) { shown($0.outlook) }, .time("timestamp", \.outlook.time),
    ])

    private static let inner = ReplyShape<Outlook>([
        .name("status", \.health), .init(name: "checks", schema: checks.schema) { checks.json($0) },
    ])

    private static func shown(_ outlook: Outlook) -> [JSON] { (outlook.standing?.alerts ?? []).map(alert.json) }

    private static func count(_ member: String, _ metric: String) -> ReplyShape<Outlook>.Member {
        .integer(member) { Int($0.count(metric)) }
    }
}
