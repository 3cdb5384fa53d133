import Foundation
import GhostHands
import Hummingbird
import Logging
import Store

/// The jobs API.
struct JobRoutes: Sendable {
    private let services: APIServices
    private let creation: JobCreation

    init(_ services: APIServices) {
        self.services = services
        creation = JobCreation(services)
    }

    func add(to routes: some RouterMethods<APIContext>) {
        routes.post("/jobs") { request, context in try await create(request, context) }
        routes.post("/jobs/batch") { request, _ in try await batch(request) }
        routes.get("/jobs") { request, _ in try await list(request) }
        routes.get("/jobs/counts") { request, _ in
            Response(JobReplies.counts, try await services.store.jobs.counts(try JobListing.counted(request)))
        }
        routes.get("/jobs/:id") { _, context in try await show(context.jobID("id")) }
        routes.get("/jobs/:id/status") { _, context in try await status(context.jobID("id")) }
        routes.post("/jobs/:id/cancel") { _, context in try await cancel(context.jobID("id")) }
        routes.post("/jobs/:id/retry") { request, context in try await retry(context.jobID("id"), request) }
        routes.get("/jobs/:id/events") { request, context in try await events(context.jobID("id"), request) }
    }

    private func create(_ request: Request, _ context: APIContext) async throws -> Response {
        switch try await creation.make(try await request.json(), as: .job, of: request.trace) {
        case .created(let job, let warnings):
            return Response(JobReplies.created, (job, warnings), status: .created)
        case .duplicate(let duplicate):
            if duplicate.isMismatch {
                context.log.warning("an idempotency key was used before with a different request")
            }
            throw Batch.duplicate(duplicate)
        }
    }

    private func batch(_ request: Request) async throws -> Response {
        let (batch, trace) = (try Batch(try await request.json()), request.trace)
        var made: [Batch.Made] = []
        var failed: [Batch.Failed] = []
        for (index, body) in batch.jobs.enumerated() {
            do {
                switch try await creation.make(body, as: .job, of: trace) {
                case .created(let job, _): made.append(Batch.Made(index: index, id: job.id, status: job.status))
                case .duplicate(let duplicate): throw Batch.duplicate(duplicate)
                }
            } catch let error as APIError {
                failed.append(Batch.Failed(index: index, error: error))
            } catch {
                // The reply lists the jobs that were made: a caller who sent the whole batch again would make them
                // twice.
                guard let outage = Outage(error), !made.isEmpty else { throw error }
                let reason = APIError.unavailable(outage.words)
                failed += batch.jobs.indices[index...].map { Batch.Failed(index: $0, error: reason) }
                return Batch.reply(made, failed)
            }
        }
        return Batch.reply(made, failed)
    }

    private func list(_ request: Request) async throws -> Response {
        let listing = try JobListing(request)
        let page = try await services.store.jobs.list(
            listing.filter,
            limit: listing.page.limit,
            offset: listing.page.offset,
            after: listing.place
        )
        var jobs: [JSON] = []
        for row in page.rows { jobs.append(await shown(row)) }
        return Response(JobReplies.page, .init(jobs: jobs, total: page.total, listing: listing, next: page.next))
    }

    private func show(_ id: UUID) async throws -> Response {
        guard let row = try await services.store.jobs.record(id) else { throw APIError.notFound("Job not found") }
        return Response(json: await shown(row))
    }

    /// The row with links that open in the place of the keys of its pictures.
    private func shown(_ row: JSON) async -> JSON {
        guard var members = row.object, let id = row["id"].string.flatMap(UUID.init(uuidString:)) else { return row }
        let stored = members["screenshot_urls"]?.array?.compactMap(\.string) ?? []
        members["screenshot_urls"] = .array(await services.links(to: stored, of: id).map(JSON.string))
        return .object(members)
    }

    private func status(_ id: UUID) async throws -> Response {
        Response(JobReplies.status, try await services.job(id))
    }

    private func cancel(_ id: UUID) async throws -> Response {
        switch try await services.store.jobs.cancel(id) {
        case .unknown: throw APIError.notFound("Job not found")
        case .refused(let job):
            var error = APIError(
                status: .conflict,
                code: "job_not_cancellable",
                message: "A job that is \(job.status.rawValue) cannot be cancelled"
            )
            error.members = [
                "current_status": JSON(job.status), "reason": "The job has already ended",
            ]
            throw error
        case .done(let job):
            services.stop(job.id)
            services.deliver()
            return Response(JobReplies.cancelled, job)
        }
    }

    private func retry(_ id: UUID, _ request: Request) async throws -> Response {
        let (isNotSubmitted, _) = try CallerOrder.retry(try await request.json(orEmpty: true)).orThrow()
        switch try await services.store.jobs.retry(id, confirmedNotSubmitted: isNotSubmitted) {
        case .unknown: throw APIError.notFound("Job not found")
        case .refused(let job): throw Self.notRetryable(job)
        case .done(let job):
            services.wake()
            return Response(JobReplies.retried, job)
        }
    }

    private static func notRetryable(_ job: Job) -> APIError {
        let isUnconfirmed = job.status == .failed && job.hasOpenSubmitIntent
        var error = APIError(
            status: .conflict,
            code: "job_not_retryable",
            message: isUnconfirmed
                ? "The application may have been submitted. Check with the employer; when it was not, "
                    + "send {\"confirm_not_submitted\": true}"
                : "A job that is \(job.status.rawValue) cannot be retried; only failed and cancelled ones can"
        )
        error.members = ["current_status": JSON(job.status)]
        if isUnconfirmed { error.members["reason"] = "submission_unconfirmed" }
        return error
    }

    private func events(_ id: UUID, _ request: Request) async throws -> Response {
        var query = QueryReader(request)
        let place = Paging.log.read(&query)
        let type = query.text("event_type")
        try query.finish()
        _ = try await services.job(id)
        let page = try await services.store.events.list(
            jobID: id,
            type: type,
            limit: place.limit,
            offset: place.offset
        )
        return Response(
            JobReplies.log,
            .init(entries: page.entries, total: page.total, place: place)
        )
    }
}
