import Foundation
import GhostHands
import Outbound
import Postgres
import Store
import Testing

/// Whatever a caller sends is answered with words, and whatever stands in the table others' requests are answered.
struct HostileInputTests {
    private static let api = "/api/v1/gh"

    private static func profile(_ more: [String: JSON]) -> JSON {
        let own: [String: JSON] = ["first_name": "Alice", "last_name": "Smith", "email": "alice@example.com"]
        return .object(own.merging(more) { $1 })
    }

    @Test func `what is nested as deep as a request may be is shown to everybody, and deeper is refused`() async throws
    {
        try await withAPI { api in
            for levels in [500, 510, 511, 600] {
                let deep = String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
                let text = try Requests.apply(["idempotency_key": .null, "profile": Self.profile(["x": "DEEP"])]).text
                let body = Data(text.replacing("\"DEEP\"", with: deep).utf8)
                let made = try await api.client.post(Self.api + "/valet/apply", raw: body)
                #expect(made.status == (levels <= 510 ? 201 : 400), "\(levels)")
                if levels > 510 { #expect(made.json["message"].string?.contains("nested too deep") == true) }
                #expect(try await api.client.get(Self.api + "/jobs").status == 200, "\(levels)")
                guard let id = made.json["job_id"].string else { continue }
                #expect(try await api.client.get(Self.api + "/jobs/\(id)").status == 200)
                let lease = try #require(try await api.store.jobs.claim(workerID: "w", limit: 1).first)
                let job = try #require(try await api.store.jobs.find(lease.jobID))
                #expect(job.unreadable.isEmpty)
                #expect(job.inputData["profile"]["x"].array != nil)
            }
        }
    }

    /// Bodies that their doors let in, or nearly.
    private static func acceptable() throws -> [(String, JSON)] {
        let user = JSON.string(Requests.user)
        let odd: JSON = ["a": [1e30, -1e-30, 0.1, 9_223_372_036_854_775_807, "\u{1F600}"], "e\u{301}": "x"]
        let applicant = Self.profile(["city": odd, "x": odd])
        return [
            ("/valet/apply", try Requests.apply(["metadata": odd, "idempotency_key": .null])),
            ("/valet/task", Requests.task),
            (
                "/valet/task",
                .object(
                    (Requests.task.object ?? [:]).merging([
                        "job_type": "fill_form", "task_description": .null,
                        "input_data": [
                            "form_data": odd["a"], "profile": [:], "files": ["cv": ["s3_key": "any/where.pdf"]],
                        ],
                    ]) { $1 }
                )
            ),
            (
                "/valet/task",
                .object(
                    (Requests.task.object ?? [:]).merging([
                        "input_data": ["files": "none", "model": .string(String(repeating: "m", count: 500))],
                        "metadata": ["language_model": 5, "quality_preset": "x"],
                    ]) { $1 }
                )
            ),
            (
                "/jobs",
                [
                    "user_id": user, "job_type": "apply", "target_url": "https://example.com/1",
                    "task_description": "x",
                    "input_data": ["user_data": applicant, "resume_path": "any/where.pdf", "platform": "lever"],
                    "scheduled_at": "2020-01-01T00:00:00+05:45", "tags": ["x"],
                ]
            ),
            (
                "/jobs",
                [
                    "user_id": user, "job_type": "custom", "target_url": "https://example.com/1",
                    "task_description": "x",
                    "input_data": ["profile": ["location": "Berlin"]],
                ]
            ),
        ]
    }

    @Test func `every row that a door lets in passes the worker's check`() async throws {
        try await withAPI { api in
            let bodies = try Self.acceptable()
            var made = 0
            for (path, body) in bodies {
                let reply = try await api.client.post(Self.api + path, body)
                if reply.status == 201 { made += 1 } else { #expect(reply.status == 422, "\(path) \(reply.json.text)") }
            }
            #expect(made >= 5)
            let claimed = try await api.store.jobs.claim(workerID: "w", limit: 20)
            #expect(claimed.count == made)
            let rules = BodyRules(addressRule: AddressRule(.publicOnly))
            for lease in claimed {
                let job = try #require(try await api.store.jobs.find(lease.jobID))
                #expect(JobFailure.refusing(job, rules: rules) == nil, "\(job.jobType)")
            }
        }
    }

    @Test func `letters of many code points, odd times and odd numbers are refused with words`()
        async throws
    {
        try await withAPI { api in
            let family = String(repeating: "👨‍👩‍👧‍👦", count: 100)
            let zalgo = "a" + String(repeating: "\u{301}", count: 3000)
            for name in ["idempotency_key", "valet_task_id", "target_worker_id"] {
                for text in [family, zalgo] {
                    let reply = try await api.client.post(
                        Self.api + "/valet/apply",
                        try Requests.apply([name: .string(text)])
                    )
                    #expect(reply.status == 422, "\(name)")
                    #expect(reply.fields == [name], "\(name)")
                }
            }
            for time in [
                "0000-01-01T00:00:00Z", "294277-01-01T00:00:00Z", "2026-02-30T00:00:00Z", "99999-01-01T00:00:00Z",
            ] {
                let reply = try await api.client.post(
                    Self.api + "/jobs",
                    [
                        "user_id": .string(Requests.user), "job_type": "custom", "target_url": "https://example.com/",
                        "task_description": "x", "scheduled_at": .string(time),
                    ]
                )
                #expect(reply.status == 422, "\(time)")
                #expect(reply.fields == ["scheduled_at"], "\(time)")
            }
            let big = try await api.client.post(
                Self.api + "/valet/apply",
                try Requests.apply(["metadata": ["n": 1e300]])
            )
            #expect(big.status == 422)
            #expect(big.fields == ["metadata.n"])
            let twin = Data("{\"\u{e9}\": 1, \"e\u{301}\": 2}".utf8)
            let same = try await api.client.post(Self.api + "/valet/apply", raw: twin)
            #expect(same.status == 400)
            #expect(same.json["message"].string?.contains("Unicode") == true)
        }
    }

    @Test func `a cursor that no list gave is refused, and one at the end of time is not`() async throws {
        try await withAPI { api in
            let id = UUID().uuidString
            for key in [
                "2026-02-16 12:00:00+99", "+5", "1e5", "9224318016000000000", "-210866803200000001", "NaN", "now", "",
                "99999999999999999999999999999999999999999999", "2026-02-16 12:00:00.123456+00",
            ] {
                let cursor = Data("\(id) \(key)".utf8).base64EncodedString().replacing("=", with: "")
                let reply = try await api.client.get(Self.api + "/jobs?cursor=" + cursor.replacing("+", with: "-"))
                #expect(reply.status == 422, "\(key)")
                #expect(reply.fields == ["cursor"], "\(key)")
            }
            for key in ["-infinity", "infinity", "0", "-1", "9224318015999999999", "-210866803200000000"] {
                let cursor = Data("\(id) \(key)".utf8).base64EncodedString().replacing("=", with: "")
                #expect(try await api.client.get(Self.api + "/jobs?cursor=" + cursor).status == 200, "\(key)")
            }
        }
    }

    @Test func `a manual whose names no index holds is refused with words`() async throws {
        try await withAPI { api in
            let zalgo = JSON.string("a" + String(repeating: "\u{301}", count: 3000))
            let emoji = JSON.string(String(repeating: "👨‍👩‍👧‍👦", count: 400))
            let step: JSON = ["action": "fill", "locator": ["name": "email"], "value": "{{email}}"]
            let whole: [String: JSON] = [
                "url_pattern": "*.example.com/*", "task_pattern": "apply", "platform": "lever", "steps": [step],
                "pages": [["signature": "s", "keys": ["l:email"]]],
            ]
            let strange: [[String: JSON]] = [
                ["platform": zalgo], ["platform": emoji], ["pages": [["signature": zalgo]]],
                ["pages": [["keys": [zalgo]]]], ["pages": [["keys": .array(Array(repeating: "k", count: 401))]]],
            ]
            for members in strange {
                let body = JSON.object(whole.merging(members) { $1 })
                let reply = try await api.client.post(Self.api + "/manuals", body)
                #expect(reply.status == 422, "\(members.keys)")
            }
            let taken = try await api.client.post(Self.api + "/manuals", .object(whole))
            #expect(taken.status == 201)
        }
    }

    @Test func `thirty thousand unknown members are answered in few words`() async throws {
        try await withAPI { api in
            var body = try Requests.apply().object ?? [:]
            for number in 0..<30_000 { body["unknown_member_\(number)"] = 1 }
            let reply = try await api.client.post(Self.api + "/valet/apply", .object(body))
            #expect(reply.status == 201)
            #expect(reply.json["warnings"].array?.count == 21)
            let bad = try await api.client.post(
                Self.api + "/valet/apply",
                .object(body.merging(["priority": 99]) { $1 })
            )
            #expect(bad.status == 422)
            #expect(bad.body.count < 20_000)
        }
    }

    @Test func `no row keeps others' lists from being answered, and no link opens what is not the job's own`()
        async throws
    {
        try await withAPI { api in
            let made = try await api.client.post(Self.api + "/valet/apply", try Requests.apply())
            let id = try #require(made.json["job_id"].string)
            try await api.blobs.put("resumes/victim/cv.pdf", data: Data([1]), contentType: "application/pdf")
            let strange: [SQL] = [
                "metadata = '{\"a\": 1e400}'", "created_at = 'infinity'", "created_at = '4713-01-01 BC'",
                "started_at = '294276-12-31'", "result_data = (repeat('[', 3000) || repeat(']', 3000))::jsonb",
                "screenshot_urls = '[\"resumes/victim/cv.pdf\", \"screenshots/gh/jobs/other/final.png\"]'",
                "interaction_data = '{\"screenshot_url\": \"resumes/victim/cv.pdf\"}', status = 'paused', paused_at = now()",
            ]
            for change in strange {
                try await api.pool.execute("update gh_automation_jobs set \(change)")
                for path in ["/jobs", "/jobs/\(id)", "/jobs/\(id)/status", "/jobs/\(id)/events", "/valet/status/\(id)"]
                {
                    let reply = try await api.client.get(Self.api + path)
                    #expect(reply.status == 200, "\(path) \(change.text)")
                    #expect(!String(decoding: reply.body, as: UTF8.self).contains("token="), "\(path) \(change.text)")
                }
            }
            try await api.pool.execute("alter table gh_automation_jobs drop constraint gh_jobs_type_check")
            try await api.pool.execute("update gh_automation_jobs set job_type = 'later', status = 'pending'")
            #expect(try await api.client.get(Self.api + "/valet/status/\(id)").status == 200)
            #expect(try await api.client.post(Self.api + "/jobs/\(id)/cancel", [:]).status == 200)
        }
    }
}
