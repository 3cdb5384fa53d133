import Foundation
import GhostHands
import NIOCore
import Postgres
import Store
import Testing
import TestSupport

@testable import API

@Suite("Live help")
struct LiveTests {
    private static let base = "/api/v1/gh/valet/interactions"
    private static let home = ["origin": "https://apply.example", "content-type": "application/json"]

    private func paused(_ api: APIFixture) async throws -> String {
        let reply = try await api.client.post("/api/v1/gh/valet/apply", try Requests.apply())
        let id = try #require(reply.json["job_id"].string, "\(reply.json)")
        try await api.pool.execute(
            "update gh_automation_jobs set status = 'paused', paused_at = now(), interaction_type = '2fa'"
        )
        return id
    }

    private func secret(_ url: JSON) throws -> String {
        try #require(url.string?.split(separator: "#").last.map(String.init))
    }

    @Test func `a link opens once, by a cookie of its own, for its job and its pause`() async throws {
        try await withAPI { api in
            let id = try await paused(api)
            let made = try await api.client.post("\(Self.base)/\(id)/link", ["ttl_seconds": 60])
            #expect(made.status == 201)
            #expect(made.keys == ["url", "mode", "expires_at"])
            #expect(made.json["url"].string?.hasPrefix("https://apply.example/live#") == true)
            let secret = try secret(made.json["url"])
            let rows = try await api.pool.query("select encode(secret_hash, 'hex') as hash from gh_live_links")
            #expect(try rows.first?.string("hash").count == 64)
            let entered = try await api.client.post("/live/enter", ["secret": .string(secret)], headers: Self.home)
            #expect(entered.status == 200)
            let cookie = try #require(entered.headers["set-cookie"])
            for part in ["__Host-gh-live-", "Path=/", "Secure", "HttpOnly", "SameSite=Strict"] {
                #expect(cookie.contains(part))
            }
            #expect(!cookie.contains(secret))
            let again = try await api.client.post("/live/enter", ["secret": .string(secret)], headers: Self.home)
            #expect(again.status == 410)
            let link = try #require(entered.json["link"].string)
            let bearer = ["cookie": String(cookie.prefix { $0 != ";" })].merging(Self.home) { $1 }
            let state = try await api.client.get("/live/\(link)/state", key: nil, headers: bearer)
            #expect(state.status == 200)
            #expect(state.json["type"].string == "2fa")
            #expect(state.json["mode"].string == "control")
            #expect(try await api.client.get("/live/\(link)/state", key: nil).status == 410)
            // The same job, paused anew, is another pause.
            try await api.pool.execute("update gh_automation_jobs set paused_at = now() + interval '1 second'")
            #expect(try await api.client.get("/live/\(link)/state", key: nil, headers: bearer).status == 410)
        }
    }

