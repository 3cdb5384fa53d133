public import GhostHands
import Postgres

extension Jobs {
    /// Shows how far a job has come, leaving the rest of its metadata as it is.
    ///
    /// - Parameters:
    ///   - lease: the worker's right to it.
    ///   - progress: the `progress` object.
    /// - Returns: false when the lease is lost.
    /// - Throws: `PostgresError`.
    public func progress(_ lease: Lease, _ progress: JSON) async throws -> Bool {
        let count = try await pool.execute(
            """
            update gh_automation_jobs set
                metadata = \(Jobs.metadata(with: [.progress: progress])),
                updated_at = now()
            where \(Jobs.isHeld(lease))
            """
        )
        return count == 1
    }

    /// What became of the intent to submit.
    public enum Intent: Sendable, Hashable {
        /// It is written down: the submit may be pressed.
        case recorded
        /// The job is no longer this worker's.
        case leaseLost
        /// One is open, whose end is not known: nothing may be pressed.
        case alreadyOpen
    }

    /// Writes down, before the final submit is pressed, that it will be (R8).
    ///
    /// The page as it is about to be sent stays with the job as evidence, whoever ends it and however.
    ///
    /// - Parameters:
    ///   - lease: the worker's right to the job.
    ///   - picture: the storage key of a picture of that page; nil when none could be taken.
    ///   - pageURL: its address, without query.
    /// - Returns: whether it may be pressed.
    /// - Throws: `PostgresError`; then it may not be pressed.
    public func intendSubmit(_ lease: Lease, picture: String? = nil, pageURL: String? = nil) async throws -> Intent {
        let pictures = JSON.array([picture].compactMap { $0.map(JSON.string) })
        let update: SQL = """
            update gh_automation_jobs set
                submit_intent_at = clock_timestamp(), submit_rejected_at = null, updated_at = now(),
                screenshot_urls = \(json: pictures.data),
                metadata = \(Jobs.metadata(with: [.submitPageURL: .optional(pageURL)]))
            where \(Jobs.isHeld(lease)) and status in (\(literals: [JobStatus.running, .paused]))
                and submit_intent_at is null
            """
        let count = try await Outage.outwaitingLocks { try await pool.execute(update) }
        if count == 1 { return .recorded }
        let held = try await pool.query("select 1 from gh_automation_jobs where \(Jobs.isHeld(lease))")
        return held.isEmpty ? .leaseLost : .alreadyOpen
    }

    /// Renews the intent: the form refused the submit, and it is pressed again at once.
    ///
    /// - Parameter lease: the worker's right to the job.
    /// - Returns: false when the lease is lost, or no submit was begun.
    /// - Throws: `PostgresError`; then it may not be pressed.
    public func submitAgain(_ lease: Lease) async throws -> Bool {
        let update: SQL = """
            update gh_automation_jobs set updated_at = now()
            where \(Jobs.isHeld(lease)) and status = \(literal: JobStatus.running) and submit_intent_at is not null
            """
        return try await Outage.outwaitingLocks { try await pool.execute(update) } == 1
    }

    /// Closes the intent because the form refused the submit: it may be mended and pressed again.
    ///
    /// - Parameter lease: the worker's right to the job.
    /// - Returns: false when the lease is lost.
    /// - Throws: `PostgresError`.
    public func submitRejected(_ lease: Lease) async throws -> Bool {
        let update: SQL = """
            update gh_automation_jobs set
                submit_intent_at = null, submit_rejected_at = clock_timestamp(), updated_at = now()
            where \(Jobs.isHeld(lease)) and status = \(literal: JobStatus.running)
            """
        let count = try await Outage.outwaitingLocks { try await pool.execute(update) }
        return count == 1
    }
}
