import AsyncHTTPClient
import Foundation
import GhostHands
import NIOCore
import NIOHTTP1
import Testing

/// A caller of the API, over real HTTP.
struct APIClient: Sendable {
    static let key = "the service key of the tests"

    let port: Int

    struct Reply: Sendable {
        let status: Int
        let headers: [String: String]
        let body: Data

        var json: JSON { JSON(passingOn: body) }
        /// The names of the body's members.
        var keys: Set<String> { Set((json.object ?? [:]).keys) }
        /// The fields named in `details`.
        var fields: Set<String> { Set((json["details"].array ?? []).compactMap { $0["field"].string }) }
    }

    /// Shows redirects as they are.
    private static let http = HTTPClient(
        eventLoopGroupProvider: .singleton,
        configuration: HTTPClient.Configuration(redirectConfiguration: .disallow)
    )

    func get(_ path: String, key: String? = key, headers: [String: String] = [:]) async throws -> Reply {
        try await send("GET", path, key: key, headers: headers, body: nil)
    }

    func delete(_ path: String) async throws -> Reply {
        try await send("DELETE", path, key: Self.key, headers: [:], body: nil)
    }

    func post(
        _ path: String,
        _ body: JSON,
        key: String? = key,
        headers: [String: String] = ["content-type": "application/json"]
    ) async throws -> Reply {
        try await send("POST", path, key: key, headers: headers, body: body.data)
    }

    func post(
        _ path: String,
        raw: Data,
        headers: [String: String] = [:],
        isChunked: Bool = false
    ) async throws -> Reply {
        try await send("POST", path, key: Self.key, headers: headers, body: raw, isChunked: isChunked)
    }

    func send(
        _ method: String,
        _ path: String,
        key: String?,
        headers: [String: String],
        body: Data?,
        isChunked: Bool = false
    ) async throws -> Reply {
        let url = path.hasPrefix("http://") ? path : "http://127.0.0.1:\(port)\(path)"
        var request = HTTPClientRequest(url: url)
        request.method = .init(rawValue: method)
        for (name, value) in headers { request.headers.add(name: name, value: value) }
        if let key { request.headers.add(name: "X-GH-Service-Key", value: key) }
        if let body { request.body = isChunked ? .bytes(body, length: .unknown) : .bytes(ByteBuffer(bytes: body)) }
        let response = try await Self.http.execute(request, timeout: .seconds(20))
        let bytes = try await response.body.collect(upTo: 4 * 1024 * 1024)
        let reply = Reply(
            status: Int(response.status.code),
            headers: Dictionary(response.headers.map { ($0.name.lowercased(), $0.value) }) { first, _ in first },
            body: Data(bytes.readableBytesView)
        )
        // Every reply of every test is one that the document describes.
        if reply.headers["content-type"]?.hasPrefix("application/json") == true, method != "HEAD" {
            for fault in Described.faults(method, path, reply.status, reply.json) { Issue.record("\(fault)") }
        }
        return reply
    }
}
