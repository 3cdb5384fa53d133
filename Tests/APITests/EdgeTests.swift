import Foundation
import GhostHands
import Logging
import Postgres
import Store
import TestSupport
import Testing

@Suite("What holds for every request")
struct EdgeTests {
    private static let apply = "/api/v1/gh/valet/apply"

    @Test func `lets nobody in without the service key`() async throws {
        try await withAPI { api in
            let paths = [
                "/valet/status/00000000-0000-0000-0000-000000000001",
                "/jobs/00000000-0000-0000-0000-000000000001/events",
            ]
            for key in [
                nil, "", "wrong", APIClient.key + "s", String(APIClient.key.dropLast()), APIClient.key.uppercased(),
            ] {
                for path in paths {
                    let reply = try await api.client.get("/api/v1/gh" + path, key: key)
                    #expect(reply.status == 401)
                    #expect(reply.json["error"] == "unauthorized")
                }
                #expect(try await api.client.post(Self.apply, Requests.apply(), key: key).status == 401)
            }
            #expect(try await api.store.jobs.find(UUID()) == nil)
            #expect(api.wakes.count == 0)
        }
    }

    @Test func `lists the models with their prices, without a key`() async throws {
        try await withAPI { api in
            let reply = try await api.client.get("/api/v1/gh/models", headers: [:])
            let models = try #require(reply.json["models"].array)
            #expect(reply.status == 200)
            #expect(models.count == 30)
            #expect(reply.json["total"] == 30)
            let model = try #require(models.first { $0["alias"] == "deepseek-chat" })
            #expect(model["cost"]["input"] == 0.28)
            #expect(model["cost"]["unit"] == "$/M tokens")
            #expect(model["vision"] == false)
            #expect(reply.json["presets"].array?.map { $0["name"] } == ["speed", "balanced", "quality", "premium"])
        }
    }

    @Test func `answers health at both places without a key`() async throws {
        try await withAPI { api in
            for path in ["/health", "/api/v1/gh/health"] {
                let reply = try await api.client.get(path, key: nil)
                #expect(reply.status == 200)
                #expect(reply.keys == ["status", "service", "version", "timestamp", "started_at"])
                #expect(reply.json["status"] == "ok")
                #expect(reply.json["service"] == "ghosthands")
                #expect(reply.json["timestamp"].string.flatMap(Timestamp.date) != nil)
            }
        }
    }

    @Test func `gives every reply its headers and the caller's request id`() async throws {
        try await withAPI { api in
            for path in ["/health", "/nowhere", "/api/v1/gh/nowhere"] {
                let reply = try await api.client.get(path, headers: ["x-request-id": "req-7.a"])
                #expect(reply.headers["x-request-id"] == "req-7.a")
                #expect(reply.headers["x-content-type-options"] == "nosniff")
                #expect(reply.headers["x-frame-options"] == "DENY")
                #expect(reply.headers["content-security-policy"]?.contains("frame-ancestors 'none'") == true)
                #expect(reply.headers["referrer-policy"] == "strict-origin-when-cross-origin")
            }
            let minted = try await api.client.get("/nowhere", headers: ["x-request-id": "no spaces \"please\""])
            #expect(UUID(uuidString: minted.headers["x-request-id"] ?? "") != nil)
            #expect(minted.json["request_id"].string == minted.headers["x-request-id"])
        }
    }

    @Test func `answers what is not there with 404 and JSON`() async throws {
        try await withAPI { api in
            let paths = [
                "/nowhere", "/api/v1/gh/nowhere", "/api/v1/gh/valet/status/not-a-uuid",
                "/api/v1/gh/valet/status/00000000-0000-0000-0000-00000000000g",
                "/api/v1/gh/valet/status/00000000-0000-4000-8000-000000000000",
                "/api/v1/gh/jobs/1/events", "/api/v1/gh/jobs/00000000-0000-4000-8000-000000000000/events",
                "/api/v1/gh/jobs/%27%20or%201=1/events", "/storage/v1/nowhere",
            ]
            for path in paths {
                let reply = try await api.client.get(path)
                #expect(reply.status == 404, "\(path)")
                #expect(reply.json["error"] == "not_found", "\(path)")
                #expect(reply.keys == ["error", "message", "request_id"], "\(path)")
            }
        }
    }

    @Test func `speaks RFC 9457 only to those who ask for it`() async throws {
        try await withAPI { api in
            let ours = try await api.client.post(Self.apply, [:])
            #expect(ours.headers["content-type"] == "application/json")
            let theirs = try await api.client.post(
                Self.apply,
                [:],
                headers: ["accept": "application/json;q=0.5, application/problem+json"]
            )
            #expect(theirs.status == 422)
            #expect(theirs.headers["content-type"] == "application/problem+json")
            #expect(theirs.json["status"] == 422)
            #expect(theirs.json["title"].string != nil)
            #expect(theirs.json["type"] == "about:blank")
            #expect(theirs.json["error"] == "validation_error")
            #expect(theirs.fields == ours.fields)
        }
    }

