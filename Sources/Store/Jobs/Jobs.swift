import Foundation
public import GhostHands
import Postgres

/// The jobs and all their changes of status.
///
/// Only the database's clock decides, and every write of a worker is guarded by its lease: what it finds no longer
/// held is a value, not an error.
public struct Jobs: Sendable {
    let pool: PostgresPool
    /// How long leases last.
    let times: LeaseTimes
    let creations: GroupCommit<Data, CreatedJob?>
    let starts: GroupCommit<Start, Job?>
    let ends: GroupCommit<EndedAttempt, JobEnd>
    let refusals: Refusals

    /// The jobs of one database.
    ///
    /// - Parameters:
    ///   - pool: connections to it.
    ///   - budgets: what models may cost.
    ///   - alarm: told of a row that the database refuses to change, once.
    init(pool: PostgresPool, times: LeaseTimes, budgets: Budgets, alarm: @escaping @Sendable (UUID) -> Void) {
        self.pool = pool
        refusals = Refusals(alarm)
        self.times = times
        creations = GroupCommit { try await Jobs.insert($0, pool) }
        starts = GroupCommit { try await Jobs.start($0, budgets, times, pool) }
        ends = GroupCommit { try await EndedAttempt.write($0, times, pool) }
    }

    /// What makes a row belong to a lease still.
    static func isHeld(_ lease: Lease) -> SQL {
        """
        id = \(lease.jobID) and lease_token = \(lease.token) and worker_id = \(lease.workerID)
            and status in (\(literals: JobStatus.held))
        """
    }

    /// What makes rows belong to one of several leases still.
    static func isHeld(_ leases: [Lease]) -> SQL {
        """
        status in (\(literals: JobStatus.held)) and (id, lease_token, worker_id) in (
            select * from unnest(
                \(leases.map(\.jobID))::uuid[], \(leases.map(\.token))::bigint[], \(leases.map(\.workerID))::text[]
            )
        )
        """
    }

    /// A duration as SQL takes it.
    static func interval(_ duration: Duration) -> SQL {
        let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
        return "make_interval(secs => \(seconds))"
    }

    /// What makes a row one that waits for a worker, whoever had it before.
    static func backInQueue(by transition: Transition) -> SQL {
        """
        \(transition.sets), \(nextOwner), worker_id = null, last_heartbeat = null, completed_at = null,
        run_after = now(), updated_at = now(),
        expires_at = now() + make_interval(secs => queue_ttl_seconds)
        """
    }

    /// The next lease (R7).
    ///
    /// Others may have written the greatest number there is: it must not stop a whole claim.
    static let nextOwner: SQL = "lease_token = mod(lease_token, 9223372036854775807) + 1"

    /// One more attempt, counted as far as numbers go.
    static let oneMoreTry: SQL = "retry_count = least(retry_count, 2147483646) + 1"

    /// A row's metadata to write members into: an object, whatever others have put there.
    static let ownMetadata: SQL = "case jsonb_typeof(metadata) when 'object' then metadata else '{}' end"

    /// A row's metadata with more of the service's own.
    static func metadata(with own: [JobMetadata.Column: JSON]) -> SQL {
        "\(ownMetadata) || \(json: JobMetadata.object(own).data)"
    }

    /// Rows that cannot change until the transaction ends.
    struct Locked {
        /// The jobs by their ids.
        var jobs: [UUID: Job] = [:]
        /// What the transaction takes for now.
        var now = Date.distantPast
    }

    /// Reads rows and keeps them from changing until the transaction ends.
    ///
    /// In the order of their ids, as all do who lock several: else two could wait for each other.
    static func lock(
        _ leases: [Lease],
        withInput hasInput: Bool = false,
        on connection: borrowing PostgresConnection
    ) async throws -> Locked {
        let rows = try await connection.query(
            """
            select \(columns(withInput: hasInput)), now() as present from gh_automation_jobs
            where \(isHeld(leases)) order by id for no key update
            """
        )
        var locked = Locked()
        for row in rows {
            let job = try Job(row: row, withInput: hasInput)
            locked.jobs[job.id] = job
            locked.now = try row.time("present")
        }
        return locked
    }
}

extension LeaseTimes {
    /// Whoever has not been heard of since then is gone.
    var lastSign: SQL { "now() - \(Jobs.interval(rescue))" }
}

/// How a job, or an attempt at it, ended.
public enum JobEnd: Sendable, Hashable {
    case completed
    /// Finally failed, with the code that was written; for a begun submit that is `submission_unconfirmed` (R8).
    case failed(ErrorCode)
    /// Back in the queue.
    case requeued
    /// Still paused, but no longer held by a worker: an answer puts it back in the queue (R14).
    case disowned
    /// Somebody else holds the job now, or it was cancelled: nothing was written.
    case leaseLost
}
