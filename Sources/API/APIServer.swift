import Hummingbird
import HummingbirdCore
public import Logging
import NIOCore
public import ServiceLifecycle

/// Serves the API over HTTP.
public struct APIServer: Service {
    private let services: APIServices
    private let host: String
    private let port: Int
    private let logger: Logger
    private let onReady: @Sendable (Int) async -> Void

    /// A server.
    ///
    /// - Parameters:
    ///   - services: what the API works with.
    ///   - host: the address to listen at.
    ///   - port: the port to listen at; 0 for any free one.
    ///   - logger: where requests are logged.
    ///   - onReady: told the port once requests can be taken.
    public init(
        services: APIServices,
        host: String = "127.0.0.1",
        port: Int,
        logger: Logger,
        onReady: @escaping @Sendable (Int) async -> Void = { _ in }
    ) {
        self.services = services
        self.host = host
        self.port = port
        self.logger = logger
        self.onReady = onReady
    }

    /// Serves until the process shuts down; requests under way are finished.
    ///
    /// - Throws: when the port cannot be listened at.
    public func run() async throws {
        // A head that trickles in is cut off by the idle timeout: it counts only whole heads and parts of bodies.
        let channel = HTTP1Channel.Configuration(
            idleTimeout: .seconds(60),
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: 16 * 1024,
                maxHeaderListSize: 64 * 1024,
                maxHeaderFieldCount: 100
            )
        )
        let application = Application(
            router: buildRouter(services),
            server: .http1(configuration: channel),
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port),
                availableConnectionsDelegate: MaximumAvailableConnections(2048, logger: logger)
            ),
            onServerRunning: { await onReady($0.localAddress?.port ?? port) },
            logger: logger
        )
        try await application.run()
    }
}
