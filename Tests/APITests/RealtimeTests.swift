import Foundation
import GhostHands
import NIOConcurrencyHelpers
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOWebSocket
import Postgres
import Store
import TestSupport
import Testing

@testable import API

@Suite("Realtime")
struct RealtimeTests {
    private func job(_ api: APIFixture, user: UUID? = nil) async throws -> (text: String, id: UUID) {
        let body = try Requests.apply(["idempotency_key": .null])
        let reply = try await api.client.post("/api/v1/gh/valet/apply", body)
        let text = try #require(reply.json["job_id"].string)
        let id = try #require(UUID(uuidString: text))
        if let user { try await api.pool.execute("update gh_automation_jobs set user_id = \(user) where id = \(id)") }
        return (text, id)
    }

    private func note(_ number: Int, of job: UUID, _ api: APIFixture) async throws {
        try await api.pool.execute(
            """
            insert into gh_job_events (job_id, event_type, metadata)
            values (\(job), 'step_started', jsonb_build_object('action_count', \(number)))
            """
        )
    }

    private func token(_ claims: JSON, algorithm: String = "HS256", key: Data = TestToken.secret) -> String {
        TestToken.signed(claims, algorithm: algorithm, key: key)
    }

    private func changes(_ bindings: JSON...) -> JSON {
        ["config": ["postgres_changes": .array(bindings)]]
    }

    private func events(of job: String) -> JSON {
        ["event": "INSERT", "schema": "public", "table": "gh_job_events", "filter": .string("job_id=eq.\(job)")]
    }

    private func ofRow(_ job: String) -> JSON {
        ["event": "UPDATE", "schema": "public", "table": "gh_automation_jobs", "filter": .string("id=eq.\(job)")]
    }

    @Test(arguments: ["1.0.0", "2.0.0"])
    func `a channel is joined, and says what it is told of, in both notations`(version: String) async throws {
        try await withAPI { api in
            let text = try await job(api).text
            let client = try await RealtimeClient.connect(api, version: version)
            let update = ofRow(text)
            let joined = try await client.join("realtime:gh-job-1", changes(update, events(of: text)))
            #expect(joined["status"] == "ok")
            let echo = joined["response"]["postgres_changes"].array ?? []
            #expect(echo.count == 2)
            #expect(echo.first?["filter"] == update["filter"])
            #expect(echo.first?["table"] == "gh_automation_jobs")
            #expect((echo.first?["id"].int ?? 0) > 0)
            let system = try await client.next("system")
            #expect(system.payload["status"] == "ok")
            #expect(system.payload["channel"] == "gh-job-1")
            #expect(api.server.services.feed.mode == .streaming)
            try await client.send("realtime:gh-job-1", "phx_leave", [:], ref: "9")
            #expect(try await client.next("phx_reply").payload["status"] == "ok")
            let closed = try await client.next("phx_close")
            #expect(closed.ref == "1")
            try await eventually("nobody listens") { api.server.services.feed.listeners == 0 }
        }
    }

    @Test(arguments: ["1.0.0", "2.0.0"])
    func `a channel is told of changes, in both notations`(version: String) async throws {
        try await withAPI { api in
            let (text, id) = try await job(api)
            let client = try await RealtimeClient.connect(api, version: version)
            let joined = try await client.join("realtime:gh-job-1", changes(ofRow(text), events(of: text)))
            let echo = joined["response"]["postgres_changes"].array ?? []
            try #require(echo.count == 2)
            _ = try await client.next("system")
            try await note(7, of: id, api)
            try await api.pool.execute(
                """
                update gh_automation_jobs set status_message = 'now', updated_at = now(),
                    metadata = jsonb_build_object('progress', jsonb_build_object('progress_pct', 10)) where id = \(id)
                """
            )
            let told = try await client.next("postgres_changes").payload
            #expect(told["ids"] == [echo[1]["id"]])
            #expect(told["data"]["type"] == "INSERT")
            #expect(told["data"]["table"] == "gh_job_events")
            #expect(told["data"]["record"]["metadata"]["action_count"] == 7)
            #expect(told["data"]["record"]["job_id"].string == text)
            #expect(told["data"].object?["old_record"] == nil)
            #expect(told["data"]["errors"] == .null)
            let changed = try await client.next("postgres_changes").payload["data"]
            #expect(changed["type"] == "UPDATE")
            #expect(changed["record"]["metadata"]["progress"]["progress_pct"] == 10)
            #expect(changed["record"]["status_message"] == "now")
            #expect(changed["record"]["priority"] == 5)
            #expect(changed["old_record"] == ["id": .string(text)])
            #expect(changed["record"]["input_data"].object != nil)
            let types = Dictionary(
                uniqueKeysWithValues: (changed["columns"].array ?? []).map { ($0["name"].string, $0["type"].string) }
            )
            #expect(types["id"] == "uuid")
            #expect(types["metadata"] == "jsonb")
            #expect(types["created_at"] == "timestamptz")
        }
    }

