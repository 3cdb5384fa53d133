import Chromium
import Store
import Foundation
import GhostHands
import NIOConcurrencyHelpers
import TestSupport
import Testing
import Worker

@Suite struct BrowserTests {
    private static let alice: JSON = ["form_data": ["first": "Alice", "last": "Smith"]]

    @Test func `jobs share one browser, and go on in another when it dies, twice at most`() async throws {
        try await Workshop.open { shop in
            try await Site.open(Pages.board()) { site in
                try await shop.working({ $0.maxConcurrent = 2 }) {
                    let lost = [
                        try await shop.submit(site.origin + "/silent", Self.alice),
                        try await shop.submit(site.origin + "/silent", Self.alice),
                    ]
                    var killed: Set<pid_t> = []
                    for round in 1...3 {
                        try await eventually("both pages are asked for") {
                            site.requests.count { $0.path == "/silent" } == 2 * round
                        }
                        let browser = try await shop.tools.browsers.browser().processID
                        #expect(killed.insert(browser).inserted)
                        #expect((round > 1 || shop.log.count(of: "pid") == 1))
                        kill(browser, SIGKILL)
                    }
                    for id in lost {
                        try await eventually("the attempt is over") {
                            try await shop.events(of: id, .attemptFailed).isEmpty == false
                        }
                        let job = try await shop.job(id)
                        let codes = try await shop.events(of: id, .attemptFailed).map { $0.metadata["error_code"] }
                        #expect(codes == ["browser_crashed"])
                        #expect(job.status == .pending)
                        #expect(job.retryCount == 1)
                        let crashes = try await shop.events(of: id, .browserCrashDetected)
                        #expect(crashes.map { $0.metadata["attempt"] } == [1, 2, 3])
                        let recovered = try await shop.events(of: id, .browserCrashRecovered)
                        #expect(recovered.map { $0.metadata["attempt"] } == [1, 2])
                    }
                }
            }
        }
    }

    @Test func `a form whose browser dies is begun anew in another, in the same attempt`() async throws {
        try await Workshop.open { shop in
            let asked = NIOLockedValueBox(0)
            try await Site.open { request in
                let isFirst =
                    request.path == "/"
                    && asked.withLockedValue {
                        $0 += 1; return $0
                    } == 1
                return isFirst ? .html("", after: Pages.never) : Pages.board()(request)
            } _: { site in
                try await shop.working {
                    let id = try await shop.submit(site.origin + "/", Self.alice)
                    try await eventually("the page is asked for") { site.wasAsked(for: "/") }
                    kill(try await shop.tools.browsers.browser().processID, SIGKILL)
                    let job = try await shop.job(id, becomes: .completed)
                    #expect(job.retryCount == 0)
                    #expect(try await shop.events(of: id, .browserCrashRecovered).count == 1)
                    #expect(site.requests.count { $0.path == "/submit" } == 1)
                }
            }
        }
    }

    @Test func `a cancelled job's browser stops at once, and its worker takes the next`() async throws {
        try await Workshop.open { shop in
            try await Site.open(Pages.board()) { site in
                try await shop.working({ $0.times.heartbeat = .seconds(100) }) {
                    let id = try await shop.submit(site.origin + "/silent", Self.alice)
                    try await eventually("the page is asked for") { site.wasAsked(for: "/silent") }
                    guard case .done = try await shop.store.jobs.cancel(id) else { throw Flaw("not cancelled") }
                    shop.workload.stop(jobID: id)
                    let next = try await shop.submit(site.origin + "/", Self.alice)
                    try await shop.job(next, becomes: .completed)
                    #expect(try await shop.job(id).status == .cancelled)
                    #expect(try await shop.job(id).errorCode == nil)
                }
            }
        }
    }

    @Test func `a job cancelled elsewhere stops with the next heartbeat`() async throws {
        try await Workshop.open { shop in
            try await Site.open(Pages.board()) { site in
                try await shop.working {
                    let id = try await shop.submit(site.origin + "/silent", Self.alice)
                    try await eventually("the page is asked for") { site.wasAsked(for: "/silent") }
                    _ = try await shop.store.jobs.cancel(id)
                    let next = try await shop.submit(site.origin + "/", Self.alice)
                    try await shop.job(next, becomes: .completed)
                    #expect(try await shop.job(id).status == .cancelled)
                }
            }
        }
    }

    @Test func `nothing is claimed while memory is short, and nothing more once out of service`() async throws {
        try await Workshop.open { shop in
            let free = NIOLockedValueBox(100)
            let asked = NIOLockedValueBox(0)
            let change = { @Sendable (settings: inout WorkerSettings) in
                settings.leastFreeMemory = 300
                settings.freeMemory = {
                    asked.withLockedValue { $0 += 1 }
                    return free.withLockedValue(\.self)
                }
            }
            try await Site.open(Pages.board()) { site in
                try await shop.working(change) {
                    let id = try await shop.submit(site.origin + "/", Self.alice)
                    try await eventually("memory is looked at") { asked.withLockedValue(\.self) > 3 }
                    #expect(try await shop.job(id).status == .pending)
                    #expect(shop.log.count(of: "too little memory") == 1)
                    free.withLockedValue { $0 = 1000 }
                    try await shop.job(id, becomes: .completed)
                    #expect(try await shop.store.workers.deregister("w1") == ["w1": []])
                    try await eventually("the worker has heard of it") { shop.workload.isDraining }
                    let heard = try await shop.store.workers.list().first?.lastHeartbeat
                    try await eventually("it has been heard of again") {
                        try await shop.store.workers.list().first?.lastHeartbeat != heard
                    }
                    let last = try await shop.submit(site.origin + "/", Self.alice)
                    let seen = asked.withLockedValue(\.self)
                    #expect(try await shop.job(last).status == .pending)
                    #expect(asked.withLockedValue(\.self) == seen)
                }
            }
        }
    }

    @Test func `a browser that dies after the submit leaves the job unconfirmed`() async throws {
        try await Workshop.open { shop in
            try await Site.open { request in
                request.path == "/" ? .html(Pages.form(Pages.names)) : .html("", after: Pages.never)
            } _: { site in
                try await shop.working {
                    let id = try await shop.submit(site.origin + "/", Self.alice)
                    try await eventually("the form is sent") { site.wasAsked(for: "/submit") }
                    kill(try await shop.tools.browsers.browser().processID, SIGKILL)
                    let job = try await shop.job(id, becomes: .failed)
                    #expect(job.errorCode == "submission_unconfirmed")
                    #expect(job.errorDetails["cause"] == "browser_crashed")
                    try await shop.expectPictures(of: job, ["submit"])
                }
            }
        }
    }

    @Test func `a browser that is not there is said so, and asked for again by the next job`() async throws {
        try await Workshop.open { shop in
            var tools = shop.tools
            tools.browsers = BrowserKeeper(.init(binary: "/nowhere/chromium"), logger: shop.log.logger)
            try await shop.with(tools).working {
                for _ in 0..<2 {
                    let id = try await shop.submit("http://127.0.0.1:9/", Self.alice)
                    try await eventually("the attempt is over") {
                        try await shop.events(of: id, .attemptFailed).isEmpty == false
                    }
                    let metadata = try #require(try await shop.events(of: id, .attemptFailed).first).metadata
                    #expect(metadata["error_code"] == "internal_error")
                    #expect(metadata["error_message"].string?.contains("ghosthands doctor") == true)
                }
            }
        }
    }
}
