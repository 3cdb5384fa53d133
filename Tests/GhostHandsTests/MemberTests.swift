import Foundation
import Testing

@testable import GhostHands

/// The tables of members: what the document says is what the reader holds requests to.
struct MemberTests {
    private static func body(_ endpoint: JobRequest.Endpoint) -> [String: JSON] {
        var body: [String: JSON] = [
            "valet_task_id": "t", "target_url": "https://jobs.example.com/1", "task_description": "Do",
            "job_type": "custom", "profile": ["first_name": "A", "last_name": "B", "email": "a@example.com"],
            "valet_user_id": .id(UUID()), "user_id": .id(UUID()),
        ]
        let known = Set(JobRequest.shape(of: endpoint).members.map(\.name))
        body = body.filter { known.contains($0.key) }
        return body
    }

    private static func refused(_ body: [String: JSON], _ endpoint: JobRequest.Endpoint) -> Set<String> {
        switch JobRequest.read(.object(body), as: endpoint) {
        case .invalid(let violations): Set(violations.map(\.field))
        case .valid(_, let warnings): Set(warnings)
        }
    }

    private static let endpoints: [JobRequest.Endpoint] = [.apply, .task, .job]

    @Test(arguments: endpoints)
    func `what the document requires is required, and nothing else`(_ endpoint: JobRequest.Endpoint) {
        let body = Self.body(endpoint)
        #expect(Self.refused(body, endpoint).isEmpty)
        for member in JobRequest.shape(of: endpoint).members where body[member.name] != nil {
            var less = body
            less[member.name] = nil
            // A form can be filled without a word.
            let isRequired = member.isRequired || member.name == "task_description"
            #expect(Self.refused(less, endpoint) == (isRequired ? [member.name] : []), "\(member.name)")
        }
    }

    @Test(arguments: endpoints)
    func `the limits of the document are the reader's`(_ endpoint: JobRequest.Endpoint) {
        for member in JobRequest.shape(of: endpoint).members {
            var beyond: [JSON] = []
            if let most = member.schema["maximum"].int { beyond.append(JSON(most + 1)) }
            if let least = member.schema["minimum"].int { beyond.append(JSON(least - 1)) }
            if let most = member.schema["maxLength"].int {
                beyond.append(.string(String(repeating: "x", count: most + 1)))
            }
            if let most = member.schema["maxItems"].int { beyond.append(JSON(Array(repeating: "x", count: most + 1))) }
            if member.schema["enum"].array != nil { beyond.append("none of them") }
            for value in beyond {
                var body = Self.body(endpoint)
                body[member.name] = value
                #expect(Self.refused(body, endpoint).contains(member.name), "\(member.name): \(value)")
            }
        }
    }

    @Test func `the defaults of the document are the reader's`() throws {
        guard case .valid(let request, _) = JobRequest.read(.object(Self.body(.job)), as: .job) else {
            Issue.record("refused")
            return
        }
        let read: [String: JSON] = [
            "priority": JSON(request.priority), "timeout_seconds": JSON(request.timeoutSeconds),
            "hitl_timeout_seconds": JSON(request.hitlTimeoutSeconds), "max_retries": JSON(request.maxRetries),
            "quality": JSON(request.quality), "execution_mode": JSON(request.executionMode),
            "worker_affinity": JSON(request.workerAffinity), "human_help": JSON(request.humanHelp),
            "account_creation": JSON(request.accountCreation), "trace": .bool(request.isTraced),
            "browser_mode": "server",
        ]
        let told = JobRequest.shape(of: .job).members.filter { !$0.schema["default"].isNull }
        #expect(Dictionary(uniqueKeysWithValues: told.map { ($0.name, $0.schema["default"]) }) == read)
    }

    @Test func `an answer with what no form keeps is refused`() {
        let body: JSON = [
            "resolution_type": "answers", "resolution_data": ["answers": ["tool": "a\u{0}b", "shift": "Day"]],
        ]
        guard case .invalid(let violations) = CallerOrder.resume(body) else {
            Issue.record("it is taken")
            return
        }
        #expect(violations.map(\.field) == ["resolution_data.answers.tool"])
    }
}
