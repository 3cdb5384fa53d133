import Outbound
import Store
import Postgres
import Foundation
import GhostHands
import TestSupport
import Testing
import Waiting
import Worker

@Suite(.sharedBrowser) struct JobTests {
    private static let alice: JSON = ["form_data": ["first": "Alice", "last": "Smith"]]

    @Test func `a job is claimed, filled, submitted once and told`() async throws {
        try await Workshop.open { shop in
            try await Site.open(Pages.board()) { site in
                try await shop.working {
                    let id = try await shop.submit(site.origin + "/", Self.alice)
                    let job = try await shop.job(id, becomes: .completed)
                    #expect(job.resultData["submitted"] == true)
                    #expect(job.resultData["confirmation_number"] == "APP-1234")
                    #expect(job.resultData["fields"].array?.map { $0["value"] } == ["Alice", "Smith"])
                    #expect(job.finalMode == .magnitude)
                    #expect(job.workerID == "w1")
                    #expect(!job.hasOpenSubmitIntent)
                    let posts = site.posts(to: "/submit")
                    #expect(posts.count == 1)
                    #expect(posts.first?.contains("name=\"first\"\r\n\r\nAlice\r\n") == true)
                    #expect(posts.first?.contains("name=\"last\"\r\n\r\nSmith\r\n") == true)
                    let told = try await shop.told(about: id)
                    #expect(told.map { $0["status"] } == ["running", "completed"])
                    #expect(told.last?["result_data"]["confirmation_number"] == "APP-1234")
                    try await shop.expectPictures(of: job, ["final", "submit"])
                    let picture = try #require(job.screenshotURLs.first)
                    #expect(told.last?["screenshot_url"].string?.contains(picture) == true)
                }
            }
        }
    }

    @Test func `the callback that a job runs goes out while it does`() async throws {
        try await Workshop.open { shop in
            try await Site.open(Pages.board()) { site in
                try await shop.working {
                    let id = try await shop.submit(site.origin + "/silent", Self.alice)
                    try await eventually("the page is asked for") { site.wasAsked(for: "/silent") }
                    #expect(shop.tools.outboxSignal.isRaised)
                    #expect(try await shop.told(about: id).map { $0["status"] } == ["running"])
                }
            }
        }
    }

    @Test func `the log of a job tells its steps in their order`() async throws {
        try await Workshop.open { shop in
            // Writing the first one takes so long that the job ends meanwhile.
            try await shop.pool.execute(
                """
                create function slow_event() returns trigger language plpgsql as
                $$ begin perform pg_sleep(1.5); return new; end $$
                """
            )
            try await shop.pool.execute(
                """
                create trigger slow_event before insert on gh_job_events for each row
                when (new.event_type = 'mode_selected') execute function slow_event()
                """
            )
            try await Site.open(Pages.board()) { site in
                try await shop.working {
                    let id = try await shop.submit(site.origin + "/", Self.alice)
                    try await shop.job(id, becomes: .completed)
                    let types = try await shop.events(of: id).map(\.type).filter {
                        !["status_change", "step_started", "step_completed"].contains($0)
                    }
                    #expect(
                        types == [
                            "job_started", "page_read", "mode_selected", "submit_intended", "submit_confirmed",
                            "manual_created", "job_completed",
                        ]
                    )
                    let actions = try await shop.events(of: id, .stepCompleted).map { $0.metadata["action"] }
                    #expect(
                        actions == [
                            "Navigated to application page", #"Filled "First Name" with "Alice""#,
                            #"Filled "Last Name" with "Smith""#, #"Clicked "Submit application""#,
                        ]
                    )
                }
            }
        }
    }

    @Test func `a job whose resume is not there never opens the page`() async throws {
        try await Workshop.open { shop in
            try await Site.open(Pages.board()) { site in
                try await shop.working {
                    let resume: JSON = ["storage_path": "resumes/nobody.pdf"]
                    let id = try await shop.submit(site.origin + "/", Self.alice, ["resume": resume])
                    let job = try await shop.job(id, becomes: .failed)
                    #expect(job.errorCode == "validation_error")
                    #expect(job.errorDetails["message"].string?.contains("resume") == true)
                    #expect(job.retryCount == 0)
                    #expect(site.requests.isEmpty)
                    #expect(try await shop.told(about: id).map { $0["status"] } == ["running", "failed"])
                }
            }
        }
    }

    @Test func `files are uploaded, and gone when the job is over`() async throws {
        try await Workshop.open { shop in
            let board = Pages.board(Pages.names + "<label>Resume <input type=file name=cv required></label>")
            let pdf = "%PDF-1.4 the resume of Alice %%EOF"
            try await shop.blobs.put("resumes/alice.pdf", data: Data(pdf.utf8), contentType: "application/pdf")
            try await Site.open(board) { site in
                try await shop.working {
                    let resume: JSON = ["storage_path": "resumes/alice.pdf"]
                    let id = try await shop.submit(site.origin + "/", Self.alice, ["resume": resume])
                    try await shop.job(id, becomes: .completed)
                    let post = try #require(site.posts(to: "/submit").first)
                    #expect(post.contains("name=\"cv\"; filename=\"alice.pdf\""))
                    #expect(post.contains(pdf))
                    #expect(shop.staged.isEmpty)
                }
            }
        }
    }

    @Test func `what nobody answered is named, and nothing is sent`() async throws {
        try await Workshop.open { shop in
            try await Site.open(Pages.board()) { site in
                try await shop.working {
                    let id = try await shop.submit(site.origin + "/", ["form_data": ["first": "Alice"]])
                    let job = try await shop.job(id, becomes: .failed)
                    #expect(job.errorCode == "validation_error")
                    #expect(job.errorDetails["unanswered"].array?.map { $0["label"] } == ["Last Name"])
                    #expect(job.screenshotURLs.count == 1)
                    #expect(site.posts(to: "/submit").isEmpty)
                }
            }
        }
    }

    @Test func `jobs that end at the same moment free all their slots`() async throws {
        try await Workshop.open { shop in
            try await Site.open(Pages.board()) { site in
                try await shop.working({ $0.maxConcurrent = 4 }) {
                    // No worker without a language model takes these: they end as soon as they begin.
                    var brief: [UUID] = []
                    for _ in 0..<40 {
                        brief.append(try await shop.submit(site.origin + "/", [:], ["job_type": "custom"]))
                    }
                    for id in brief { try await shop.job(id, becomes: .failed) }
                    for _ in 0..<4 { try await shop.submit(site.origin + "/silent", Self.alice) }
                    try await eventually("four jobs run at once", within: .seconds(15)) {
                        site.requests.count { $0.path == "/silent" } == 4
                    }
                }
            }
        }
    }
}
