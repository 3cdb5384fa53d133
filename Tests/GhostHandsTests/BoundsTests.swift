import Foundation
import Testing

@testable import GhostHands

/// What is taken, and that whatever is taken can be read.
struct BoundsTests {
    private static let user = UUID()
    private static let family = "👨‍👩‍👧‍👦"
    private static let zalgo = "a" + String(repeating: "\u{0301}", count: 3000)

    private func application(_ changes: [String: JSON] = [:]) -> JSON {
        let body: [String: JSON] = [
            "valet_task_id": "t", "valet_user_id": .id(Self.user), "target_url": "https://jobs.example.com/1",
            "profile": ["first_name": "Alice", "last_name": "Smith", "email": "alice@example.com"],
        ]
        return .object(body.merging(changes) { $1 })
    }

    private func task(_ changes: [String: JSON] = [:]) -> JSON {
        let body: [String: JSON] = [
            "valet_task_id": "t", "valet_user_id": .id(Self.user), "target_url": "https://jobs.example.com/1",
            "job_type": "custom", "task_description": "Do", "input_data": [:],
        ]
        return .object(body.merging(changes) { $1 })
    }

    private func violations(_ body: JSON, _ endpoint: JobRequest.Endpoint = .apply) -> [FieldViolation] {
        guard case .invalid(let violations) = JobRequest.read(body, as: endpoint) else { return [] }
        return violations
    }

    private func warnings(_ body: JSON) throws -> [String] {
        guard case .valid(_, let warnings) = JobRequest.read(body, as: .apply) else {
            throw CancellationError()
        }
        return warnings
    }

    @Test func `two names that only differ in their Unicode form are refused, in either order`() throws {
        for names in [["\u{e9}", "e\u{301}"], ["e\u{301}", "\u{e9}"], ["\u{212a}", "K"], ["K", "\u{212a}"]] {
            let text = "{\"a\":1,\"\(names[0])\":1,\"\(names[1])\":2}"
            let fault = #expect(throws: JSON.Fault.self) { try JSON(parsing: Data(text.utf8)) }
            #expect(fault?.reason == .sameName)
        }
        #expect(try JSON(parsing: Data("{\"é\":1,\"é\":2}".utf8)) == ["é": 2])
    }

    @Test func `what others have stored is passed on as well as it can be read`() throws {
        func read(_ text: String) -> JSON { JSON(passingOn: Data(text.utf8)) }
        let digits = String(repeating: "9", count: 100_000)
        let large = read("{\"a\": 1\(String(repeating: "0", count: 400)), \"b\": [1, \(digits)]}")
        #expect(large["b"] == [1, .string(digits)])
        let deep = String(repeating: "[", count: 3000) + "\"]\\\"\"" + String(repeating: "]", count: 3000)
        let row = read("{\"deep\": \(deep), \"name\": \"x\"}")
        #expect(row["name"] == "x")
        #expect(row["deep"].array?.count == 1)
        #expect(read("no JSON") == .null)
        let most = String(repeating: "[", count: Bounds.depth) + String(repeating: "]", count: Bounds.depth)
        #expect(try JSON(parsing: Data("{\"row\": \(most)}".utf8), deepest: Bounds.storedDepth)["row"].array != nil)
    }

    @Test(arguments: ["valet_task_id", "idempotency_key", "target_worker_id", "model"])
    func `lengths are counted as databases count them`(_ name: String) {
        for text in [String(repeating: Self.family, count: 100), Self.zalgo] {
            #expect(violations(application([name: .string(text)])).map(\.field) == [name])
        }
        let most = name == "target_worker_id" || name == "model" ? 100 : 255
        #expect(violations(application([name: .string(String(repeating: "\u{1F600}", count: most))])).isEmpty)
    }

    @Test(arguments: [
        ("2026-02-16T12:00:00Z", 1_771_243_200.0), ("2026-02-16t13:00:00.250+01:00", 1_771_243_200.25),
        ("2024-02-29T00:00:00-0130", 1_709_170_200), ("1970-01-01T00:00:00Z", 0),
        ("9999-12-31T23:59:59Z", 253_402_300_799),
    ]) func `a time is read to the letter`(_ text: String, _ seconds: Double) {
        #expect(Timestamp.date(text) == Date(timeIntervalSince1970: seconds))
    }

