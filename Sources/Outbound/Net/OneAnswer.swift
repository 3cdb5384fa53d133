import NIOConcurrencyHelpers

/// Something that is answered once, perhaps before anybody waits for it; one task waits.
final class OneAnswer<Value: Sendable>: Sendable {
    private enum State {
        case empty
        case waiting(CheckedContinuation<Value, any Error>)
        case early(Result<Value, any Error>)
        case done
    }

    private let state = NIOLockedValueBox(State.empty)

    /// Waits for the answer, or for the task's cancellation.
    func value() async throws -> Value {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { wait(with: $0) }
        } onCancel: {
            give(.failure(CancellationError()))
        }
    }

    /// Answers, unless that was done already.
    ///
    /// - Returns: whether it is this answer that counts.
    @discardableResult
    func give(_ result: Result<Value, any Error>) -> Bool {
        let (waiting, isFirst): (CheckedContinuation<Value, any Error>?, Bool) = state.withLockedValue { state in
            switch state {
            case .empty:
                state = .early(result)
                return (nil, true)
            case .waiting(let continuation):
                state = .done
                return (continuation, true)
            case .early, .done: return (nil, false)
            }
        }
        waiting?.resume(with: result)
        return isFirst
    }

    private func wait(with continuation: CheckedContinuation<Value, any Error>) {
        let early: Result<Value, any Error>? = state.withLockedValue { state in
            guard case .early(let result) = state else {
                state = .waiting(continuation)
                return nil
            }
            state = .done
            return result
        }
        if let early { continuation.resume(with: early) }
    }
}
