public import Foundation

extension Page {
    /// Prints the page.
    /// - Parameters:
    ///   - paper: What it is printed on.
    ///   - timeout: How long it may take.
    /// - Returns: A PDF.
    /// - Throws: ``ChromiumError``: protocol when the paper leaves no room for the page, closed, timedOut.
    public func pdf(on paper: Paper = Paper(), timeout: Duration = .seconds(30)) async throws -> Data {
        try await session.call(.pdf(paper), by: Deadline(after: timeout)).data
    }
}
