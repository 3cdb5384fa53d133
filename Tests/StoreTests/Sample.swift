import Foundation
import GhostHands
import Postgres
import Store
import TestSupport
import Testing

struct Unexpected: Error, CustomStringConvertible {
    let description: String
}

/// Requests, results and shortcuts that the tests of Store share.
enum Sample {
    static func request(user: UUID = UUID(), _ members: [String: JSON] = [:]) throws -> JobRequest {
        let body: [String: JSON] = [
            "valet_task_id": "task-1", "valet_user_id": .id(user), "job_type": "fill_form",
            "target_url": "https://jobs.example.com/1", "callback_url": "https://valet.example.com/hook",
            "input_data": ["form_data": ["name": "Alice"]], "metadata": ["campaign": "spring"],
        ]
        guard case .valid(let request, _) = JobRequest.read(.object(body.merging(members) { $1 }), as: .task) else {
            throw Unexpected(description: "the sample request is invalid")
        }
        return request
    }

    static func result(submitted: Bool) -> JobResult {
        var cost = CostBreakdown()
        cost.magnitudeSteps = 8
        cost.inputTokens = 100
        cost.outputTokens = 20
        cost.magnitudeCost = NanoDollars(2_000_000)
        return JobResult(
            data: ["submitted": .bool(submitted), "confirmation_number": "APP-1"],
            summary: "Application submitted",
            screenshots: ["shots/final.png"],
            mode: .magnitude,
            cost: cost,
            submitted: submitted
        )
    }
}

extension Store {
    @discardableResult
    func make(user: UUID = UUID(), _ members: [String: JSON] = [:]) async throws -> Job {
        guard case .created(let job, _) = try await jobs.create(Sample.request(user: user, members)) else {
            throw Unexpected(description: "the job was there already")
        }
        return job
    }

    /// A job that runs under a lease of `w1`.
    func running(_ members: [String: JSON] = [:]) async throws -> (job: Job, lease: Lease) {
        let made = try await make(members)
        let lease = try #require(try await jobs.claim(workerID: "w1", limit: 1).first)
        #expect(lease.jobID == made.id)
        return (try #require(try await jobs.start(lease)), lease)
    }

    func get(_ id: UUID) async throws -> Job { try #require(try await jobs.find(id)) }
}

extension Jobs {
    /// Claims jobs, and reads what they are.
    func claimJobs(workerID: String, limit: Int, mostPerUser: Int? = nil) async throws -> [Job] {
        var jobs: [Job] = []
        for lease in try await claim(workerID: workerID, limit: limit, mostPerUser: mostPerUser) {
            jobs.append(try #require(try await find(lease.jobID)))
        }
        return jobs
    }
}

func withStore<Result>(_ body: (Store, PostgresPool) async throws -> Result) async throws -> Result {
    try await withDatabase { database in try await body(Store(pool: database.pool), database.pool) }
}
