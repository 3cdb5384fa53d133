import Foundation
import GhostHands
import Hummingbird
import Store

/// What became of callbacks, and how they are delivered again (R59).
struct CallbackRoutes: Sendable {
    private let services: APIServices

    init(_ services: APIServices) { self.services = services }

    func add(to routes: some RouterMethods<APIContext>) {
        routes.get("/jobs/:id/callbacks") { _, context in try await list(context.jobID("id")) }
        routes.post("/jobs/:id/callbacks/:eventId/redeliver") { _, context in
            try await again(context.jobID("id"), try context.parameters.require("eventId"))
        }
        routes.get("/callbacks") { request, _ in try await latest(request) }
        routes.post("/callbacks/redeliver") { request, _ in try await allAgain(request) }
    }

    private func list(_ id: UUID) async throws -> Response {
        _ = try await services.job(id)
        let outbox = services.store.outbox
        let callbacks = try await outbox.list(jobID: id)
        let attempts = try await outbox.attempts(jobID: id)
        return Response(CallbackReplies.list, callbacks.map { .init(callback: $0, attempts: attempts[$0.id] ?? []) })
    }

    private func latest(_ request: Request) async throws -> Response {
        var query = QueryReader(request)
        let limit = Paging.callbacks.limit(&query)
        let state = query.text("state")
        if let state, !["pending", "delivered", "dead"].contains(state) {
            query.violate("state", "One of: pending, delivered, dead", .invalidEnumValue)
        }
        let since = query.text("since").map { Timestamp.date($0) } ?? services.now().addingTimeInterval(-86_400)
        if since == nil { query.violate("since", "A time such as 2026-02-16T12:00:00Z", .invalidType) }
        try query.finish()
        let found = try await services.store.outbox.list(
            since: since ?? .distantPast,
            state: state,
            host: query.text("host"),
            limit: limit
        )
        return Response(CallbackReplies.latest, (found, limit))
    }

    private func again(_ id: UUID, _ eventID: String) async throws -> Response {
        switch try await services.store.outbox.deliverAgain(jobID: id, eventID: eventID.clipped(100)) {
        case .waits:
            services.deliver()
            return Response(CallbackReplies.again, eventID, status: .accepted)
        case .waitedBefore: throw Self.refused("It waits to be delivered already")
        case .isForgotten:
            throw Self.refused("What it told is not kept: news of a pause may name a link that opens the page")
        case .unknown: throw APIError.notFound("The job has no such callback; see GET /jobs/:id/callbacks")
        }
    }

    private static func refused(_ message: String) -> APIError {
        APIError(status: .conflict, code: "callback_not_redeliverable", message: message)
    }

    private func allAgain(_ request: Request) async throws -> Response {
        let (order, _) = try CallerOrder.redelivery(try await request.json()).orThrow()
        let count = try await services.store.outbox.deliverAgain(
            since: order.since,
            state: order.state.rawValue,
            host: order.host
        )
        if count > 0 { services.deliver() }
        return Response(CallbackReplies.allAgain, count, status: .accepted)
    }
}
