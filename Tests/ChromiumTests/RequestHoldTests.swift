import Chromium
import TestSupport
import Testing
import Waiting

extension ChromiumTests {
    /// Requests that are kept back until it is written down that they leave.
    @Suite struct RequestHolds {
        private static let form = """
            <form method=post action=/send><input id=first name=first value=Ada><button id=go>Send</button></form>
            """

        private func holding(_ body: (Page, BrowserContext, Site) async throws -> Void) async throws {
            let browser = try suiteBrowser()
            var options = ContextOptions()
            options.allowed = { _ in true }
            try await Site.open {
                .html($0.path == "/" ? Self.form : "<h1>Thanks</h1>")
            } _: { site in
                try await browser.withContext(options) { context in
                    try await context.withPage { page in
                        _ = try await page.navigate(to: site.origin + "/")
                        let isHeld = Signal()
                        context.holdRequests({ $0.method == "POST" }, told: { isHeld.raise() })
                        try await page.click(page.locate(.id("go")))
                        await isHeld.wait()
                        try await body(page, context, site)
                    }
                }
            }
        }

        @Test func `what is let go arrives`() async throws {
            try await holding { _, context, site in
                context.releaseRequests()
                try await eventually("it arrives") { site.requests.count { $0.path == "/send" } == 1 }
            }
        }

        @Test func `what is refused never arrives, nor what comes after it, and the page stays`() async throws {
            try await holding { page, context, site in
                context.refuseRequests()
                try await page.click(page.locate(.id("go")))
                #expect(try await page.mainFrame.read("value", "first") == "Ada")
                #expect(!site.requests.contains { $0.path == "/send" })
            }
        }
    }
}
