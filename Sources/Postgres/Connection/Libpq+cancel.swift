import CPostgres
import Dispatch
import NIOConcurrencyHelpers

extension Libpq {
    /// Asks the server, over a connection of its own, to stop what it is doing for us.
    ///
    /// libpq waits for as long as the server likes, so a thread apart does the asking; of a server that does not react
    /// a few are left hanging at most, and nobody else is asked.
    ///
    /// - Parameter limit: how long to wait until the server has been asked.
    /// - Returns: false when the request may still arrive, and would stop whatever runs next on this connection.
    @discardableResult
    func cancel(within limit: Duration) -> Bool {
        guard Cancelling.begin() else { return false }
        nonisolated(unsafe) let cancel = PQgetCancel(handle)
        let isAsked = DispatchSemaphore(value: 0)
        Cancelling.queue.async {
            var message: [CChar] = Array(repeating: 0, count: 256)
            if let cancel {
                _ = PQcancel(cancel, &message, Int32(message.count))
                PQfreeCancel(cancel)
            }
            Cancelling.end()
            isAsked.signal()
        }
        return isAsked.wait(timeout: .now() + .milliseconds(Int(limit.milliseconds))) == .success
    }
}

/// The threads that ask servers to stop something.
private enum Cancelling {
    static let queue = DispatchQueue(label: "ghosthands.postgres.cancel", attributes: .concurrent)
    private static let most = 8
    private static let count = NIOLockedValueBox(0)

    static func begin() -> Bool {
        count.withLockedValue { count in
            guard count < most else { return false }
            count += 1
            return true
        }
    }

    static func end() { count.withLockedValue { $0 -= 1 } }
}
