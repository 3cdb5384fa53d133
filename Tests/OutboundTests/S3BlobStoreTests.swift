import Foundation
import GhostHands
import NIOConcurrencyHelpers
import TestSupport
import Testing

@testable import Outbound

@Suite("Files in S3")
struct S3BlobStoreTests {
    private static let now = Date(timeIntervalSince1970: 1_771_243_200)
    private static let credentials = S3Credentials(keyID: "id", secret: "a-secret", token: "lent")

    private func store(_ port: Int, style: S3Place.Style = .path, patience: Duration = .seconds(10)) -> S3BlobStore {
        S3BlobStore(
            place: S3Place(bucket: "ghosthands", endpoint: "http://127.0.0.1:\(port)", style: style),
            credentials: Self.credentials,
            patience: patience,
            now: { Self.now }
        )
    }

    /// A server that answers in turn; the last answer stays.
    private func answers(_ replies: [TinyServer.Reply]) -> @Sendable (TinyServer.Request) -> TinyServer.Reply? {
        let left = NIOLockedValueBox(replies)
        return { _ in left.withLockedValue { $0.count > 1 ? $0.removeFirst() : $0.first } }
    }

    private static func refusal(_ status: Int, _ code: String, _ headers: [String: String] = [:]) -> TinyServer.Reply {
        .init(
            status: status,
            headers: headers,
            body: Data("<?xml version=\"1.0\"?><Error><Code>\(code)</Code></Error>".utf8)
        )
    }

    @Test func `a clock that is off is mended once, and the difference kept`() async throws {
        let skewed = Self.refusal(403, "RequestTimeTooSkewed", ["date": "Mon, 16 Feb 2026 13:00:00 GMT"])
        try await TinyServer.with(answering: answers([skewed, .init(), .init()])) { server in
            let store = store(server.port)
            try await store.put("a/b", data: Data("x".utf8), contentType: "x/y")
            try await store.delete("a/b")
            #expect(
                server.requests.map { $0.headers["x-amz-date"] } == [
                    "20260216T120000Z", "20260216T130000Z", "20260216T130000Z",
                ]
            )
            let link = try await store.signedURL("a/b", expiresIn: 60, now: Self.now)
            #expect(link.contains("X-Amz-Date=20260216T125900Z"))
            #expect(link.contains("X-Amz-Expires=120&"))
        }
        try await TinyServer.with(answering: answers([skewed])) { server in
            let error = await #expect(throws: OutboundError.self) { try await store(server.port).delete("a/b") }
            #expect(error?.description.contains("RequestTimeTooSkewed") == true)
            #expect(server.requests.count == 2)
        }
    }

    @Test func `a bucket of another region is followed there once`() async throws {
        let moved = Self.refusal(301, "PermanentRedirect", ["x-amz-bucket-region": "eu-central-1"])
        try await TinyServer.with(answering: answers([moved, .init(body: Data("x".utf8))])) { server in
            let found = try await store(server.port).get("a/b", limit: 10)
            #expect(found == Data("x".utf8))
            #expect(
                server.requests.map { $0.headers["authorization"]?.contains("/eu-central-1/s3/") } == [false, true]
            )
        }
        try await TinyServer.with(answering: answers([moved])) { server in
            await #expect(throws: OutboundError.self) { try await store(server.port).get("a/b", limit: 10) }
            #expect(server.requests.count == 2)
        }
        let place = S3Place(bucket: "b-b").moved(to: "eu-central-1")
        #expect(place.request("GET", "a/b").host == "s3.eu-central-1.amazonaws.com")
    }

    @Test func `a server that is busy is asked again while there is time`() async throws {
        let busy = Self.refusal(503, "SlowDown")
        try await TinyServer.with(answering: answers([busy, busy, .init()])) { server in
            try await store(server.port).put("a/b", data: Data("x".utf8), contentType: "x/y")
            #expect(server.requests.count == 3)
        }
        try await TinyServer.with(answering: answers([busy])) { server in
            let error = await #expect(throws: OutboundError.self) {
                try await store(server.port, patience: .seconds(1)).delete("a/b")
            }
            #expect(error?.code == .timedOut)
        }
    }

    @Test func `refusals are told by their code and hold no secret`() async throws {
        let cases: [(TinyServer.Reply, String)] = [
            (Self.refusal(403, "AccessDenied"), "AccessDenied"), (Self.refusal(404, "NoSuchBucket"), "NoSuchBucket"),
            (.init(status: 418, body: Data("garbage".utf8)), "HTTP 418"),
            (.init(status: 400, body: Data([0xFF, 0x00])), "HTTP 400"),
            (Self.refusal(400, String(repeating: "x", count: 9000)), "xxx"),
        ]
        for (reply, word) in cases {
            try await TinyServer.with(answering: answers([reply])) { server in
                let error = await #expect(throws: OutboundError.self) {
                    try await store(server.port).get("a/b", limit: 10)
                }
                let text = error?.description ?? ""
                #expect(error?.code == .refused)
                #expect(text.contains(word))
                #expect(text.count < 200)
                #expect(!text.contains("a-secret"))
                #expect(!text.contains("lent"))
            }
        }
    }

    @Test func `a server that does not speak HTTP is unreachable`() async throws {
        try await TinyServer.with(answering: { _ in .init(raw: Data("nonsense\r\n\r\n".utf8)) }) { server in
            let error = await #expect(throws: OutboundError.self) { try await store(server.port).get("a/b", limit: 10) }
            #expect(error?.code == .unreachable)
            #expect(await store(server.port).isReachable() == false)
        }
    }

    @Test func `a bucket is named in the path or in the host`() async throws {
        let aws = S3Place(bucket: "files.example", region: "eu-west-1")
        #expect(aws.request("GET", "a/b c").encodedPath == "/files.example/a/b%20c")
        #expect(aws.scheme == "https")
        let virtual = S3Place(bucket: "files", endpoint: "https://s3.example.com:443/base", style: .virtual)
        #expect(virtual.request("GET", "a/b").host == "files.s3.example.com")
        #expect(virtual.request("GET", "a/b").path == "/base/a/b")
        #expect(S3Place(bucket: "b-b", endpoint: "https://x.r2.cloudflarestorage.com").region == "auto")
    }

    private static let python = Python.having("moto.server", "flask", "boto3")

    @Test(.enabled(if: python != nil, "needs an interpreter with the package moto[server]"))
    func `a server of that protocol keeps files`() async throws {
        let server = try LineProcess(try #require(Self.python), [Python.fixture("storage/s3.py")])
        var lines = server.lines.makeAsyncIterator()
        let port = try #require(await lines.next().flatMap { Int($0) })
        let place = S3Place(bucket: "ghosthands", endpoint: "http://127.0.0.1:\(port)")
        let store = S3BlobStore(place: place, credentials: Self.credentials)
        try await BlobStoreTests().conforms(store, links: "/ghosthands/screenshots/gh/jobs/1/final%20page.png?X-Amz-")
        try await store.put("resumes/a b/+=@,()", data: Data("résumé".utf8), contentType: "a/b")
        let link = try await store.signedURL("resumes/a b/+=@,()", expiresIn: 60, now: Date())
        let opened = await PinnedClient(rule: AddressRule(.privateNetwork)).execute(PinnedClient.Request(url: link))
        guard case .response(let response) = opened else { throw OutboundError(.unreachable, "\(opened)") }
        #expect(response.body == Data("résumé".utf8))
        let other = S3Place(bucket: "nobodys", endpoint: "http://127.0.0.1:\(port)")
        #expect(await S3BlobStore(place: other, credentials: Self.credentials).isReachable() == false)
    }
}
