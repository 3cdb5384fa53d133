import Foundation
import GhostHands
import HTTPTypes
import Hummingbird
import NIOCore
import Store

/// The console's files, and signing in to it.
///
/// Everything else that it shows and does goes through the API.
struct ConsoleRoutes: Sendable {
    private let services: APIServices
    private let door: ConsoleDoor

    init(_ services: APIServices, _ access: ConsoleAccess) {
        self.services = services
        door = ConsoleDoor(access: access, sessions: services.store.consoleSessions)
    }

    func add(to routes: some RouterMethods<APIContext>) {
        routes.get("/console") { request, _ in
            // Its files are named from here: one slash more and they would be sought elsewhere.
            if request.uri.path.hasSuffix("/") { return Self.moved("../console") }
            return file("console.html", request)
        }
        routes.get("/console/files/:name") { request, context in
            file(try context.parameters.require("name"), request)
        }
        routes.post("/console/session") { request, _ in try await enter(request) }
        routes.get("/console/session") { request, _ in
            Response(json: shown(try await door.session(of: request)))
        }
        routes.delete("/console/session") { request, _ in
            try door.checkPage(request)
            if let session = try? await door.session(of: request) {
                try await services.store.consoleSessions.close(session.id)
            }
            return with(cookie: nil, Response(json: ["signed_in": false]))
        }
    }

    /// Signs in with a key, or with the secret of a link.
    private func enter(_ request: Request) async throws -> Response {
        try door.checkPage(request)
        let body = try await request.json()
        let (cookie, sessions) = (LiveAccess.secret(), services.store.consoleSessions)
        let digest = LiveAccess.digest(cookie)
        if let secret = body["link"].string {
            let known = LiveAccess.bytes(secret).map(LiveAccess.digest) ?? Data()
            let session = try await sessions.enter(secret: known, cookie: digest, seconds: ConsoleAccess.seconds)
            guard let session, door.access.stands(session) else {
                throw APIError(
                    status: .gone,
                    code: "link_gone",
                    message: "This link was used before or is too old; sign in with a key, or start the service again"
                )
            }
            return with(cookie: cookie, Response(json: shown(session)))
        }
        guard let key = body["key"].string, let entry = door.access.entry(key) else {
            throw ServiceKeyGuard.unauthorized("This key does not open the console")
        }
        let session = try await sessions.open(
            entry.role,
            mark: entry.mark,
            cookie: digest,
            seconds: ConsoleAccess.seconds
        )
        return with(cookie: cookie, Response(json: shown(session)))
    }

    private func shown(_ session: ConsoleSessions.Session) -> JSON {
        [
            "role": JSON(session.role), "actor": .string(session.actor),
            "expires_at": .string(Timestamp.text(session.expiresAt)), "version": .string(services.version),
            "now": .string(Timestamp.text(services.now())),
        ]
    }

    private func with(cookie: Data?, _ response: Response) -> Response {
        var response = response
        if let name = HTTPField.Name("Set-Cookie") { response.headers[name] = door.access.cookie(cookie) }
        response.headers[.cacheControl] = "no-store"
        return response
    }

    private func file(_ name: String, _ request: Request) -> Response {
        guard let file = ConsoleFiles.named(name, in: door.access.folder) else {
            return Response(status: .notFound)
        }
        var headers: HTTPFields = [
            .contentType: file.type, .contentSecurityPolicy: ConsoleAccess.contentPolicy, .cacheControl: "no-cache",
            .eTag: file.tag,
        ]
        if request.headers[.ifNoneMatch] == file.tag { return Response(status: .notModified, headers: headers) }
        headers[.contentLength] = "\(file.bytes.count)"
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.bytes)))
    }

    static func moved(_ place: String) -> Response {
        Response(status: .temporaryRedirect, headers: [.location: place, .cacheControl: "no-store"])
    }
}
