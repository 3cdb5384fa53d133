import CPostgres
import Foundation

extension Libpq {
    /// Waits until the socket is ready.
    ///
    /// - Returns: false when the time is up first.
    func wait(for events: Int32, until deadline: ContinuousClock.Instant) -> Bool {
        var descriptor = pollfd(fd: socket, events: Int16(events), revents: 0)
        let left = max(0, (deadline - .now).milliseconds)
        let count = poll(&descriptor, 1, Int32(clamping: left))
        return count > 0 || (count < 0 && errno == EINTR)
    }

    /// Waits until the socket is ready, and checks the deadline now and then.
    ///
    /// - Parameters:
    ///   - events: what to wait for.
    ///   - deadline: how long at most.
    ///   - interval: how often to look up.
    ///   - glance: what is done then.
    /// - Throws: ``PostgresError`` when the time is up.
    private func wait(
        for events: Int32,
        until deadline: ContinuousClock.Instant,
        every interval: Duration,
        _ glance: () -> Void
    ) throws(PostgresError) {
        while !wait(for: events, until: min(deadline, .now + interval)) {
            guard deadline > .now else { throw PostgresError(.timedOut, "the server did not answer in time") }
            glance()
        }
    }

    /// Waits until there is something to read, and takes it.
    func consume(
        until deadline: ContinuousClock.Instant,
        every interval: Duration = .seconds(60),
        _ glance: () -> Void = {}
    ) throws(PostgresError) {
        try consume { events throws(PostgresError) in
            try wait(for: events, until: deadline, every: interval, glance)
        }
    }

    /// Sends what is still in the buffer.
    func flush(
        until deadline: ContinuousClock.Instant,
        every interval: Duration = .seconds(60),
        _ glance: () -> Void = {}
    ) throws(PostgresError) {
        try flush { events throws(PostgresError) in
            try wait(for: events, until: deadline, every: interval, glance)
        }
    }

    /// Waits in its caller's way until there is something to read, and takes it.
    func consume(waiting wait: (Int32) throws(PostgresError) -> Void) throws(PostgresError) {
        try wait(POLLIN)
        guard PQconsumeInput(handle) == 1 else { throw PostgresError.lost(handle) }
    }

    /// Sends what is still in the buffer, and reads meanwhile; otherwise both ends could wait on full buffers.
    func flush(waiting wait: (Int32) throws(PostgresError) -> Void) throws(PostgresError) {
        while true {
            switch PQflush(handle) {
            case 0: return
            case 1:
                try wait(POLLIN | POLLOUT)
                guard PQconsumeInput(handle) == 1 else { throw PostgresError.lost(handle) }
            default: throw PostgresError.lost(handle)
            }
        }
    }
}
