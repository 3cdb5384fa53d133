import Chromium
import Foundation
import GhostHands
import Hands
import Logging
import NIOConcurrencyHelpers
import Store
import Waiting

/// Writes down what the hands report about one job, under its lease: events in batches, progress at most twice a second.
final class JobJournal: Supervisor {
    private struct State {
        var events: [JobEvent] = []
        var progress: JobProgress?
        /// Whether the job's time is up.
        var isOver = false
        /// Whether a submit was begun whose end is not known.
        var hasIntended = false
        /// What model calls of the job have cost, those of earlier attempts counted, and what is kept back for others.
        var spent = NanoDollars.zero
        var reserved: [Int64: NanoDollars] = [:]
        /// Calls that are to be written down still.
        var unsettled: [ModelCall] = []
        /// The highest percentage shown: one that fell would puzzle whoever watches (R46).
        var percentage = 0
    }

    /// How many events may wait to be written; more than a form of 300 fields causes between two writes.
    private static let mostWaiting = 2000

    private let job: Job
    private let lease: Lease
    private let store: Store
    private let camera: Camera
    private let now: @Sendable () -> Date
    private let state = NIOLockedValueBox(State())
    private let pending = Signal()
    private let writing = OneAtATime()
    private let lost: Signal

    init(
        _ job: Job,
        lease: Lease,
        store: Store,
        camera: Camera,
        lost: Signal,
        now: @escaping @Sendable () -> Date
    ) {
        self.job = job
        self.lease = lease
        self.store = store
        self.camera = camera
        self.lost = lost
        self.now = now
        let before = CostBreakdown(job.metadata["cost_breakdown"]).magnitudeCost
        state.withLockedValue { $0.spent = before }
    }

    func report(_ event: JobEvent) async {
        state.withLockedValue { if $0.events.count < Self.mostWaiting { $0.events.append(event) } }
        pending.raise()
    }

    func progress(_ progress: JobProgress) async {
        state.withLockedValue { $0.progress = progress }
        pending.raise()
    }

    func intendSubmit(on page: Page) async throws -> Bool {
        let picture = try await camera.picture(of: page, called: "submit")
        try await flush()
        if state.withLockedValue(\.isOver) { throw CancellationError() }
        // Set before it is written: a write whose answer is lost may have been made.
        state.withLockedValue { $0.hasIntended = true }
        switch try await store.jobs.intendSubmit(lease, picture: picture, pageURL: PageAddress(page.url).plain) {
        case .recorded: return true
        case .leaseLost, .alreadyOpen:
            lost.raise()
            return false
        }
    }

    func submitRejected() async throws -> Bool {
        let isHeld = try await store.jobs.submitRejected(lease)
        if !isHeld { lost.raise() }
        if isHeld { state.withLockedValue { $0.hasIntended = false } }
        return isHeld
    }

    func manuals(for key: ManualKey) async throws -> [Manual] { try await store.manuals.find(for: key) }

    func reserve(_ most: NanoDollars) async throws -> Allowance {
        let budget = store.spending.budgets.task(job.quality)
        let spent = state.withLockedValue { $0.reserved.values.reduce($0.spent, +) }
        guard spent + most <= budget else { return .refused(.job(budget)) }
        switch try await store.spending.reserve(most, under: lease) {
        case .held(let id):
            state.withLockedValue { $0.reserved[id] = most }
            return .granted(reservation: id)
        case .exceeded(let left, let budget):
            await report(
                JobEvent(
                    .budgetPreflightFailed,
                    [
                        "reason": "the user's month has not that much left",
                        "remaining_budget": .number(left.dollars),
                        "task_budget": .number(store.spending.budgets.task(job.quality).dollars),
                    ]
                )
            )
            return .refused(.month(budget))
        case .leaseLost:
            lost.raise()
            return .leaseLost
        }
    }

    func settle(_ call: ModelCall) async {
        state.withLockedValue { state in
            state.reserved[call.reservation] = nil
            state.spent = state.spent + call.cost
            state.unsettled.append(call)
        }
        // A database that is away for a moment: it is written with the next one, or at the end.
        try? await writeCalls()
    }

    /// Writes down the model calls that are not yet.
    ///
    /// - Throws: when the database cannot be written to.
    func writeCalls() async throws {
        while let call = state.withLockedValue({ $0.unsettled.first }) {
            _ = try await store.spending.settle(call.reservation, cost: call.cost, usage: call.usage)
            state.withLockedValue { state in state.unsettled.removeAll { $0.reservation == call.reservation } }
        }
    }

    func knownAnswers(to keys: [String]) async -> [LearnedAnswer] {
        (try? await store.learnedAnswers.find(keys, of: job.userID)) ?? []
    }

    func learned(_ answers: [LearnedAnswer]) async {
        try? await store.learnedAnswers.keep(answers, of: job.userID, from: job.id)
    }

    /// Whether a submit was begun whose end is not known (R8).
    var hasIntended: Bool { state.withLockedValue(\.hasIntended) }

    /// Lets no submit begin any more: the job's time is up, and only a last picture is taken.
    func close() { state.withLockedValue { $0.isOver = true } }

    /// Writes what comes, every 500 ms at most, until it is cancelled.
    ///
    /// A database that is away for a moment costs nothing: what could not be written is tried again.
    func run<C: Clock>(on clock: C) async where C.Duration == Duration {
        while !Task.isCancelled {
            await pending.wait()
            pending.lower()
            do { try await flush() } catch { pending.raise() }
            try? await clock.sleep(until: clock.now.advanced(by: .milliseconds(500)), tolerance: nil)
        }
    }

    /// Writes everything that waits; what could not be written goes on waiting.
    ///
    /// One write at a time: two could overtake each other.
    ///
    /// - Throws: when the database cannot be written to.
    func flush() async throws {
        try await writing.run {
            let (events, progress) = state.withLockedValue { ($0.events, $0.progress) }
            if !events.isEmpty {
                if try await !store.events.append(events, under: lease) { lost.raise() }
                state.withLockedValue { $0.events.removeFirst(events.count) }
            }
            guard let progress else { return }
            if try await !store.jobs.progress(lease, shown(progress.json(now: now()))) { lost.raise() }
            state.withLockedValue { if $0.progress == progress { $0.progress = nil } }
        }
    }

    /// The progress as it is shown: that of a form that is begun anew in another browser does not fall, and the attempt began
    /// when the database says.
    private func shown(_ progress: JSON) -> JSON {
        guard var members = progress.object, let now = members["progress_pct"]?.int else { return progress }
        let highest = state.withLockedValue { state in
            state.percentage = max(state.percentage, now)
            return state.percentage
        }
        members["progress_pct"] = .int(Int64(highest))
        if let start = job.startedAt { members["started_at"] = .string(Timestamp.text(start)) }
        return .object(members)
    }
}
