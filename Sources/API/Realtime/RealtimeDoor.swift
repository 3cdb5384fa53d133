import Foundation
import GhostHands
import NIOCore
import NIOHTTP1
import Store

/// Lets sockets in that speak the protocol of Supabase's Realtime.
struct RealtimeDoor: Sendable {
    private static let paths = ["/realtime/v1/websocket", "/socket/websocket"]

    /// How large a message may be.
    private static let mostBytes = 5_000_000

    private let house: RealtimeSession.House
    private let most: Int
    private let count: SocketCount
    private let meter: RealtimeMeter

    init(_ services: APIServices) {
        let hub = RealtimeHub(services.realtime)
        house = RealtimeSession.House(
            feed: services.feed,
            hub: hub,
            keys: RealtimeKeys(service: services.key, secret: services.realtimeSecret),
            now: services.now
        )
        most = services.maxRealtime
        count = services.sockets
        meter = services.realtime
        services.feed.listener = hub.listener
    }

    /// Whether a request for a socket is for us.
    static func takes(_ uri: String) -> Bool { paths.contains { uri == $0 || uri.hasPrefix($0 + "?") } }

    func serve(_ socket: RawSocket) async {
        let request = SocketRequest(socket.head)
        guard let accepted = request.key else { return await refuse(socket, .badRequest, "Not a WebSocket handshake") }
        guard let notation = RealtimeNotation(version: request.query["vsn"]) else {
            return await refuse(socket, .forbidden, "This version of the protocol is not spoken here")
        }
        let named = socket.head.headers.first(name: "x-api-key") ?? request.query["apikey"]
        let key = named.map { $0.removingPercentEncoding ?? $0 }
        let access: RealtimeAccess
        do { access = try house.keys.access(key, at: house.now()) } catch {
            return await refuse(socket, .unauthorized, error.rawValue)
        }
        let isWelcome = count.enter() <= most
        defer { count.leave() }
        guard isWelcome else { return await refuse(socket, .tooManyRequests, "Too many connected users") }
        guard let pipe = try? await socket.speakWebSocket(accepted, mostBytes: Self.mostBytes) else { return }
        await RealtimeSession(house, pipe, notation, key: key ?? "", access).run()
        if await pipe.wasCut() { meter.cut() }
    }

    private func refuse(_ socket: RawSocket, _ status: HTTPResponseStatus, _ words: String) async {
        let body = JSON.object(["error": .string(words)]).text
        let head =
            "HTTP/1.1 \(status.code) \(status.reasonPhrase)\r\nContent-Type: application/json\r\n"
            + "Content-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n"
        try? await socket.write(ByteBuffer(string: head + body))
    }
}
