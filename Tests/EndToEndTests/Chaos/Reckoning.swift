import Foundation
import GhostHands
import Postgres
import TestSupport

/// What became of every job, by the form server's own record, the receiver's and the database.
struct Reckoning: Sendable {
    struct Ended: Sendable {
        let id: UUID
        let applicant: String
        let status: JobStatus
        let errorCode: String?
        /// The states of its callbacks that tell of an end.
        let callbacks: [String]
        let attempts: Int
    }

    private let jobs: [Ended]
    /// How often each applicant's form was sent.
    private let records: [String: Int]
    /// The jobs of whose end the receiver has taken note.
    private let told: Set<String>

    init(_ pool: PostgresPool, records: [String], told: Set<String>) async throws {
        self.records = records.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        self.told = told
        jobs = try await pool.query(
            """
            select j.id, j.status, j.error_code, j.input_data->'form_data'->>'email' as applicant,
                j.retry_count, array(
                    select o.state from gh_callback_outbox o where o.job_id = j.id
                        and o.status in ('completed', 'failed', 'cancelled', 'expired')
                ) as callbacks
            from gh_automation_jobs j
            """
        ).map { row in
            Ended(
                id: try row.uuid("id"),
                applicant: try row.string("applicant"),
                status: JobStatus(rawValue: try row.string("status")) ?? .pending,
                errorCode: try row.stringOrNil("error_code"),
                callbacks: try row.strings("callbacks"),
                attempts: try row.int("retry_count") + 1
            )
        }
    }

    var completed: [Ended] { jobs.filter { $0.status == .completed } }
    private var unconfirmed: [Ended] { jobs.filter { $0.errorCode == ErrorCode.submissionUnconfirmed.rawValue } }
    private var delivered: [Ended] { jobs.filter { $0.callbacks == ["delivered"] } }

    /// Looks for everything that must not be.
    ///
    /// - Parameter count: how many jobs there were.
    /// - Returns: what is wrong, in words; empty when all is well.
    func faults(of count: Int) -> [String] {
        var faults: [String] = []
        func expect(_ isSo: Bool, _ words: String) { if !isSo { faults.append(words) } }
        expect(jobs.count == count, "\(jobs.count) of \(count) jobs are there")
        let open = jobs.filter { !$0.status.isFinal }
        expect(open.isEmpty, "\(open.count) jobs are in no final state")
        let names = Dictionary(grouping: jobs, by: \.applicant)
        for (applicant, times) in records {
            expect(times == 1, "\(applicant) was sent \(times) times")
            let job = names[applicant]?.first
            let isKnown = job?.status == .completed || job?.errorCode == ErrorCode.submissionUnconfirmed.rawValue
            expect(isKnown, "\(applicant) was sent and its job is \(job.map { "\($0)" } ?? "unknown")")
        }
        for job in completed where records[job.applicant] == nil { faults.append("\(job.applicant) was never sent") }
        for job in jobs where job.callbacks.count != 1 || !["delivered", "dead"].contains(job.callbacks.first) {
            faults.append("the end of \(job.id) has the callbacks \(job.callbacks)")
        }
        for job in delivered where !told.contains(job.id.uuidString.lowercased()) {
            faults.append("the receiver never heard of the end of \(job.id)")
        }
        return faults
    }

    /// The counts, on one line.
    var summary: String {
        let rest = Dictionary(grouping: jobs.filter { $0.status != .completed }) { $0.errorCode ?? $0.status.rawValue }
        let others = rest.filter { $0.key != ErrorCode.submissionUnconfirmed.rawValue }
            .map { "\($0.value.count) \($0.key)" }.sorted().joined(separator: ", ")
        let again = jobs.count { $0.attempts > 1 }
        return "\(jobs.count) jobs: \(completed.count) completed, \(unconfirmed.count) submission_unconfirmed, "
            + "others: \(others.isEmpty ? "none" : others); \(records.values.reduce(0, +)) records of "
            + "\(records.count) applicants; \(delivered.count) ends delivered, \(jobs.count - delivered.count) dead; "
            + "\(again) jobs took more than one attempt"
    }
}
