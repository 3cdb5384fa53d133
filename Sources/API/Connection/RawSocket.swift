import NIOCore
import NIOHTTP1

/// A connection that has left HTTP: bytes both ways, each side held up while the other is slow.
final class RawSocket: Sendable {
    /// The request that it began with.
    let head: HTTPRequestHead
    let loop: any EventLoop
    /// What the client sends; it ends when the client does.
    let incoming: AsyncStream<ByteBuffer>
    private let handler: NIOLoopBound<RawSocketHandler>

    fileprivate init(
        _ head: HTTPRequestHead,
        _ incoming: AsyncStream<ByteBuffer>,
        _ handler: RawSocketHandler,
        on loop: any EventLoop
    ) {
        self.head = head
        self.loop = loop
        self.incoming = incoming
        self.handler = NIOLoopBound(handler, eventLoop: loop)
    }

    /// Says that bytes have been taken, so that more may come.
    func took(_ count: Int) {
        loop.execute { [handler] in handler.value.took(count) }
    }

    /// Sends bytes; done when the system has taken them.
    func write(_ bytes: ByteBuffer) async throws {
        let promise = loop.makePromise(of: Void.self)
        loop.execute { [handler] in handler.value.write(bytes, promise) }
        try await promise.futureResult.get()
    }

    /// Ends the connection.
    func close() {
        loop.execute { [handler] in handler.value.close() }
    }

    /// Answers the client, and has other handlers stand before this one, to which nothing comes any more.
    ///
    /// To be called on the connection's loop.
    func become(answering bytes: ByteBuffer, _ handlers: [any ChannelHandler]) throws {
        try handler.value.become(answering: bytes, handlers)
    }
}

/// Stands at the connection where HTTP stood.
final class RawSocketHandler: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = Never
    typealias OutboundOut = ByteBuffer

    private let sink: AsyncStream<ByteBuffer>.Continuation
    private var context: ChannelHandlerContext?
    private var backlog = Backlog()

    private init(_ sink: AsyncStream<ByteBuffer>.Continuation) { self.sink = sink }

    /// A socket and the handler that feeds it.
    static func pair(_ head: HTTPRequestHead, on loop: any EventLoop) -> (RawSocketHandler, RawSocket) {
        let (incoming, sink) = AsyncStream.makeStream(of: ByteBuffer.self)
        let handler = RawSocketHandler(sink)
        return (handler, RawSocket(head, incoming, handler, on: loop))
    }

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
        sink.finish()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let bytes = unwrapInboundIn(data)
        backlog.came(bytes.readableBytes)
        sink.yield(bytes)
    }

    func read(context: ChannelHandlerContext) {
        if backlog.mayRead() { context.read() }
    }

    func channelInactive(context: ChannelHandlerContext) {
        sink.finish()
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        sink.finish()
        context.close(promise: nil)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        // The process ends, or the client has said all it had to say.
        if event is ChannelShouldQuiesceEvent || event as? ChannelEvent == .inputClosed { sink.finish() }
        context.fireUserInboundEventTriggered(event)
    }

    func took(_ count: Int) {
        if backlog.took(count) { context?.read() }
    }

    func write(_ bytes: ByteBuffer, _ promise: EventLoopPromise<Void>) {
        guard let context else { return promise.fail(ChannelError.ioOnClosedChannel) }
        context.writeAndFlush(wrapOutboundOut(bytes), promise: promise)
    }

    func close() { context?.close(promise: nil) }

    func become(answering bytes: ByteBuffer, _ handlers: [any ChannelHandler]) throws {
        guard let context else { throw ChannelError.ioOnClosedChannel }
        context.writeAndFlush(wrapOutboundOut(bytes), promise: nil)
        try context.pipeline.syncOperations.addHandlers(handlers, position: .before(self))
    }
}

/// The connections of a server that leave HTTP.
struct SocketDoor: Sendable {
    /// Whether a request asks for a socket that there is here.
    let takes: @Sendable (HTTPRequestHead) -> Bool
    private let arrivals: AsyncStream<RawSocket>
    private let sink: AsyncStream<RawSocket>.Continuation

    /// A door.
    ///
    /// - Parameter takes: whether a request's path is one of a socket.
    init(_ takes: @escaping @Sendable (HTTPRequestHead) -> Bool) {
        self.takes = takes
        (arrivals, sink) = AsyncStream.makeStream(of: RawSocket.self, bufferingPolicy: .bufferingOldest(64))
    }

    /// Serves those who come in, each by itself, while a server runs.
    ///
    /// - Parameters:
    ///   - server: runs the server that they come in by.
    ///   - body: serves one; the connection ends with it.
    /// - Throws: what the server throws.
    func serve(
        while server: @escaping @Sendable () async throws -> Void,
        each body: @escaping @Sendable (RawSocket) async -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                await withDiscardingTaskGroup { visits in
                    for await socket in arrivals {
                        visits.addTask {
                            await body(socket)
                            socket.close()
                        }
                    }
                    visits.cancelAll()
                }
            }
            group.addTask { try await server() }
            // The first to end is the server: the door stays open as long as it.
            try await group.next()
            group.cancelAll()
        }
    }

    func arrive(_ socket: RawSocket) {
        if case .dropped = sink.yield(socket) { socket.close() }
    }
}
