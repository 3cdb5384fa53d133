import Foundation
import GhostHands
import Postgres
import Store
import TestSupport
import Testing

struct QueueTests {
    @Test func `many workers at once get each job exactly once`() async throws {
        try await withStore { store, _ in
            for number in 0..<60 { try await store.make(["valet_task_id": .string("task-\(number)")]) }
            let taken = try await withThrowingTaskGroup(of: [Job].self) { group in
                for worker in 0..<8 {
                    group.addTask {
                        var mine: [Job] = []
                        while true {
                            let jobs = try await store.jobs.claimJobs(workerID: "w\(worker)", limit: 3)
                            if jobs.isEmpty { return mine }
                            mine += jobs
                        }
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(taken.count == 60)
            #expect(Set(taken.map(\.id)).count == 60)
            #expect(taken.allSatisfy { $0.status == .queued && $0.leaseToken == 1 && $0.workerID != nil })
        }
    }

    @Test func `higher priority goes first, then users take turns, then the oldest`() async throws {
        try await withStore { store, _ in
            let (ann, bob, eve) = (UUID(), UUID(), UUID())
            var expected: [UUID] = []
            var annJobs: [Job] = []
            for _ in 0..<4 { annJobs.append(try await store.make(user: ann)) }
            let bobJobs = [try await store.make(user: bob), try await store.make(user: bob)]
            let urgent = try await store.make(user: eve, ["priority": 9])
            expected = [urgent.id, annJobs[0].id, bobJobs[0].id, annJobs[1].id, bobJobs[1].id]
            expected += [annJobs[2].id, annJobs[3].id]
            var order: [UUID] = []
            while let job = try await store.jobs.claim(workerID: "w", limit: 1).first { order.append(job.jobID) }
            #expect(order == expected)
        }
    }

    @Test func `a user who keeps asking does not starve one who waits`() async throws {
        try await withStore { store, _ in
            let (ann, bob) = (UUID(), UUID())
            for _ in 0..<10 { try await store.make(user: ann) }
            var served: [UUID] = []
            for _ in 0..<8 {
                try await store.make(user: bob)
                served.append(try #require(try await store.jobs.claimJobs(workerID: "w", limit: 1).first).userID)
            }
            #expect(served.filter { $0 == ann }.count >= 3)
            #expect(served.filter { $0 == bob }.count >= 3)
        }
    }

    @Test func `waiting lifts a job by a level per five minutes and leaves its priority as it is`() async throws {
        try await withStore { store, pool in
            let old = try await store.make(["priority": 1])
            try await store.make(["priority": 5])
            try await pool.execute(
                "update gh_automation_jobs set run_after = now() - interval '26 minutes' where id = \(old.id)"
            )
            #expect(try await store.jobs.age() == 1)
            #expect(try await store.jobs.age() == 0)
            let first = try #require(try await store.jobs.claimJobs(workerID: "w", limit: 1).first)
            #expect(first.id == old.id)
            #expect(first.priority == 1)
        }
    }

    @Test func `a strict target waits for its worker, a preferred one only while that is alive`() async throws {
        try await withStore { store, pool in
            let strict = try await store.make(["target_worker_id": "mine"])
            let preferred = try await store.make(["target_worker_id": "mine", "worker_affinity": "preferred"])
            let any = try await store.make(["target_worker_id": "mine", "worker_affinity": "any"])
            try await store.workers.register("mine", maxConcurrent: 1)
            #expect(try await store.jobs.claim(workerID: "other", limit: 9).map(\.jobID) == [any.id])
            try await pool.execute("update gh_automation_jobs set run_after = now() - interval '1 hour'")
            #expect(try await store.jobs.claim(workerID: "other", limit: 9).isEmpty)
            try await pool.execute("update gh_worker_registry set last_heartbeat = now() - interval '121 seconds'")
            #expect(try await store.jobs.claim(workerID: "other", limit: 9).map(\.jobID) == [preferred.id])
            #expect(try await store.jobs.claim(workerID: "mine", limit: 9).map(\.jobID) == [strict.id])
        }
    }

    @Test func `a job that nobody takes in time expires, and says so to whom asked`() async throws {
        try await withStore { store, pool in
            let quiet = try await store.make(["queue_ttl_seconds": 1])
            let told = try await store.make(["queue_ttl_seconds": 1, "callback_events": ["expired"]])
            let patient = try await store.make()
            try await pool.execute(
                "update gh_automation_jobs set expires_at = now() - interval '1 second' where id <> \(patient.id)"
            )
            #expect(try await store.jobs.claim(workerID: "w", limit: 9).map(\.jobID) == [patient.id])
            #expect(try await store.jobs.expire() == 2)
            #expect(try await store.jobs.expire() == 0)
            #expect(try await store.get(quiet.id).status == .expired)
            #expect(try await store.get(quiet.id).completedAt != nil)
            #expect(try await store.outbox.list(jobID: quiet.id).isEmpty)
            #expect(try await store.outbox.list(jobID: told.id).map(\.status) == ["expired"])
        }
    }

    @Test func `twenty requests with one idempotency key make one job`() async throws {
        try await withStore { store, _ in
            let request = try Sample.request(["idempotency_key": "k1"])
            let (created, duplicates) = try await withThrowingTaskGroup(of: Jobs.Creation.self) { group in
                for _ in 0..<20 { group.addTask { try await store.jobs.create(request) } }
                return try await group.reduce(into: ([UUID](), [Jobs.Duplicate]())) { sum, creation in
                    switch creation {
                    case .created(let job, _): sum.0.append(job.id)
                    case .duplicate(let duplicate): sum.1.append(duplicate)
                    }
                }
            }
            #expect(created.count == 1)
            #expect(duplicates.count == 19)
            #expect(duplicates.allSatisfy { $0.id == created[0] && $0.valetTaskID == "task-1" && !$0.isMismatch })

            let other = try Sample.request(["idempotency_key": "k1", "priority": 7])
            guard case .duplicate(let mismatch) = try await store.jobs.create(other) else {
                Issue.record("the key was used up")
                return
            }
            #expect(mismatch.isMismatch)
        }
    }

    @Test func `jobs of one user that come at once stand behind each other, and before nobody's first`() async throws {
        try await withStore { store, pool in
            let eager = UUID()
            // Too large to be written with others.
            let long: JSON = ["form_data": ["name": .string(String(repeating: "long ", count: 20_000))]]
            try await store.make(user: eager, ["input_data": long])
            let similar = try await withThrowingTaskGroup(of: UUID?.self) { group in
                for number in 1..<40 {
                    var request = try Sample.request(user: eager, ["priority": number % 2 == 0 ? 5 : 6])
                    request.targetURL = try #require(WebAddress("https://jobs.example.com/other/\(number)"))
                    group.addTask { [request] in
                        guard case .created(_, let similar) = try await store.jobs.create(request) else {
                            return UUID()
                        }
                        return similar
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(similar.allSatisfy { $0 == nil })
            let turns = try await pool.query(
                "select priority, array_agg(turn order by turn)::text as turns from gh_automation_jobs group by 1 order by 1"
            )
            let expected = "{" + (0..<20).map(String.init).joined(separator: ",") + "}"
            #expect(try turns.map { try $0.string("turns") } == [expected, expected])
            let other = try await store.make(["priority": 6])
            #expect(try await store.jobs.claim(workerID: "w1", limit: 2).map(\.jobID).contains(other.id))
        }
    }

    @Test func `a job comes back from its row as it was asked for`() async throws {
        try await withStore { store, _ in
            let request = try Sample.request([
                "priority": 7, "timeout_seconds": 60, "hitl_timeout_seconds": 90, "execution_mode": "ai_only",
                "callback_events": ["completed", "cancelled"], "resume": ["storage_path": "r/a.pdf"],
                "quality": "speed",
            ])
            guard case .created(let made, _) = try await store.jobs.create(request) else { return }
            let job = try await store.get(made.id)
            #expect(job == made)
            #expect(job.userID == request.userID)
            #expect(job.inputData == request.inputData)
            #expect(job.resume == request.resume)
            #expect(job.callbackEvents == [.completed, .cancelled])
            #expect(job.executionMode == .aiOnly)
            #expect((job.priority, job.timeoutSeconds, job.hitlTimeoutSeconds) == (7, 60, 90))
            #expect(job.metadata["campaign"] == "spring")
            #expect(job.metadata["quality_preset"] == "speed")
            #expect(try await store.jobs.find(UUID()) == nil)
            var other = request
            other.idempotencyKey = nil
            guard case .created(_, let similar) = try await store.jobs.create(other) else { return }
            #expect(similar == job.id)
            other.targetURL = try #require(WebAddress(other.targetURL.text + "/elsewhere"))
            guard case .created(_, nil) = try await store.jobs.create(other) else {
                Issue.record("another page is no similar job")
                return
            }
        }
    }
}

extension QueueTests {
    @Test func `a user has no more jobs under way than allowed, however many workers claim at once`() async throws {
        try await withStore { store, pool in
            let (busy, other) = (UUID(), UUID())
            for _ in 0..<20 { try await store.make(user: busy) }
            try await store.make(user: other)
            let claimed = try await withThrowingTaskGroup(of: [Job].self) { group in
                for worker in 0..<6 {
                    group.addTask { try await store.jobs.claimJobs(workerID: "w\(worker)", limit: 4, mostPerUser: 3) }
                }
                return try await group.reduce(into: [Job]()) { $0 += $1 }
            }
            #expect(claimed.count { $0.userID == busy } == 3)
            #expect(claimed.count { $0.userID == other } == 1)
            #expect(try await store.jobs.claim(workerID: "w9", limit: 4, mostPerUser: 3).isEmpty)
            _ = try await store.jobs.cancel(try #require(claimed.first { $0.userID == busy }).id)
            #expect(try await store.jobs.claim(workerID: "w9", limit: 4, mostPerUser: 3).count == 1)
        }
    }

    @Test func `ten thousand jobs are each claimed once by twelve workers with connections of their own`() async throws
    {
        try await withDatabase { database in
            try await database.pool.execute(
                """
                insert into gh_automation_jobs (user_id, job_type, target_url, task_description, effective_priority, turn)
                select ('00000000-0000-0000-0000-0000000000' || lpad((n % 50)::text, 2, '0'))::uuid, 'custom',
                    'https://example.com', 'x', 5, n / 50 from generate_series(1, 10000) n
                """
            )
            let taken = try await withThrowingTaskGroup(of: [UUID].self) { group in
                for worker in 0..<12 {
                    group.addTask {
                        try await withPool(database.configuration, logger: .silent) { pool in
                            let jobs = Store(pool: pool).jobs
                            var mine: [UUID] = []
                            while true {
                                let some = try await jobs.claim(workerID: "w\(worker)", limit: 1 + worker * 4)
                                if some.isEmpty { return mine }
                                mine += some.map(\.jobID)
                            }
                        }
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(taken.count == 10_000)
            #expect(Set(taken).count == 10_000)
        }
    }
}
