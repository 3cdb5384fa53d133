import GhostHands
import NIOConcurrencyHelpers

/// The jobs a worker holds now, each with the signal that stops it.
final class ActiveJobs: Sendable {
    private let held = NIOLockedValueBox<[Lease: Signal]>([:])

    /// Notes a job as held.
    ///
    /// - Parameter lease: the worker's right to it.
    /// - Returns: the signal to raise when that right is lost.
    func add(_ lease: Lease) -> Signal {
        let lost = Signal()
        held.withLockedValue { $0[lease] = lost }
        return lost
    }

    func remove(_ lease: Lease) { held.withLockedValue { $0[lease] = nil } }

    var leases: [Lease] { held.withLockedValue { Array($0.keys) } }

    /// Stops jobs: somebody else holds them now, or they were cancelled.
    func stop(_ leases: some Sequence<Lease>) {
        let signals = held.withLockedValue { held in leases.compactMap { held[$0] } }
        for signal in signals { signal.raise() }
    }
}
