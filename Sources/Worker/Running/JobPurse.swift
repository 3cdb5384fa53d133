import GhostHands
import Hands
import NIOConcurrencyHelpers
import Store
import Waiting

/// What the models asked for one job have cost and may cost still, as its user's month and its own budget allow.
final class JobPurse: Sendable {
    private struct State {
        /// What calls have cost, those of earlier attempts counted.
        var spent: NanoDollars
        /// What is kept back for calls that are under way.
        var reserved: [Int64: NanoDollars] = [:]
        /// Calls that are to be written down still.
        var unsettled: [ModelCall] = []
    }

    private let lease: Lease
    /// What the job may cost.
    private let budget: NanoDollars
    private let spending: Spending
    private let journal: JobJournal
    private let state: NIOLockedValueBox<State>

    init(_ job: Job, lease: Lease, spending: Spending, journal: JobJournal) {
        self.lease = lease
        self.spending = spending
        self.journal = journal
        budget = spending.budgets.task(job.quality)
        state = NIOLockedValueBox(State(spent: CostBreakdown(job.metadata[.costBreakdown]).magnitudeCost))
    }

    /// Keeps back what a call may cost at most, if there is that much left.
    func reserve(_ most: NanoDollars) async throws -> Allowance {
        let spent = state.withLockedValue { $0.reserved.values.reduce($0.spent, +) }
        guard spent + most <= budget else { return .refused(.job(budget)) }
        switch try await spending.reserve(most, under: lease) {
        case .held(let id):
            state.withLockedValue { $0.reserved[id] = most }
            return .granted(reservation: id)
        case .exceeded(let left, let month):
            await journal.report(.budgetPreflightFailed(left: left, budget: budget))
            return .refused(.month(month))
        case .leaseLost:
            journal.lost.raise()
            return .leaseLost
        }
    }

    /// Takes note of what a call came to.
    func settle(_ call: ModelCall) async {
        state.withLockedValue { state in
            state.reserved[call.reservation] = nil
            state.spent = state.spent + call.cost
            state.unsettled.append(call)
        }
        // A database that is away for a moment: it is written with the next one, or at the end.
        try? await writeCalls()
    }

    /// Writes down the calls that are not yet.
    ///
    /// - Throws: when the database cannot be written to.
    func writeCalls() async throws {
        while let call = state.withLockedValue({ $0.unsettled.first }) {
            _ = try await spending.settle(
                call.reservation,
                cost: call.cost,
                usage: call.usage,
                provider: call.provider,
                isAnswered: call.isAnswered
            )
            state.withLockedValue { state in state.unsettled.removeAll { $0.reservation == call.reservation } }
        }
    }
}
