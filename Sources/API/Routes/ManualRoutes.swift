import Foundation
import GhostHands
import Hummingbird
import Store

/// The manuals (additive): list, show, import, try out, quarantine, delete.
struct ManualRoutes: Sendable {
    private let services: APIServices

    init(_ services: APIServices) { self.services = services }

    func add(to routes: some RouterMethods<APIContext>) {
        routes.get("/manuals") { request, _ in try await list(request) }
        routes.post("/manuals") { request, _ in try await take(request) }
        routes.get("/manuals/:id") { _, context in Response(json: try await manual(context).json) }
        routes.get("/manuals/:id/versions") { _, context in
            let id = try context.uuid("id", orNotFound: Self.missing)
            guard let versions = try await services.store.manuals.versions(of: id) else {
                throw APIError.notFound(Self.missing)
            }
            return Response(ManualReplies.versions, versions)
        }
        routes.delete("/manuals/:id") { _, context in try await delete(context) }
        routes.post("/manuals/:id/quarantine") { request, context in try await quarantine(request, context) }
        routes.post("/manuals/:id/test") { request, context in try await test(request, context) }
    }

    private func list(_ request: Request) async throws -> Response {
        var query = QueryReader(request)
        let place = Paging.manuals.read(&query)
        try query.finish()
        let page = try await services.store.manuals.list(
            platform: query.text("platform"),
            limit: place.limit,
            offset: place.offset
        )
        return Response(
            ManualReplies.page,
            .init(rows: page.rows, total: page.total, place: place)
        )
    }

    private func take(_ request: Request) async throws -> Response {
        let body = try await request.json()
        let manual: Manual
        do throws(ManualReader.Fault) {
            manual = try ManualReader.manual(body, id: UUID())
        } catch {
            throw APIError.invalid([FieldViolation(field: "manual", message: error.reason, code: .custom)])
        }
        let kept = try await services.store.manuals.save(manual, because: ["reason": "imported over the API"])
        return Response(json: kept.json, status: .created)
    }

    private func delete(_ context: APIContext) async throws -> Response {
        let id = try context.uuid("id", orNotFound: Self.missing)
        guard try await services.store.manuals.delete(id) else { throw APIError.notFound(Self.missing) }
        return Response(ManualReplies.deleted, id)
    }

    private func quarantine(_ request: Request, _ context: APIContext) async throws -> Response {
        let id = try context.uuid("id", orNotFound: Self.missing)
        let isQuarantined = try CallerOrder.quarantine(try await request.json(orEmpty: true)).orThrow().order
        guard try await services.store.manuals.quarantine(id, isQuarantined) else {
            throw APIError.notFound(Self.missing)
        }
        return Response(ManualReplies.quarantined, (id, isQuarantined))
    }

    /// The API has no browser, so a job tries the manual out: it fills the form from manuals alone and does not send
    /// it.
    private func test(_ request: Request, _ context: APIContext) async throws -> Response {
        let manual = try await manual(context)
        let asked = try CallerOrder.manualTest(try await request.json()).orThrow().order
        let input: JSON =
            manual.task == JobType.fillForm.rawValue
            ? ["form_data": asked.data, "submit": false] : ["user_data": asked.data, "submit": false]
        let body: JSON = [
            "user_id": .string(asked.user), "target_url": .string(asked.url), "job_type": .string(manual.task),
            "task_description": "Try a manual out, without sending the form", "execution_mode": "cookbook_only",
            "max_retries": 0, "input_data": input, "metadata": ["manual_test": .id(manual.id)],
        ]
        guard case .created(let job, let warnings) = try await JobCreation(services).make(body, as: .job) else {
            throw APIError.internalError
        }
        return Response(
            ManualReplies.trial,
            .init(job: job, manual: manual.id, warnings: warnings),
            status: .created
        )
    }

    private func manual(_ context: APIContext) async throws -> Manual {
        let id = try context.uuid("id", orNotFound: Self.missing)
        do {
            guard let manual = try await services.store.manuals.find(id) else { throw APIError.notFound(Self.missing) }
            return manual
        } catch let error as StoreError {
            throw APIError(status: .conflict, code: "manual_unusable", message: error.message)
        }
    }

    private static let missing = "Manual not found"
}
