import API
import Foundation
import GhostHands
import HTTPTypes
import Hummingbird
import Logging
import Outbound
import Postgres
import Store
import TestSupport
import Testing

/// Holds the description of the API to the API; GH_WRITE_DOCS=1 writes docs/openapi.yaml.
@Suite("The API's description")
struct OpenAPITests {
    private static var file: URL {
        var folder = URL(filePath: #filePath).resolvingSymlinksInPath()
        for _ in 0..<3 { folder.deleteLastPathComponent() }
        return folder.appending(path: "docs/openapi.yaml")
    }

    @Test func `the file is the document, and the server gives it and a page of it`() async throws {
        if ProcessInfo.processInfo.environment["GH_WRITE_DOCS"] == "1" {
            try Data(OpenAPIDocument.yaml.utf8).write(to: Self.file)
        }
        let kept = try String(contentsOf: Self.file, encoding: .utf8)
        #expect(kept == OpenAPIDocument.yaml, "GH_WRITE_DOCS=1 writes it")
        try await withAPI { api in
            let served = try await api.client.get("/openapi.yaml", key: nil)
            #expect(served.status == 200)
            #expect(String(decoding: served.body, as: UTF8.self) == kept)
            let page = try await api.client.get("/docs", key: nil)
            #expect(page.status == 200)
            #expect(page.headers["content-type"] == "text/html; charset=utf-8")
            let text = String(decoding: page.body, as: UTF8.self)
            for path in (OpenAPIDocument.json["paths"].object ?? [:]).keys { #expect(text.contains(path)) }
        }
    }

    @Test func `every route is described, and nothing that is none`() async throws {
        try await withDatabase { database in
            let services = APIServices(
                store: Store(pool: database.pool),
                blobs: FolderBlobStore(folder: "/nowhere", publicBase: "http://x", signingKey: Data(count: 32)),
                serviceKey: "k",
                addressRule: AddressRule(.publicOnly),
                version: "1"
            )
            let base = "/api/v1/gh"
            let served = buildRouter(services).routes
                .filter { $0.method != .head && $0.path.description.hasPrefix(base) }
                .map { route in
                    let parts = route.path.description.dropFirst(base.count).split(separator: "/")
                    let path = parts.map { $0.hasPrefix(":") ? "{\($0.dropFirst())}" : String($0) }
                    return "\(route.method.rawValue.lowercased()) /\(path.joined(separator: "/"))"
                }
            let described = (OpenAPIDocument.json["paths"].object ?? [:]).flatMap { path, operations in
                (operations.object ?? [:]).keys.map { "\($0) \(path)" }
            }
            #expect(Set(served) == Set(described), "\(Set(served).symmetricDifference(described))")
        }
    }

    @Test func `every reference leads to a shape, and every shape is referred to`() {
        let known = Set((OpenAPIDocument.json["components"]["schemas"].object ?? [:]).keys)
        let text = OpenAPIDocument.json.text
        let referred = Set(text.matches(of: /schemas\\?\/(\w+)"/).map { String($0.output.1) })
        #expect(referred == known, "\(referred.symmetricDifference(known))")
    }
}
