import Foundation
import GhostHands
import Testing

@Suite struct JobRequestTests {
    private static let example = """
        {"valet_task_id": "valet-456", "valet_user_id": "00000000-0000-0000-0000-000000000001",
         "target_url": "https://boards.greenhouse.io/acme/jobs/123", "platform": "greenhouse",
         "callback_url": "https://valet.example.com/webhook/gh",
         "profile": {"first_name": "Alice", "last_name": "Smith", "email": "alice@example.com", "phone": "+1-555-0100",
           "linkedin_url": "https://linkedin.com/in/alicesmith", "portfolio_url": "https://alicesmith.dev",
           "location": {"city": "San Francisco", "state": "CA", "country": "US", "zip": "94102"},
           "work_authorization": "US Citizen", "salary_expectation": "$150,000-$180,000", "years_of_experience": 8,
           "education": [{"institution": "MIT", "degree": "BS", "field": "Computer Science", "graduation_year": 2018}],
           "work_history": [{"company": "Google", "title": "Senior Engineer", "start_date": "2020-01",
             "end_date": "2025-12", "description": "Led frontend team for Search"}],
           "skills": ["TypeScript", "React", "Node.js"]},
         "resume": {"storage_path": "resumes/alice-smith-2026.pdf"},
         "qa_answers": {"Are you authorized to work in the US?": "Yes", "How many years of React experience?": "6"},
         "quality": "balanced", "priority": 5, "timeout_seconds": 300, "idempotency_key": "valet-456-apply-v1",
         "metadata": {}}
        """

    private func example(_ change: (inout [String: JSON]) -> Void = { _ in }) throws -> JSON {
        var members = try #require(try JSON(parsing: Data(Self.example.utf8)).object)
        change(&members)
        return .object(members)
    }

    private func valid(_ body: JSON, as endpoint: JobRequest.Endpoint = .apply) throws -> (JobRequest, [String]) {
        guard case .valid(let request, let warnings) = JobRequest.read(body, as: endpoint) else {
            Issue.record("refused: \(JobRequest.read(body, as: endpoint))")
            throw CancellationError()
        }
        return (request, warnings)
    }

    private func violations(_ body: JSON, as endpoint: JobRequest.Endpoint = .apply) -> [String: FieldViolation.Code] {
        guard case .invalid(let violations) = JobRequest.read(body, as: endpoint) else { return [:] }
        return Dictionary(violations.map { ($0.field, $0.code) }, uniquingKeysWith: { first, _ in first })
    }

    @Test func `the contract's example is accepted without a warning`() throws {
        let (request, warnings) = try valid(example())
        #expect(warnings.isEmpty)
        #expect(request.jobType == .apply)
        #expect(request.valetTaskID == "valet-456")
        #expect(request.userID.uuidString == "00000000-0000-0000-0000-000000000001")
        #expect(request.platform == .greenhouse)
        #expect(request.resume == .init(storagePath: "resumes/alice-smith-2026.pdf"))
        #expect(request.inputData["profile"]["location"]["state"] == "CA")
        #expect(request.inputData["qa_answers"]["How many years of React experience?"] == "6")
        #expect(request.idempotencyKey == "valet-456-apply-v1")
        #expect(request.tags == ["valet", "apply"])
        #expect(request.maxRetries == 3)
    }

    @Test func `what is left out takes the contract's defaults`() throws {
        let (request, _) = try valid(
            example {
                for name in ["quality", "priority", "timeout_seconds", "platform", "callback_url", "resume"] {
                    $0[name] = nil
                }
                $0["metadata"] = .null
            }
        )
        #expect(request.quality == .balanced)
        #expect(request.priority == 5)
        #expect(request.timeoutSeconds == 300)
        #expect(request.hitlTimeoutSeconds == 300)
        #expect(request.executionMode == .auto)
        #expect(request.platform == .other)
        #expect(request.callbackEvents == CallbackStatus.standard)
        #expect(request.workerAffinity == .strict)
        #expect(request.queueTTLSeconds == nil)
        #expect(request.resume == nil)
        #expect(request.metadata == [:])
    }

