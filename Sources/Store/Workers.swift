public import Foundation
public import GhostHands
import Postgres

/// The registry of workers.
public struct Workers: Sendable {
    let pool: PostgresPool
    let times: LeaseTimes

    /// Signs a worker on; one that was there before is active again, and its counters go on.
    ///
    /// - Parameters:
    ///   - id: the worker.
    ///   - incarnation: the process that goes by the name now; nil for one that does not tell itself from others.
    ///   - url: where the API reaches its own port; nil where it has none.
    /// - Throws: `PostgresError`.
    public func register(
        _ id: String,
        as incarnation: UUID? = nil,
        maxConcurrent: Int,
        url: String? = nil
    ) async throws {
        try await pool.execute(
            """
            insert into gh_worker_registry (worker_id, target_worker_id, max_concurrent, incarnation, url)
            values (\(id), \(id), \(maxConcurrent), \(incarnation), \(url))
            on conflict (worker_id) do update set
                status = 'active', max_concurrent = excluded.max_concurrent, current_job_id = null, held = '{}',
                incarnation = excluded.incarnation, url = excluded.url, registered_at = now(), last_heartbeat = now()
            """
        )
    }

    /// What a worker is told when it sends a heartbeat.
    public struct Pulse: Sendable, Hashable {
        /// How the worker stands in the registry.
        public enum Standing: String, Sendable, Hashable {
            /// It may claim jobs.
            case active
            /// Somebody has taken it out of service.
            case draining
            /// It was marked `draining` by somebody who thought that it was gone.
            case offline
            /// Another living process goes by its name now.
            case replaced
            /// The registry does not know it.
            case unknown
        }

        /// How the worker stands.
        public let standing: Standing
        /// The leases that it may go on with; its others are lost or cancelled, and their work must stop at once.
        public let alive: Set<Lease>

        /// Whether it may claim jobs.
        public var mayClaim: Bool { standing == .active || standing == .unknown }
    }

    /// Says that a worker is alive and confirms its leases, in one statement that waits for nobody's lock.
    ///
    /// What is locked stays held: the worker's own row says so in its place. When the process that had the name has
    /// signed off or fallen silent, this one takes the name over.
    ///
    /// - Parameters:
    ///   - id: the worker.
    ///   - leases: what it believes to hold.
    ///   - incarnation: the process, as it has signed on.
    /// - Returns: what it may go on with.
    /// - Throws: `PostgresError`.
    public func heartbeat(_ id: String, _ leases: [Lease], as incarnation: UUID? = nil) async throws -> Pulse {
        let rows = try await pool.query(signOfLife(id, leases, incarnation))
        var alive: Set<Lease> = []
        for row in rows {
            guard let job = try row.stringOrNil("id").flatMap(UUID.init(uuidString:)) else { continue }
            guard try !row.bool("is_cancelled") else { continue }
            alive.insert(Lease(jobID: job, token: try row.int64("lease_token"), workerID: id))
        }
        let standing = try rows.first.flatMap { Pulse.Standing(rawValue: try $0.string("standing")) }
        return Pulse(standing: standing ?? .unknown, alive: alive)
    }

    private func signOfLife(_ id: String, _ leases: [Lease], _ incarnation: UUID?) -> SQL {
        """
        with believed as materialized (
            select id, lease_token, cancel_requested_at is not null as is_cancelled
            from gh_automation_jobs where \(Jobs.isHeld(leases))
        ), free as materialized (
            select id from gh_automation_jobs where \(Jobs.isHeld(leases))
            order by id for no key update skip locked
        ), told as (
            update gh_automation_jobs j set last_heartbeat = now() from free where j.id = free.id returning j.id
        ), own as materialized (
            select worker_id, incarnation is not distinct from \(incarnation) as is_own from gh_worker_registry
            where worker_id = \(id) and (
                incarnation is not distinct from \(incarnation) or status = 'offline'
                or last_heartbeat < \(times.lastSign)
            )
            for no key update skip locked
        ), worker as (
            update gh_worker_registry w set
                last_heartbeat = now(), incarnation = \(incarnation), held = \(leases.map(\.jobID)),
                -- Only of a row that nobody holds: the foreign key would wait for it.
                current_job_id = coalesce(
                    (select id from told order by id limit 1),
                    case when w.current_job_id = any(\(leases.map(\.jobID))) then w.current_job_id end
                ),
                status = case when own.is_own or w.status = 'draining' then w.status else 'active' end
            from own where w.worker_id = own.worker_id returning w.status
        )
        select believed.*, coalesce(
            (select status from worker),
            (
                select case when incarnation is not distinct from \(incarnation) then status else 'replaced' end
                from gh_worker_registry where worker_id = \(id)
            ),
            'unknown'
        ) as standing
        from (select 1) always left join believed on true
        """
    }

    /// A worker as the registry knows it.
    public struct Entry: Sendable, Hashable {
        /// Its name.
        public let id: String
        /// `active`, `draining` or `offline`.
        public let status: String
        /// The name under which jobs are meant for it.
        public let targetWorkerID: String?
        /// How many jobs it does at once.
        public let maxConcurrent: Int
        /// How many it holds now.
        public let activeJobs: Int
        /// One of them.
        public let currentJobID: UUID?
        /// How many it has completed.
        public let jobsCompleted: Int
        /// How many have failed with it.
        public let jobsFailed: Int
        /// When it signed on.
        public let registeredAt: Date
        /// When it was last heard of.
        public let lastHeartbeat: Date
        /// For how long it has been there, in whole seconds; up to its last sign of life when it is there no more.
        public let uptimeSeconds: Int

