import Foundation
import GhostHands
import HTTPTypes
import Hummingbird
import Logging
import Outbound
import Store

/// What VALET calls: making a job, and asking how it stands (contract 4.1 to 4.3).
struct ValetRoutes: Sendable {
    private let services: APIServices
    private let rules: BodyRules

    init(_ services: APIServices) {
        self.services = services
        rules = BodyRules(addressRule: services.addressRule)
    }

    func add(to routes: some RouterMethods<APIContext>) {
        routes.post("/valet/apply") { request, context in try await create(request, context, as: .apply) }
        routes.post("/valet/task") { request, context in try await create(request, context, as: .task) }
        routes.get("/valet/status/:jobId") { _, context in try await status(context.jobID("jobId")) }
    }

    private func create(
        _ request: Request,
        _ context: APIContext,
        as endpoint: JobRequest.Endpoint
    ) async throws -> Response {
        let (job, unknown) = try read(try await request.json(), as: endpoint)
        try await checkUser(job.userID)
        switch try await services.store.jobs.create(job, defaultQueueTTLSeconds: services.queueTTLSeconds) {
        case .created(let row):
            services.wake()
            return Response(json: Self.created(row, unknown + (await similar(to: row))), status: .created)
        case .duplicate(let duplicate):
            if duplicate.isMismatch { context.log.warning("an idempotency key came with another request") }
            return Response(json: Self.duplicate(duplicate), status: .conflict)
        }
    }

    private func read(_ body: JSON, as endpoint: JobRequest.Endpoint) throws -> (JobRequest, [String]) {
        let general = rules.violations(in: body)
        switch JobRequest.read(body, as: endpoint) {
        case .invalid(let violations):
            let known = Set(violations.map(\.field))
            throw APIError.invalid(violations + general.filter { !known.contains($0.field) })
        case .valid(let job, let warnings):
            guard general.isEmpty else { throw APIError.invalid(general) }
            return (job, warnings)
        }
    }

    /// Refuses a user whom VALET does not know (R22).
    private func checkUser(_ id: UUID) async throws {
        let isRequired = services.requiresKnownUser
        if isRequired == false { return }
        // Where the users cannot be read, nothing is known for or against this one.
        let isKnown = try await services.store.users.isKnown(id) ?? (isRequired == nil)
        if isKnown { return }
        let message = "No such user"
        throw APIError.invalid([FieldViolation(field: "valet_user_id", message: message, code: .custom)])
    }

    private func status(_ id: UUID) async throws -> Response {
        guard var job = try await services.store.jobs.find(id) else { throw APIError.notFound("Job not found") }
        let now = services.now()
        var links: [String] = []
        for stored in job.screenshotURLs {
            if let link = await services.blobs.screenshotLink(for: stored, now: now) { links.append(link) }
        }
        job.screenshotURLs = links
        if var blocker = job.interactionData.object, let stored = blocker["screenshot_url"]?.string {
            blocker["screenshot_url"] = .optional(await services.blobs.screenshotLink(for: stored, now: now))
            job.interactionData = .object(blocker)
        }
        return Response(json: JobView(job).status)
    }

    /// The warning of R44.
    ///
    /// The job is made by now: without its warning it is still made.
    private func similar(to job: Job) async -> [String] {
        guard let other = try? await services.store.jobs.similar(to: job) else { return [] }
        return ["job \(other.uuidString.lowercased()) of the same user has the same target_url"]
    }

    private static func created(_ job: Job, _ warnings: [String]) -> JSON {
        var members: [String: JSON] = [
            "job_id": .id(job.id), "valet_task_id": .optional(job.valetTaskID), "status": .string(job.status.rawValue),
            "created_at": .string(Timestamp.text(job.createdAt)),
        ]
        if !warnings.isEmpty { members["warnings"] = .array(warnings.map(JSON.string)) }
        return .object(members)
    }

    private static func duplicate(_ duplicate: Jobs.Duplicate) -> JSON {
        var members: [String: JSON] = [
            "job_id": .id(duplicate.id), "valet_task_id": .optional(duplicate.valetTaskID),
            "status": .string(duplicate.status.rawValue), "duplicate": true,
        ]
        if duplicate.isMismatch { members["mismatch"] = true }
        return .object(members)
    }
}
