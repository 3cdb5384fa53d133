import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOWebSocket

/// A client that joins one channel and notes when what it is told was written.
struct BenchSocket: Sendable {
    private let channel: any Channel

    func close() { channel.close(promise: nil) }

    /// Opens sockets, fifty at a time; done when all are told that they are subscribed.
    static func open(
        _ count: Int,
        _ port: Int,
        _ table: String,
        _ filter: String,
        _ book: Book
    ) async throws
        -> [BenchSocket]
    {
        var sockets: [BenchSocket] = []
        while sockets.count < count {
            let next = min(50, count - sockets.count)
            sockets += try await withThrowingTaskGroup(of: BenchSocket.self) { group in
                for _ in 0..<next { group.addTask { try await open(port, table, filter, book) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
        }
        return sockets
    }

    private static func open(_ port: Int, _ table: String, _ filter: String, _ book: Book) async throws -> BenchSocket {
        let group = MultiThreadedEventLoopGroup.singleton
        let (opened, joined) = (
            group.next().makePromise(of: Void.self), group.next().makePromise(of: Void.self)
        )
        let upgrader = NIOWebSocketClientUpgrader(maxFrameSize: 1 << 22) { channel, _ in
            channel.eventLoop.makeCompletedFuture {
                try channel.pipeline.syncOperations.addHandler(Reader(book, joined))
                opened.succeed()
            }
        }
        let channel = try await ClientBootstrap(group: group)
            .channelInitializer { channel in
                channel.pipeline.addHTTPClientHandlers(
                    withClientUpgrade: (upgraders: [upgrader], completionHandler: { _ in })
                ).flatMapThrowing { try channel.pipeline.syncOperations.addHandler(Opener()) }
            }
            .connect(host: "127.0.0.1", port: port).get()
        channel.closeFuture.whenComplete { _ in
            opened.fail(ChannelError.ioOnClosedChannel)
            joined.fail(ChannelError.ioOnClosedChannel)
        }
        try await opened.futureResult.get()
        let binding = #"{"event":"*","schema":"public","table":"\#(table)","filter":"\#(filter)"}"#
        let join = #"["1","1","realtime:bench","phx_join",{"config":{"postgres_changes":[\#(binding)]}}]"#
        try await channel.writeAndFlush(
            WebSocketFrame(fin: true, opcode: .text, maskKey: .random(), data: ByteBuffer(string: join))
        )
        try await joined.futureResult.get()
        return BenchSocket(channel: channel)
    }
}

private final class Reader: ChannelInboundHandler {
    typealias InboundIn = WebSocketFrame

    private let book: Book
    private let joined: EventLoopPromise<Void>

    init(_ book: Book, _ joined: EventLoopPromise<Void>) {
        self.book = book
        self.joined = joined
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let now = Date().timeIntervalSince1970
        let text = String(buffer: unwrapInboundIn(data).data)
        if text.contains("\"phx_reply\"") { joined.succeed() }
        guard text.contains("\"postgres_changes\",{"), let place = text.range(of: "\"at\": ") else { return }
        let number = text[place.upperBound...].prefix { $0.isNumber || $0 == "." }
        if let written = Double(number) { book.note(now - written) }
    }
}

private final class Opener: ChannelInboundHandler {
    typealias InboundIn = HTTPClientResponsePart
    typealias OutboundOut = HTTPClientRequestPart

    func channelActive(context: ChannelHandlerContext) {
        var head = HTTPRequestHead(
            version: .http1_1,
            method: .GET,
            uri: "/realtime/v1/websocket?apikey=k&vsn=2.0.0"
        )
        head.headers.add(name: "Host", value: "x")
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }
}
