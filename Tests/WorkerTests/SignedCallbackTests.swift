import Foundation
import GhostHands
import Outbound
import Postgres
import Store
import TestSupport
import Testing
import Waiting

@testable import Worker

/// The seven callbacks as a receiver gets them, verified by the package of the standard they are signed by.
@Suite("Signed callbacks") struct SignedCallbackTests {
    private static let python = Python.having("standardwebhooks")
    private static let (old, new) = (secret("the secret before"), secret("the secret from now on"))

    private static func secret(_ text: String) -> String { "whsec_" + Data(text.utf8).base64EncodedString() }

    /// Contract 5.2 to 5.6, word for word.
    private static let examples: [String: String] = [
        "running": """
        {"job_id": "550e8400-e29b-41d4-a716-446655440000", "valet_task_id": "valet-456", "status": "running",
         "completed_at": "2026-02-16T12:00:01Z"}
        """,
        "completed": """
        {"job_id": "550e8400-e29b-41d4-a716-446655440000", "valet_task_id": "valet-456", "status": "completed",
         "result_data": {"submitted": true, "confirmation_number": "APP-12345",
             "cost": {"input_tokens": 0, "output_tokens": 0, "total_cost_usd": 0.0005, "action_count": 8}},
         "result_summary": "Application submitted successfully", "screenshot_url": "https://...final.png",
         "cost": {"total_cost_usd": 0.0005, "action_count": 8, "total_tokens": 0},
         "execution_mode": "auto", "browser_mode": "server", "final_mode": "cookbook",
         "manual": {"id": "manual-uuid", "status": "cookbook_success", "health_score": 95, "fallback_reason": null},
         "cost_breakdown": {"total_cost_usd": 0.0005, "action_count": 8, "total_tokens": 0, "cookbook_steps": 8,
             "magnitude_steps": 0, "cookbook_cost_usd": 0.0005, "magnitude_cost_usd": 0.0},
         "completed_at": "2026-02-16T12:00:04Z"}
        """,
        "failed": """
        {"job_id": "550e8400-e29b-41d4-a716-446655440000", "valet_task_id": "valet-456", "status": "failed",
         "error_code": "timeout", "error_message": "Job execution timeout",
         "cost": {"total_cost_usd": 0.012, "action_count": 5, "total_tokens": 8400},
         "completed_at": "2026-02-16T12:05:01Z"}
        """,
        "needs_human": """
        {"job_id": "abc-123", "valet_task_id": "valet-456", "status": "needs_human",
         "interaction": {"type": "captcha", "screenshot_url": "https://...blocker.png",
             "page_url": "https://company.workday.com/apply", "timeout_seconds": 300},
         "completed_at": "2026-02-16T12:02:00Z"}
        """,
        "resumed": """
        {"job_id": "abc-123", "valet_task_id": "valet-456", "status": "resumed",
         "completed_at": "2026-02-16T12:03:00Z"}
        """,
    ]

    /// A job of its own that asks for every callback, running.
    private func begun(_ shop: Workshop, _ task: String, telling url: String) async throws -> Lease {
        try await shop.submit(
            "http://127.0.0.1:9/",
            ["form_data": [:]],
            [
                "valet_task_id": .string("\(task)-\(UUID())"), "callback_url": .string(url),
                "callback_events": .array(CallbackStatus.allCases.map { .string($0.rawValue) }),
            ]
        )
        let lease = try #require(try await shop.store.jobs.claim(workerID: "w1", limit: 1).first)
        _ = try #require(try await shop.store.jobs.start(lease))
        return lease
    }

    /// Whatever is told of: one job is helped and completed, one fails, one is cancelled and one expires.
    private func turns(_ shop: Workshop, telling url: String) async throws {
        let helped = try await begun(shop, "task-1", telling: url)
        let wanted = Interaction(.captcha, pageURL: "https://company.workday.com/apply")
        let picture = Jobs.PauseLinks(screenshot: "https://files.example.com/blocker.png")
        #expect(try await shop.store.jobs.pause(helped, wanted, links: picture) != nil)
        let answer = CallerOrder.Resume(by: .human, .manual)
        guard case .done = try await shop.store.jobs.resume(helped.jobID, answer) else {
            throw Flaw("the job does not go on")
        }
        var result = JobResult(
            data: ["submitted": true, "confirmation_number": "APP-12345"],
            summary: "Application submitted successfully",
            screenshots: ["screenshots/final.png"],
            screenshotURL: "https://files.example.com/final.png",
            mode: .cookbook,
            cost: CostBreakdown(),
            submitted: false
        )
        result.cookbook = CookbookRecord(.none)
        #expect(try await shop.store.jobs.complete(helped, result) == .completed)
        let failed = try await begun(shop, "task-2", telling: url)
        var failure = JobFailure(code: .timeout, message: "Job execution timeout")
        failure.isRetried = false
        #expect(try await shop.store.jobs.fail(failed, failure) == .failed(.timeout))
        let cancelled = try await begun(shop, "task-3", telling: url)
        _ = try await shop.store.jobs.cancel(cancelled.jobID)
        let late = try await shop.submit(
            "http://127.0.0.1:9/",
            ["form_data": [:]],
            [
                "valet_task_id": .string("task-4-\(UUID())"), "callback_url": .string(url),
                "callback_events": ["expired"],
            ]
        )
        try await shop.pool.execute("update gh_automation_jobs set expires_at = now() where id = \(late)")
        #expect(try await shop.store.jobs.expire() == 1)
    }

