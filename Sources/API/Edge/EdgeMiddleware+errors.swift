import HTTPTypes
import Hummingbird
import Logging
import Store

extension EdgeMiddleware {
    /// The reply to whatever a route threw; what is broken on our side is logged, once, here.
    func reply(to error: any Error, _ context: APIContext) -> APIError {
        switch error {
        case let error as APIError: return error
        case let error as any HTTPResponseError: return Self.reply(to: error.status)
        case _ where error is CancellationError || Task.isCancelled: return .stopping
        default:
            let outage = Outage(error)
            context.log.error(
                "a request failed",
                metadata: ["error": "\(error)", "outage": "\(outage?.rawValue ?? "none")"]
            )
            return outage.map { .unavailable($0.words) } ?? .internalError
        }
    }

    static func reply(to status: HTTPResponse.Status) -> APIError {
        switch status {
        case .notFound: .notFound("No endpoint has this path; the API's paths begin with /api/v1/gh and stand at /docs")
        case .contentTooLarge: .tooLarge
        case .badRequest: .badRequest("The request could not be read")
        default: APIError(status: status, code: "http_error", message: status.reasonPhrase)
        }
    }
}
