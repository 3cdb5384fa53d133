import GhostHands
import HTTPTypes
import Hummingbird
import NIOCore

/// The API's description, for programs and for people.
struct DocumentRoutes: Sendable {
    func add(to routes: some RouterMethods<APIContext>) {
        routes.get("/openapi.yaml") { _, _ in Self.text(OpenAPIDocument.yaml, "application/yaml") }
        routes.get("/docs") { _, _ in Self.text(DocsPage.html, "text/html; charset=utf-8") }
    }

    private static func text(_ text: String, _ type: String) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: type],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text))
        )
    }
}
