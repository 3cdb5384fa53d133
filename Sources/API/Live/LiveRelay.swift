import Foundation
import GhostHands
import NIOConcurrencyHelpers
import NIOCore
import NIOHTTP1
import NIOPosix
import Store

/// The API's side of live help: passes a person's socket on to the worker that has the page, byte by byte.
///
/// Any API process does: what is known of the person stands in the database, what is known of the page in the worker.
struct LiveRelay: Sendable {
    let services: APIServices
    let live: LiveAccess

    private static let patience = Duration.seconds(5)

    /// Whether a request for a socket is for us: `/live/{link}/socket`.
    static func takes(_ uri: String) -> Bool { uri.hasPrefix("/live/") }

    func serve(_ socket: RawSocket) async {
        let request = SocketRequest(socket.head)
        guard let key = request.key, request.path.count == 3, request.path[2] == "socket",
            let link = UUID(uuidString: request.path[1])
        else { return await refuse(socket, .notFound) }
        guard live.trusts(origin: request.origin, host: request.host),
            let cookie = request.cookies[LiveAccess.cookieName(link)].flatMap(LiveAccess.bytes)
        else { return await refuse(socket, .forbidden) }
        let digest = LiveAccess.digest(cookie)
        let seat: LiveLinks.Seat
        do {
            let found = try await Store.within(Self.patience) {
                try await services.store.liveLinks.seat(link, cookie: digest)
            }
            guard let found else { return await refuse(socket, .gone) }
            seat = found
        } catch {
            return await refuse(socket, .serviceUnavailable)
        }
        guard let url = seat.workerURL, let worker = try? await dial(url, on: socket.loop) else {
            return await refuse(socket, .serviceUnavailable)
        }
        let ticket = LiveTicket(job: seat.job, pause: seat.pause, mode: seat.mode, link: link)
            .signed(by: live.key, at: services.now())
        let words =
            "GET /worker/live/\(seat.job.uuidString.lowercased())?ticket=\(ticket) HTTP/1.1\r\nHost: worker\r\n"
            + "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: \(key)\r\n\r\n"
        try? await worker.write(ByteBuffer(string: words))
        await pass(socket, worker, until: seat.deadline) { [services] in
            try await services.store.liveLinks.seat(link, cookie: digest) != nil
        }
        worker.close()
    }

    private func refuse(_ socket: RawSocket, _ status: SocketRequest.Status) async {
        try? await socket.write(SocketRequest.refusal(status))
    }

    /// How often it is looked whether a link was taken back.
    private static let lookingAgain = Duration.seconds(2)

    /// Passes bytes both ways until either side ends, the pause is over or the link was taken back.
    private func pass(
        _ person: RawSocket,
        _ worker: RawSocket,
        until deadline: Date,
        while mayStay: @escaping @Sendable () async throws -> Bool
    ) async {
        let left = Duration.seconds(max(0, deadline.timeIntervalSince(services.now())) + 10)
        await withTaskGroup(of: Void.self) { group in
            for (from, to) in [(person, worker), (worker, person)] {
                group.addTask {
                    for await bytes in from.incoming {
                        guard (try? await to.write(bytes)) != nil else { return }
                        from.took(bytes.readableBytes)
                    }
                }
            }
            group.addTask {
                let clock = ContinuousClock()
                try? await clock.sleep(until: clock.now + left)
            }
            group.addTask {
                let clock = ContinuousClock()
                while !Task.isCancelled {
                    try? await clock.sleep(until: clock.now + Self.lookingAgain)
                    guard (try? await mayStay()) == false else { continue }
                    // That a pause is over the worker says itself.
                    try? await clock.sleep(until: clock.now + .seconds(1))
                    return
                }
            }
            await group.next()
            group.cancelAll()
            person.close()
            worker.close()
        }
    }

    private func dial(_ url: String, on loop: any EventLoop) async throws -> RawSocket {
        guard let address = WebAddress(url), address.scheme == "http" else { throw ChannelError.unknownLocalAddress }
        let made = NIOLockedValueBox<RawSocket?>(nil)
        _ = try await ClientBootstrap(group: loop).connectTimeout(.seconds(3))
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let head = HTTPRequestHead(version: .http1_1, method: .GET, uri: "/")
                    let (handler, socket) = RawSocketHandler.pair(head, on: channel.eventLoop)
                    made.withLockedValue { $0 = socket }
                    try channel.pipeline.syncOperations.addHandler(handler)
                }
            }
            .connect(host: address.host, port: address.port).get()
        guard let socket = made.withLockedValue({ $0 }) else { throw ChannelError.ioOnClosedChannel }
        return socket
    }
}
