import Foundation
import GhostHands
import Outbound
import Postgres
import Store
import Testing

@testable import API

@Suite("The console (R61)")
struct ConsoleTests {
    private static let home = ["origin": "https://apply.example", "content-type": "application/json"]
    static let viewKey = "a key to look with only"
    private static let jobs = "/api/v1/gh/jobs"

    /// Signs in, and gives what a page of the console's would send.
    private func signIn(_ api: APIFixture, with key: String = APIClient.key) async throws -> [String: String] {
        let reply = try await api.client.post("/console/session", ["key": .string(key)], key: nil, headers: Self.home)
        #expect(reply.status == 200, "\(reply.json)")
        let cookie = try #require(reply.headers["set-cookie"])
        return Self.home.merging(["cookie": String(cookie.prefix { $0 != ";" })]) { $1 }
    }

    @Test func `a key is exchanged for a cookie that scripts and other sites never see`() async throws {
        try await withAPI { api in
            let body: JSON = ["key": .string(APIClient.key)]
            let reply = try await api.client.post("/console/session", body, key: nil, headers: Self.home)
            #expect(reply.json["role"].string == "act")
            let cookie = try #require(reply.headers["set-cookie"])
            for part in ["__Host-gh-console-", "Path=/", "HttpOnly", "SameSite=Strict", "Secure", "Max-Age=43200"] {
                #expect(cookie.contains(part), "\(cookie)")
            }
            let wrong = try await api.client.post("/console/session", ["key": "x"], key: nil, headers: Self.home)
            #expect(wrong.status == 401)
            #expect(wrong.headers["set-cookie"] == nil)
            let kept = try await api.pool.query("select length(cookie_hash) as size from gh_console_sessions")
            #expect(try kept.first?.int("size") == 32)
        }
    }

    @Test func `the cookie opens the API, until one signs out`() async throws {
        try await withAPI { api in
            let ours = try await signIn(api)
            #expect(try await api.client.get(Self.jobs, key: nil, headers: ours).status == 200)
            #expect(try await api.client.get("/console/session", key: nil, headers: ours).json["role"].string == "act")
            #expect(try await api.client.get(Self.jobs, key: nil).status == 401)
            let out = try await api.client.send("DELETE", "/console/session", key: nil, headers: ours, body: nil)
            #expect(out.headers["set-cookie"]?.contains("Max-Age=0") == true)
            let after = try await api.client.get(Self.jobs, key: nil, headers: ours)
            #expect(after.status == 401)
            #expect(after.json["error"].string == "session_ended")
        }
    }

    @Test func `no page of another origin has anything done or read`() async throws {
        try await withAPI { api in
            let ours = try await signIn(api)
            let id = try await job(api)
            for foreign in [
                ["origin": "https://evil.example"], ["origin": "null"], ["sec-fetch-site": "cross-site"],
                ["sec-fetch-site": "same-site"],
            ] {
                let theirs = ours.merging(foreign) { $1 }
                let write = try await api.client.post("\(Self.jobs)/\(id)/cancel", [:], key: nil, headers: theirs)
                #expect(write.status == 403, "\(foreign)")
                #expect(write.json["error"].string == "foreign_origin", "\(foreign)")
                #expect(try await api.client.get(Self.jobs, key: nil, headers: theirs).status == 403)
                let key: JSON = ["key": .string(APIClient.key)]
                let enter = try await api.client.post("/console/session", key, key: nil, headers: theirs)
                #expect(enter.status == 403)
            }
            // A browser names the origin of whatever changes something.
            let nameless = ours.filter { $0.key != "origin" }
            let write = try await api.client.post("\(Self.jobs)/\(id)/cancel", [:], key: nil, headers: nameless)
            #expect(write.status == 403)
            #expect(try await api.client.get(Self.jobs, key: nil, headers: nameless).status == 200)
        }
    }

    @Test func `a key to look with changes nothing, and opens no page of a job`() async throws {
        try await withAPI { api in
            let ours = try await signIn(api, with: Self.viewKey)
            let id = try await job(api)
            #expect(try await api.client.get("\(Self.jobs)/\(id)", key: nil, headers: ours).status == 200)
            for path in ["\(Self.jobs)/\(id)/cancel", "/api/v1/gh/valet/interactions/\(id)/link", Self.jobs] {
                let reply = try await api.client.post(path, [:], key: nil, headers: ours)
                #expect(reply.status == 403, "\(path)")
                #expect(reply.json["error"].string == "view_only", "\(path)")
            }
        }
    }