    @Test func `where nobody listens the database keeps no slot, and one for all who do`() async throws {
        try await withAPI { api in
            let (text, id) = try await job(api)
            let slots: SQL = "select from pg_replication_slots where database = current_database()"
            let idle = try await RealtimeClient.connect(api, version: "2.0.0")
            #expect(try await idle.join("realtime:quiet", ["config": [:]])["status"] == "ok")
            try await note(1, of: id, api)
            #expect(try await api.pool.query(slots).isEmpty)
            #expect(api.server.services.feed.mode == .resting)
            for topic in ["realtime:a", "realtime:b"] {
                #expect(try await idle.join(topic, changes(events(of: text)))["status"] == "ok")
            }
            #expect(try await api.pool.query(slots).count == 1)
        }
    }

    @Test func `what is written right after the subscription is told, once`() async throws {
        try await withAPI { api in
            let (text, id) = try await job(api)
            var (lost, double) = (0, 0)
            for number in 1...200 {
                let client = try await RealtimeClient.connect(api, version: "2.0.0")
                #expect(try await client.join("realtime:\(number)", changes(events(of: text)))["status"] == "ok")
                try await note(number, of: id, api)
                try await note(number + 100_000, of: id, api)
                var counts: [Int] = []
                while counts.last != number + 100_000 {
                    guard let told = try? await client.next("postgres_changes") else { break }
                    counts.append(told.payload["data"]["record"]["metadata"]["action_count"].int ?? 0)
                }
                if !counts.contains(number) || !counts.contains(number + 100_000) { lost += 1 }
                if counts.count > 2 { double += 1 }
                await client.close()
            }
            #expect(lost == 0)
            #expect(double == 0)
        }
    }

