public import Foundation
public import GhostHands
import HTTPTypes
import Hummingbird
public import Logging
import NIOConcurrencyHelpers
import NIOCore
public import ServiceLifecycle

/// A callback as it arrived.
public struct ReceivedCallback: Sendable, Hashable {
    /// The path it was posted to.
    public var path: String
    /// The headers, by their names in lower case.
    public var headers: [String: String]
    /// The bytes.
    public var body: Data

    /// The body's JSON; null when it is none.
    public var json: JSON { (try? JSON(parsing: body)) ?? .null }
}

/// Takes callbacks as VALET would, and remembers them; for the demonstration and for tests.
///
/// Any `POST` is a callback, `GET /__callbacks` tells what came.
public struct CallbackReceiver: Service {
    private let host: String
    private let port: Int
    private let logger: Logger
    private let answer: @Sendable (ReceivedCallback) -> Int
    private let onReady: @Sendable (Int) async -> Void
    private let log = NIOLockedValueBox<[ReceivedCallback]>([])
    private let stream = AsyncStream.makeStream(of: ReceivedCallback.self, bufferingPolicy: .bufferingNewest(1000))

    /// A receiver.
    ///
    /// - Parameters:
    ///   - host: the address to listen at.
    ///   - port: the port to listen at; 0 for any free one.
    ///   - logger: where it logs to.
    ///   - onReady: told the port once callbacks can be taken.
    ///   - answer: the HTTP status to answer a callback with.
    public init(
        host: String = "127.0.0.1",
        port: Int = 0,
        logger: Logger,
        onReady: @escaping @Sendable (Int) async -> Void = { _ in },
        answer: @escaping @Sendable (ReceivedCallback) -> Int = { _ in 200 }
    ) {
        self.host = host
        self.port = port
        self.logger = logger
        self.answer = answer
        self.onReady = onReady
    }

    /// The callbacks as they come, for one reader; it ends with the service.
    public var callbacks: AsyncStream<ReceivedCallback> { stream.stream }

    /// The newest thousand callbacks, oldest first.
    public var received: [ReceivedCallback] { log.withLockedValue(\.self) }

    /// Serves until the process shuts down.
    ///
    /// - Throws: when the port cannot be listened on.
    public func run() async throws {
        defer { stream.continuation.finish() }
        let router = Router()
        router.get("/__callbacks") { _, _ in Response(json: .array(received.map(\.json))) }
        router.post("**") { request, _ in try await take(request) }
        try await LocalServer.application(router: router, host: host, port: port, logger: logger, onReady: onReady)
            .run()
    }

    private func take(_ request: Request) async throws -> Response {
        let body = try await request.body.collect(upTo: 1024 * 1024)
        let headers = request.headers.map { ($0.name.canonicalName, $0.value) }
        let callback = ReceivedCallback(
            path: request.uri.string,
            headers: Dictionary(headers) { first, _ in first },
            body: Data(body.readableBytesView)
        )
        log.withLockedValue { $0 = $0.suffix(999) + [callback] }
        stream.continuation.yield(callback)
        return Response(status: HTTPResponse.Status(code: answer(callback)))
    }
}
