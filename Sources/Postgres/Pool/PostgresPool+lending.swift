import Logging
import Waiting

extension PostgresPool {
    /// Lends a connection.
    ///
    /// A transaction that the closure leaves open is rolled back.
    ///
    /// - Parameter body: what is to be done on it.
    /// - Returns: what the closure returns.
    /// - Throws: ``PostgresError`` when there is no connection within the deadline; what the closure throws.
    public func withConnection<Result>(
        _ body: (borrowing PostgresConnection) async throws -> Result
    ) async throws -> Result {
        let deadline = Self.limit.map { ContinuousClock.now + $0 }
        let patience = ContinuousClock.now + configuration.acquireTimeout
        let session = try await acquire(before: deadline.map { min($0, patience) } ?? patience)
        do {
            let connection = PostgresConnection(session: session, longest: statementDeadline, deadline: deadline)
            let result = try await body(connection)
            await release(session)
            return result
        } catch {
            await release(session)
            throw error
        }
    }

    var statementDeadline: Duration { configuration.statementDeadline }

    private func acquire(before deadline: ContinuousClock.Instant) async throws -> Session {
        while true {
            let place = try await place(before: deadline)
            switch place {
            case .held(let session) where !session.wasEndedWhileIdle: return session
            case .held: giveBack(nil)
            case .empty(let notBefore): return try await connect(notBefore, deadline)
            }
        }
    }

    private func connect(
        _ notBefore: ContinuousClock.Instant?,
        _ deadline: ContinuousClock.Instant
    ) async throws
        -> Session
    {
        do {
            if let notBefore {
                guard notBefore < deadline else {
                    throw PostgresError(.unreachable, "the server was unreachable a moment ago")
                }
                try await ContinuousClock().sleep(until: notBefore)
            }
            if let session = try await Session.open(configuration, before: deadline, late: arrived) {
                places.change { $0.state.connected() }
                return session
            }
        } catch {
            if let error = error as? PostgresError, error.code != .cancelled { noteFailure(error) }
            giveBack(nil)
            throw error is CancellationError ? PostgresError(.cancelled, "cancelled before connecting") : error
        }
        throw PostgresError(.unreachable, "no connection was made in time")
    }

    /// Takes back a connection, or the failure to make one, whose caller has gone: the place is free again.
    private func arrived(_ opened: Result<Session, any Error>) {
        switch opened {
        case .success(let session):
            places.change { $0.state.connected() }
            giveBack(session)
        case .failure(let error):
            if let error = error as? PostgresError { noteFailure(error) }
            giveBack(nil)
        }
    }

    private func noteFailure(_ error: PostgresError) {
        places.change { $0.state.failedToConnect(now: .now, chance: Double.random(in: 0...1)) }
        logger.warning("no connection to PostgreSQL", metadata: ["reason": "\(error)"])
    }

    private func place(before deadline: ContinuousClock.Instant) async throws -> PoolState<Session>.Place {
        if let place = places.change({ $0.state.take() }) { return place }
        let place = try await withThrowingTaskGroup(of: PoolState<Session>.Place?.self) { group in
            group.addTask { try await self.queuedPlace() }
            group.addTask {
                try? await ContinuousClock().sleep(until: deadline)
                return nil
            }
            let first = try await group.next() ?? nil
            group.cancelAll()
            // A place may have been granted in the very moment the time was up: it must not be lost.
            let second = try await group.next() ?? nil
            return first ?? second
        }
        if let place { return place }
        if Task.isCancelled { throw PostgresError(.cancelled, "cancelled while waiting for a connection") }
        throw PostgresError(.poolExhausted, "no connection became free in time")
    }

    /// Waits in line; nil when the task is cancelled.
    private func queuedPlace() async throws -> PoolState<Session>.Place? {
        try await places.wait { room, ticket in
            if let place = room.state.take() { return .success(place) }
            return room.state.wait(ticket).map { .failure($0) }
        } cancelled: { room, ticket in
            room.state.leave(ticket)
            return .success(nil)
        }
    }

    private func release(_ session: Session) async {
        if session.isUsable, !session.isIdle { await rollBack(session) }
        let isYoung = .now - session.born < configuration.maximumAge
        giveBack(session.isUsable && session.isIdle && isYoung ? session : nil)
    }

    private func rollBack(_ session: Session) async {
        do {
            _ = try await session.runUncancelled(.statement("rollback"), timeout: statementDeadline)
        } catch {
            logger.warning("a transaction could not be rolled back", metadata: ["reason": "\(error)"])
        }
    }

    private func giveBack(_ session: Session?) {
        places.change { room in
            if let next = room.state.giveBack(session) { room.answer(next.waiter, .success(next.place)) }
        }
    }
}
