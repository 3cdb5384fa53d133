import NIOConcurrencyHelpers
import NIOCore
import NIOHTTP1
import NIOPosix

/// A small web site of a test's own, on a free port of this machine.
public final class Site: Sendable {
    /// A request it was sent.
    public struct Request: Sendable {
        /// The HTTP method.
        public let method: String
        /// The path with its query.
        public let path: String
        /// The headers, by their names in lower case.
        public let headers: [String: String]
        /// The body, as text.
        public let body: String
    }

    /// What it answers.
    public struct Answer: Sendable {
        let status: Int
        let headers: [(String, String)]
        let body: String
        let delay: Duration
        /// Where it comes in pieces: those after the first, and how long each lets itself be waited for.
        var later: (pieces: [String], pause: Duration)?

        /// A text that comes in pieces.
        /// - Parameters:
        ///   - pieces: the pieces, at least one.
        ///   - pause: how long each but the first lets itself be waited for.
        /// - Returns: The answer.
        public static func pieces(_ pieces: [String], every pause: Duration) -> Answer {
            var answer = text(pieces[0])
            answer.later = (Array(pieces.dropFirst()), pause)
            return answer
        }

        /// A page.
        /// - Parameters:
        ///   - body: Its HTML.
        ///   - status: The HTTP status.
        ///   - headers: What it is answered with besides.
        ///   - delay: How long to wait before answering.
        /// - Returns: The answer.
        public static func html(
            _ body: String,
            status: Int = 200,
            headers: [(String, String)] = [],
            after delay: Duration = .zero
        ) -> Answer {
            let all = [("content-type", "text/html; charset=utf-8")] + headers
            return Answer(status: status, headers: all, body: body, delay: delay)
        }

        /// A text that is no page.
        /// - Parameter text: The text.
        /// - Returns: The answer.
        public static func text(_ text: String) -> Answer {
            Answer(status: 200, headers: [("content-type", "text/plain")], body: text, delay: .zero)
        }

        /// None at all: the connection is closed once the request was read.
        public static let hangUp = Answer(status: 0, headers: [], body: "", delay: .zero)

        /// A redirect.
        /// - Parameter location: Where to.
        /// - Returns: The answer.
        public static func redirect(to location: String) -> Answer {
            Answer(status: 302, headers: [("location", location)], body: "", delay: .zero)
        }
    }

    /// The site's address without a path, such as `http://127.0.0.1:40123`.
    public let origin: String
    private let received = NIOLockedValueBox<[Request]>([])
    private let answer: @Sendable (Request) -> Answer

    private init(origin: String, answer: @escaping @Sendable (Request) -> Answer) {
        self.origin = origin
        self.answer = answer
    }

    /// What it has been sent so far.
    public var requests: [Request] { received.withLockedValue { $0 } }

    /// Opens a site, lends it, and closes it.
    /// - Parameters:
    ///   - answer: What it answers to a request.
    ///   - body: What is done with it.
    /// - Returns: What the body returned.
    /// - Throws: Whatever the body throws, or what opening a port may throw.
    public static func open<R: Sendable>(
        _ answer: @escaping @Sendable (Request) -> Answer,
        _ body: (Site) async throws -> R
    ) async throws -> R {
        let site = NIOLockedValueBox<Site?>(nil)
        let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    try channel.pipeline.syncOperations.addHandler(SiteHandler { site.withLockedValue { $0 } })
                }
            }
            .bind(host: "127.0.0.1", port: 0)
            .get()
        let opened = Site(origin: "http://127.0.0.1:\(server.localAddress?.port ?? 0)", answer: answer)
        site.withLockedValue { $0 = opened }
        do {
            let result = try await body(opened)
            try await server.close()
            return result
        } catch {
            try await server.close()
            throw error
        }
    }

    fileprivate func reply(to request: Request) -> Answer {
        received.withLockedValue { $0.append(request) }
        return answer(request)
    }
}

private final class SiteHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let site: @Sendable () -> Site?
    private var head: HTTPRequestHead?
    private var body = ""
    /// Whether the client wants the connection closed.
    private var isLast = false

    init(_ site: @escaping @Sendable () -> Site?) {
        self.site = site
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            self.head = head
            body = ""
        case .body(let part):
            body += String(buffer: part)
        case .end:
            finish(context)
        }
    }

    private func finish(_ context: ChannelHandlerContext) {
        guard let head, let site = site() else { return context.close(promise: nil) }
        isLast = !head.isKeepAlive
        let headers = Dictionary(head.headers.map { ($0.name.lowercased(), $0.value) }) { first, _ in first }
        let request = Site.Request(method: head.method.rawValue, path: head.uri, headers: headers, body: body)
        let answer = site.reply(to: request)
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        context.eventLoop.scheduleTask(in: TimeAmount(answer.delay)) {
            let (handler, context) = bound.value
            handler.send(answer, context)
        }
    }

    private func send(_ answer: Site.Answer, _ context: ChannelHandlerContext) {
        guard answer.status > 0 else { return context.close(promise: nil) }
        var headers = HTTPHeaders(answer.headers)
        if answer.later == nil {
            headers.replaceOrAdd(name: "content-length", value: String(answer.body.utf8.count))
        }
        let head = HTTPResponseHead(
            version: .http1_1,
            status: HTTPResponseStatus(statusCode: answer.status),
            headers: headers
        )
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: answer.body)))), promise: nil)
        guard let later = answer.later else { return end(context) }
        context.flush()
        send(later.pieces[...], every: TimeAmount(later.pause), context)
    }

    private func send(_ pieces: ArraySlice<String>, every pause: TimeAmount, _ context: ChannelHandlerContext) {
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        context.eventLoop.scheduleTask(in: pause) {
            let (handler, context) = bound.value
            guard let piece = pieces.first else { return handler.end(context) }
            let body = handler.wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: piece))))
            context.writeAndFlush(body, promise: nil)
            handler.send(pieces.dropFirst(), every: pause, context)
        }
    }

    private func end(_ context: ChannelHandlerContext) {
        guard isLast else { return context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil) }
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        context.writeAndFlush(wrapOutboundOut(.end(nil))).whenComplete { _ in bound.value.close(promise: nil) }
    }
}
