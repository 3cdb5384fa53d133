import Foundation
import GhostHands
import Store

/// Makes a job from a request's body: reads it, checks it, and puts the job in the queue.
struct JobCreation: Sendable {
    private let services: APIServices
    private let rules: BodyRules

    init(_ services: APIServices) {
        self.services = services
        rules = BodyRules(addressRule: services.addressRule)
    }

    /// What became of a body.
    enum Made: Sendable {
        case created(Job, warnings: [String])
        case duplicate(Jobs.Duplicate)
    }

    /// Makes a job, or finds the one that has its idempotency key.
    ///
    /// - Parameters:
    ///   - body: what to do.
    ///   - endpoint: which endpoint was asked.
    ///   - trace: of which trace the request is.
    /// - Returns: the job, or the one there is.
    /// - Throws: ``APIError`` naming every field that is wrong.
    func make(_ body: JSON, as endpoint: JobRequest.Endpoint, of trace: TraceContext? = nil) async throws -> Made {
        var (request, unknown) = try read(body, as: endpoint)
        request.trace = trace
        try await checkUser(request.userID, endpoint == .job ? "user_id" : "valet_user_id")
        switch try await services.store.jobs.create(request, defaultQueueTTLSeconds: services.queueTTLSeconds) {
        case .created(let job, let similar):
            services.wake()
            return .created(job, warnings: unknown + [similar].compactMap(\.self).map(Self.warning))
        case .duplicate(let duplicate): return .duplicate(duplicate)
        }
    }

    private func read(_ body: JSON, as endpoint: JobRequest.Endpoint) throws -> (JobRequest, [String]) {
        switch JobRequest.read(body, as: endpoint, rules: rules) {
        case .invalid(let violations): throw APIError.invalid(violations)
        case .valid(let job, let warnings): return (job, warnings)
        }
    }

    /// Refuses a user whom VALET does not know (R22).
    private func checkUser(_ id: UUID, _ field: String) async throws {
        let isRequired = services.requiresKnownUser
        if isRequired == false { return }
        // Where the table of users cannot be read, the user is accepted.
        let isKnown = try await services.store.users.isKnown(id) ?? (isRequired == nil)
        if isKnown { return }
        throw APIError.invalid([FieldViolation(field: field, message: "No such user", code: .custom)])
    }

    /// The warning of R44.
    private static func warning(of other: UUID) -> String {
        "job \(other.uuidString.lowercased()) of the same user has the same target_url"
    }
}
