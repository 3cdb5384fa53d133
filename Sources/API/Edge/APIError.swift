import GhostHands
import HTTPTypes

/// An error reply to a request (R4).
struct APIError: Error, Sendable {
    var status: HTTPResponse.Status
    /// The snake-case name of the kind of error.
    var code: String
    /// What is wrong, in words; nothing of the applicant.
    var message: String
    var details: [FieldViolation] = []
    /// Further members of the body.
    var members: [String: JSON] = [:]
    var headers: HTTPFields = [:]

    static func notFound(_ message: String) -> APIError {
        APIError(status: .notFound, code: "not_found", message: message)
    }

    static func badRequest(_ message: String) -> APIError {
        APIError(status: .badRequest, code: "bad_request", message: message)
    }

    static func invalid(_ details: [FieldViolation]) -> APIError {
        let count = details.count
        let message = count == 1 ? "1 field is not valid" : "\(count) fields are not valid"
        return APIError(
            status: .unprocessableContent,
            code: "validation_error",
            message: message,
            details: details
        )
    }

    static let tooLarge = APIError(
        status: .contentTooLarge,
        code: "payload_too_large",
        message: "The body is larger than 1 MiB"
    )

    static let packed = APIError(
        status: .unsupportedMediaType,
        code: "content_encoding_not_supported",
        message: "The body has a Content-Encoding; send it uncompressed",
        headers: [.acceptEncoding: "identity"]
    )

    /// The request may be sent again as it is.
    ///
    /// - Parameter why: what is the matter, a sentence without its full stop.
    /// - Returns: the error.
    static func unavailable(_ why: String) -> APIError {
        APIError(
            status: .serviceUnavailable,
            code: "service_unavailable",
            message: "\(why); try again shortly",
            headers: [.retryAfter: "5"]
        )
    }

    static let stopping = unavailable("The service is stopping; try again in a moment")

    static let internalError = APIError(
        status: .internalServerError,
        code: "internal_error",
        message: "The service failed; try again, and if it fails again report the request_id"
    )
}
