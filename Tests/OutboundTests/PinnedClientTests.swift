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
            #expect(cut.body.count == 1000 && cut.isTruncated)
            #expect(whole.body.count == 300_000 && !whole.isTruncated)
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
        await #expect(throws: OutboundError(.unreachable, "Too many calls are waiting for this machine")) {
            try await lookups.run {}
        }
        gate.signal()
    }
}
