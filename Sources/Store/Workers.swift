public import Foundation
import Postgres

/// The registry of workers.
public struct Workers: Sendable {
    let pool: PostgresPool

    /// Signs a worker on; one that was there before is active again, and its counters go on.
    ///
    /// - Parameters:
    ///   - id: the worker.
    ///   - maxConcurrent: how many jobs it does at once.
    /// - Throws: `PostgresError`.
    public func register(_ id: String, maxConcurrent: Int) async throws {
        try await pool.execute(
            """
            insert into gh_worker_registry (worker_id, target_worker_id, max_concurrent)
            values (\(id), \(id), \(maxConcurrent))
            on conflict (worker_id) do update set
                status = 'active', max_concurrent = excluded.max_concurrent, current_job_id = null,
                registered_at = now(), last_heartbeat = now()
            """
        )
    }

    /// Says that a worker is alive.
    ///
    /// - Parameters:
    ///   - id: the worker.
    ///   - currentJob: a job it does now.
    /// - Throws: `PostgresError`.
    public func heartbeat(_ id: String, currentJob: UUID?) async throws {
        try await pool.execute(
            """
            update gh_worker_registry set last_heartbeat = now(), current_job_id = \(currentJob)
            where worker_id = \(id)
            """
        )
    }

    /// Signs a worker off.
    ///
    /// - Parameter id: the worker.
    /// - Throws: `PostgresError`.
    public func signOff(_ id: String) async throws {
        try await pool.execute(
            """
            update gh_worker_registry set status = 'offline', current_job_id = null, last_heartbeat = now()
            where worker_id = \(id)
            """
        )
    }

    /// Counts a job that ended with this worker.
    static func count(
        _ column: StaticString,
        of id: String,
        on connection: borrowing PostgresConnection
    ) async throws {
        try await connection.execute(
            """
            update gh_worker_registry set \(unescaped: column) = \(unescaped: column) + 1 where worker_id = \(id)
            """
        )
    }
}
