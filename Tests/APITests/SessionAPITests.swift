import Foundation
import GhostHands
import Outbound
import Postgres
import Store
import TestSupport
import Testing

/// Sessions (R58), credentials (R55) and what is kept of users (R64), over HTTP.
struct SessionAPITests {
    private static let base = "/api/v1/gh"
    private static let user = "0f8fad5b-d9cb-469f-a165-70867728950e"
    private static let id = UUID(uuidString: user) ?? UUID()

    private static func keep(_ api: APIFixture, _ host: HostName, of user: UUID = id) async throws {
        let state = SessionState(
            storageState: ["cookies": [["name": "sid", "value": "canary-cookie", "domain": .string(host.text)]]]
        )
        let loaded = try await api.store.sessions.load(of: user, for: host)
        _ = try await api.store.sessions.save(state, base: loaded, of: user, for: host, met: [host])
    }

    @Test func `a user's sessions are listed, and nothing of what is in them`() async throws {
        try await withAPI { api in
            let path = Self.base + "/valet/sessions/\(Self.user)"
            let none = try await api.client.get(path)
            #expect(none.json == ["user_id": .string(Self.user), "sessions": [], "count": 0])
            try await Self.keep(api, "linkedin.com")
            try await Self.keep(api, "jobs.acme.com")
            let list = try await api.client.get(path)
            #expect(list.status == 200)
            #expect(list.keys == ["user_id", "sessions", "count"])
            #expect(list.json["count"] == 2)
            let session = list.json["sessions"].array?.first { $0["domain"] == "linkedin.com" }
            let members = Set((session?.object ?? [:]).keys)
            #expect(members == ["domain", "last_used_at", "created_at", "updated_at", "expires_at"])
            #expect(session?["expires_at"].string.flatMap(Timestamp.date) != nil)
            #expect(!list.json.text.contains("canary"))
            #expect(try await api.client.get(Self.base + "/valet/sessions/user-uuid").status == 404)
            #expect(try await api.client.get(path, key: "wrong").status == 401)
        }
    }

    @Test func `a user's sessions are deleted by domain, or all together`() async throws {
        try await withAPI { api in
            let path = Self.base + "/valet/sessions/\(Self.user)"
            try await Self.keep(api, "linkedin.com")
            try await Self.keep(api, "jobs.acme.com")
            // Case, escapes, a port and a trailing dot do not matter.
            let gone = try await api.client.delete(path + "/Linked%49n.COM.")
            #expect(gone.json == ["user_id": .string(Self.user), "domain": "linkedin.com", "deleted": true])
            #expect(try await api.client.delete(path + "/linkedin.com").status == 404)
            for odd in ["%00", "a%2Fb", "..%2F..", "%20", "a%40b"] {
                #expect(try await api.client.delete(path + "/" + odd).status == 404, "\(odd)")
            }
            let all = try await api.client.delete(path)
            #expect(all.json == ["user_id": .string(Self.user), "deleted_count": 1])
            #expect(try await api.client.delete(path).json["deleted_count"] == 0)
        }
    }

    private static func put(_ api: APIFixture, _ domain: String, _ body: JSON) async throws -> APIClient.Reply {
        try await api.client.send(
            "PUT",
            base + "/valet/credentials/\(user)/\(domain)",
            key: APIClient.key,
            headers: ["content-type": "application/json"],
            body: body.data
        )
    }

    @Test func `credentials go in and never come out`() async throws {
        try await withAPI { api in
            let body: JSON = [
                "username": "canary-jane@mail.example", "password": "canary-password",
                "totp_secret": "JBSWY3DPEHPK3PXP",
            ]
            let kept = try await Self.put(api, "Acme.com", body)
            #expect(kept.status == 200, "\(kept.json.text)")
            #expect(kept.json["domain"] == "acme.com")
            #expect(kept.json["username"] == "c…@mail.example")
            #expect(kept.json["has_totp"] == true)
            #expect(kept.json["is_valid"] == true)
            #expect(kept.json["last_verified_at"] == .null)
            let list = try await api.client.get(Self.base + "/valet/credentials/\(Self.user)")
            #expect(list.json["count"] == 1)
            #expect(list.json["user_id"].string == Self.user)
            #expect(!(kept.json.text + list.json.text).contains("canary"))
            #expect(!(kept.json.text + list.json.text).contains("JBSWY3DP"))
            let opened = try await api.store.credentials.open(for: Self.id, domain: "login.acme.com")
            #expect(opened?.credential.password == "canary-password")
            let path = Self.base + "/valet/credentials/\(Self.user)/acme.com"
            #expect(try await api.client.delete(path).json["deleted"] == true)
            #expect(try await api.client.delete(path).status == 404)
        }
    }

