/// A browser's separate memory: pages in it share cookies and storage with no other context.
public final class BrowserContext: Sendable {
    init() {}

    /// The open pages, oldest first; popups are among them.
    public var pages: [Page] { fatalError() }
    /// The page opened last that is still open.
    public var latestPage: Page? { fatalError() }

    /// Lends a page, and closes it after.
    /// - Parameter body: What is done with it.
    /// - Returns: What the body returned.
    /// - Throws: ``ChromiumError`` when the page cannot be opened; whatever the body throws.
    public func withPage<R: Sendable>(_ body: (Page) async throws -> R) async throws -> R {
        fatalError()
    }

    /// Does something that opens a page, and waits for that page.
    /// - Parameters:
    ///   - timeout: How long to wait for the page once the body is done.
    ///   - body: What opens it.
    /// - Returns: The new page, or nil when none was opened in time.
    /// - Throws: Whatever the body throws.
    public func newPage(timeout: Duration = .seconds(5), after body: () async throws -> Void) async throws -> Page? {
        fatalError()
    }
}
