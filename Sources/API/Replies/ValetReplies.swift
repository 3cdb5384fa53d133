import Foundation
import GhostHands
import Store

/// What VALET is replied.
enum ValetReplies {
    static let created = ReplyShape<JobReplies.Made>([
        .id("job_id") { $0.job.id }, .textOrNull("valet_task_id") { $0.job.valetTaskID },
        .name("status") { $0.job.status }, .time("created_at") { $0.job.createdAt }, .warnings { $0.warnings },
    ])

    static let duplicate = ReplyShape<Jobs.Duplicate>([
        .id("job_id", \.id), .textOrNull("valet_task_id", \.valetTaskID), .name("status", \.status),
        .yes("duplicate") { _ in true },
        .init(name: "mismatch", schema: ["type": "boolean"], isRequired: false) { $0.isMismatch ? true : nil },
    ])

    /// A job that goes on, and what let it.
    struct Resumption {
        let job: Job
        let answer: CallerOrder.Resume
        let warnings: [String]
    }

    static let resumed = ReplyShape<Resumption>([
        .id("job_id") { $0.job.id }, .name("status") { $0.job.status }, .name("resolved_by") { $0.answer.resolvedBy },
        .name("resolution_type") { $0.answer.resolution.kind }.sometimes, .warnings { $0.warnings },
    ])

    /// Workers out of service, and what was called off with them.
    struct Deregistration {
        let workers: [String]
        let cancelled: [UUID]
        let reason: String?
    }

    static let deregistered = ReplyShape<Deregistration>([
        .list("deregistered_workers", of: Schema.text) { $0.workers.map(JSON.string) },
        .list("cancelled_job_ids", of: Schema.id) { $0.cancelled.map(JSON.id) }, .textOrNull("reason", \.reason),
    ])
}
