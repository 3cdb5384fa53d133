import Foundation
import GhostHands
import HTTPTypes
import Hummingbird
import NIOCore
import Outbound
import Store

/// A job's recording, as the page that shows it.
struct TraceRoutes: Sendable {
    private static let limit = 256 * 1024 * 1024
    private let services: APIServices

    init(_ services: APIServices) { self.services = services }

    func add(to routes: some RouterMethods<APIContext>) {
        routes.get("/jobs/:id/trace") { _, context in
            let id = try context.jobID("id")
            _ = try await services.job(id)
            let own = "artifacts/gh/jobs/\(id.uuidString.lowercased())/"
            guard let key = try await services.store.events.lastTrace(of: id), key.hasPrefix(own),
                let data = try await services.blobs.get(key, limit: Self.limit)
            else { throw APIError.notFound("There is no recording of this job") }
            return Response(
                status: .ok,
                headers: [
                    .contentType: "text/html; charset=utf-8", .contentSecurityPolicy: Self.contentPolicy,
                    .cacheControl: "private, no-store",
                ],
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: data))
            )
        }
    }

    /// It holds documents of strangers: its script runs without our origin, and may ask nobody for anything.
    static let contentPolicy =
        "sandbox allow-scripts; default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; "
        + "img-src data: blob:; frame-src 'self' about: data: blob:; base-uri 'none'; form-action 'none'; "
        + "frame-ancestors 'self'"
}
