import Foundation
import NIOConcurrencyHelpers
import Postgres
import TestSupport
import Testing

/// Breaks something every few seconds: each kind of fault in turn.
struct Monkey: Sendable {
    enum Fault: String, CaseIterable, Sendable {
        case workerKilled = "workers killed"
        case connectionsCut = "connections cut"
        case browserKilled = "browsers killed"
        case workerStopped = "workers stopped past their lease"
        case rowsLocked = "rows locked for long"
        case diskFull = "disks full"
        case receiverDown = "receiver down"
        case apiKilled = "APIs killed"
        case databaseRestarted = "database restarts"

        /// Whether it lasts, and so comes once.
        var isLong: Bool { self == .rowsLocked || self == .diskFull }
    }

    let fleet: Fleet
    let cluster: Cluster
    let pool: PostgresPool
    /// Whether callbacks are refused.
    let isReceiverDown: NIOLockedValueBox<Bool>
    /// For how long somebody holds rows.
    var lock = Duration.seconds(3)
    /// For how long the disk is full.
    var fullness = Duration.seconds(3)
    private let counts = NIOLockedValueBox<[Fault: Int]>([:])

    init(fleet: Fleet, cluster: Cluster, pool: PostgresPool, isReceiverDown: NIOLockedValueBox<Bool>) {
        self.fleet = fleet
        self.cluster = cluster
        self.pool = pool
        self.isReceiverDown = isReceiverDown
    }

    var summary: String {
        let counts = counts.withLockedValue(\.self)
        let all = Fault.allCases.map { "\(counts[$0, default: 0]) \($0.rawValue)" }.joined(separator: ", ")
        return cluster.hasDisk ? all : all + " (no disk could be mounted to be filled: that needs root)"
    }

    /// Lets one fault after the other happen until it is told that the work is done.
    ///
    /// - Parameters:
    ///   - isDone: whether the work is done.
    ///   - next: waits until it is time for the next fault.
    /// - Throws: when a fault could not be caused.
    func rage(until isDone: () async throws -> Bool, next: () async throws -> Void) async throws {
        for fault in repeatElement(Fault.allCases, count: 1000).joined() {
            if fault.isLong, counts.withLockedValue({ $0[fault] != nil }) { continue }
            if fault == .diskFull, !cluster.hasDisk { continue }
            try await next()
            if try await isDone() { break }
            try await cause(fault)
            counts.withLockedValue { $0[fault, default: 0] += 1 }
        }
        isReceiverDown.withLockedValue { $0 = false }
    }

    private func cause(_ fault: Fault) async throws {
        switch fault {
        case .workerKilled:
            if let worker = fleet.workers.randomElement() { try fleet.replace(worker) }
        case .connectionsCut:
            try await pool.execute(
                """
                select pg_terminate_backend(pid) from (
                    select pid from pg_stat_activity
                    where application_name = 'ghosthands' and pid <> pg_backend_pid() order by random() limit 6
                ) victims
                """
            )
        case .browserKilled:
            let main = fleet.home.browsers.filter { !$0.command.contains("--type=") }
            if let browser = main.randomElement() { kill(browser.id, SIGKILL) }
        case .workerStopped: try await stopPastLease()
        case .apiKilled: try await fleet.replaceAPI()
        case .receiverDown: isReceiverDown.withLockedValue { $0.toggle() }
        case .databaseRestarted: try await cluster.restart()
        case .rowsLocked: try await lockRows()
        case .diskFull:
            try cluster.fillDisk()
            defer { try? cluster.freeDisk() }
            try await hold(for: fullness)
        }
    }

    /// Has a job at hand and its worker's row locked, as by an operator's forgotten transaction.
    private func lockRows() async throws {
        try await pool.withTransaction { connection in
            try await connection.execute(
                script: "set local idle_in_transaction_session_timeout = 0",
                timeout: .seconds(10)
            )
            _ = try await connection.query(
                """
                select from gh_automation_jobs j join gh_worker_registry w using (worker_id)
                where j.status in ('queued', 'running') limit 1 for update
                """
            )
            try await hold(for: lock)
        }
    }

    /// Leaves things as they are for a time.
    private func hold(for time: Duration) async throws {
        let clock = ContinuousClock()
        let end = clock.now.advanced(by: time)
        try await eventually("it has lasted", within: .seconds(60)) { clock.now >= end }
    }

    /// Stops a worker until it is taken for gone and others have its jobs, and lets it go on.
    private func stopPastLease() async throws {
        guard let worker = fleet.workers.randomElement() else { return }
        worker.program.signal(SIGSTOP)
        defer { worker.program.signal(SIGCONT) }
        try await eventually("others have the jobs of a stopped worker", within: .seconds(60)) {
            let rows = try? await pool.query(
                """
                select from gh_worker_registry where worker_id = \(worker.id)
                    and last_heartbeat < now() - interval '6 seconds' and not exists (
                        select from gh_automation_jobs
                        where worker_id = \(worker.id) and status in ('queued', 'running')
                    )
                """
            )
            return rows?.isEmpty == false
        }
    }
}
