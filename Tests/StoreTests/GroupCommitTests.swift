import Foundation
import GhostHands
import NIOConcurrencyHelpers
import Postgres
import TestSupport
import Testing

@testable import Store

struct GroupCommitTests {
    private struct Refused: Error {}

    /// Writes that wait for a word, and what was written together.
    private final class Log: Sendable {
        let groups = NIOLockedValueBox<[[Int]]>([])
        private let gate = AsyncStream<Void>.makeStream()

        func open() { gate.continuation.finish() }

        /// Only the first group waits.
        func write(_ items: [Int]) async throws -> [Int] {
            let isFirst = groups.withLockedValue { groups in
                groups.append(items)
                return groups.count == 1
            }
            if isFirst { for await _ in gate.stream {} }
            if items.contains(113) { throw Refused() }
            try Task.checkCancellation()
            return items.map { $0 * 10 }
        }

        var count: Int { groups.withLockedValue { $0.reduce(0) { $0 + $1.count } } }
    }

    @Test func `what comes while a write is under way is written together, each with its own outcome`() async throws {
        let log = Log()
        let commit = GroupCommit<Int, Int>(most: 8) { try await log.write($0) }
        let outcomes = try await withThrowingTaskGroup(of: [Int].self) { group in
            group.addTask { [1, try await commit(1)] }
            try await eventually("the first is being written") { log.count == 1 }
            for item in 2...20 { group.addTask { [item, try await commit(item)] } }
            try await eventually("19 wait") { commit.waiting == 19 }
            log.open()
            return try await group.reduce(into: [:]) { $0[$1[0]] = $1[1] }
        }
        #expect(outcomes == Dictionary(uniqueKeysWithValues: (1...20).map { ($0, $0 * 10) }))
        #expect(log.groups.withLockedValue { $0.map(\.count) } == [1, 8, 8, 3])
    }

    @Test func `a group that fails falls apart, and only the one at fault hears of it`() async throws {
        let log = Log()
        let commit = GroupCommit<Int, Int> { try await log.write($0) }
        let outcomes = try await withThrowingTaskGroup(of: Int?.self) { group in
            group.addTask { try? await commit(1) }
            try await eventually("the first is being written") { log.count == 1 }
            for item in [12, 113, 14] { group.addTask { try? await commit(item) } }
            try await eventually("3 wait") { commit.waiting == 3 }
            log.open()
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(outcomes) == [10, 120, 140, nil])
    }

    @Test func `a leader that is cancelled takes nobody with it`() async throws {
        let log = Log()
        let commit = GroupCommit<Int, Int> { try await log.write($0) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            let leader = NIOLockedValueBox(false)
            group.addTask {
                try await withThrowingTaskGroup(of: Void.self) { alone in
                    alone.addTask { _ = try await commit(1) }
                    try await eventually("another waits") { commit.waiting == 1 }
                    alone.cancelAll()
                    log.open()
                    await #expect(throws: CancellationError.self) { try await alone.next() }
                    leader.withLockedValue { $0 = true }
                }
            }
            try await eventually("the first is being written") { log.count == 1 }
            group.addTask { () async throws in #expect(try await commit(2) == 20) }
            try await group.waitForAll()
            #expect(leader.withLockedValue { $0 })
        }
        await #expect(throws: CancellationError.self) {
            try await withThrowingTaskGroup(of: Int.self) { group in
                group.cancelAll()
                group.addTask { try await commit(3) }
                _ = try await group.next()
            }
        }
        #expect(try await commit(4) == 40)
    }

    @Test func `jobs that end together each end as they are told to`() async throws {
        try await withStore { store, pool in
            let leases = try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<12 {
                    group.addTask { try await store.make(["valet_task_id": .string("t\(number)")]) }
                }
                try await group.waitForAll()
                return try await store.jobs.claim(workerID: "w1", limit: 12)
            }
            #expect(leases.count == 12)
            try await pool.execute("update gh_automation_jobs set max_retries = 0")
            try await store.workers.register("w1", maxConcurrent: 12)
            let lost = Lease(jobID: leases[0].jobID, token: leases[0].token - 1, workerID: "w1")
            try await withThrowingTaskGroup(of: Void.self) { group in
                for lease in leases {
                    group.addTask { () async throws in #expect(try await store.jobs.start(lease)?.id == lease.jobID) }
                }
                group.addTask { () async throws in #expect(try await store.jobs.start(lost) == nil) }
                try await group.waitForAll()
            }
            for lease in leases.suffix(4) { #expect(try await store.jobs.intendSubmit(lease) == .recorded) }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (number, lease) in leases.enumerated() {
                    group.addTask {
                        let end =
                            number % 2 == 0
                            ? try await store.jobs.complete(lease, Sample.result(submitted: number != 8))
                            : try await store.jobs.fail(lease, JobFailure(.jobTooLong, "300"))
                        let expected: JobEnd =
                            number == 8 || (number % 2 == 1 && number > 8)
                            ? .failed(.submissionUnconfirmed) : number % 2 == 0 ? .completed : .failed(.timeout)
                        #expect(end == expected, "job \(number)")
                    }
                }
                group.addTask { () async throws in
                    #expect(try await store.jobs.complete(lost, Sample.result(submitted: true)) == .leaseLost)
                }
                try await group.waitForAll()
            }
            for lease in leases {
                let job = try await store.get(lease.jobID)
                #expect(job.completedAt != nil)
                let told = try await store.outbox.list(jobID: job.id).map(\.status)
                #expect(told == ["running", job.status == .completed ? "completed" : "failed"])
                #expect(try await store.usage.month(of: job.userID).jobCount == 1)
                #expect(try await store.events.list(jobID: job.id, type: "status_change").total == 3)
            }
            let worker = try #require(try await store.workers.list().first)
            #expect((worker.jobsCompleted, worker.jobsFailed) == (5, 7))
        }
    }
}
