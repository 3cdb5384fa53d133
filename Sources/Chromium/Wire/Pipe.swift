import NIOConcurrencyHelpers
import NIOCore
import NIOPosix

/// The two pipes to a browser, as one channel of whole messages.
struct Pipe: Transport {
    private let channel: any Channel
    private let receiver: Receiver

    var loop: any EventLoop { channel.eventLoop }

    /// Takes over the descriptors; nothing is read from them before the pipe is opened.
    static func connect(reading: CInt, writing: CInt) async throws -> Pipe {
        let receiver = Receiver()
        let channel = try await NIOPipeBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.autoRead, value: false)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let decoder = ByteToMessageHandler(MessageDecoder())
                    try channel.pipeline.syncOperations.addHandlers([decoder, receiver])
                }
            }
            .takingOwnershipOfDescriptors(input: reading, output: writing)
            .get()
        return Pipe(channel: channel, receiver: receiver)
    }

    func open(_ receive: @escaping @Sendable (Arrival) -> Void) {
        receiver.open(receive)
        channel.setOption(.autoRead, value: true).whenSuccess { [channel] in channel.read() }
    }

    func send(_ message: ByteBuffer) {
        var buffer = message
        buffer.writeInteger(UInt8(0))
        channel.writeAndFlush(buffer, promise: nil)
    }

    func close() {
        channel.close(promise: nil)
    }
}

private final class Receiver: ChannelInboundHandler, Sendable {
    typealias InboundIn = ByteBuffer

    private struct State {
        var receive: (@Sendable (Arrival) -> Void)?
        /// How the pipe ended, once it has.
        var end: ChromiumError?
    }

    private let state = NIOLockedValueBox(State())

    func open(_ receive: @escaping @Sendable (Arrival) -> Void) {
        let end = state.withLockedValue { state in
            if state.end == nil { state.receive = receive }
            return state.end
        }
        if let end { receive(.end(end)) }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let receive = state.withLockedValue { $0.receive }
        receive?(.message(unwrapInboundIn(data)))
    }

    func channelInactive(context: ChannelHandlerContext) {
        finish(ChromiumError(.closed, "the browser has ended"))
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        finish((error as? ChromiumError) ?? ChromiumError(.closed, "the pipe to the browser broke"))
        context.close(promise: nil)
    }

    private func finish(_ end: ChromiumError) {
        let receive = state.withLockedValue { state in
            defer { state.receive = nil }
            state.end = state.end ?? end
            return state.receive
        }
        receive?(.end(end))
    }
}
