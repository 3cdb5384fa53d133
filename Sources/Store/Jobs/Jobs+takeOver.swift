public import Foundation
public import GhostHands
import Postgres

extension Jobs {
    /// What became of a person's wish to take a running job over (R53).
    public enum TakeOver: Sendable {
        /// Its worker stops at the next safe point.
        case asked(Job)
        /// It does not run.
        case notRunning(Job)
        /// Its submit was begun, and nothing says yet what came of it.
        case submitting(Job)
        /// It asks nobody, or is of a kind that has no form to take over.
        case unfit(Job)
        /// There is no such job.
        case unknown
    }

    /// Asks the worker of a running job to stop at the next safe point, for a person to take the page over.
    ///
    /// - Parameters:
    ///   - id: the job.
    ///   - link: the link of the person who asks; nil for a caller with the service key.
    /// - Throws: `PostgresError`.
    public func askForHands(_ id: UUID, by link: UUID? = nil) async throws -> TakeOver {
        let answer = try await change(id, [.running]) { job, connection in
            guard !job.hasOpenSubmitIntent, job.canBeTakenOver else { return nil }
            try await connection.execute(
                """
                with asked as (
                    update gh_live_links set resumed_at = now() where id = \(link)
                )
                insert into gh_takeovers (job_id) values (\(id))
                on conflict (job_id) do update set requested_at = now()
                """
            )
            let event = JobEvent.takeOverRequested(live: link != nil)
            try await StatusChange(job, [event], nil, actor: Acting.name).record(on: connection)
            return job
        }
        return switch answer {
        case .unknown: .unknown
        case .done(let job): .asked(job)
        case .refused(let job) where job.status != .running: .notRunning(job)
        case .refused(let job): job.hasOpenSubmitIntent ? .submitting(job) : .unfit(job)
        }
    }

    /// Which of the jobs at hand somebody wants to take over.
    ///
    /// - Parameter leases: the worker's rights to them.
    /// - Throws: `PostgresError`.
    public func wanted(among leases: [Lease]) async throws -> Set<UUID> {
        if leases.isEmpty { return [] }
        let rows = try await pool.query(
            """
            select j.id from gh_takeovers t join gh_automation_jobs j on j.id = t.job_id
            where t.job_id = any(\(leases.map(\.jobID))) and j.status = \(literal: JobStatus.running)
                and t.requested_at >= j.started_at
            """
        )
        return Set(try rows.map { try $0.uuid("id") })
    }
}

extension Job {
    /// Whether the job may be taken over: it may ask people, and fills a form page by page.
    public var canBeTakenOver: Bool { humanHelp == .on && [.apply, .fillForm].contains(jobType) }
}
