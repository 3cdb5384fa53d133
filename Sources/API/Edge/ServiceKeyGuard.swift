import HTTPTypes
import Hummingbird
import Logging
import Store

/// Lets only those in who know the service key, or are signed in to the console.
struct ServiceKeyGuard: RouterMiddleware {
    typealias Context = APIContext

    let key: ServiceKey
    var console: ConsoleDoor?

    func handle(
        _ request: Request,
        context: APIContext,
        next: @concurrent (Request, APIContext) async throws -> Response
    ) async throws -> Response {
        guard let session = try await session(of: request) else { return try await next(request, context) }
        return try await Acting.$name.withValue(session.actor) {
            let response = try await next(request, context)
            if request.method != .get, request.method != .head, response.status.kind == .successful {
                let route = context.endpointPath ?? "none"
                context.log.notice(
                    "done from the console",
                    metadata: [
                        "actor": "\(session.actor)", "method": "\(request.method)", "route": "\(route)",
                    ]
                )
            }
            return response
        }
    }

    /// Who asks from the console; nil for a caller with the service key.
    ///
    /// - Throws: ``APIError`` for everybody else.
    @discardableResult
    func session(of request: Request) async throws -> ConsoleSessions.Session? {
        guard let console, request.headers[.serviceKey] == nil, console.hasCookie(request) else {
            try check(request)
            return nil
        }
        return try await console.session(of: request)
    }

    /// Refuses a request without the key.
    func check(_ request: Request) throws {
        guard let given = request.headers[.serviceKey] else {
            throw Self.unauthorized("The X-GH-Service-Key header is missing")
        }
        guard key.matches(given) else { throw Self.unauthorized("The service key is not valid") }
    }

    static func unauthorized(_ message: String) -> APIError {
        APIError(status: .unauthorized, code: "unauthorized", message: message)
    }
}
