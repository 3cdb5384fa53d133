public import Chromium
import GhostHands
public import Logging

/// Starts a browser to fill forms with, lends it, and ends it: the tables of words are built while it starts.
///
/// - Parameters:
///   - configuration: how the browser is started.
///   - logger: where the browser's comings and goings are told.
///   - body: what is done with it.
/// - Returns: what the body returned.
/// - Throws: ``ChromiumError`` when the browser does not come up; whatever the body throws.
public func withFormBrowser<R: Sendable>(
    _ configuration: BrowserConfiguration,
    logger: Logger,
    _ body: (Browser) async throws -> R
) async throws -> R {
    async let _ = Rehearsal.run()
    return try await withBrowser(configuration, logger: logger, body)
}