    @Test func `events name who acted from the console`() async throws {
        try await withAPI { api in
            let ours = try await signIn(api)
            let id = try await job(api)
            #expect(try await api.client.post("\(Self.jobs)/\(id)/cancel", [:], key: nil, headers: ours).status == 200)
            let events = try await api.client.get("\(Self.jobs)/\(id)/events").json["events"].array ?? []
            let actor = try await api.client.get("/console/session", key: nil, headers: ours).json["actor"].string
            #expect(actor?.hasPrefix("console:") == true)
            #expect(events.first { $0["event_type"].string == "job_cancelled" }?["actor"].string == actor)
            #expect(try await api.client.post("\(Self.jobs)/\(id)/retry", [:]).status == 200)
            let then = try await api.client.get("\(Self.jobs)/\(id)/events").json["events"].array ?? []
            #expect(then.first { $0["event_type"].string == "job_retried" }?["actor"].string == "api")
        }
    }

    @Test func `a link signs in once, and only while it is new and its key is the present one`() async throws {
        try await withAPI { api in
            let console = try #require(api.server.services.console)
            let sessions = api.store.consoleSessions
            func secret() async throws -> JSON {
                let link = try await console.invite(sessions, at: "https://apply.example")
                #expect(link.hasPrefix("https://apply.example/console#"))
                return .string(String(link.split(separator: "#")[1]))
            }
            func enter(_ secret: JSON) async throws -> APIClient.Reply {
                try await api.client.post("/console/session", ["link": secret], key: nil, headers: Self.home)
            }
            let first = try await secret()
            #expect(try await enter(first).status == 200)
            #expect(try await enter(first).status == 410)
            let old = try await secret()
            try await api.pool.execute("update gh_console_sessions set expires_at = now() where link_hash is not null")
            #expect(try await enter(old).status == 410)
            let other = try await secret()
            try await api.pool.execute("update gh_console_sessions set mark = 'abcd' where link_hash is not null")
            #expect(try await enter(other).status == 410)
            #expect(try await enter("no secret").status == 410)
        }
    }

    @Test func `a session ends with its time and with its key`() async throws {
        try await withAPI { api in
            let changes: [StaticString] = ["expires_at = now()", "mark = 'abcd'", "role = 'view'"]
            for change in changes {
                let ours = try await signIn(api)
                try await api.pool.execute("update gh_console_sessions set \(unescaped: change)")
                #expect(try await api.client.get(Self.jobs, key: nil, headers: ours).status == 401, "\(change)")
            }
        }
    }

    private func job(_ api: APIFixture) async throws -> String {
        let reply = try await api.client.post("/api/v1/gh/valet/apply", try Requests.apply())
        return try #require(reply.json["job_id"].string, "\(reply.json)")
    }
}

