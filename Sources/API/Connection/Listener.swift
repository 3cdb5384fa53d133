import Glibc
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOPosix
import ServiceLifecycle

/// Listens at a port and has what comes answered, until the process is asked to end.
///
/// The library's own server lets nobody at its socket before it listens, and closes it before anything else at the end;
/// where two processes share a port for a moment, neither will do (decision 0040).
struct Listener: Service {
    let server: GuardedServer
    let host: String
    let port: Int
    /// Who else may listen there; nil where nobody may.
    var handover: Handover?
    let logger: Logger
    let answer: HTTPChannelHandler.Responder
    /// Told the port once requests are taken.
    let onReady: @Sendable (Int) async -> Void

    /// Serves until the process shuts down; requests under way are finished.
    ///
    /// - Throws: when the port cannot be listened on.
    func run() async throws {
        let children = server.channel(answer)
        let bound = try await bootstrap.bind(host: host, port: port, serverBackPressureStrategy: nil) { [logger] in
            children.setup(channel: $0, logger: logger)
        }
        try? await server.watch(bound.channel)
        await handover?.join(bound.channel)
        await onReady(bound.channel.localAddress?.port ?? port)
        async let _ = end(bound.channel)
        await withDiscardingTaskGroup { group in
            do {
                try await bound.executeThenClose { inbound in
                    for try await child in inbound {
                        group.addTask { await children.handle(value: child, logger: logger) }
                    }
                }
            } catch {
                logger.error("no more connections are taken", metadata: ["error": "\(error)"])
            }
        }
    }

    private var bootstrap: ServerBootstrap {
        let bootstrap = ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.backlog, value: 256)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
        guard handover != nil else { return bootstrap }
        return bootstrap.serverChannelOption(.socketOption(.init(rawValue: SO_REUSEPORT)), value: 1)
    }

    private func end(_ listener: any Channel) async {
        guard (try? await gracefulShutdown()) != nil else { return }
        await handover?.leave(listener)
        try? await listener.close()
        server.places.tell(ChannelShouldQuiesceEvent())
    }
}

extension Router where Context == APIContext {
    /// What a listener answers with: the routes, and what is the same for every reply.
    ///
    /// - Parameter logger: where requests are logged.
    /// - Returns: what answers a request.
    func answers(logger: Logger) -> HTTPChannelHandler.Responder {
        let (responder, date) = (buildResponder(), HTTPDate())
        return { request, writer, channel in
            let context = APIContext(source: ApplicationRequestContextSource(channel: channel, logger: logger))
            var response: Response
            do {
                response = try await responder.respond(to: request, context: context)
            } catch let error as HTTPParserError {
                throw error
            } catch {
                response = Response(status: .internalServerError)
            }
            response.headers[.date] = date.now
            try await writer.write(response: response.head, body: response.body)
        }
    }
}
