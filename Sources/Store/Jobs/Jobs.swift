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
    /// What models may cost.
    let budgets: Budgets

    /// What makes a row belong to a lease still.
    static func isHeld(_ lease: Lease) -> SQL {
        """
        id = \(lease.jobID) and lease_token = \(lease.token) and worker_id = \(lease.workerID)
            and status in ('queued', 'running', 'paused')
        """
    }

    /// A duration as SQL takes it.
    static func interval(_ duration: Duration) -> SQL {
        let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
        return "make_interval(secs => \(seconds))"
    }

    /// What makes a row one that waits for a worker, whoever had it before.
    static let backInQueue: SQL = """
        status = 'pending', lease_token = lease_token + 1, worker_id = null, last_heartbeat = null,
        run_after = now(), updated_at = now(),
        expires_at = now() + make_interval(secs => queue_ttl_seconds)
        """

    /// Reads a row and keeps it from changing until the transaction ends.
    static func lock(_ lease: Lease, on connection: borrowing PostgresConnection) async throws -> Job? {
        let rows = try await connection.query(
            "select * from gh_automation_jobs where \(isHeld(lease)) for update"
        )
        return try rows.first.map(Job.init(row:))
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
