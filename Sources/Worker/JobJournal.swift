import Foundation
import GhostHands
import Hands
import Logging
import NIOConcurrencyHelpers
import Store

/// Writes down what the hands report about one job, under its lease: events in batches, progress at most twice a second.
final class JobJournal: Supervisor {
    private struct State {
        var events: [JobEvent] = []
        var progress: JobProgress?
        var dropped = 0
    }

    /// How many events may wait to be written; more than a form of 300 fields causes between two writes.
    private static let mostWaiting = 2000

    private let lease: Lease
    private let store: Store
    private let now: @Sendable () -> Date
    private let state = NIOLockedValueBox(State())
    private let pending = Signal()
    private let lost: Signal

    init(lease: Lease, store: Store, lost: Signal, now: @escaping @Sendable () -> Date) {
        self.lease = lease
        self.store = store
        self.lost = lost
        self.now = now
    }

    func report(_ event: JobEvent) async {
        state.withLockedValue { state in
            if state.events.count < Self.mostWaiting { state.events.append(event) } else { state.dropped += 1 }
        }
        pending.raise()
    }

    func progress(_ progress: JobProgress) async {
        state.withLockedValue { $0.progress = progress }
        pending.raise()
    }

    func intendSubmit() async throws -> Bool {
        try await flush()
        switch try await store.jobs.intendSubmit(lease) {
        case .recorded: return true
        case .leaseLost, .alreadyOpen:
            lost.raise()
            return false
        }
    }

    func submitRejected() async throws -> Bool {
        let isHeld = try await store.jobs.submitRejected(lease)
        if !isHeld { lost.raise() }
        return isHeld
    }

    /// Writes what comes, every 500 ms at most, until it is cancelled.
    func run<C: Clock>(on clock: C) async throws where C.Duration == Duration {
        while !Task.isCancelled {
            await pending.wait()
            pending.lower()
            try await flush()
            try? await clock.sleep(until: clock.now.advanced(by: .milliseconds(500)), tolerance: nil)
        }
    }

    /// Writes everything that waits.
    func flush() async throws {
        let (events, progress) = state.withLockedValue { state in
            defer { state.events = []; state.progress = nil }
            return (state.events, state.progress)
        }
        if !events.isEmpty, try await !store.events.append(events, under: lease) { lost.raise() }
        if let progress, try await !store.jobs.progress(lease, progress.json(now: now())) { lost.raise() }
    }
}
