public import Foundation
public import GhostHands
import Postgres

extension Jobs {
    /// What became of a request.
    public enum Creation: Sendable {
        /// It is in the queue; with another job of the same user for the same page that is alive or completed (R44).
        case created(Job, similar: UUID?)
        /// A job with the same idempotency key was there before.
        case duplicate(Duplicate)
    }

    /// The job that an idempotency key names already.
    public struct Duplicate: Sendable, Hashable {
        /// Its id.
        public let id: UUID
        /// VALET's id for it.
        public let valetTaskID: String?
        /// Where it stands now.
        public let status: JobStatus
        /// Whether it was asked for in other words than now.
        public let isMismatch: Bool
    }

    /// Puts a job in the queue, once per idempotency key.
    ///
    /// - Parameters:
    ///   - request: what is asked for.
    ///   - defaultQueueTTLSeconds: after how long an unclaimed job expires when the request does not say (R23).
    /// - Returns: the new job, or the one that had the key before.
    /// - Throws: `PostgresError`.
    public func create(_ request: JobRequest, defaultQueueTTLSeconds: Int = 86_400) async throws -> Creation {
        let id = UUID()
        let row = Jobs.row(id, request, ttl: request.queueTTLSeconds ?? defaultQueueTTLSeconds)
        // Two statements, because one cannot see the row that it lost the race to. The third try is for a row deleted
        // in between.
        for _ in 0..<2 {
            if let made = try await put(row) {
                return .created(Job(request, id, createdAt: made.createdAt), similar: made.similar)
            }
            if let standing = try await standing(id, request) { return standing }
        }
        throw StoreError(code: .unknownValue, message: "the job of this idempotency key was just removed")
    }

    /// What the database says of a job that it has put in the queue.
    struct CreatedJob: Sendable {
        let createdAt: Date
        let similar: UUID?
    }

    /// How large a request may be to be written together with others, so that a group stays small.
    private static let mostBytes = 65_536

    private func put(_ row: Data) async throws -> CreatedJob? {
        if row.count > Self.mostBytes { return try await Jobs.insert([row], pool)[0] }
        return try await creations(row)
    }

    /// Puts jobs in the queue together.
    ///
    /// - Parameters:
    ///   - rows: what is asked for, as ``row(_:_:ttl:)`` has it.
    ///   - pool: where to write.
    /// - Returns: for each what was made, or nil where its id or its idempotency key was there before.
    /// - Throws: `PostgresError`, and nothing is written.
    static func insert(_ rows: [Data], _ pool: PostgresPool) async throws -> [CreatedJob?] {
        let batch = Data("[".utf8) + rows.joined(separator: Data(",".utf8)) + Data("]".utf8)
        return try await pool.query(
            """
            with asked as materialized (
                select greatest(now(), scheduled_at) as due, row.*,
                    row_number() over (partition by user_id, priority order by ordinality) - 1 as behind
                from rows from (jsonb_populate_recordset(null::gh_automation_jobs, \(json: batch)))
                    with ordinality as row
            ), made as (
                insert into gh_automation_jobs (
                    id, idempotency_key, request_hash, user_id, valet_task_id, job_type, target_url, task_description,
                    input_data, resume_ref, priority, effective_priority, turn, max_retries, timeout_seconds,
                    hitl_timeout_seconds, queue_ttl_seconds, expires_at, callback_url, callback_events,
                    target_worker_id, worker_affinity, execution_mode, browser_mode, tags, metadata, scheduled_at,
                    run_after
                )
                select id, idempotency_key, request_hash, user_id, valet_task_id, job_type, target_url,
                    task_description, input_data, resume_ref, priority, priority, \(Jobs.turn) + behind, max_retries,
                    timeout_seconds, hitl_timeout_seconds, queue_ttl_seconds,
                    due + make_interval(secs => queue_ttl_seconds), callback_url, callback_events, target_worker_id,
                    worker_affinity, execution_mode, browser_mode, tags, metadata, scheduled_at, due
                from asked order by ordinality
                on conflict do nothing returning id, created_at
            )
            select made.created_at, (
                select other.id from gh_automation_jobs other
                where other.user_id = asked.user_id and md5(other.target_url) = md5(asked.target_url)
                    and other.status in (\(Jobs.compared))
                order by other.created_at desc limit 1
            ) as similar
            from asked left join made on made.id = asked.id order by asked.ordinality
            """
        ).map { row in
            guard let createdAt = try row.timeOrNil("created_at") else { return nil }
            return CreatedJob(
                createdAt: createdAt,
                similar: try row.stringOrNil("similar").flatMap(UUID.init(uuidString:))
            )
        }
    }

