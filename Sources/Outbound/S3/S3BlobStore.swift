import AsyncHTTPClient
public import Foundation
import GhostHands
import NIOConcurrencyHelpers
import NIOCore
import NIOHTTP1

/// Keeps files in a bucket of S3, or of a server that speaks its protocol (R2, MinIO, Supabase).
///
/// What it learns of the server's clock and of the bucket's region it keeps.
public struct S3BlobStore: BlobStore {
    private let credentials: S3Credentials
    private let clock: any Clock<Duration>
    private let patience: Duration
    private let now: @Sendable () -> Date
    private let learned: NIOLockedValueBox<Learned>

    /// What is asked for, wherever the bucket is and whatever the time.
    private struct Part {
        let method: String
        let key: String?
        let query: [(name: String, value: String)]
        let headers: [(name: String, value: String)]
        let body: Data
        let limit: Int
    }

    private struct Learned {
        var place: S3Place
        /// By how much the server's clock is ahead of ours.
        var skew: TimeInterval = 0
    }

    /// A store over a bucket, which must be there.
    ///
    /// - Parameters:
    ///   - place: which bucket, where.
    ///   - credentials: who asks; they need to get, put and delete objects, and to list the bucket.
    ///   - patience: how long one file may take, with all that is tried again.
    ///   - clock: what measures it.
    ///   - now: the present time, by our clock.
    public init(
        place: S3Place,
        credentials: S3Credentials,
        patience: Duration = .seconds(30),
        clock: any Clock<Duration> = ContinuousClock(),
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.credentials = credentials
        self.patience = patience
        self.clock = clock
        self.now = now
        learned = NIOLockedValueBox(Learned(place: place))
    }

    /// Writes a file, replacing one of the same key.
    public func put(_ key: String, data: Data, contentType: String) async throws {
        try BlobKey.check(key)
        let headers = [("content-type", contentType), ("cache-control", "private, max-age=3600")]
        try await ask("PUT", key, headers: headers, body: data).mustSucceed("keep a file")
    }

    /// Reads a file.
    public func get(_ key: String, limit: Int) async throws -> Data? {
        try BlobKey.check(key)
        let reply = try await ask("GET", key, limit: limit)
        if reply.isMissing { return nil }
        try reply.mustSucceed("give a file")
        return reply.body
    }

    /// An address of the server at which the file can be read for a time, of seven days at most.
    public func signedURL(_ key: String, expiresIn seconds: Int, now: Date) async throws -> String {
        try BlobKey.check(key)
        let (place, skew) = learned.withLockedValue { ($0.place, $0.skew) }
        let request = place.request("GET", key)
        // A server whose clock is a little behind would say that the link is not valid yet.
        let query = S3Signature(credentials: credentials, region: place.region)
            .query(for: request, expiresIn: seconds + Self.backdating, now: now + skew - Double(Self.backdating))
        return "\(place.scheme)://\(request.host)\(request.encodedPath)?\(query)"
    }

    /// Removes a file.
    public func delete(_ key: String) async throws {
        try BlobKey.check(key)
        let reply = try await ask("DELETE", key)
        if !reply.isMissing { try reply.mustSucceed("remove a file") }
    }

    /// What lies in a folder, in the order of the keys.
    public func list(_ folder: String, from place: String?) async throws -> BlobListing {
        try BlobKey.checkFolder(folder)
        var query = [
            ("list-type", "2"), ("prefix", folder + "/"), ("delimiter", "/"), ("max-keys", "\(BlobListing.most)"),
        ]
        if let place { query.append(("continuation-token", place)) }
        let reply = try await ask("GET", nil, query: query, limit: 4 << 20)
        try reply.mustSucceed("list files")
        return S3Listing.read(reply.body, in: folder)
    }

    /// Whether the bucket is there and the key opens it.
    public func isReachable() async -> Bool { await (try? ask("HEAD", nil))?.isSuccess ?? false }

    private static let backdating = 60
}

extension S3BlobStore {
    /// Never shut down, as the library's own shared client is not; that one would follow redirects by itself.
    private static let http: HTTPClient = {
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.timeout.connect = .seconds(5)
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }()

    /// Asks until there is an answer worth something: once more for another clock or another region, and while the
    /// server is busy as long as the time allows.
    private func ask(
        _ method: String,
        _ key: String?,
        query: [(name: String, value: String)] = [],
        headers: [(name: String, value: String)] = [],
        body: Data = Data(),
        limit: Int = 65_536
    ) async throws -> S3Reply {
        let part = Part(method: method, key: key, query: query, headers: headers, body: body, limit: limit)
        return try await askingStorage(within: patience, on: clock, limit: limit) {
            var (hasMendedClock, hasMoved, pauses) = (false, false, 0)
            while true {
                let (reply, place) = try await send(part)
                if !hasMendedClock, let skew = reply.skew(from: now()) {
                    hasMendedClock = true
                    learned.withLockedValue { $0.skew = skew }
                } else if let region = reply.region, region != place.region, !hasMoved {
                    hasMoved = true
                    learned.withLockedValue { $0.place = place.moved(to: region) }
                } else if reply.isBusy, pauses < 6 {
                    try await clock.sleep(for: .milliseconds(Int.random(in: 150...250) << pauses))
                    pauses += 1
                } else {
                    return reply
                }
            }
        }
    }

    private func send(_ part: Part) async throws -> (S3Reply, S3Place) {
        let (place, skew) = learned.withLockedValue { ($0.place, $0.skew) }
        var plain = place.request(part.method, part.key)
        (plain.query, plain.headers, plain.body) = (part.query, part.headers, part.body)
        let signed = S3Signature(credentials: credentials, region: place.region).signed(plain, now: now() + skew)
        let question = part.query.isEmpty ? "" : "?" + signed.encodedQuery
        var request = HTTPClientRequest(url: "\(place.scheme)://\(signed.host)\(signed.encodedPath)\(question)")
        request.method = HTTPMethod(rawValue: part.method)
        for (name, value) in signed.headers { request.headers.add(name: name, value: value) }
        if part.method == "PUT" { request.body = .bytes(ByteBuffer(bytes: part.body)) }
        let response = try await Self.http.execute(request, deadline: .distantFuture)
        let isSuccess = (200..<300).contains(response.status.code)
        let bytes = try await response.body.collect(upTo: isSuccess ? part.limit : 65_536)
        let reply = S3Reply(
            status: Int(response.status.code),
            headers: response.headers,
            body: Data(bytes.readableBytesView)
        )
        return (reply, place)
    }
}