    @Test func `all channels of a socket are told in order, several subscriptions by one message`() async throws {
        try await withAPI { api in
            let (text, id) = try await job(api)
            let (first, second) = (
                try await RealtimeClient.connect(api, version: "2.0.0"),
                try await RealtimeClient.connect(api, version: "2.0.0")
            )
            let all: JSON = ["event": "*", "schema": "public", "table": "gh_job_events"]
            #expect(try await first.join("realtime:one", changes(events(of: text)))["status"] == "ok")
            #expect(try await first.join("realtime:two", changes(events(of: text), all))["status"] == "ok")
            #expect(try await second.join("realtime:one", changes(events(of: text)))["status"] == "ok")
            for number in 1...30 { try await note(number, of: id, api) }
            for number in 1...30 {
                let both = [try await first.next("postgres_changes"), try await first.next("postgres_changes")]
                let told = both + [try await second.next("postgres_changes")]
                #expect(told.allSatisfy { $0.payload["data"]["record"]["metadata"]["action_count"].int == number })
                #expect(Set(both.map(\.topic)) == ["realtime:one", "realtime:two"])
                let ids = both.first { $0.topic == "realtime:two" }?.payload["ids"].array
                #expect(ids?.count == 2)
            }
            await #expect(throws: (any Error).self) {
                try await first.next("postgres_changes", within: .milliseconds(200))
            }
        }
    }

    @Test func `senders that are killed lose no event, double none and keep the order`() async throws {
        try await withAPI { api in
            let (text, id) = try await job(api)
            let client = try await RealtimeClient.connect(api, version: "2.0.0")
            #expect(try await client.join("realtime:a", changes(events(of: text)))["status"] == "ok")
            let count = 400
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    for number in 1...count {
                        try await note(number, of: id, api)
                        if number.isMultiple(of: 40) {
                            try await api.pool.execute(
                                """
                                select pg_terminate_backend(active_pid) from pg_replication_slots
                                where active_pid is not null and database = current_database()
                                """
                            )
                        }
                    }
                }
                var told: [Int] = []
                while told.last != count {
                    let one = try await client.next("postgres_changes", within: .seconds(30))
                    told.append(one.payload["data"]["record"]["metadata"]["action_count"].int ?? 0)
                }
                #expect(told == Array(1...count))
                try await group.waitForAll()
            }
        }
    }

    @Test func `senders that are killed have no state of a job told twice, or after a later one`() async throws {
        try await withAPI { api in
            let (text, id) = try await job(api)
            let client = try await RealtimeClient.connect(api, version: "2.0.0")
            let update: JSON = ["event": "UPDATE", "schema": "public", "table": "gh_automation_jobs"]
            #expect(try await client.join("realtime:a", changes(update))["status"] == "ok")
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await write(of: id, api, killing: 4) }
                var told: [Int] = []
                var isLast = false
                while !isLast {
                    let record = try await client.next("postgres_changes", within: .seconds(30)).payload["data"][
                        "record"
                    ]
                    #expect(record["id"].string == text)
                    told.append(record["metadata"]["n"].int ?? 0)
                    isLast = record["metadata"]["last"] == true
                }
                #expect(zip(told, told.dropFirst()).allSatisfy { $0 < $1 }, "\(told)")
                try await group.waitForAll()
            }
        }
    }

    /// Writes states of a job one after another, and kills the sender each time that one is there.
    private func write(of job: UUID, _ api: APIFixture, killing kills: Int) async throws {
        var (number, killed) = (0, 0)
        var isLast = false
        while !isLast {
            number += 1
            let isStreaming = number.isMultiple(of: 20) && api.server.services.feed.mode == .streaming
            isLast = isStreaming && killed == kills
            try await api.pool.execute(
                """
                update gh_automation_jobs set updated_at = now(),
                    metadata = jsonb_build_object('n', \(number), 'last', \(isLast)) where id = \(job)
                """
            )
            guard isStreaming, !isLast else { continue }
            let senders = try await api.pool.query(
                """
                select pg_terminate_backend(active_pid) from pg_replication_slots
                where active_pid is not null and database = current_database()
                """
            )
            killed += senders.isEmpty ? 0 : 1
        }
    }

    @Test func `signs of life are no changes, and long values that were not touched are there`() async throws {
        try await withAPI { api in
            let (text, id) = try await job(api)
            let long = String((0..<20_000).map { _ in "abcdefghijklmnopqrstuvwxyz".randomElement() ?? "a" })
            try await api.pool.execute(
                "update gh_automation_jobs set metadata = jsonb_build_object('long', \(long)) where id = \(id)"
            )
            let client = try await RealtimeClient.connect(api, version: "2.0.0")
            let all: JSON = ["event": "*", "schema": "public", "table": "gh_automation_jobs"]
            #expect(try await client.join("realtime:a", changes(all))["status"] == "ok")
            for number in 1...3 {
                try await api.pool.execute(
                    """
                    update gh_automation_jobs set updated_at = now(), result_summary = \("\(number)"),
                        run_after = now() - \(number) * interval '6 minutes' where id = \(id)
                    """
                )
                // It has waited for so long that it moves up in the queue.
                #expect(try await api.store.jobs.age() == 1)
                for _ in 1...3 {
                    try await api.pool.execute("update gh_automation_jobs set last_heartbeat = now() where id = \(id)")
                }
            }
            for number in 1...3 {
                let record = try await client.next("postgres_changes").payload["data"]["record"]
                #expect(record["result_summary"].string == "\(number)")
                #expect(record["metadata"]["long"].string == long)
            }
            try await api.pool.execute("delete from gh_automation_jobs where id = \(id)")
            let gone = try await client.next("postgres_changes").payload["data"]
            #expect(gone["type"] == "DELETE")
            #expect(gone["old_record"] == ["id": .string(text)])
            #expect(gone.object?["record"] == nil)
        }
    }

    @Test func `a user sees what is the user's, the service key everything`() async throws {
        try await withAPI { api in
            let (mine, theirs) = (UUID(), UUID())
            let (_, own) = try await job(api, user: mine)
            let (_, other) = try await job(api, user: theirs)
            let soon = Date().timeIntervalSince1970 + 600
            let pass = token(["role": "authenticated", "sub": .id(mine), "exp": .double(soon)])
            let client = try await RealtimeClient.connect(api, version: "2.0.0", key: pass)
            let everything: JSON = ["event": "INSERT", "schema": "public", "table": "gh_job_events"]
            let foreign: JSON = [
                "event": "*", "schema": "public", "table": "gh_automation_jobs",
                "filter": .string("user_id=eq.\(theirs.uuidString.lowercased())"),
            ]
            #expect(try await client.join("realtime:a", changes(everything, foreign))["status"] == "ok")
            let service = try await RealtimeClient.connect(api, version: "2.0.0")
            #expect(try await service.join("realtime:a", changes(everything))["status"] == "ok")
            try await note(1, of: other, api)
            try await api.pool.execute("update gh_automation_jobs set updated_at = now() where id = \(other)")
            try await note(2, of: own, api)
            let told = try await client.next("postgres_changes").payload["data"]["record"]
            #expect(told["metadata"]["action_count"] == 2)
            for number in 1...2 {
                let told = try await service.next("postgres_changes").payload["data"]["record"]
                #expect(told["metadata"]["action_count"] == JSON(number))
            }
        }
    }

    @Test func `tokens that are forged, unsigned, expired or of nobody let nobody in`() async throws {
        try await withAPI { api in
            let soon = JSON.double(Date().timeIntervalSince1970 + 600)
            let claims: JSON = ["role": "authenticated", "sub": .id(UUID()), "exp": soon]
            let past: JSON = ["role": "service_role", "exp": 1000]
            let bad: [(String, String)] = [
                ("", "API key is missing"), ("nonsense", "The token provided is not a valid JWT"),
                (token(claims, key: Data("another".utf8)), "Failed to validate JWT signature"),
                (token(claims, algorithm: "none"), "Failed to validate JWT signature"),
                (String(token(claims).prefix { $0 != "." }) + "..", "The token provided is not a valid JWT"),
                (token(past), "Token has expired"),
                (token(["sub": .id(UUID())]), "Fields `role` and `exp` are required in JWT"),
                (token(["role": "anon", "exp": soon]), "Unauthorized: this role may see nothing here"),
            ]
            for (key, words) in bad {
                let refusal = try await RealtimeClient.refusal(api, "/realtime/v1/websocket?apikey=\(key)&vsn=2.0.0")
                #expect(refusal.hasPrefix("HTTP/1.1 401"), "\(refusal)")
                #expect(refusal.contains(words), "\(refusal)")
            }
            let version = try await RealtimeClient.refusal(api, "/socket/websocket?apikey=x&vsn=3.0.0")
            #expect(version.hasPrefix("HTTP/1.1 403"))
            let client = try await RealtimeClient.connect(api, version: "2.0.0")
            let refused = try await client.join("realtime:a", ["config": [:], "access_token": .string(token(past))])
            #expect(refused["status"] == "error")
            #expect(refused["response"]["reason"] == "Unauthorized: Token has expired")
            #expect(
                try await client.join("realtime:b", ["config": [:], "access_token": .string(token(claims))])["status"]
                    == "ok"
            )
            try await client.send("realtime:b", "access_token", ["access_token": .string(token(past))], ref: "7")
            #expect(try await client.next("system").payload["status"] == "error")
            #expect(try await client.next("phx_close").topic == "realtime:b")
        }
    }

    @Test func `what is no message is dropped, what is too much is refused, and the socket stays`() async throws {
        try await withAPI { api in
            let client = try await RealtimeClient.connect(api, version: "1.0.0", path: "/socket/websocket")
            for text in ["", "{", "[]", "{\"topic\":\"phoenix\"}", "[1,2,3]", "\u{0}"] {
                try await client.send(raw: text)
            }
            try await client.send(raw: #"{"topic":"phoenix","event":"heartbeat","payload":{},"ref":null}"#)
            let alive = try await client.next("phx_reply")
            #expect(alive.topic == "phoenix")
            #expect(alive.payload["status"] == "ok")
            #expect(alive.ref == nil)
            try await client.send("foo:bar", "phx_join", [:], ref: "2")
            #expect(try await client.next("phx_reply").payload["response"]["reason"] == "unmatched topic")
            #expect(
                try await client.join("realtime:", [:])["response"]["reason"]
                    == "TopicNameRequired: You must provide a topic name"
            )
            for number in 1...100 {
                #expect(try await client.join("realtime:\(number)", [:])["status"] == "ok")
            }
            let refused = try await client.join("realtime:101", [:])["response"]["reason"].string
            #expect(refused == "ChannelRateLimitReached: Too many channels")
        }
    }

    @Test func `a table or a filter that is none is told by a system message`() async throws {
        try await withAPI { api in
            let client = try await RealtimeClient.connect(api, version: "2.0.0")
            let wrong: [JSON] = [
                ["event": "*", "schema": "public", "table": "nope"],
                ["event": "*", "schema": "public", "table": "gh_job_events", "filter": "job_id=eq.nonsense"],
                ["event": "*", "schema": "public", "table": "gh_job_events", "filter": "foo"],
                ["event": "*", "schema": "public", "table": "gh_job_events", "filter": "nope=eq.1"],
            ]
            for (number, binding) in wrong.enumerated() {
                #expect(try await client.join("realtime:\(number)", changes(binding))["status"] == "ok")
                let told = try await client.next("system").payload
                #expect(told["status"] == "error")
                #expect(told["extension"] == "postgres_changes")
                #expect(told["message"].string?.hasPrefix("Unable to subscribe to changes") == true)
            }
        }
    }

    @Test func `a second join of a topic takes the place of the first`() async throws {
        try await withAPI { api in
            let client = try await RealtimeClient.connect(api, version: "2.0.0")
            #expect(try await client.join("realtime:a", [:])["status"] == "ok")
            try await client.send("realtime:a", "phx_join", ["config": [:]], ref: "50", joinRef: "50")
            let closed = try await client.next("phx_close")
            #expect(closed.ref == closed.joinRef)
            #expect(closed.joinRef == "1")
            #expect(try await client.next("phx_reply").ref == "50")
        }
    }

    @Test func `a database that streams nothing is looked at, and health says so`() async throws {
        try await withAPI { api in
            try await api.pool.execute("alter publication supabase_realtime drop table gh_job_events")
            let (text, id) = try await job(api)
            try await note(0, of: id, api)
            let client = try await RealtimeClient.connect(api, version: "2.0.0")
            let update: JSON = ["event": "UPDATE", "schema": "public", "table": "gh_automation_jobs"]
            #expect(try await client.join("realtime:a", changes(update, events(of: text)))["status"] == "ok")
            let health = try await api.client.get("/health")
            #expect(health.json["realtime"] == "polling")
            for number in 1...20 { try await note(number, of: id, api) }
            try await api.pool.execute("update gh_automation_jobs set updated_at = now() where id = \(id)")
            var told: [Int] = []
            for _ in 1...21 {
                let data = try await client.next("postgres_changes").payload["data"]
                if data["type"] == "UPDATE" {
                    #expect(data["record"]["id"].string == text)
                } else {
                    told.append(data["record"]["metadata"]["action_count"].int ?? -1)
                }
            }
            #expect(told == Array(1...20))
        }
    }

    @Test func `where tables are looked at, what was begun before a subscription and ends after it is told`()
        async throws
    {
        try await withAPI { api in
            try await api.pool.execute("alter publication supabase_realtime drop table gh_job_events")
            let (text, id) = try await job(api)
            let client = try await RealtimeClient.connect(api, version: "2.0.0")
            try await api.pool.withTransaction { connection in
                try await connection.execute(
                    "insert into gh_job_events (job_id, event_type, metadata) values (\(id), 'step_started', '{}')"
                )
                #expect(try await client.join("realtime:a", changes(events(of: text)))["status"] == "ok")
            }
            let told = try await client.next("postgres_changes").payload["data"]
            #expect(told["record"]["job_id"].string == text)
        }
    }

    @Test func `a reader that does not read is cut, and delays nobody`() async throws {
        try await withAPI { api in
            let (text, id) = try await job(api)
            let slow = try await RealtimeClient.connect(api, version: "2.0.0")
            #expect(try await slow.join("realtime:slow", changes(events(of: text)))["status"] == "ok")
            try await slow.stopReading()
            let quick = try await RealtimeClient.connect(api, version: "2.0.0")
            #expect(try await quick.join("realtime:quick", changes(events(of: text)))["status"] == "ok")
            for _ in 1...40 {
                try await api.pool.execute(
                    """
                    insert into gh_job_events (job_id, event_type, metadata)
                    values (\(id), 'step_started', jsonb_build_object('text', repeat('x', 500000)))
                    """
                )
            }
            for _ in 1...40 { _ = try await quick.next("postgres_changes") }
            try await eventually("only the quick one is left") { api.server.services.feed.listeners == 1 }
        }
    }

    @Test func `a join is refused in its time when the database is away`() async throws {
        try await withAPI(databaseIsAway: true) { api in
            let client = try await RealtimeClient.connect(api, version: "2.0.0")
            let payload: JSON = [
                "config": [
                    "postgres_changes": [["event": "*", "schema": "public", "table": "gh_job_events"]],
                    "postgres_changes_options": ["wait": true, "timeout": 500],
                ]
            ]
            let begin = ContinuousClock.now
            let refused = try await client.join("realtime:a", payload)
            #expect(refused["status"] == "error")
            #expect(refused["response"]["reason"].string?.isEmpty == false)
            #expect(ContinuousClock.now - begin < .seconds(5))
        }
    }
}