    private func deliver(_ shop: Workshop, signing secrets: [String]) async throws {
        let delivery = CallbackDelivery(
            store: shop.store,
            sender: CallbackSender(client: PinnedClient(rule: AddressRule(.privateNetwork)), secrets: secrets),
            signal: Signal(),
            logger: shop.log.logger
        )
        while await delivery.deliverDue() > 0 {}
    }

    private static let statuses = [
        "running", "needs_human", "resumed", "completed", "running", "failed", "running", "cancelled", "expired",
    ]

    @Test func `all seven have the members that the contract shows`() async throws {
        try await Workshop.open { shop in
            try await Site.open { _ in
                .html("")
            } _: { site in
                try await turns(shop, telling: site.origin + "/hook")
                try await deliver(shop, signing: [Self.new])
                let told = try site.posts(to: "/hook").map { try JSON(parsing: Data($0.utf8)) }
                #expect(told.compactMap(\.["status"].string).sorted() == Self.statuses.sorted())
                #expect(Set(told.map(\.["event_id"])).count == told.count)
                for (status, text) in Self.examples {
                    let example = try JSON(parsing: Data(text.utf8))
                    for callback in told where callback["status"].string == status {
                        #expect(Self.lacking(example, callback).isEmpty, "\(status): \(callback)")
                    }
                }
            }
        }
    }

    /// Members of the contract's example that are not there, or are of another kind: what is no text or no number.
    private static func lacking(_ example: JSON, _ told: JSON, at path: String = "$") -> [String] {
        guard let members = example.object else {
            let isText = (example.string != nil, told.string != nil)
            let isNumber = (example.double != nil, told.double != nil)
            return told == .null || example == .null || (isText.0 == isText.1 && isNumber.0 == isNumber.1) ? [] : [path]
        }
        return members.flatMap { name, value in
            told.object?[name].map { lacking(value, $0, at: "\(path).\(name)") } ?? ["\(path).\(name)"]
        }
    }

    @Test(.enabled(if: python != nil, "needs an interpreter with the package standardwebhooks"))
    func `all seven are genuine to the package of the standard, also while the secret is changed`() async throws {
        let python = try #require(Self.python)
        try await Workshop.open { shop in
            try await Site.open { _ in
                .html("")
            } _: { site in
                for secrets in [[Self.old], [Self.new, Self.old], [Self.new]] {
                    try await turns(shop, telling: site.origin + "/hook")
                    try await deliver(shop, signing: secrets)
                }
                let verdicts = try Self.verify(site.requests.filter { $0.path == "/hook" }, by: python)
                let (first, rest) = (verdicts.prefix(9), verdicts.dropFirst(9))
                for (part, isGenuine) in [(first, "10"), (rest.prefix(9), "11"), (rest.dropFirst(9), "01")] {
                    #expect(part.map { String($0.prefix(2)) } == Array(repeating: isGenuine, count: 9))
                    #expect(part.map { String($0.dropFirst(3)) }.sorted() == Self.statuses.sorted())
                }
            }
        }
    }

    private static func verify(_ callbacks: [Site.Request], by python: String) throws -> [String] {
        let listed = callbacks.map { ["headers": $0.headers, "body": $0.body] as [String: Any] }
        let given = try JSONSerialization.data(withJSONObject: ["secrets": [old, new], "callbacks": listed])
        let (process, input, output) = (Process(), Pipe(), Pipe())
        process.executableURL = URL(filePath: python)
        process.arguments = [Python.fixture("callbacks/verify.py")]
        (process.standardInput, process.standardOutput) = (input, output)
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: given)
        try input.fileHandleForWriting.close()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: said, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
