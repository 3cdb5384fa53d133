public import Foundation
public import GhostHands
import Postgres

extension Jobs {
    /// A job taken from its worker.
    public struct GivenUp: Sendable, Hashable {
        /// Which job.
        public let jobID: UUID
        /// What became of it.
        public let end: JobEnd
        /// Whether its worker has fallen silent.
        public let isLost: Bool
    }

    /// Takes jobs from workers that have fallen silent: tried again, counting as an attempt, or failed for good; and ends
    /// those that nobody has answered in time.
    ///
    /// A paused job stays paused without a worker (R14) until the time for its answer is over.
    ///
    /// - Parameter staleAfter: how long a worker must have been silent; nil for as long as leases last.
    /// - Returns: what became of each; at most a hundred at a time, the longest silent first.
    /// - Throws: `PostgresError`.
    public func rescue(staleAfter: Duration? = nil) async throws -> [GivenUp] {
        let lastSign: SQL = "now() - \(Jobs.interval(staleAfter ?? times.rescue))"
        let isDue: SQL = "status = \(literal: JobStatus.paused) and \(Jobs.isUnanswered)"
        // A worker that cannot write to its job's row, for somebody holds a lock on it, says so on its own.
        let isSilent: SQL = """
            coalesce(last_heartbeat, updated_at) < \(lastSign) and not exists (
                select from gh_worker_registry w where w.worker_id = gh_automation_jobs.worker_id
                    and w.last_heartbeat > \(lastSign) and gh_automation_jobs.id = any(w.held)
            ) and (
                \(Transition.requeue.fits)
                or (status = \(literal: JobStatus.paused) and submit_intent_at is not null)
            )
            """
        return try await giveUp("\(isDue) or (\(isSilent))", .lost)
    }

    /// Gives back what a worker holds, because it shuts down: no attempt is counted.
    ///
    /// - Parameter leases: the worker's rights; those that are lost by now are left alone.
    /// - Returns: what became of each job.
    /// - Throws: `PostgresError`.
    public func release(_ leases: [Lease]) async throws -> [GivenUp] {
        try await giveUp(Jobs.isHeld(leases), .released)
    }

    /// Gives back all that a worker holds, because it may hold nothing any more: no attempt is counted, and its leases are
    /// lost to it.
    ///
    /// - Parameter workerID: the worker.
    /// - Returns: what became of each job.
    /// - Throws: `PostgresError`.
    public func release(heldBy workerID: String) async throws -> [GivenUp] {
        try await giveUp("\(Transition.release.fits) and worker_id = \(workerID)", .released)
    }

    /// Gives back what a worker holds without knowing: it claimed, and the reply was lost on its way.
    ///
    /// No attempt is counted.
    ///
    /// - Parameters:
    ///   - workerID: the worker, which must not be claiming meanwhile.
    ///   - known: the leases that it knows of.
    /// - Returns: what became of each job.
    /// - Throws: `PostgresError`.
    public func releaseUnheard(workerID: String, known: [Lease]) async throws -> [GivenUp] {
        let isUnheard: SQL = """
            status = \(literal: JobStatus.queued) and worker_id = \(workerID) and not exists (
                select from unnest(\(known.map(\.jobID))::uuid[], \(known.map(\.token))::bigint[]) known (id, token)
                where known.id = gh_automation_jobs.id and known.token = lease_token
            )
            """
        return try await giveUp(isUnheard, .unheard)
    }

    /// Takes back what an earlier run held: only for a worker that knows itself to be the only one (R48).
    ///
    /// - Parameter workerID: whose jobs; nil for everybody's.
    /// - Returns: what became of each job.
    /// - Throws: `PostgresError`.
    public func takeBack(workerID: String?) async throws -> [GivenUp] {
        let isTaken: SQL = """
            \(Transition.release.fits) and worker_id is not null
                and worker_id = coalesce(\(workerID), worker_id)
            """
        return try await giveUp(isTaken, .lost)
    }

