import Waiting

/// Makes writes that come while one is under way together, in one transaction: group commit.
///
/// One caller leads: it takes all who wait and writes for them, and the first of those who came meanwhile leads next.
/// So a write that comes alone goes at once, and under load callers share a round trip to the database. When a group
/// fails, each of its callers writes alone and gets its own error; but when the database is away, all get that error at
/// once, also those who wait. A write may be repeated, so repeating it must do no harm. (DeWitt et al., "Implementation
/// techniques for main memory database systems", 1984.)
final class GroupCommit<Item: Sendable, Outcome: Sendable>: Sendable {
    /// Writes items, and tells the outcome of each in their order.
    typealias Write = @Sendable ([Item]) async throws -> [Outcome]

    /// What a caller does next.
    private enum Turn {
        case lead
        case done(Outcome)
        case alone
    }

    private struct State {
        var waiting: [(ticket: Ticket, item: Item)] = []
        var isLed = false
    }

    private let most: Int
    private let write: Write
    private let callers = Waiters<State, Turn>(State())

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
    var isLed: Bool { callers.change { $0.state.isLed } }

    /// How many wait for the one who leads.
    var waiting: Int { callers.change { $0.count } }

    /// Writes an item, with others that wait.
    ///
    /// - Parameter item: what to write.
    /// - Returns: its outcome.
    /// - Throws: what writing it alone throws; `CancellationError` when cancelled, and it may have been written or not.
    func callAsFunction(_ item: Item) async throws -> Outcome {
        let turn = try await callers.wait { room, ticket in
            guard room.state.isLed else {
                room.state.isLed = true
                return .success(.lead)
            }
            room.state.waiting.append((ticket, item))
            return nil
        } cancelled: { room, ticket in
            room.state.waiting.removeAll { $0.ticket == ticket }
            return .failure(CancellationError())
        }
        switch turn {
        case .lead: return try await lead(item)
        case .done(let outcome): return outcome
        case .alone: return try await alone(item)
        }
    }

    /// Writes for all who wait, its own item among them, and hands the lead on.
    private func lead(_ item: Item) async throws -> Outcome {
        let others = callers.change { room in
            let group = Array(room.state.waiting.prefix(most - 1))
            room.state.waiting.removeFirst(group.count)
            return group
        }
        let outcomes: [Outcome]
        do {
            outcomes = try await write([item] + others.map(\.item))
        } catch {
            if Outage(error)?.isForAll == true {
                failAll(error)
                throw error
            }
            handOn { room in for other in others { room.answer(other.ticket, .success(.alone)) } }
            guard !others.isEmpty, !Task.isCancelled else { throw error }
            return try await alone(item)
        }
        handOn { room in
            for (other, outcome) in zip(others, outcomes.dropFirst()) {
                room.answer(other.ticket, .success(.done(outcome)))
            }
        }
        return outcomes[0]
    }

    /// Nobody leads any more, and nobody waits.
    private func failAll(_ error: any Error) {
        callers.change { room in
            room.answerAll(.failure(error))
            room.state = State()
        }
    }

    /// Answers those who were written for, and lets the first of the others lead.
    private func handOn(_ answer: (inout Waiters<State, Turn>.Room) -> Void) {
        callers.change { room in
            answer(&room)
            room.state.isLed = !room.state.waiting.isEmpty
            if room.state.isLed { room.answer(room.state.waiting.removeFirst().ticket, .success(.lead)) }
        }
    }

    private func alone(_ item: Item) async throws -> Outcome { try await write([item])[0] }
}
