import Chromium
import Foundation
import TestSupport
import Testing

extension ChromiumTests {
    /// Hands beside a person in one page: they do not act while the person does (R62).
    @Suite struct Stirring {
        private static let stillness = Duration.milliseconds(1_200)

        private func beside(_ body: (Page, BrowserContext) async throws -> Void) async throws {
            let browser = try suiteBrowser()
            var options = ContextOptions()
            options.stillness = Self.stillness
            try await Site.open { _ in
                .html("<input id=name><button id=go onclick=\"document.title = 'gone'\">Go</button>")
            } _: { site in
                try await browser.withContext(options) { context in
                    try await context.withPage { page in
                        _ = try await page.navigate(to: site.origin + "/")
                        try await body(page, context)
                    }
                }
            }
        }

        @Test func `what they do themselves is no person's doing`() async throws {
            try await beside { page, context in
                for _ in 0..<3 {
                    try await page.fill(page.locate(.id("name")), with: "Alice")
                    try await page.type("x", into: page.locate(.id("name")))
                    try await page.click(page.locate(.id("go")))
                }
                #expect(context.stirs == 0)
            }
        }
    }
}
