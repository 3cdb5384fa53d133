import Foundation
import GhostHands
import HTTPTypes
import Hummingbird
import Store

/// Who may lend a user's jobs their own browser (R62): codes that pair one, the list of those paired, and revoking.
struct OperatorRoutes: Sendable {
    private let services: APIServices

    init(_ services: APIServices) { self.services = services }

    func add(to routes: some RouterMethods<APIContext>) {
        routes.post("/valet/operators/:userId/code") { _, context in
            let user = try context.userID()
            let code = DeskCode.text(LiveAccess.secret())
            let until = try await services.store.operators.invite(
                user,
                code: DeskDoor.digest(code: code) ?? Data(),
                seconds: DeskCode.life
            )
            return Response(OperatorReplies.code, (user, code, until), status: .created)
        }
        routes.get("/valet/operators/:userId") { _, context in
            let user = try context.userID()
            return Response(OperatorReplies.list, (user, try await services.store.operators.list(of: user)))
        }
        routes.delete("/valet/operators/:userId/:operatorId") { _, context in
            let user = try context.userID()
            let id = try context.uuid("operatorId", orNotFound: Self.missing)
            guard try await services.store.operators.revoke(id, of: user) else { throw APIError.notFound(Self.missing) }
            let given = try await services.store.jobs.release(heldBy: Operators.Operator.workerID(of: id))
            services.wake()
            services.deliver()
            return Response(OperatorReplies.revoked, (id, given.map(\.jobID)))
        }
    }

    private static let missing = "No browser of this user's is paired under this id"
}

/// What is replied about people's own browsers.
enum OperatorReplies {
    static let code = ReplyShape<(user: UUID, code: String, until: Date)>([
        .id("user_id") { $0.user }, .text("code") { $0.code }, .time("expires_at") { $0.until },
    ])

    static let paired = ReplyShape<Operators.Operator>([
        .id("operator_id", \.id), .text("name", \.name), .text("worker_id", \.workerID),
        .time("paired_at", \.pairedAt), .timeOrNull("seen_at", \.seenAt),
    ])

    static let list = ReplyShape<(user: UUID, operators: [Operators.Operator])>([
        .id("user_id") { $0.user }, .list("operators", of: paired.schema) { $0.operators.map(paired.json) },
        .integer("count") { $0.operators.count },
    ])

    static let revoked = ReplyShape<(id: UUID, jobs: [UUID])>([
        .id("operator_id") { $0.id }, .yes("revoked") { _ in true },
        .list("job_ids", of: Schema.id) { $0.jobs.map(JSON.id) },
    ])

    static let token = ReplyShape<(paired: Operators.Operator, token: String)>([
        .id("operator_id") { $0.paired.id }, .id("user_id") { $0.paired.userID }, .text("name") { $0.paired.name },
        .text("token") { $0.token },
    ])
}

extension APIContext {
    fileprivate func userID() throws -> UUID { try uuid("userId", orNotFound: "User not found") }
}
