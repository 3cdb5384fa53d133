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

    private struct Caller {
        let continuation: CheckedContinuation<Answer, any Error>
        /// Until when it waits.
        let deadline: ContinuousClock.Instant
    }

    private struct State {
        var waiting: [Waiting] = []
        /// Those who still want their answer, waiting or under way.
        var callers: [UInt64: Caller] = [:]
        var lastTicket: UInt64 = 0
        var isWorking = false
        var isClosed = false
        var connection: Libpq?
        var born = ContinuousClock.now
    }

    private let queue = DispatchQueue(label: "ghosthands.postgres.lane")
    private let configuration: PostgresConfiguration
    private let state = NIOLockedValueBox(State())

    /// How long the server is waited for before it is looked whose time is up.
    private static let glance = Duration.milliseconds(250)

    /// A lane that connects when it is first used.
    ///
    /// - Parameter configuration: where to connect, and the bounds.
    init(_ configuration: PostgresConfiguration) {
        self.configuration = configuration
    }

    /// How many callers have not had their answer yet.
    var load: Int { state.withLockedValue { $0.callers.count } }

    /// Runs one statement; callers go at once when they are cancelled and soon when their time is up, and their statement
    /// may have been run or not.
    func run(_ statement: Statement, within limit: Duration) async throws -> Answer {
        let deadline = ContinuousClock.now + limit
        let ticket = state.withLockedValue { state in
            state.lastTicket += 1
            return state.lastTicket
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                enqueue(
                    Waiting(ticket: ticket, statement: statement),
                    Caller(continuation: continuation, deadline: deadline)
                )
            }
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
        for caller in waiting { caller.continuation.resume(throwing: PostgresError.poolIsClosed) }
    }

    private func enqueue(_ waiting: Waiting, _ caller: Caller) {
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
        if let error { caller.continuation.resume(throwing: error) }
        if begins { queue.async { self.work() } }
    }

    private func answer(_ ticket: UInt64, _ answer: Result<Answer, PostgresError>) {
        let caller = state.withLockedValue { $0.callers.removeValue(forKey: ticket) }
        caller?.continuation.resume(with: answer.mapError { $0 })
    }

    /// Turns away those whose time is up, whether their statement is under way or not.
    private func dismissLate() {
        let late = state.withLockedValue { state in
            let late = state.callers.filter { $0.value.deadline <= .now }
            for ticket in late.keys { state.callers[ticket] = nil }
            return late.values
        }
        for caller in late {
            caller.continuation.resume(throwing: PostgresError(.timedOut, "the server did not answer in time"))
        }
    }

    /// Turns away all who wait for something that does not come.
    private func dismissAll(_ failure: PostgresError) {
        let callers = state.withLockedValue { state in
            defer { state.callers = [:] }
            return state.callers.values
        }
        for caller in callers { caller.continuation.resume(throwing: failure) }
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
                // Those behind them would only wait for the same.
                if failure.code == .unreachable || failure.code == .timedOut { dismissAll(failure) }
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
        let opened = try connect()
        guard PQenterPipelineMode(opened.handle) == 1 else {
            throw PostgresError(.unsupported, "the connection cannot pipeline")
        }
        state.withLockedValue { state in
            state.connection = opened
            state.born = .now
        }
        return opened
    }

    /// Connects on a thread apart, so that nobody waits for it longer than he wants to.
    private func connect() throws -> Libpq {
        let outcome = NIOLockedValueBox<Result<Libpq, any Error>?>(nil)
        let isDone = DispatchSemaphore(value: 0)
        DispatchQueue(label: "ghosthands.postgres.connect").async { [configuration] in
            let opened = Result { try Libpq(configuration) }
            outcome.withLockedValue { $0 = opened }
            isDone.signal()
        }
        while true {
            let glance = DispatchTimeInterval.milliseconds(Int(Self.glance.milliseconds))
            if isDone.wait(timeout: .now() + glance) == .success, let opened = outcome.withLockedValue({ $0.take() }) {
                return try opened.get()
            }
            dismissLate()
        }
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
            if let settings = connection.settings { isSent = isSent && connection.send(.statement(settings)) }
            guard isSent, connection.send(.statement(one.statement)), PQpipelineSync(connection.handle) == 1 else {
                throw PostgresError.lost(connection.handle)
            }
        }
        try connection.flush(until: .now + configuration.statementDeadline, every: Self.glance, dismissLate)
        var stale: [Waiting] = []
        for one in batch {
            let deadline = ContinuousClock.now + configuration.statementDeadline
            let result = try connection.answer(toSync: true) { () throws(PostgresError) in
                try connection.consume(until: deadline, every: Self.glance, dismissLate)
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
