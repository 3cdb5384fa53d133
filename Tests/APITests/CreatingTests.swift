import Foundation
import GhostHands
import Store
import Testing

@Suite("Making a job")
struct CreatingTests {
    private static let apply = "/api/v1/gh/valet/apply"
    private static let task = "/api/v1/gh/valet/task"

    @Test func `takes the contract's own example and answers with exactly its four members`() async throws {
        try await withAPI { api in
            let reply = try await api.client.post(Self.apply, Requests.apply())
            #expect(reply.status == 201)
            #expect(reply.keys == ["job_id", "valet_task_id", "status", "created_at"])
            #expect(reply.json["valet_task_id"] == "valet-456")
            #expect(reply.json["status"] == "pending")
            #expect(reply.json["created_at"].string.flatMap(Timestamp.date) != nil)
            #expect(api.wakes.count == 1)
        }
    }

    /// The job that the contract's own example makes.
    private func example(_ api: APIFixture) async throws -> Job {
        let reply = try await api.client.post(Self.apply, Requests.apply())
        let id = try #require(reply.json["job_id"].string.flatMap(UUID.init(uuidString:)))
        return try #require(try await api.store.jobs.find(id))
    }

    @Test func `keeps what the contract's own example says, and the defaults of what it leaves out`() async throws {
        try await withAPI { api in
            let job = try await example(api)
            #expect(job.jobType == .apply)
            #expect(job.priority == 5)
            #expect(job.timeoutSeconds == 300)
            #expect(job.maxRetries == 3)
            #expect(job.callbackURL == "https://valet.example.com/webhook/gh")
            #expect(job.resume == .init(storagePath: "resumes/alice-smith-2026.pdf"))
        }
    }

    @Test func `keeps the applicant of the contract's own example`() async throws {
        try await withAPI { api in
            let applicant = Applicant(inputData: try await example(api).inputData)
            #expect(applicant.profile.fact(.email) == "alice@example.com")
            #expect(applicant.profile.fact(.country) == "US")
            #expect(applicant.answers["How many years of React experience?"] == "6")
        }
    }

