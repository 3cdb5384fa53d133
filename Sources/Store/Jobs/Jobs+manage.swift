public import Foundation
public import GhostHands
import Postgres

extension Jobs {
    /// What became of something that a caller wanted done to a job.
    public enum Answer: Sendable {
        /// It is done; the job as it stands now.
        case done(Job)
        /// The job's status, or a submit whose end is not known, does not allow it.
        case refused(Job)
        /// There is no such job.
        case unknown
    }

    /// Calls a job off, whoever holds it: its worker can write nothing more and stops.
    ///
    /// A job whose submit was begun cannot be called off any more: it ends `submission_unconfirmed` (R8).
    ///
    /// - Parameter id: the job.
    /// - Returns: the job, which is `cancelled` or `failed` now.
    /// - Throws: `PostgresError`.
    public func cancel(_ id: UUID) async throws -> Answer {
        try await change(id, Transition.cancel.origins) { job, connection in
            if job.hasOpenSubmitIntent {
                let failure = JobFailure(code: .submissionUnconfirmed, message: "", details: ["cause": "cancelled"])
                _ = try await FailedAttempt(job, failure, times).finish(on: connection)
                return try await Jobs.read(id, on: connection)
            }
            let rows = try await connection.query(
                """
                update gh_automation_jobs set
                    \(Transition.cancel.sets), completed_at = now(), cancel_requested_at = now(), updated_at = now(),
                    \(Jobs.nextOwner), paused_at = null, status_message = 'Cancelled by the caller.'
                where id = \(id) returning *
                """
            )
            let cancelled = try Job(row: try rows.only())
            let event = JobEvent.jobCancelled(from: job.status)
            try await StatusChange(cancelled, [event], .cancelled, actor: Acting.name).record(on: connection)
            return cancelled
        }
    }

    /// Puts an ended job back in the queue as if it were new, but for its `retry_count`.
    ///
    /// - Parameters:
    ///   - id: the job.
    ///   - isNotSubmitted: whether a person has found out that a begun submit did not go through (R8a).
    /// - Returns: the job, which is `pending` now.
    /// - Throws: `PostgresError`.
    public func retry(_ id: UUID, confirmedNotSubmitted isNotSubmitted: Bool = false) async throws -> Answer {
        try await change(id, Transition.retry.origins) { job, connection in
            guard isNotSubmitted || !job.hasOpenSubmitIntent else { return nil }
            let rows = try await connection.query(
                """
                update gh_automation_jobs set
                    \(Jobs.backInQueue(by: .retry)), \(Jobs.oneMoreTry), effective_priority = priority,
                    scheduled_at = null, cancel_requested_at = null, started_at = null, paused_at = null, status_message = null,
                    error_code = null, error_details = null, result_data = null, result_summary = null,
                    interaction_type = null, interaction_data = null, final_mode = null, screenshot_urls = '[]',
                    submit_intent_at = null, submit_rejected_at = null,
                    metadata = \(Jobs.ownMetadata) - \(JobMetadata.ofAttempts)
                where id = \(id) returning *
                """
            )
            let retried = try Job(row: try rows.only())
            let event = JobEvent.jobRetried(
                job,
                retryCount: retried.retryCount,
                confirmedNotSubmitted: job.hasOpenSubmitIntent
            )
            try await StatusChange(retried, [event], nil, actor: Acting.name).record(on: connection)
            return retried
        }
    }

    /// Locks a job, and changes it where its status allows that; nil from the body refuses after all.
    func change(
        _ id: UUID,
        _ origins: Set<JobStatus>,
        _ body: (Job, borrowing PostgresConnection) async throws -> Job?
    ) async throws -> Answer {
        do {
            return try await pool.withTransaction { connection in
                let rows = try await connection.query("select * from gh_automation_jobs where id = \(id) for update")
                guard let job = try rows.first.map(Job.init(row:)) else { return .unknown }
                guard origins.contains(job.status), let changed = try await body(job, connection) else {
                    return .refused(job)
                }
                return .done(changed)
            }
        } catch let error as PostgresError where error.isOfRow {
            // The row holds what the database does not let us change.
            refusals.note(id)
            return try await find(id).map(Answer.refused) ?? .unknown
        }
    }

    static func read(_ id: UUID, on connection: borrowing PostgresConnection) async throws -> Job {
        try Job(row: try await connection.query("select * from gh_automation_jobs where id = \(id)").only())
    }
}
