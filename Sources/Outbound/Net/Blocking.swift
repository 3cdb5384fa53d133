import Foundation
import NIOConcurrencyHelpers

/// Runs calls that block (name resolution, files) on threads of their own, a bounded number at a time.
///
/// Not on a dispatch queue: its threads are those that run all tasks, and a few slow names would stop the process.
struct Blocking: Sendable {
    private let running = NIOLockedValueBox(0)
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    /// Runs `body` and waits for it, or for the task's cancellation: a call that hangs keeps its thread, not its caller.
    func run<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        try enter()
        let answer = OneAnswer<Value>()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                answer.await(by: continuation)
                Thread.detachNewThread {
                    let result = Result { try body() }
                    running.withLockedValue { $0 -= 1 }
                    answer.give(result)
                }
            }
        } onCancel: {
            answer.give(.failure(CancellationError()))
        }
    }

    private func enter() throws {
        let isFree = running.withLockedValue { count in
            guard count < limit else { return false }
            count += 1
            return true
        }
        guard isFree else { throw OutboundError(.unreachable, "Too many calls are waiting for this machine") }
    }
}

/// Resumes a continuation with the first answer given, also when that came before the continuation.
private final class OneAnswer<Value: Sendable>: Sendable {
    private enum State {
        case empty
        case waiting(CheckedContinuation<Value, any Error>)
        case early(Result<Value, any Error>)
        case done
    }

    private let state = NIOLockedValueBox(State.empty)

    func await(by continuation: CheckedContinuation<Value, any Error>) {
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

    func give(_ result: Result<Value, any Error>) {
        let waiting: CheckedContinuation<Value, any Error>? = state.withLockedValue { state in
            switch state {
            case .empty:
                state = .early(result)
                return nil
            case .waiting(let continuation):
                state = .done
                return continuation
            case .early, .done: return nil
            }
        }
        waiting?.resume(with: result)
    }
}