    @Test(arguments: [
        "2026-02-30T12:00:00Z", "2026-02-16T12:00:00Z; drop", "0000-01-01T00:00:00Z", "294277-01-01T00:00:00Z",
        "10000-01-01T00:00:00Z", "99999-01-01T00:00:00Z", "1969-12-31T23:59:59Z", "9999-12-31T23:59:59-01:00",
        "2026-02-16T24:00:00Z", "2026-02-16T12:60:00Z", "2026-02-16T12:00:00", "2026-02-16",
        "2026-02-16T12:00:00+99:00", "2026-02-16T12:00:00Z ", "２０２６-02-16T12:00:00Z", "2026-02-16T12:00:00.Z",
        "infinity", "",
    ]) func `what is no time of the years 1970 to 9999 is none`(_ text: String) {
        #expect(Timestamp.date(text) == nil)
        var body = task(["scheduled_at": .string(text), "user_id": .id(Self.user)]).object ?? [:]
        body["valet_user_id"] = nil
        #expect(violations(.object(body), .job).map(\.field) == ["scheduled_at"])
    }

    @Test func `thirty thousand unknown members are twenty warnings and a number`() throws {
        var strange: [String: JSON] = [:]
        for number in 0..<30_000 { strange["priorit\(number)"] = 1 }
        let warnings = try warnings(application(strange))
        #expect(warnings.count == 21)
        #expect(warnings.last == "and 29980 more unknown fields")
        #expect(warnings.contains("unknown field `priorit0`, did you mean `priority`?"))
        #expect(warnings.allSatisfy { $0.utf8.count < 200 })
        let long = try self.warnings(application([String(repeating: "x", count: 500_000): 1, Self.zalgo: 1]))
        #expect(long.count == 2)
        #expect(long.allSatisfy { $0.utf8.count < 1000 })
    }

    @Test func `any number of mistakes is a bounded answer`() {
        var answers: [String: JSON] = [:]
        for number in 0..<20_000 { answers["q\(number)"] = 1 }
        let skills = JSON.array(Array(repeating: 5, count: 50_000))
        let school = JSON.array(Array(repeating: [:], count: 20_000))
        let found = violations(
            application(["qa_answers": .object(answers), "profile": ["skills": skills, "education": school]])
        )
        #expect(violations(application(["qa_answers": .object(answers)])).first?.field == "qa_answers")
        let long = String(repeating: "why ", count: 600)
        for data: JSON in [.object(answers), .object([long: "x"])] {
            for name in ["form_data", "qa_answers"] {
                var input: [String: JSON] = ["form_data": [:]]
                input[name] = data
                let body = task(["job_type": "fill_form", "input_data": .object(input)])
                #expect(!violations(body, .task).isEmpty, "\(name)")
            }
        }
        #expect(found.count == 101)
        #expect(found.last?.message.hasSuffix("more violations") == true)
        let bad = JSON.array((0..<5000).map { _ in ["\0": "\0", "n": 1e300] })
        let rules = BodyRules(addressRule: AddressRule(.publicOnly))
        #expect(rules.violations(in: ["metadata": ["x": bad]]).count == Bounds.named)
    }

    @Test func `numbers that nobody can write down again are refused where they stand`() {
        let rules = BodyRules(addressRule: AddressRule(.publicOnly))
        let body: JSON = ["metadata": ["a": [0, 1.5, 1e300], "b": -1e31, "c": 1e-40, "d": 1e30, "e": 0.0]]
        #expect(rules.violations(in: body).map(\.field) == ["metadata.a.2", "metadata.b", "metadata.c"])
    }

    @Test func `a request says nothing of what the service writes down itself`() throws {
        let body = application(["metadata": ["cost_breakdown": ["magnitude_cost_usd": -5], "campaign": "spring"]])
        guard case .valid(let request, let warnings) = JobRequest.read(body, as: .apply) else {
            throw CancellationError()
        }
        #expect(request.metadata == ["campaign": "spring"])
        #expect(warnings == ["`metadata.cost_breakdown` is written by the service alone and was ignored"])
    }

    @Test func `a cost that nobody can have spent does not end the process`() {
        let json: JSON = [
            "cookbook_steps": .int(.max), "magnitude_steps": .int(.max), "magnitude_cost_usd": 1e300,
            "cookbook_cost_usd": -1e300, "total_tokens": .int(.max), "output_tokens": .int(.min),
        ]
        let cost = CostBreakdown(json)
        #expect(cost.actionCount > 0)
        #expect(cost.totalTokens > 0)
        #expect(cost.cookbookCost == .zero)
        #expect(cost.total.value > 0)
        #expect(NanoDollars(dollars: .nan) == .zero)
    }
}

/// Rows as workers find them, held to what the door holds requests to (R67).
struct RowCheckTests {
    private static let user = UUID()
    private let rules = BodyRules(addressRule: AddressRule(.publicOnly))

    private func row(_ type: JobType = .custom, _ change: (inout Job) -> Void = { _ in }) -> Job {
        var job = Job(
            id: UUID(),
            userID: Self.user,
            jobType: type,
            targetURL: "https://jobs.example.com/1",
            createdAt: Date(timeIntervalSince1970: 1_771_243_200)
        )
        job.taskDescription = "Do"
        change(&job)
        return job
    }

