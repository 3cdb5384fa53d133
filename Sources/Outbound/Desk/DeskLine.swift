import AsyncHTTPClient
public import Foundation
public import GhostHands
import NIOCore
import NIOHTTP1

/// The way from a person's own browser to the service (R62): it calls out, and nobody calls in.
public struct DeskLine: Sendable {
    /// Where the service is, up to `/api/v1/gh`.
    private let base: String
    private let token: String?

    /// A line.
    ///
    /// - Parameters:
    ///   - server: where the service is, without a path of its own.
    ///   - token: what proves the browser; nil for one that is still to be paired.
    public init(server: String, token: String? = nil) {
        base = (server.hasSuffix("/") ? String(server.dropLast()) : server) + "/api/v1/gh/operator"
        self.token = token
    }

    /// Why a call came to nothing.
    public enum Fault: Error, Sendable, Hashable {
        /// The token proves nothing any more.
        case revoked
        /// The service does not take the call, and will not take it again: why, in its words.
        case refused(code: String, String)
        /// Nobody answers, or the service cannot for now.
        case away(String)
    }

    /// A file that came down the line.
    public struct File: Sendable {
        /// What it is called.
        public let name: String
        /// Its bytes.
        public let data: Data
    }

    /// How long a call may take, in seconds, and how much of an answer is read.
    private static let (patience, mostJSON, mostFile) = (Int64(15), 4 << 20, ResumeFetcher.limit)

    /// Never shut down; redirects would take the token elsewhere.
    private static let http: HTTPClient = {
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.timeout.connect = .seconds(5)
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }()

    /// Calls the service.
    ///
    /// - Parameters:
    ///   - path: behind `/operator/`.
    ///   - body: what is told.
    /// - Returns: the reply.
    /// - Throws: ``Fault``; `CancellationError`.
    public func call(_ path: String, _ body: JSON) async throws -> JSON {
        var request = request(.POST, path)
        request.headers.add(name: "Content-Type", value: "application/json")
        request.body = .bytes(ByteBuffer(bytes: body.data))
        return try await json(try await reply(to: request, limit: Self.mostJSON).data)
    }

    /// Gets a file that a job uploads.
    ///
    /// - Parameters:
    ///   - lease: the right to the job.
    ///   - number: its place among the job's files.
    /// - Throws: ``Fault``; `CancellationError`.
    public func file(_ lease: Lease, _ number: Int) async throws -> File {
        let path = "jobs/\(lease.jobID.uuidString.lowercased())/files/\(number)?lease_token=\(lease.token)"
        let (data, headers) = try await reply(to: request(.GET, path), limit: Self.mostFile)
        let name = headers.first(name: "X-File-Name").flatMap { Data(base64Encoded: $0) }
            .map { String(decoding: $0, as: UTF8.self) }
        let isPlain = name.map { !$0.isEmpty && !$0.contains("/") && !$0.hasPrefix(".") && !$0.contains("\0") } ?? false
        return File(name: isPlain ? name ?? "file" : "file", data: data)
    }

    /// Hands in a picture of the page.
    ///
    /// - Parameters:
    ///   - picture: a PNG; of more than a request may carry nothing is kept.
    ///   - name: letters, digits and dashes.
    ///   - lease: the right to the job.
    /// - Returns: its storage key; nil when it is too large.
    /// - Throws: ``Fault``; `CancellationError`.
    public func keep(_ picture: Data, as name: String, _ lease: Lease) async throws -> String? {
        guard picture.count <= Bounds.bodyBytes else { return nil }
        let path = "jobs/\(lease.jobID.uuidString.lowercased())/pictures/\(name)?lease_token=\(lease.token)"
        var request = request(.PUT, path)
        request.headers.add(name: "Content-Type", value: "image/png")
        request.body = .bytes(ByteBuffer(bytes: picture))
        return try await json(try await reply(to: request, limit: Self.mostJSON).data)["key"].string
    }

    private func request(_ method: HTTPMethod, _ path: String) -> HTTPClientRequest {
        var request = HTTPClientRequest(url: "\(base)/\(path)")
        request.method = method
        if let token { request.headers.add(name: "Authorization", value: "Bearer \(token)") }
        return request
    }

    private func json(_ data: Data) async throws -> JSON {
        guard let json = try? JSON(parsing: data) else { throw Fault.away("the service answers with something else") }
        return json
    }

    private func reply(to request: HTTPClientRequest, limit: Int) async throws -> (data: Data, HTTPHeaders) {
        let response: HTTPClientResponse
        let bytes: ByteBuffer
        do {
            response = try await Self.http.execute(request, timeout: .seconds(Self.patience))
            bytes = try await response.body.collect(upTo: limit)
        } catch {
            try Task.checkCancellation()
            throw Fault.away("the service does not answer")
        }
        let data = Data(bytes.readableBytesView)
        if (200..<300).contains(response.status.code) { return (data, response.headers) }
        let said = (try? JSON(parsing: data)) ?? .null
        let words = said["message"].string ?? "HTTP \(response.status.code)"
        switch response.status.code {
        case 401 where token != nil: throw Fault.revoked
        case 429, 500...599: throw Fault.away(words)
        default: throw Fault.refused(code: said["error"].string ?? "\(response.status.code)", words)
        }
    }
}
