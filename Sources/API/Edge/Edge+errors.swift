import HTTPTypes
import Hummingbird
import Logging
import Store

extension Edge {
    /// The reply to whatever a route threw; what is broken on our side is logged, once, here.
    func reply(to error: any Error, _ context: APIContext) async -> APIError {
        switch error {
        case let error as APIError: return error
        case let error as any HTTPResponseError: return Self.reply(to: error.status)
        default:
            // Whether it was an outage is asked of the database itself: a query that failed tells less.
            let isReachable = await store.isReachable()
            context.log.error(
                "a request failed",
                metadata: ["error": "\(error)", "database": isReachable ? "reachable" : "away"]
            )
            return isReachable ? .internalError : .unavailable
        }
    }

    private static func reply(to status: HTTPResponse.Status) -> APIError {
        switch status {
        case .notFound: .notFound("There is nothing at this address")
        case .contentTooLarge: .tooLarge
        case .badRequest: .badRequest("The request could not be read")
        default: APIError(status: status, code: "http_error", message: status.reasonPhrase)
        }
    }
}
