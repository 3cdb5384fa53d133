import Foundation
import GhostHands
import HTTPTypes
import Hummingbird
import Store

/// Finds out who asks from the console, and whether the page that asks is ours (R61).
struct ConsoleDoor: Sendable {
    let access: ConsoleAccess
    let sessions: ConsoleSessions

    /// Whether a request brings the console's cookie.
    func hasCookie(_ request: Request) -> Bool { cookie(request) != nil }

    /// Who asks.
    ///
    /// - Throws: ``APIError``: the session has ended, the page is not ours, or one may only look.
    func session(of request: Request) async throws -> ConsoleSessions.Session {
        try checkPage(request)
        let bytes = cookie(request).flatMap(LiveAccess.bytes)
        guard let bytes, let session = try await sessions.find(cookie: LiveAccess.digest(bytes)), access.stands(session)
        else {
            throw APIError(
                status: .unauthorized,
                code: "session_ended",
                message: "You are not signed in to the console any more; sign in again"
            )
        }
        guard session.role == .act || Self.isReading(request) else {
            throw APIError(
                status: .forbidden,
                code: "view_only",
                message: "You have signed in with a key that lets you look only"
            )
        }
        return session
    }

    /// Refuses what another page has a browser send.
    ///
    /// What only reads is safe from pages that name no origin: they are not shown the reply.
    func checkPage(_ request: Request) throws {
        let site = Self.header("Sec-Fetch-Site", request)
        let origin = Self.header("Origin", request)
        let isOurs = origin.map { access.origin.trusts(origin: $0, host: request.head.authority) }
        let isForeign = site.map { $0 != "same-origin" && $0 != "none" } ?? false
        guard !isForeign, isOurs ?? Self.isReading(request) else {
            throw APIError(
                status: .forbidden,
                code: "foreign_origin",
                message: "Only the console's own pages may ask for that; behind a proxy, set GH_PUBLIC_URL to the "
                    + "address that people use"
            )
        }
    }

    private func cookie(_ request: Request) -> String? {
        let cookies = HTTPField.Name("Cookie").map { request.headers[values: $0] } ?? []
        return SocketRequest.cookies(cookies)[access.cookieName]
    }

    private static func header(_ name: String, _ request: Request) -> String? {
        HTTPField.Name(name).flatMap { request.headers[$0] }
    }

    private static func isReading(_ request: Request) -> Bool { request.method == .get || request.method == .head }
}

extension ConsoleSessions.Session {
    /// What events call whoever acts in it.
    var actor: String { "console:" + id.uuidString.lowercased().prefix(8) }
}
