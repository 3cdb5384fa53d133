import Foundation
public import GhostHands
import Postgres

extension Jobs {
    /// Records that a job is done: status, result, cost, event, callback and the user's usage in one transaction.
    ///
    /// A result that does not claim the submit, of a job whose submit was begun, is no completion: that job ends
    /// `submission_unconfirmed` (R8).
    ///
    /// - Parameters:
    ///   - lease: the worker's right to it.
    ///   - result: what the caller gets.
    /// - Returns: how the job ended.
    /// - Throws: `PostgresError`.
    public func complete(_ lease: Lease, _ result: JobResult) async throws -> JobEnd {
        try await pool.withTransaction { connection in
            guard let job = try await Jobs.lock(lease, on: connection),
                Transition.complete.isAllowed(from: job.status, openIntent: job.hasOpenSubmitIntent)
            else { return .leaseLost }
            guard result.submitted || !job.hasOpenSubmitIntent else {
                return try await Failing(job, Failing.unproven(result), times).write(on: connection)
            }
            var result = result
            result.cost.takeModelCost(of: job)
            var cookbook = result.cookbook
            if let record = cookbook { cookbook = try await Manuals.learn(record, from: job.id, on: connection) }
            let completed = try await Jobs.write(result, cookbook, to: job, on: connection)
            let events = [cookbook?.created, result.event(for: job)].compactMap(\.self)
            var change = Change(completed, events, .completed)
            change.screenshotURL = result.screenshotURL
            let bill = Change.Bill(cost: result.cost, isFinal: true, count: (lease.workerID, "jobs_completed"))
            try await change.record(bill, on: connection)
            return .completed
        }
    }

    private static func write(
        _ result: JobResult,
        _ cookbook: CookbookRecord?,
        to job: Job,
        on connection: borrowing PostgresConnection
    ) async throws -> Job {
        let data = JSON.object((result.data.object ?? [:]).merging(["cost": result.cost.resultMember]) { $1 })
        let rows = try await connection.query(
            """
            update gh_automation_jobs set
                status = 'completed', completed_at = now(), updated_at = now(), status_message = \(result.summary),
                result_data = \(json: data.data), result_summary = \(result.summary),
                screenshot_urls = \(Jobs.pictures(result.screenshots, of: job)),
                final_mode = \(result.mode.rawValue), error_code = null, error_details = null,
                metadata = coalesce(metadata, '{}')
                    || jsonb_build_object('cost_breakdown', \(json: result.cost.json.data))
                    || \(json: engine(cookbook)),
                manual_id = (select id from gh_action_manuals where id = \(cookbook?.manual?.id)),
                submit_confirmed_at = case when submit_intent_at is not null then now() end
            where id = \(job.id) returning *
            """
        )
        return try Job(row: try rows.only())
    }

    /// What a job's metadata says of the manual.
    static func engine(_ cookbook: CookbookRecord?) -> Data {
        JSON.object(cookbook.map { ["engine": $0.engine] } ?? [:]).data
    }

    /// The pictures of an ended attempt: its own first, then the one of the form as it was about to be sent.
    static func pictures(_ own: [String], of job: Job) -> SQL {
        let kept = job.hasOpenSubmitIntent || own.isEmpty ? job.screenshotURLs.filter { !own.contains($0) } : []
        return "\(json: JSON.array((own + kept).map(JSON.string)).data)"
    }

    /// Records that an attempt failed: tried again later, or failed for good with event and callback.
    ///
    /// With a begun submit it always fails for good, as `submission_unconfirmed` (R8).
    ///
    /// - Parameters:
    ///   - lease: the worker's right to it.
    ///   - failure: why.
    /// - Returns: how it ended.
    /// - Throws: `PostgresError`.
    public func fail(_ lease: Lease, _ failure: JobFailure) async throws -> JobEnd {
        try await pool.withTransaction { connection in
            guard let job = try await Jobs.lock(lease, on: connection) else { return .leaseLost }
            return try await Failing(job, failure, times).write(on: connection)
        }
    }
}

extension JobResult {
    fileprivate func event(for job: Job) -> JobEvent {
        JobEvent(
            .jobCompleted,
            [
                "handler": .string(job.jobType.rawValue), "result_summary": .string(summary),
                "action_count": .int(Int64(cost.actionCount)), "total_tokens": .int(Int64(cost.totalTokens)),
                "cost_cents": .number(cost.total.cents), "final_mode": .string(mode.rawValue),
                "cookbook_steps": .int(Int64(cost.cookbookSteps)), "magnitude_steps": .int(Int64(cost.magnitudeSteps)),
            ]
        )
    }
}

extension [Row] {
    /// The row that must be there, for it is locked.
    func only() throws -> Row {
        guard let row = first else { throw StoreError(code: .unknownValue, message: "a locked row is gone") }
        return row
    }
}
