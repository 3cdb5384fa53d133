import Chromium
import Foundation
import GhostHands
import Hands
import Logging
import NIOConcurrencyHelpers
import Store
import Waiting

/// Writes down what the hands report about one job, under its lease: events in batches, progress at most twice a second.
final class JobJournal: Sendable {
    private struct State {
        /// Whether the job's time is up.
        var isOver = false
        /// Whether a submit was begun whose end is not known.
        var hasIntended = false
        /// The highest percentage shown: one that fell would puzzle whoever watches (R46).
        var percentage = 0
    }

    private let job: Job
    private let lease: Lease
    private let store: Store
    private let camera: Camera
    private let now: @Sendable () -> Date
    private let state = NIOLockedValueBox(State())
    private let waiting = ReportQueue()
    /// Raised when a write finds the lease lost.
    let lost: Signal

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
    }

    /// Is told that something happened.
    func report(_ event: JobEvent) async {
        waiting.report(event)
    }

    /// Is told how far the attempt has come.
    func progress(_ progress: JobProgress) async {
        waiting.progress(progress)
    }

    /// Records, before the final submit is pressed, that it will be (R8).
    ///
    /// - Returns: false when somebody else holds the job now.
    /// - Throws: when it could not be recorded, or the job's time is up: then it must not be pressed.
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

    /// Records that the form rejected the submit and is sent again at once.
    ///
    /// - Returns: false when somebody else holds the job now.
    /// - Throws: when it could not be recorded, or the job's time is up: then it must not be pressed.
    func submitAgain() async throws -> Bool {
        try await flush()
        if state.withLockedValue(\.isOver) { throw CancellationError() }
        let isHeld = try await store.jobs.submitAgain(lease)
        if !isHeld { lost.raise() }
        return isHeld
    }

    /// Records that somebody else has pressed the submit, or may have; again where that is not sure to be written.
    ///
    /// - Parameter url: the page that was sent.
    /// - Throws: when it could not be recorded.
    func noteSubmit(at url: String?) async throws {
        state.withLockedValue { $0.hasIntended = true }
        if try await store.jobs.intendSubmit(lease, pageURL: url) == .leaseLost { lost.raise() }
    }

    /// Records that the form itself rejected the submit.
    ///
    /// - Returns: false when somebody else holds the job now.
    /// - Throws: when it could not be recorded.
    func submitRejected() async throws -> Bool {
        let isHeld = try await store.jobs.submitRejected(lease)
        if !isHeld { lost.raise() }
        if isHeld { state.withLockedValue { $0.hasIntended = false } }
        return isHeld
    }

    /// Whether a submit was begun whose end is not known (R8).
    var hasIntended: Bool { state.withLockedValue(\.hasIntended) }

    /// Lets no submit begin any more: the job's time is up, and only a last picture is taken.
    func close() { state.withLockedValue { $0.isOver = true } }

    /// Writes what comes, every 500 ms at most, until it is cancelled.
    ///
    /// A database that is away for a moment costs nothing: what could not be written is tried again.
    func run<C: Clock>(on clock: C) async where C.Duration == Duration {
        await waiting.run(on: clock) { try await flush() }
    }

    /// Writes everything that waits; what could not be written goes on waiting.
    ///
    /// One write at a time: two could overtake each other.
    ///
    /// - Throws: when the database cannot be written to.
    func flush() async throws {
        try await waiting.withWaiting { events, progress in
            if !events.isEmpty {
                if try await !store.events.append(events, under: lease) { lost.raise() }
                waiting.wrote(events: events.count)
            }
            guard let progress else { return }
            if try await !store.jobs.progress(lease, shown(progress.json(now: now()))) { lost.raise() }
            waiting.wrote(progress)
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
        members["progress_pct"] = JSON(highest)
        if let start = job.startedAt { members["started_at"] = .string(Timestamp.text(start)) }
        return .object(members)
    }
}
