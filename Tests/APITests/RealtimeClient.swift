import Foundation
import GhostHands
import NIOConcurrencyHelpers
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOWebSocket
import Testing

@testable import API

/// A client of the realtime protocol, no cleverer than it has to be.
final class RealtimeClient: Sendable {
    struct Message: Sendable {
        var joinRef: String?
        var ref: String?
        var topic = ""
        var event = ""
        var payload = JSON.null
    }

    private let channel: any Channel
    private let isArray: Bool
    private let inbox: Inbox
    private let refs = NIOLockedValueBox(0)

    private init(_ channel: any Channel, isArray: Bool, _ inbox: Inbox) {
        self.channel = channel
        self.isArray = isArray
        self.inbox = inbox
    }

    deinit { channel.close(promise: nil) }

    static func connect(
        _ api: APIFixture,
        version: String,
        key: String = APIClient.key,
        path: String = "/realtime/v1/websocket"
    ) async throws -> RealtimeClient {
        let inbox = Inbox()
        let isArray = version.hasPrefix("2")
        let escaped = key.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? key
        let uri = "\(path)?apikey=\(escaped)&vsn=\(version)"
        let ready = MultiThreadedEventLoopGroup.singleton.next().makePromise(of: Void.self)
        let upgrader = NIOWebSocketClientUpgrader(maxFrameSize: 8_000_000) { channel, _ in
            channel.eventLoop.makeCompletedFuture {
                try channel.pipeline.syncOperations.addHandler(InboxHandler(inbox, isArray: isArray))
                ready.succeed()
            }
        }
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelInitializer { channel in
                channel.pipeline.addHTTPClientHandlers(
                    withClientUpgrade: (upgraders: [upgrader], completionHandler: { _ in })
                ).flatMapThrowing { try channel.pipeline.syncOperations.addHandler(Opener(uri)) }
            }
            .connect(host: "127.0.0.1", port: api.client.port).get()
        channel.closeFuture.whenComplete { _ in
            ready.fail(ChannelError.ioOnClosedChannel)
            inbox.end()
        }
        try await ready.futureResult.get()
        return RealtimeClient(channel, isArray: isArray, inbox)
    }

    /// What the server says to a handshake that it refuses.
    static func refusal(_ api: APIFixture, _ uri: String) async throws -> String {
        let texts = NIOLockedValueBox("")
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Collector(texts))
                }
            }
            .connect(host: "127.0.0.1", port: api.client.port).get()
        try await channel.writeAndFlush(
            ByteBuffer(
                string: "GET \(uri) HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
            )
        )
        try await channel.closeFuture.get()
        return texts.withLockedValue(\.self)
    }

    func send(raw text: String) async throws {
        let frame = WebSocketFrame(fin: true, opcode: .text, maskKey: .random(), data: ByteBuffer(string: text))
        try await channel.writeAndFlush(frame)
    }

    func send(_ topic: String, _ event: String, _ payload: JSON, ref: String, joinRef: String? = nil) async throws {
        let json: JSON =
            isArray
            ? [.optional(joinRef), .string(ref), .string(topic), .string(event), payload]
            : ["topic": .string(topic), "event": .string(event), "payload": payload, "ref": .string(ref)]
        try await send(raw: json.text)
    }

    /// Joins, and gives the reply's payload.
    func join(_ topic: String, _ payload: JSON) async throws -> JSON {
        let ref = refs.withLockedValue { refs in
            refs += 1
            return "\(refs)"
        }
        try await send(topic, "phx_join", payload, ref: ref, joinRef: ref)
        let reply = try await next("phx_reply")
        #expect(reply.ref == ref)
        return reply.payload
    }

    /// The next message of a kind; others are passed over.
    func next(_ event: String, within limit: Duration = .seconds(15)) async throws -> Message {
        try await inbox.next(event, within: limit)
    }

    func stopReading() async throws { try await channel.setOption(.autoRead, value: false).get() }

    func close() async { try? await channel.close() }
}

/// Messages that have come.
private final class Inbox: Sendable {
    private let state = NIOLockedValueBox<(messages: [RealtimeClient.Message], isOver: Bool)>(([], false))

    struct Missing: Error { let event: String }

    func put(_ message: RealtimeClient.Message) { state.withLockedValue { $0.messages.append(message) } }
    func end() { state.withLockedValue { $0.isOver = true } }

    func next(_ event: String, within limit: Duration) async throws -> RealtimeClient.Message {
        let clock = ContinuousClock()
        let deadline = clock.now + limit
        while true {
            let (found, isOver): (RealtimeClient.Message?, Bool) = state.withLockedValue { state in
                guard let place = state.messages.firstIndex(where: { $0.event == event }) else {
                    return (nil, state.isOver)
                }
                return (state.messages.remove(at: place), false)
            }
            if let found { return found }
            if isOver || clock.now > deadline { throw Missing(event: event) }
            try await clock.sleep(until: clock.now + .milliseconds(2))
        }
    }
}

private final class InboxHandler: ChannelInboundHandler {
    typealias InboundIn = WebSocketFrame

    private let inbox: Inbox
    private let isArray: Bool

    init(_ inbox: Inbox, isArray: Bool) {
        self.inbox = inbox
        self.isArray = isArray
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let frame = unwrapInboundIn(data)
        guard frame.opcode == .text else { return }
        let json = JSON(passingOn: Data(frame.data.readableBytesView))
        var message = RealtimeClient.Message()
        if isArray {
            let parts = json.array ?? []
            guard parts.count == 5 else {
                Issue.record("no message: \(json.text.prefix(200))")
                return
            }
            message = .init(
                joinRef: parts[0].string,
                ref: parts[1].string,
                topic: parts[2].string ?? "",
                event: parts[3].string ?? "",
                payload: parts[4]
            )
        } else {
            guard Set((json.object ?? [:]).keys) == ["topic", "event", "payload", "ref"] else {
                Issue.record("no message: \(json.text.prefix(200))")
                return
            }
            message = .init(
                joinRef: nil,
                ref: json["ref"].string,
                topic: json["topic"].string ?? "",
                event: json["event"].string ?? "",
                payload: json["payload"]
            )
        }
        inbox.put(message)
    }
}

private final class Opener: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPClientResponsePart
    typealias OutboundOut = HTTPClientRequestPart

    private let uri: String

    init(_ uri: String) { self.uri = uri }

    func channelActive(context: ChannelHandlerContext) {
        var head = HTTPRequestHead(version: .http1_1, method: .GET, uri: uri)
        head.headers.add(name: "Host", value: "x")
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }
}

private final class Collector: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let texts: NIOLockedValueBox<String>

    init(_ texts: NIOLockedValueBox<String>) { self.texts = texts }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let text = String(buffer: unwrapInboundIn(data))
        texts.withLockedValue { $0 += text }
    }
}
