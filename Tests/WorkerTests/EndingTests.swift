import Store
import Foundation
import GhostHands
import Outbound
import Postgres
import TestSupport
import Testing
import Waiting
import Worker

@Suite(.sharedBrowser) struct EndingTests {
    private static let alice: JSON = ["form_data": ["first": "Alice", "last": "Smith"]]

    /// A form of two pages: the first is left by "Next", what it leads to is up to the test.
    private static func pages(
        second: @escaping @Sendable () -> Site.Answer,
        submit: @escaping @Sendable () -> Site.Answer
    ) -> @Sendable (Site.Request) -> Site.Answer {
        { request in
            switch request.path {
            case "/":
                .html(Pages.form("<label>First Name <input name=first></label>", to: "/second", button: "Next"))
            case "/second": second()
            case "/submit": submit()
            default: .html("", status: 404)
            }
        }
    }

    private static let lastPage = Pages.form("<label>Last Name <input name=last></label>")

    /// A job which nobody takes before the test says so.
    private static func waiting(_ url: String, in shop: Workshop) async throws -> UUID {
        let id = try await shop.submit(url, alice)
        try await shop.pool.execute(
            "update gh_automation_jobs set run_after = now() + interval '1 hour' where id = \(id)"
        )
        return id
    }

    private static func begin(in shop: Workshop) async throws {
        // So that the limit is not spent on the browser's start.
        _ = try await shop.tools.browsers.browser()
        try await shop.pool.execute("update gh_automation_jobs set run_after = now()")
        shop.wake.raise()
    }

    @Test func `a job that takes too long is tried again after a pause`() async throws {
        try await Workshop.open { shop in
            try await Site.open(Pages.board()) { site in
                let shop = shop.limited(to: 1)
                let id = try await Self.waiting(site.origin + "/silent", in: shop)
                try await shop.working {
                    try await Self.begin(in: shop)
                    try await eventually("the attempt is over") {
                        try await shop.events(of: id, .attemptFailed).isEmpty == false
                    }
                    let job = try await shop.job(id)
                    #expect(job.status == .pending)
                    #expect(job.retryCount == 1)
                    #expect(job.workerID == nil)
                    #expect(job.statusMessage?.contains("longer than its 1 seconds") == true)
                    let codes = try await shop.events(of: id, .attemptFailed).map { $0.metadata["error_code"] }
                    #expect(codes == ["timeout"])
                    let waiting = try await shop.pool.query(
                        "select 1 from gh_automation_jobs where run_after > updated_at + interval '4 seconds'"
                    )
                    #expect(waiting.count == 1)
                    #expect(try await shop.told(about: id).map { $0["status"] } == ["running"])
                }
            }
        }
    }

    @Test func `a job that takes too long after its submit is never tried again`() async throws {
        try await Workshop.open { shop in
            let board = Self.pages(second: { .html(Self.lastPage) }, submit: { .html("", after: Pages.never) })
            try await Site.open(board) { site in
                let shop = shop.limited(to: 8)
                let id = try await Self.waiting(site.origin + "/", in: shop)
                try await shop.working {
                    try await Self.begin(in: shop)
                    let job = try await shop.job(id, becomes: .failed)
                    #expect(site.posts(to: "/submit").count == 1)
                    #expect(job.errorCode == "submission_unconfirmed")
                    #expect(job.errorDetails["cause"] == "timeout")
                    #expect(job.errorDetails["message"].string?.contains("may have been submitted") == true)
                    #expect(job.retryCount == 0)
                    #expect(job.hasOpenSubmitIntent)
                    #expect(job.errorDetails["page_url"].string == site.origin + "/second")
                    try await shop.expectPictures(of: job, ["final", "submit"])
                    #expect(try await shop.told(about: id).map { $0["status"] } == ["running", "failed"])
                }
            }
        }
    }

    @Test func `a picture that cannot be kept in time does not undo a proven submit`() async throws {
        try await Workshop.open { shop in
            try await Site.open(Pages.board()) { site in
                var tools = shop.tools
                tools.blobs = StuckStore()
                let shop = shop.with(tools).limited(to: 12)
                let id = try await Self.waiting(site.origin + "/", in: shop)
                try await shop.working {
                    try await Self.begin(in: shop)
                    let job = try await shop.ended(id)
                    #expect(job.status == .completed)
                    #expect(job.errorCode == nil)
                    #expect(job.resultData["confirmation_number"] == "APP-1234")
                    #expect(job.screenshotURLs.isEmpty)
                }
            }
        }
    }

    @Test(arguments: [Duration.milliseconds(50), .seconds(600)])
    func `a worker that lost its lease does not press submit`(heartbeat: Duration) async throws {
        try await Workshop.open { shop in
            let board = Self.pages(
                second: { .html(Self.lastPage, after: .seconds(1)) },
                submit: { .html(Pages.confirmation) }
            )
            try await Site.open(board) { site in
                try await shop.working({ $0.times.heartbeat = heartbeat }) {
                    let id = try await shop.submit(site.origin + "/", Self.alice)
                    try await eventually("the second page is asked for") { site.wasAsked(for: "/second") }
                    try await shop.pool.execute("update gh_automation_jobs set lease_token = lease_token + 1")
                    try await eventually("the worker stops") { shop.log.count(of: "lease lost") == 1 }
                    #expect(site.posts(to: "/submit").isEmpty)
                    let job = try await shop.job(id)
                    #expect(job.status == .running)
                    #expect(!job.hasOpenSubmitIntent)
                    #expect(job.errorCode == nil)
                    #expect(try await shop.events(of: id, .submitIntended).isEmpty)
                }
            }
        }
    }

