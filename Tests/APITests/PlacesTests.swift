import Foundation
import GhostHands
import NIOCore
import TestSupport
import Testing

@testable import API

@Suite("Connections that wait for their clients")
struct PlacesTests {
    private static let apply = "POST /api/v1/gh/valet/apply HTTP/1.1\nHost: x\n"
    private static let keyed = apply + "X-GH-Service-Key: \(APIClient.key)\n"

    @Test func `a body of which the rest does not come is answered 408, and the connection closed`() async throws {
        var patience = Patience()
        patience.body = .milliseconds(100)
        try await withAPI(patience: patience) { api in
            try await Wire.open(to: api.client.port) { wire in
                try await wire.send(Self.keyed + "Content-Length: 100\n\n{")
                let reply = await wire.reply()
                #expect(reply.status == 408)
                #expect(reply.json["error"] == "request_timeout")
                #expect(reply.headers["connection"] == "close")
                #expect(await wire.end() == "")
            }
        }
    }

    @Test func `a refused body is not waited for, although its sender never hangs up`() async throws {
        var patience = Patience()
        patience.farewell = .milliseconds(100)
        try await withAPI(patience: patience) { api in
            for (head, status) in [
                (Self.apply + "Content-Length: 104857600\n\n", 401),
                (Self.apply + "Transfer-Encoding: chunked\n\n2\n{}\n", 401),
                (Self.keyed + "Content-Length: 104857600\n\n", 413),
            ] {
                try await Wire.open(to: api.client.port) { wire in
                    try await wire.send(head + "xxxx")
                    #expect(await wire.reply().status == status)
                    #expect(await wire.end() == "")
                    try await eventually("the connection is gone") { api.server.connections == 0 }
                }
            }
        }
    }

    @Test func `a head that does not come and a connection that idles are closed`() async throws {
        var patience = Patience()
        patience.head = .milliseconds(100)
        try await withAPI(patience: patience) { api in
            for text in ["", "GET /hea", "GET /health HTTP/1.1\nHost: x\n\n"] {
                try await Wire.open(to: api.client.port) { wire in
                    try await wire.send(text)
                    if text.hasSuffix("\n\n") { #expect(await wire.reply().status == 200) }
                    #expect(await wire.end() == "")
                    try await eventually("the connection is gone") { api.server.connections == 0 }
                }
            }
        }
    }

    @Test func `who never reads the replies is closed, and what is sent ahead is not piled up`() async throws {
        var patience = Patience()
        patience.reader = .milliseconds(100)
        try await withAPI(patience: patience) { api in
            let count = 2_000
            let received = try await Wire.open(to: api.client.port) { wire in
                try await wire.send(String(repeating: "GET /docs HTTP/1.1\nHost: x\n\n", count: count))
                #expect(await wire.reply().status == 200)
                try await eventually("the connection is gone") { api.server.connections == 0 }
                return await wire.end().utf8.count
            }
            let page = try await api.client.get("/docs").body.count
            #expect(received > 0, "\(received) of \(page * count)")
            #expect(received < page * count / 2, "\(received) of \(page * count)")
        }
    }

    @Test func `strangers who trickle take no place from others, and nobody who showed the key gives way`() async throws
    {
        try await withAPI(maxConnections: 8) { api in
            try await Wire.open(to: api.client.port) { customer in
                let body = try Requests.apply().text
                let length = "Expect: 100-continue\nContent-Length: \(body.utf8.count)\n\n"
                try await customer.send(Self.keyed + length)
                #expect(await customer.reply().status == 100)
                try await customer.send(String(body.prefix(10)))
                try await withThrowingTaskGroup(of: Void.self) { strangers in
                    let crowd = Counter()
                    for number in 0..<40 {
                        strangers.addTask {
                            try await Wire.open(to: api.client.port) { wire in
                                let isAnswered = number % 2 == 0
                                // Who gave way before it could send has been there, too.
                                try? await wire.send(isAnswered ? Self.apply + "Content-Length: 104857600\n\n{" : "G")
                                if isAnswered { _ = await wire.reply() }
                                crowd.add()
                                _ = await wire.end()
                            }
                        }
                    }
                    try await eventually("the crowd is there") { crowd.count == 40 }
                    for _ in 0..<3 { #expect(try await api.client.get("/health").status == 200) }
                    #expect(try await api.client.post("/api/v1/gh/valet/task", Requests.task).status == 201)
                    // Whoever has to give way is still there for a moment.
                    try await eventually("the crowd has given way") { api.server.connections <= 8 }
                    try await customer.send(String(body.dropFirst(10)))
                    #expect(await customer.reply().status == 201)
                    strangers.cancelAll()
                }
            }
        }
    }
}
