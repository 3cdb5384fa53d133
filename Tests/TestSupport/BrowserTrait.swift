public import Chromium
import Foundation
import Logging
public import Testing

/// Gives a suite one browser, which its tests share.
public struct BrowserTrait: SuiteTrait, TestScoping {
    @TaskLocal static var browser: Browser?

    /// Runs a suite with a browser.
    /// - Parameters:
    ///   - test: The suite.
    ///   - testCase: Unused.
    ///   - function: Runs the suite.
    /// - Throws: Whatever the suite throws, or ``ChromiumError`` when the browser does not come up.
    @concurrent public func provideScope(
        for test: Test,
        testCase: Test.Case?,
        performing function: @concurrent @Sendable () async throws -> Void
    ) async throws {
        try await withBrowser(BrowserConfiguration(), logger: Logger(label: "browser")) { browser in
            try await BrowserTrait.$browser.withValue(browser) { try await function() }
        }
    }
}

extension Trait where Self == BrowserTrait {
    /// One browser for the suite.
    public static var browser: Self { BrowserTrait() }
}

/// The suite's browser.
/// - Returns: The browser.
/// - Throws: When the suite has no ``BrowserTrait``.
public func suiteBrowser() throws -> Browser {
    try #require(BrowserTrait.browser, "the suite needs the trait .browser")
}

/// Lends a page that shows some HTML, served from a site of its own, in a context of its own.
/// - Parameters:
///   - html: The page at `/`.
///   - options: How the context looks to sites, and where it may go.
///   - answer: What the site answers to all else.
///   - body: What is done with the page.
/// - Returns: What the body returned.
/// - Throws: Whatever the body throws.
@discardableResult
public func withTestPage<R: Sendable>(
    _ html: String,
    options: ContextOptions = ContextOptions(),
    answering answer: @escaping @Sendable (Site.Request) -> Site.Answer = { _ in .html("", status: 404) },
    _ body: (Page, Site) async throws -> R
) async throws -> R {
    let browser = try suiteBrowser()
    return try await Site.open({ $0.path == "/" ? .html(html) : answer($0) }) { site in
        try await browser.withContext(options) { context in
            try await context.withPage { page in
                _ = try await page.navigate(to: site.origin + "/")
                return try await body(page, site)
            }
        }
    }
}
