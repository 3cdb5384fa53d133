import NIOConcurrencyHelpers
import Waiting

/// How many want to be told of changes, and since when nobody does.
final class Demand: Sendable {
    private struct State {
        var count = 0
        var idleSince = ContinuousClock.now
    }

    private let state = NIOLockedValueBox(State())
    /// Raised while anybody wants to be told.
    let isThere = Signal()

    func enter() {
        state.withLockedValue { $0.count += 1 }
        isThere.raise()
    }

    func leave() {
        state.withLockedValue { state in
            state.count -= 1
            state.idleSince = .now
            if state.count == 0 { isThere.lower() }
        }
    }

    var count: Int { state.withLockedValue(\.count) }

    /// How long nobody has wanted anything; nil while somebody does.
    var idle: Duration? { state.withLockedValue { $0.count > 0 ? nil : .now - $0.idleSince } }
}
