extension Page {
    /// Whether the page's scripts listen to an element themselves.
    ///
    /// - Parameters:
    ///   - element: the element; what its parents listen to does not count.
    ///   - types: names of events.
    ///   - timeout: how long it may take.
    /// - Returns: true when any of the events has a listener on it.
    /// - Throws: ``ChromiumError``: detached, timedOut.
    public func listens(
        _ element: ElementHandle,
        toAnyOf types: Set<String>,
        timeout: Duration = .seconds(5)
    ) async throws -> Bool {
        let deadline = Deadline(after: timeout)
        let (object, session) = try await object(of: element, by: deadline)
        let found = try await session.call(.listeners(of: object), by: deadline)
        return found.listeners.contains { types.contains($0.type) }
    }
}
