import Foundation
import GhostHands
import Postgres
import Store
import Testing

@Suite("Callbacks over HTTP")
struct CallbackTests {
    private static let base = "/api/v1/gh"

    /// A job that was called off, and whose callback of it went to a host and came to an end.
    private func called(_ api: APIFixture, at host: String, _ state: String) async throws -> (job: UUID, event: String)
    {
        var body = try Requests.apply().object ?? [:]
        body["callback_url"] = .string("https://\(host)/hook")
        body["callback_events"] = ["cancelled"]
        body["idempotency_key"] = .string(UUID().uuidString)
        let made = try await api.client.post(Self.base + "/valet/apply", .object(body))
        let job = try #require(made.json["job_id"].string.flatMap(UUID.init(uuidString:)))
        _ = try await api.client.post(Self.base + "/jobs/\(job)/cancel", [:])
        try await api.pool.execute(
            "update gh_callback_outbox set state = \(state), done_at = now(), last_error = 'HTTP 502' where job_id = \(job)"
        )
        let told = try await api.store.outbox.list(jobID: job)
        return (job, try #require(told.first?.webhookID))
    }

    @Test func `those of all jobs are listed by host, state and time, the newest first`() async throws {
        try await withAPI { api in
            let one = try await called(api, at: "one.example.com", "dead")
            let other = try await called(api, at: "two.example.com:8443", "delivered")
            let all = try await api.client.get(Self.base + "/callbacks").json
            #expect(all["callbacks"].array?.map { $0["event_id"].string } == [other.event, one.event])
            #expect(all["more"] == false)
            let first = all["callbacks"].array?.last ?? .null
            #expect(first["job_id"] == .id(one.job))
            #expect(first["state"] == "dead")
            #expect(first["status"] == "cancelled")
            #expect(first["url"] == "https://one.example.com/hook")
            #expect(first["last_error"] == "HTTP 502")
            for (query, events) in [
                ("host=TWO.example.com:8443", [other.event]), ("state=dead", [one.event]), ("state=pending", []),
                ("limit=1", [other.event]), ("since=2126-01-01T00:00:00Z", []), ("host=two.example.com", []),
            ] {
                let found = try await api.client.get(Self.base + "/callbacks?" + query).json
                #expect(found["callbacks"].array?.map { $0["event_id"].string } == events, "\(query)")
                #expect(found["more"] == .bool(query == "limit=1"))
            }
            for query in ["state=nonsense", "since=yesterday", "limit=0"] {
                #expect(try await api.client.get(Self.base + "/callbacks?" + query).status == 422, "\(query)")
            }
        }
    }

    @Test func `what was given up is delivered again, once, and by host`() async throws {
        try await withAPI { api in
            let one = try await called(api, at: "one.example.com", "dead")
            let other = try await called(api, at: "two.example.com", "dead")
            let path = Self.base + "/jobs/\(one.job)/callbacks/\(one.event)/redeliver"
            #expect(try await api.client.post(path, [:]).status == 202)
            #expect(try await api.client.post(path, [:]).json["error"] == "callback_not_redeliverable")
            let since = Timestamp.text(Date().addingTimeInterval(-3600))
            let wanted: JSON = ["since": .string(since), "host": "two.example.com"]
            let reply = try await api.client.post(Self.base + "/callbacks/redeliver", wanted)
            #expect(reply.status == 202)
            #expect(reply.json["count"] == 1)
            #expect(reply.json["more"] == false)
            #expect(try await api.client.post(Self.base + "/callbacks/redeliver", wanted).json["count"] == 0)
            for made in [one, other] {
                #expect(try await api.store.outbox.list(jobID: made.job).map(\.state) == ["pending"])
            }
        }
    }
}