    @Test func `takes the contract's task, the curl example and the other job types`() async throws {
        try await withAPI { api in
            let minimal: JSON = [
                "valet_task_id": "task-001", "valet_user_id": .string(Requests.user),
                "target_url": "https://boards.greenhouse.io/acme/jobs/123",
                "callback_url": "https://valet.example.com/webhook/gh",
                "profile": ["first_name": "Alice", "last_name": "Smith", "email": "alice@example.com"],
            ]
            #expect(try await api.client.post(Self.apply, minimal).status == 201)
            #expect(try await api.client.post(Self.task, Requests.task).status == 201)
            var form = Requests.task.object ?? [:]
            form["job_type"] = "fill_form"
            form["input_data"] = ["form_data": ["email": "a@b.example"]]
            #expect(try await api.client.post(Self.task, .object(form)).status == 201)
            form["job_type"] = "teleport"
            let reply = try await api.client.post(Self.task, .object(form))
            #expect(reply.status == 422)
            #expect(reply.fields == ["job_type"])
            #expect(
                reply.json["details"].array?.first?["message"].string?.contains("scrape, fill_form, custom") == true
            )
        }
    }

    @Test func `shows a pending job with every member of its status`() async throws {
        try await withAPI { api in
            let id = try #require(try await api.client.post(Self.apply, Requests.apply()).json["job_id"].string)
            let reply = try await api.client.get("/api/v1/gh/valet/status/\(id)")
            #expect(reply.status == 200)
            let members: Set = [
                "job_id", "valet_task_id", "status", "status_message", "execution_mode", "browser_mode", "final_mode",
                "manual", "cost_breakdown", "progress", "result", "error", "interaction", "timestamps",
            ]
            #expect(reply.keys.isSuperset(of: members))
            #expect(reply.json["job_id"].string == id)
            #expect(reply.json["status"] == "pending")
            #expect(reply.json["execution_mode"] == "auto")
            #expect(reply.json["browser_mode"] == "server")
            #expect(Set((reply.json["timestamps"].object ?? [:]).keys) == ["created_at", "started_at", "completed_at"])
            for name in ["final_mode", "manual", "cost_breakdown", "result", "error", "interaction"] {
                #expect(reply.json[name].isNull, "\(name)")
            }
            #expect(try await api.client.get("/api/v1/gh/valet/status/\(id.uppercased())").status == 200)
        }
    }

    @Test func `names every violated constraint in one reply`() async throws {
        try await withAPI { api in
            let reply = try await api.client.post(
                Self.apply,
                [
                    "valet_user_id": "not-a-uuid", "target_url": "ftp://example.com", "priority": 11,
                    "timeout_seconds": "soon", "quality": "best", "callback_url": "nonsense",
                    "profile": ["first_name": "", "email": "alice", "education": [["institution": 7]]],
                    "qa_answers": ["Why?": 5], "resume": [:], "metadata": ["note": "a\u{0}b", "deep": [["x\u{0}": 1]]],
                ]
            )
            #expect(reply.status == 422)
            #expect(reply.json["error"] == "validation_error")
            #expect(
                reply.fields == [
                    "valet_task_id", "valet_user_id", "target_url", "priority", "timeout_seconds", "quality",
                    "callback_url", "profile.first_name", "profile.last_name", "profile.email",
                    "profile.education.0.institution", "profile.education.0.degree", "qa_answers.Why?",
                    "resume.storage_path", "metadata.note", "metadata.deep.0.x?",
                ]
            )
            for detail in reply.json["details"].array ?? [] {
                #expect(Set((detail.object ?? [:]).keys) == ["field", "message", "code"])
            }
            #expect(try await api.client.post(Self.apply, [1, 2]).status == 422)
            #expect(api.wakes.count == 0)
        }
    }

    @Test func `makes one job of ten concurrent requests with the same key`() async throws {
        try await withAPI { api in
            let body = try Requests.apply()
            let replies = try await withThrowingTaskGroup(of: APIClient.Reply.self) { group in
                for _ in 0..<10 { group.addTask { try await api.client.post(Self.apply, body) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let created = replies.filter { $0.status == 201 }
            let duplicates = replies.filter { $0.status == 409 }
            #expect(created.count == 1)
            #expect(duplicates.count == 9)
            for reply in duplicates {
                #expect(reply.keys == ["job_id", "valet_task_id", "status", "duplicate"])
                #expect(reply.json["job_id"] == created.first?.json["job_id"])
                #expect(reply.json["duplicate"] == true)
                #expect(reply.json["status"] == "pending")
            }
            #expect(api.wakes.count == 1)
            let other = try await api.client.post(Self.apply, Requests.apply(["priority": 9]))
            #expect(other.status == 409)
            #expect(other.json["mismatch"] == true)
        }
    }

    @Test func `warns of unknown members and of the same application twice, and takes both`() async throws {
        try await withAPI { api in
            let first = try await api.client.post(
                Self.apply,
                Requests.apply(["calback_url": "https://x.example/", "idempotency_key": .null])
            )
            #expect(first.status == 201)
            #expect(first.json["warnings"] == ["unknown field `calback_url`, did you mean `callback_url`?"])
            let second = try await api.client.post(Self.apply, Requests.apply())
            #expect(second.status == 201)
            #expect(second.json["warnings"].array?.count == 1)
            let id = try #require(first.json["job_id"].string)
            #expect(second.json["warnings"].array?.first?.string?.contains(id) == true)
        }
    }

    @Test(arguments: [
        "http://127.0.0.1/", "http://localhost:8080/x", "http://10.0.0.8/", "http://169.254.169.254/latest/meta-data",
        "http://[::1]/", "http://0x7f.1/", "http://db.internal/", "http://[::ffff:10.0.0.1]/",
    ])
    func `refuses private addresses by the field that names them`(url: String) async throws {
        try await withAPI(allowing: .publicOnly) { api in
            let reply = try await api.client.post(
                Self.apply,
                Requests.apply([
                    "target_url": .string(url), "callback_url": .string(url), "resume": ["download_url": .string(url)],
                ])
            )
            #expect(reply.status == 422)
            #expect(reply.fields == ["target_url", "callback_url", "resume.download_url"])
        }
    }

    @Test func `allows private addresses where the operator does`() async throws {
        try await withAPI(allowing: .privateNetwork) { api in
            let body = try Requests.apply(["target_url": "http://127.0.0.1:8080/jobs/123"])
            #expect(try await api.client.post(Self.apply, body).status == 201)
        }
    }
}
