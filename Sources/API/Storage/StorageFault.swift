import GhostHands
import HTTPTypes
import Hummingbird
import Outbound

/// A refusal as Supabase Storage words it: its status stands in the body, while the reply's is 400.
struct StorageFault: Error, Sendable {
    let status: Int
    let error: String
    let code: String
    let message: String

    init(_ status: Int, _ error: String, _ code: String, _ message: String) {
        self.status = status
        self.error = error
        self.code = code
        self.message = message
    }

    static let noKey = StorageFault(404, "not_found", "NoSuchKey", "Object not found")
    static let noBucket = StorageFault(404, "not_found", "NoSuchBucket", "Bucket not found")
    static let badKey = StorageFault(400, "InvalidKey", "InvalidKey", "Invalid key")
    static let badRequest = StorageFault(400, "invalid_request", "InvalidRequest", "The body is not as it should be")
    static let exists = StorageFault(409, "Duplicate", "KeyAlreadyExists", "The resource already exists")
    static let tooLarge = StorageFault(
        413,
        "Payload too large",
        "EntityTooLarge",
        "The object exceeded the maximum allowed size"
    )
    static let unauthorized = StorageFault(403, "Unauthorized", "AccessDenied", "The key is missing or not valid")

    /// The fault that an error of the store is.
    init(_ error: OutboundError) {
        switch error.code {
        case .invalidKey: self = .badKey
        case .tooLarge: self = .tooLarge
        case .timedOut, .unreachable, .refused, .fileSystem:
            self = StorageFault(500, "internal", "InternalError", "The file system refused")
        }
    }

    var response: Response {
        var response = Response(json: [
            "statusCode": .string(String(status)), "error": .string(error), "code": .string(code),
            "message": .string(message),
        ])
        response.status = status >= 500 ? .internalServerError : .badRequest
        return response
    }
}
