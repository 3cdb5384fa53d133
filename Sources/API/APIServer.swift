import Hummingbird
public import Logging
import NIOCore
import NIOHTTP1
public import ServiceLifecycle
import Store

/// Serves the API over HTTP.
public struct APIServer: Service {
    let services: APIServices
    private let host: String
    private let port: Int
    private let server: GuardedServer
    private let logger: Logger
    private let onReady: @Sendable (Int) async -> Void
    /// Whether another process may listen on the same port, for as long as it takes to hand it over.
    public var sharesPort = false

    /// A server.
    ///
    /// - Parameters:
    ///   - services: what the API works with.
    ///   - host: the address to listen at.
    ///   - port: the port to listen at; 0 for any free one.
    ///   - maxConnections: how many connections there may be at once; who comes after that takes the place of the one
    ///     that has waited longest for its client.
    ///   - logger: where requests are logged.
    ///   - onReady: told the port once requests can be taken.
    public init(
        services: APIServices,
        host: String = "127.0.0.1",
        port: Int,
        maxConnections: Int = 2048,
        logger: Logger,
        onReady: @escaping @Sendable (Int) async -> Void = { _ in }
    ) {
        self.init(
            services: services,
            host: host,
            port: port,
            maxConnections: maxConnections,
            patience: Patience(),
            logger: logger,
            onReady: onReady
        )
    }

    init(
        services: APIServices,
        host: String,
        port: Int,
        maxConnections: Int,
        patience: Patience,
        logger: Logger,
        onReady: @escaping @Sendable (Int) async -> Void
    ) {
        self.services = services
        self.host = host
        self.port = port
        var server = GuardedServer(
            key: services.key,
            maxConnections: maxConnections,
            patience: patience,
            logger: logger
        )
        let hasLive = services.live != nil
        server.sockets = SocketDoor { RealtimeDoor.takes($0.uri) || (hasLive && LiveRelay.takes($0.uri)) }
        self.server = server
        self.logger = logger
        self.onReady = onReady
    }

    /// How many connections there are.
    var connections: Int { server.places.count }

    /// Serves until the process shuts down; requests under way are finished.
    ///
    /// - Throws: when the port cannot be listened on.
    public func run() async throws {
        let listener = Listener(
            server: server,
            host: host,
            port: port,
            handover: sharesPort ? Handover(server, logger: logger) : nil,
            logger: logger,
            answer: buildRouter(services).answers(logger: logger),
            onReady: onReady
        )
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await services.feed.run(logger: logger) }
            group.addTask { try await serve { try await listener.run() } }
            // Only the server ends by itself.
            try await group.next()
            group.cancelAll()
        }
    }

    private func serve(_ application: @escaping @Sendable () async throws -> Void) async throws {
        guard let sockets = server.sockets else { return try await application() }
        let realtime = RealtimeDoor(services)
        let relay = services.live.map { LiveRelay(services: services, live: $0) }
        try await sockets.serve(while: application) { socket in
            if RealtimeDoor.takes(socket.head.uri) { await realtime.serve(socket) } else { await relay?.serve(socket) }
        }
    }
}
