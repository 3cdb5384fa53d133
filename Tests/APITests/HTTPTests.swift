import Foundation
import GhostHands
import TestSupport
import Testing

@testable import API

@Suite("HTTP as servers are expected to speak it")
struct HTTPTests {
    private static let keyed = "Host: x\nX-GH-Service-Key: \(APIClient.key)\n"
    private static let apply = "POST /api/v1/gh/valet/apply HTTP/1.1\n"
    private static let health = "GET /health HTTP/1.1\nHost: x\n\n"

    /// Sends bytes on a connection of their own; their reply must be the last and in the usual form.
    private func expectLast(
        _ text: String,
        _ api: APIFixture,
        _ status: Int,
        _ word: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let (reply, rest) = try await Wire.open(to: api.client.port) { wire in
            try await wire.send(text)
            return (await wire.reply(), await wire.end())
        }
        #expect(reply.status == status, "\(reply) \(rest)", sourceLocation: sourceLocation)
        #expect(rest == "", "\(reply) \(rest)", sourceLocation: sourceLocation)
        let message = reply.json["message"].string ?? ""
        #expect(message.contains(word), "\(reply)", sourceLocation: sourceLocation)
        #expect(reply.json["error"].string != nil)
        #expect(reply.json["request_id"].string == reply.headers["x-request-id"])
        #expect(reply.headers["connection"] == "close", "\(reply)", sourceLocation: sourceLocation)
        #expect(reply.headers["x-content-type-options"] == "nosniff", "\(reply)", sourceLocation: sourceLocation)
    }

    @Test func `who asks before sending a body is told to go on, and a stranger is not`() async throws {
        try await withAPI { api in
            let body = try Requests.apply().text
            try await Wire.open(to: api.client.port) { wire in
                let head = Self.apply + Self.keyed + "Expect: 100-continue\nContent-Length: \(body.utf8.count)\n\n"
                try await wire.send(head)
                #expect(await wire.reply().status == 100)
                try await wire.send(body)
                #expect(await wire.reply().status == 201)
            }
            let head = "Expect: 100-continue\nContent-Length: "
            try await expectLast(Self.apply + "Host: x\n" + head + "9\n\n", api, 401, "missing")
            try await expectLast(Self.apply + Self.keyed + head + "2000000\n\n", api, 413, "1 MiB")
        }
    }

    @Test func `HTTP 1.0, and who says so, are answered and closed`() async throws {
        try await withAPI { api in
            for text in [
                "GET /health HTTP/1.0\n\n", "GET /health HTTP/1.0\nConnection: keep-alive\n\n",
                "GET /health HTTP/1.1\nHost: x\nConnection: Close\n\n",
            ] {
                try await Wire.open(to: api.client.port) { wire in
                    try await wire.send(text)
                    let reply = await wire.reply()
                    #expect(reply.status == 200, "\(reply)")
                    #expect(reply.headers["connection"] == "close", "\(reply)")
                    #expect(await wire.end() == "")
                }
            }
        }
    }

    @Test func `requests sent ahead are answered in their order, up to the one that cannot be read`() async throws {
        try await withAPI { api in
            try await Wire.open(to: api.client.port) { wire in
                try await wire.send(Self.health + "GET /nowhere HTTP/1.1\nHost: x\n\n" + "NONSENSE\n\n" + Self.health)
                var replies = [await wire.reply(), await wire.reply(), await wire.reply()]
                #expect(replies.map(\.status) == [200, 404, 400])
                #expect(replies.removeLast().headers["connection"] == "close")
                #expect(replies.allSatisfy { $0.headers["connection"] == nil })
                #expect(await wire.end() == "")
            }
        }
    }

    @Test(arguments: [
        ("Transfer-Encoding: chunked\n\nZZ\nx\n0\n\n", 400, "chunk"),
        ("Transfer-Encoding: chunked\n\n5\n{\"a\":1}\n0\n\n", 400, "not valid"),
        ("Transfer-Encoding: gzip, chunked\n\n0\n\n", 501, "chunked"), ("Transfer-Encoding: x\n\n", 501, "chunked"),
        ("Content-Length: 2\nTransfer-Encoding: chunked\n\n0\n\n", 400, "Content-Length"),
        ("Content-Length: -1\n\n", 400, "Content-Length"), ("Content-Length: 1\nContent-Length: 2\n\n", 400, "valid"),
        ("Bad Header: 1\n\n", 400, "header"), ("X: \(String(repeating: "x", count: 17_000))\n\n", 431, "16 KiB"),
        (String(repeating: "X: 1\n", count: 101) + "\n", 431, "100"),
        ("Content-Encoding: gzip\nContent-Length: 9\n\n", 415, "Content-Encoding"),
        ("Content-Length: 1048577\n\n", 413, "1 MiB"),
    ])
    func `what cannot be read is refused in words, and the connection closed`(
        rest: String,
        status: Int,
        word: String
    ) async throws {
        try await withAPI { api in try await expectLast(Self.apply + Self.keyed + rest, api, status, word) }
    }

