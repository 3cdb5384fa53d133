import Foundation
import GhostHands
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore

/// The HTTP server under the board and the callback receiver.
enum LocalServer {
    /// A resume of 10 MB and the form around it.
    static let bodyLimit = 12 * 1024 * 1024

    static func application(
        router: Router<BasicRequestContext>,
        host: String,
        port: Int,
        logger: Logger,
        onReady: @escaping @Sendable (Int) async -> Void
    ) -> Application<RouterResponder<BasicRequestContext>> {
        Application(
            router: router,
            server: .http1(configuration: .init(idleTimeout: .seconds(60))),
            configuration: .init(
                address: .hostname(host, port: port),
                serverName: "Acme",
                availableConnectionsDelegate: MaximumAvailableConnections(256, logger: logger)
            ),
            onServerRunning: { await onReady($0.localAddress?.port ?? port) },
            logger: logger
        )
    }
}

extension Request {
    /// The posted form.
    func form() async throws -> [FormPart] {
        let body = try await body.collect(upTo: LocalServer.bodyLimit)
        let data = Data(body.readableBytesView)
        guard let form = PostedForm.read(data, contentType: headers[.contentType] ?? "") else {
            throw HTTPError(.badRequest, message: "The form could not be read")
        }
        return form
    }
}

extension [FormPart] {
    /// The members that are no files; of a name posted twice the last counts.
    var answers: [String: String] {
        Dictionary(filter { $0.fileName == nil }.map { ($0.name, $0.text) }) { $1 }
    }
}

extension Response {
    init(html: String, status: HTTPResponse.Status = .ok) {
        self.init(Array(html.utf8), type: "text/html; charset=utf-8", status: status)
    }

    init(json: JSON) { self.init([UInt8](json.data), type: "application/json") }

    init(_ bytes: [UInt8], type: String, status: HTTPResponse.Status = .ok) {
        self.init(
            status: status,
            headers: [.contentType: type, .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }
}

extension Optional {
    func orNotFound() throws -> Wrapped {
        guard let self else { throw HTTPError(.notFound) }
        return self
    }
}
