import NIOConcurrencyHelpers
import Store

/// Whether the database answers, asked at most once a second however often the health endpoint is called.
final class DatabaseProbe: Sendable {
    private struct State {
        var isWell = true
        var asked: ContinuousClock.Instant?
        var isAsking = false
    }

    private let store: Store
    private let clock = ContinuousClock()
    private let state = NIOLockedValueBox(State())

    /// - Parameter store: the database.
    init(_ store: Store) { self.store = store }

    /// For how long an answer holds.
    private static let age = Duration.seconds(1)
    /// How long the database may take.
    private static let patience = Duration.seconds(2)

    /// Asks the database, unless somebody asked a moment ago or is asking now.
    ///
    /// - Returns: whether it answers, as far as is known.
    func isWell() async -> Bool {
        let known: Bool? = state.withLockedValue { state in
            if state.isAsking { return state.isWell }
            if let asked = state.asked, clock.now - asked < Self.age { return state.isWell }
            state.isAsking = true
            return nil
        }
        if let known { return known }
        let answer = await Store.within(Self.patience) { await store.isReachable() }
        state.withLockedValue { $0 = State(isWell: answer, asked: clock.now) }
        return answer
    }
}
