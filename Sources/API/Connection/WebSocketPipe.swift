import Crypto
import Foundation
import GhostHands
import NIOCore
import NIOHTTP1
import NIOWebSocket

/// A connection that speaks WebSocket (RFC 6455): messages both ways, with bounds on both.
final class WebSocketPipe: Sendable {
    /// How many bytes may wait for a client that does not read.
    static let mostUnsent = 4 * 1024 * 1024
    /// How many may wait for any.
    static let mostHeld = 8 * mostUnsent
    /// How long a client that is behind has to read so many.
    static let patience = TimeAmount.seconds(1)

    /// The messages of the client, which end when it does; of each is said that it was taken.
    let messages: AsyncStream<SocketMessage>
    let loop: any EventLoop
    private let handler: NIOLoopBound<WebSocketPipeHandler>

    fileprivate init(
        _ messages: AsyncStream<SocketMessage>,
        _ handler: WebSocketPipeHandler,
        on loop: any EventLoop
    ) {
        self.messages = messages
        self.loop = loop
        self.handler = NIOLoopBound(handler, eventLoop: loop)
    }

    /// Says that a message has been taken, so that more may come.
    func took(_ message: SocketMessage) {
        loop.execute { [handler] in handler.value.took(message.count) }
    }

    /// Sends a text without waiting: a client that falls behind by more than ``mostUnsent`` and does not read is cut, so
    /// that it neither delays others nor fills the memory.
    func send(_ text: ByteBuffer) { Self.send([(self, .message(.text, text))]) }

    /// Sends to many without waiting, in one turn of each loop.
    ///
    /// - Parameter parcels: to whom which bytes go, messages as they stand on the wire; they may share them.
    static func send(_ parcels: [(pipe: WebSocketPipe, bytes: ByteBuffer)]) {
        for (_, parcels) in Dictionary(grouping: parcels, by: { ObjectIdentifier($0.pipe.loop) }) {
            parcels.first?.pipe.loop.execute {
                for (pipe, bytes) in parcels { pipe.handler.value.send(bytes) }
            }
        }
    }

    /// Sends a message; done when the system has taken it.
    func send(_ message: SocketMessage) async throws {
        let promise = loop.makePromise(of: Void.self)
        loop.execute { [handler] in handler.value.send(message, promise) }
        try await promise.futureResult.get()
    }

    /// Whether the client has sent what no client may send.
    func hasViolated() async -> Bool {
        (try? await loop.submit { [handler] in handler.value.violation != nil }.get()) ?? false
    }

    /// Whether the client was cut because it did not read.
    func wasCut() async -> Bool {
        (try? await loop.submit { [handler] in handler.value.wasCut }.get()) ?? false
    }

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

extension ByteBuffer {
    /// A message of a server's as it stands on the wire (RFC 6455, 5.2): whole and not masked.
    static func message(_ opcode: WebSocketOpcode, _ payload: ByteBuffer) -> ByteBuffer {
        var bytes = ByteBuffer()
        bytes.reserveCapacity(payload.readableBytes + 10)
        bytes.writeMessageHead(opcode, of: payload.readableBytes)
        bytes.writeImmutableBuffer(payload)
        return bytes
    }

    /// The same of a text in pieces.
    static func message(_ pieces: String...) -> ByteBuffer {
        let count = pieces.reduce(0) { $0 + $1.utf8.count }
        var bytes = ByteBuffer()
        bytes.reserveCapacity(count + 10)
        bytes.writeMessageHead(.text, of: count)
        for piece in pieces { bytes.writeString(piece) }
        return bytes
    }

    private mutating func writeMessageHead(_ opcode: WebSocketOpcode, of count: Int) {
        writeInteger(0x80 | UInt8(webSocketOpcode: opcode))
        switch count {
        case 0..<126: writeInteger(UInt8(count))
        case 126...Int(UInt16.max):
            writeInteger(126 as UInt8)
            writeInteger(UInt16(count))
        default:
            writeInteger(127 as UInt8)
            writeInteger(UInt64(count))
        }
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
    /// - Parameters:
    ///   - key: the client's `Sec-WebSocket-Key`.
    ///   - mostBytes: how large a message may be.
    /// - Returns: the connection.
    /// - Throws: when the connection has ended.
    func speakWebSocket(_ key: String, mostBytes: Int) async throws -> WebSocketPipe {
        let (messages, sink) = AsyncStream.makeStream(of: SocketMessage.self)
        return try await loop.submit { [self, loop] in
            let pipe = WebSocketPipeHandler(sink)
            // In one turn of the loop: no byte of the client's comes between.
            try become(
                answering: Self.welcome(key),
                [
                    ByteToMessageHandler(WebSocketFrameDecoder(maxFrameSize: mostBytes)), ClientFrameHandler(),
                    NIOWebSocketFrameAggregator(
                        minNonFinalFragmentSize: 0,
                        maxAccumulatedFrameCount: 4096,
                        maxAccumulatedFrameSize: mostBytes
                    ), pipe,
                ]
            )
            return WebSocketPipe(messages, pipe, on: loop)
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
