import Foundation
import GhostHands
import HTTPTypes
import Hummingbird
import Logging
import Outbound
import Store

/// What VALET calls: making a job, asking for its status, resuming it.
struct ValetRoutes: Sendable {
    private let services: APIServices
    private let creation: JobCreation

    init(_ services: APIServices) {
        self.services = services
        creation = JobCreation(services)
    }

    func add(to routes: some RouterMethods<APIContext>) {
        routes.post("/valet/apply") { request, context in try await create(request, context, as: .apply) }
        routes.post("/valet/task") { request, context in try await create(request, context, as: .task) }
        routes.post("/valet/resume/:jobId") { request, context in
            try await resume(context.jobID("jobId"), try await request.json(orEmpty: true))
        }
        routes.post("/valet/workers/deregister") { request, _ in try await deregister(request) }
        routes.get("/valet/status/:jobId") { _, context in try await status(context.jobID("jobId")) }
    }

    private func create(
        _ request: Request,
        _ context: APIContext,
        as endpoint: JobRequest.Endpoint
    ) async throws -> Response {
        switch try await creation.make(try await request.json(), as: endpoint, of: request.trace) {
        case .created(let job, let warnings):
            return Response(ValetReplies.created, (job, warnings), status: .created)
        case .duplicate(let duplicate):
            if duplicate.isMismatch {
                context.log.warning("an idempotency key was used before with a different request")
            }
            return Response(ValetReplies.duplicate, duplicate, status: .conflict)
        }
    }

    /// What a human typed to resolve a blocker (R15) is sealed here, for the job's worker alone.
    func resume(_ id: UUID, _ body: JSON) async throws -> Response {
        let (answer, warnings) = try CallerOrder.resume(body).orThrow()
        return try await resume(id, answer, warnings)
    }

    func resume(
        _ id: UUID,
        _ answer: CallerOrder.Resume,
        _ warnings: [String],
        lasting life: Duration? = nil
    ) async throws -> Response {
        let sealed = try services.store.help.seal(answer.resolution, for: id)
        // Of several that answer at once the late ones shall not answer what the job asks next.
        let pause = try await services.job(id).pause
        switch try await services.store.jobs.resume(id, answer, sealed: sealed, lasting: life, of: pause) {
        case .unfit(let reason): throw APIError(status: .conflict, code: "resolution_refused", message: reason)
        case .unknown: throw APIError.notFound("Job not found")
        case .refused(let job):
            var error = APIError(
                status: .conflict,
                code: "invalid_state",
                message:
                    "The job is \(job.status.rawValue), not paused: GET /valet/status/:jobId shows what it does"
            )
            error.members = ["current_status": JSON(job.status)]
            throw error
        case .done(let job):
            services.wake()
            services.answered()
            services.deliver()
            return Response(ValetReplies.resumed, .init(job: job, answer: answer, warnings: warnings))
        }
    }

    /// Takes a worker out of service, and its jobs too when the caller asks for that.
    private func deregister(_ request: Request) async throws -> Response {
        let (order, _) = try CallerOrder.deregister(try await request.json()).orThrow()
        let found = try await services.store.workers.deregister(order.workerID)
        guard !found.isEmpty else {
            throw APIError.notFound("There is no worker with this name: GET /monitoring/workers lists them")
        }
        var cancelled: [UUID] = []
        if order.cancelsJobs {
            for id in found.values.joined().sorted(by: { $0.uuidString < $1.uuidString }) {
                guard case .done = try await services.store.jobs.cancel(id) else { continue }
                services.stop(id)
                services.deliver()
                cancelled.append(id)
            }
        }
        return Response(
            ValetReplies.deregistered,
            .init(workers: found.keys.sorted(), cancelled: cancelled, reason: order.reason)
        )
    }

    private func status(_ id: UUID) async throws -> Response {
        Response(json: await shown(try await services.job(id)))
    }

    /// A job as its status shows it, with links that open in the place of the keys of its pictures.
    @Sendable func shown(_ row: Job) async -> JSON {
        let id = row.id
        var job = row
        job.screenshotURLs = await services.links(to: job.screenshotURLs, of: id)
        if var blocker = job.interactionData.object, let stored = blocker["screenshot_url"]?.string {
            blocker["screenshot_url"] = .optional(await services.links(to: [stored], of: id).first)
            job.interactionData = .object(blocker)
        }
        if let live = services.live, live.namesLinks, job.status == .paused, let pause = job.pause {
            var interaction = job.interactionData.object ?? [:]
            interaction["live_url"] = .string(live.link(of: id, pause: pause).url)
            job.interactionData = .object(interaction)
        }
        return ValetReplies.status.json(job)
    }
}
