import Foundation
import GhostHands
import Hummingbird
import Store

/// The jobs API (contract 12).
struct JobRoutes: Sendable {
    private let services: APIServices

    init(_ services: APIServices) { self.services = services }

    func add(to routes: some RouterMethods<APIContext>) {
        routes.get("/jobs/:id/events") { request, context in try await events(context.jobID("id"), request) }
    }

    private func events(_ id: UUID, _ request: Request) async throws -> Response {
        var query = QueryReader(request)
        let limit = query.int("limit", in: 1...500, default: 100)
        let offset = query.int("offset", in: 0...1_000_000, default: 0)
        let type = query.text("event_type")
        try query.finish()
        guard try await services.store.jobs.find(id) != nil else { throw APIError.notFound("Job not found") }
        let page = try await services.store.events.list(jobID: id, type: type, limit: limit, offset: offset)
        return Response(json: [
            "events": .array(page.entries.map(Self.json)), "total": .int(Int64(page.total)),
            "limit": .int(Int64(limit)),
            "offset": .int(Int64(offset)),
        ])
    }

    /// One event as contract 12.3 shows it; what a change of status adds is additive.
    private static func json(_ entry: Events.Entry) -> JSON {
        var members: [String: JSON] = [
            "id": .id(entry.id), "job_id": .id(entry.jobID), "event_type": .string(entry.type),
            "metadata": entry.metadata, "actor": .string(entry.actor),
            "created_at": .string(Timestamp.text(entry.createdAt)),
        ]
        members["from_status"] = entry.fromStatus.map(JSON.string)
        members["to_status"] = entry.toStatus.map(JSON.string)
        members["message"] = entry.message.map(JSON.string)
        return .object(members)
    }
}
