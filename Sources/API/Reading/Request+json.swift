import Foundation
import GhostHands
import HTTPTypes
import Hummingbird
import NIOCore

extension Request {
    /// The body's JSON, whatever type the caller says it is.
    ///
    /// - Parameters:
    ///   - isOptional: whether no body stands for an empty object.
    ///   - patience: how long the body may take to arrive.
    /// - Returns: the body.
    /// - Throws: ``APIError`` when it is too large, too slow or no JSON.
    func json(orEmpty isOptional: Bool = false, within patience: Duration = .seconds(30)) async throws -> JSON {
        let bytes = try await bytes(before: .now + patience)
        if bytes.readableBytes == 0, isOptional { return [:] }
        guard bytes.readableBytes > 0 else { throw APIError.badRequest("The body is empty; it must be a JSON object") }
        do {
            return try JSON(parsing: Data(bytes.readableBytesView))
        } catch let fault as JSON.Fault {
            throw APIError.badRequest("The body \(fault.reason.rawValue) (line \(fault.line), column \(fault.column))")
        }
    }

    /// Collects the body.
    ///
    /// A connection on which nothing comes at all is closed by the server; so no request needs a timer of its own, whose
    /// memory the runtime would keep until it fires.
    private func bytes(before deadline: ContinuousClock.Instant) async throws -> ByteBuffer {
        if let length = headers[.contentLength].flatMap(Int.init), length > Bounds.bodyBytes { throw APIError.tooLarge }
        var bytes = ByteBuffer()
        for try await chunk in body {
            guard bytes.readableBytes + chunk.readableBytes <= Bounds.bodyBytes else { throw APIError.tooLarge }
            guard .now < deadline else {
                throw APIError(
                    status: .requestTimeout,
                    code: "request_timeout",
                    message: "The body took too long to arrive"
                )
            }
            bytes.writeImmutableBuffer(chunk)
        }
        return bytes
    }
}
