import CPostgres
import Dispatch
import Foundation
import NIOConcurrencyHelpers
import Waiting

/// One connection to the server.
///
/// libpq wants one thread at a time on a connection, so all its calls are made on the session's serial queue, which
/// blocks in `poll` while the server thinks. There are at most as many such queues as the pool has places.
final class Session: Sendable {
    let connection: Libpq
    let born = ContinuousClock.now
    private let queue = DispatchQueue(label: "ghosthands.postgres")
    private let wake: WakePipe
    private let state = NIOLockedValueBox(State())

    private struct State {
        var isBroken = false
        var transaction = PQTRANS_IDLE
        var lastTicket: UInt64 = 0
        var cancelled: Set<UInt64> = []
        /// Whether the next statement is to begin a transaction.
        var mustBegin = false
    }

    private init(_ connection: Libpq) throws {
        self.connection = connection
        wake = try WakePipe()
    }

    /// Whether the connection can be lent again as it is.
    var isUsable: Bool { state.withLockedValue { !$0.isBroken } }

    /// Whether no transaction is open.
    var isIdle: Bool { state.withLockedValue { $0.transaction == PQTRANS_IDLE } }

    /// Whether the open transaction has failed, so that the server would answer its commit with a silent rollback.
    var hasFailedTransaction: Bool { state.withLockedValue { $0.transaction == PQTRANS_INERROR } }

    /// Has the next statement begin a transaction: both go to the server together.
    func begin() { state.withLockedValue { $0.mustBegin = true } }

    /// Ends what ``begin()`` began when no statement came.
    ///
    /// - Returns: whether that was so, and there is nothing to commit.
    func hasBegunNothing() -> Bool {
        state.withLockedValue { state in
            defer { state.mustBegin = false }
            return state.mustBegin
        }
    }

    /// Whether an idle connection was ended from the other side: then something can be read where nothing should.
    var wasEndedWhileIdle: Bool {
        var descriptor = pollfd(fd: connection.socket, events: Int16(POLLIN), revents: 0)
        return poll(&descriptor, 1, 0) != 0
    }

    /// Connects.
    ///
    /// - Parameters:
    ///   - configuration: where to.
    ///   - deadline: until when the caller waits.
    ///   - late: told what came of it when the caller has gone by then.
    /// - Returns: the session; nil when the caller has waited in vain.
    /// - Throws: ``PostgresError``.
    static func open(
        _ configuration: PostgresConfiguration,
        before deadline: ContinuousClock.Instant,
        late: @escaping @Sendable (Result<Session, any Error>) -> Void
    ) async throws -> Session? {
        let queue = DispatchQueue(label: "ghosthands.postgres.connect")
        let promise = Promise<Session?>()
        queue.async {
            let opened = Result { try Session(Libpq(configuration)) }
            if !promise.fulfil(opened.map { $0 }) { late(opened) }
        }
        let patience = max(0, (deadline - .now).milliseconds)
        DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(Int(patience))) {
            promise.fulfil(.success(nil))
        }
        return try await promise.valueDespiteCancellation()
    }

    /// Connects, however long it takes.
    static func open(_ configuration: PostgresConfiguration) async throws -> Session {
        let queue = DispatchQueue(label: "ghosthands.postgres.connect")
        return try await withCheckedThrowingContinuation { continuation in
            queue.async {
                continuation.resume(with: Result { try Session(Libpq(configuration)) })
            }
        }
    }

    /// Runs one command, and has the server stop it when the task is cancelled.
    func run(_ command: Command, timeout: Duration) async throws -> Answer {
        try await onQueue { ticket throws(PostgresError) in try self.exchange(command, timeout, ticket) }
    }

    /// Runs work on the session's queue; the work must check whether its ticket is cancelled.
    func onQueue<Outcome: Sendable>(
        _ body: @escaping @Sendable (UInt64) throws(PostgresError) -> Outcome
    ) async throws -> Outcome {
        let ticket = state.withLockedValue { state in
            state.lastTicket += 1
            return state.lastTicket
        }
        return try await withTaskCancellationHandler {
            try await enqueue { () throws(PostgresError) in
                defer { self.state.withLockedValue { _ = $0.cancelled.remove(ticket) } }
                return try body(ticket)
            }
        } onCancel: {
            state.withLockedValue { _ = $0.cancelled.insert(ticket) }
            wake.ring()
        }
    }

    /// Runs one command that must be seen through: the end of a transaction.
    ///
    /// - Parameters:
    ///   - command: what to run.
    ///   - timeout: how long it may take.
    ///   - following: what goes with it in the same way to the server and back.
    /// - Returns: the answer of the last of them.
    /// - Throws: ``PostgresError``.
    func runUncancelled(_ command: Command, timeout: Duration, following: [Statement] = []) async throws -> Answer {
        try await enqueue { () throws(PostgresError) in try self.exchange(command, timeout, 0, following) }
    }

    private func enqueue<Outcome: Sendable>(
        _ body: @escaping @Sendable () throws(PostgresError) -> Outcome
    ) async throws -> Outcome {
        try await withCheckedThrowingContinuation { continuation in
            queue.async {
                continuation.resume(with: Result { () throws(PostgresError) in try body() }.mapError { $0 })
            }
        }
    }

    private func exchange(
        _ command: Command,
        _ timeout: Duration,
        _ ticket: UInt64,
        _ following: [Statement] = []
    ) throws(PostgresError) -> Answer {
        guard !isCancelled(ticket) else { throw PostgresError(.cancelled, "cancelled before it was sent") }
        // Only now: a begin that was not sent has begun nothing, and the next statement must still send it.
        var exchange = RoundTrip(session: self, ticket: ticket, timeout: timeout)
        (exchange.begins, exchange.following) = (hasBegunNothing(), following)
        defer {
            let isBroken = exchange.isAbandoned || !connection.isAlive
            let transaction = PQtransactionStatus(connection.handle)
            state.withLockedValue { state in
                state.isBroken = state.isBroken || isBroken
                state.transaction = transaction
            }
        }
        return try exchange.run(command)
    }

    func isCancelled(_ ticket: UInt64) -> Bool { state.withLockedValue { $0.cancelled.contains(ticket) } }

    /// Waits until the socket is ready or somebody rings.
    ///
    /// - Returns: false when the time is up first.
    func wait(for events: Int32, milliseconds: Int64) -> Bool {
        var descriptors = [
            pollfd(fd: connection.socket, events: Int16(events), revents: 0),
            pollfd(fd: wake.readEnd, events: Int16(POLLIN), revents: 0),
        ]
        let count = poll(&descriptors, 2, Int32(clamping: max(0, milliseconds)))
        if descriptors[1].revents != 0 { wake.drain() }
        return count > 0 || (count < 0 && errno == EINTR)
    }
}
