import Foundation
import GhostHands
import Testing

@testable import Outbound

@Suite("The client for addresses that callers name")
struct PinnedClientTests {
    private static let open = PinnedClient(rule: AddressRule(.privateNetwork))

    private static func client(_ table: [String: [String]], _ allowance: AddressRule.Allowance) -> PinnedClient {
        PinnedClient(rule: AddressRule(allowance), resolver: AddressResolver { table[$0] ?? [] })
    }

    @Test(arguments: [
        "http://127.0.0.1/", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://10.1.2.3/", "http://192.168.0.1/",
        "http://169.254.169.254/latest/meta-data/", "http://localhost/", "http://api.localhost/", "http://127.1/",
        "http://0x7f000001/", "http://2130706433/", "http://017700000001/", "http://metadata.google.internal/",
        "http://0.0.0.0/", "http://[fd00::1]/", "http://user:pw@example.com/", "ftp://example.com/",
        "http://exa%6dple.com/", "http:///x", "file:///etc/passwd", "http://printer.local/", "http://a\\@b.example/",
    ])
    func `refuses what is private or odd by its spelling alone`(url: String) async {
        let outcome = await Self.client([:], .publicOnly).execute(.init(url: url))
        guard case .refused = outcome else {
            Issue.record("\(url) was not refused: \(outcome)")
            return
        }
    }

    @Test func `refuses a name when any one of its addresses is private`() async {
        let table = ["evil.example": ["93.184.216.34", "10.0.0.7"], "mapped.example": ["::ffff:169.254.169.254"]]
        for host in table.keys {
            let outcome = await Self.client(table, .publicOnly).execute(.init(url: "http://\(host)/"))
            guard case .refused = outcome else {
                Issue.record("\(host) was not refused: \(outcome)")
                return
            }
        }
    }

    @Test func `connects to the address that was checked and still names the host`() async throws {
        try await TinyServer.with(answering: { _ in .init(body: Data("hello".utf8)) }) { server in
            let client = Self.client(["Pinned.Example": ["127.0.0.1"], "pinned.example": ["127.0.0.1"]], .loopback)
            let outcome = await client.execute(.init(url: "http://Pinned.Example:\(server.port)/a?b=c"))
            guard case .response(let response) = outcome else {
                Issue.record("no response: \(outcome)")
                return
            }
            #expect(response.body == Data("hello".utf8))
            #expect(server.requests.first?.headers["host"]?.lowercased() == "pinned.example:\(server.port)")
            #expect(server.requests.first?.path == "/a?b=c")
        }
    }

    @Test func `checks every redirect again and follows no more than it may`() async throws {
        let answer: @Sendable (TinyServer.Request) -> TinyServer.Reply = { request in
            switch request.path {
            case "/inside": .init(status: 302, headers: ["location": "http://169.254.169.254/latest"])
            case "/ok": .init(status: 307, headers: ["location": "/final"])
            case "/loop": .init(status: 301, headers: ["location": "/loop"])
            default: .init(body: Data(request.path.utf8))
            }
        }
        try await TinyServer.with(answering: answer) { server in
            let client = PinnedClient(rule: AddressRule(.loopback))
            let base = "http://127.0.0.1:\(server.port)"
            let inside = await client.execute(.init(url: base + "/inside", redirects: 5))
            guard case .refused = inside else {
                Issue.record("the redirect was followed: \(inside)")
                return
            }
            guard case .response(let final) = await client.execute(.init(url: base + "/ok", redirects: 5)),
                case .response(let unfollowed) = await client.execute(.init(url: base + "/ok")),
                case .response(let looped) = await client.execute(.init(url: base + "/loop", redirects: 5))
            else {
                Issue.record("no response")
                return
            }
            #expect(String(decoding: final.body, as: UTF8.self) == "/final")
            #expect(final.url == base + "/final")
            #expect(unfollowed.status == 307)
            #expect(looped.status == 301)
            #expect(server.requests.filter { $0.path == "/loop" }.count == 6)
        }
    }

    @Test func `reads no more of a body than it may`() async throws {
        try await TinyServer.with(answering: { _ in .init(body: Data(repeating: 65, count: 300_000)) }) { server in
            let url = "http://127.0.0.1:\(server.port)/"
            guard case .response(let cut) = await Self.open.execute(.init(url: url, bodyLimit: 1000)),
                case .response(let whole) = await Self.open.execute(.init(url: url, bodyLimit: 300_000))
            else {
                Issue.record("no response")
                return
            }
            #expect(cut.body.count == 1000)
            #expect(cut.isTruncated)
            #expect(whole.body.count == 300_000)
            #expect(!whole.isTruncated)
        }
    }

