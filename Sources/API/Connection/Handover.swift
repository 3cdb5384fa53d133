import Glibc
import Logging
import NIOCore
import NIOPosix
import Waiting

/// Gives a port that processes share (`SO_REUSEPORT`) from one to the next, so that no connection is lost.
///
/// The system deals new connections out among the listeners of a port, and resets those that wait at one that is closed.
/// So whoever leaves first has it deal them all to another one: a program of one instruction, which names a listener by
/// its place among them (`SO_ATTACH_REUSEPORT_CBPF`). Places change as listeners come and go, and nobody is told his; so
/// they are tried, and a connection made by ourselves shows who answers. After that it takes what was on its way.
struct Handover: Sendable {
    let places: Places
    let patience: Patience
    let logger: Logger
    private let clock = ContinuousClock()

    /// More processes than that do not share a port.
    private static let most: UInt64 = 8

    init(_ server: GuardedServer, logger: Logger) {
        places = server.places
        patience = server.patience
        self.logger = logger
    }

    /// Takes its share of what comes: whatever a process that has left had the system do holds no more.
    func join(_ listener: any Channel) async { try? await set(listener, .detach, Int32(0)) }

    /// Answers what has come, has what is to come go elsewhere, and waits until that is so.
    ///
    /// Where nobody else listens it returns at once.
    func leave(_ listener: any Channel) async {
        places.part()
        guard await sendElsewhere(listener) else { return }
        logger.info("new connections go to another process; those that are open are finished")
        let end = clock.now + patience.handshake + patience.parting
        await Signal().wait(atMost: patience.handshake, on: clock)
        while clock.now < end, !Task.isCancelled, await waiting(at: listener) > 0 {
            await Signal().wait(atMost: .milliseconds(20), on: clock)
        }
        await places.emptied.wait(atMost: end - clock.now, on: clock)
    }

    private func sendElsewhere(_ listener: any Channel) async -> Bool {
        guard let address = listener.localAddress.flatMap(Self.reachable) else { return false }
        // A process that listens and does not answer is nobody to send callers to, and not to be waited for again and again.
        let end = clock.now + .seconds(5)
        for place in 0..<Self.most where clock.now < end {
            do { try await choose(place, listener) } catch { return false }
            // Who is about to leave says so in every answer.
            if let answer = await HandoverProbe.ask(address), !answer.contains("connection: close") { return true }
        }
        return false
    }

    /// How many connections the system holds that have not been taken from it.
    private func waiting(at listener: any Channel) async -> Int {
        guard let socket = listener as? any SocketOptionProvider else { return 0 }
        let info: tcp_info? = try? await socket.unsafeGetSocketOption(level: .tcp, name: .init(rawValue: TCP_INFO))
            .get()
        return Int(info?.tcpi_unacked ?? 0)
    }

    private static func reachable(_ address: SocketAddress) -> SocketAddress? {
        guard let port = address.port, let host = address.ipAddress else { return nil }
        return try? SocketAddress(ipAddress: ["0.0.0.0": "127.0.0.1", "::": "::1"][host] ?? host, port: port)
    }
}

// MARK: What the system is told

extension Handover {
    /// Options that the C library's module does not show.
    private enum Option: CInt {
        case attach = 51
        case detach = 68
    }

    /// What the system is given: `struct sock_fprog`, whose pointer is an address here, for it is handed to another thread.
    private struct Program: Sendable {
        let count: UInt16
        let instructions: UInt
    }

    /// Has the listener at a place get everything; where there is none, the system chooses as before.
    private func choose(_ place: UInt64, _ listener: any Channel) async throws {
        let instruction = UnsafeMutablePointer<UInt64>.allocate(capacity: 1)
        defer { instruction.deallocate() }
        // `struct sock_filter`: "return a constant" is 6, and the constant stands in the upper half.
        instruction.initialize(to: (6 as UInt64).littleEndian | place << 32)
        try await set(listener, .attach, Program(count: 1, instructions: UInt(bitPattern: instruction)))
    }

    private func set(_ listener: any Channel, _ option: Option, _ value: some Sendable) async throws {
        guard let socket = listener as? any SocketOptionProvider else { throw ChannelError.operationUnsupported }
        try await socket.unsafeSetSocketOption(level: .socket, name: .init(rawValue: option.rawValue), value: value)
            .get()
    }
}

/// Asks a port for its health, to see who answers.
private final class HandoverProbe: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let answer: EventLoopPromise<String?>
    private var text = ""

    private init(_ answer: EventLoopPromise<String?>) { self.answer = answer }

    /// Asks.
    ///
    /// - Returns: the reply's head in small letters; nil when none came.
    static func ask(_ address: SocketAddress) async -> String? {
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        let answer = loop.makePromise(of: String?.self)
        let limit = loop.scheduleTask(in: .seconds(2)) { answer.succeed(nil) }
        defer { limit.cancel() }
        let connecting = ClientBootstrap(group: loop).connectTimeout(.seconds(1))
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(HandoverProbe(answer))
                }
            }
            .connect(to: address)
        guard let channel = try? await connecting.get() else {
            answer.succeed(nil)
            return nil
        }
        defer { channel.close(promise: nil) }
        return (try? await answer.futureResult.get()) ?? nil
    }

    func channelActive(context: ChannelHandlerContext) {
        let request = ByteBuffer(string: "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n")
        context.writeAndFlush(wrapOutboundOut(request), promise: nil)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        text += String(buffer: unwrapInboundIn(data)).lowercased()
        if let head = text.firstRange(of: "\r\n\r\n") { answer.succeed(String(text[..<head.lowerBound])) }
    }

    func channelInactive(context: ChannelHandlerContext) { answer.succeed(nil) }
}
