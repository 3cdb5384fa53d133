import CPostgres
import Dispatch
import Foundation
import NIOConcurrencyHelpers

/// One connection that many callers share, for statements that are each a transaction of their own.
///
/// What has come together goes out together and is answered in its order (libpq's pipeline mode,
/// https://www.postgresql.org/docs/current/libpq-pipeline-mode.html): under load one way to the server serves many
/// callers. Each statement has a sync of its own, so that one that fails leaves the others alone. Its calls of libpq are
/// made on one serial queue, which blocks in `poll` while the server thinks.
final class Lane: Sendable {
    /// How many statements go out at once.
    private static let most = 64

    private struct Waiting {
        let ticket: UInt64
        let statement: Statement
    }

    private struct State {
        var waiting: [Waiting] = []
        /// Those who still want their answer, waiting or under way.
        var callers: [UInt64: CheckedContinuation<Answer, any Error>] = [:]
        var lastTicket: UInt64 = 0
        var isWorking = false
        var isClosed = false
        var connection: Libpq?
        var born = ContinuousClock.now
    }

    private let queue = DispatchQueue(label: "ghosthands.postgres.lane")
    private let configuration: PostgresConfiguration
    private let timeout: Duration
    private let state = NIOLockedValueBox(State())

    /// A lane that connects when it is first used.
    ///
    /// - Parameters:
    ///   - configuration: where to connect, and the bounds.
    ///   - timeout: how long one statement may take, the server's own limit included.
    init(_ configuration: PostgresConfiguration, timeout: Duration) {
        self.configuration = configuration
        self.timeout = timeout
    }

    /// How many callers have not had their answer yet.
    var load: Int { state.withLockedValue { $0.callers.count } }

    /// Runs one statement; cancelled callers go at once, and their statement may have been run or not.
    func run(_ statement: Statement) async throws -> Answer {
        let ticket = state.withLockedValue { state in
            state.lastTicket += 1
            return state.lastTicket
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { enqueue(Waiting(ticket: ticket, statement: statement), $0) }
        } onCancel: {
            answer(ticket, .failure(PostgresError(.cancelled, "cancelled while waiting for the answer")))
        }
    }

    /// Turns away those who wait, and all who come later.
    func close() {
        let waiting = state.withLockedValue { state in
            state.isClosed = true
            state.waiting = []
            defer { state.callers = [:] }
            return state.callers.values
        }
        for caller in waiting { caller.resume(throwing: PostgresError.poolIsClosed) }
    }

    private func enqueue(_ waiting: Waiting, _ caller: CheckedContinuation<Answer, any Error>) {
        let (error, begins): (PostgresError?, Bool) = state.withLockedValue { state in
            // Under the lock: whoever cancels later finds the caller.
            if Task.isCancelled { return (PostgresError(.cancelled, "cancelled before it was sent"), false) }
            if state.isClosed { return (.poolIsClosed, false) }
            if state.callers.count >= configuration.maximumWaiters {
                return (
                    PostgresError(.poolExhausted, "\(state.callers.count) callers wait for an answer already"), false
                )
            }
            state.callers[waiting.ticket] = caller
            state.waiting.append(waiting)
            defer { state.isWorking = true }
            return (nil, !state.isWorking)
        }
        if let error { caller.resume(throwing: error) }
        if begins { queue.async { self.work() } }
    }

    private func answer(_ ticket: UInt64, _ answer: Result<Answer, PostgresError>) {
        let caller = state.withLockedValue { $0.callers.removeValue(forKey: ticket) }
        caller?.resume(with: answer.mapError { $0 })
    }

