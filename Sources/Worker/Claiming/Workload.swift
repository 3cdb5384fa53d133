public import Foundation
import GhostHands
import NIOConcurrencyHelpers
import Waiting

/// The jobs a worker holds now, each with the signal that stops it, and whether it takes more.
public final class Workload: Sendable {
    private struct State {
        var held: [Lease: Signal] = [:]
        /// Those that wait for a human, each with the signal that wakes it, the longest waiting first.
        var paused: [(lease: Lease, answered: Signal)] = []
        /// Those that a person wants to take over.
        var wanted: Set<UUID> = []
        var isDraining = false
    }

    private let state = NIOLockedValueBox(State())
    /// Raised when somebody may have asked for something.
    let asked = Signal()

    /// Nothing at hand, and open for jobs.
    public init() {}

    /// How many jobs are at hand.
    public var count: Int { state.withLockedValue { $0.held.count } }

    /// Whether what is at hand is finished and nothing more is claimed.
    public var isDraining: Bool { state.withLockedValue { $0.isDraining } }

    /// Takes no more jobs; those at hand go on.
    ///
    /// Those that wait for a human do so without a page from now on.
    public func drain() {
        state.withLockedValue { $0.isDraining = true }
        lookForAnswers()
    }

    /// Has every job that waits for a human look whether somebody has answered.
    public func lookForAnswers() {
        asked.raise()
        for one in state.withLockedValue(\.paused) { one.answered.raise() }
    }

    /// Stops a job's browser at once, if the job is at hand: it was cancelled.
    public func stop(jobID: UUID) { stop(leases.filter { $0.jobID == jobID }) }

    var leases: [Lease] { state.withLockedValue { Array($0.held.keys) } }

    /// Notes a job as held.
    ///
    /// - Parameter lease: the worker's right to it.
    /// - Returns: the signal to raise when that right is lost.
    func add(_ lease: Lease) -> Signal {
        let lost = Signal()
        state.withLockedValue { $0.held[lease] = lost }
        return lost
    }

    func remove(_ lease: Lease) { state.withLockedValue { $0.held[lease] = nil } }

    /// Stops jobs: somebody else holds them now, or they were cancelled.
    func stop(_ leases: some Sequence<Lease>) {
        let signals = state.withLockedValue { state in leases.compactMap { state.held[$0] } }
        for signal in signals { signal.raise() }
    }

    /// Notes that a job waits for a human.
    ///
    /// - Returns: the signal that is raised when somebody may have answered.
    func pause(_ lease: Lease) -> Signal {
        let answered = Signal()
        state.withLockedValue { state in
            state.paused.append((lease, answered))
            state.wanted.remove(lease.jobID)
        }
        return answered
    }

    /// The jobs that wait for nobody.
    var working: [Lease] {
        state.withLockedValue { state in state.held.keys.filter { held in !state.paused.contains { $0.lease == held } }
        }
    }

    /// Notes which jobs a person wants to take over.
    func want(_ jobs: Set<UUID>) {
        // What was asked before a job stopped for it is done.
        state.withLockedValue { state in state.wanted = jobs.subtracting(state.paused.map(\.lease.jobID)) }
    }

    /// Whether a person wants to take a job over.
    func isWanted(_ lease: Lease) -> Bool { state.withLockedValue { $0.wanted.contains(lease.jobID) } }

    /// Notes that a job waits no more.
    func goOn(_ lease: Lease) { state.withLockedValue { state in state.paused.removeAll { $0.lease == lease } } }

    /// Whether a job that waits for a human has to do so without its page: the worker stops, or too many wait.
    ///
    /// Those that have waited longest give theirs up, and first those that nobody looks at.
    ///
    /// - Parameters:
    ///   - most: how many may keep their pages.
    ///   - isWatched: whether somebody looks at a job's page.
    func mustPark(_ lease: Lease, _ most: Int, isWatched: (UUID) -> Bool) -> Bool {
        let (paused, isDraining) = state.withLockedValue { ($0.paused.map(\.lease), $0.isDraining) }
        if isDraining { return true }
        guard paused.count > most else { return false }
        let watched = Set(paused.filter { isWatched($0.jobID) })
        let order = paused.filter { !watched.contains($0) } + paused.filter(watched.contains)
        return order.prefix(paused.count - most).contains(lease)
    }
}
