public import NIOConcurrencyHelpers

/// Tells one task that waits from the others; who comes later has a greater one.
public struct Ticket: Hashable, Comparable, Sendable {
    @usableFromInline let number: UInt64

    @inlinable init(_ number: UInt64) { self.number = number }

    /// Whether the first came before the second.
    @inlinable public static func < (first: Ticket, second: Ticket) -> Bool { first.number < second.number }
}

/// Tasks that wait for an answer, and the state that decides about them, under one lock.
///
/// Whoever changes the state can answer those who wait in the same moment, so that nothing that was given to a task is
/// lost when that task is cancelled: either it has the answer, or it does not wait any more.
public final class Waiters<State: Sendable, Answer: Sendable>: Sendable {
    /// What a task that waits is told in the end.
    public typealias Outcome = Result<Answer, any Error>

    /// What the lock guards: the state, and those who wait.
    public struct Room: Sendable {
        /// What decides about those who wait.
        public var state: State
        @usableFromInline var waiting: [Ticket: CheckedContinuation<Answer, any Error>] = [:]
        @usableFromInline var leaving: [(task: CheckedContinuation<Answer, any Error>, outcome: Outcome)] = []
        @usableFromInline var lastTicket: UInt64 = 0

        @inlinable init(_ state: State) { self.state = state }

        /// How many tasks wait.
        @inlinable public var count: Int { waiting.count }

        /// Whether a task waits still.
        @inlinable public func isWaiting(_ ticket: Ticket) -> Bool { waiting[ticket] != nil }

        /// Lets a task go on, as soon as the lock is free; one that does not wait any more is left alone.
        @inlinable public mutating func answer(_ ticket: Ticket, _ outcome: Outcome) {
            if let task = waiting.removeValue(forKey: ticket) { leaving.append((task, outcome)) }
        }

        /// Lets all go on who wait.
        @inlinable public mutating func answerAll(_ outcome: Outcome) {
            for task in waiting.values { leaving.append((task, outcome)) }
            waiting = [:]
        }

        @inlinable mutating func ticket() -> Ticket {
            lastTicket += 1
            return Ticket(lastTicket)
        }

        @inlinable mutating func add(_ ticket: Ticket, _ task: CheckedContinuation<Answer, any Error>) {
            waiting[ticket] = task
        }

        @inlinable mutating func takeLeaving() -> [(task: CheckedContinuation<Answer, any Error>, outcome: Outcome)] {
            guard !leaving.isEmpty else { return [] }
            defer { leaving = [] }
            return leaving
        }
    }

    @usableFromInline let room: NIOLockedValueBox<Room>

    /// Nobody waits yet.
    @inlinable public init(_ state: State) { room = NIOLockedValueBox(Room(state)) }

    /// Looks at the state, changes it and answers those who wait.
    ///
    /// - Parameter body: what is done, under the lock.
    /// - Returns: what the body returned.
    @inlinable public func change<R>(_ body: (inout Room) -> R) -> R {
        let (result, leaving) = room.withLockedValue { room in
            let result = body(&room)
            return (result, room.takeLeaving())
        }
        for one in leaving { one.task.resume(with: one.outcome) }
        return result
    }

    /// Waits for an answer, unless there is one at once.
    ///
    /// - Parameters:
    ///   - enter: decides, under the lock, what the task is told at once; nil has it wait.
    ///   - cancelled: takes a task that was cancelled out of the state, under the lock, and decides what it is told.
    /// - Returns: the answer.
    /// - Throws: the error that it was answered with.
    @inlinable public func wait(
        _ enter: (inout Room, Ticket) -> Outcome?,
        cancelled: @escaping @Sendable (inout Room, Ticket) -> Outcome
    ) async throws -> Answer {
        let ticket = change { $0.ticket() }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { task in
                let outcome: Outcome? = change { room in
                    // Under the lock: whoever cancels later finds the task.
                    if Task.isCancelled { return cancelled(&room, ticket) }
                    if let outcome = enter(&room, ticket) { return outcome }
                    room.add(ticket, task)
                    return nil
                }
                if let outcome { task.resume(with: outcome) }
            }
        } onCancel: {
            change { room in
                guard room.isWaiting(ticket) else { return }
                let outcome = cancelled(&room, ticket)
                room.answer(ticket, outcome)
            }
        }
    }
}
