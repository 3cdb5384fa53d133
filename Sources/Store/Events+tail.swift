public import Foundation
public import GhostHands
import Postgres

extension Events {
    /// What follows in a job's log, and how the job stands: both of one moment.
    public struct Tail: Sendable, Hashable {
        /// The job's status.
        public let status: JobStatus
        /// The next entries, oldest first.
        public let entries: [Entry]
    }

    /// Reads what follows in a job's log.
    ///
    /// - Parameters:
    ///   - job: whose log.
    ///   - place: the ``Entry/sequence`` of the last entry that is known; 0 for none.
    ///   - limit: how many at most.
    /// - Returns: what follows, or nil when there is no such job.
    /// - Throws: `PostgresError`.
    public func tail(of job: UUID, after place: Int, limit: Int) async throws -> Tail? {
        let rows = try await pool.query(
            """
            select j.status as job_status, e.* from gh_automation_jobs j left join lateral (
                select * from gh_job_events where job_id = j.id and job_seq > \(place) order by job_seq limit \(limit)
            ) e on true
            where j.id = \(job) order by e.job_seq
            """
        )
        guard let first = rows.first else { return nil }
        let entries = try rows.filter { try $0.intOrNil("job_seq") != nil }.map(Entry.init(row:))
        return Tail(status: JobStatus(rawValue: try first.string("job_status")) ?? .expired, entries: entries)
    }

    /// Where the last recording of a job lies.
    ///
    /// - Returns: its key in the files' store; nil when none was kept.
    /// - Throws: `PostgresError`.
    public func lastTrace(of job: UUID) async throws -> String? {
        try await pool.query(
            """
            select metadata ->> \(literal: JobEvent.Key.storagePath) as key from gh_job_events
            where job_id = \(job) and event_type = \(EventType.traceKept.rawValue) order by job_seq desc limit 1
            """
        )
        .first?.stringOrNil("key")
    }

    /// The place of a job's last event; 0 where there is none.
    ///
    /// - Throws: `PostgresError`.
    public func lastPlace(of job: UUID) async throws -> Int {
        try await pool.query("select coalesce(max(job_seq), 0) as place from gh_job_events where job_id = \(job)")
            .only()
            .int("place")
    }
}
