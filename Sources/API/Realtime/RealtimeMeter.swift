import Foundation
import GhostHands
import NIOConcurrencyHelpers
import Store

/// Counts what realtime has told.
final class RealtimeMeter: Sendable {
    /// What was counted so far.
    struct Figures: Sendable {
        /// How many channels listen to changes now.
        var channels = 0
        /// How many changes were told to anybody.
        var changes = 0
        /// How many messages told them.
        var messages = 0
        /// How many clients were cut because they did not read.
        var cut = 0
        /// How many changes were told within each bound after their commit; the last those that took longer than all.
        var buckets = [Double](repeating: 0, count: RealtimeMeter.bounds.count + 1)
        /// How long all of them took together.
        var seconds = 0.0
    }

    static let bounds = Metric.named("gh_realtime_delay_seconds")?.bounds ?? []

    private let state = NIOLockedValueBox(Figures())

    var figures: Figures { state.withLockedValue(\.self) }

    /// Channels have come, or gone.
    func channels(_ more: Int) { state.withLockedValue { $0.channels += more } }

    /// A client was cut.
    func cut() { state.withLockedValue { $0.cut += 1 } }

    /// Changes have been told, by so many messages.
    func told(_ changes: some Collection<Change>, by messages: Int, at now: Date) {
        state.withLockedValue { figures in
            figures.messages += messages
            figures.changes += changes.count
            for change in changes {
                // The server's clock may be another's.
                let seconds = max(0, now.timeIntervalSince(change.committedAt))
                figures.buckets[Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count] += 1
                figures.seconds += seconds
            }
        }
    }
}
