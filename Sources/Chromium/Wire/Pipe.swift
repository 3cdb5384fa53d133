import NIOConcurrencyHelpers
import NIOCore
import NIOPosix

/// The two pipes to a browser, as one channel of whole messages.
struct Pipe: Sendable {
    private let channel: any Channel

    var loop: any EventLoop { channel.eventLoop }

    /// Takes over the descriptors and hands every message, and at last the end, to the connection it makes.
    static func connect(reading: CInt, writing: CInt) async throws -> Connection {
        let made = NIOLockedValueBox<Connection?>(nil)
        _ = try await NIOPipeBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let connection = Connection(pipe: Pipe(channel: channel))
                    made.withLockedValue { $0 = connection }
                    let decoder = ByteToMessageHandler(MessageDecoder())
                    try channel.pipeline.syncOperations.addHandlers([decoder, Receiver(connection: connection)])
                }
            }
            .takingOwnershipOfDescriptors(input: reading, output: writing)
            .get()
        guard let connection = made.withLockedValue({ $0 }) else {
            throw ChromiumError(.launchFailed, "the pipe to the browser cannot be opened")
        }
        return connection
    }

    /// Sends a message; those of one thread leave in the order of their calls.
    func send(_ message: [UInt8]) {
        var buffer = channel.allocator.buffer(capacity: message.count + 1)
        buffer.writeBytes(message)
        buffer.writeInteger(UInt8(0))
        channel.writeAndFlush(buffer, promise: nil)
    }

    func close() {
        channel.close(promise: nil)
    }
}

private final class Receiver: ChannelInboundHandler, Sendable {
    typealias InboundIn = ByteBuffer

    private let connection: Connection

    init(connection: Connection) {
        self.connection = connection
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        connection.receive(unwrapInboundIn(data))
    }

    func channelInactive(context: ChannelHandlerContext) {
        connection.end(ChromiumError(.closed, "the browser has ended"))
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        connection.end((error as? ChromiumError) ?? ChromiumError(.closed, "the pipe to the browser broke"))
        context.close(promise: nil)
    }
}
