import NIOConcurrencyHelpers

/// Something that can happen, and that tasks can wait for: the wake-up of an idle worker, the loss of a lease.
///
/// A signal raised while nobody waits is kept, once; raising it again changes nothing.
public final class Signal: Sendable {
    private struct State {
        var isRaised = false
        var waiters: [Int: CheckedContinuation<Void, Never>] = [:]
        var next = 0
    }

    private let state = NIOLockedValueBox(State())

    /// A signal that has not been raised.
    public init() {}

    /// Raises the signal: every task that waits goes on.
    public func raise() {
        let waiters = state.withLockedValue { state in
            state.isRaised = true
            defer { state.waiters = [:] }
            return state.waiters.values
        }
        for waiter in waiters { waiter.resume() }
    }

    /// Takes a raised signal back, so that it can be waited for again.
    public func lower() { state.withLockedValue { $0.isRaised = false } }

    /// Whether the signal is raised.
    public var isRaised: Bool { state.withLockedValue { $0.isRaised } }

    /// Waits until the signal is raised or the task is cancelled.
    public func wait() async {
        let id = state.withLockedValue { state in
            state.next += 1
            return state.next
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let goesOn = state.withLockedValue { state in
                    if state.isRaised || Task.isCancelled { return true }
                    state.waiters[id] = continuation
                    return false
                }
                if goesOn { continuation.resume() }
            }
        } onCancel: {
            state.withLockedValue { $0.waiters.removeValue(forKey: id) }?.resume()
        }
    }

    /// Waits until the signal is raised, the time has passed or the task is cancelled.
    ///
    /// - Parameters:
    ///   - duration: how long to wait at most.
    ///   - clock: measures it.
    public func wait<C: Clock>(atMost duration: Duration, on clock: C) async where C.Duration == Duration {
        let deadline = clock.now.advanced(by: duration)
        await withDiscardingTaskGroup { group in
            let isOver = Signal()
            group.addTask {
                // Being cancelled and being over mean the same here: stop waiting.
                try? await clock.sleep(until: deadline, tolerance: nil)
                isOver.raise()
            }
            group.addTask {
                await self.wait()
                isOver.raise()
            }
            await isOver.wait()
            group.cancelAll()
        }
    }
}