        /// Reads a row of what is listed; nil when it is none.
        init?(_ row: JSON) {
            guard let id = row["worker_id"].string,
                let registered = row["registered_at"].string.flatMap(Timestamp.date),
                let heard = row["last_heartbeat"].string.flatMap(Timestamp.date)
            else { return nil }
            self.id = id
            status = row["status"].string ?? ""
            targetWorkerID = row["target_worker_id"].string
            maxConcurrent = row["max_concurrent"].int ?? 0
            activeJobs = row["active"].int ?? 0
            currentJobID = row["current_job_id"].string.flatMap(UUID.init(uuidString:))
            jobsCompleted = row["jobs_completed"].int ?? 0
            jobsFailed = row["jobs_failed"].int ?? 0
            registeredAt = registered
            lastHeartbeat = heard
            uptimeSeconds = row["uptime"].int ?? 0
        }
    }

    /// Lists the workers, those heard of last first.
    ///
    /// - Parameter limit: how many at most.
    /// - Returns: the living, and for an hour those that have fallen silent without signing off, as `offline` after two
    ///   minutes.
    /// - Throws: `PostgresError`.
    public func list(limit: Int = 1000) async throws -> [Entry] {
        try await pool.query(
            "select to_jsonb(l) as worker from (\(Self.listing(times, limit: limit))) l order by place"
        ).compactMap { row in Entry(try JSON(parsing: Data(try row.string("worker").utf8))) }
    }

    /// The workers that are listed, with their places as `place`; their times lie where a calendar has them.
    static func listing(_ times: LeaseTimes, limit: Int = 1000) -> SQL {
        """
        select row_number() over (order by last_heartbeat desc, worker_id) as place, worker_id, target_worker_id,
            max_concurrent, current_job_id, jobs_completed, jobs_failed, registered_at, last_heartbeat,
            case when is_silent then 'offline' else status end as status,
            greatest(0, extract(epoch from case when is_silent or status = 'offline' then last_heartbeat else now() end
                - registered_at))::int as uptime,
            (select count(*) from gh_automation_jobs j
                where j.worker_id = w.worker_id and j.status in (\(literals: JobStatus.held))) as active
        from (
            select worker_id, target_worker_id, status, max_concurrent, current_job_id, jobs_completed, jobs_failed,
                last_heartbeat < \(times.lastSign) as is_silent,
                greatest(least(registered_at, now()), '1970-01-01') as registered_at,
                greatest(least(last_heartbeat, now()), '1970-01-01') as last_heartbeat
            from gh_worker_registry
            where status <> 'offline' and last_heartbeat > now() - interval '1 hour'
            order by gh_worker_registry.last_heartbeat desc, worker_id limit \(limit)
        ) w
        """
    }

    /// Takes a worker out of service: it claims nothing more once it hears of it, with its next heartbeat.
    ///
    /// - Parameter id: the worker's name, or the one under which jobs are meant for it.
    /// - Returns: the workers taken out, each with the jobs it holds; none when nobody is called so.
    /// - Throws: `PostgresError`.
    public func deregister(_ id: String) async throws -> [String: [UUID]] {
        let rows = try await pool.query(
            """
            with gone as (
                update gh_worker_registry set
                    status = case
                        when status <> 'offline' and last_heartbeat > \(times.lastSign) then 'draining'
                        else 'offline' end
                where worker_id = \(id) or target_worker_id = \(id) returning worker_id
            )
            select gone.worker_id, j.id::text as job_id from gone
            left join gh_automation_jobs j
                on j.worker_id = gone.worker_id and j.status in (\(literals: JobStatus.held))
            order by gone.worker_id, j.created_at
            """
        )
        var found: [String: [UUID]] = [:]
        for row in rows {
            let job = try row.stringOrNil("job_id").flatMap(UUID.init(uuidString:))
            found[try row.string("worker_id"), default: []] += [job].compactMap(\.self)
        }
        return found
    }

    /// Says that a worker finishes what it has and claims nothing more; where another process goes by its name now, that
    /// one goes on.
    ///
    /// - Parameters:
    ///   - id: the worker.
    ///   - incarnation: the process, as it has signed on.
    /// - Throws: `PostgresError`.
    public func drain(_ id: String, as incarnation: UUID? = nil) async throws {
        try await pool.execute(
            """
            update gh_worker_registry set status = 'draining'
            where worker_id = \(id) and incarnation is not distinct from \(incarnation)
            """
        )
    }

    /// Signs a worker off; where another process goes by its name now, that one stays.
    ///
    /// - Parameters:
    ///   - id: the worker.
    ///   - incarnation: the process, as it has signed on.
    /// - Throws: `PostgresError`.
    public func signOff(_ id: String, as incarnation: UUID? = nil) async throws {
        try await pool.execute(
            """
            update gh_worker_registry set
                status = 'offline', current_job_id = null, held = '{}', last_heartbeat = now()
            where worker_id = \(id) and incarnation is not distinct from \(incarnation)
            """
        )
    }
}
