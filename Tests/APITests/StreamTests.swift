import AsyncHTTPClient
import Foundation
import GhostHands
import NIOCore
import NIOHTTP1
import Postgres
import Store
import Testing
import TestSupport

@testable import API

@Suite("Streams")
struct StreamTests {
    private static let base = "/api/v1/gh"

    /// One server-sent event.
    struct Told: Hashable, Sendable {
        var id = ""
        var event = "message"
        var data = ""

        var json: JSON { JSON(passingOn: Data(data.utf8)) }
    }

    private func open(
        _ path: String,
        _ api: APIFixture,
        headers: [String: String] = [:]
    ) async throws
        -> HTTPClientResponse
    {
        var request = HTTPClientRequest(url: "http://127.0.0.1:\(api.client.port)\(Self.base)\(path)")
        request.headers.add(name: "X-GH-Service-Key", value: APIClient.key)
        for (name, value) in headers { request.headers.add(name: name, value: value) }
        return try await HTTPClient.shared.execute(request, timeout: .seconds(60))
    }

    /// Reads until somebody has enough or the stream ends.
    private func read(
        _ response: HTTPClientResponse,
        until isEnough: ([Told]) async throws -> Bool
    ) async throws
        -> [Told]
    {
        var (text, told) = ("", [Told]())
        for try await buffer in response.body {
            text += String(buffer: buffer)
            while let end = text.range(of: "\n\n") {
                var one = Told()
                for line in text[..<end.lowerBound].split(separator: "\n") {
                    if line.hasPrefix("id: ") { one.id = String(line.dropFirst(4)) }
                    if line.hasPrefix("event: ") { one.event = String(line.dropFirst(7)) }
                    if line.hasPrefix("data: ") { one.data = String(line.dropFirst(6)) }
                }
                text.removeSubrange(..<end.upperBound)
                if !one.data.isEmpty { told.append(one) }
            }
            if try await isEnough(told) { break }
        }
        return told
    }

