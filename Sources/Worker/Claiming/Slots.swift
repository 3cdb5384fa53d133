import NIOConcurrencyHelpers
import Waiting

/// A fixed number of slots that are kept full: what comes is taken as soon as one is free, however long others take.
struct Slots: Sendable {
    /// How many things are done at once.
    let count: Int
    /// How often to look for more when nothing wakes.
    let pause: Duration
    let clock: ContinuousClock

    /// Takes and works until told to stop, then waits for what is at hand.
    ///
    /// - Parameters:
    ///   - isStopping: raised when nothing more is to be taken; cancelling the task does the same.
    ///   - wake: raised when there may be more to take.
    ///   - take: takes at most so many.
    ///   - work: does one.
    func fill<Item: Sendable>(
        until isStopping: Signal,
        wake: Signal,
        taking take: (Int) async -> [Item],
        doing work: @escaping @Sendable (Item, Slot) async -> Void
    ) async {
        let busy = NIOLockedValueBox(0)
        let slot = Slot(busy: busy, wake: wake)
        await withDiscardingTaskGroup { group in
            while !isStopping.isRaised, !Task.isCancelled {
                // What wakes us from here on is not lost: it raises the signal again.
                wake.lower()
                let free = max(0, count - busy.withLockedValue(\.self))
                let items = free > 0 ? await take(free) : []
                busy.withLockedValue { $0 += items.count }
                for item in items {
                    group.addTask {
                        await work(item, slot)
                        slot.leave()
                    }
                }
                if items.isEmpty { await wake.wait(atMost: pause, on: clock) }
            }
        }
    }
}

/// The place that something takes while it is done; whoever waits for somebody else gives it to others meanwhile.
struct Slot: Sendable {
    fileprivate let busy: NIOLockedValueBox<Int>
    fileprivate let wake: Signal

    /// Lets others have the place.
    func leave() {
        busy.withLockedValue { $0 -= 1 }
        wake.raise()
    }

    /// Takes a place again, also where all are taken: nobody who has waited waits once more.
    func take() { busy.withLockedValue { $0 += 1 } }
}
