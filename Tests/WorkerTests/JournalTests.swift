import Foundation
import GhostHands
import Postgres
import Store
import TestSupport
import Testing
import Waiting

@testable import Worker

struct JournalTests {
    /// A journal of a job that runs.
    private func journal(_ shop: Workshop) async throws -> (JobJournal, Job) {
        let id = try await shop.submit("http://127.0.0.1:9/", ["form_data": [:]])
        let lease = try #require(try await shop.store.jobs.claim(workerID: "w1", limit: 1).first)
        let job = try #require(try await shop.store.jobs.start(lease))
        #expect(job.id == id)
        let camera = Camera(
            job: id,
            blobs: shop.blobs,
            clock: ContinuousClock(),
            now: { Date() },
            logger: shop.log.logger
        )
        return (
            JobJournal(job, lease: lease, store: shop.store, camera: camera, lost: Signal(), now: { Date() }), job
        )
    }

    private func report(_ count: Int, to journal: JobJournal) async {
        for number in 0..<count {
            await journal.report(JobEvent(.stepStarted, ["action": .string("step \(number)")]))
        }
    }

    @Test func `what waits while the database refuses events stays within its bound, and is written once`() async throws
    {
        try await Workshop.open { shop in
            let (journal, job) = try await journal(shop)
            try await shop.pool.execute("alter table gh_job_events rename to gh_job_events_away")
            for _ in 0..<3 {
                await report(1500, to: journal)
                await #expect(throws: (any Error).self) { try await journal.flush() }
            }
            try await shop.pool.execute("alter table gh_job_events_away rename to gh_job_events")
            for _ in 0..<2 { try await journal.flush() }
            let written = try await shop.store.events.list(jobID: job.id, type: "step_started")
            #expect(written.total == 2000)
        }
    }

    @Test func `events that many report while they are written come in their order, each once`() async throws {
        try await Workshop.open { shop in
            let (journal, job) = try await journal(shop)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<4 { group.addTask { for _ in 0..<10 { try await journal.flush() } } }
                await report(200, to: journal)
                try await group.waitForAll()
            }
            try await journal.flush()
            let rows = try await shop.pool.query(
                """
                select metadata ->> 'action' as action from gh_job_events
                where job_id = \(job.id) and event_type = 'step_started' order by seq
                """
            )
            #expect(try rows.map { try $0.string("action") } == (0..<200).map { "step \($0)" })
        }
    }
}
