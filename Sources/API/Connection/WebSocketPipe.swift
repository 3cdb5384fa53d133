import Crypto
import Foundation
import NIOCore
import NIOHTTP1
import NIOWebSocket

/// A connection that speaks WebSocket (RFC 6455): texts both ways, with bounds on both.
///
/// Whoever sends does not wait: a client that falls behind by more than ``mostUnsent`` is cut, so that it neither
/// delays others nor fills the memory.
final class WebSocketPipe: Sendable {
    /// How large a message may be.
    static let mostBytes = 5_000_000
    /// How many bytes may wait for a client.
    static let mostUnsent = 4 * 1024 * 1024

    /// The texts of the client, which end when it does; of each is said that it was taken.
    let texts: AsyncStream<String>
    let loop: any EventLoop
    private let handler: NIOLoopBound<WebSocketPipeHandler>

    fileprivate init(_ texts: AsyncStream<String>, _ handler: WebSocketPipeHandler, on loop: any EventLoop) {
        self.texts = texts
        self.loop = loop
        self.handler = NIOLoopBound(handler, eventLoop: loop)
    }

    /// Says that a text has been taken, so that more may come.
    func took(_ text: String) {
        let count = text.utf8.count
        loop.execute { [handler] in handler.value.took(count) }
    }

    /// Sends texts.
    func send(_ texts: [ByteBuffer]) {
        loop.execute { [handler] in handler.value.send(texts) }
    }

    /// Sends a text.
    func send(_ text: ByteBuffer) { send([text]) }

    /// Ends the connection, telling the client why.
    func close(_ code: WebSocketErrorCode) {
        loop.execute { [handler] in handler.value.close(code) }
    }

    /// How long nothing has come from the client.
    func silence() async -> Duration {
        let heard = try? await loop.submit { [handler] in handler.value.lastHeard }.get()
        return heard.map { ContinuousClock.now - $0 } ?? .zero
    }
}

extension WebSocketErrorCode {
    /// The service restarts: clients come again.
    static let serviceRestart = WebSocketErrorCode(codeNumber: 1012)
    /// Try again later.
    static let tryAgainLater = WebSocketErrorCode(codeNumber: 1013)
}

extension RawSocket {
    /// Answers the client's handshake; from then on the connection speaks WebSocket.
    ///
    /// - Parameter key: the client's `Sec-WebSocket-Key`.
    /// - Returns: the connection.
    /// - Throws: when the connection has ended.
    func speakWebSocket(_ key: String) async throws -> WebSocketPipe {
        let (texts, sink) = AsyncStream.makeStream(of: String.self)
        return try await loop.submit { [self, loop] in
            let pipe = WebSocketPipeHandler(sink)
            // In one turn of the loop: no byte of the client's comes between.
            try become(
                answering: Self.welcome(key),
                [
                    ByteToMessageHandler(WebSocketFrameDecoder(maxFrameSize: WebSocketPipe.mostBytes)),
                    WebSocketFrameEncoder(), WebSocketProtocolErrorHandler(isServer: true),
                    NIOWebSocketFrameAggregator(
                        minNonFinalFragmentSize: 0,
                        maxAccumulatedFrameCount: 4096,
                        maxAccumulatedFrameSize: WebSocketPipe.mostBytes
                    ), pipe,
                ]
            )
            return WebSocketPipe(texts, pipe, on: loop)
        }.get()
    }

    private static func welcome(_ key: String) -> ByteBuffer {
        let digest = Insecure.SHA1.hash(data: Data((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").utf8))
        return ByteBuffer(
            string: "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: \(Data(digest).base64EncodedString())\r\n\r\n"
        )
    }
}

/// Stands behind NIO's codec of WebSocket.
private final class WebSocketPipeHandler: ChannelDuplexHandler {
    typealias InboundIn = WebSocketFrame
    typealias OutboundIn = Never
    typealias OutboundOut = WebSocketFrame

    private static let mostUntaken = 256 * 1024

    private let sink: AsyncStream<String>.Continuation
    private var context: ChannelHandlerContext?
    private var untaken = 0
    private var holdsRead = false
    private var isClosing = false
    private(set) var lastHeard = ContinuousClock.now

    init(_ sink: AsyncStream<String>.Continuation) { self.sink = sink }

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
        sink.finish()
    }

    func channelInactive(context: ChannelHandlerContext) {
        sink.finish()
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        sink.finish()
        // Of what NIO's decoder does not take, the handler before this one has told the client.
        if error is NIOWebSocketError { isClosing = true } else { close(.messageTooLarge) }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is ChannelShouldQuiesceEvent { close(.serviceRestart) }
        if event as? ChannelEvent == .inputClosed { sink.finish() }
        context.fireUserInboundEventTriggered(event)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let frame = unwrapInboundIn(data)
        lastHeard = .now
        let bytes = frame.unmaskedData
        switch frame.opcode {
        case .text:
            guard let text = String(validating: bytes.readableBytesView, as: UTF8.self) else {
                return close(.dataInconsistentWithMessage)
            }
            untaken += text.utf8.count
            sink.yield(text)
        case .ping: write(WebSocketFrame(fin: true, opcode: .pong, data: bytes))
        case .connectionClose: close(.normalClosure)
        default: break
        }
    }

    func read(context: ChannelHandlerContext) {
        if untaken < Self.mostUntaken { context.read() } else { holdsRead = true }
    }

    func took(_ count: Int) {
        untaken -= count
        guard holdsRead, untaken < Self.mostUntaken else { return }
        holdsRead = false
        context?.read()
    }

    func send(_ texts: [ByteBuffer]) {
        guard !isClosing, let context else { return }
        let waiting = (try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
        guard waiting < WebSocketPipe.mostUnsent else {
            isClosing = true
            sink.finish()
            // What it has not read it will not read: a last word would only wait behind it.
            return context.close(promise: nil)
        }
        for text in texts {
            context.write(wrapOutboundOut(WebSocketFrame(fin: true, opcode: .text, data: text)), promise: nil)
        }
        context.flush()
    }

    func close(_ code: WebSocketErrorCode) {
        guard !isClosing, let context else { return }
        isClosing = true
        sink.finish()
        var bytes = context.channel.allocator.buffer(capacity: 2)
        bytes.write(webSocketErrorCode: code)
        let closed = context.eventLoop.makePromise(of: Void.self)
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        closed.futureResult.whenComplete { _ in bound.value.close(promise: nil) }
        context.writeAndFlush(
            wrapOutboundOut(WebSocketFrame(fin: true, opcode: .connectionClose, data: bytes)),
            promise: closed
        )
    }

    private func write(_ frame: WebSocketFrame) { context?.writeAndFlush(wrapOutboundOut(frame), promise: nil) }
}