    /// Sends what waits, batch by batch, until nothing does.
    private func work() {
        while let batch = next() {
            do {
                let connection = try connection()
                let stale = try exchange(batch, on: connection)
                if !stale.isEmpty {
                    connection.forgetStatements()
                    _ = try exchange(stale, on: connection, isLast: true)
                }
                guard connection.isAlive, PQtransactionStatus(connection.handle) == PQTRANS_IDLE else {
                    throw PostgresError(.unreachable, "the connection cannot be used again")
                }
            } catch {
                let failure = error as? PostgresError ?? PostgresError(.unreachable, "\(error)")
                state.withLockedValue { $0.connection = nil }
                for one in batch { answer(one.ticket, .failure(failure)) }
            }
        }
    }

    private func next() -> [Waiting]? {
        state.withLockedValue { state in
            state.waiting.removeAll { state.callers[$0.ticket] == nil }
            guard !state.waiting.isEmpty else {
                state.isWorking = false
                return nil
            }
            let batch = Array(state.waiting.prefix(Self.most))
            state.waiting.removeFirst(batch.count)
            return batch
        }
    }

    /// The connection, made anew when the last was ended from the other side.
    private func connection() throws -> Libpq {
        let (held, born) = state.withLockedValue { ($0.connection, $0.born) }
        if let held, held.isAlive, .now - born < configuration.maximumAge, !held.wait(for: POLLIN, until: .now) {
            return held
        }
        let opened = try Libpq(configuration)
        guard PQenterPipelineMode(opened.handle) == 1 else {
            throw PostgresError(.unsupported, "the connection cannot pipeline")
        }
        state.withLockedValue { state in
            state.connection = opened
            state.born = .now
        }
        return opened
    }

    /// Sends statements and passes on what they are answered; those whose plans the server has lost are left over.
    private func exchange(
        _ batch: [Waiting],
        on connection: Libpq,
        isLast: Bool = false
    ) throws(PostgresError) -> [Waiting] {
        for one in batch {
            var isSent = true
            if let name = connection.preparation(of: one.statement) {
                isSent = connection.prepare(one.statement, as: name)
            }
            guard isSent, connection.send(.statement(one.statement)), PQpipelineSync(connection.handle) == 1 else {
                throw PostgresError.lost(connection.handle)
            }
        }
        try connection.flush(until: .now + timeout)
        var stale: [Waiting] = []
        for one in batch {
            let deadline = ContinuousClock.now + timeout
            let result = try connection.answer(toSync: true) { () throws(PostgresError) in
                try connection.consume(until: deadline)
                return false
            }
            if case .failure(let failure) = result, failure.isStalePlan, !isLast {
                stale.append(one)
            } else {
                answer(one.ticket, result)
            }
        }
        return stale
    }
}

extension Libpq {
    /// Waits until the socket is ready.
    ///
    /// - Returns: false when the time is up first.
    fileprivate func wait(for events: Int32, until deadline: ContinuousClock.Instant) -> Bool {
        var descriptor = pollfd(fd: socket, events: Int16(events), revents: 0)
        let left = max(0, (deadline - .now).milliseconds)
        let count = poll(&descriptor, 1, Int32(clamping: left))
        return count > 0 || (count < 0 && errno == EINTR)
    }

    fileprivate func consume(until deadline: ContinuousClock.Instant) throws(PostgresError) {
        guard wait(for: POLLIN, until: deadline) || deadline > .now else {
            throw PostgresError(.timedOut, "the server did not answer in time")
        }
        guard PQconsumeInput(handle) == 1 else { throw PostgresError.lost(handle) }
    }

    /// Sends what is still in the buffer, and reads meanwhile: else both ends could wait on full buffers.
    fileprivate func flush(until deadline: ContinuousClock.Instant) throws(PostgresError) {
        while true {
            switch PQflush(handle) {
            case 0: return
            case 1:
                guard wait(for: POLLIN | POLLOUT, until: deadline) || deadline > .now else {
                    throw PostgresError(.timedOut, "the server did not take the statements in time")
                }
                guard PQconsumeInput(handle) == 1 else { throw PostgresError.lost(handle) }
            default: throw PostgresError.lost(handle)
            }
        }
    }
}
