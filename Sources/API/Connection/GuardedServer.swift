import Foundation
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1

/// HTTP/1.1 with a ``ConnectionGuard`` at every connection.
struct GuardedChannel: ServerChildChannel {
    let inner: HTTP1Channel
    let places: Places
    let key: ServiceKey
    let patience: Patience
    let sockets: SocketDoor?

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<HTTP1Channel.Value> {
        let place = places.take(channel)
        return inner.setup(channel: channel, logger: logger).flatMapThrowing { value in
            let pipeline = channel.pipeline.syncOperations
            let parser = try pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self)
            guard let place else {
                // Every connection is busy with a request, so this one is one too many.
                channel.close(promise: nil)
                return value
            }
            let doorman = ConnectionGuard(
                places: places,
                place: place,
                key: key,
                patience: patience,
                sockets: sockets
            )
            try pipeline.addHandler(doorman, position: .after(parser))
            return value
        }
    }

    func handle(value: HTTP1Channel.Value, logger: Logger) async { await inner.handle(value: value, logger: logger) }
}

/// The server under the API and under a worker's own port.
struct GuardedServer: Sendable {
    let key: ServiceKey
    let patience: Patience
    let places: Places
    /// The connections that leave HTTP, where there are such.
    var sockets: SocketDoor?
    private let notice: Notice

    /// A server.
    ///
    /// - Parameters:
    ///   - key: who shows it gives way last.
    ///   - maxConnections: how many connections there are at once.
    ///   - patience: how long clients are waited for.
    ///   - logger: told when connections or descriptors run out.
    init(key: ServiceKey, maxConnections: Int, patience: Patience, logger: Logger) {
        self.key = key
        self.patience = patience
        places = Places(maxConnections, logger: logger)
        notice = Notice(logger)
    }

    /// What speaks HTTP with each connection.
    ///
    /// - Parameter answer: answers a request.
    func channel(_ answer: @escaping HTTPChannelHandler.Responder) -> GuardedChannel {
        let configuration = HTTP1Channel.Configuration(
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: 16 * 1024,
                maxHeaderListSize: 64 * 1024,
                maxHeaderFieldCount: 100
            )
        )
        return GuardedChannel(
            inner: HTTP1Channel(responder: answer, configuration: configuration),
            places: places,
            key: key,
            patience: patience,
            sockets: sockets
        )
    }

    /// Pauses a listening socket when the process is out of descriptors; without the pause the listener would end, or
    /// try again as fast as it can.
    ///
    /// - Parameter listener: the listening socket's channel.
    /// - Throws: when it is closed already.
    func watch(_ listener: any Channel) async throws {
        try await listener.eventLoop.submit { [places, notice] in
            let rest = AcceptBackoffHandler(shouldForwardIOErrorCaught: false) { error in
                guard [EMFILE, ENFILE, ENOBUFS, ENOMEM].contains(error.errnoCode) else { return nil }
                places.relieve()
                notice.give("no connection can be taken: the process is out of descriptors (see `ulimit -n`)")
                return .milliseconds(250)
            }
            try listener.pipeline.syncOperations.addHandler(rest, position: .first)
        }.get()
    }
}
