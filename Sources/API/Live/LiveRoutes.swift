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

    private let page = String(decoding: PackageResources.live_html, as: UTF8.self)

    init(_ services: APIServices, _ live: LiveAccess) {
        self.services = services
        self.live = live
    }

    func add(to routes: some RouterMethods<APIContext>) {
        for path in ["/live", "/live/:link"] {
            routes.get(RouterPath(path)) { request, _ in
                let page = page.replacing("=\"live-page/", with: "=\"\(request.wayToTop)live-page/")
                return file(Array(page.utf8), "text/html; charset=utf-8")
            }
        }
        routes.get("/live-page/live.js") { _, _ in file(PackageResources.live_js, "text/javascript; charset=utf-8") }
        routes.get("/live-page/keys.js") { _, _ in file(PackageResources.keys_js, "text/javascript; charset=utf-8") }
        routes.get("/live-page/pointer.js") { _, _ in
            file(PackageResources.pointer_js, "text/javascript; charset=utf-8")
        }
        routes.get("/live-page/view.js") { _, _ in file(PackageResources.view_js, "text/javascript; charset=utf-8") }
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
            let reply = try await LiveResolution(services).resume(seat.job, try await request.json(orEmpty: true))
            try await services.store.liveLinks.noteResumed(seat.link)
            return reply
        }
        routes.post("/live/:link/cancel") { request, context in
            try await LiveResolution(services).cancel(actor(request, context).job)
        }
        addFollowing(to: routes)
    }

    /// What whoever has let a job go on may still ask: how it stands, to have it back, and their place in its next pause.
    private func addFollowing(to routes: some RouterMethods<APIContext>) {
        routes.get("/live/:link/after") { request, context in
            let after = try await after(request, context).after
            return Response(
                json: [
                    "status": JSON(after.status), "waits": .bool(after.waits),
                    "may_take_over": .bool(after.mayTakeOver),
                    "has_ended": .bool(after.status.isFinal),
                    "message": after.status.isFinal ? .optional(after.message) : .null,
                ]
            )
        }
        routes.post("/live/:link/takeover") { request, context in
            try checkOrigin(request)
            let (link, after, _) = try await after(request, context)
            guard after.mayFollow else { throw Self.gone }
            return try await LiveLinkRoutes.takeOver(after.job, by: link, services)
        }
        routes.post("/live/:link/again") { request, context in
            try checkOrigin(request)
            let (link, _, cookie) = try await after(request, context)
            let next = LiveAccess.secret()
            let found = try await services.store.liveLinks.follow(
                link,
                cookie: cookie,
                next: LiveAccess.digest(next),
                secret: LiveAccess.digest(LiveAccess.secret())
            )
            guard let found else { throw Self.gone }
            return entered(found, next)
        }
    }

    private func entered(_ link: UUID, _ cookie: Data) -> Response {
        var response = Response(json: ["link": .id(link)])
        if let name = HTTPField.Name("Set-Cookie") { response.headers[name] = live.cookie(link, cookie) }
        return response
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
        return entered(link, cookie)
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
        message: "This link was used before, has expired or was taken back, or the job no longer waits: ask for "
            + "another"
    )

    /// The link of a request, and the digest of the cookie that came with it.
    private func bearer(_ request: Request, _ context: APIContext) throws -> (link: UUID, cookie: Data) {
        let link = try context.uuid("link", orNotFound: "There is no such link")
        let cookies = HTTPField.Name("Cookie").map { request.headers[values: $0] } ?? []
        let given = SocketRequest.cookies(cookies)[LiveAccess.cookieName(link)].flatMap(LiveAccess.bytes)
        guard let given else { throw Self.gone }
        return (link, LiveAccess.digest(given))
    }

    private func seat(_ request: Request, _ context: APIContext) async throws -> LiveLinks.Seat {
        let (link, cookie) = try bearer(request, context)
        guard let seat = try await services.store.liveLinks.seat(link, cookie: cookie) else { throw Self.gone }
        return seat
    }

    /// What somebody may see who has let the job go on.
    private func after(
        _ request: Request,
        _ context: APIContext
    ) async throws -> (link: UUID, after: LiveLinks.After, cookie: Data) {
        let (link, cookie) = try bearer(request, context)
        guard let after = try await services.store.liveLinks.after(link, cookie: cookie) else { throw Self.gone }
        return (link, after, cookie)
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
            "questions": job.interactionData["questions"], "code_length": job.interactionData["code_length"],
            "has_page": .bool(seat.hasPage),
            "has_picture": .bool(job.interactionData["screenshot_url"].string != nil),
            "page_url": job.interactionData["page_url"], "target_url": .string(job.targetURL.text),
        ]
    }

    /// The newest picture of the page, for where no socket reaches its worker: that is asked for another one, and until it
    /// comes there is the one of when the job stopped.
    private func picture(_ seat: LiveLinks.Seat) async throws -> Response {
        let job = try await services.job(seat.job)
        if seat.hasPage { try await services.store.liveLinks.wantPicture(seat.link) }
        let own = "screenshots/gh/jobs/\(seat.job.uuidString.lowercased())/"
        let stopped = job.interactionData["screenshot_url"].string.flatMap { $0.hasPrefix(own) ? $0 : nil }
        let key = seat.hasFreshPicture ? LivePicture.key(of: seat.job) : stopped
        guard let key, let data = try await services.blobs.get(key, limit: Self.pictureLimit) else {
            throw APIError.notFound("There is no picture of this page")
        }
        let type = data.starts(with: [0x89, 0x50]) ? "image/png" : "image/jpeg"
        var headers: HTTPFields = [.contentType: type, .cacheControl: "no-store"]
        if let name = HTTPField.Name("X-GH-Picture") { headers[name] = seat.hasFreshPicture ? "fresh" : "stopped" }
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: data)))
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
        // One whose form was sent before is not cancelled: it ends as unconfirmed.
        case .done(let ended):
            services.stop(job)
            services.deliver()
            return Response(json: ["job_id": .id(job), "status": JSON(ended.status)])
        }
    }
}
