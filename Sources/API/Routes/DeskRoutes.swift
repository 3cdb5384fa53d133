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
        for name in DeskCall.Name.allCases {
            routes.post("/operator/jobs/:jobId/\(name.rawValue)") { request, context in
                try await job.answer(name, request, context)
            }
        }
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
        let (declined, _) = try DeskCall.declined(body).orThrow()
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
        let (claimed, _) = try DeskCall.leases(body).orThrow()
        // Of whichever job a lease is, it is this browser's or none.
        let leases = claimed.map { Lease(jobID: $0.jobID, token: $0.token, workerID: desk.workerID) }
        let alive = try await services.store.workers.heartbeat(desk.workerID, leases).alive
        return Response(DeskReplies.alive, alive)
    }
}