    @Test func `odd request lines are refused in words`() async throws {
        try await withAPI { api in
            try await expectLast("FLY / HTTP/1.1\nHost: x\n\n", api, 400, "method")
            try await expectLast("GET / HTTP/2.0\nHost: x\n\n", api, 400, "HTTP/1.1")
            try await expectLast("PRI * HTTP/2.0\n\nSM\n\n", api, 400, "HTTP/1.1")
            let path = { String(repeating: "x", count: $0) }
            try await expectLast("GET /\(path(9_000)) HTTP/1.1\nHost: x\n\n", api, 414, "8 KiB")
            try await expectLast("GET /\(path(17_000)) HTTP/1.1\nHost: x\n\n", api, 431, "path")
            try await expectLast("CONNECT a:1 HTTP/1.1\nHost: x\n\n", api, 404, "endpoint")
        }
    }

    @Test func `tells which methods an address answers, and grants pages of other origins nothing`() async throws {
        try await withAPI { api in
            let preflight = ["origin": "https://a.example", "access-control-request-method": "POST"]
            for (path, allow) in [
                ("/api/v1/gh/valet/apply", "OPTIONS, POST"), ("/health/", "GET, HEAD, OPTIONS"),
                ("/api/v1/gh/jobs/x/events", "GET, HEAD, OPTIONS"),
            ] {
                let reply = try await api.client.send("OPTIONS", path, key: nil, headers: preflight, body: nil)
                #expect(reply.status == 204)
                #expect(reply.headers["allow"] == allow)
                #expect(reply.body.isEmpty)
                #expect(!reply.headers.keys.contains { $0.hasPrefix("access-control") })
                for method in ["PATCH", "PROPFIND", "TRACE"] {
                    let refused = try await api.client.send(method, path, key: nil, headers: [:], body: nil)
                    #expect(refused.status == 405, "\(method) \(path)")
                    #expect(refused.headers["allow"] == allow, "\(method) \(path)")
                    #expect(refused.json["message"].string?.contains(allow) == true)
                }
            }
            #expect(try await api.client.send("OPTIONS", "/nowhere", key: nil, headers: [:], body: nil).status == 404)
        }
    }

    @Test func `a reply to HEAD has no body, whatever it says`() async throws {
        try await withAPI { api in
            try await Wire.open(to: api.client.port) { wire in
                for (path, status) in [("/health", 200), ("/api/v1/gh/jobs", 401), ("/nowhere", 404)] {
                    try await wire.send("HEAD \(path) HTTP/1.1\nHost: x\n\n")
                    let reply = await wire.reply(isBodiless: true)
                    #expect(reply.status == status)
                    #expect(reply.headers["content-length"].flatMap(Int.init) ?? 0 > 0)
                    try await wire.send(Self.health)
                    #expect(await wire.reply().json["status"] == "ok")
                }
            }
        }
    }

    @Test func `a slash at the end, an absolute address and escapes in a path change nothing`() async throws {
        try await withAPI { api in
            let made = try await api.client.post("/api/v1/gh/valet/apply/", Requests.apply())
            let id = try #require(made.json["job_id"].string)
            let escaped = id.utf8.map { "%" + String($0, radix: 16) }.joined()
            for path in ["/api/v1/gh/jobs/\(id)/status/", "/api/v1/gh/jobs/\(escaped)/status"] {
                try await Wire.open(to: api.client.port) { wire in
                    try await wire.send("GET http://x\(path) HTTP/1.1\n\(Self.keyed)\n")
                    #expect(await wire.reply().json["id"].string == id)
                }
            }
        }
    }

    @Test func `no odd address, query or header is an error of ours`() async throws {
        try await withAPI { api in
            let odd = [
                "%00", "%zz", "%", "..", "%2e%2e%2f%2e%2e%2fetc%2fpasswd", "\u{0}", "\u{FFFF}", "a;b", "*",
                "a//b",
                "%ed%a0%80", "-9223372036854775809", "1e400", "infinity", "294277-01-01T00:00:00Z", "İ",
                "e\u{301}\u{336}",
            ]
            let places: [(String) -> String] = [
                { "/\($0)" }, { "/storage/v1/object/sign/\($0)?token=\($0)" },
                { "/storage/v1/object/sign/x?token=\($0).\($0)" },
                { "/files/\($0)?token=\($0)" }, { "/files/a/b?token=\($0).\($0)" },
                { "/api/v1/gh/jobs/\($0)" }, { "/api/v1/gh/jobs?cursor=\($0)&sort=\($0)" },
                { "/api/v1/gh/jobs?\($0)=\($0)&&=" },
                { "/api/v1/gh/jobs?status[]=\($0)&job_type=\($0)" },
                { "/api/v1/gh/manuals?platform=\($0)&limit=\($0)" },
                { "/api/v1/gh/jobs/00000000-0000-4000-8000-000000000000/events?event_type=\($0)" },
                { "/api/v1/gh/users/\($0)/usage" }, { "/monitoring/workers?\($0)" }, { "/docs?\($0)#\($0)" },
            ]
            for text in odd {
                for place in places {
                    for line in ["GET \(place(text))", "DELETE \(place(text))"] {
                        try await Wire.open(to: api.client.port) { wire in
                            let header = "X-Request-Id: \(text)\nAccept: \(text)\n"
                            try await wire.send("\(line) HTTP/1.1\n\(Self.keyed)\(text.contains("\0") ? "" : header)\n")
                            let status = await wire.reply().status
                            #expect((200..<500).contains(status), "\(line): \(status)")
                        }
                    }
                }
            }
        }
    }
}