    @Test func `a host that nobody has an account at is refused with the reason, and one name serves in both scripts`()
        async throws
    {
        try await withAPI { api in
            let body: JSON = ["username": "a", "password": "canary"]
            for host in ["com", "co.uk", "github.io", "9999", "%5B::1%5D"] {
                let answer = try await Self.put(api, host, body)
                #expect(answer.status == 422, "\(host)")
                #expect(answer.json.text.contains("domain"), "\(answer.json.text)")
            }
            let kept = try await Self.put(api, "b%C3%BCcher.example", body)
            #expect(kept.json["domain"] == "xn--bcher-kva.example")
            let path = Self.base + "/valet/credentials/\(Self.user)/xn--bcher-kva.example"
            #expect(try await api.client.delete(path).status == 200)
        }
    }

    @Test func `a credential that is none is refused without telling it`() async throws {
        try await withAPI { api in
            for (body, field): (JSON, String) in [
                (["password": "canary"], "username"), (["username": "canary"], "password"),
                (["username": "canary", "password": 5], "password"), (["username": "a", "password": ""], "password"),
                (["username": "a", "password": .string(String(repeating: "canary", count: 300))], "password"),
                (["username": "a", "password": "b", "totp_secret": "canary!1"], "totp_secret"),
                (["username": "a", "password": "b", "totp_secret": "otpauth://hotp/canary"], "totp_secret"),
            ] {
                let reply = try await Self.put(api, "acme.com", body)
                #expect(reply.status == 422, "\(reply.json.text)")
                #expect(reply.fields == [field], "\(reply.json.text)")
                #expect(!reply.json.text.contains("canary"))
            }
            let odd = try await Self.put(api, "a%20b", ["username": "a", "password": "b"])
            #expect(odd.status == 422)
            #expect(odd.fields == ["domain"])
        }
    }

    /// Jobs of the user that wait.
    private static func makeJobs(_ count: Int, _ api: APIFixture) async throws -> [UUID] {
        var ids: [UUID] = []
        for number in 0..<count {
            let body = try Requests.apply([
                "valet_user_id": .string(Self.user), "idempotency_key": .string("k\(number)"),
            ])
            let made = try await api.client.post(Self.base + "/valet/apply", body)
            ids.append(try #require(made.json["job_id"].string.flatMap(UUID.init(uuidString:))))
        }
        return ids
    }

    @Test func `nothing of a user is deleted while a job of theirs is at work`() async throws {
        try await withAPI { api in
            let ids = try await Self.makeJobs(2, api)
            try await api.pool.execute("update gh_automation_jobs set status = 'running' where id = \(ids[1])")
            let busy = try await api.client.delete(Self.base + "/users/\(Self.user)/data")
            #expect(busy.status == 409)
            #expect(busy.json["error"] == "job_running")
            #expect(try await api.store.jobs.find(ids[0]) != nil)
        }
    }

    @Test func `all that is kept of a user is deleted`() async throws {
        try await withAPI { api in
            let path = Self.base + "/users/\(Self.user)/data"
            let ids = try await Self.makeJobs(3, api)
            let other = UUID()
            let others = try Requests.apply(["valet_user_id": .id(other), "idempotency_key": "other"])
            #expect(try await api.client.post(Self.base + "/valet/apply", others).status == 201)
            try await Self.keep(api, "acme.com")
            try await Self.keep(api, "acme.com", of: other)
            _ = try await Self.put(api, "acme.com", ["username": "canary", "password": "canary"])
            let key = "screenshots/gh/jobs/\(ids[0].uuidString.lowercased())/final-1.png"
            try await api.blobs.put(key, data: Data("canary".utf8), contentType: "image/png")
            try await api.pool.execute(
                "update gh_automation_jobs set screenshot_urls = \(json: JSON([key]).data) where id = \(ids[0])"
            )
            let done = try await api.client.delete(path)
            #expect(done.status == 200, "\(done.json.text)")
            #expect(done.json["deleted"]["jobs"] == 3)
            #expect(done.json["deleted"]["sessions"] == 1)
            #expect(done.json["deleted"]["credentials"] == 1)
            #expect(done.json["deleted"]["files"] == 1)
            #expect(try await api.blobs.get(key, limit: 100) == nil)
            let left = try await api.pool.query(
                """
                select query_to_xml(format('select t::text from %I t', tablename), true, false, '')::text as all
                from pg_tables where tablename like 'gh\\_%'
                """
            ).map { try $0.string("all") }.joined().lowercased()
            #expect(!left.contains(Self.user))
            #expect(!left.contains("canary"))
            #expect(left.contains(other.uuidString.lowercased()), "others keep theirs")
            #expect(try await api.client.delete(path).json["deleted"]["jobs"] == 0)
        }
    }
}
