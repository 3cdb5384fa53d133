import Crypto
import Foundation
import GhostHands
import NIOCore

/// The server's side of a WebSocket's frames (RFC 6455, 5): a pure value that is fed bytes.
struct SocketCodec {
    /// What a client has sent.
    enum Arrival: Hashable {
        case message(LiveMessage)
        case ping([UInt8])
    }

    /// What a client may not send; the code that the socket is closed with.
    struct Violation: Error, Hashable {
        let code: Int
    }

    private enum Opcode: UInt8 {
        case continuation = 0
        case text = 1
        case binary = 2
        case close = 8
        case ping = 9
        case pong = 10
    }

    /// The longest message, in bytes.
    static let mostBytes = 256 * 1024
    private var buffer = ByteBuffer()
    /// The message whose pieces are still coming.
    private var begun: (isText: Bool, bytes: [UInt8])?

    /// Takes bytes, and gives what is complete.
    ///
    /// - Throws: ``Violation``.
    mutating func feed(_ bytes: ByteBuffer) throws(Violation) -> [Arrival] {
        buffer.writeImmutableBuffer(bytes)
        var arrivals: [Arrival] = []
        while let arrival = try next() {
            if let arrival { arrivals.append(arrival) }
        }
        buffer.discardReadBytes()
        return arrivals
    }

    /// The next frame; nil where it is not complete, nil within where it says nothing by itself.
    private mutating func next() throws(Violation) -> Arrival?? {
        let start = buffer.readerIndex
        guard let first: UInt8 = buffer.getInteger(at: start), let second: UInt8 = buffer.getInteger(at: start + 1)
        else { return nil }
        guard first & 0x70 == 0, second & 0x80 != 0, let opcode = Opcode(rawValue: first & 0x0f) else {
            throw Violation(code: 1002)
        }
        let isFinal = first & 0x80 != 0
        var at = start + 2
        let length: Int
        switch second & 0x7f {
        case 126:
            guard let value: UInt16 = buffer.getInteger(at: at) else { return nil }
            (length, at) = (Int(value), at + 2)
        case 127:
            guard let value: UInt64 = buffer.getInteger(at: at) else { return nil }
            (length, at) = (Int(clamping: value), at + 8)
        case let value: length = Int(value)
        }
        let isControl = opcode.rawValue >= 8
        guard !isControl || (isFinal && length <= 125) else { throw Violation(code: 1002) }
        guard length + (begun?.bytes.count ?? 0) <= Self.mostBytes else { throw Violation(code: 1009) }
        guard let mask = buffer.getBytes(at: at, length: 4), let masked = buffer.getBytes(at: at + 4, length: length)
        else { return nil }
        buffer.moveReaderIndex(to: at + 4 + length)
        let payload = masked.enumerated().map { $0.element ^ mask[$0.offset & 3] }
        return .some(try read(opcode, isFinal, payload))
    }

    private mutating func read(_ opcode: Opcode, _ isFinal: Bool, _ bytes: [UInt8]) throws(Violation) -> Arrival? {
        switch opcode {
        case .ping: return .ping(bytes)
        case .pong: return nil
        case .close:
            guard bytes.count != 1 else { throw Violation(code: 1002) }
            return .message(.closed(bytes.count < 2 ? nil : Int(bytes[0]) << 8 | Int(bytes[1])))
        case .text, .binary:
            guard begun == nil else { throw Violation(code: 1002) }
            begun = (opcode == .text, bytes)
        case .continuation:
            guard begun != nil else { throw Violation(code: 1002) }
            begun?.bytes += bytes
        }
        guard isFinal, let whole = begun else { return nil }
        begun = nil
        guard whole.isText else { return .message(.binary(Data(whole.bytes))) }
        guard let text = String(validating: whole.bytes, as: UTF8.self) else { throw Violation(code: 1007) }
        return .message(.text(text))
    }

    /// A message as a frame of the server's.
    static func frame(_ message: LiveMessage) -> ByteBuffer {
        switch message {
        case .text(let text): frame(.text, Array(text.utf8))
        case .binary(let data): frame(.binary, Array(data))
        case .closed(let code):
            frame(.close, code.map { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] } ?? [])
        }
    }

    /// The answer to a ping.
    static func pong(_ bytes: [UInt8]) -> ByteBuffer { frame(.pong, bytes) }

    private static func frame(_ opcode: Opcode, _ payload: [UInt8]) -> ByteBuffer {
        var buffer = ByteBuffer()
        buffer.reserveCapacity(payload.count + 10)
        buffer.writeInteger(0x80 | opcode.rawValue)
        switch payload.count {
        case ..<126: buffer.writeInteger(UInt8(payload.count))
        case ..<65_536:
            buffer.writeInteger(UInt8(126))
            buffer.writeInteger(UInt16(payload.count))
        default:
            buffer.writeInteger(UInt8(127))
            buffer.writeInteger(UInt64(payload.count))
        }
        buffer.writeBytes(payload)
        return buffer
    }

    /// The server's half of the handshake (RFC 6455, 4.2.2).
    static func welcome(_ key: String) -> ByteBuffer {
        let digest = Insecure.SHA1.hash(data: Data((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").utf8))
        return ByteBuffer(
            string: "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: \(Data(digest).base64EncodedString())\r\n\r\n"
        )
    }
}
