/// Something that can happen, and that tasks can wait for: the wake-up of an idle worker, the loss of a lease.
///
/// A signal raised while nobody waits is kept, once; raising it again changes nothing.
public final class Signal: Sendable {
    /// Who waits, and whether the signal is raised.
    private let waiters = Waiters<Bool, Void>(false)

    /// A signal that has not been raised.
    public init() {}

    /// Raises the signal: every task that waits goes on.
    public func raise() {
        waiters.change { room in
            room.state = true
            room.answerAll(.success(()))
        }
    }

    /// Takes a raised signal back, so that it can be waited for again.
    public func lower() { waiters.change { $0.state = false } }

    /// Whether the signal is raised.
    public var isRaised: Bool { waiters.change { $0.state } }

    /// Waits until the signal is raised or the task is cancelled.
    public func wait() async {
        try? await waiters.wait { room, _ in
            room.state ? .success(()) : nil
        } cancelled: { _, _ in
            .success(())
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