    @Test func `every violated constraint is named in one answer`() throws {
        let found = violations(
            try example {
                $0["valet_task_id"] = .string(String(repeating: "x", count: 256))
                $0["valet_user_id"] = "not-a-uuid"
                $0["target_url"] = "ftp://example.com/job"
                $0["callback_url"] = "http://user:pw@example.com/"
                $0["platform"] = "monster"
                $0["priority"] = 11
                $0["timeout_seconds"] = 29
                $0["hitl_timeout_seconds"] = "soon"
                $0["quality"] = 3
                $0["execution_mode"] = "manual"
                $0["worker_affinity"] = "loose"
                $0["callback_events"] = ["completed", "exploded"]
                $0["metadata"] = []
                $0["qa_answers"] = ["Age?": 7]
                $0["resume"] = [:]
                $0["profile"] = [
                    "first_name": "", "email": "nobody", "phone": .string(String(repeating: "1", count: 31)),
                    "linkedin_url": "linkedin.com/in/x", "years_of_experience": 71,
                    "location": ["zip": .string(String(repeating: "9", count: 21))],
                    "education": [["institution": "MIT", "graduation_year": 1949], "MIT"],
                    "work_history": .array(Array(repeating: ["company": "A", "title": "B"], count: 21)),
                    "skills": [.string(String(repeating: "s", count: 101)), 5],
                ]
            }
        )
        let expected: [String: FieldViolation.Code] = [
            "valet_task_id": .tooBig, "valet_user_id": .invalidString, "target_url": .invalidString,
            "callback_url": .invalidString, "platform": .invalidEnumValue, "priority": .tooBig,
            "timeout_seconds": .tooSmall, "hitl_timeout_seconds": .invalidType, "quality": .invalidType,
            "execution_mode": .invalidEnumValue, "worker_affinity": .invalidEnumValue,
            "callback_events": .invalidEnumValue, "metadata": .invalidType, "qa_answers.Age?": .invalidType,
            "resume.storage_path": .custom, "profile.first_name": .tooSmall, "profile.last_name": .invalidType,
            "profile.email": .invalidString, "profile.phone": .tooBig, "profile.linkedin_url": .invalidString,
            "profile.years_of_experience": .tooBig, "profile.location.zip": .tooBig,
            "profile.education.0.degree": .invalidType, "profile.education.0.graduation_year": .tooSmall,
            "profile.education.1": .invalidType, "profile.work_history": .tooBig, "profile.skills.0": .tooBig,
            "profile.skills.1": .invalidType,
        ]
        #expect(found == expected)
    }

    @Test func `what is required is missed`() {
        #expect(
            violations([:]) == [
                "valet_task_id": .invalidType, "valet_user_id": .invalidType, "target_url": .invalidType,
                "profile": .invalidType,
            ]
        )
        #expect(violations("text") == ["": .invalidType])
    }

    @Test func `an unknown member is a warning that names its nearest neighbour`() throws {
        let (_, warnings) = try valid(
            example {
                $0["calback_url"] = "https://example.com"
                $0["zebra"] = 1
                $0["resume"] = ["storage_path": "a.pdf", "s3key": "b"]
            }
        )
        #expect(warnings.contains("unknown field `calback_url`, did you mean `callback_url`?"))
        #expect(warnings.contains("unknown field `resume.s3key`, did you mean `resume.s3_key`?"))
        #expect(warnings.contains("unknown field `zebra`"))
        #expect(warnings.count == 3)
    }

    @Test func `the hash ignores the idempotency key and the order of members, and nothing else`() throws {
        let (first, _) = try valid(example())
        let (renamed, _) = try valid(example { $0["idempotency_key"] = "another" })
        let (changed, _) = try valid(example { $0["priority"] = 6 })
        #expect(first.hash == renamed.hash)
        #expect(first.hash != changed.hash)
        #expect(first.hash.count == 64)
    }

    private func task(_ change: (inout [String: JSON]) -> Void = { _ in }) -> JSON {
        var members: [String: JSON] = [
            "valet_task_id": "valet-789", "valet_user_id": "00000000-0000-0000-0000-000000000002",
            "job_type": "scrape", "target_url": "https://example.com/jobs", "task_description": "Scrape all",
            "input_data": [:], "quality": "speed", "priority": 3, "timeout_seconds": 120,
        ]
        change(&members)
        return .object(members)
    }

    @Test func `a task is read with its own members`() throws {
        let (request, warnings) = try valid(task(), as: .task)
        #expect(warnings.isEmpty)
        #expect(request.jobType == .scrape)
        #expect(request.taskDescription == "Scrape all")
        #expect(request.tags == ["valet", "scrape"])
        let unknown = violations(task { $0["job_type"] = "dance" }, as: .task)
        #expect(unknown == ["job_type": .invalidEnumValue])
        let missing = violations(
            task {
                $0["job_type"] = nil
                $0["task_description"] = nil
            },
            as: .task
        )
        #expect(missing == ["job_type": .invalidType, "task_description": .invalidType])
    }

    @Test func `fill_form wants flat data and says what is wrong with it`() throws {
        let good = task {
            $0["job_type"] = "fill_form"
            $0["task_description"] = nil
            $0["input_data"] = ["form_data": ["Name": "Alice", "Tags": ["a", "b"]], "submit": false]
        }
        #expect(try valid(good, as: .task).0.jobType == .fillForm)
        let bad = task {
            $0["job_type"] = "fill_form"
            $0["input_data"] = ["form_data": ["Name": ["first": "A"]], "submit": "yes", "files": ["cv": [:]]]
        }
        #expect(
            violations(bad, as: .task) == [
                "input_data.form_data.Name": .invalidType, "input_data.submit": .invalidType,
                "input_data.files.cv": .custom,
            ]
        )
        let none = task { $0["job_type"] = "fill_form" }
        #expect(violations(none, as: .task) == ["input_data.form_data": .invalidType])
    }
}
