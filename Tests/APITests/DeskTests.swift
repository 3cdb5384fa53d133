import Foundation
import GhostHands
import Postgres
import Store
import TestSupport
import Testing

/// What a person's own browser may ask of the API, and what it may not (R62).
@Suite struct DeskTests {
    private static let base = "/api/v1/gh"
    private let alice = UUID()
    private let bob = UUID()

    /// A browser that was paired by a code.
    private func paired(_ api: APIFixture, for user: UUID) async throws -> Desk {
        let made = try await api.client.post("\(Self.base)/valet/operators/\(user.uuidString)/code", [:])
        #expect(made.status == 201)
        let code = try #require(made.json["code"].string)
        let body: JSON = ["code": .string(code.lowercased()), "name": "desk"]
        let reply = try await api.client.post("\(Self.base)/operator/pair", body, key: nil)
        #expect(reply.status == 201, "\(reply.json)")
        // It opens one.
        let again = try await api.client.post("\(Self.base)/operator/pair", body, key: nil)
        #expect(again.status == 410)
        #expect(again.json["error"] == "code_gone")
        return Desk(api: api, token: try #require(reply.json["token"].string))
    }

    private struct Desk {
        let api: APIFixture
        let token: String

        func call(_ path: String, _ body: JSON = [:]) async throws -> APIClient.Reply {
            try await api.client.post(
                "\(DeskTests.base)/operator/\(path)",
                body,
                key: nil,
                headers: ["content-type": "application/json", "authorization": "Bearer \(token)"]
            )
        }

        /// A job that it has taken: its id, and the members that name the lease.
        func claimed() async throws -> (id: String, lease: JSON)? {
            let job = try await call("claim").json["job"]
            guard let id = job["job_id"].string else { return nil }
            return (id, ["lease_token": job["lease_token"]])
        }
    }

    private func row(of id: String, _ api: APIFixture) async throws -> Job {
        let id = try #require(UUID(uuidString: id))
        return try #require(try await api.store.jobs.find(id))
    }

    private func submit(_ api: APIFixture, _ user: UUID, _ members: [String: JSON] = [:]) async throws -> String {
        var body = try Requests.apply().object ?? [:]
        body["idempotency_key"] = .string(UUID().uuidString)
        body["valet_user_id"] = .id(user)
        body["browser_mode"] = "operator"
        let made = try await api.client.post("\(Self.base)/valet/apply", .object(body.merging(members) { $1 }))
        #expect(made.status == 201, "\(made.json)")
        return try #require(made.json["job_id"].string)
    }

    @Test func `another user's job is never offered in claim after claim`() async throws {
        try await withAPI { api in
            let (hers, his) = (try await paired(api, for: alice), try await paired(api, for: bob))
            var own: [String: Set<String>] = [:]
            for user in [alice, bob] {
                for _ in 0..<3 { own[user.uuidString, default: []].insert(try await submit(api, user)) }
                _ = try await submit(api, user, ["browser_mode": "server"])
            }
            for turn in 0..<Soak.rounds(60, or: 1_000) {
                let (desk, user) = turn % 2 == 0 ? (hers, alice) : (his, bob)
                guard let (id, _) = try await desk.claimed() else { continue }
                guard own[user.uuidString]?.contains(id) == true else {
                    Issue.record("turn \(turn) was offered a job that is not of its user")
                    return
                }
                // What was taken is there again for the next turns.
                let job = try #require(UUID(uuidString: id))
                try await api.pool.execute(
                    "update gh_automation_jobs set status = 'pending', worker_id = null where id = \(job)"
                )
            }
        }
    }

    @Test func `a job's lease is good for the browser that holds it, and for no other`() async throws {
        try await withAPI { api in
            let (hers, his) = (try await paired(api, for: alice), try await paired(api, for: bob))
            let id = try await submit(api, alice)
            let (claimed, lease) = try #require(try await hers.claimed())
            #expect(claimed == id)
            for call in ["report", "submit", "release"] {
                let members = (lease.object ?? [:]).merging(["step": "seen", "progress": [:]]) { $1 }
                let reply = try await his.call("jobs/\(id)/\(call)", .object(members))
                #expect(reply.json["held"] == false, "\(call): \(reply.json)")
            }
            #expect(try await his.call("jobs/\(id)/waiting", lease).json["state"] == "lost")
            let job = try await row(of: id, api)
            #expect(job.status == .running)
            #expect(!job.hasOpenSubmitIntent)
            #expect(try await hers.call("jobs/\(id)/report", lease).json["held"] == true)
        }
    }

    @Test func `a browser that is revoked is let in no more, and what it held waits again`() async throws {
        try await withAPI { api in
            let hers = try await paired(api, for: alice)
            let id = try await submit(api, alice)
            let (_, lease) = try #require(try await hers.claimed())
            let path = "\(Self.base)/valet/operators/\(alice.uuidString)"
            let operatorID = try #require(
                try await api.client.get(path).json["operators"].array?.first?["operator_id"].string
            )
            let other = "\(Self.base)/valet/operators/\(bob.uuidString)/\(operatorID)"
            #expect(try await api.client.delete(other).status == 404)
            let revoked = try await api.client.delete("\(path)/\(operatorID)")
            #expect(revoked.json["job_ids"].array == [.string(id)], "\(revoked.json)")
            #expect(try await hers.call("jobs/\(id)/submit", lease).status == 401)
            #expect(try await hers.call("claim").status == 401)
            let job = try await row(of: id, api)
            #expect(job.status == .pending)
            #expect(job.retryCount == 0)
        }
    }

    @Test func `what was written down as sent is not run again when its browser is revoked`() async throws {
        try await withAPI { api in
            let hers = try await paired(api, for: alice)
            let id = try await submit(api, alice)
            let (_, lease) = try #require(try await hers.claimed())
            let seen = (lease.object ?? [:]).merging(["step": "seen"]) { $1 }
            #expect(try await hers.call("jobs/\(id)/submit", .object(seen)).json["held"] == true)
            let path = "\(Self.base)/valet/operators/\(alice.uuidString)"
            let operatorID = try await api.client.get(path).json["operators"].array?.first?["operator_id"].string ?? ""
            #expect(try await api.client.delete("\(path)/\(operatorID)").status == 200)
            let job = try await row(of: id, api)
            #expect(job.errorCode == "submission_unconfirmed")
        }
    }

    @Test func `only forms are filled in a person's own browser`() async throws {
        try await withAPI { api in
            let body: JSON = [
                "valet_task_id": "t", "valet_user_id": .id(alice), "job_type": "scrape", "browser_mode": "operator",
                "target_url": "https://example.com/", "task_description": "Read the list",
            ]
            let reply = try await api.client.post("\(Self.base)/valet/task", body)
            #expect(reply.status == 422)
            #expect(reply.fields == ["browser_mode"])
        }
    }

    @Test func `only a digest of the token is kept, and a service key is none`() async throws {
        try await withAPI { api in
            let hers = try await paired(api, for: alice)
            let rows = try await api.pool.query("select gh_operators::text as row from gh_operators")
            #expect(try rows.allSatisfy { try !$0.string("row").contains(hers.token) })
            let stranger = Desk(api: api, token: APIClient.key)
            #expect(try await stranger.call("claim").status == 401)
            #expect(try await api.client.post("\(Self.base)/operator/claim", [:]).status == 401)
            // Nor does the token open anything else.
            let header = ["authorization": "Bearer \(hers.token)"]
            #expect(try await api.client.get("\(Self.base)/jobs", key: nil, headers: header).status == 401)
        }
    }
}
