import Foundation
import GhostHands
import Testing

/// What is typed at a desk, and what goes over its line (R62).
struct DeskCodeTests {
    @Test func `a code is read as it was meant`() {
        let code = DeskCode.text(Data([0, 1, 2, 20, 31, 32, 255, 7, 8, 9]))
        #expect(code == "012MZ-0Z789")
        #expect(DeskCode.plain(code) == "012MZ0Z789")
        #expect(DeskCode.plain(" o12mz 0z789 ") == "012MZ0Z789")
        #expect(DeskCode.plain("OLI MZ-0Z789") == "011MZ0Z789")
        for none in ["", "012MZ-0Z78", "012MZ-0Z7899", "012MU-0Z789", "012MZ-0Z78é"] {
            #expect(DeskCode.plain(none) == nil, "\(none)")
        }
    }

    @Test func `an order is read as it was written, without where files lie`() throws {
        var job = Job(
            id: UUID(),
            userID: UUID(),
            jobType: .fillForm,
            targetURL: "https://example.com/form",
            createdAt: Date(timeIntervalSince1970: 1_771_243_200)
        )
        job.inputData = ["form_data": ["first": "Alice"], "operator_may_submit": true]
        job.resume = JobRequest.FileReference(downloadURL: "https://files.example/secret.pdf")
        let lease = Lease(jobID: job.id, token: 7, workerID: "operator:x")
        let order = DeskOrder(job, lease: lease, showsValues: true, times: LeaseTimes())
        #expect(!order.json.text.contains("secret.pdf"))
        let read = try #require(DeskOrder(try JSON(parsing: order.json.data)))
        #expect(read.lease == lease)
        #expect(read.files == ["resume"])
        #expect(read.job.inputData == job.inputData)
        #expect(read.job.operatorMaySubmit)
        #expect(DeskOrder(["job_id": "x"]) == nil)
    }

    @Test func `an end is read as it was written, with pictures of its own job alone`() throws {
        let folder = "screenshots/gh/jobs/x/"
        let result = JobResult(
            data: ["submitted": true],
            summary: "Done",
            screenshots: [folder + "a.png", "screenshots/gh/jobs/y/b.png"],
            mode: .magnitude,
            cost: CostBreakdown(),
            submitted: true
        )
        guard case .completed(let read)? = ended(.completed(result), folder) else {
            Issue.record("it is not read")
            return
        }
        #expect(read.screenshots == [folder + "a.png"])
        #expect(read.submitted)
        let failure = JobFailure(.submitUnproven)
        guard case .failed(let told)? = ended(.failed(failure), folder) else {
            Issue.record("it is not read")
            return
        }
        #expect(told.code == failure.code)
        #expect(!told.isRetried)
        #expect(ended(.parked, folder) == nil)
    }

    private func told(_ name: DeskCall.Name, _ members: [String: JSON], _ folder: String = "") -> DeskCall? {
        let body = JSON.object(members.merging(["lease_token": "7"]) { own, _ in own })
        guard case .valid(let told, _) = DeskCall.reading(name, body, picturesIn: folder) else { return nil }
        #expect(told.token == 7)
        return told.call
    }

    private func ended(_ outcome: JobOutcome, _ folder: String) -> JobOutcome? {
        guard case .end(let read)? = told(.end, ["outcome": outcome.json], folder) else { return nil }
        return read
    }

    @Test func `what is waited for is read as it was written`() {
        var wanted = Interaction(.question, confidence: 0.5, pageURL: "https://example.com/form", repeats: 2)
        wanted.questions = [OpenQuestion(id: "q1", label: "Shift?", kind: .radio, options: ["Day", "Night"])]
        wanted.why = "It has changed."
        wanted.screenshot = "elsewhere/a.png"
        let read = told(.pause, ["interaction": wanted.whole], "screenshots/gh/jobs/x/")
        wanted.screenshot = nil
        #expect(read == .pause(wanted))
    }

    @Test(
        arguments: [
            (DeskCall.Name.submit, ["lease_token": "x", "step": "seen"], ["lease_token"]),
            (.submit, ["step": "sent"], ["lease_token", "step"]),
            (.pause, ["lease_token": "1"], ["interaction"]),
            (
                .pause, ["lease_token": "1", "interaction": ["kind": "nap", "confidence": 2]],
                ["interaction.kind", "interaction.confidence"]
            ),
            (.end, ["lease_token": "1", "outcome": ["end": "completed"]], ["outcome.result"]),
            (
                .end, ["lease_token": "1", "outcome": ["end": "failed", "failure": ["message": "x"]]],
                ["outcome.failure.code"]
            ),
            (.report, ["lease_token": "1", "events": [1], "progress": []], ["events.0", "progress"]),
        ] as [(DeskCall.Name, JSON, [String])]
    )
    func `what is wrong with a call is named`(_ name: DeskCall.Name, _ body: JSON, _ fields: [String]) {
        guard case .invalid(let violations) = DeskCall.reading(name, body, picturesIn: "") else {
            Issue.record("it is taken")
            return
        }
        #expect(Set(violations.map(\.field)) == Set(fields))
    }

    @Test func `what only the service may say is no event of a desk`() {
        let events: JSON = [["type": "job_completed"], JobEvent.submitSeen.told]
        #expect(told(.report, ["events": events]) == .report([.submitSeen], progress: nil))
    }
}