    /// The statuses of a job that a new one is compared with: put together once, for every creation sends them.
    private static let compared: SQL = "\(literals: JobStatus.alive + [.completed])"

    /// A request as JSON text, by the names of the table's columns.
    private static func row(_ id: UUID, _ request: JobRequest, ttl: Int) -> Data {
        JSON.object([
            "id": .id(id), "idempotency_key": .optional(request.idempotencyKey), "request_hash": .string(request.hash),
            "user_id": .id(request.userID), "valet_task_id": .optional(request.valetTaskID),
            "job_type": JSON(request.jobType), "target_url": .string(request.targetURL.text),
            "task_description": .string(request.taskDescription), "input_data": request.inputData,
            "resume_ref": request.resume?.json ?? .null, "priority": JSON(request.priority),
            "max_retries": JSON(request.maxRetries), "timeout_seconds": JSON(request.timeoutSeconds),
            "hitl_timeout_seconds": JSON(request.hitlTimeoutSeconds), "queue_ttl_seconds": JSON(ttl),
            "callback_url": .optional(request.callbackURL?.text),
            "callback_events": JSON(request.callbackEvents.map(\.rawValue).sorted()),
            "target_worker_id": .optional(request.targetWorkerID), "worker_affinity": JSON(request.workerAffinity),
            "execution_mode": JSON(request.executionMode), "browser_mode": JSON(request.browserMode),
            "tags": JSON(request.tags),
            "metadata": request.rowMetadata.json, "scheduled_at": .optional(request.scheduledAt.map(Timestamp.text)),
        ]).data
    }

    /// The channel on which new jobs are announced.
    public static let channel: StaticString = "gh_jobs"

    /// Tells the workers of other processes that there are jobs.
    ///
    /// - Throws: `PostgresError`.
    public func announce() async throws { try await pool.execute("select pg_notify(\(Jobs.channel.description), '')") }

    /// The place of a new job among those of its priority, so that users take turns (R1).
    ///
    /// The place after the user's own last job, but not before the place the queue has come to: start-time fair
    /// queueing with every job of the same length. A user's thousandth job stands behind everybody's first. It goes up
    /// to half of the possible numbers only, so that a row with the greatest number blocks nobody's job.
    private static let turn: SQL = """
        least(4611686018427387904, greatest(
            (select least(turn, 4611686018427387904) + 1 from gh_automation_jobs
                where user_id = asked.user_id and priority = asked.priority
                    and status in (\(literals: JobStatus.alive))
                order by turn desc limit 1),
            coalesce(
                (select turn from gh_automation_jobs
                    where status = \(literal: JobStatus.pending) and target_worker_id is null
                        and effective_priority = asked.priority
                    order by turn limit 1),
                (select max(turn) from gh_automation_jobs where status in (\(literals: JobStatus.held))),
                0
            )
        ))
        """

    /// The job that stands in the way of a new one: one with its key, or it itself, written by a group of which no
    /// answer came.
    private func standing(_ id: UUID, _ request: JobRequest) async throws -> Creation? {
        let rows = try await pool.query(
            """
            select id, valet_task_id, status, request_hash, created_at from gh_automation_jobs
            where id = \(id) or idempotency_key = \(request.idempotencyKey)
            """
        )
        return try rows.first.map { row in
            let found = try row.uuid("id")
            if found == id {
                return .created(Job(request, id, createdAt: try row.time("created_at")), similar: nil)
            }
            let hash = try row.stringOrNil("request_hash")
            return .duplicate(
                Duplicate(
                    id: found,
                    valetTaskID: try row.stringOrNil("valet_task_id"),
                    status: JobStatus(rawValue: try row.string("status")) ?? .expired,
                    isMismatch: hash != nil && hash != request.hash
                )
            )
        }
    }
}

extension Job {
    /// The job that was just made of a request: what was sent is known, and need not be read back.
    fileprivate init(_ request: JobRequest, _ id: UUID, createdAt: Date) {
        self.init(
            id: id,
            userID: request.userID,
            jobType: request.jobType,
            targetURL: PageAddress(request.targetURL),
            createdAt: createdAt
        )
        valetTaskID = request.valetTaskID
        taskDescription = request.taskDescription
        callbackURL = request.callbackURL?.text
        callbackEvents = request.callbackEvents
        targetWorkerID = request.targetWorkerID
        priority = request.priority
        maxRetries = request.maxRetries
        timeoutSeconds = request.timeoutSeconds
        hitlTimeoutSeconds = request.hitlTimeoutSeconds
        inputData = request.inputData
        resume = request.resume
        metadata = request.rowMetadata
        executionMode = request.executionMode
        isMadeByAPI = true
    }
}
