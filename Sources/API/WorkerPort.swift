import GhostHands
import Hummingbird
public import Logging
import NIOHTTP1
public import ServiceLifecycle
import Store

/// What a worker answers on a port of its own, to whoever deploys it (R34).
///
/// Health is told without a key and always with 200: a busy worker is a healthy one, and a deploy script has to read
/// the body. Draining stops no job that is running.
public struct WorkerPort: Service {
    /// How a worker stands.
    public struct Standing: Sendable, Hashable {
        /// Its name.
        public var workerID: String
        /// How many jobs it is doing now.
        public var activeJobs: Int
        /// How many it does at once.
        public var maxConcurrent: Int
        /// Whether it has stopped claiming jobs.
        public var isDraining: Bool

        /// How a worker stands.
        public init(workerID: String, activeJobs: Int, maxConcurrent: Int, isDraining: Bool) {
            self.workerID = workerID
            self.activeJobs = activeJobs
            self.maxConcurrent = maxConcurrent
            self.isDraining = isDraining
        }
    }

    /// A deploy script and a few monitors ask here.
    private static let maxConnections = 64

    private let services: APIServices
    private let host: String
    private let port: Int
    private let logger: Logger
    private let standing: @Sendable () -> Standing
    private let drain: @Sendable () async throws -> Void
    private let clock = ContinuousClock()
    /// Shows people the pages of paused jobs; nil where nobody is shown any.
    public var live: LiveHost?
    /// Told the port once it answers.
    public var onReady: @Sendable (Int) async -> Void = { _ in }

    /// A port.
    ///
    /// - Parameters:
    ///   - services: the database, the key and the time.
    ///   - host: the address to listen at.
    ///   - port: the port to listen at.
    ///   - logger: told when the port cannot be had.
    ///   - standing: tells how the worker stands.
    ///   - drain: has the worker claim nothing more, and the registry say so.
    public init(
        services: APIServices,
        host: String,
        port: Int,
        logger: Logger,
        standing: @escaping @Sendable () -> Standing,
        drain: @escaping @Sendable () async throws -> Void
    ) {
        self.services = services
        self.host = host
        self.port = port
        self.logger = logger
        self.standing = standing
        self.drain = drain
    }

    /// Answers until the process shuts down; a worker whose port is taken works all the same.
    public func run() async throws {
        var server = GuardedServer(
            key: services.key,
            maxConnections: Self.maxConnections,
            patience: Patience(),
            logger: logger
        )
        if live != nil { server.sockets = SocketDoor { LiveHost.takes($0.uri) } }
        let listener = Listener(
            server: server,
            host: host,
            port: port,
            logger: logger,
            answer: router().answers(logger: logger),
            onReady: onReady
        )
        do {
            if let live, let sockets = server.sockets {
                try await sockets.serve(
                    while: { try await listener.run() },
                    each: { await live.serve($0, services: services) }
                )
            } else {
                try await listener.run()
            }
        } catch is CancellationError {
            return
        } catch {
            logger.warning(
                "the worker's port cannot be opened; set GH_WORKER_PORT to a free one",
                metadata: ["port": "\(port)", "error": "\(error)"]
            )
            try? await gracefulShutdown()
        }
    }

    private func router() -> Router<APIContext> {
        let begin = clock.now
        return edged { add(to: $0, since: begin) }
    }

    private func add(to router: Router<APIContext>, since begin: ContinuousClock.Instant) {
        router.get("/worker/health") { _, _ in
            let now = standing()
            return Response(json: [
                "status": .string(now.isDraining ? "draining" : now.activeJobs > 0 ? "busy" : "idle"),
                "active_jobs": JSON(now.activeJobs), "deploy_safe": .bool(now.activeJobs == 0),
            ])
        }
        let guarded = router.group().add(middleware: ServiceKeyGuard(key: services.key))
        guarded.get("/worker/status") { _, _ in
            let now = standing()
            return Response(json: [
                "worker_id": .string(now.workerID), "active_jobs": JSON(now.activeJobs),
                "max_concurrent": JSON(now.maxConcurrent), "is_running": true,
                "is_draining": .bool(now.isDraining), "dispatch_mode": "queue",
                "uptime_ms": .int((clock.now - begin).components.seconds * 1000),
                "timestamp": .string(Timestamp.text(services.now())),
            ])
        }
        guarded.post("/worker/drain") { _, _ in
            try await drain()
            let now = standing()
            return Response(json: [
                "status": "draining", "active_jobs": JSON(now.activeJobs), "worker_id": .string(now.workerID),
            ])
        }
    }
}
