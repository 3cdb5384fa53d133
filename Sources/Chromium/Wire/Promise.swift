import NIOConcurrencyHelpers

/// A value that arrives once and is looked for by one party.
final class Promise<Value: Sendable>: Sendable {
    private enum State {
        case empty
        case wanted(@Sendable (Result<Value, any Error>) -> Void)
        case done(Result<Value, any Error>)
    }

    private let state = NIOLockedValueBox(State.empty)

    /// The first result counts, later ones are dropped.
    func fulfil(_ result: Result<Value, any Error>) {
        let use: (@Sendable (Result<Value, any Error>) -> Void)? = state.withLockedValue { state in
            switch state {
            case .empty:
                state = .done(result)
                return nil
            case .wanted(let use):
                state = .done(result)
                return use
            case .done:
                return nil
            }
        }
        use?(result)
    }

    func then(_ use: @escaping @Sendable (Result<Value, any Error>) -> Void) {
        let result: Result<Value, any Error>? = state.withLockedValue { state in
            if case .done(let result) = state { return result }
            state = .wanted(use)
            return nil
        }
        if let result { use(result) }
    }

    func value() async throws -> Value {
        try await withTaskCancellationHandler {
            try await valueDespiteCancellation()
        } onCancel: {
            fulfil(.failure(CancellationError()))
        }
    }

    /// For clean-up, which a cancelled task still owes.
    func valueDespiteCancellation() async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            then { continuation.resume(with: $0) }
        }
    }
}
