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
        // Two statements, for one cannot see the row it lost the race to. A third time is for a row deleted between.
        for _ in 0..<2 {
            if let row = try await insert(request, request.queueTTLSeconds ?? defaultQueueTTLSeconds) {
                // What was sent is known already, and need not be read back.
                var job = try Job(row: row, withInput: false)
                job.inputData = request.inputData
                job.resume = request.resume
                job.taskDescription = request.taskDescription
                return .created(job, similar: try row.stringOrNil("similar").flatMap(UUID.init(uuidString:)))
            }
            if let key = request.idempotencyKey, let duplicate = try await duplicate(key, request.hash) {
                return .duplicate(duplicate)
            }
        }
        throw StoreError(code: .unknownValue, message: "the idempotency key comes and goes")
    }

    private func insert(_ request: JobRequest, _ ttl: Int) async throws -> Row? {
        var own: [String: JSON] = ["quality_preset": .string(request.quality.rawValue)]
        own["language_model"] = request.model.map(JSON.string)
        own["language_model_for_images"] = request.imageModel.map(JSON.string)
        let metadata = JSON.object((request.metadata.object ?? [:]).merging(own) { $1 })
        let rows = try await pool.query(
            """
            insert into gh_automation_jobs (
                idempotency_key, request_hash, user_id, valet_task_id, job_type, target_url, task_description,
                input_data, resume_ref, priority, effective_priority, turn, max_retries, timeout_seconds,
                hitl_timeout_seconds, queue_ttl_seconds, expires_at, callback_url, callback_events,
                target_worker_id, worker_affinity, execution_mode, tags, metadata, scheduled_at, run_after
            ) values (
                \(request.idempotencyKey), \(request.hash), \(request.userID), \(request.valetTaskID),
                \(request.jobType.rawValue), \(request.targetURL), \(request.taskDescription),
                \(json: request.inputData.data), \(json: request.resume?.json.data),
                \(request.priority), \(request.priority), \(Jobs.turn(request)), \(request.maxRetries),
                \(request.timeoutSeconds), \(request.hitlTimeoutSeconds), \(ttl),
                greatest(now(), \(request.scheduledAt)) + make_interval(secs => \(Double(ttl))), \(request.callbackURL),
                \(request.callbackEvents.map(\.rawValue).sorted()), \(request.targetWorkerID),
                \(request.workerAffinity.rawValue), \(request.executionMode.rawValue),
                \(json: JSON.array(request.tags.map(JSON.string)).data), \(json: metadata.data),
                \(request.scheduledAt), greatest(now(), \(request.scheduledAt))
            ) on conflict (idempotency_key) do nothing returning *, (
                select other.id from gh_automation_jobs other
                where other.user_id = \(request.userID) and md5(other.target_url) = md5(\(request.targetURL))
                    and other.status in ('pending', 'queued', 'running', 'paused', 'completed')
                order by other.created_at desc limit 1
            ) as similar
            """
        )
        return rows.first
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
    /// queueing with every job of the same length. A user's thousandth job stands behind everybody's first.
    private static func turn(_ request: JobRequest) -> SQL {
        """
        greatest(
            (select turn + 1 from gh_automation_jobs
                where user_id = \(request.userID) and priority = \(request.priority)
                    and status in ('pending', 'queued', 'running', 'paused')
                order by turn desc limit 1),
            coalesce(
                (select turn from gh_automation_jobs
                    where status = 'pending' and target_worker_id is null
                        and effective_priority = \(request.priority)
                    order by turn limit 1),
                (select max(turn) from gh_automation_jobs where status in ('queued', 'running', 'paused')),
                0
            )
        )
        """
    }

    private func duplicate(_ key: String, _ hash: String) async throws -> Duplicate? {
        let rows = try await pool.query(
            "select id, valet_task_id, status, request_hash from gh_automation_jobs where idempotency_key = \(key)"
        )
        return try rows.first.map { row in
            let known = try row.stringOrNil("request_hash")
            return Duplicate(
                id: try row.uuid("id"),
                valetTaskID: try row.stringOrNil("valet_task_id"),
                status: try row.value("status"),
                isMismatch: known != nil && known != hash
            )
        }
    }
}
