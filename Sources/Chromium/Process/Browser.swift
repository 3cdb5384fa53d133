public import Logging

/// Starts a browser, lends it, and ends it: whatever happens, no process and no profile stay behind.
/// - Parameters:
///   - configuration: How the browser is started.
///   - logger: Where the browser's comings and goings are told.
///   - body: What is done with it.
/// - Returns: What the body returned.
/// - Throws: ``ChromiumError`` when the browser does not come up; whatever the body throws.
public func withBrowser<R: Sendable>(
    _ configuration: BrowserConfiguration,
    logger: Logger,
    _ body: (Browser) async throws -> R
) async throws -> R {
    fatalError()
}

/// A running browser.
public final class Browser: Sendable {
    /// The user a browser runs as.
    public struct User: Hashable, Sendable {
        /// The user's number.
        public let uid: UInt32
        /// The group's number.
        public let gid: UInt32
    }

    /// What the browser calls itself, such as `Chrome/156.0.8078.79`.
    public var version: String { fatalError() }
    /// The number of the browser's main process.
    public var processID: Int32 { fatalError() }
    /// Whether the browser still runs.
    public var isAlive: Bool { fatalError() }
    /// The user the browser runs as when it is not ours; files to upload are copied for it by ``Page/upload(_:to:timeout:)``.
    public var uploadUser: User? { fatalError() }

    init() {}

    /// Lends a context of its own: its cookies, storage and pages are shared with nothing and end with the body.
    /// - Parameters:
    ///   - options: How the context looks to sites, and where it may go.
    ///   - body: What is done with it.
    /// - Returns: What the body returned.
    /// - Throws: ``ChromiumError`` when the browser is gone; whatever the body throws.
    public func withContext<R: Sendable>(
        _ options: ContextOptions = ContextOptions(),
        _ body: (BrowserContext) async throws -> R
    ) async throws -> R {
        fatalError()
    }

    /// Returns when the browser has ended, or when the task is cancelled.
    public func untilClosed() async {
        fatalError()
    }
}
