import Foundation
import GhostHands
import Postgres

/// The end of an attempt, as its worker tells it.
struct Ending: Sendable {
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
    static func write(_ endings: [Ending], _ times: LeaseTimes, _ pool: PostgresPool) async throws -> [JobEnd] {
        try await pool.withTransaction { connection in
            var locked = try await Jobs.lock(endings.map(\.lease), on: connection)
            var (ends, changes, completions): ([JobEnd], [Change], [Completion]) = ([], [], [])
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
                    completions.append(try await Completion(job, result, on: connection))
                    ends.append(.completed)
                case .fails(let failing):
                    changes.append(try await failing.write(on: connection))
                    ends.append(failing.end)
                }
            }
            changes += completions.map { $0.change(at: locked.now) }
            if !completions.isEmpty {
                try await connection.commit(with: Completion.write(completions), changes.record)
            } else if !changes.isEmpty {
                try await connection.commit(with: changes.record)
            }
            return ends
        }
    }

    /// What the end of an attempt means for the row as it is now.
    private enum Verdict {
        case completes(JobResult)
        case fails(Failing)

        /// Nil when the job cannot end so any more.
        init?(_ job: Job, _ outcome: Outcome, _ times: LeaseTimes) {
            switch outcome {
            case .failed(let failure): self = .fails(Failing(job, failure, times))
            case .completed(let result):
                guard Transition.complete.isAllowed(from: job.status, openIntent: job.hasOpenSubmitIntent) else {
                    return nil
                }
                let isUnproven = job.hasOpenSubmitIntent && !result.submitted
                self = isUnproven ? .fails(Failing(job, Failing.unproven(result), times)) : .completes(result)
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
    static func pictures(_ own: [String], of job: Job) -> JSON {
        let kept = job.hasOpenSubmitIntent || own.isEmpty ? job.screenshotURLs.filter { !own.contains($0) } : []
        return JSON.array((own + kept).map(JSON.string))
    }
}

/// A job that is done, on its way into its row.
private struct Completion {
    private let job: Job
    private let result: JobResult
    private let cookbook: CookbookRecord?

    /// Works out what becomes of a locked row; what the run has learned of its manual is written at once.
    init(_ job: Job, _ result: JobResult, on connection: borrowing PostgresConnection) async throws {
        self.job = job
        var result = result
        result.cost.takeModelCost(of: job)
        self.result = result
        if let record = result.cookbook {
            cookbook = try await Manuals.learn(record, from: job.id, on: connection)
        } else {
            cookbook = nil
        }
    }

    /// Writes rows.
    static func write(_ completions: [Completion]) -> SQL {
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
            "job": .id(job.id), "summary": .string(result.summary), "data": data,
            "pictures": Ending.pictures(result.screenshots, of: job), "mode": .string(result.mode.rawValue),
            "told": JobMetadata.object(told),
            "manual": .optional((cookbook?.manual?.id).map { $0.uuidString.lowercased() }),
        ]
    }

    private var data: JSON {
        .object((result.data.object ?? [:]).merging(["cost": result.cost.resultMember]) { $1 })
    }

    private var told: [JobMetadata.Column: JSON] { Ending.told(result.cost, cookbook) }

    /// What the end leaves behind, with the row as it is after it.
    func change(at now: Date) -> Change {
        var done = job
        done.status = .completed
        (done.completedAt, done.updatedAt) = (now, now)
        (done.statusMessage, done.resultSummary) = (result.summary, result.summary)
        done.resultData = data
        done.screenshotURLs = Ending.pictures(result.screenshots, of: job).array?.compactMap(\.string) ?? []
        done.finalMode = result.mode
        done.metadata = job.metadata.merging(told)
        var change = Change(done, [cookbook?.created, event].compactMap(\.self), .completed)
        change.screenshotURL = result.screenshotURL
        change.bill = Change.Bill(
            cost: result.cost,
            isFinal: true,
            worker: job.workerID.map { ($0, hasCompleted: true) }
        )
        return change
    }

    private var event: JobEvent {
        .jobCompleted(job.jobType, summary: result.summary, cost: result.cost, mode: result.mode)
    }
}
