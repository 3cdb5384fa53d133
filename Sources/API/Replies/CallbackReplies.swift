import GhostHands
import Store

/// What is replied about callbacks.
enum CallbackReplies {
    /// A callback and the attempts to deliver it.
    struct Delivery {
        let callback: OutboxCallback
        let attempts: [DeliveryAttempt]
    }

    static let attempt = ReplyShape<DeliveryAttempt>([
        .time("at", \.begunAt), .integer("ms", \.milliseconds), .name("outcome", \.outcome),
        .init(name: "http_status", schema: ["type": ["integer", "null"]]) { $0.httpStatus.map { JSON($0) } ?? .null },
        .textOrNull("error", \.error), .text("reply", \.reply),
    ])

    static let delivery = ReplyShape<Delivery>([
        .text("event_id") { $0.callback.webhookID }, .text("status") { $0.callback.status },
        .text("url") { $0.callback.url }, .text("state") { $0.callback.state },
        .textOrNull("last_error") { $0.callback.lastError },
        .list("attempts", of: attempt.schema) { $0.attempts.map(attempt.json) },
    ])

    static let list = ReplyShape<[Delivery]>([
        .list("callbacks", of: delivery.schema) { $0.map(delivery.json) }
    ])

    /// One of many jobs' callbacks; its attempts stand with its job's.
    static let listed = ReplyShape<OutboxCallback>([
        .id("job_id", \.jobID), .text("event_id", \.webhookID), .text("status", \.status), .text("url", \.url),
        .text("state", \.state), .integer("attempts", \.attempts), .textOrNull("last_error", \.lastError),
        .time("created_at", \.writtenAt),
    ])

    /// The latest, the newest first; with as many as may be shown there may be more.
    static let latest = ReplyShape<(callbacks: [OutboxCallback], most: Int)>([
        .list("callbacks", of: listed.schema) { $0.callbacks.map(listed.json) },
        .init(name: "more", schema: ["type": "boolean"]) { .bool($0.callbacks.count >= $0.most) },
    ])

    static let again = ReplyShape<String>([.text("event_id") { $0 }, .text("state") { _ in "pending" }])

    /// How many wait now; when as many as are put back at once, there may be more.
    static let allAgain = ReplyShape<Int>([
        .integer("count") { $0 }, .init(name: "more", schema: ["type": "boolean"]) { .bool($0 >= Outbox.mostAgain) },
    ])
}
