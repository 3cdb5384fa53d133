import GhostHands
import NIOConcurrencyHelpers

/// Measures what an attempt spends its time on.
final class Stopwatch: Sendable {
    let clock: ContinuousClock
    private let spent = NIOLockedValueBox<[FillReport.Phase: Duration]>([:])

    init(_ clock: ContinuousClock) { self.clock = clock }

    /// Milliseconds by phase.
    var milliseconds: [FillReport.Phase: Double] {
        spent.withLockedValue { spent in spent.mapValues { Double($0.milliseconds) } }
    }

    /// Does something and counts the time it takes.
    func time<R>(_ phase: FillReport.Phase, _ body: () async throws -> R) async rethrows -> R {
        let begin = clock.now
        defer {
            let time = clock.now - begin
            spent.withLockedValue { $0[phase, default: .zero] += time }
        }
        return try await body()
    }
}
