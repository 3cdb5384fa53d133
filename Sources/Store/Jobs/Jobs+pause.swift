public import Foundation
public import GhostHands
import Postgres

extension Jobs {
    /// Has a running job wait for a human: status, interaction, event and callback in one transaction.
    ///
    /// Its worker goes on holding it, and its deadline is the database's.
    ///
    /// - Parameters:
    ///   - lease: the worker's right to it.
    ///   - interaction: what it waits for.
    ///   - links: what the callback names beside it.
    /// - Returns: when it was paused, in microseconds of 1970; nil when the lease is lost.
    /// - Throws: `PostgresError`.
    public func pause(
        _ lease: Lease,
        _ interaction: Interaction,
        links: PauseLinks = PauseLinks()
    ) async throws -> Int64? {
        try await Outage.outwaitingLocks {
            try await pool.withTransaction { connection in
                let locked = try await Jobs.lock([lease], on: connection)
                guard var job = locked.jobs[lease.jobID], Transition.pause.origins.contains(job.status) else {
                    return nil
                }
                job.wait(for: interaction, since: locked.now)
                var change = StatusChange(
                    job,
                    [.hitlPaused(interaction, seconds: job.hitlTimeoutSeconds)],
                    .needsHuman,
                    actor: lease.workerID
                )
                change.screenshotURL = links.screenshot
                let live = job.pause.flatMap { links.live?($0) }
                change.liveURL = live?.url
                if let live {
                    try await connection.execute(LiveLinks.make(of: job, secret: live.digest))
                }
                if interaction.kind == .takeOver {
                    try await connection.execute("delete from gh_takeovers where job_id = \(job.id)")
                }
                try await connection.commit(
                    with: """
                        update gh_automation_jobs set
                            \(Transition.pause.sets), interaction_type = \(interaction.kind.rawValue),
                            interaction_data = \(json: interaction.json.data), paused_at = now(), updated_at = now(),
                            status_message = \(interaction.message)
                        where id = \(lease.jobID)
                        """,
                    [change].record
                )
                return job.pause
            }
        }
    }

    /// What the callback of a pause names beside it.
    public struct PauseLinks: Sendable {
        /// Where the picture opens.
        public var screenshot: String?
        /// The one link to the live page, from when the pause began; nil where there are none.
        public var live: (@Sendable (Int64) -> LiveLink)?

        /// Nothing beside it.
        public init(screenshot: String? = nil, live: (@Sendable (Int64) -> LiveLink)? = nil) {
            self.screenshot = screenshot
            self.live = live
        }
    }

    /// A link to a paused job's page.
    public struct LiveLink: Sendable {
        /// Where it opens, with its secret.
        public let url: String
        /// The digest of its secret.
        public let digest: Data

        /// A link.
        public init(url: String, digest: Data) {
            self.url = url
            self.digest = digest
        }
    }

    /// How a job that was paused stands.
    public enum Waiting: Sendable, Hashable {
        /// Nobody has answered yet; somebody may look on who cannot be shown more than single pictures.
        case paused(wantsPicture: Bool)
        /// Nobody has answered in time.
        case unanswered
        /// It goes on.
        case resumed
        /// Somebody else holds it, or it was cancelled.
        case lost
    }

    /// Looks whether a paused job may go on.
    ///
    /// - Parameter lease: the worker's right to it.
    /// - Throws: `PostgresError`.
    public func waiting(_ lease: Lease) async throws -> Waiting {
        let rows = try await pool.query(
            """
            select status, coalesce(\(Jobs.isUnanswered), false) as is_unanswered,
                exists (
                    select from gh_live_links l where l.job_id = gh_automation_jobs.id
                        and l.picture_wanted_at > now() - interval '6 seconds'
                ) as wants_picture
            from gh_automation_jobs where \(Jobs.isHeld(lease)) and cancel_requested_at is null
            """
        )
        guard let row = rows.first else { return .lost }
        switch JobStatus(rawValue: try row.string("status")) {
        case .paused:
            return try row.bool("is_unanswered") ? .unanswered : .paused(wantsPicture: try row.bool("wants_picture"))
        case .running: return .resumed
        default: return .lost
        }
    }

    /// Whether the time of a paused job's answer is over.
    static let isUnanswered: SQL = "paused_at < now() - make_interval(secs => hitl_timeout_seconds)"

    /// Leaves a paused job without a worker: its page is closed, and an answer puts it back in the queue (R51).
    ///
    /// - Parameter lease: the worker's right to it.
    /// - Returns: how it stands: `disowned`, or failed when its submit was begun (R8).
    /// - Throws: `PostgresError`.
    public func park(_ lease: Lease) async throws -> JobEnd { try await release([lease]).first?.end ?? .leaseLost }