    @Test func `a worker that cannot confirm its leases stops before others may take them`() async throws {
        try await Workshop.open { shop in
            let board = Self.pages(
                second: { .html(Self.lastPage, after: .seconds(1)) },
                submit: { .html(Pages.confirmation) }
            )
            try await Site.open(board) { site in
                try await shop.working({ $0.times.selfFence = .milliseconds(100) }) {
                    let id = try await shop.submit(site.origin + "/", Self.alice)
                    try await eventually("the second page is asked for") { site.wasAsked(for: "/second") }
                    try await shop.pool.execute("alter table gh_worker_registry rename to gh_elsewhere")
                    try await eventually("the worker stops") { shop.log.count(of: "lease lost") == 1 }
                    #expect(site.posts(to: "/submit").isEmpty)
                    #expect(try await shop.job(id).status == .running)
                    try await shop.pool.execute("alter table gh_elsewhere rename to gh_worker_registry")
                }
            }
        }
    }

    @Test func `a job at hand may end while the worker shuts down, and none is begun`() async throws {
        try await Workshop.open { shop in
            let board = Self.pages(
                second: { .html(Self.lastPage, after: .seconds(1)) },
                submit: { .html(Pages.confirmation) }
            )
            try await Site.open(board) { site in
                var ids: [UUID] = []
                try await shop.working({ $0.drainTime = .seconds(30) }) {
                    ids.append(try await shop.submit(site.origin + "/", Self.alice))
                    try await eventually("the second page is asked for") { site.wasAsked(for: "/second") }
                    ids.append(try await shop.submit(site.origin + "/", Self.alice))
                }
                #expect(try await shop.job(ids[0]).status == .completed)
                #expect(try await shop.job(ids[1]).status == .pending)
                #expect(site.posts(to: "/submit").count == 1)
            }
        }
    }

    @Test func `a worker that begins while the database refuses goes to work when it no longer does`() async throws {
        try await Workshop.open { shop in
            try await shop.pool.execute("alter table gh_worker_registry rename to gh_worker_registry_away")
            try await shop.working {
                try await eventually("it has tried twice") { shop.log.count(of: "cannot be registered yet") > 1 }
                try await shop.pool.execute("alter table gh_worker_registry_away rename to gh_worker_registry")
                try await eventually("it works") { shop.log.count(of: "worker ready") == 1 }
            }
        }
    }

    @Test func `a job that cannot end before the shutdown is given back`() async throws {
        try await Workshop.open { shop in
            try await Site.open(Pages.board()) { site in
                var ids: [UUID] = []
                try await shop.working {
                    ids.append(try await shop.submit(site.origin + "/silent", Self.alice))
                    try await eventually("the page is asked for") { site.wasAsked(for: "/silent") }
                    let worker = try await shop.pool.query("select status from gh_worker_registry")
                    #expect(try worker.map { try $0.string("status") } == ["active"])
                }
                let job = try await shop.job(ids[0])
                #expect(job.status == .pending)
                #expect(job.retryCount == 0)
                #expect(job.workerID == nil)
                #expect(try await shop.events(of: job.id, .jobReleased).count == 1)
                let worker = try await shop.pool.query("select status, current_job_id from gh_worker_registry")
                #expect(try worker.map { try $0.string("status") } == ["offline"])
                #expect(try worker.map { try $0.uuidOrNil("current_job_id") } == [nil])
            }
        }
    }

    @Test func `a job given back with its submit pressed is never tried again`() async throws {
        try await Workshop.open { shop in
            let board = Self.pages(second: { .html(Self.lastPage) }, submit: { .html("", after: Pages.never) })
            try await Site.open(board) { site in
                var ids: [UUID] = []
                try await shop.working {
                    ids.append(try await shop.submit(site.origin + "/", Self.alice))
                    try await eventually("the form is sent") { site.wasAsked(for: "/submit") }
                }
                let job = try await shop.job(ids[0])
                #expect(job.status == .failed)
                #expect(job.errorCode == "submission_unconfirmed")
                try await shop.expectPictures(of: job, ["submit"])
                try await shop.working {
                    try await eventually("the next run is ready") { shop.log.count(of: "worker ready") == 2 }
                }
                #expect(site.posts(to: "/submit").count == 1)
            }
        }
    }
}

/// A store that takes a file and never says that it has it.
private struct StuckStore: BlobStore {
    func put(_ key: String, data: Data, contentType: String) async throws {
        try await ContinuousClock().sleep(until: .now.advanced(by: Pages.never))
    }

    func get(_ key: String, limit: Int) async throws -> Data? { nil }

    func signedURL(_ key: String, expiresIn seconds: Int, now: Date) async throws -> String { key }

    func delete(_ key: String) async throws {}

    func list(_ folder: String, from place: String?) async throws -> BlobListing { BlobListing() }

    func isReachable() async -> Bool { true }
}
