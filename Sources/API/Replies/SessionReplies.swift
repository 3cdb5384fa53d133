import Foundation
import GhostHands
import Store

/// What is replied about sessions: that there are some, and nothing of what they hold.
enum SessionReplies {
    static let session = ReplyShape<ListedSession>([
        .text("domain", \.domain), .time("last_used_at", \.lastUsedAt), .time("created_at", \.createdAt),
        .time("updated_at", \.updatedAt), .timeOrNull("expires_at", \.expiresAt),
    ])

    static let list = ReplyShape<(user: UUID, sessions: [ListedSession])>([
        .id("user_id") { $0.user }, .list("sessions", of: session.schema) { $0.sessions.map(session.json) },
        .integer("count") { $0.sessions.count },
    ])

    static let deleted = ReplyShape<(user: UUID, host: HostName)>([
        .id("user_id") { $0.user }, .text("domain") { $0.host.text }, .yes("deleted") { _ in true },
    ])

    static let cleared = ReplyShape<(user: UUID, count: Int)>([
        .id("user_id") { $0.user }, .integer("deleted_count") { $0.count },
    ])
}

/// What is replied about credentials: that there are some, and whose, as far as that may be shown.
enum CredentialReplies {
    private static func members<Value>(
        _ of: @escaping @Sendable (Value) -> ListedCredential
    ) -> [ReplyShape<Value>.Member] {
        [
            .text("domain") { of($0).domain }, .textOrNull("username") { of($0).username },
            .init(name: "has_totp", schema: Schema.orNull(["type": "boolean"])) {
                of($0).hasTOTP.map(JSON.bool) ?? .null
            },
            .yes("is_valid") { of($0).isValid }, .timeOrNull("last_used_at") { of($0).lastUsedAt },
            .timeOrNull("last_verified_at") { of($0).lastVerifiedAt }, .time("created_at") { of($0).createdAt },
            .time("updated_at") { of($0).updatedAt },
        ]
    }

    static let credential = ReplyShape<ListedCredential>(members { $0 })

    static let list = ReplyShape<(user: UUID, credentials: [ListedCredential])>([
        .id("user_id") { $0.user },
        .list("credentials", of: credential.schema) { $0.credentials.map(credential.json) },
        .integer("count") { $0.credentials.count },
    ])

    static let put = ReplyShape<(user: UUID, kept: ListedCredential, warnings: [String])>(
        [.id("user_id") { $0.user }] + members { $0.kept } + [.warnings { $0.warnings }]
    )
}