    @Test(arguments: [
        ("", "empty"), ("{\"a\": 1,\n \"b\" 2}", "line 2, column 6"), ("{", "line 1, column 2"),
        ("{\"a\":tru}", "column 9"), ("[1,\n2,,]", "line 2, column 3"), ("{\"a\":1} x", "column 9"),
        ("{\"a\":\"x\\q\"}", "column 9"), ("{\"a\":-}", "column 7"), ("{\"a\":\"\\ud800\"}", "not valid JSON"),
        (String(repeating: "[", count: 100_000), "column 513"), ("{\"a\":\"x\ny\"}", "line 1, column 8"),
    ])
    func `says where a body stops being JSON`(body: String, expected: String) async throws {
        try await withAPI { api in
            let reply = try await api.client.post(Self.apply, raw: Data(body.utf8))
            #expect(reply.status == 400)
            #expect(reply.json["error"] == "bad_request")
            #expect(reply.json["message"].string?.contains(expected) == true, "\(reply.json)")
        }
    }

    @Test func `takes JSON of any declared type and refuses more than a mebibyte`() async throws {
        try await withAPI { api in
            let plain = try await api.client.post(
                Self.apply,
                raw: Requests.apply().data,
                headers: ["content-type": "text/plain"]
            )
            #expect(plain.status == 201)
            let large = Data("{\"a\":\"".utf8) + Data(repeating: 65, count: 1_100_000) + Data("\"}".utf8)
            for isChunked in [false, true] {
                let refused = try await api.client.post(Self.apply, raw: large, isChunked: isChunked)
                #expect(refused.status == 413)
                #expect(refused.json["error"] == "payload_too_large")
            }
            #expect(try await api.client.post(Self.apply, raw: Data([0x7b, 0xff, 0x7d])).status == 400)
        }
    }

    @Test func `keeps answering a client that offers to upgrade its connection`() async throws {
        try await withAPI { api in
            for _ in 0..<3 {
                let headers = ["upgrade": "h2c", "connection": "Upgrade, HTTP2-Settings", "http2-settings": "AAMAAABk"]
                let reply = try await api.client.get("/health", headers: headers)
                #expect(reply.status == 200)
            }
        }
    }

    /// What is wrong with the database, and what a caller is told of it.
    private func expectUnavailable(_ api: APIFixture, _ words: String, _ reply: APIClient.Reply) {
        #expect(reply.status == 503, "\(reply.json)")
        #expect(reply.json["error"] == "service_unavailable", "\(reply.json)")
        #expect(reply.headers["retry-after"] == "5")
        #expect(reply.json["message"].string?.contains(words) == true, "\(reply.json)")
    }

    @Test func `answers 503 with Retry-After while the database takes no changes, and reads on`() async throws {
        try await withAPI { api in
            let name = try await api.pool.query("select current_database() as name")[0].string("name")
            try await api.pool.withConnection { connection in
                let script = "alter database \(name) set default_transaction_read_only = on"
                try await connection.execute(script: script, timeout: .seconds(5))
            }
            // The sessions that are there already keep what they were given.
            let others: SQL = """
                select pg_terminate_backend(pid, 5000) from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid()
                """
            _ = try await api.pool.query(others)
            _ = try? await api.pool.query("select pg_terminate_backend(pg_backend_pid())")
            let reply = try await api.client.post(Self.apply, Requests.apply())
            expectUnavailable(api, "takes no changes", reply)
            #expect(try await api.client.get("/api/v1/gh/jobs").status == 200)
        }
    }

    @Test func `answers 503 with Retry-After while somebody holds a lock, and what it does not need goes on`()
        async throws
    {
        try await withAPI { api in
            let made = try await api.client.post(Self.apply, Requests.apply())
            let id = try #require(made.json["job_id"].string)
            try await api.pool.withTransaction { connection in
                _ = try await connection.query("select from gh_automation_jobs for update")
                expectUnavailable(api, "holds a lock", try await api.client.post("/api/v1/gh/jobs/\(id)/cancel", [:]))
                #expect(try await api.client.get("/api/v1/gh/jobs/\(id)").status == 200)
            }
            #expect(try await api.client.post("/api/v1/gh/jobs/\(id)/cancel", [:]).status == 200)
        }
    }

