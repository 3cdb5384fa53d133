import Foundation
import GhostHands
import NIOCore
import NIOEmbedded
import NIOHTTP1
import Testing

@testable import API

/// What a client may send over a WebSocket, and what becomes of it when it sends anything else.
struct WebSocketPipeTests {
    private static let mostBytes = 256 * 1024

    /// A connection that has been answered, and the pipe over it.
    private func opened() async throws -> (NIOAsyncTestingChannel, WebSocketPipe) {
        let channel = NIOAsyncTestingChannel()
        let head = HTTPRequestHead(version: .http1_1, method: .GET, uri: "/")
        let socket = try await channel.testingEventLoop.executeInContext { () -> RawSocket in
            let (handler, socket) = RawSocketHandler.pair(head, on: channel.eventLoop)
            try channel.pipeline.syncOperations.addHandler(handler)
            return socket
        }
        try await channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1))
        async let pipe = socket.speakWebSocket("dGhlIHNhbXBsZSBub25jZQ==", mostBytes: Self.mostBytes)
        let welcome = try await channel.waitForOutboundWrite(as: ByteBuffer.self)
        // RFC 6455, 1.3.
        #expect(String(buffer: welcome).contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo="))
        return (channel, try await pipe)
    }

    private static func frame(_ opcode: UInt8, _ payload: [UInt8], final: Bool = true) -> [UInt8] {
        let mask: [UInt8] = [1, 2, 3, 4]
        let size: [UInt8] =
            payload.count < 126
            ? [UInt8(payload.count) | 0x80]
            : [126 | 0x80, UInt8(payload.count >> 8), UInt8(payload.count & 255)]
        return [(final ? 0x80 : 0) | opcode] + size + mask
            + payload.enumerated().map { $0.element ^ mask[$0.offset & 3] }
    }

    @Test(arguments: [1, 2, 7, 1_000]) func `messages are read as they come, whole or in pieces`(step: Int) async throws
    {
        let (channel, pipe) = try await opened()
        let bytes =
            Self.frame(1, Array("{\"t\":".utf8), final: false) + Self.frame(9, [7])
            + Self.frame(0, Array("\"ü\"}".utf8)) + Self.frame(2, Array(repeating: 5, count: 300))
            + Self.frame(8, [3, 232])
        for from in stride(from: 0, to: bytes.count, by: step) {
            try await channel.writeInbound(ByteBuffer(bytes: bytes[from..<min(from + step, bytes.count)]))
        }
        var messages: [SocketMessage] = []
        for await message in pipe.messages { messages.append(message) }
        #expect(
            messages == [.text("{\"t\":\"ü\"}"), .binary(Data(repeating: 5, count: 300)), .closed(1000)]
        )
        #expect(try await sent(channel) == [0x8a, 1, 7, 0x88, 2, 3, 232])
        #expect(await !pipe.hasViolated())
    }

    @Test(
        arguments: [
            ("not masked", [0x81, 2, 65, 65], 1002), ("an unknown kind", frame(3, []), 1002),
            ("an extension's bit", [0xc1, 0x80, 0, 0, 0, 0], 1002), ("a piece of nothing", frame(0, [1]), 1002),
            ("no text", frame(1, [0xff]), 1007), ("a ping in pieces", frame(9, [1], final: false), 1002),
            ("too long", [0x82, 0xff, 0, 0, 0, 0, 0, 8, 0, 0, 1, 2, 3, 4], 1009),
            ("longer than there are numbers", [0x82, 0xff, 255, 255, 255, 255, 255, 255, 255, 255], 1009),
            ("half a code", frame(8, [3]), 1002),
        ] as [(String, [UInt8], Int)]
    )
    func `what no client may send ends the connection`(what: String, bytes: [UInt8], code: Int) async throws {
        let (channel, pipe) = try await opened()
        // What is broken ends the messages; the channel may tell of it as well.
        _ = try? await channel.writeInbound(ByteBuffer(bytes: bytes))
        for await message in pipe.messages { Issue.record("\(message)") }
        #expect(await pipe.hasViolated())
        #expect(try await sent(channel) == [0x88, 2, UInt8(code >> 8), UInt8(code & 255)])
    }

    @Test func `what is sent is written whole, and nothing after the end`() async throws {
        let (channel, pipe) = try await opened()
        try await pipe.send(.text("hello"))
        try await pipe.send(.binary(Data([1, 2])))
        try await pipe.send(.closed(4000))
        #expect(
            try await sent(channel) == [0x81, 5] + Array("hello".utf8) + [0x82, 2, 1, 2, 0x88, 2, 15, 160]
        )
        await #expect(throws: (any Error).self) { try await pipe.send(.text("more")) }
    }

    /// The bytes that the server has sent.
    private func sent(_ channel: NIOAsyncTestingChannel) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        while var written = try await channel.readOutbound(as: ByteBuffer.self) {
            bytes += written.readBytes(length: written.readableBytes) ?? []
        }
        return bytes
    }
}
