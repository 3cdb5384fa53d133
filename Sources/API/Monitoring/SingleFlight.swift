import NIOConcurrencyHelpers
import Waiting

/// Something that is looked up by one asker at a time and lent to all others, however many ask.
///
/// What is known is told at once while somebody looks anew. After a look of some length the next one is not made before
/// twenty times that have passed: whatever it costs, it costs a twentieth at most.
final class SingleFlight<Value: Sendable>: Sendable {
    private struct State {
        var known: (value: Value, from: ContinuousClock.Instant, until: ContinuousClock.Instant)?
        /// Raised when the look that is under way is over.
        var flight: Signal?
    }

    private enum Turn {
        case known(Value)
        case wait(Signal)
        case look(Signal)
    }

    private let rest: Duration
    private let oldest: Duration
    private let clock = ContinuousClock()
    private let state = NIOLockedValueBox(State())
    private let look: @Sendable () async -> Value

    /// - Parameters:
    ///   - rest: for how long at least what was found is good.
    ///   - oldest: how old it may be to be told while somebody looks anew.
    ///   - look: looks.
    init(rest: Duration, oldest: Duration = .seconds(30), look: @escaping @Sendable () async -> Value) {
        self.rest = rest
        self.oldest = oldest
        self.look = look
    }

    /// What is known, or is found now.
    ///
    /// - Throws: `CancellationError` when the asker is called off.
    func value() async throws -> Value {
        while true {
            switch turn() {
            case .known(let value): return value
            case .wait(let flight):
                // Whoever looked may have been called off; then the next one looks.
                await flight.wait()
                try Task.checkCancellation()
            case .look(let flight): return try await fly(flight)
            }
        }
    }

    private func turn() -> Turn {
        let now = clock.now
        return state.withLockedValue { state in
            if let known = state.known {
                if now < known.until { return .known(known.value) }
                if state.flight != nil, now - known.from < oldest { return .known(known.value) }
            }
            if let flight = state.flight { return .wait(flight) }
            let flight = Signal()
            state.flight = flight
            return .look(flight)
        }
    }

    private func fly(_ flight: Signal) async throws -> Value {
        let begun = clock.now
        let value = await look()
        let (now, isCalledOff) = (clock.now, Task.isCancelled)
        state.withLockedValue { state in
            state.flight = nil
            if !isCalledOff { state.known = (value, now, now + max(rest, (now - begun) * 20)) }
        }
        flight.raise()
        if isCalledOff { throw CancellationError() }
        return value
    }
}