    @Test func `only a page of ours that may act resumes or cancels`() async throws {
        try await withAPI { api in
            let id = try await paused(api)
            for mode in ["view", "control"] {
                let made = try await api.client.post("\(Self.base)/\(id)/link", ["mode": .string(mode)])
                let body: JSON = ["secret": .string(try secret(made.json["url"]))]
                let foreign = ["origin": "https://evil.example", "content-type": "application/json"]
                #expect(try await api.client.post("/live/enter", body, headers: foreign).status == 403)
                let entered = try await api.client.post("/live/enter", body, headers: Self.home)
                let cookie = String(try #require(entered.headers["set-cookie"]).prefix { $0 != ";" })
                let path = "/live/\(try #require(entered.json["link"].string))"
                let theirs = foreign.merging(["cookie": cookie]) { $1 }
                #expect(try await api.client.post("\(path)/resume", [:], key: nil, headers: theirs).status == 403)
                let ours = Self.home.merging(["cookie": cookie]) { $1 }
                let done = try await api.client.post("\(path)/resume", [:], key: nil, headers: ours)
                #expect(done.status == (mode == "view" ? 403 : 200), "\(done.json)")
            }
        }
    }

    @Test func `links are refused and taken back`() async throws {
        try await withAPI { api in
            let id = try await paused(api)
            for body in [["mode": "own"], ["ttl_seconds": 59], ["ttl_seconds": 3601]] as [JSON] {
                #expect(try await api.client.post("\(Self.base)/\(id)/link", body).status == 422)
            }
            let made = try await api.client.post("\(Self.base)/\(id)/link", [:])
            #expect(try await api.client.delete("\(Self.base)/\(id)/link").json == ["revoked": 1])
            let body: JSON = ["secret": .string(try secret(made.json["url"]))]
            #expect(try await api.client.post("/live/enter", body, headers: Self.home).status == 410)
            try await api.pool.execute("update gh_automation_jobs set status = 'running', paused_at = null")
            let late = try await api.client.post("\(Self.base)/\(id)/link", [:])
            #expect(late.status == 409)
            #expect(late.json["current_status"].string == "running")
            #expect(try await api.client.post("\(Self.base)/\(UUID())/link", [:]).status == 404)
        }
    }

    @Test func `a running job is taken over, one that is being sent is not`() async throws {
        try await withAPI { api in
            let id = try await paused(api)
            #expect(try await api.client.post("\(Self.base)/\(id)/takeover", [:]).status == 409)
            try await api.pool.execute(
                "update gh_automation_jobs set status = 'running', paused_at = null, started_at = now()"
            )
            let asked = try await api.client.post("\(Self.base)/\(id)/takeover", [:])
            #expect(asked.status == 202, "\(asked.json)")
            #expect(asked.json["takeover"] == "requested", "\(asked.json)")
            try await api.pool.execute("update gh_automation_jobs set submit_intent_at = now()")
            let late = try await api.client.post("\(Self.base)/\(id)/takeover", [:])
            #expect(late.status == 409, "\(late.json)")
            #expect(late.json["error"] == "submission_in_progress", "\(late.json)")
            #expect(try await api.client.post("\(Self.base)/\(UUID())/takeover", [:]).status == 404)
        }
    }

    @Test func `who let a job go on gets the place in its next pause, once, and nobody else does`() async throws {
        try await withAPI { api in
            let id = try await paused(api)
            let made = try await api.client.post("\(Self.base)/\(id)/link", [:])
            let body: JSON = ["secret": .string(try secret(made.json["url"]))]
            let entered = try await api.client.post("/live/enter", body, headers: Self.home)
            let cookie = String(try #require(entered.headers["set-cookie"]).prefix { $0 != ";" })
            let path = "/live/\(try #require(entered.json["link"].string))"
            let ours = Self.home.merging(["cookie": cookie]) { $1 }
            #expect(try await api.client.get("\(path)/after", key: nil, headers: ours).status == 410)
            #expect(try await api.client.post("\(path)/resume", [:], key: nil, headers: ours).status == 200)
            let after = try await api.client.get("\(path)/after", key: nil, headers: ours)
            #expect(after.status == 200, "\(after.json)")
            #expect(after.json["waits"] == false, "\(after.json)")
            try await api.pool.execute(
                "update gh_automation_jobs set status = 'paused', paused_at = now(), interaction_type = 'captcha'"
            )
            #expect(try await api.client.get("\(path)/state", key: nil, headers: ours).status == 410)
            #expect(try await api.client.post("\(path)/again", [:], key: nil, headers: Self.home).status == 410)
            let again = try await api.client.post("\(path)/again", [:], key: nil, headers: ours)
            #expect(again.status == 200, "\(again.json)")
            let fresh = String(try #require(again.headers["set-cookie"]).prefix { $0 != ";" })
            let next = "/live/\(try #require(again.json["link"].string))"
            let theirs = Self.home.merging(["cookie": fresh]) { $1 }
            #expect(try await api.client.get("\(next)/state", key: nil, headers: theirs).json["type"] == "captcha")
            #expect(try await api.client.post("\(path)/again", [:], key: nil, headers: ours).status == 410)
        }
    }

    @Test func `who had the page is told how the job ended that others let go on or called off`() async throws {
        try await withAPI { api in
            let id = try await paused(api)
            let made = try await api.client.post("\(Self.base)/\(id)/link", ["mode": "view"])
            let body: JSON = ["secret": .string(try secret(made.json["url"]))]
            let entered = try await api.client.post("/live/enter", body, headers: Self.home)
            let cookie = String(try #require(entered.headers["set-cookie"]).prefix { $0 != ";" })
            let path = "/live/\(try #require(entered.json["link"].string))"
            let ours = Self.home.merging(["cookie": cookie]) { $1 }
            #expect(try await api.client.get("\(path)/after", key: nil, headers: ours).status == 410)
            #expect(try await api.client.post("/api/v1/gh/jobs/\(id)/cancel", [:]).status == 200)
            let after = try await api.client.get("\(path)/after", key: nil, headers: ours)
            #expect(after.json["status"] == "cancelled", "\(after.json)")
            #expect(after.json["has_ended"] == true)
            #expect(after.json["message"].string?.isEmpty == false)
            #expect(after.json["may_take_over"] == false)
            #expect(try await api.client.post("\(path)/takeover", [:], key: nil, headers: ours).status == 410)
        }
    }

    @Test func `a code that the page has no room for is refused, and costs no try`() async throws {
        try await withAPI { api in
            let id = try await paused(api)
            try await api.pool.execute("update gh_automation_jobs set interaction_data = '{\"code_length\": 6}'")
            let resume = "/api/v1/gh/valet/resume/\(id)"
            func given(_ code: String) async throws -> APIClient.Reply {
                let body: JSON = ["resolution_type": "code_entry", "resolution_data": ["code": .string(code)]]
                return try await api.client.post(resume, body)
            }
            let short = try await given("4242")
            #expect(short.status == 409, "\(short.json)")
            #expect(short.json["message"].string?.contains("has 4 characters, and the page takes 6") == true)
            #expect(try await given("４２４ ２４２").status == 200)
        }
    }

    @Test func `the page finds its files below a path of a proxy's that nobody has told of`() async throws {
        try await withAPI { api in
            for path in ["/live", "/live/", "/live/\(UUID())"] {
                let page = try await api.client.get(path, key: nil)
                let home = "https://elsewhere.example/tools/gh"
                let files = String(decoding: page.body, as: UTF8.self).matches(of: /(?:src|href)="([^"]+)"/)
                #expect(files.count == 6)
                for file in files {
                    let place = URL(string: String(file.1), relativeTo: URL(string: home + path))?.absoluteString ?? ""
                    #expect(place.hasPrefix(home + "/live-page/"), "\(place)")
                    let found = try await api.client.get(String(place.dropFirst(home.count)), key: nil)
                    #expect(found.status == 200)
                }
            }
        }
    }

    @Test func `the page takes nothing from elsewhere, and is framed by its own alone`() async throws {
        try await withAPI { api in
            for path in ["/live", "/live/\(UUID())"] {
                let page = try await api.client.get(path, key: nil)
                #expect(page.status == 200)
                let policy = page.headers["content-security-policy"] ?? ""
                #expect(policy.contains("default-src 'none'"))
                #expect(policy.contains("frame-ancestors 'self'"))
                #expect(!policy.contains("unsafe"))
            }
        }
    }

    @Test func `the page says who else may frame it, and trusts them and nobody else`() {
        let key = LiveKey(credential: Data(count: 32))
        let framed = LiveAccess(key: key, publicURL: "https://a.example", ancestors: ["https://valet.example"])
        #expect(framed.contentPolicy.hasSuffix("frame-ancestors 'self' https://valet.example"))
        #expect(framed.cookie(UUID(), Data(count: 32)).contains("SameSite=None; Partitioned"))
        #expect(framed.trusts(origin: "https://valet.example", host: "a.example"))
        #expect(framed.trusts(origin: "https://a.example", host: "inner:3100"))
        #expect(framed.trusts(origin: "http://localhost:3100", host: "localhost:3100"))
        for origin in ["https://a.example.evil", "https://evil.example", "null", "https://valet.example.evil"] {
            #expect(!framed.trusts(origin: origin, host: "a.example"), "\(origin)")
        }
        #expect(!framed.trusts(origin: nil, host: "a.example"))
    }
}
