import CPostgres
import Dispatch
import Foundation
import NIOConcurrencyHelpers
import Waiting

/// One connection that many callers share, for statements that are each a transaction of their own.
///
/// What has come together goes out together and is answered in its order (libpq's pipeline mode,
/// https://www.postgresql.org/docs/current/libpq-pipeline-mode.html): under load one round trip to the server serves
/// many callers. Each statement has a sync of its own, so that one that fails leaves the others alone. Its calls of
/// libpq are made on one serial queue, which blocks in `poll` while the server thinks.
final class SharedConnection: Sendable {
    /// How many statements go out at once.
    private static let most = 64

    /// A statement on its way.
    private struct Order {
        let ticket: Ticket
        let statement: Statement
        /// Until when its caller waits.
        let deadline: ContinuousClock.Instant
    }

    private struct State {
        var waiting: [Order] = []
        /// What has gone out and is not answered yet.
        var underWay: [Order] = []
        var isWorking = false
        var isClosed = false
        var connection: Libpq?
        var born = ContinuousClock.now
    }

    private let queue = DispatchQueue(label: "ghosthands.postgres.shared")
    private let configuration: PostgresConfiguration
    private let callers = Waiters<State, Answer>(State())

    /// How long to wait for the server before checking whose deadline has passed.
    private static let glance = Duration.milliseconds(250)

    /// One that connects when it is first used.
    ///
    /// - Parameter configuration: where to connect, and the bounds.
    init(_ configuration: PostgresConfiguration) {
        self.configuration = configuration
    }

    /// How many callers have not had their answer yet.
    var load: Int { callers.change { $0.count } }

    /// Runs one statement; callers go at once when they are cancelled and soon when their time is up, and their statement
    /// may have been run or not.
    func run(_ statement: Statement, within limit: Duration) async throws -> Answer {
        let deadline = ContinuousClock.now + limit
        return try await callers.wait { room, ticket in
            if room.state.isClosed { return .failure(PostgresError.poolIsClosed) }
            if room.count >= configuration.maximumWaiters {
                return .failure(PostgresError(.poolExhausted, "\(room.count) callers wait for an answer already"))
            }
            room.state.waiting.append(Order(ticket: ticket, statement: statement, deadline: deadline))
            if !room.state.isWorking { queue.async { self.work() } }
            room.state.isWorking = true
            return nil
        } cancelled: { _, _ in
            .failure(PostgresError(.cancelled, "cancelled while waiting for the answer"))
        }
    }

    /// Refuses those who wait, and all who come later.
    func close() {
        callers.change { room in
            room.state.isClosed = true
            room.state.waiting = []
            room.answerAll(.failure(PostgresError.poolIsClosed))
        }
    }

    private func answer(_ order: Order, _ answer: Result<Answer, PostgresError>) {
        callers.change { $0.answer(order.ticket, answer.mapError { $0 }) }
    }

    /// Refuses those whose deadline has passed, whether their statement is under way or not.
    private func dismissLate() {
        callers.change { room in
            for order in room.state.underWay + room.state.waiting where order.deadline <= .now {
                room.answer(order.ticket, .failure(PostgresError(.timedOut, "the server did not answer in time")))
            }
        }
    }

    /// Refuses everyone who waits, because the connection does not come.
    private func dismissAll(_ failure: PostgresError) { callers.change { $0.answerAll(.failure(failure)) } }

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
                callers.change { $0.state.connection = nil }
                // The callers behind them would wait for the same connection in vain.
                if failure.code == .unreachable || failure.code == .timedOut { dismissAll(failure) }
                for one in batch { answer(one, .failure(failure)) }
            }
        }
    }

    private func next() -> [Order]? {
        callers.change { room in
            let wanted = room.state.waiting.filter { room.isWaiting($0.ticket) }
            let batch = Array(wanted.prefix(Self.most))
            room.state.waiting = Array(wanted.dropFirst(batch.count))
            room.state.underWay = batch
            room.state.isWorking = !batch.isEmpty
            return batch.isEmpty ? nil : batch
        }
    }

    /// The connection, made anew when the last was ended from the other side.
    private func connection() throws -> Libpq {
        let (held, born) = callers.change { ($0.state.connection, $0.state.born) }
        if let held, held.isAlive, .now - born < configuration.maximumAge, !held.wait(for: POLLIN, until: .now) {
            return held
        }
        let opened = try connect()
        guard PQenterPipelineMode(opened.handle) == 1 else {
            throw PostgresError(.unsupported, "the connection cannot pipeline")
        }
        callers.change { room in
            room.state.connection = opened
            room.state.born = .now
        }
        return opened
    }

    /// Connects on a thread apart, so that no caller waits longer than its deadline.
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

    /// Sends statements and passes on their answers; returns those whose plans the server has lost.
    private func exchange(
        _ batch: [Order],
        on connection: Libpq,
        isLast: Bool = false
    ) throws(PostgresError) -> [Order] {
        for one in batch {
            // Settings come first where a pooler stands between; nothing is prepared there.
            let isReady = connection.settings.map { connection.send(.statement($0)) } ?? true
            guard isReady, connection.sendPrepared(one.statement), PQpipelineSync(connection.handle) == 1 else {
                throw PostgresError.lost(connection.handle)
            }
        }
        try connection.flush(until: .now + configuration.statementDeadline, every: Self.glance, dismissLate)
        var stale: [Order] = []
        for one in batch {
            let deadline = ContinuousClock.now + configuration.statementDeadline
            let result = try connection.answer(toSync: true) { () throws(PostgresError) in
                try connection.consume(until: deadline, every: Self.glance, dismissLate)
                return false
            }
            if case .failure(let failure) = result, failure.isStalePlan, !isLast {
                stale.append(one)
            } else {
                answer(one, result)
            }
        }
        return stale
    }
}
