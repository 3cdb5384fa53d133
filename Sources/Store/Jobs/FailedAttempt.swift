import GhostHands
import Postgres

/// The end of an attempt without success.
///
/// R8 is decided here and nowhere else in Store: a job whose submit was begun never goes back to the queue.
struct FailedAttempt: Sendable {
    private let job: Job
    private var failure: JobFailure
    private let isLast: Bool
    private let times: LeaseTimes
    /// What became of the manual, as it is kept now.
    private var cookbook: CookbookRecord?

    /// The end of a locked row.
    ///
    /// - Parameters:
    ///   - job: the row.
    ///   - failure: why the attempt failed.
    ///   - times: how long the next attempt waits.
    init(_ job: Job, _ failure: JobFailure, _ times: LeaseTimes) {
        self.job = job
        self.times = times
        if Transition.requeue.isAllowed(from: .running, openIntent: job.hasOpenSubmitIntent) {
            self.failure = failure
            isLast =
                !failure.isRetried || job.retryCount >= job.maxRetries
                || !Transition.requeue.isAllowed(from: job.status, openIntent: false)
        } else {
            self.failure = failure.unconfirmed(on: job.metadata[.submitPageURL].string)
            isLast = true
        }
        self.failure.cost.takeModelCost(of: job)
    }

    /// A result that leaves a begun submit without proof.
    static func unproven(_ result: JobResult) -> JobFailure {
        JobFailure(
            code: .submissionUnconfirmed,
            message: "",
            details: ["result": .string(result.summary)],
            screenshots: result.screenshots,
            mode: result.mode,
            cost: result.cost
        )
    }

    /// How it ends.
    var end: JobEnd { isLast ? .failed(failure.code) : .requeued }

    /// Writes the row and all that it leaves behind.
    func finish(on connection: borrowing PostgresConnection) async throws -> JobEnd {
        try await write(on: connection).record(on: connection)
        return end
    }

    /// Writes the row.
    ///
    /// - Parameter connection: where, in the transaction that has locked it.
    /// - Returns: what is to be recorded with it.
    /// - Throws: `PostgresError`.
    func write(on connection: borrowing PostgresConnection) async throws -> StatusChange {
        var copy = self
        if let record = failure.cookbook {
            copy.cookbook = try await Manuals.learn(record, from: job.id, on: connection)
        }
        var change =
            isLast ? try await copy.writeFailed(on: connection) : try await copy.writeRequeued(on: connection)
        change.bill = StatusChange.Bill(cost: failure.cost, isFinal: isLast)
        if isLast, let worker = job.workerID { change.bill?.worker = (worker, hasCompleted: false) }
        return change
    }

    private func writeFailed(on connection: borrowing PostgresConnection) async throws -> StatusChange {
        let details = JSON.object(failure.details.merging(["message": .string(failure.message)]) { $1 })
        let rows = try await connection.query(
            """
            update gh_automation_jobs set
                \(Transition.fail.sets), completed_at = now(), updated_at = now(), paused_at = null,
                status_message = \(failure.message), error_code = \(failure.code.rawValue),
                error_details = \(json: details.data), \(outcome)
            where id = \(job.id) returning *
            """
        )
        let event = JobEvent.jobFailed(failure, retryCount: job.retryCount)
        let events = isTimeout ? [.hitlTimeout(after: job.hitlTimeoutSeconds), event] : [event]
        return StatusChange(try Job(row: try rows.only()), events, .failed, actor: job.workerID)
    }

    private func writeRequeued(on connection: borrowing PostgresConnection) async throws -> StatusChange {
        let delay = times.backoff(retryCount: job.retryCount)
        let rows = try await connection.query(
            """
            update gh_automation_jobs set
                \(Transition.requeue.sets), \(Jobs.oneMoreTry), \(Jobs.nextOwner), worker_id = null, completed_at = null,
                last_heartbeat = null, updated_at = now(), run_after = now() + \(Jobs.interval(delay)),
                expires_at = now() + \(Jobs.interval(delay)) + make_interval(secs => queue_ttl_seconds),
                status_message = \("Attempt \(job.retryCount + 1) failed: \(failure.message)"), \(outcome)
            where id = \(job.id) returning *
            """
        )
        let event = JobEvent.attemptFailed(
            failure,
            retryCount: job.retryCount,
            retryIn: Self.seconds(delay)
        )
        return StatusChange(try Job(row: try rows.only()), [event], nil, actor: job.workerID)
    }

    /// Whether it fails because nobody has answered, also where that leaves a begun submit without proof.
    private var isTimeout: Bool {
        [failure.code.rawValue, failure.details["cause"]?.string].contains(ErrorCode.hitlTimeout.rawValue)
    }

    /// Whole seconds, rounded up.
    private static func seconds(_ delay: Duration) -> Int64 {
        delay.components.seconds + (delay.components.attoseconds > 0 ? 1 : 0)
    }

    /// What both ends keep of the attempt.
    private var outcome: SQL {
        """
        final_mode = coalesce(\(failure.mode?.rawValue), final_mode),
        screenshot_urls = \(json: JSON(EndedAttempt.pictures(failure.screenshots, of: job)).data),
        metadata = \(Jobs.metadata(with: EndedAttempt.told(failure.cost, cookbook)))
        """
    }
}

extension JobFailure {
    /// The same end, of a job whose submit was begun.
    fileprivate func unconfirmed(on pageURL: String?) -> JobFailure {
        var copy = self
        if copy.details["page_url"] ?? .null == .null, let pageURL { copy.details["page_url"] = .string(pageURL) }
        guard code != .submissionUnconfirmed || message.isEmpty else { return copy }
        copy.code = .submissionUnconfirmed
        copy.message = FailureCause.submitInterrupted.told
        if code != .submissionUnconfirmed {
            copy.details["cause"] = .string(code.rawValue)
            copy.details["cause_message"] = .string(message)
        }
        return copy
    }
}
