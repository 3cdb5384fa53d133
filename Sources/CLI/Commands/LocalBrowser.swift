import Chromium
import GhostHands
import Hands
import Logging
import Outbound

/// The browser of a command that works for the person at the keyboard, without any server.
enum LocalBrowser {
    /// Opens a browser with one context, lends it, and closes both.
    ///
    /// - Parameters:
    ///   - settings: the settings; unless they say otherwise the person may also visit this machine (R28).
    ///   - headed: whether to show the browser's window.
    ///   - lock: keeps its pages on their site while a model decides.
    ///   - session: what sites have left earlier.
    ///   - trace: what records the run, if anything does.
    ///   - retry: what to try when the browser gives up.
    ///   - body: what to do in the context.
    /// - Returns: what the body returns.
    /// - Throws: ``SetupError`` when the browser is missing, does not start or gives up; whatever else the body throws.
    static func withContext<R: Sendable>(
        _ settings: Settings,
        headed: Bool = false,
        lock: SiteLock? = nil,
        session: StorageState? = nil,
        trace: TraceRecorder? = nil,
        retry: String,
        _ body: (BrowserContext) async throws -> R
    ) async throws -> R {
        let rule = settings.addresses.allowance == .publicOnly ? AddressRule(.loopback) : settings.addresses
        var options = ContextOptions.guarded(by: rule, lookup: AddressResolver.system.addresses)
        options.trace = trace
        options.storageState = session
        if let lock { options = options.locked(by: lock) }
        let configuration = settings.browser(headed: headed ? true : nil)
        do {
            return try await withFormBrowser(configuration, logger: Terminal.logger(.error)) { browser in
                try await browser.withContext(options, body)
            }
        } catch let error as ChromiumError where error.code == .notFound || error.code == .launchFailed {
            let display = "a window needs a display: set DISPLAY, as root also `xhost +SI:localuser:nobody`"
            let needsDisplay = headed && error.code == .launchFailed
            throw SetupError(
                error.message,
                mend: needsDisplay ? display : "run `ghosthands doctor` to see what is missing"
            )
        } catch let error as ChromiumError {
            throw SetupError("the browser gave up: \(error.message)", mend: retry)
        }
    }
}
