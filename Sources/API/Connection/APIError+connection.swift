import Foundation
import GhostHands
import HTTPTypes
import NIOCore
import NIOHTTP1

/// What is wrong with a request before a route has seen it.
extension APIError {
    static let bodyTooSlow = APIError(
        status: .requestTimeout,
        code: "request_timeout",
        message: "The body took too long to arrive"
    )

    static let pathTooLong = APIError(
        status: .uriTooLong,
        code: "uri_too_long",
        message: "The path with its query is longer than \(HeadSigns.pathLimit / 1024) KiB"
    )

    static let headTooLarge = APIError(
        status: .requestHeaderFieldsTooLarge,
        code: "headers_too_large",
        message: "The path or the headers are too long: each may have 16 KiB, all together 64 KiB, in 100 headers"
    )

    static let unknownTransferEncoding = APIError(
        status: .notImplemented,
        code: "transfer_encoding_not_supported",
        message: "The Transfer-Encoding is not supported; send the body chunked, or with a Content-Length"
    )

    /// Why the HTTP parser refused a request.
    init(_ error: HTTPParserError) {
        self =
            switch error {
            case .headerOverflow: .headTooLarge
            case .invalidMethod: .badRequest("The method of the request is not known")
            case .invalidVersion, .paused: .badRequest("The version of HTTP is not supported; use HTTP/1.1")
            case .invalidChunkSize: .badRequest("A chunk of the body has no valid size")
            case .invalidContentLength, .unexpectedContentLength:
                .badRequest("The Content-Length is not valid, or there is a Transfer-Encoding too")
            case .invalidEOFState, .closedConnection: .badRequest("The request ended before it was complete")
            case .invalidHeaderToken: .badRequest("A header of the request is not valid")
            default: .badRequest("The request is not valid HTTP, or has both a Content-Length and a Transfer-Encoding")
            }
    }

    /// The whole reply, after which the connection ends.
    func lastReply() -> [HTTPServerResponsePart] {
        let id = UUID().uuidString.lowercased()
        let bytes = body(id).data
        var headers = HTTPHeaders(EdgeMiddleware.securityHeaders.map { ($0.name.rawName, $0.value) })
        headers.add(name: "X-Request-Id", value: id)
        headers.add(name: "Content-Type", value: "application/json")
        headers.add(name: "Content-Length", value: "\(bytes.count)")
        headers.add(name: "Connection", value: "close")
        let status = HTTPResponseStatus(statusCode: status.code, reasonPhrase: status.reasonPhrase)
        return [
            .head(HTTPResponseHead(version: .http1_1, status: status, headers: headers)),
            .body(.byteBuffer(ByteBuffer(bytes: bytes))), .end(nil),
        ]
    }
}