    /// Lets a paused job go on: with its worker, or when that one is gone back in the queue (R14).
    ///
    /// - Parameters:
    ///   - id: the job.
    ///   - answer: who answered, and how.
    ///   - sealed: what they gave, sealed; nil where there is nothing to carry.
    ///   - life: for how long it may be read; nil for as long as the job waits.
    ///   - pause: the pause that was answered; nil for whichever it is in.
    /// - Returns: the job, `running` or `pending` now; `failed` when its worker is gone and its submit was begun (R8).
    /// - Throws: `PostgresError`.
    public func resume(
        _ id: UUID,
        _ answer: CallerOrder.Resume,
        sealed: Data? = nil,
        lasting life: Duration? = nil,
        of pause: Int64? = nil
    ) async throws -> Resumption {
        var refusal: String?
        let change = try await change(id, Transition.resume.origins) { job, connection in
            refusal = try await Self.refusal(of: answer, to: job, in: pause, on: connection)
            if refusal != nil { return nil }
            let goesOn = try await Jobs.isHeld(job, times, on: connection)
            if !goesOn, job.hasOpenSubmitIntent {
                _ = try await FailedAttempt(job, .workerLost, times).finish(on: connection)
                return try await Jobs.read(id, on: connection)
            }
            let resumed = try await Self.goOn(job, withWorker: goesOn, sealed, lasting: life, on: connection)
            let seconds = job.pausedAt.map { resumed.updatedAt.timeIntervalSince($0) }
            let event = JobEvent.hitlResumed(answer, requeued: !goesOn, seconds: seconds)
            try await StatusChange(resumed, [event], .resumed, actor: Acting.name).record(on: connection)
            return resumed
        }
        return switch change {
        case .done(let job): .done(job)
        case .refused(let job): refusal.map(Resumption.unfit) ?? .refused(job)
        case .unknown: .unknown
        }
    }

    /// Why a paused job may not go on by an answer; nil when it may.
    private static func refusal(
        of answer: CallerOrder.Resume,
        to job: Job,
        in pause: Int64?,
        on connection: borrowing PostgresConnection
    ) async throws -> String? {
        let late = try await connection.query(
            "select coalesce(\(isUnanswered), false) as late from gh_automation_jobs where id = \(job.id)"
        )
        if try late.only().bool("late") { return "The time for an answer is over: the job ends with hitl_timeout" }
        if let pause, job.pause != pause {
            return "Somebody else has answered, and it waits for something else now"
        }
        let questions = (job.interactionData["questions"].array ?? []).compactMap(OpenQuestion.init)
        return answer.refusal(by: job.interaction, questions: questions, room: CodeRoom(job.interactionData))
    }

    /// Ends a job's pause, and keeps what was given, sealed, for whichever worker goes on.
    private static func goOn(
        _ job: Job,
        withWorker goesOn: Bool,
        _ sealed: Data?,
        lasting life: Duration?,
        on connection: borrowing PostgresConnection
    ) async throws -> Job {
        let owner: SQL = goesOn ? "\(Transition.resume.sets), updated_at = now()" : backInQueue(by: .release)
        let seconds = life.map { Double($0.components.seconds) }
        let rows = try await connection.query(
            """
            with given as (
                insert into gh_resolutions (job_id, sealed, expires_at)
                select \(job.id), sealed, now() + make_interval(secs => \(seconds)::double precision)
                from (select \(sealed)::bytea as sealed) one where sealed is not null
                on conflict (job_id) do update set
                    sealed = excluded.sealed, created_at = now(), expires_at = excluded.expires_at
            )
            update gh_automation_jobs set
                \(owner), paused_at = null, interaction_type = null, interaction_data = null,
                status_message = null
            where id = \(job.id) returning *
            """
        )
        return try Job(row: try rows.only())
    }

    /// What became of an answer to a paused job.
    public enum Resumption: Sendable {
        /// It goes on; the job as it stands now.
        case done(Job)
        /// It is not paused.
        case refused(Job)
        /// What was given does not answer what the job waits for: what to send instead.
        case unfit(String)
        /// There is no such job.
        case unknown
    }

    /// Whether a worker that lives holds a locked job.
    private static func isHeld(
        _ job: Job,
        _ times: LeaseTimes,
        on connection: borrowing PostgresConnection
    ) async throws -> Bool {
        let isHeld: SQL = "worker_id is not null and last_heartbeat > \(times.lastSign)"
        let held = try await connection.query("select \(isHeld) as held from gh_automation_jobs where id = \(job.id)")
        return try held.only().boolOrNil("held") ?? false
    }
}

extension Job {
    /// What the job waits for; nil where its row does not say, or not in our words.
    public var interaction: Interaction.Kind? { interactionType.flatMap(Interaction.Kind.init(rawValue:)) }

    /// What ``Jobs/pause(_:_:screenshotURL:)`` writes into the row.
    fileprivate mutating func wait(for interaction: Interaction, since now: Date) {
        status = Transition.pause.target
        statusMessage = interaction.message
        (interactionType, interactionData) = (interaction.kind.rawValue, interaction.json)
        (pausedAt, updatedAt) = (now, now)
    }
}
