import Chromium
import Store
import Foundation
import GhostHands
import TestSupport
import Testing
import Worker

@Suite(.serialized) struct BrowserTests {
    private static let alice: JSON = ["form_data": ["first": "Alice", "last": "Smith"]]

    @Test func `jobs share one browser, and the next gets another when it dies`() async throws {
        try await Workshop.open { shop in
            try await Site.open(Pages.board()) { site in
                try await shop.working({ $0.maxConcurrent = 2 }) {
                    let lost = [
                        try await shop.submit(site.origin + "/silent", Self.alice),
                        try await shop.submit(site.origin + "/silent", Self.alice),
                    ]
                    try await eventually("both pages are asked for") {
                        site.requests.count { $0.path == "/silent" } == 2
                    }
                    let first = try await shop.tools.browsers.browser()
                    #expect(shop.log.count(of: "pid") == 1)
                    kill(first.processID, SIGKILL)
                    for id in lost {
                        try await eventually("the attempt is over") {
                            try await shop.events(of: id, .attemptFailed).isEmpty == false
                        }
                        let job = try await shop.job(id)
                        let codes = try await shop.events(of: id, .attemptFailed).map { $0.metadata["error_code"] }
                        #expect(codes == ["browser_crashed"])
                        #expect(job.status == .pending && job.retryCount == 1)
                    }
                    let next = try await shop.submit(site.origin + "/", Self.alice)
                    try await shop.job(next, becomes: .completed)
                    #expect(try await shop.tools.browsers.browser().processID != first.processID)
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
