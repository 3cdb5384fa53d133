import Foundation
import GhostHands
import HTTPTypes
import Hummingbird
import NIOCore
import Outbound
import Store

/// The page on which a person helps with a paused job, and what it asks of us.
struct LiveRoutes: Sendable {
    private static let pictureLimit = 8 * 1024 * 1024
    private let services: APIServices
    private let live: LiveAccess

    init(_ services: APIServices, _ live: LiveAccess) {
        self.services = services
        self.live = live
    }

    func add(to routes: some RouterMethods<APIContext>) {
        for path in ["/live", "/live/:link"] {
            routes.get(RouterPath(path)) { _, _ in file(PackageResources.live_html, "text/html; charset=utf-8") }
        }
        routes.get("/live-page/live.js") { _, _ in file(PackageResources.live_js, "text/javascript; charset=utf-8") }
        routes.get("/live-page/keys.js") { _, _ in file(PackageResources.keys_js, "text/javascript; charset=utf-8") }
        routes.get("/live-page/asks.js") { _, _ in file(PackageResources.asks_js, "text/javascript; charset=utf-8") }
        routes.get("/live-page/live.css") { _, _ in file(PackageResources.live_css, "text/css; charset=utf-8") }
        routes.post("/live/enter") { request, _ in try await enter(request) }
        routes.get("/live/:link/state") { request, context in
            let seat = try await seat(request, context)
            return Response(json: try await state(seat))
        }
        routes.get("/live/:link/picture") { request, context in try await picture(seat(request, context)) }
        routes.post("/live/:link/resume") { request, context in
            let seat = try await actor(request, context)
            return try await LiveResolution(services).resume(seat.job, try await request.json(orEmpty: true))
        }
        routes.post("/live/:link/cancel") { request, context in
            try await LiveResolution(services).cancel(actor(request, context).job)
        }
    }

    private func file(_ bytes: [UInt8], _ type: String) -> Response {
        // The edge's own policy is added behind this one, and both hold: what frames the page is left to this one.
        Response(
            status: .ok,
            headers: [.contentType: type, .contentSecurityPolicy: live.contentPolicy, .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }

    /// Exchanges a link's secret for a cookie, once.
    private func enter(_ request: Request) async throws -> Response {
        try checkOrigin(request)
        let body = try await request.json()
        let (cookie, gone) = (LiveAccess.secret(), Self.gone)
        guard let secret = body["secret"].string.flatMap(LiveAccess.bytes),
            let link = try await services.store.liveLinks.enter(
                secret: LiveAccess.digest(secret),
                cookie: LiveAccess.digest(cookie)
            )
        else { throw gone }
        var response = Response(json: ["link": .id(link)])
        if let name = HTTPField.Name("Set-Cookie") { response.headers[name] = live.cookie(link, cookie) }
        return response
    }

    private func checkOrigin(_ request: Request) throws {
        let origin = HTTPField.Name("Origin").flatMap { request.headers[$0] }
        guard live.trusts(origin: origin, host: request.head.authority) else {
            throw APIError(status: .forbidden, code: "foreign_origin", message: "This page may not ask for that")
        }
    }

    private static let gone = APIError(
        status: .gone,
        code: "link_gone",
        message: "This link was used before, has expired or was taken back, or the job no longer waits"
    )

    private func seat(_ request: Request, _ context: APIContext) async throws -> LiveLinks.Seat {
        let link = try context.uuid("link", orNotFound: "There is no such link")
        let cookies = HTTPField.Name("Cookie").map { request.headers[values: $0] } ?? []
        let given = SocketRequest.cookies(cookies)[LiveAccess.cookieName(link)].flatMap(LiveAccess.bytes)
        guard let given, let seat = try await services.store.liveLinks.seat(link, cookie: LiveAccess.digest(given))
        else { throw Self.gone }
        return seat
    }

    /// Somebody who may act, from a page that may.
    private func actor(_ request: Request, _ context: APIContext) async throws -> LiveLinks.Seat {
        try checkOrigin(request)
        let seat = try await seat(request, context)
        guard seat.mode == .control else {
            throw APIError(status: .forbidden, code: "view_only", message: "This link lets you look only")
        }
        return seat
    }

    private func state(_ seat: LiveLinks.Seat) async throws -> JSON {
        let job = try await services.job(seat.job)
        let left = Int(seat.deadline.timeIntervalSince(services.now()) * 1000)
        return [
            "job_id": .id(seat.job), "mode": JSON(seat.mode), "type": .optional(job.interactionType),
            "message": .optional(job.statusMessage), "left_ms": JSON(max(0, left)),
            "questions": job.interactionData["questions"], "has_worker": .bool(seat.workerURL != nil),
            "has_picture": .bool(job.interactionData["screenshot_url"].string != nil),
            "page_url": job.interactionData["page_url"], "target_url": .string(job.targetURL.text),
        ]
    }

    /// The last stored picture of the page, for where its worker cannot be reached.
    private func picture(_ seat: LiveLinks.Seat) async throws -> Response {
        let job = try await services.job(seat.job)
        let own = "screenshots/gh/jobs/\(seat.job.uuidString.lowercased())/"
        guard let key = job.interactionData["screenshot_url"].string, key.hasPrefix(own),
            let data = try await services.blobs.get(key, limit: Self.pictureLimit)
        else { throw APIError.notFound("There is no picture of this page") }
        let type = data.starts(with: [0x89, 0x50]) ? "image/png" : "image/jpeg"
        return Response(
            status: .ok,
            headers: [.contentType: type, .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: data))
        )
    }
}

/// What a person decides about a paused job: the same as a caller with the service key would have done.
struct LiveResolution: Sendable {
    private let services: APIServices

    init(_ services: APIServices) { self.services = services }

    /// Lets the job go on, with what the person entered.
    func resume(_ job: UUID, _ body: JSON) async throws -> Response {
        try await ValetRoutes(services).resume(job, body)
    }

    func cancel(_ job: UUID) async throws -> Response {
        switch try await services.store.jobs.cancel(job) {
        case .unknown: throw APIError.notFound("Job not found")
        case .refused: throw APIError(status: .conflict, code: "invalid_state", message: "The job has already ended")
        case .done:
            services.stop(job)
            services.deliver()
            return Response(json: ["job_id": .id(job), "status": "cancelled"])
        }
    }
}
