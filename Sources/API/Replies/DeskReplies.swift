import GhostHands
import Store

/// What a person's own browser is replied.
enum DeskReplies {
    /// Whether it holds the job still.
    static let held = ReplyShape<Bool>([.yes("held") { $0 }])

    /// The job that it may do, or null.
    static let claimed = ReplyShape<DeskOrder?>([
        .anything("job", "The job, or null where none waits") { $0?.json ?? .null }
    ])

    /// The jobs that it holds still.
    static let alive = ReplyShape<Set<Lease>>([.list("alive", of: Schema.id) { $0.map { .id($0.jobID) } }])

    /// How a job stands that waits for somebody.
    enum Standing: String, CaseIterable, Sendable { case lost, unanswered, paused, resumed }

    /// What was given is handed over once, with `resumed`.
    static let standing = ReplyShape<(state: Standing, given: JSON?)>([
        .name("state") { $0.state },
        .init(name: "resolution", schema: Schema.object, isRequired: false) { $0.given },
    ])

    /// Where a picture lies.
    static let picture = ReplyShape<String>([.text("key") { $0 }])
}
