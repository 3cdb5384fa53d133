import GhostHands
import NIOHTTP1

/// What can be decided about a request before a route sees it, found in one pass over its headers.
struct HeadSigns {
    /// The longest path with its query, in bytes.
    static let pathLimit = 8 * 1024

    private(set) var expectsContinue = false
    private(set) var offersUpgrade = false
    private(set) var key: String?
    private(set) var fault: APIError?
    private var isTooLarge = false

    init(_ head: HTTPRequestHead) {
        for (name, value) in head.headers { read(name, value) }
        if head.uri.utf8.count > Self.pathLimit { fault = .pathTooLong }
    }

    /// Whether a client that asks before it sends its body is told to.
    var invites: Bool { expectsContinue && !isTooLarge }

    /// Lengths first: names are compared without regard to their case, which costs more.
    private mutating func read(_ name: String, _ value: String) {
        switch name.utf8.count {
        case 6 where name.lowercased() == "expect": expectsContinue = value.lowercased() == "100-continue"
        case 7 where name.lowercased() == "upgrade": offersUpgrade = true
        case 14 where name.lowercased() == "content-length":
            isTooLarge = (Int(value) ?? .max) > Bounds.bodyBytes
        case 16 where name.lowercased() == "x-gh-service-key": key = value
        case 17 where name.lowercased() == "transfer-encoding":
            if value.lowercased() != "chunked" { fault = .unknownTransferEncoding }
        default: break
        }
    }
}
