import Foundation
import GhostHands
import HTTPTypes
import Hummingbird
import NIOCore
import Outbound

extension Request {
    private static let bodyLimit = 1024 * 1024

    /// The body's JSON, whatever type the caller says it is.
    ///
    /// - Parameter isOptional: whether no body stands for an empty object.
    /// - Returns: the body.
    /// - Throws: ``APIError`` when it is too large, too slow or no JSON.
    func json(orEmpty isOptional: Bool = false) async throws -> JSON {
        if let length = headers[.contentLength].flatMap(Int.init), length > Self.bodyLimit { throw APIError.tooLarge }
        let body = body
        let bytes: ByteBuffer
        do {
            bytes = try await withDeadline(.seconds(30)) { try await body.collect(upTo: Self.bodyLimit) }
        } catch is NIOTooManyBytesError {
            throw APIError.tooLarge
        } catch let error as OutboundError where error.code == .timedOut {
            throw APIError(
                status: .requestTimeout,
                code: "request_timeout",
                message: "The body took too long to arrive"
            )
        }
        if bytes.readableBytes == 0, isOptional { return [:] }
        guard bytes.readableBytes > 0 else { throw APIError.badRequest("The body is empty; it must be a JSON object") }
        do {
            return try JSON(parsing: Data(bytes.readableBytesView))
        } catch let fault as JSON.Fault {
            throw APIError.badRequest("The body is not valid JSON (line \(fault.line), column \(fault.column))")
        }
    }
}
