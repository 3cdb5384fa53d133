import Foundation
import NIOConcurrencyHelpers
import Waiting

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
        let answer = Promise<Value>()
        Thread.detachNewThread {
            let result = Result { try body() }
            running.withLockedValue { $0 -= 1 }
            answer.fulfil(result)
        }
        return try await answer.value()
    }

    private func enter() throws {
        let isFree = running.withLockedValue { count in
            guard count < limit else { return false }
            count += 1
            return true
        }
        guard isFree else {
            throw OutboundError(.unreachable, "Too many look-ups are waiting on this machine; try again later")
        }
    }
}
