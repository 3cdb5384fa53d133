import NIOConcurrencyHelpers
import Waiting

/// How long an attempt may still work; it stands still while the job waits for a human (R13).
final class JobTime: Sendable {
    private struct State {
        var left: Duration
        /// Since when it runs; nil while it stands still.
        var since: ContinuousClock.Instant?
    }

    private let clock: ContinuousClock
    private let state: NIOLockedValueBox<State>
    private let changed = Signal()

    /// Begins to run at once.
    ///
    /// - Parameter limit: how long the attempt may work.
    init(_ limit: Duration, on clock: ContinuousClock) {
        self.clock = clock
        state = NIOLockedValueBox(State(left: limit, since: clock.now))
    }

    /// Stands still.
    func stop() {
        state.withLockedValue { state in
            guard let since = state.since else { return }
            state.left -= clock.now - since
            state.since = nil
        }
        changed.raise()
    }

    /// Runs again.
    func goOn() {
        state.withLockedValue { state in state.since = state.since ?? clock.now }
        changed.raise()
    }

    /// Waits until it is used up, or the task is cancelled.
    func runOut() async {
        while !Task.isCancelled {
            changed.lower()
            guard let left = left else {
                await changed.wait()
                continue
            }
            if left <= .zero { return }
            await changed.wait(atMost: left, on: clock)
        }
    }

    /// What is left while it runs; nil while it stands still.
    private var left: Duration? {
        state.withLockedValue { state in state.since.map { state.left - (clock.now - $0) } }
    }
}
