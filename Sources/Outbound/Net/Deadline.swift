/// Runs `body` against a deadline: whichever ends first decides, and the other is cancelled.
///
/// - Parameters:
///   - limit: how long `body` may take.
///   - clock: what measures it.
///   - body: the work; it must end soon after it is cancelled.
/// - Returns: what the work gave.
/// - Throws: ``OutboundError`` with the code `timedOut`, or what the work throws.
public func withDeadline<Value: Sendable>(
    _ limit: Duration,
    on clock: any Clock<Duration> = ContinuousClock(),
    _ body: @escaping @Sendable () async throws -> Value
) async throws -> Value {
    try await withThrowingTaskGroup(of: Value?.self) { group in
        group.addTask { try await body() }
        group.addTask {
            try await clock.sleep(for: limit)
            return nil
        }
        defer { group.cancelAll() }
        guard let first = try await group.next(), let value = first else {
            throw OutboundError(.timedOut, "No answer within \(limit.components.seconds) seconds")
        }
        return value
    }
}
