import Foundation
import GhostHands
import HTTPTypes
import Hummingbird
import NIOCore
import Store

/// What a person's own browser calls (R62): the statements of a worker, each under the token of its user and the lease of
/// its job.
struct DeskRoutes: Sendable {
    private let services: APIServices
    private let door: DeskDoor

    init(_ services: APIServices) {
        self.services = services
        door = DeskDoor(operators: services.store.operators)
    }

    func add(to routes: some RouterMethods<APIContext>) {
        routes.post("/operator/pair") { request, _ in try await pair(try await request.json()) }
        routes.post("/operator/claim") { request, _ in
            let desk = try await door.enter(request)
            return try await claim(desk, try await request.json(orEmpty: true))
        }
        routes.post("/operator/pulse") { request, _ in
            let desk = try await door.enter(request)
            return try await pulse(desk, try await request.json())
        }
        let job = DeskJobRoutes(services, door)
        routes.post("/operator/jobs/:jobId/:call") { request, context in try await job.answer(request, context) }
        routes.get("/operator/jobs/:jobId/files/:number") { request, context in try await job.file(request, context) }
        routes.put("/operator/jobs/:jobId/pictures/:name") { request, context in
            try await job.picture(request, context)
        }
    }

    private func pair(_ body: JSON) async throws -> Response {
        let (order, _) = try CallerOrder.pairing(body).orThrow()
        let token = DeskDoor.token()
        guard let code = DeskDoor.digest(code: order.code),
            let paired = try await services.store.operators.pair(
                code: code,
                token: DeskDoor.digest(token: token),
                name: order.name
            )
        else {
            throw APIError(
                status: .gone,
                code: "code_gone",
                message: "This code was used before, is too old, or was mistyped: ask for another"
            )
        }
        return Response(OperatorReplies.token, (paired, token), status: .created)
    }

    /// Takes one job of the user's and begins it.
    private func claim(_ desk: Operators.Operator, _ body: JSON) async throws -> Response {
        let declined = (body["but"].array ?? []).prefix(100).compactMap { $0.string.flatMap(UUID.init(uuidString:)) }
        let leases = try await services.store.jobs.claim(
            workerID: desk.workerID,
            limit: 1,
            inBrowserOf: desk.userID,
            but: declined
        )
        guard let lease = leases.first else { return Response(DeskReplies.claimed, nil) }
        let rules = BodyRules(addressRule: services.addressRule)
        let job = try await services.store.jobs.start(lease) { JobFailure.refusing($0, rules: rules) }
        services.deliver()
        guard let job, job.status == .running else { return Response(DeskReplies.claimed, nil) }
        let order = DeskOrder(
            job,
            lease: lease,
            showsValues: services.showsValues,
            times: services.store.leaseTimes
        )
        return Response(DeskReplies.claimed, order)
    }

    /// Confirms the leases that the browser believes to hold.
    private func pulse(_ desk: Operators.Operator, _ body: JSON) async throws -> Response {
        let leases = (body["leases"].array ?? []).prefix(20).compactMap { desk.lease($0) }
        let alive = try await services.store.workers.heartbeat(desk.workerID, leases).alive
        return Response(DeskReplies.alive, alive)
    }
}

extension Operators.Operator {
    /// The lease that a body names: of whichever job, it is this browser's or none.
    func lease(_ body: JSON) -> Lease? {
        body["job_id"].string.flatMap(UUID.init(uuidString:)).flatMap { lease(on: $0, body) }
    }

    /// The lease on a job.
    func lease(on job: UUID, _ body: JSON) -> Lease? {
        body["lease_token"].string.flatMap(Int64.init).map { Lease(jobID: job, token: $0, workerID: workerID) }
    }
}
