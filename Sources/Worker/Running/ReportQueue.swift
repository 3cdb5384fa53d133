import GhostHands
import NIOConcurrencyHelpers
import Waiting

/// What the hands have reported of a job and nobody has written down yet: events in batches, progress at most twice a second.
final class ReportQueue: Sendable {
    private struct State {
        var events: [JobEvent] = []
        var progress: JobProgress?
    }

    /// How many events may wait to be written; more than a form of 300 fields causes between two writes.
    private static let mostWaiting = 2000

    private let state = NIOLockedValueBox(State())
    private let pending = Signal()
    private let writing = OneAtATime()

    /// Is told that something happened.
    func report(_ event: JobEvent) {
        state.withLockedValue { if $0.events.count < Self.mostWaiting { $0.events.append(event) } }
        pending.raise()
    }

    /// Is told how far the attempt has come.
    func progress(_ progress: JobProgress) {
        state.withLockedValue { $0.progress = progress }
        pending.raise()
    }

    /// Writes what comes, every 500 ms at most, until it is cancelled.
    ///
    /// What could not be written is tried again.
    ///
    /// - Parameters:
    ///   - clock: by which it waits.
    ///   - flush: writes all that waits.
    func run<C: Clock>(on clock: C, flush: () async throws -> Void) async where C.Duration == Duration {
        while !Task.isCancelled {
            await pending.wait()
            pending.lower()
            do { try await flush() } catch { pending.raise() }
            try? await clock.sleep(until: clock.now.advanced(by: .milliseconds(500)), tolerance: nil)
        }
    }

    /// What waits, while it is being written: one write at a time, for two could overtake each other.
    func withWaiting(_ write: ([JobEvent], JobProgress?) async throws -> Void) async throws {
        try await writing.run {
            let (events, progress) = state.withLockedValue { ($0.events, $0.progress) }
            try await write(events, progress)
        }
    }

    /// Forgets events that were written, the first of those that wait.
    func wrote(events count: Int) { state.withLockedValue { $0.events.removeFirst(count) } }

    /// Forgets progress that was written, unless it has gone on since.
    func wrote(_ progress: JobProgress?) {
        state.withLockedValue { if $0.progress == progress { $0.progress = nil } }
    }
}
