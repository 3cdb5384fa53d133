public import Foundation

extension Page {
    /// Chromium draws no larger surface.
    private static let longestSide = 16_384.0

    /// Takes a picture of the page.
    /// - Parameters:
    ///   - fullPage: Whether all of it is taken rather than its visible part.
    ///   - timeout: How long it may take.
    /// - Returns: A PNG.
    /// - Throws: ``ChromiumError`` when the page is gone or the time is up.
    public func screenshot(fullPage: Bool = false, timeout: Duration = .seconds(15)) async throws -> Data {
        let deadline = Deadline(after: timeout)
        guard fullPage else { return try await session.call(.picture, by: deadline).data }
        let size = try await session.call(.layoutMetrics, by: deadline).cssContentSize
        let width = min(size.width, Self.longestSide)
        let height = min(size.height, Self.longestSide)
        return try await session.call(.picture(width: width, height: height), by: deadline).data
    }
}