@Suite("The console's files")
struct ConsoleFileTests {
    @Test func `they run nothing of anybody else's, and stand in no frame`() async throws {
        try await withAPI { api in
            for path in ["/console", "/console/files/app.js", "/console/files/console.css"] {
                let reply = try await api.client.get(path, key: nil)
                #expect(reply.status == 200)
                let policy = try #require(reply.headers["content-security-policy"])
                for part in [
                    "default-src 'none'", "script-src 'self';", "style-src 'self';",
                    "require-trusted-types-for 'script'",
                    "trusted-types 'none'", "frame-ancestors 'none'", "form-action 'none'", "base-uri 'none'",
                ] { #expect(policy.contains(part), "\(path): \(part)") }
                #expect(!policy.contains("unsafe"))
                #expect(!policy.contains("http"))
                #expect(reply.headers["x-content-type-options"] == "nosniff")
                let tag = try #require(reply.headers["etag"])
                #expect(try await api.client.get(path, key: nil, headers: ["if-none-match": tag]).status == 304)
            }
            for path in ["/console/files/none.js", "/console/files/..%2F..%2Fetc%2Fpasswd", "/console/files/.env"] {
                #expect(try await api.client.get(path, key: nil).status == 404)
            }
        }
    }

    @Test func `they name only each other, by ways that hold below any prefix`() throws {
        let html = String(decoding: try #require(ConsoleFiles.named("console.html", in: nil)).bytes, as: UTF8.self)
        #expect(html.matches(of: /(?:src|href)="(?!console\/files\/|#|data:,)/).isEmpty)
        for (name, file) in ConsoleFiles.all where name.hasSuffix(".js") {
            let text = String(decoding: file.bytes, as: UTF8.self)
            for found in text.matches(of: /(?:from|import) "\.\/([a-z.]+)"/) {
                #expect(ConsoleFiles.all[String(found.output.1)] != nil, "\(name)")
            }
            // Text is set as text, and nothing is asked of an address that begins at the root.
            for word in [
                "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "\"/api",
                "\"/console",
            ] { #expect(!text.contains(word), "\(name) has \(word)") }
        }
        #expect(ConsoleFiles.all.values.map(\.bytes.count).reduce(0, +) <= 150_000)
    }

    @Test func `the root leads browsers to the console, and tells others where the API is`() async throws {
        try await withAPI { api in
            let other = try await api.client.get("/", key: nil, headers: ["accept": "*/*"])
            #expect(other.status == 200)
            #expect(other.json["api"].string == "/api/v1/gh")
            #expect(RootRoutes.place(accept: "text/html,application/xhtml+xml", hasConsole: true) == "console")
            #expect(RootRoutes.place(accept: "text/html", hasConsole: false) == "docs")
            #expect(RootRoutes.place(accept: "application/json", hasConsole: true) == nil)
        }
    }
}

@Suite("Recordings")
struct RecordingTests {
    @Test func `a recording is shown without our origin, and only the job's own`() async throws {
        try await withAPI { api in
            let reply = try await api.client.post("/api/v1/gh/valet/apply", try Requests.apply(["trace": true]))
            let id = try #require(reply.json["job_id"].string.flatMap(UUID.init(uuidString:)))
            let path = "/api/v1/gh/jobs/\(id.uuidString.lowercased())/trace"
            #expect(try await api.client.get(path).status == 404)
            for (folder, status) in [("someone-else", 404), (id.uuidString.lowercased(), 200)] {
                let key = "artifacts/gh/jobs/\(folder)/trace-1.html"
                try await api.blobs.put(key, data: Data("<p>page".utf8), contentType: "text/html")
                try await api.store.events.note(.traceKept(key), of: id, by: "w1")
                #expect(try await api.client.get(path).status == status)
            }
            let shown = try await api.client.get(path)
            let policy = try #require(shown.headers["content-security-policy"])
            #expect(policy.hasPrefix("sandbox allow-scripts; default-src 'none'"))
            #expect(!policy.contains("allow-same-origin"))
            #expect(!policy.contains("connect-src"))
            #expect(try await api.client.get(path, key: nil).status == 401)
        }
    }
}

@Suite("What lists are narrowed by")
struct SearchTests {
    private func makeTwo(_ api: APIFixture) async throws -> [String] {
        var ids: [String] = []
        for (index, url) in ["https://jobs.example.com/1", "https://apply.example.org/2"].enumerated() {
            let request = try Requests.apply([
                "target_url": .string(url), "valet_task_id": .string("task-\(index)%_"),
                "idempotency_key": .string("k\(index)"),
            ])
            let reply = try await api.client.post("/api/v1/gh/valet/apply", request)
            ids.append(try #require(reply.json["job_id"].string))
        }
        return ids
    }

    @Test func `jobs are found by id, task and host`() async throws {
        try await withAPI { api in
            let ids = try await makeTwo(api)
            func found(_ text: String) async throws -> [String] {
                let list = try await api.client.get("/api/v1/gh/jobs?sort=created_at&q=\(text)")
                return (list.json["jobs"].array ?? []).compactMap { $0["id"].string }
            }
            #expect(try await found("EXAMPLE.org") == [ids[1]])
            #expect(try await found("example") == ids)
            #expect(try await found(String(ids[0].prefix(13)).uppercased()) == [ids[0]])
            #expect(try await found("task-1%25_") == [ids[1]])
            #expect(try await found("%25") == [])
            let long = String(repeating: "a", count: 201)
            #expect(try await api.client.get("/api/v1/gh/jobs?q=\(long)").status == 422)
        }
    }

    @Test func `jobs are counted by status`() async throws {
        try await withAPI { api in
            let ids = try await makeTwo(api)
            _ = try await api.client.post("/api/v1/gh/jobs/\(ids[0])/cancel", [:])
            let counts = try await api.client.get("/api/v1/gh/jobs/counts").json
            #expect(counts["total"].int == 2)
            #expect(counts["counts"]["cancelled"].int == 1)
            #expect(counts["counts"]["failed"].int == 0)
            #expect(try await api.client.get("/api/v1/gh/jobs/counts?q=apply").json["total"].int == 1)
        }
    }
}
