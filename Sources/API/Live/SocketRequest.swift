import GhostHands
import NIOCore
import NIOHTTP1

/// What a request for a socket says.
struct SocketRequest: Sendable {
    typealias Status = HTTPResponseStatus

    /// The path's parts.
    let path: [String]
    /// The members of the query.
    let query: [String: String]
    /// The client's half of the handshake; nil when the request is no valid handshake.
    let key: String?
    let origin: String?
    let host: String?
    let cookies: [String: String]

    init(_ head: HTTPRequestHead) {
        let parts = head.uri.split(separator: "?", maxSplits: 1)
        path = (parts.first ?? "").split(separator: "/").map(String.init)
        var query: [String: String] = [:]
        for member in (parts.count > 1 ? parts[1] : "").split(separator: "&") {
            let pair = member.split(separator: "=", maxSplits: 1).map(String.init)
            if pair.count == 2 { query[pair[0]] = pair[1] }
        }
        self.query = query
        let key = head.headers.first(name: "sec-websocket-key") ?? ""
        let isKey = key.utf8.count == 24 && key.utf8.allSatisfy(Self.isBase64)
        let isSocket =
            head.method == .GET && head.headers.first(name: "upgrade")?.lowercased() == "websocket"
            && head.headers.first(name: "sec-websocket-version") == "13"
        self.key = isKey && isSocket ? key : nil
        origin = head.headers.first(name: "origin")
        host = head.headers.first(name: "host")
        cookies = Self.cookies(head.headers["cookie"])
    }

    private static func isBase64(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
            || [43, 47, 61].contains(byte)
    }

    /// The cookies of a request, by their names.
    static func cookies(_ headers: [String]) -> [String: String] {
        var cookies: [String: String] = [:]
        for part in headers.flatMap({ $0.split(separator: ";") }) {
            let pair = part.split(separator: "=", maxSplits: 1)
            guard pair.count == 2 else { continue }
            cookies[String(pair[0]).trimmed] = String(pair[1]).trimmed
        }
        return cookies
    }

    /// A refusal, after which the connection ends.
    static func refusal(_ status: HTTPResponseStatus) -> ByteBuffer {
        ByteBuffer(
            string: "HTTP/1.1 \(status.code) \(status.reasonPhrase)\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        )
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
