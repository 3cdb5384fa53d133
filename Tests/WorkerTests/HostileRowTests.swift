import Foundation
import GhostHands
import Postgres
import TestSupport
import Testing

@testable import Worker

/// Rows that others wrote into the table: each fails by itself, opens nothing, and holds nobody up (R67).
@Suite(.sharedBrowser) struct HostileRowTests {
    private static let alice: JSON = ["form_data": ["first": "Alice", "last": "Smith"]]

    /// Columns of a pending row, and what its job then fails with.
    private static let refused: [(change: SQL, code: String, named: String)] = [
        ("target_url = 'file:///etc/passwd'", "validation_error", "target_url"),
        ("target_url = 'view-source:http://example.com/'", "validation_error", "target_url"),
        ("target_url = 'data:text/html,x'", "validation_error", "target_url"),
        ("target_url = 'ftp://example.com/'", "validation_error", "target_url"),
        ("target_url = 'https://' || repeat('x', 3000)", "validation_error", "target_url"),
        ("callback_url = 'file:///etc/passwd'", "validation_error", "callback_url"),
        ("timeout_seconds = 2147483647", "validation_error", "timeout_seconds"),
        ("timeout_seconds = -1", "validation_error", "timeout_seconds"),
        ("max_retries = 2147483647, retry_count = 2147483647", "validation_error", "max_retries"),
        ("task_description = repeat('x', 100000)", "validation_error", "task_description"),
        ("metadata = '[1]'", "validation_error", "metadata"),
        ("input_data = '\"x\"'", "validation_error", "input_data"),
        ("input_data = '{\"form_data\": {}, \"n\": 1e300}'", "validation_error", "input_data.n"),
        ("resume_ref = '{\"storage_path\": 5}'", "validation_error", "resume"),
        (
            "request_hash = null, resume_ref = '{\"storage_path\": \"resumes/other/cv.pdf\"}'", "validation_error",
            "resume"
        ),
        (
            "request_hash = null, input_data = '{\"form_data\": {}, \"resume_path\": \"resumes/other/cv.pdf\"}'",
            "validation_error", "resume"
        ),
        ("job_type = 'later'", "internal_error", "job_type"),
        ("input_data = '{\"form_data\": {}, \"n\": 1e400}'", "internal_error", "input_data"),
        (
            "input_data = jsonb_build_object('form_data', (repeat('[', 3000) || repeat(']', 3000))::jsonb)",
            "internal_error", "input_data"
        ),
        ("resume_ref = (repeat('[', 3000) || repeat(']', 3000))::jsonb", "internal_error", "resume_ref"),
    ]

    @Test func `hostile rows fail by themselves with words, open nothing, and another user's job completes`()
        async throws
    {
        try await Workshop.open { shop in
            try await Site.open(Pages.board()) { site in
                var ids: [UUID] = []
                // As a later version would leave it that was taken back.
                try await shop.pool.execute("alter table gh_automation_jobs drop constraint gh_jobs_type_check")
                for row in Self.refused {
                    let id = try await shop.submit(site.origin + "/hostile", Self.alice, ["priority": 10])
                    try await shop.pool.execute("update gh_automation_jobs set \(row.change) where id = \(id)")
                    ids.append(id)
                }
                let good = try await shop.submit(site.origin + "/", Self.alice, ["priority": 1])
                try await shop.working({ $0.maxConcurrent = 3 }) {
                    #expect(try await shop.job(good, becomes: .completed).errorCode == nil)
                    for (id, row) in zip(ids, Self.refused) {
                        let job = try await shop.ended(id)
                        #expect(job.status == .failed, "\(row.change.text)")
                        #expect(job.errorCode == row.code, "\(row.change.text)")
                        #expect(job.errorDetails["message"].string?.contains(row.named) == true, "\(row.change.text)")
                        #expect(job.startedAt == nil)
                        #expect(job.screenshotURLs.isEmpty)
                        #expect(try await shop.events(of: id, .jobFailed).count == 1)
                    }
                }
                #expect(!site.wasAsked(for: "/hostile"))
                let unreadable = Self.refused.count { $0.code == "internal_error" }
                let alarms = shop.log.lines.filter { $0.hasPrefix("critical") }
                #expect(alarms.count == unreadable)
                for line in alarms {
                    #expect(!line.contains("Alice"), "\(line)")
                    #expect(!line.contains("/hostile"), "\(line)")
                }
            }
        }
    }

    @Test func `values that do no harm are passed on, and the job is done`() async throws {
        let harmless: [SQL] = [
            "metadata = '{\"a\": 1e400, \"cost_breakdown\": {\"magnitude_cost_usd\": -1, \"output_tokens\": []}}'",
            "metadata = '{\"cost_breakdown\": {\"magnitude_steps\": 9223372036854775807, \"cookbook_steps\": 9e18}}'",
            "created_at = 'infinity', updated_at = '-infinity'", "created_at = '4713-01-01 BC'",
            "lease_token = 9223372036854775807", "turn = 9223372036854775807, effective_priority = 2147483647",
            "result_data = '{\"a\": 1e400}', interaction_data = (repeat('[', 3000) || repeat(']', 3000))::jsonb",
            "callback_events = '[2:3]={running,failed}'", "error_details = '5', screenshot_urls = '\"x\"'",
        ]
        try await Workshop.open { shop in
            try await Site.open(Pages.board()) { site in
                var ids: [UUID] = []
                for change in harmless {
                    let id = try await shop.submit(site.origin + "/", Self.alice)
                    try await shop.pool.execute("update gh_automation_jobs set \(change) where id = \(id)")
                    ids.append(id)
                }
                try await shop.working({ $0.maxConcurrent = 4 }) {
                    for (id, change) in zip(ids, harmless) {
                        let job = try await shop.ended(id)
                        #expect(job.status == .completed, "\(change.text)")
                    }
                }
            }
        }
    }

    @Test func `progress begins when the database says that the job began`() async throws {
        try await Workshop.open { shop in
            try await Site.open(Pages.board()) { site in
                var tools = shop.tools
                // A worker whose clock is an hour slow.
                tools.now = { Date().addingTimeInterval(-3600) }
                let shop = shop.with(tools)
                let id = try await shop.submit(site.origin + "/", Self.alice)
                try await shop.working {
                    let job = try await shop.job(id, becomes: .completed)
                    let began = try #require(job.startedAt)
                    #expect(job.metadata["progress"]["started_at"].string == Timestamp.text(began))
                    #expect(job.metadata["progress"].object?["manual_id"] != nil)
                }
            }
        }
    }
}
