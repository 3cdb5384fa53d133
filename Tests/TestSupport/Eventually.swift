public import Testing

/// Looks again and again until something is so, for as long as a busy machine may need.
///
/// - Parameters:
///   - what: what is waited for, for the failure's message.
///   - limit: how long to wait at most.
///   - sourceLocation: where the failure is reported.
///   - isSo: looks once.
/// - Throws: when the time is up, and what looking throws.
public func eventually(
    _ what: String,
    within limit: Duration = .seconds(30),
    sourceLocation: SourceLocation = #_sourceLocation,
    _ isSo: () async throws -> Bool
) async throws {
    let clock = ContinuousClock()
    let deadline = clock.now.advanced(by: limit)
    while try await !isSo() {
        try #require(clock.now < deadline, "never came true: \(what)", sourceLocation: sourceLocation)
        try await clock.sleep(until: clock.now.advanced(by: .milliseconds(20)))
    }
}
