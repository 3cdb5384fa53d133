import Chromium
import NIOConcurrencyHelpers
import Waiting

/// One browser's time with a worker: how many jobs it has and had, and when it has to go.
final class KeptBrowser: Sendable {
    private struct State {
        var running = 0
        var begun = 0
        var isRetired = false
    }

    let browser: Browser
    /// Raised once it has to go and no job is left.
    let isOver = Signal()
    private let state = NIOLockedValueBox(State())

    init(_ browser: Browser) {
        self.browser = browser
    }

    /// How many jobs it has been given.
    var begun: Int { state.withLockedValue { $0.begun } }

    func begin() {
        state.withLockedValue { state in
            state.running += 1
            state.begun += 1
        }
    }

    func finish() {
        change { $0.running -= 1 }
    }

    /// It gets no more jobs, and keeps those it has.
    func retire() {
        change { $0.isRetired = true }
    }

    private func change(_ change: (inout State) -> Void) {
        let isDone = state.withLockedValue { state in
            change(&state)
            return state.isRetired && state.running == 0
        }
        if isDone { isOver.raise() }
    }
}