    private func refused(_ job: Job) -> [String] { JobRequest.violations(of: job, rules: rules).map(\.field) }

    @Test(arguments: [
        "file:///etc/passwd", "view-source:https://example.com", "data:text/html,x", "ftp://example.com/",
        "/etc/passwd",
        "chrome://settings", "javascript:alert(1)", "FILE:///etc/passwd", "https:///etc", "http://u:p@example.com/",
        "http://169.254.169.254/", "http://localhost/", "http://[::1]/", "", " https://example.com",
    ]) func `an address that the door refuses is refused of a row`(_ url: String) {
        let job = row { $0.targetURL = PageAddress(url) }
        #expect(refused(job).first == "target_url")
        #expect(JobFailure.refusing(job, rules: rules)?.code == .validationError)
        if !url.isEmpty { #expect(refused(row { $0.callbackURL = url }) == ["callback_url"]) }
        let resume = row { $0.resume = .init(downloadURL: url) }
        if !url.isEmpty { #expect(refused(resume) == ["resume.download_url"]) }
        let file = row(.fillForm) {
            $0.inputData = ["form_data": [:], "files": ["cv": ["download_url": .string(url)]]]
        }
        if !url.isEmpty { #expect(refused(file).first?.hasPrefix("input_data.files.cv") == true) }
    }

    @Test func `every member is held to its bounds, and named`() {
        let long = String(repeating: "x", count: 3000)
        let cases: [(String, (inout Job) -> Void)] = [
            ("valet_task_id", { $0.valetTaskID = long }), ("task_description", { $0.taskDescription = long }),
            ("target_url", { $0.targetURL = PageAddress("https://example.com/" + long) }),
            ("priority", { $0.priority = 11 }),
            ("target_worker_id", { $0.targetWorkerID = long }), ("max_retries", { $0.maxRetries = -1 }),
            ("timeout_seconds", { $0.timeoutSeconds = 1801 }), ("hitl_timeout_seconds", { $0.hitlTimeoutSeconds = 1 }),
            ("quality", { $0.metadata = ["quality_preset": "best"] }), ("metadata", { $0.metadata = JobMetadata([1]) }),
            ("input_data", { $0.inputData = "text" }), ("input_data.n", { $0.inputData = ["n": 1e300] }),
            (
                "input_data.platform",
                {
                    $0.jobType = .apply
                    $0.inputData = ["platform": "monster"]
                }
            ),
            ("input_data.form_data", { $0.jobType = .fillForm }),
            (
                "input_data.files",
                {
                    $0.jobType = .fillForm
                    $0.inputData = ["form_data": [:], "files": 5]
                }
            ),
            ("resume.storage_path", { $0.resume = .init() }),
        ]
        for (field, change) in cases { #expect(refused(row(.custom, change)) == [field], "\(field)") }
        #expect(refused(row()).isEmpty)
    }

    @Test func `what cannot be read ends the job for good, and names the columns alone`() throws {
        let failure = try #require(JobFailure.refusing(row { $0.unreadable = ["input_data"] }, rules: rules))
        #expect(failure.code == .internalError)
        #expect(!failure.isRetried)
        #expect(failure.message.contains("input_data"))
    }

    @Test func `a row that the API did not make names files of its own user only`() {
        let own = Self.user.uuidString
        for path in ["\(own)/cv.pdf", "resumes/\(own.lowercased())/2026/cv.pdf"] {
            #expect(refused(row { $0.resume = .init(storagePath: path) }).isEmpty, "\(path)")
        }
        let strange = [
            "cv.pdf", "resumes/cv.pdf", "\(UUID())/cv.pdf", "resumes/\(UUID())/cv.pdf", "other/\(own)/cv.pdf", own,
            "resumes/\(own)", "screenshots/gh/jobs/x.png", "\(UUID())/\(own)/cv.pdf",
        ]
        for path in strange {
            #expect(refused(row { $0.resume = .init(storagePath: path) }) == ["resume.storage_path"], "\(path)")
            #expect(refused(row { $0.resume = .init(s3Key: path) }) == ["resume.s3_key"], "\(path)")
            let further = row(.fillForm) {
                $0.inputData = ["form_data": [:], "files": ["cv": ["storage_path": .string(path)]]]
            }
            #expect(refused(further) == ["input_data.files.cv.storage_path"], "\(path)")
            let made = row {
                $0.resume = .init(storagePath: path)
                $0.isMadeByAPI = true
            }
            #expect(refused(made).isEmpty, "\(path)")
        }
    }
}
