import Foundation
import GhostHands
import Hummingbird
import Store

/// Codes that a caller reads out of its users' mail, for the jobs that wait for them (R57).
struct CodeRoutes: Sendable {
    private let services: APIServices

    init(_ services: APIServices) { self.services = services }

    func add(to routes: some RouterMethods<APIContext>) {
        routes.post("/valet/codes") { request, _ in try await take(try await request.json()) }
    }

    /// Gives a code to the one job that it is for; it is sealed for the worker, read once and forgotten.
    private func take(_ body: JSON) async throws -> Response {
        let (order, warnings) = try read(body)
        let waiting = try await services.store.jobs.awaitingCode(of: order.user, from: order.domain)
        guard let job = waiting.first else { throw Self.unwanted }
        guard waiting.count == 1 else {
            var error = APIError(
                status: .conflict,
                code: "ambiguous_code",
                message: "Several jobs of this user wait for a code: name the domain, or resume the job that it is for"
            )
            error.members = ["job_ids": .array(waiting.map { JSON.id($0.id) })]
            throw error
        }
        if let received = order.receivedAt, received < job.since {
            throw APIError(status: .conflict, code: "code_too_old", message: "It came before the job has asked for one")
        }
        let answer = CallerOrder.Resume(by: .system, .code(order.code))
        return try await ValetRoutes(services).resume(
            job.id,
            answer,
            warnings,
            lasting: .seconds(CallerOrder.Code.life)
        )
    }

    private func read(_ body: JSON) throws -> (CallerOrder.Code, [String]) {
        switch CallerOrder.code(body) {
        case .order(let reading): return try reading.orThrow()
        case .without(let why): throw APIError(status: .unprocessableContent, code: "no_code", message: why)
        }
    }

    private static let unwanted = APIError(
        status: .conflict,
        code: "no_code_wanted",
        message: "No job of this user waits for a code there; send it once one is paused for 2fa",
        headers: [.retryAfter: "5"]
    )
}
