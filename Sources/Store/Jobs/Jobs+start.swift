import Foundation
public import GhostHands
import Postgres

extension Jobs {
    /// Begins a claimed job: `queued` becomes `running`, with its event and its callback.
    ///
    /// It may be asked for again when no reply came: a job begins once.
    ///
    /// - Parameters:
    ///   - lease: the worker's right to it.
    ///   - refusing: judges the row as it is read; a job that it finds a failure for ends with that, and never begins.
    /// - Returns: the job as it stands now, `running` or `failed`; nil when the lease is lost.
    /// - Throws: `PostgresError`.
    public func start(
        _ lease: Lease,
        refusing: @escaping @Sendable (Job) -> JobFailure? = { _ in nil }
    ) async throws -> Job? {
        try await starts(Start(lease: lease, refusing: refusing))
    }

    /// A job that is to begin.
    struct Start: Sendable {
        let lease: Lease
        let refusing: @Sendable (Job) -> JobFailure?
    }

    /// Begins jobs together.
    static func start(
        _ starts: [Start],
        _ budgets: Budgets,
        _ times: LeaseTimes,
        _ pool: PostgresPool
    ) async throws -> [Job?] {
        try await pool.withTransaction { connection in
            var locked = try await lock(starts.map(\.lease), withInput: true, on: connection)
            var (begun, ended): ([StatusChange], [StatusChange]) = ([], [])
            for start in starts {
                guard var job = locked.jobs[start.lease.jobID], job.leaseToken == start.lease.token,
                    Transition.start.isAllowed(from: job.status, openIntent: job.hasOpenSubmitIntent)
                else { continue }
                if let failure = start.refusing(job) {
                    let change = try await FailedAttempt(job, failure, times).write(on: connection)
                    ended.append(change)
                    locked.jobs[job.id] = change.job
                } else {
                    job.begin(at: locked.now)
                    locked.jobs[job.id] = job
                    begun.append(StatusChange(job, [started(job, budgets)], .running))
                }
            }
            try await write(begun, ended, on: connection)
            return starts.map { start in
                locked.jobs[start.lease.jobID].flatMap { job in
                    job.leaseToken == start.lease.token && [.running, .failed].contains(job.status) ? job : nil
                }
            }
        }
    }

    private static func write(
        _ begun: [StatusChange],
        _ ended: [StatusChange],
        on connection: borrowing PostgresConnection
    ) async throws {
        if begun.isEmpty {
            if !ended.isEmpty { try await connection.commit(with: ended.record) }
            return
        }
        try await connection.commit(
            with: """
                update gh_automation_jobs set
                    \(Transition.start.sets), started_at = now(), status_message = null, last_heartbeat = now(),
                    updated_at = now()
                where id = any(\(begun.map(\.job.id)))
                """,
            (begun + ended).record
        )
    }

    private static func started(_ job: Job, _ budgets: Budgets) -> JobEvent {
        .jobStarted(job, budget: budgets.task(job.quality))
    }
}

extension Job {
    /// What ``Jobs/start(_:refusing:)`` writes into the row.
    fileprivate mutating func begin(at now: Date) {
        status = Transition.start.target
        statusMessage = nil
        (startedAt, lastHeartbeat, updatedAt) = (now, now, now)
    }
}
