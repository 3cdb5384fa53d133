import Foundation
import Testing

@testable import GhostHands

/// What jobs work from, read once at the door and of rows.
struct JobInputTests {
    private let rules = BodyRules(addressRule: AddressRule(.publicOnly))

    private func row(_ type: JobType, _ input: JSON) -> Job {
        var job = Job(
            id: UUID(),
            userID: UUID(),
            jobType: type,
            targetURL: "https://jobs.example.com/1",
            createdAt: Date(timeIntervalSince1970: 1_771_243_200)
        )
        job.taskDescription = "Do"
        job.inputData = input
        return job
    }

    private func refused(_ type: JobType, _ input: JSON) -> [String] {
        let body: JSON = [
            "valet_task_id": "t", "valet_user_id": .id(UUID()), "target_url": "https://jobs.example.com/1",
            "job_type": JSON(type), "task_description": "Do", "input_data": input,
        ]
        let atTheDoor: [String] =
            switch JobRequest.read(body, as: .task) {
            case .invalid(let violations): violations.map(\.field)
            case .valid: []
            }
        // A row is held to the very same.
        #expect(JobRequest.violations(of: row(type, input), rules: rules).map(\.field) == atTheDoor)
        return atTheDoor
    }

    @Test func `each type of job has an input of its own`() {
        let form: JSON = ["profile": ["first_name": "A"], "submit": false, "files": ["cv": ["s3_key": "a/b"]]]
        guard case .apply(let material, submits: false) = row(.apply, form).input else {
            Issue.record("no application")
            return
        }
        #expect(material.applicant.profile.firstName == "A")
        #expect(material.files == ["cv": .init(s3Key: "a/b")])
        guard case .fillForm(_, submits: true) = row(.fillForm, ["form_data": ["a": 1]]).input else {
            Issue.record("no form")
            return
        }
        guard case .scrape(_, let schema, mostPages: 3) = row(.scrape, ["schema": [:], "max_pages": 3]).input else {
            Issue.record("nothing to scrape")
            return
        }
        #expect(schema == [:])
        guard case .custom(_, schema: .null) = row(.custom, [:]).input else {
            Issue.record("nothing to carry out")
            return
        }
    }

    @Test func `only what cannot be done without a model needs one`() {
        #expect(row(.custom, [:]).input.needsModel)
        #expect(row(.scrape, ["schema": [:]]).input.needsModel)
        #expect(!row(.scrape, [:]).input.needsModel)
        #expect(!row(.apply, [:]).input.needsModel)
    }

    @Test(
        arguments: [
            (["max_pages": 0], "input_data.max_pages"), (["max_pages": 31], "input_data.max_pages"),
            (["max_pages": "all"], "input_data.max_pages"), (["schema": "rows"], "input_data.schema"),
        ] as [(JSON, String)]
    )
    func `what a list is read by is held to its bounds at the door`(_ input: JSON, _ field: String) {
        #expect(refused(.scrape, input) == [field])
    }

    @Test func `pages and schema that fit are taken`() {
        #expect(refused(.scrape, ["max_pages": 30, "schema": ["type": "object"]]).isEmpty)
        #expect(refused(.scrape, ["max_pages": .null]).isEmpty)
    }

    @Test func `an application that may not be sent is not sent for a word in the wrong place`() {
        #expect(refused(.apply, ["profile": [:], "submit": "no"]) == ["input_data.submit"])
    }
}
