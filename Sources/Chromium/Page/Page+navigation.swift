extension Page {
    /// Goes to an address and waits until the document's content is there, then shortly for the rest.
    /// - Parameters:
    ///   - url: Where to go.
    ///   - timeout: How long it may take until the content is there.
    /// - Returns: How it ended.
    /// - Throws: ``ChromiumError`` when the page is gone or the time is up.
    public func navigate(to url: String, timeout: Duration = .seconds(30)) async throws -> NavigationOutcome {
        fatalError()
    }
}
