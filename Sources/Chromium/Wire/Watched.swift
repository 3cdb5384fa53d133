import NIOConcurrencyHelpers
import NIOCore
import Waiting

/// State that events change and tasks wait upon.
///
/// A wait looks at the state first and at every change after, so nothing that has happened can be missed.
final class Watched<State: Sendable>: Sendable {
    private struct Box {
        var state: State
        var watchers: [Int: @Sendable (State) -> Bool] = [:]
        var nextWatcher = 0
    }

    private let box: NIOLockedValueBox<Box>
    private let loop: any EventLoop

    init(_ state: State, on loop: any EventLoop) {
        box = NIOLockedValueBox(Box(state: state))
        self.loop = loop
    }

    var current: State {
        box.withLockedValue { $0.state }
    }

    @discardableResult
    func update<R>(_ change: (inout State) -> R) -> R {
        box.withLockedValue { box in
            let result = change(&box.state)
            box.watchers = box.watchers.filter { !$0.value(box.state) }
            return result
        }
    }

    /// Waits until the check finds what it looks for, or throws.
    func wait<R: Sendable>(
        until deadline: Deadline,
        for what: String,
        _ check: @escaping @Sendable (State) throws -> R?
    ) async throws -> R {
        let promise = Promise<R>()
        let watcher = watch { state in
            do {
                guard let found = try check(state) else { return false }
                promise.fulfil(.success(found))
            } catch {
                promise.fulfil(.failure(error))
            }
            return true
        }
        let timer = loop.scheduleTask(deadline: deadline.instant) {
            promise.fulfil(.failure(ChromiumError(.timedOut, "\(what) took too long")))
        }
        defer {
            timer.cancel()
            box.withLockedValue { _ = $0.watchers.removeValue(forKey: watcher) }
        }
        return try await promise.value()
    }

    /// Tells of the state now and after every change, for as long as the state lives.
    func whenever(_ look: @escaping @Sendable (State) -> Void) {
        _ = watch { state in
            look(state)
            return false
        }
    }

    private func watch(_ look: @escaping @Sendable (State) -> Bool) -> Int {
        box.withLockedValue { box in
            box.nextWatcher += 1
            if !look(box.state) {
                box.watchers[box.nextWatcher] = look
            }
            return box.nextWatcher
        }
    }
}
