import HTTPTypes
import Hummingbird

/// Lets only those in who know the service key.
struct ServiceKeyGuard: RouterMiddleware {
    typealias Context = APIContext

    let key: ServiceKey

    func handle(
        _ request: Request,
        context: APIContext,
        next: @concurrent (Request, APIContext) async throws -> Response
    ) async throws -> Response {
        try check(request)
        return try await next(request, context)
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
