import Foundation
import GhostHands
import HTTPTypes
import Hummingbird
import NIOCore

extension Request {
    /// The body's JSON, whatever type the caller says it is.
    ///
    /// - Parameter isOptional: whether no body stands for an empty object.
    /// - Returns: the body.
    /// - Throws: ``APIError`` when it is too large, too slow, packed or no JSON.
    func json(orEmpty isOptional: Bool = false) async throws -> JSON {
        let bytes = try await bytes()
        if bytes.readableBytes == 0, isOptional { return [:] }
        guard bytes.readableBytes > 0 else { throw APIError.badRequest("The body is empty; it must be a JSON object") }
        do {
            return try JSON(parsing: Data(bytes.readableBytesView))
        } catch let fault as JSON.Fault {
            throw APIError.badRequest("The body \(fault.reason.rawValue) (line \(fault.line), column \(fault.column))")
        }
    }

    /// The body as it is.
    ///
    /// - Throws: ``APIError`` when it is too large, too slow or packed.
    func data() async throws -> Data { Data(try await bytes().readableBytesView) }

    /// Collects the body.
    ///
    /// One that takes too long is ended by ``ConnectionGuard``, with the error for its caller.
    private func bytes() async throws -> ByteBuffer {
        if let packing = headers[.contentEncoding], packing.lowercased() != "identity" { throw APIError.packed }
        if let length = headers[.contentLength].flatMap(Int.init), length > Bounds.bodyBytes { throw APIError.tooLarge }
        var bytes = ByteBuffer()
        for try await chunk in body {
            guard bytes.readableBytes + chunk.readableBytes <= Bounds.bodyBytes else { throw APIError.tooLarge }
            bytes.writeImmutableBuffer(chunk)
        }
        return bytes
    }
}
