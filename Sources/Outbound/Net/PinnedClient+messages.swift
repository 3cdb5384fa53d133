import AsyncHTTPClient
import Foundation
import GhostHands
import NIOCore
import NIOHTTP1

extension PinnedClient.Request {
    /// The request as the HTTP library takes it.
    var prepared: HTTPClientRequest {
        var prepared = HTTPClientRequest(url: url)
        prepared.method = HTTPMethod(rawValue: method)
        prepared.headers = HTTPHeaders(headers)
        if let body { prepared.body = .bytes(ByteBuffer(bytes: body)) }
        return prepared
    }
}

extension PinnedClient.Response {
    /// Reads an answer, no more of its body than the request allows.
    init(_ response: HTTPClientResponse, of request: PinnedClient.Request) async throws {
        var body = Data()
        var isTruncated = false
        for try await part in response.body {
            let room = request.bodyLimit - body.count
            body.append(contentsOf: part.readableBytesView.prefix(room))
            isTruncated = part.readableBytes > room
            if isTruncated { break }
        }
        self.init(
            status: Int(response.status.code),
            headers: Dictionary(response.headers.map { ($0.name.lowercased(), $0.value) }) { first, _ in first },
            body: body,
            isTruncated: isTruncated,
            url: request.url
        )
    }

    /// Where the answer sends the client on to; nil when it does not.
    var redirect: String? {
        guard [301, 302, 303, 307, 308].contains(status), let location = headers["location"] else { return nil }
        return URL(string: location, relativeTo: URL(string: url))?.absoluteString
    }
}

/// A URL that the safety rules and the HTTP library read alike.
struct Target: Sendable {
    let address: WebAddress
    /// The host exactly as the HTTP library will spell it when it looks for the address to use.
    let hostAsSpelled: String

    enum Reading {
        case target(Target)
        case refused(String)
    }

    static func read(_ text: String) -> Reading {
        switch WebAddress.parse(text) {
        case .refused(let reason): return .refused(reason)
        case .address(let address):
            // Two parsers that disagree about the host are how such checks are got round.
            guard let url = URL(string: text), var host = url.host else { return .refused("Invalid URL") }
            if host.hasPrefix("["), host.hasSuffix("]") { host = String(host.dropFirst().dropLast()) }
            var comparable = host.lowercased()
            if comparable.hasSuffix(".") { comparable.removeLast() }
            let port = url.port ?? (address.scheme == "https" ? 443 : 80)
            guard comparable == address.host, port == address.port else {
                return .refused("Invalid URL: its host is ambiguous")
            }
            return .target(Target(address: address, hostAsSpelled: host))
        }
    }
}