    private enum Cause {
        /// The worker is gone.
        case lost
        /// The worker is going.
        case released
        /// The worker does not know that it has the job.
        case unheard
    }

    private func giveUp(_ condition: SQL, _ cause: Cause) async throws -> [GivenUp] {
        try await pool.withTransaction { connection in
            let rows = try await connection.query(
                """
                select *, \(Jobs.isUnanswered) as is_unanswered
                from gh_automation_jobs where \(condition)
                order by last_heartbeat limit 100 for update skip locked
                """
            )
            let found = Dictionary(uniqueKeysWithValues: try rows.map { (try $0.uuid("id"), $0) })
            var given: [GivenUp] = []
            try await singly(try rows.map { try $0.uuid("id") }, on: connection) { id, connection in
                guard let row = found[id] else { return }
                let isUnanswered = try row.boolOrNil("is_unanswered") ?? false
                let end = try await giveUp(try Job(row: row), cause, isUnanswered: isUnanswered, on: connection)
                given.append(GivenUp(jobID: id, end: end, isLost: cause == .lost && !isUnanswered))
            }
            let lost = given.count(where: \.isLost)
            if lost > 0 {
                try await connection.execute(Totals.adding("'gh_jobs_rescued_total'", count: "\(lost)"))
            }
            return given
        }
    }

    private func giveUp(
        _ job: Job,
        _ cause: Cause,
        isUnanswered: Bool,
        on connection: borrowing PostgresConnection
    ) async throws -> JobEnd {
        if job.hasOpenSubmitIntent { return try await FailedAttempt(job, .workerLost, times).finish(on: connection) }
        if job.status == .paused {
            guard isUnanswered else { return try await Jobs.disown(job, on: connection) }
            return try await FailedAttempt(job, .nobodyAnswered(job), times).finish(on: connection)
        }
        switch cause {
        case .lost: return try await FailedAttempt(job, .workerLost, times).finish(on: connection)
        case .released:
            return try await Jobs.requeue(
                job,
                "worker_shutdown",
                "Its worker shuts down; another will take it.",
                on: connection
            )
        case .unheard:
            return try await Jobs.requeue(
                job,
                "claim_reply_lost",
                "It waits for a worker again.",
                on: connection
            )
        }
    }

    private static func requeue(
        _ job: Job,
        _ reason: String,
        _ message: String,
        on connection: borrowing PostgresConnection
    ) async throws -> JobEnd {
        let rows = try await connection.query(
            """
            update gh_automation_jobs set
                \(Jobs.backInQueue(by: .release)), status_message = \(message)
            where id = \(job.id) returning *
            """
        )
        let event = JobEvent.jobReleased(reason: reason)
        try await StatusChange(try Job(row: try rows.only()), [event], nil, actor: job.workerID).record(on: connection)
        return .requeued
    }

    private static func disown(_ job: Job, on connection: borrowing PostgresConnection) async throws -> JobEnd {
        try await connection.execute(
            """
            update gh_automation_jobs set
                \(Jobs.nextOwner), worker_id = null, last_heartbeat = null, updated_at = now()
            where id = \(job.id)
            """
        )
        let event = JobEvent.jobReleased(reason: "worker_gone_while_paused")
        try await StatusChange(job, [event], nil).record(on: connection)
        return .disowned
    }
}

extension JobFailure {
    static let workerLost = JobFailure(.workerLost)

    /// The end of a job that nobody has answered in time.
    static func nobodyAnswered(_ job: Job) -> JobFailure {
        let details: [String: JSON] = [
            "blocker": .optional(job.interactionType), "page_url": job.interactionData["page_url"],
            "timeout_seconds": JSON(job.hitlTimeoutSeconds),
        ]
        let picture = job.interactionData["screenshot_url"].string
        return JobFailure(.nobodyAnswered, details: details, screenshots: [picture].compactMap(\.self))
    }
}
