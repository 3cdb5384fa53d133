import Foundation
import GhostHands
import HTTPTypes
import Hummingbird
import Store

/// What is kept for users to log in with: sessions (R58) and credentials (R55).
///
/// No reply shows any of it.
struct SessionRoutes: Sendable {
    private let services: APIServices

    init(_ services: APIServices) { self.services = services }

    func add(to routes: some RouterMethods<APIContext>) {
        routes.get("/valet/sessions/:userId") { _, context in
            let user = try context.userID()
            let list = try await services.store.sessions.list(of: user)
            return Response(SessionReplies.list, (user, list))
        }
        routes.delete("/valet/sessions/:userId") { _, context in
            let user = try context.userID()
            let count = try await services.store.sessions.delete(of: user)
            return Response(SessionReplies.cleared, (user, count))
        }
        routes.delete("/valet/sessions/:userId/:domain") { _, context in
            let user = try context.userID()
            guard let host = context.host, try await services.store.sessions.delete(of: user, host: host) > 0 else {
                throw APIError.notFound("There is no session of this user and domain")
            }
            return Response(SessionReplies.deleted, (user, host))
        }
        routes.get("/valet/credentials/:userId") { _, context in
            let user = try context.userID()
            let list = try await services.store.credentials.list(of: user)
            return Response(CredentialReplies.list, (user, list))
        }
        routes.put("/valet/credentials/:userId/:domain") { request, context in
            try await put(try await request.json(), context)
        }
        routes.delete("/valet/credentials/:userId/:domain") { _, context in
            let user = try context.userID()
            guard let host = context.host,
                try await services.store.credentials.delete(of: user, domain: host)
            else { throw APIError.notFound("There is no credential of this user and domain") }
            return Response(SessionReplies.deleted, (user, host))
        }
    }

    private func put(_ body: JSON, _ context: APIContext) async throws -> Response {
        let user = try context.userID()
        let host = context.host
        guard let host, host.refusalOfAccounts == nil else {
            let why = host?.refusalOfAccounts ?? "Expected a host, such as acme.com"
            throw APIError.invalid([FieldViolation(field: "domain", message: why, code: .invalidString)])
        }
        let (order, warnings) = try CallerOrder.credential(body).orThrow()
        let credential = Credential(
            domain: host,
            username: order.username,
            password: order.password,
            totp: order.totp
        )
        try await services.store.credentials.put(credential, of: user)
        let kept = try await services.store.credentials.list(of: user).first { $0.domain == host.text }
        guard let kept else { throw APIError.notFound("The credential was deleted meanwhile") }
        return Response(CredentialReplies.put, (user, kept, warnings))
    }
}

extension APIContext {
    fileprivate func userID() throws -> UUID { try uuid("userId", orNotFound: "User not found") }

    /// The host that the path names; nil when it names none.
    fileprivate var host: HostName? { parameters.get("domain")?.removingPercentEncoding.flatMap(HostName.init) }
}
