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
        guard case .completed(let read)? = JobOutcome(JobOutcome.completed(result).json, picturesIn: folder) else {
            Issue.record("it is not read")
            return
        }
        #expect(read.screenshots == [folder + "a.png"])
        #expect(read.submitted)
        let failure = JobFailure(.submitUnproven)
        guard case .failed(let told)? = JobOutcome(JobOutcome.failed(failure).json, picturesIn: folder) else {
            Issue.record("it is not read")
            return
        }
        #expect(told.code == failure.code)
        #expect(!told.isRetried)
        #expect(JobOutcome(.null, picturesIn: folder) == nil)
    }

    @Test func `what only the service may say is no event of a desk`() {
        #expect(JobEvent(told: ["type": "job_completed", "metadata": [:]]) == nil)
        #expect(JobEvent(told: JobEvent.submitSeen.told) == JobEvent.submitSeen)
    }
}
