import GhostHands
import Postgres

// What statements say of a job's status: each takes it from the table of transitions, as a literal, for the indexes of
// the queue have conditions that a bound value would not meet.

extension JobStatus {
    /// Those in which a worker holds the job.
    static let held = allCases.filter(\.isHeld)
    /// Those in which the job may still be done.
    static let alive = allCases.filter { !$0.isFinal }
}

extension Transition {
    /// Sets the status that the change leads to.
    var sets: SQL { "status = \(literal: target)" }

    /// Whether a row has a status from which the change may be made.
    var fits: SQL { "status in (\(literals: JobStatus.allCases.filter(origins.contains)))" }
}
