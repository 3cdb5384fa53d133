import Foundation
import GhostHands
import Postgres
import Store
import TestSupport
import Testing

/// Codes that a caller gives to the job that waits for one (R57).
@Suite struct CodeTests {
    private static let path = "/api/v1/gh/valet/codes"
    private static let user = "00000000-0000-0000-0000-000000000001"

    /// A job that is paused for a code, a minute ago.
    private func paused(_ api: APIFixture, at page: String = "https://careers.acme.com/verify") async throws -> String {
        var body = try Requests.apply().object ?? [:]
        body["idempotency_key"] = .string(UUID().uuidString)
        body["valet_user_id"] = .string(Self.user)
        let made = try await api.client.post("/api/v1/gh/valet/apply", .object(body))
        let id = try #require(made.json["job_id"].string)
        let job = try #require(made.json["job_id"].string.flatMap(UUID.init(uuidString:)))
        _ = try await api.store.jobs.claim(workerID: "worker-1", limit: 1)
        try await api.pool.execute(
            """
            update gh_automation_jobs set status = 'paused', paused_at = now() - interval '1 minute',
                interaction_type = '2fa', interaction_data = \(json: JSON.object(["page_url": .string(page)]).data)
            where id = \(job)
            """
        )
        return id
    }

    private func send(_ api: APIFixture, _ body: [String: JSON]) async throws -> (status: Int, json: JSON) {
        let whole = JSON.object(body.merging(["valet_user_id": .string(Self.user)]) { own, _ in own })
        #expect(Described.faults("POST", Self.path, sending: whole).isEmpty)
        let reply = try await api.client.post(Self.path, whole)
        return (reply.status, reply.json)
    }

    @Test func `a code lets the one job go on that waits for it, and counts once`() async throws {
        try await withAPI { api in
            let id = try await paused(api)
            let first = try await send(api, ["code": "424 242"])
            #expect(first.status == 200)
            #expect(first.json["job_id"].string == id)
            #expect(first.json["resolution_type"] == "code_entry")
            #expect(first.json["resolved_by"] == "system")
            let again = try await send(api, ["code": "424242"])
            #expect(again.status == 409)
            #expect(again.json["error"] == "no_code_wanted")
            let kept = try await api.pool.query("select sealed, expires_at from gh_resolutions")
            #expect(kept.count == 1)
            #expect(try kept[0].data("sealed").range(of: Data("424242".utf8)) == nil)
            #expect(try kept[0].dateOrNil("expires_at") != nil)
        }
    }

    @Test func `a code is read out of a mail, and a mail without one is refused`() async throws {
        try await withAPI { api in
            _ = try await paused(api)
            let link = try await send(api, ["content": "Please verify: https://acme.com/verify/1"])
            #expect(link.status == 422)
            #expect(link.json["error"] == "no_code")
            #expect(try await send(api, ["content": "Acme, 1 Main Street, New York, NY 10011"]).status == 422)
            #expect(try await send(api, ["content": "Your verification code is 424242."]).status == 200)
        }
    }

    @Test func `the domain tells which job a code is for`() async throws {
        try await withAPI { api in
            _ = try await paused(api)
            let other = try await paused(api, at: "https://jobs.other.example/code")
            let both = try await send(api, ["code": "424242"])
            #expect(both.status == 409)
            #expect(both.json["error"] == "ambiguous_code")
            #expect(both.json["job_ids"].array?.count == 2)
            #expect(try await send(api, ["code": "1234", "domain": "elsewhere.example"]).status == 409)
            #expect(try await send(api, ["code": "424242", "domain": "other.example"]).json["job_id"].string == other)
        }
    }

    @Test func `what came before the pause, or is for somebody else, is not taken`() async throws {
        try await withAPI { api in
            _ = try await paused(api)
            let before = Timestamp.text(Date(timeIntervalSinceNow: -120))
            let old = try await send(api, ["code": "424242", "received_at": .string(before)])
            #expect(old.json["error"] == "code_too_old")
            let theirs = try await send(api, ["code": "424242", "valet_user_id": .string(UUID().uuidString)])
            #expect(theirs.json["error"] == "no_code_wanted")
            #expect(try await api.client.post(Self.path, ["valet_user_id": .string(Self.user)]).status == 422)
        }
    }
}
