import NIOConcurrencyHelpers
import Worker

/// A value that one task will have and another waits for: the port of a server that is starting.
final class Promised<Value: Sendable>: Sendable {
    private let box = NIOLockedValueBox<Value?>(nil)
    private let signal = Signal()

    /// Whether the value is there.
    var isFulfilled: Bool { signal.isRaised }

    func fulfil(_ value: Value) {
        box.withLockedValue { $0 = value }
        signal.raise()
    }

    /// Waits for the value.
    ///
    /// - Throws: `CancellationError` when the task is cancelled first.
    func value() async throws -> Value {
        await signal.wait()
        guard let value = box.withLockedValue({ $0 }) else { throw CancellationError() }
        return value
    }
}
