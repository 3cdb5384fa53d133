import Foundation
import Postgres
import TestSupport

/// Helps the jobs that wait for a human, as one would who has the codes: often with a wrong one first.
struct Person: Sendable {
    let fleet: Fleet
    let pool: PostgresPool

    /// Helps until it is cancelled; what is refused, or not heard for the database is away, is tried again.
    func help() async {
        let clock = ContinuousClock()
        while !Task.isCancelled {
            let waiting =
                (try? await pool.query(
                    """
                    select j.id, (select count(*)::int from gh_job_events e
                        where e.job_id = j.id and e.event_type = 'hitl_paused') as pauses
                    from gh_automation_jobs j where j.status = 'paused'
                    """
                )) ?? []
            for row in waiting {
                guard let id = try? row.uuid("id"), let pauses = try? row.int("pauses") else { continue }
                let isMistaken = pauses == 1 && id.uuid.0 % 2 == 0
                try? await fleet.resume(id, code: isMistaken ? "AAAAAAAA" : CodedForm.code)
            }
            try? await clock.sleep(until: clock.now.advanced(by: .milliseconds(100)))
        }
    }
}
