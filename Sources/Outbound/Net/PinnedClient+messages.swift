public import Foundation
import NIOCore
import NIOHTTP1

extension PinnedClient {
    /// What is asked for.
    public struct Request: Sendable {
        /// The method, in capitals.
        public var method: String
        /// An absolute URL.
        public var url: String
        /// Names and values, in order.
        public var headers: [(String, String)]
        /// The body, when there is one.
        public var body: Data?
        /// How long everything may take: resolving, connecting, redirects and reading.
        public var timeout: Duration
        /// How many bytes of the answer are read.
        public var bodyLimit: Int
        /// How many redirects are followed.
        public var redirects: Int
        /// How long the body is waited for once the head is there, which then is the answer, whatever becomes of the
        /// body; nil where the body matters, and then it must come whole.
        public var bodyPatience: Duration?

        /// A request.
        public init(
            method: String = "GET",
            url: String,
            headers: [(String, String)] = [],
            body: Data? = nil,
            timeout: Duration = .seconds(10),
            bodyLimit: Int = 65536,
            redirects: Int = 0,
            bodyPatience: Duration? = nil
        ) {
            self.method = method
            self.url = url
            self.headers = headers
            self.body = body
            self.timeout = timeout
            self.bodyLimit = bodyLimit
            self.redirects = redirects
            self.bodyPatience = bodyPatience
        }
    }

    /// What came back.
    public struct Response: Sendable {
        /// The HTTP status.
        public var status: Int
        /// The headers, by their names in lower case; the first value of each.
        public var headers: [String: String]
        /// The body, as far as it was read, and unpacked where it came packed by gzip or deflate.
        public var body: Data
        /// Whether the body is longer than what was read, unpacked.
        public var isTruncated: Bool
        /// The URL that answered, after redirects.
        public var url: String
    }

    /// How a request ended.
    public enum Outcome: Sendable {
        /// Somebody answered.
        case response(Response)
        /// The address may not be talked to; trying again does not help.
        case refused(String)
        /// Nobody answered in time, or the connection broke; trying again may help.
        case failed(String)
    }
}

extension PinnedClient.Request {
    func head(for target: Target) -> HTTPRequestHead {
        var all = HTTPHeaders([("host", target.authority)])
        for (name, value) in headers { all.add(name: name, value: value) }
        all.replaceOrAdd(name: "connection", value: "close")
        // What is packed all the same, for it lies so in a store, is unpacked.
        all.replaceOrAdd(name: "accept-encoding", value: "identity")
        if let body { all.replaceOrAdd(name: "content-length", value: String(body.count)) }
        return HTTPRequestHead(version: .http1_1, method: HTTPMethod(rawValue: method), uri: target.path, headers: all)
    }
}

extension PinnedClient.Response {
    init(_ received: Reception.Received, from url: String) throws {
        guard let head = received.head else { throw Reception.Break.beforeHead }
        self.init(
            status: Int(head.status.code),
            headers: Dictionary(head.headers.map { ($0.name.lowercased(), $0.value) }) { first, _ in first },
            body: Data(received.body.readableBytesView),
            isTruncated: !received.isWhole,
            url: url
        )
    }

    var isRedirect: Bool { [301, 302, 303, 307, 308].contains(status) }
}