    private func job(_ api: APIFixture) async throws -> (text: String, id: UUID) {
        let reply = try await api.client.post("\(Self.base)/valet/apply", try Requests.apply())
        let text = try #require(reply.json["job_id"].string)
        return (text, try #require(UUID(uuidString: text)))
    }

    private func note(_ count: Int, of job: UUID, _ api: APIFixture) async throws {
        for number in 1...count {
            try await api.pool.execute(
                """
                insert into gh_job_events (job_id, event_type, metadata)
                values (\(job), 'step_started', jsonb_build_object('action_count', \(number)))
                """
            )
        }
    }

    private func end(_ job: UUID, _ api: APIFixture) async throws {
        try await api.pool.execute(
            """
            update gh_automation_jobs set status = 'completed', completed_at = now(), updated_at = now()
            where id = \(job)
            """
        )
    }

    @Test func `events come as they are written, numbered without gaps, until the job has ended`() async throws {
        try await withAPI { api in
            let (text, id) = try await job(api)
            try await note(3, of: id, api)
            let response = try await open("/jobs/\(text)/events/stream", api)
            #expect(response.status == .ok)
            #expect(response.headers.first(name: "content-type") == "text/event-stream; charset=utf-8")
            #expect(response.headers.first(name: "x-accel-buffering") == "no")
            var isNoted = false
            let told = try await read(response) { told in
                if told.count >= 3, !isNoted {
                    isNoted = true
                    try await note(4, of: id, api)
                    try await end(id, api)
                }
                return false
            }
            let list = try await api.client.get("\(Self.base)/jobs/\(text)/events").json["events"].array ?? []
            #expect(told.dropLast().map(\.json) == list)
            #expect(told.dropLast().map(\.id) == (1...list.count).map(String.init))
            #expect(told.last?.event == "end")
            #expect(told.last?.json["status"] == "completed")
            #expect(api.server.services.feed.board.count == 0)
        }
    }

    @Test func `whoever was cut off at any event goes on behind it`() async throws {
        try await withAPI { api in
            let (text, id) = try await job(api)
            try await note(12, of: id, api)
            try await end(id, api)
            let list = try await api.client.get("\(Self.base)/jobs/\(text)/events").json["events"].array ?? []
            for place in 0...list.count {
                let header = try await open(
                    "/jobs/\(text)/events/stream?after=0",
                    api,
                    headers: ["Last-Event-ID": "\(place)"]
                )
                let query = try await open("/jobs/\(text)/events/stream?after=\(place)", api)
                for response in [header, query] {
                    guard place < list.count else {
                        #expect(response.status == .noContent)
                        continue
                    }
                    let told = try await read(response) { _ in false }
                    #expect(told.dropLast().map(\.json) == Array(list[place...]))
                }
            }
        }
    }

    @Test func `writers who come together leave no gap and no double`() async throws {
        try await withAPI { api in
            let (text, id) = try await job(api)
            let response = try await open("/jobs/\(text)/events/stream", api)
            try await withThrowingTaskGroup(of: [Told].self) { group in
                group.addTask { try await read(response) { _ in false } }
                try await withThrowingTaskGroup(of: Void.self) { writers in
                    for _ in 0..<6 { writers.addTask { try await note(20, of: id, api) } }
                    try await writers.waitForAll()
                }
                try await end(id, api)
                let told = try #require(try await group.next())
                #expect(told.dropLast().map(\.id) == (1..<told.count).map(String.init))
                #expect(told.count == 6 * 20 + 2)
            }
        }
    }

    @Test func `states come whenever they change, as lines for those who want lines`() async throws {
        try await withAPI { api in
            let (text, id) = try await job(api)
            let response = try await open(
                "/valet/status/\(text)/stream",
                api,
                headers: ["Accept": "application/x-ndjson"]
            )
            #expect(response.headers.first(name: "content-type") == "application/x-ndjson")
            var lines: [JSON] = []
            for try await buffer in response.body {
                for line in String(buffer: buffer).split(separator: "\n") {
                    lines.append(JSON(passingOn: Data(line.utf8)))
                }
                if lines.count == 1 { try await end(id, api) }
            }
            #expect(lines.map { $0["status"].string } == ["pending", "completed", nil])
            #expect(lines.last?["end"] == "completed")
            #expect(lines.first?["job_id"].string == text)
        }
    }

    @Test func `a stream of nothing is refused, and without the key all are`() async throws {
        try await withAPI { api in
            let nobody = UUID().uuidString
            for path in ["/jobs/\(nobody)/events/stream", "/valet/status/\(nobody)/stream"] {
                let unknown = try await api.client.get(Self.base + path)
                #expect(unknown.status == 404)
                let stranger = try await api.client.get(Self.base + path, key: nil)
                #expect(stranger.status == 401)
                let wrong = try await api.client.get(Self.base + path + "?after=x")
                #expect(wrong.status == 422)
            }
        }
    }

    @Test func `a reader who goes is forgotten, and a process that ends lets all go`() async throws {
        try await withAPI { api in
            let (text, id) = try await job(api)
            let response = try await open("/jobs/\(text)/events/stream", api)
            try await note(1, of: id, api)
            let told = try await read(response) { $0.count == 1 }
            #expect(told.count == 1)
            // The rest is the fixture's end: it would not end while a stream is open.
        }
    }

    @Test func `a user's token opens streams of the user's own jobs alone`() async throws {
        try await withAPI { api in
            let (text, id) = try await job(api)
            let (mine, theirs) = (UUID(), UUID())
            try await api.pool.execute("update gh_automation_jobs set user_id = \(mine) where id = \(id)")
            try await end(id, api)
            let path = "\(Self.base)/jobs/\(text)/events/stream"
            let soon = JSON.double(Date().timeIntervalSince1970 + 600)
            let own = TestToken.signed(["role": "authenticated", "sub": .id(mine), "exp": soon])
            let other = TestToken.signed(["role": "authenticated", "sub": .id(theirs), "exp": soon])
            let past = TestToken.signed(["role": "authenticated", "sub": .id(mine), "exp": 1000])
            for (token, status) in [(own, 200), (other, 404), (past, 401)] {
                let named = try await api.client.get("\(path)?access_token=\(token)", key: nil)
                #expect(named.status == status)
                let bearer = try await api.client.get(path, key: nil, headers: ["Authorization": "Bearer \(token)"])
                #expect(bearer.status == status)
            }
        }
    }
}