    @Test func `gives up on a server that never answers and on a name that never resolves`() async throws {
        try await TinyServer.with(answering: { _ in nil }) { server in
            let url = "http://127.0.0.1:\(server.port)/"
            let silent = await Self.open.execute(.init(url: url, timeout: .milliseconds(200)))
            guard case .failed = silent else {
                Issue.record("it answered: \(silent)")
                return
            }
        }
        let forever = AddressResolver { _ in
            for await _ in AsyncStream<Never>.makeStream().stream {}
            return []
        }
        let client = PinnedClient(rule: AddressRule(.publicOnly), resolver: forever)
        let unresolved = await client.execute(.init(url: "https://a.example/", timeout: .milliseconds(50)))
        guard case .failed = unresolved else {
            Issue.record("it answered: \(unresolved)")
            return
        }
    }

    @Test func `leaves a lookup that hangs to its thread and refuses more than it has threads for`() async throws {
        let gate = DispatchSemaphore(value: 0)
        let lookups = Blocking(limit: 1)
        await #expect(throws: OutboundError.self) {
            try await withDeadline(.milliseconds(50), on: ContinuousClock()) { try await lookups.run { gate.wait() } }
        }
        await #expect(
            throws: OutboundError(.unreachable, "Too many look-ups are waiting on this machine; try again later")
        ) {
            try await lookups.run {}
        }
        gate.signal()
    }

    @Test(arguments: [
        ["::1", "127.0.0.1"], ["127.0.0.1", "::1"], ["192.0.2.1", "127.0.0.1"], ["127.0.0.2", "127.0.0.1"],
    ])
    func `finds the one address of a name at which somebody listens, and asks there once`(
        addresses: [String]
    ) async throws {
        try await TinyServer.with(answering: { _ in .init(body: Data("here".utf8)) }) { server in
            let client = Self.client(["dual.example": addresses], .privateNetwork)
            let outcome = await client.execute(
                .init(method: "POST", url: "http://dual.example:\(server.port)/", body: Data("once".utf8))
            )
            guard case .response(let response) = outcome else {
                Issue.record("no response: \(outcome)")
                return
            }
            #expect(response.body == Data("here".utf8))
            #expect(server.requests.map(\.body) == [Data("once".utf8)])
        }
    }

    @Test(arguments: [
        ("/a?x=%2F&n={id}", "/a?x=%2F&n=%7Bid%7D"), ("/a%20b/ü", "/a%20b/%C3%BC"),
        ("/%zz/50%?q=%", "/%25zz/50%25?q=%25"),
        ("?q=a+b&c=/?@:!$'()*,;~", "/?q=a+b&c=/?@:!$'()*,;~"), ("/a//b/../c;v=1", "/a//b/../c;v=1"), ("", "/"),
        ("/x?sig=a%2Bb%3D%3D&y=[1]#part", "/x?sig=a%2Bb%3D%3D&y=%5B1%5D"), ("/%e2%82%ac", "/%e2%82%ac"),
    ])
    func `asks for a path byte for byte, and encodes only what no URL may hold`(
        given: String,
        asked: String
    ) async throws {
        try await TinyServer.with(answering: { _ in .init() }) { server in
            _ = await Self.open.execute(.init(url: "http://127.0.0.1:\(server.port)\(given)"))
            #expect(server.requests.map(\.path) == [asked])
        }
    }

    @Test func `follows a redirect as it is written, and never asks a place inside`() async throws {
        let inside = try await TinyServer.with(answering: { _ in nil }) { $0.port }
        let answer: @Sendable (TinyServer.Request) -> TinyServer.Reply = { request in
            switch request.path {
            case "/deep/odd": .init(status: 302, headers: ["location": "ü {1}?s=%2F%41"])
            case "/inside": .init(status: 302, headers: ["location": "http://inner.example:\(inside)/"])
            default: .init(body: Data(request.path.utf8))
            }
        }
        try await TinyServer.with(answering: answer) { server in
            let table = ["outer.example": ["127.0.0.1"], "inner.example": ["10.9.8.7"]]
            let client = Self.client(table, .loopback)
            let base = "http://outer.example:\(server.port)"
            guard case .response(let odd) = await client.execute(.init(url: base + "/deep/odd", redirects: 1)) else {
                Issue.record("no response")
                return
            }
            #expect(String(decoding: odd.body, as: UTF8.self) == "/deep/%C3%BC%20%7B1%7D?s=%2F%41")
            guard case .refused = await client.execute(.init(url: base + "/inside", redirects: 1)) else {
                Issue.record("it was followed")
                return
            }
            #expect(server.requests.count == 3)
        }
    }

    @Test(arguments: [
        ("nonsense\r\n\r\n", "127.0.0.1:PORT does not answer in HTTP"),
        ("", "127.0.0.1 closed the connection without an answer"),
        (
            "HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nab",
            "127.0.0.1 closed the connection in the middle of its answer"
        ),
    ])
    func `says in words what a server did wrong`(bytes: String, words: String) async throws {
        try await TinyServer.with(answering: { _ in .init(raw: Data(bytes.utf8)) }) { server in
            let outcome = await Self.open.execute(.init(url: "http://127.0.0.1:\(server.port)/?token=abc"))
            let expected = words.replacingOccurrences(of: "PORT", with: String(server.port))
            guard case .failed(let reason) = outcome else {
                Issue.record("it answered: \(outcome)")
                return
            }
            #expect(reason == expected)
        }
    }
}
