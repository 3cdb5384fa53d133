import AsyncHTTPClient
public import Foundation
import GhostHands
import NIOCore
import NIOHTTP1

/// Keeps files in Supabase Storage; the first segment of a key is the bucket.
public struct SupabaseBlobStore: BlobStore {
    private let base: String
    private let serviceKey: String
    private let clock: any Clock<Duration>

    /// A store over a project's storage.
    ///
    /// - Parameters:
    ///   - url: the project's URL (`SUPABASE_URL`).
    ///   - serviceKey: the project's service key.
    ///   - clock: what measures deadlines.
    public init(url: String, serviceKey: String, clock: any Clock<Duration> = ContinuousClock()) {
        base = (url.hasSuffix("/") ? String(url.dropLast()) : url) + "/storage/v1"
        self.serviceKey = serviceKey
        self.clock = clock
    }

    /// Writes a file, replacing one of the same key.
    public func put(_ key: String, data: Data, contentType: String) async throws {
        try BlobKey.check(key)
        var request = request(.POST, "/object/" + BlobKey.path(key))
        request.headers.add(name: "content-type", value: contentType)
        request.headers.add(name: "cache-control", value: "max-age=3600")
        request.headers.add(name: "x-upsert", value: "true")
        request.body = .bytes(ByteBuffer(bytes: data))
        try await send(request).mustSucceed("keep a file")
    }

    /// Reads a file.
    public func get(_ key: String, limit: Int) async throws -> Data? {
        try BlobKey.check(key)
        let reply = try await send(request(.GET, "/object/" + BlobKey.path(key)), limit: limit)
        if reply.isMissing { return nil }
        try reply.mustSucceed("give a file")
        return reply.body
    }

    /// An address of the project at which the file can be read for a time; the file must be there.
    public func signedURL(_ key: String, expiresIn seconds: Int, now: Date) async throws -> String {
        try BlobKey.check(key)
        var request = request(.POST, "/object/sign/" + BlobKey.path(key))
        request.headers.add(name: "content-type", value: "application/json")
        request.body = .bytes(ByteBuffer(bytes: JSON.object(["expiresIn": JSON(seconds)]).data))
        let reply = try await send(request)
        try reply.mustSucceed("sign a link")
        guard let path = reply.json["signedURL"].string, path.hasPrefix("/") else {
            throw OutboundError(.refused, "Storage answered with a signed link of an unknown form")
        }
        return base + path
    }

    /// Removes a file.
    public func delete(_ key: String) async throws {
        try BlobKey.check(key)
        let reply = try await send(request(.DELETE, "/object/" + BlobKey.path(key)))
        if !reply.isMissing { try reply.mustSucceed("remove a file") }
    }

    /// What lies in a folder, in the order of the names; the place to go on from is how many there were.
    public func list(_ folder: String, from place: String?) async throws -> BlobListing {
        try BlobKey.checkFolder(folder)
        let parts = folder.split(separator: "/", maxSplits: 1)
        var request = request(.POST, "/object/list/" + BlobKey.path(String(parts[0])))
        request.headers.add(name: "content-type", value: "application/json")
        let offset = place.flatMap { Int($0) } ?? 0
        let wanted: JSON = [
            "prefix": .string(parts.count > 1 ? String(parts[1]) : ""), "limit": JSON(BlobListing.most),
            "offset": JSON(offset), "sortBy": ["column": "name", "order": "asc"],
        ]
        request.body = .bytes(ByteBuffer(bytes: wanted.data))
        let reply = try await send(request, limit: 4 << 20)
        if reply.isMissing { return BlobListing() }
        try reply.mustSucceed("list files")
        let rows = reply.json.array ?? []
        let entries = rows.compactMap { row -> BlobListing.Entry? in
            guard let name = row["name"].string else { return nil }
            guard row["id"].string != nil else { return BlobListing.Entry(name: name) }
            guard let written = row["updated_at"].string.flatMap(Timestamp.date) else { return nil }
            let bytes = row["metadata"]["size"].int ?? 0
            return BlobListing.Entry(name: name, file: BlobListing.File(written: written, bytes: bytes))
        }
        let next = rows.count < BlobListing.most ? nil : String(offset + rows.count)
        return BlobListing(entries: entries, next: next)
    }

    /// Whether the screenshots' bucket is there and the key opens it.
    public func isReachable() async -> Bool {
        let reply = try? await send(request(.GET, "/bucket/screenshots"))
        return reply?.isSuccess ?? false
    }

    private func request(_ method: HTTPMethod, _ path: String) -> HTTPClientRequest {
        var request = HTTPClientRequest(url: base + path)
        request.method = method
        request.headers.add(name: "authorization", value: "Bearer \(serviceKey)")
        request.headers.add(name: "apikey", value: serviceKey)
        return request
    }

    private func send(_ request: HTTPClientRequest, limit: Int = 65536) async throws -> Reply {
        try await askingStorage(within: .seconds(30), on: clock, limit: limit) {
            let response = try await HTTPClient.shared.execute(request, timeout: .seconds(30))
            let isSuccess = (200..<300).contains(response.status.code)
            let body = try await response.body.collect(upTo: isSuccess ? limit : 65536)
            return Reply(status: Int(response.status.code), body: Data(body.readableBytesView))
        }
    }
}

/// An answer of Supabase Storage.
private struct Reply: Sendable {
    let status: Int
    let body: Data

    var isSuccess: Bool { (200..<300).contains(status) }
    var json: JSON { (try? JSON(parsing: body)) ?? .null }

    /// Whether the file is not there: the real status stands in the body, the outer one is always 400.
    var isMissing: Bool {
        status == 404
            || status == 400 && (json["statusCode"].string == "404" || json["code"].string == "NoSuchKey")
    }

    func mustSucceed(_ what: String) throws {
        guard !isSuccess else { return }
        let code = json["code"].string ?? json["error"].string ?? "HTTP \(status)"
        throw OutboundError(.refused, "Storage would not \(what) (\(code.prefix(60)))")
    }
}
