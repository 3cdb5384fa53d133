import Foundation
import Hummingbird
import Outbound

/// Leads from links of ours to fresh ones of the store.
struct FileRoutes: Sendable {
    private let services: APIServices
    private let links: FileLinks

    init(_ services: APIServices, _ links: FileLinks) {
        self.services = services
        self.links = links
    }

    func add(to routes: some RouterMethods<APIContext>) {
        routes.get("/files/**") { request, context in try await lead(request, context) }
    }

    private func lead(_ request: Request, _ context: APIContext) async throws -> Response {
        let key = context.storageKey
        try links.verify(key, token: request.uri.queryParameters.get("token") ?? "", now: services.now()).orThrow()
        let fresh: String
        do {
            fresh = try await services.blobs.signedURL(key, expiresIn: FileLinks.freshSeconds, now: services.now())
        } catch let error as OutboundError where error.code == .refused {
            // Of the stores only Supabase looks whether there is such a file before it signs.
            throw APIError.notFound("File not found")
        } catch is OutboundError {
            throw APIError.unavailable("The storage does not answer")
        }
        let way = links.place(of: fresh).map { request.wayToTop + $0 } ?? fresh
        return Response(status: .found, headers: [.location: way, .cacheControl: "no-store"])
    }
}

extension Request {
    /// The way from its path to the top of the service: whoever reaches it by another name, or below a path of a proxy's,
    /// stays there.
    var wayToTop: String { String(repeating: "../", count: max(0, uri.path.filter { $0 == "/" }.count - 1)) }
}

extension APIContext {
    /// The key that the rest of a path names.
    var storageKey: String {
        let path = parameters.getCatchAll().joined(separator: "/")
        return path.removingPercentEncoding ?? path
    }
}

extension LinkVerdict {
    /// Refuses a link that is not valid.
    func orThrow() throws(APIError) {
        switch self {
        case .valid: return
        case .forged: throw APIError(status: .forbidden, code: "forbidden", message: "The link is not valid")
        case .expired: throw APIError(status: .forbidden, code: "forbidden", message: "The link has expired")
        }
    }
}
