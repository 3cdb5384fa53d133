public import Foundation

extension Page {
    /// Takes a picture of the page.
    /// - Parameters:
    ///   - fullPage: Whether all of it is taken rather than its visible part.
    ///   - timeout: How long it may take.
    /// - Returns: A PNG.
    /// - Throws: ``ChromiumError`` when the page is gone or the time is up.
    public func screenshot(fullPage: Bool = false, timeout: Duration = .seconds(15)) async throws -> Data {
        fatalError()
    }
}
