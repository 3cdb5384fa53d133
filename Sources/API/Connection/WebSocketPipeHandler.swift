import Foundation
import GhostHands
import NIOCore
import NIOWebSocket

/// Stands behind NIO's codec of WebSocket.
final class WebSocketPipeHandler: ChannelDuplexHandler {
    typealias InboundIn = WebSocketFrame
    typealias OutboundIn = Never
    typealias OutboundOut = ByteBuffer

    private let sink: AsyncStream<SocketMessage>.Continuation
    private var context: ChannelHandlerContext?
    private var backlog = Backlog()
    private var isClosing = false
    /// How many bytes were given to the connection without waiting.
    private var given = 0
    /// Whether it is behind, and will be looked at.
    private var isWatched = false
    /// Whether it was closed because too much waited for it.
    private(set) var wasCut = false
    /// What the connection was closed for.
    private(set) var violation: WebSocketErrorCode?
    private(set) var lastHeard = ContinuousClock.now

    init(_ sink: AsyncStream<SocketMessage>.Continuation) { self.sink = sink }

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
        switch error {
        case NIOWebSocketError.invalidFrameLength, NIOWebSocketFrameAggregator.Error.accumulatedFrameSizeIsTooLarge,
            NIOWebSocketFrameAggregator.Error.tooManyFragments:
            violate(.messageTooLarge)
        case is NIOWebSocketError, is NIOWebSocketFrameAggregator.Error, is ForeignFrame: violate(.protocolError)
        default: context.close(promise: nil)
        }
        sink.finish()
    }

    private func violate(_ code: WebSocketErrorCode) {
        violation = violation ?? code
        close(code)
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
                return violate(.dataInconsistentWithMessage)
            }
            take(.text(text))
        case .binary: take(.binary(Data(bytes.readableBytesView)))
        case .ping: write(.pong, bytes)
        case .connectionClose:
            guard bytes.readableBytes != 1 else { return violate(.protocolError) }
            take(.closed(bytes.getInteger(at: bytes.readerIndex, as: UInt16.self).map(Int.init)))
            close(.normalClosure)
        default: break
        }
    }

    private func take(_ message: SocketMessage) {
        backlog.came(message.count)
        sink.yield(message)
    }

    func read(context: ChannelHandlerContext) {
        if backlog.mayRead() { context.read() }
    }

    func took(_ count: Int) {
        if backlog.took(count) { context?.read() }
    }

    func send(_ bytes: ByteBuffer) {
        guard !isClosing, let context else { return }
        let waiting = unsent(context)
        guard waiting < WebSocketPipe.mostHeld else { return cut(context) }
        if waiting >= WebSocketPipe.mostUnsent, !isWatched { watch(context) }
        given += bytes.readableBytes
        context.writeAndFlush(wrapOutboundOut(bytes), promise: nil)
    }

    /// Looks a moment later whether a client that is behind reads: one that was sent much at once is none to be cut.
    private func watch(_ context: ChannelHandlerContext) {
        isWatched = true
        let taken = given - unsent(context)
        let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
        context.eventLoop.scheduleTask(in: WebSocketPipe.patience) {
            bound.value.judge(tookBefore: taken)
        }
    }

    private func judge(tookBefore: Int) {
        isWatched = false
        guard !isClosing, let context else { return }
        let waiting = unsent(context)
        guard waiting >= WebSocketPipe.mostUnsent else { return }
        let taken = given - waiting - tookBefore
        if taken < WebSocketPipe.mostUnsent { cut(context) } else { watch(context) }
    }

    private func cut(_ context: ChannelHandlerContext) {
        (isClosing, wasCut) = (true, true)
        sink.finish()
        // What it has not read it will not read: a last word would only wait behind it.
        context.close(promise: nil)
    }

    private func unsent(_ context: ChannelHandlerContext) -> Int {
        (try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
    }

    func send(_ message: SocketMessage, _ promise: EventLoopPromise<Void>) {
        guard !isClosing else { return promise.fail(ChannelError.ioOnClosedChannel) }
        switch message {
        case .text(let text): write(.text, ByteBuffer(string: text), promise)
        case .binary(let data): write(.binary, ByteBuffer(bytes: data), promise)
        case .closed(let code):
            isClosing = true
            var bytes = ByteBuffer()
            if let code { bytes.write(webSocketErrorCode: WebSocketErrorCode(codeNumber: code)) }
            write(.connectionClose, bytes, promise)
        }
    }

    func close(_ code: WebSocketErrorCode) {
        guard !isClosing, let context else { return }
        sink.finish()
        let closed = context.eventLoop.makePromise(of: Void.self)
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        closed.futureResult.whenComplete { _ in bound.value.close(promise: nil) }
        var bytes = ByteBuffer()
        bytes.write(webSocketErrorCode: code)
        isClosing = true
        write(.connectionClose, bytes, closed)
    }

    private func write(_ opcode: WebSocketOpcode, _ bytes: ByteBuffer, _ promise: EventLoopPromise<Void>? = nil) {
        guard let context else {
            promise?.fail(ChannelError.ioOnClosedChannel)
            return
        }
        context.writeAndFlush(wrapOutboundOut(.message(opcode, bytes)), promise: promise)
    }
}

/// Lets no frame through that only a server or an extension may send, which NIO's decoder leaves to others.
final class ClientFrameHandler: ChannelInboundHandler {
    typealias InboundIn = WebSocketFrame
    typealias InboundOut = WebSocketFrame

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let frame = unwrapInboundIn(data)
        let isKnown = [.continuation, .text, .binary, .connectionClose, .ping, .pong].contains(frame.opcode)
        if isKnown, frame.maskKey != nil, !frame.rsv1, !frame.rsv2, !frame.rsv3 {
            context.fireChannelRead(data)
        } else {
            context.fireErrorCaught(ForeignFrame())
        }
    }
}

/// A frame that no client may send.
struct ForeignFrame: Error {}
