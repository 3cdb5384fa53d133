import Foundation
import GhostHands
import Postgres

/// The end of an attempt, as its worker tells it.
struct EndedAttempt: Sendable {
    /// What came of it.
    enum Outcome: Sendable {
        case completed(JobResult)
        case failed(JobFailure)
    }

    let lease: Lease
    let outcome: Outcome

    /// Writes ends together: rows, events, callbacks and bills in one transaction.
    ///
    /// - Parameters:
    ///   - endings: the ends.
    ///   - times: how long a next attempt waits.
    ///   - pool: where to write.
    /// - Returns: how each job ended.
    /// - Throws: `PostgresError`, and nothing is written.
    static func write(_ endings: [EndedAttempt], _ times: LeaseTimes, _ pool: PostgresPool) async throws -> [JobEnd] {
        try await pool.withTransaction { connection in
            var locked = try await Jobs.lock(endings.map(\.lease), on: connection)
            var (ends, changes, completions): ([JobEnd], [StatusChange], [CompletedJob]) = ([], [], [])
            for ending in endings {
                // Removed from the list, so that a job that is ended twice in one group ends once.
                guard let job = locked.jobs[ending.lease.jobID], job.leaseToken == ending.lease.token,
                    let verdict = Verdict(job, ending.outcome, times)
                else {
                    ends.append(.leaseLost)
                    continue
                }
                locked.jobs[job.id] = nil
                switch verdict {
                case .completes(let result):
                    completions.append(try await CompletedJob(job, result, at: locked.now, on: connection))
                    ends.append(.completed)
                case .fails(let failing):
                    changes.append(try await failing.write(on: connection))
                    ends.append(failing.end)
                }
            }
            changes += completions.map(\.change)
            if !completions.isEmpty {
                try await connection.commit(with: CompletedJob.write(completions), changes.record)
            } else if !changes.isEmpty {
                try await connection.commit(with: changes.record)
            }
            return ends
        }
    }

    /// What the end of an attempt means for the row as it is now.
    private enum Verdict {
        case completes(JobResult)
        case fails(FailedAttempt)

        /// Nil when the job cannot end so any more.
        init?(_ job: Job, _ outcome: Outcome, _ times: LeaseTimes) {
            switch outcome {
            case .failed(let failure): self = .fails(FailedAttempt(job, failure, times))
            case .completed(let result):
                guard Transition.complete.isAllowed(from: job.status, openIntent: job.hasOpenSubmitIntent) else {
                    return nil
                }
                let isUnproven = job.hasOpenSubmitIntent && !result.submitted
                let unproven = FailedAttempt.unproven(result)
                self = isUnproven ? .fails(FailedAttempt(job, unproven, times)) : .completes(result)
            }
        }
    }

    /// What a job's metadata tells of an attempt.
    static func told(_ cost: CostBreakdown, _ cookbook: CookbookRecord?) -> [JobMetadata.Column: JSON] {
        var told: [JobMetadata.Column: JSON] = [.costBreakdown: cost.json]
        told[.engine] = cookbook?.engine
        return told
    }

    /// The pictures of an ended attempt: its own first, then the one of the form as it was about to be sent.
    static func pictures(_ own: [String], of job: Job) -> [String] {
        own + (job.hasOpenSubmitIntent || own.isEmpty ? job.screenshotURLs.filter { !own.contains($0) } : [])
    }
}

/// A job that is done, on its way into its row.
private struct CompletedJob {
    /// The row as it is to be.
    private let done: Job
    /// What the row's metadata gets of the attempt.
    private let told: [JobMetadata.Column: JSON]
    private let manual: UUID?
    /// What the end leaves behind.
    let change: StatusChange

    /// Works out what becomes of a locked row; what the run has learned of its manual is written at once.
    init(_ job: Job, _ result: JobResult, at now: Date, on connection: borrowing PostgresConnection) async throws {
        var cost = result.cost
        cost.takeModelCost(of: job)
        var cookbook: CookbookRecord?
        if let record = result.cookbook {
            cookbook = try await Manuals.learn(record, from: job.id, on: connection)
        }
        manual = cookbook?.manual?.id
        told = EndedAttempt.told(cost, cookbook)
        var done = job
        done.status = Transition.complete.target
        (done.completedAt, done.updatedAt) = (now, now)
        (done.statusMessage, done.resultSummary) = (result.summary, result.summary)
        done.resultData = .object((result.data.object ?? [:]).merging(["cost": cost.resultMember]) { $1 })
        done.screenshotURLs = EndedAttempt.pictures(result.screenshots, of: job)
        done.finalMode = result.mode
        (done.errorCode, done.errorDetails) = (nil, .null)
        done.metadata = job.metadata.merging(told)
        self.done = done
        let event = JobEvent.jobCompleted(job.jobType, summary: result.summary, cost: cost, mode: result.mode)
        var change = StatusChange(done, [cookbook?.created, event].compactMap(\.self), .completed)
        change.screenshotURL = result.screenshotURL
        change.bill = StatusChange.Bill(
            cost: cost,
            isFinal: true,
            worker: job.workerID.map { ($0, hasCompleted: true) }
        )
        self.change = change
    }

    /// Writes rows.
    static func write(_ completions: [CompletedJob]) -> SQL {
        """
        update gh_automation_jobs j set
            \(Transition.complete.sets), completed_at = now(), updated_at = now(), status_message = done.summary,
            result_data = done.data, result_summary = done.summary, screenshot_urls = done.pictures,
            final_mode = done.mode, error_code = null, error_details = null,
            metadata = \(Jobs.ownMetadata) || done.told,
            manual_id = (select id from gh_action_manuals where id = done.manual),
            submit_confirmed_at = case when j.submit_intent_at is not null then now() end
        from jsonb_to_recordset(\(json: JSON.array(completions.map(\.row)).data)) as done (
            job uuid, summary text, data jsonb, pictures jsonb, mode text, told jsonb, manual uuid
        )
        where j.id = done.job
        """
    }

    private var row: JSON {
        [
            "job": .id(done.id), "summary": .optional(done.resultSummary), "data": done.resultData,
            "pictures": JSON(done.screenshotURLs), "mode": .optional(done.finalMode?.rawValue),
            "told": JobMetadata.object(told), "manual": manual.map(JSON.id) ?? .null,
        ]
    }
}
