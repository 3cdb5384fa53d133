import Foundation
import GhostHands
import Postgres
import Store
import Testing

@Suite("Callbacks of cancelling and expiring")
struct AskedCallbackTests {
    private static let base = "/api/v1/gh"

    /// Where a job stands when it is called off.
    enum Place: String, CaseIterable, Sendable {
        case pending
        case queued
        case running
        case paused
    }

    private func job(_ api: APIFixture, _ events: [JSON]) async throws -> UUID {
        var body = try Requests.apply().object ?? [:]
        body["callback_events"] = .array(events)
        body["idempotency_key"] = .string(UUID().uuidString)
        let made = try await api.client.post(Self.base + "/valet/apply", .object(body))
        return try #require(made.json["job_id"].string.flatMap(UUID.init(uuidString:)))
    }

    private func bring(_ api: APIFixture, to place: Place) async throws {
        guard place != .pending else { return }
        let lease = try #require(try await api.store.jobs.claim(workerID: "worker-1", limit: 1).first)
        guard place != .queued else { return }
        _ = try #require(try await api.store.jobs.start(lease))
        guard place == .paused else { return }
        try await api.pool.execute(
            "update gh_automation_jobs set status = 'paused', paused_at = now(), interaction_type = 'captcha'"
        )
    }

    @Test(arguments: Place.allCases)
    func `who asks is told of cancelling, wherever the job stands, and of nothing else`(place: Place) async throws {
        try await withAPI { api in
            let id = try await job(api, ["cancelled"])
            try await bring(api, to: place)
            let reply = try await api.client.post(Self.base + "/jobs/\(id)/cancel", [:])
            #expect(reply.status == 200)
            #expect(reply.json["status"] == "cancelled")
            let told = try await api.store.outbox.list(jobID: id)
            #expect(told.map(\.status) == ["cancelled"])
            let body = try JSON(parsing: try #require(told.first).body)
            #expect(body["job_id"] == .id(id))
            #expect(body["status"] == "cancelled")
            #expect(body["event_id"].string != nil)
            #expect(try await api.client.post(Self.base + "/jobs/\(id)/cancel", [:]).status == 409)
            #expect(try await api.store.outbox.list(jobID: id).count == 1)
        }
    }

    @Test(arguments: Place.allCases)
    func `who did not ask is told as before`(place: Place) async throws {
        try await withAPI { api in
            let made = try await api.client.post(Self.base + "/valet/apply", Requests.apply())
            let id = try #require(made.json["job_id"].string.flatMap(UUID.init(uuidString:)))
            try await bring(api, to: place)
            _ = try await api.client.post(Self.base + "/jobs/\(id)/cancel", [:])
            let told = try await api.store.outbox.list(jobID: id).map(\.status)
            #expect(told == (place == .running || place == .paused ? ["running"] : []))
        }
    }

    @Test func `who asks is told that nobody took the job, and may ask for running alone`() async throws {
        try await withAPI { api in
            let late = try await job(api, ["expired", "cancelled"])
            try await api.pool.execute("update gh_automation_jobs set expires_at = now() - interval '1 second'")
            #expect(try await api.store.jobs.expire() == 1)
            let told = try await api.store.outbox.list(jobID: late)
            #expect(told.map(\.status) == ["expired"])
            #expect(try JSON(parsing: try #require(told.first).body)["status"] == "expired")
            #expect(try await api.client.get(Self.base + "/valet/status/\(late)").json["status"] == "expired")
            let begun = try await job(api, ["running"])
            try await bring(api, to: .running)
            _ = try await api.client.post(Self.base + "/jobs/\(begun)/cancel", [:])
            #expect(try await api.store.outbox.list(jobID: begun).map(\.status) == ["running"])
        }
    }
}
