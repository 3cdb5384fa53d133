import Foundation
import GhostHands
import Store

/// What is replied about manuals.
enum ManualReplies {
    /// A page of manuals.
    struct Page {
        let rows: [JSON]
        let total: Int
        let place: Paging.Place
    }

    static let page = ReplyShape<Page>([
        .list("manuals", of: Schema.object, \.rows), .integer("total", \.total), .integer("limit", \.place.limit),
        .integer("offset", \.place.offset),
    ])

    static let deleted = ReplyShape<UUID>([.id("id") { $0 }, .yes("deleted") { _ in true }])

    static let quarantined = ReplyShape<(id: UUID, isQuarantined: Bool)>([
        .id("id") { $0.id }, .yes("quarantined") { $0.isQuarantined },
    ])

    /// A job that tries a manual out.
    struct Trial {
        let job: Job
        let manual: UUID
        let warnings: [String]
    }

    static let trial = ReplyShape<Trial>([
        .id("job_id") { $0.job.id }, .name("status") { $0.job.status }, .id("manual_id", \.manual),
        .list("warnings", of: Schema.text) { $0.warnings.map(JSON.string) },
    ])

    /// What a manual was.
    static let version = ReplyShape<Manuals.Version>([
        .integer("version", \.number), .integer("steps", \.stepCount),
        .init(
            name: "provenance",
            schema: Schema.anything("Where it came from, without applicants' data"),
            value: \.provenance
        ),
        .time("created_at", \.createdAt),
    ])

    static let versions = ReplyShape<[Manuals.Version]>([
        .list("versions", of: version.schema) { $0.map(version.json) }
    ])
}