    @Test(arguments: [
        ("53100", "no room left"), ("53300", "no connection free"), ("57P01", "cannot be reached"),
        ("58030", "fault of its own"), ("42501", "lacks tables, columns or rights"),
    ])
    func `answers 503 with words for what the database cannot do, whatever language it speaks`(
        state: String,
        words: String
    ) async throws {
        try await withAPI { api in
            let script = """
                create function refuse() returns trigger language plpgsql as $$
                begin raise exception 'das geht gerade nicht' using errcode = '\(state)'; end $$;
                create trigger refuse before insert on gh_automation_jobs for each row execute function refuse();
                """
            try await api.pool.withConnection { connection in
                try await connection.execute(script: script, timeout: .seconds(5))
            }
            expectUnavailable(api, words, try await api.client.post(Self.apply, Requests.apply()))
        }
    }

    @Test func `answers 503 with words when the database takes no more connections`() async throws {
        try await withDatabase { database in
            let role = "gh_limited_" + UUID().uuidString.lowercased().replacing("-", with: "")
            try await database.pool.withConnection { connection in
                let script = "create role \(role) login connection limit 0"
                try await connection.execute(script: script, timeout: .seconds(5))
            }
            let configuration = try PostgresConfiguration(url: "\(database.url) user=\(role)")
            try await withPool(configuration, logger: .silent) { pool in
                try await withAPI(over: pool) { api in
                    expectUnavailable(api, "takes no more connections", try await api.client.get("/api/v1/gh/jobs"))
                }
            }
            try await database.pool.withConnection { connection in
                try await connection.execute(script: "drop role \(role)", timeout: .seconds(5))
            }
        }
    }

    @Test func `tells of the jobs of a batch that were made before the database failed`() async throws {
        try await withAPI { api in
            let script = """
                create function refuse() returns trigger language plpgsql as $$
                begin raise exception 'voll' using errcode = '53100'; end $$;
                create trigger refuse before insert on gh_automation_jobs for each row
                    when (new.task_description = 'second') execute function refuse();
                """
            try await api.pool.withConnection { connection in
                try await connection.execute(script: script, timeout: .seconds(5))
            }
            func batch(_ names: [String]) -> JSON {
                let jobs = names.map { name -> JSON in
                    [
                        "user_id": .id(UUID()), "job_type": "custom", "target_url": "https://example.com/",
                        "task_description": .string(name),
                    ]
                }
                return ["jobs": .array(jobs)]
            }
            let reply = try await api.client.post("/api/v1/gh/jobs/batch", batch(["first", "second", "third"]))
            #expect(reply.status == 201, "\(reply.json)")
            #expect(reply.json["created"] == 1, "\(reply.json)")
            let errors = try #require(reply.json["errors"].array)
            #expect(errors.map { $0["index"] } == [1, 2])
            #expect(errors.allSatisfy { $0["error"] == "service_unavailable" })
            expectUnavailable(
                api,
                "no room left",
                try await api.client.post("/api/v1/gh/jobs/batch", batch(["second"]))
            )
        }
    }

    @Test func `tells within one deadline that the database stands still`() async throws {
        try await withDatabase { database in
            try await withAPI(over: database.pool) { api in
                _ = try await api.client.get("/api/v1/gh/jobs")
                let begin = ContinuousClock.now
                let reply = try await database.frozen { try await api.client.get("/api/v1/gh/jobs") }
                expectUnavailable(api, "did not answer in time", reply)
                // A statement is waited for 15 seconds elsewhere; two of them, or a second look, would be more still.
                #expect(.now - begin < .seconds(10))
                #expect(try await api.client.get("/api/v1/gh/jobs").status == 200)
            }
        }
    }

    @Test func `answers 503 with Retry-After while the database is away`() async throws {
        try await withAPI(databaseIsAway: true) { api in
            for reply in [
                try await api.client.post(Self.apply, Requests.apply()),
                try await api.client.get("/api/v1/gh/valet/status/00000000-0000-4000-8000-000000000000"),
            ] {
                #expect(reply.status == 503)
                #expect(reply.json["error"] == "service_unavailable")
                #expect(reply.headers["retry-after"] == "5")
                #expect(!String(decoding: reply.body, as: UTF8.self).contains("nowhere"))
            }
            #expect(try await api.client.get("/health").status == 200)
        }
    }

    @Test func `health tells that the database is away, and answers all the same`() async throws {
        try await withAPI(databaseIsAway: true) { api in
            for path in ["/health", "/api/v1/gh/health"] {
                let reply = try await api.client.get(path, key: nil)
                #expect(reply.status == 200)
                #expect(reply.json["status"] == "degraded")
                #expect(reply.json["database"] == "unreachable")
            }
        }
    }
}
