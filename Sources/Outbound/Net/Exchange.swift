import Foundation
import NIOConcurrencyHelpers
import NIOCore
import NIOHTTP1
import Waiting

/// The part of an HTTP answer that has arrived.
final class Reception: Sendable {
    struct Received: Sendable {
        var head: HTTPResponseHead?
        var body = ByteBuffer()
        /// Whether the body came to its end.
        var isWhole = false
    }

    /// What came.
    let received = NIOLockedValueBox(Received())
    /// Answered when the head is there.
    let head = Promise<Void>()
    /// Answered when nothing more will come, or nothing more is wanted.
    let end = Promise<Void>()

    /// Why an answer broke off.
    enum Break: Error { case beforeHead, withinBody }
}

/// Asks once over a connection, and takes the answer down.
final class Exchange: ChannelInboundHandler {
    typealias InboundIn = HTTPClientResponsePart
    typealias OutboundOut = HTTPClientRequestPart

    private let head: HTTPRequestHead
    private let body: Data?
    private let limit: Int
    private let reception: Reception
    /// Whether what has come is all that is wanted: the end of what was cut off must not pass for the end of a whole.
    private var isFinished = false

    /// - Parameters:
    ///   - body: what is sent with it.
    ///   - limit: how many bytes of the answer are kept.
    ///   - reception: where the answer goes.
    init(_ head: HTTPRequestHead, body: Data?, limit: Int, to reception: Reception) {
        self.head = head
        self.body = body
        self.limit = limit
        self.reception = reception
    }

    func handlerAdded(context: ChannelHandlerContext) {
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        if let body {
            context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: body)))), promise: nil)
        }
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isFinished else { return }
        switch unwrapInboundIn(data) {
        case .head(let head):
            reception.received.withLockedValue { $0.head = head }
            reception.head.fulfil(with: ())
        case .body(let part):
            guard !keep(part) else { return }
            finish(context, .success(()))
        case .end:
            reception.received.withLockedValue { $0.isWhole = true }
            finish(context, .success(()))
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        let isEarlyEnd = error as? HTTPParserError == .invalidEOFState
        finish(context, .failure(isEarlyEnd ? breaking : error))
    }

    func channelInactive(context: ChannelHandlerContext) { finish(context, .failure(breaking)) }

    private var breaking: Reception.Break {
        reception.received.withLockedValue { $0.head == nil ? .beforeHead : .withinBody }
    }

    /// Keeps a part of the body.
    ///
    /// - Returns: whether it was all within the limit.
    private func keep(_ part: ByteBuffer) -> Bool {
        reception.received.withLockedValue { received in
            let room = limit - received.body.readableBytes
            var part = part
            let isWithin = part.readableBytes <= room
            if let fitting = part.readSlice(length: min(room, part.readableBytes)) {
                received.body.writeImmutableBuffer(fitting)
            }
            return isWithin
        }
    }

    private func finish(_ context: ChannelHandlerContext, _ result: Result<Void, any Error>) {
        isFinished = true
        reception.head.fulfil(result)
        reception.end.fulfil(result)
        context.close(promise: nil)
    }
}
