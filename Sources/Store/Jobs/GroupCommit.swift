import NIOConcurrencyHelpers

/// Makes writes that come while one is under way together, in one transaction: group commit.
///
/// One caller leads: it takes all who wait and writes for them, and the first of those who came meanwhile leads next.
/// So a write that comes alone goes at once, and under load the way to the server is shared. A group that fails falls
/// apart: each of its callers writes alone and gets its own error; but when the database is away, all hear of it at once,
/// those too who wait. Writes must bear being asked for again.
/// (DeWitt et al., "Implementation techniques for main memory database systems", 1984.)
final class GroupCommit<Item: Sendable, Outcome: Sendable>: Sendable {
    /// Writes items, and tells the outcome of each in their order.
    typealias Write = @Sendable ([Item]) async throws -> [Outcome]

    /// What a caller that has waited does next.
    private enum Turn {
        case lead
        case done(Outcome)
        case alone
        case failed(any Error)
        case cancelled
    }

    private struct State {
        var waiting: [(ticket: UInt64, item: Item)] = []
        var sleeping: [UInt64: CheckedContinuation<Turn, Never>] = [:]
        var lastTicket: UInt64 = 0
        var isLed = false
    }

    private let most: Int
    private let write: Write
    private let state = NIOLockedValueBox(State())

    /// Nothing waits yet.
    ///
    /// - Parameters:
    ///   - most: how many items are written together at most.
    ///   - write: writes them, all or none.
    init(most: Int = 64, write: @escaping Write) {
        self.most = most
        self.write = write
    }

    /// Whether somebody writes.
    var isLed: Bool { state.withLockedValue(\.isLed) }

    /// How many wait for the one who leads.
    var waiting: Int { state.withLockedValue { $0.sleeping.count } }

    /// Writes an item, with others that wait.
    ///
    /// - Parameter item: what to write.
    /// - Returns: its outcome.
    /// - Throws: what writing it alone throws; `CancellationError` when cancelled, and it may have been written or not.
    func callAsFunction(_ item: Item) async throws -> Outcome {
        let ticket = state.withLockedValue { state in
            state.lastTicket += 1
            return state.lastTicket
        }
        let turn = await withTaskCancellationHandler {
            await withCheckedContinuation { enqueue(ticket, item, $0) }
        } onCancel: {
            wake(ticket, .cancelled)
        }
        switch turn {
        case .lead: return try await lead(ticket, item)
        case .done(let outcome): return outcome
        case .alone: return try await alone(item)
        case .failed(let error): throw error
        case .cancelled: throw CancellationError()
        }
    }

    private func enqueue(_ ticket: UInt64, _ item: Item, _ sleeper: CheckedContinuation<Turn, Never>) {
        let turn: Turn? = state.withLockedValue { state in
            // Under the lock: whoever cancels later finds the sleeper.
            if Task.isCancelled { return .cancelled }
            state.waiting.append((ticket, item))
            if !state.isLed {
                state.isLed = true
                return .lead
            }
            state.sleeping[ticket] = sleeper
            return nil
        }
        if let turn { sleeper.resume(returning: turn) }
    }

    private func wake(_ ticket: UInt64, _ turn: Turn) {
        let sleeper = state.withLockedValue { state in
            if case .cancelled = turn { state.waiting.removeAll { $0.ticket == ticket } }
            return state.sleeping.removeValue(forKey: ticket)
        }
        sleeper?.resume(returning: turn)
    }

    /// Writes for all who wait, its own item among them, and hands the lead on.
    private func lead(_ ticket: UInt64, _ item: Item) async throws -> Outcome {
        let others = state.withLockedValue { state in
            state.waiting.removeAll { $0.ticket == ticket }
            let group = Array(state.waiting.prefix(most - 1))
            state.waiting.removeFirst(group.count)
            return group
        }
        let outcomes: [Outcome]
        do {
            outcomes = try await write([item] + others.map(\.item))
        } catch {
            if Outage(error)?.isForAll == true {
                for other in others { wake(other.ticket, .failed(error)) }
                failWaiting(error)
                throw error
            }
            for other in others { wake(other.ticket, .alone) }
            handOn()
            guard !others.isEmpty, !Task.isCancelled else { throw error }
            return try await alone(item)
        }
        for (other, outcome) in zip(others, outcomes.dropFirst()) { wake(other.ticket, .done(outcome)) }
        handOn()
        return outcomes[0]
    }

    /// Nobody leads any more, and nobody waits.
    private func failWaiting(_ error: any Error) {
        let sleepers = state.withLockedValue { state in
            let sleepers = state.waiting.compactMap { state.sleeping.removeValue(forKey: $0.ticket) }
            state.waiting = []
            state.isLed = false
            return sleepers
        }
        for sleeper in sleepers { sleeper.resume(returning: .failed(error)) }
    }

    private func handOn() {
        let next = state.withLockedValue { state in
            let next = state.waiting.first.flatMap { state.sleeping.removeValue(forKey: $0.ticket) }
            state.isLed = next != nil
            return next
        }
        next?.resume(returning: .lead)
    }

    private func alone(_ item: Item) async throws -> Outcome { try await write([item])[0] }
}
