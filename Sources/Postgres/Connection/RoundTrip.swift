import CPostgres
import Foundation

/// One round trip of a command, on the session's queue.
struct RoundTrip {
    private let session: Session
    private let ticket: UInt64
    private var deadline: ContinuousClock.Instant
    private var hasCancelled = false
    /// Whether a transaction is begun with the command.
    var begins = false
    /// What goes to the server with it: the rest of its transaction.
    var following: [Statement] = []
    /// Set when the answer was not read to its end: the connection is of no more use.
    private(set) var isAbandoned = false

    private var libpq: Libpq { session.connection }

    init(session: Session, ticket: UInt64, timeout: Duration) {
        self.session = session
        self.ticket = ticket
        deadline = .now + timeout
    }

    mutating func run(_ command: Command) throws(PostgresError) -> Answer {
        let wasIdle = PQtransactionStatus(libpq.handle) == PQTRANS_IDLE
        let before = [begins ? Statement("begin") : nil, wasIdle ? libpq.settings : nil].compactMap(\.self)
        if !before.isEmpty || !following.isEmpty { return try bounded(command, after: before) }
        do {
            return try prepared(command)
        } catch  where error.isStalePlan {
            libpq.forgetStatements()
            // Within a transaction that statement has ended it, and only its owner can begin it again.
            guard wasIdle else { throw error }
            return try prepared(command)
        }
    }

    /// Runs a transaction's first statement with its begin, or its last ones with its commit, in one round trip
    /// (libpq's pipeline mode): after one that fails, the others are not run, and without a begin they are one
    /// transaction all the same.
    private mutating func bounded(_ command: Command, after before: [Statement]) throws(PostgresError) -> Answer {
        guard case .statement(let statement) = command else {
            for one in before { _ = try prepared(.statement(one)) }
            var answer = try prepared(command)
            for one in following { answer = try prepared(.statement(one)) }
            return answer
        }
        isAbandoned = true
        guard PQenterPipelineMode(libpq.handle) == 1 else { throw PostgresError.lost(libpq.handle) }
        var isSent = true
        for one in before + [statement] + following { isSent = isSent && libpq.sendPrepared(one) }
        guard isSent, PQpipelineSync(libpq.handle) == 1 else { throw PostgresError.lost(libpq.handle) }
        try flush()
        let answer = try read(toSync: true)
        guard PQexitPipelineMode(libpq.handle) == 1 else { throw PostgresError.lost(libpq.handle) }
        isAbandoned = false
        // The transaction has failed with it: only its owner can begin it again.
        if case .failure(let failure) = answer, failure.isStalePlan { libpq.forgetStatements() }
        return try answer.get()
    }

    private mutating func prepared(_ command: Command) throws(PostgresError) -> Answer {
        if case .statement(let statement) = command, let name = libpq.preparation(of: statement) {
            isAbandoned = true
            guard libpq.prepare(statement, as: name) else { throw PostgresError.lost(libpq.handle) }
            try flush()
            do {
                _ = try read()
            } catch {
                libpq.forgetStatements()
                throw error
            }
        }
        isAbandoned = true
        guard libpq.send(command) else { throw PostgresError.lost(libpq.handle) }
        try flush()
        return try read()
    }

    private mutating func flush() throws(PostgresError) {
        try libpq.flush { events throws(PostgresError) in try wait(for: events) }
    }

    /// Reads all results of the command, so that the connection is free for the next; the first failure counts.
    private mutating func read() throws(PostgresError) -> Answer {
        let answer = try read(toSync: false)
        isAbandoned = false
        guard case .success = answer, !libpq.isAlive else { return try answer.get() }
        throw PostgresError.lost(libpq.handle)
    }

    private mutating func read(toSync isPipelined: Bool) throws(PostgresError) -> Result<Answer, PostgresError> {
        let libpq = libpq
        return try libpq.answer(toSync: isPipelined, wasCancelled: hasCancelled) { () throws(PostgresError) in
            try libpq.consume { events throws(PostgresError) in try wait(for: events) }
            return hasCancelled
        }
    }

    private mutating func wait(for events: Int32) throws(PostgresError) {
        let isReady = session.wait(for: events, milliseconds: (deadline - .now).milliseconds)
        if session.isCancelled(ticket), !hasCancelled {
            hasCancelled = true
            guard libpq.cancel(within: .seconds(1)) else {
                throw PostgresError(.cancelled, "cancelled, and the server could not be told")
            }
            deadline = min(deadline, .now + .seconds(1))
            return
        }
        guard isReady || deadline > .now else {
            // The connection is given up; what runs on it still should not go on without anybody waiting for it.
            if !hasCancelled { libpq.cancel(within: .zero) }
            throw PostgresError(hasCancelled ? .cancelled : .timedOut, "the server did not answer in time")
        }
    }
}
