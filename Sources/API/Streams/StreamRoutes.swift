import Foundation
import GhostHands
import HTTPTypes
import Hummingbird
import NIOConcurrencyHelpers
import Store

/// A job's events and its states as they come (R60), for whoever has no Supabase: `curl -N`, a browser's `EventSource`.
struct StreamRoutes: Sendable {
    private let services: APIServices
    private let status: @Sendable (Job) async -> JSON

    /// How many events are read at once.
    private static let batch = 200

    /// Routes.
    ///
    /// - Parameters:
    ///   - services: the database, and who watches.
    ///   - status: how a job is shown.
    init(_ services: APIServices, status: @escaping @Sendable (Job) async -> JSON) {
        self.services = services
        self.status = status
    }

    func add(to routes: some RouterMethods<APIContext>) {
        routes.get("/jobs/:id/events/stream") { request, context in
            try await events(context.jobID("id"), request, context)
        }
        routes.get("/valet/status/:jobId/stream") { request, context in
            try await states(context.jobID("jobId"), request, context)
        }
    }

    private func events(_ id: UUID, _ request: Request, _ context: APIContext) async throws -> Response {
        let access = try await access(to: id, request)
        let place = try Self.place(request)
        guard let tail = try await services.store.events.tail(of: id, after: place ?? 0, limit: 1) else {
            throw APIError.notFound("Job not found")
        }
        if place != nil, tail.entries.isEmpty, tail.status.isFinal { return Self.nothingMore }
        return try response(id, place ?? 0, access, request, context) { [store = services.store] place in
            guard let tail = try await store.events.tail(of: id, after: place, limit: Self.batch) else {
                return JobStream.News(end: "deleted")
            }
            let hasMore = tail.entries.count == Self.batch
            return JobStream.News(
                items: tail.entries.map { ($0.sequence, JobReplies.event.json($0)) },
                hasMore: hasMore,
                end: tail.status.isFinal && !hasMore ? tail.status.rawValue : nil
            )
        }
    }

    private func states(_ id: UUID, _ request: Request, _ context: APIContext) async throws -> Response {
        let access = try await access(to: id, request)
        let place = try Self.place(request)
        let job = try await services.job(id)
        let last = try await services.store.events.lastPlace(of: id)
        if let place, place >= last, job.status.isFinal { return Self.nothingMore }
        let shown = LastShown()
        return try response(id, place ?? 0, access, request, context) { [services, status] _ in
            // Before the job: a state must not claim to be of later than it is.
            let place = try await services.store.events.lastPlace(of: id)
            guard let job = try await services.store.jobs.find(id, withInput: false) else {
                return JobStream.News(end: "deleted")
            }
            var news = JobStream.News(end: job.status.isFinal ? job.status.rawValue : nil)
            if shown.isNew(job.updatedAt) { news.items = [(place, await status(job))] }
            return news
        }
    }

    private func response(
        _ id: UUID,
        _ place: Int,
        _ access: RealtimeAccess,
        _ request: Request,
        _ context: APIContext,
        look: @escaping @Sendable (Int) async throws -> JobStream.News
    ) throws -> Response {
        guard services.feed.board.count < services.maxStreams else {
            throw APIError.unavailable("Too many streams are open")
        }
        let notation = StreamNotation(accept: request.headers[.accept])
        let stream = JobStream(
            job: id,
            after: place,
            notation: notation,
            board: services.feed.board,
            logger: context.log,
            mayGoOn: { [now = services.now] in access.expires.map { $0 > now() } ?? true },
            look: look
        )
        return Response(
            status: .ok,
            headers: [
                .contentType: notation.contentType, .cacheControl: "no-store, no-transform", .xAccelBuffering: "no",
            ],
            body: ResponseBody(asyncSequence: stream)
        )
    }

    /// What the caller may see: everything with the service key, the own jobs with a user's token, which a browser can
    /// only name in the address.
    private func access(to job: UUID, _ request: Request) async throws -> RealtimeAccess {
        let bearer = request.headers[.authorization].flatMap { text in
            text.lowercased().hasPrefix("bearer ") ? String(text.dropFirst(7)) : nil
        }
        guard request.headers[.serviceKey] == nil,
            let token = bearer ?? request.uri.queryParameters.get("access_token"), !services.key.matches(token)
        else {
            try await services.guardian.session(of: request)
            return .everything
        }
        let access: RealtimeAccess
        do {
            access = try RealtimeKeys(service: services.key, secret: services.realtimeSecret)
                .access(token, at: services.now())
        } catch { throw ServiceKeyGuard.unauthorized(error.rawValue) }
        guard let user = access.user else { return access }
        // Whose job it is not does not hear that there is one.
        guard try await services.job(job).userID == user else { throw APIError.notFound("Job not found") }
        return access
    }

    /// The place behind which a reader wants to go on: what a browser says by itself comes before what an address says.
    private static func place(_ request: Request) throws -> Int? {
        if let text = request.headers[.lastEventID], let place = Int(text), place >= 0 { return place }
        var query = QueryReader(request)
        let place = query.int("after", in: 0...Int(Int32.max), default: -1)
        try query.finish()
        return place < 0 ? nil : place
    }

    /// The status that keeps a browser from coming again.
    private static var nothingMore: Response { Response(status: .noContent) }
}

/// Which state of a job was shown last.
private final class LastShown: Sendable {
    private let time = NIOLockedValueBox<Date?>(nil)

    func isNew(_ date: Date) -> Bool {
        time.withLockedValue { time in
            defer { time = date }
            return time != date
        }
    }
}
