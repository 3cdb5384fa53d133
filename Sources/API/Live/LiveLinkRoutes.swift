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
        routes.delete("/valet/interactions/:jobId/link") { _, context in
            let id = try context.jobID("jobId")
            _ = try await services.job(id)
            return Response(LiveReplies.revoked, try await services.store.liveLinks.revoke(of: id))
        }
    }

    private func make(_ id: UUID, _ request: Request) async throws -> Response {
        let (order, warnings) = try CallerOrder.liveLink(try await request.json(orEmpty: true)).orThrow()
        guard let live = services.live, live.offersLinks else {
            throw APIError(status: .conflict, code: "live_links_off", message: "Links are off; see GH_LIVE_LINKS")
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

    static let revoked = ReplyShape<Int>([.integer("revoked") { $0 }])
}
