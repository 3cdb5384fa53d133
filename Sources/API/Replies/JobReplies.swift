import GhostHands
import Store

/// What the jobs API replies.
enum JobReplies {
    /// A job, and remarks on the request that made it.
    typealias Made = (job: Job, warnings: [String])

    static let created = ReplyShape<Made>([
        .id("id") { $0.job.id }, .name("status") { $0.job.status }, .time("created_at") { $0.job.createdAt },
        .warnings { $0.warnings },
    ])

    static let status = ReplyShape<Job>([
        .id("id", \.id), .name("status", \.status), .textOrNull("status_message", \.statusMessage),
        .timeOrNull("started_at", \.startedAt), .timeOrNull("last_heartbeat", \.lastHeartbeat),
        .timeOrNull("completed_at", \.completedAt),
    ])

    /// A job whose submit was begun fails, for nobody can say whether the application was sent (R8).
    static let cancelled = ReplyShape<Job>([
        .id("id", \.id),
        .init(name: "status", schema: ["type": "string", "enum": ["cancelled", "failed"]]) { JSON($0.status) },
        .timeOrNull("completed_at", \.completedAt),
        .init(name: "error_code", schema: Schema.text, isRequired: false) { job in
            job.status == .failed ? .optional(job.errorCode) : nil
        },
        .init(name: "message", schema: Schema.text, isRequired: false) { job in
            job.status == .failed ? .optional(job.statusMessage) : nil
        },
    ])

    static let retried = ReplyShape<Job>([
        .id("id", \.id), .name("status", \.status), .integer("retry_count", \.retryCount),
    ])

    /// A page of rows.
    struct Page {
        let jobs: [JSON]
        let total: Int
        let listing: JobListing
        let next: Jobs.Place?
    }

    static let page = ReplyShape<Page>([
        .list("jobs", of: RequestShape.reference("Row"), \.jobs), .integer("total", \.total),
        .integer("limit") { $0.listing.page.limit }, .integer("offset") { $0.listing.page.offset },
        ReplyShape.Member.textOrNull("next_cursor") { $0.next.map(JobListing.cursor) },
    ])

    /// How many jobs there are, of each status and in all.
    static let counts = ReplyShape<[JobStatus: Int]>([
        .init(
            name: "counts",
            schema: ReplyShape<[JobStatus: Int]>(numbers).schema,
            value: { ReplyShape<[JobStatus: Int]>(numbers).json($0) }
        ),
        .integer("total") { $0.values.reduce(0, +) },
    ])

    private static let numbers = JobStatus.allCases.map { status in
        ReplyShape<[JobStatus: Int]>.Member.integer(status.rawValue) { $0[status] ?? 0 }
    }

    /// One event as callers were promised it, with the additive members of a change of status.
    static let event = ReplyShape<Events.Entry>([
        .id("id", \.id), .id("job_id", \.jobID).sometimes, .text("event_type", \.type),
        .init(name: "metadata", schema: Schema.anything("Contract 6.4"), value: \.metadata), .text("actor", \.actor),
        .time("created_at", \.createdAt), ReplyShape<Events.Entry>.Member.integer("seq", \.sequence).sometimes,
        .init(name: "from_status", schema: Schema.text, isRequired: false) { $0.fromStatus.map(JSON.string) },
        .init(name: "to_status", schema: Schema.text, isRequired: false) { $0.toStatus.map(JSON.string) },
        .init(name: "message", schema: Schema.text, isRequired: false) { $0.message.map(JSON.string) },
    ])

    /// A page of a log.
    struct Log {
        let entries: [Events.Entry]
        let total: Int
        let place: Paging.Place
    }

    static let log = ReplyShape<Log>([
        .list("events", of: RequestShape.reference("Event")) { $0.entries.map(event.json) }, .integer("total", \.total),
        .integer("limit", \.place.limit), .integer("offset", \.place.offset),
    ])
}
