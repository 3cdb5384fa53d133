public import Foundation
import NIOConcurrencyHelpers
public import Waiting

/// Who in this process watches which jobs.
///
/// It says that something of a job has changed and not what: who watches reads that from the tables, so that nothing
/// is lost when several changes come as one, and nothing waits in memory for a slow reader.
public final class JobBoard: Sendable {
    private struct State {
        var watchers: [UUID: [ObjectIdentifier: Signal]] = [:]
        var count = 0
    }

    private let state = NIOLockedValueBox(State())
    private let demand: Demand

    /// Nobody watches yet.
    ///
    /// - Parameter demand: told of those who come and go.
    init(_ demand: Demand) { self.demand = demand }

    /// How many watch.
    public var count: Int { state.withLockedValue(\.count) }

    /// The jobs that are watched.
    var jobs: [UUID] { state.withLockedValue { Array($0.watchers.keys) } }

    /// One who watches a job, for as long as it is kept.
    public final class Watch: Sendable {
        /// Raised at every change; whoever waits for it lowers it before it looks.
        public let changed = Signal()
        private let job: UUID
        private let board: JobBoard

        fileprivate init(_ job: UUID, _ board: JobBoard) {
            self.job = job
            self.board = board
            board.enter(job, changed)
        }

        deinit { board.leave(job, changed) }
    }

    /// Watches a job.
    ///
    /// - Parameter job: the job.
    /// - Returns: who watches.
    public func watch(_ job: UUID) -> Watch { Watch(job, self) }

    private func enter(_ job: UUID, _ signal: Signal) {
        state.withLockedValue { state in
            state.watchers[job, default: [:]][ObjectIdentifier(signal)] = signal
            state.count += 1
        }
        demand.enter()
    }

    private func leave(_ job: UUID, _ signal: Signal) {
        state.withLockedValue { state in
            state.watchers[job]?[ObjectIdentifier(signal)] = nil
            if state.watchers[job]?.isEmpty == true { state.watchers[job] = nil }
            state.count -= 1
        }
        demand.leave()
    }

    /// Something of a job has changed.
    func touch(_ job: UUID) {
        let signals = state.withLockedValue { $0.watchers[job]?.values.map(\.self) ?? [] }
        for signal in signals { signal.raise() }
    }

    /// Something may have changed of any job.
    func touchAll() {
        let signals = state.withLockedValue { $0.watchers.values.flatMap(\.values) }
        for signal in signals { signal.raise() }
    }
}
