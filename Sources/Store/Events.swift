public import Foundation
public import GhostHands
import Postgres

/// The event log of jobs.
public struct Events: Sendable {
    let pool: PostgresPool

    /// An event as it stands in the log.
    public struct Entry: Sendable, Hashable {
        /// The event's own id.
        public let id: UUID
        /// Whose it is.
        public let jobID: UUID
        /// What happened; the predecessor's and the database's own kinds included.
        public let type: String
        /// The status before, of a `status_change`.
        public let fromStatus: String?
        /// The status after, of a `status_change`.
        public let toStatus: String?
        /// One sentence, of a `status_change`.
        public let message: String?
        /// The keys that callers were promised.
        public let metadata: JSON
        /// Who made it happen.
        public let actor: String
        /// When.
        public let createdAt: Date
        /// Its place in the job's log, counted from 1 and without gaps.
        public let sequence: Int
    }

    /// Writes down events in the order given, in one statement.
    ///
    /// - Parameters:
    ///   - events: what happened.
    ///   - lease: the worker's right to the job.
    /// - Returns: false when the lease is lost, and nothing was written.
    /// - Throws: `PostgresError`.
    public func append(_ events: [JobEvent], under lease: Lease) async throws -> Bool {
        guard !events.isEmpty else { return true }
        let values = events.map { JSON.object(["type": .string($0.type.rawValue), "metadata": .object($0.metadata)]) }
        let insert: SQL = """
            insert into gh_job_events (job_id, event_type, metadata, actor)
            select job.id, event.value ->> 'type', event.value -> 'metadata', \(lease.workerID)
            from (select id from gh_automation_jobs where \(Jobs.isHeld(lease))) job,
                \(Events.rows(values))
            order by event.position
            """
        let count = try await Outage.outwaitingLocks { try await pool.execute(insert) }
        return count == events.count
    }

    /// Writes down what happened to a job beside its attempt.
    ///
    /// - Parameters:
    ///   - event: what happened.
    ///   - job: to which job; one that is gone has no log.
    ///   - actor: who made it happen.
    /// - Throws: `PostgresError`.
    public func note(_ event: JobEvent, of job: UUID, by actor: String) async throws {
        try await pool.execute(
            """
            insert into gh_job_events (job_id, event_type, metadata, actor)
            select id, \(event.type.rawValue), \(json: JSON.object(event.metadata).data), \(actor)
            from gh_automation_jobs where id = \(job)
            """
        )
    }

    /// An event of a job, for ``insert(_:)``.
    static func value(_ event: JobEvent, of job: UUID, by actor: String) -> JSON {
        .object([
            "job": .id(job), "type": .string(event.type.rawValue), "metadata": .object(event.metadata),
            "actor": .string(actor),
        ])
    }

    /// Writes events down in their order.
    static func insert(_ values: [JSON]) -> SQL {
        """
        insert into gh_job_events (job_id, event_type, metadata, actor)
        select (event.value ->> 'job')::uuid, event.value ->> 'type', event.value -> 'metadata',
            event.value ->> 'actor'
        from \(rows(values))
        order by event.position
        """
    }

    /// Values as rows to insert from: each a `value`, in the order of their `position`.
    static func rows(_ values: [JSON]) -> SQL {
        "jsonb_array_elements(\(json: JSON.array(values).data)) with ordinality as event (value, position)"
    }

    /// Reads a page of a job's log, oldest first.
    ///
    /// - Parameters:
    ///   - type: only events of this kind, when given.
    ///   - limit: how many at most.
    ///   - offset: how many to skip.
    /// - Returns: the page, and how many there are in all.
    /// - Throws: `PostgresError`.
    public func list(
        jobID: UUID,
        type: String? = nil,
        limit: Int = 100,
        offset: Int = 0
    ) async throws -> (entries: [Entry], total: Int) {
        let matches: SQL = "job_id = \(jobID) and event_type = coalesce(\(type), event_type)"
        let rows = try await pool.query(
            """
            select * from gh_job_events where \(matches)
            order by job_seq limit \(limit) offset \(offset)
            """
        )
        let total = try await pool.query("select count(*) as total from gh_job_events where \(matches)")
        return (try rows.map(Entry.init(row:)), try total.only().int("total"))
    }
}

extension Events.Entry {
    init(row: Row) throws {
        id = try row.uuid("id")
        jobID = try row.uuid("job_id")
        type = try row.string("event_type")
        fromStatus = try row.stringOrNil("from_status")
        toStatus = try row.stringOrNil("to_status")
        message = try row.stringOrNil("message")
        metadata = try row.json("metadata")
        actor = try row.string("actor")
        createdAt = try row.time("created_at")
        sequence = try row.int("job_seq")
    }
}
