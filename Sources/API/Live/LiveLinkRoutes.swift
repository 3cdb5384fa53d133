import Foundation
import GhostHands
import HTTPTypes
import Hummingbird
import Store

/// Makes and takes back links to the pages of paused jobs, for callers with the service key.
struct LiveLinkRoutes: Sendable {
    private let services: APIServices

    init(_ services: APIServices) { self.services = services }

    func add(to routes: some RouterMethods<APIContext>) {
        routes.post("/valet/interactions/:jobId/link") { request, context in
            try await make(context.jobID("jobId"), request)
        }
        routes.post("/valet/interactions/:jobId/takeover") { _, context in
            try await Self.takeOver(context.jobID("jobId"), services)
        }
        routes.delete("/valet/interactions/:jobId/link") { _, context in
            let id = try context.jobID("jobId")
            _ = try await services.job(id)
            return Response(LiveReplies.revoked, try await services.store.liveLinks.revoke(of: id))
        }
    }

    /// Has the worker of a running job stop for a person at the next safe point (R53).
    static func takeOver(_ id: UUID, by link: UUID? = nil, _ services: APIServices) async throws -> Response {
        func refusal(_ job: Job, _ code: String, _ message: String) -> APIError {
            var error = APIError(status: .conflict, code: code, message: message)
            error.members = ["current_status": JSON(job.status)]
            return error
        }
        switch try await services.store.jobs.askForHands(id, by: link) {
        case .unknown: throw APIError.notFound("Job not found")
        case .notRunning(let job):
            throw refusal(job, "invalid_state", "The job is not running; a paused one is helped by its link")
        case .submitting(let job):
            throw refusal(
                job,
                "submission_in_progress",
                "The form is being sent: nobody may touch the page until that is known"
            )
        case .unfit(let job):
            throw refusal(job, "takeover_refused", "Only jobs that fill forms and may ask a human can be taken over")
        case .asked(let job):
            services.wake()
            services.answered()
            return Response(LiveReplies.takeOver, job, status: .accepted)
        }
    }

    private func make(_ id: UUID, _ request: Request) async throws -> Response {
        let (order, warnings) = try CallerOrder.liveLink(try await request.json(orEmpty: true)).orThrow()
        guard let live = services.live, live.offersLinks else {
            throw APIError(
                status: .conflict,
                code: "live_links_off",
                message: "Links are off; whoever runs the service can turn them on (GH_LIVE_LINKS)"
            )
        }
        let (job, secret) = (try await services.job(id), LiveAccess.secret())
        let made = try await services.store.liveLinks.make(
            of: id,
            mode: order.mode,
            secret: LiveAccess.digest(secret),
            seconds: order.seconds
        )
        guard let made else {
            var error = APIError(status: .conflict, code: "invalid_state", message: "The job is not paused")
            error.members = ["current_status": JSON(job.status)]
            throw error
        }
        let link = LiveReplies.Link(
            url: live.url(secret),
            mode: order.mode,
            expiresAt: made.expiresAt,
            warnings: warnings
        )
        return Response(LiveReplies.link, link, status: .created)
    }
}

/// What callers who make links are replied.
enum LiveReplies {
    struct Link {
        let url: String
        let mode: LiveMode
        let expiresAt: Date
        let warnings: [String]
    }

    static let link = ReplyShape<Link>([
        .text("url", \.url), .name("mode", \.mode), .time("expires_at", \.expiresAt), .warnings(\.warnings),
    ])

    static let takeOver = ReplyShape<Job>([
        .id("job_id", \.id), .name("status", \.status), .text("takeover") { _ in "requested" },
    ])

    static let revoked = ReplyShape<Int>([.integer("revoked") { $0 }])
}
