import NIOConcurrencyHelpers

/// A value that comes once, perhaps before anybody waits for it; one party waits.
public final class Promise<Value: Sendable>: Sendable {
    private enum State {
        case empty
        case wanted(@Sendable (Result<Value, any Error>) -> Void)
        case done(Result<Value, any Error>)
    }

    private let state = NIOLockedValueBox(State.empty)

    /// A promise that is not kept yet.
    public init() {}

    /// Whether the value, or why there is none, has come.
    public var isFulfilled: Bool { state.withLockedValue { if case .done = $0 { true } else { false } } }

    /// Gives the value, or tells why there is none, unless that was done already.
    ///
    /// - Parameter result: what came.
    /// - Returns: whether it is this result that counts.
    @discardableResult
    public func fulfil(_ result: Result<Value, any Error>) -> Bool {
        let (use, isFirst): ((@Sendable (Result<Value, any Error>) -> Void)?, Bool) = state.withLockedValue { state in
            switch state {
            case .empty:
                state = .done(result)
                return (nil, true)
            case .wanted(let use):
                state = .done(result)
                return (use, true)
            case .done:
                return (nil, false)
            }
        }
        use?(result)
        return isFirst
    }

    /// Gives the value, unless that was done already.
    public func fulfil(with value: Value) { fulfil(.success(value)) }

    /// Has a closure called with what comes: at once when it is there.
    ///
    /// - Parameter use: the closure; it is called once, and takes the place of whoever waited before.
    public func then(_ use: @escaping @Sendable (Result<Value, any Error>) -> Void) {
        let result: Result<Value, any Error>? = state.withLockedValue { state in
            if case .done(let result) = state { return result }
            state = .wanted(use)
            return nil
        }
        if let result { use(result) }
    }

    /// Waits for the value, or for the task's cancellation: then the promise is over, and what comes later does not count.
    ///
    /// - Returns: the value.
    /// - Throws: why there is none; `CancellationError` when the task is cancelled first.
    public func value() async throws -> Value {
        try await withTaskCancellationHandler {
            try await valueDespiteCancellation()
        } onCancel: {
            fulfil(.failure(CancellationError()))
        }
    }

    /// Waits for the value, also in a task that is cancelled: for what has to be cleared up.
    ///
    /// - Returns: the value.
    /// - Throws: why there is none.
    public func valueDespiteCancellation() async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            then { continuation.resume(with: $0) }
        }
    }
}
