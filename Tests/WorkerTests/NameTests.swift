import Foundation
import GhostHands
import Store
import TestSupport
import Testing
import Worker

/// Two processes that go by one worker's name.
@Suite(.sharedBrowser) struct NameTests {
    /// A job that ends at once and without a browser: no model is there to do it.
    private func submit(_ shop: Workshop) async throws -> UUID {
        try await shop.submit("http://127.0.0.1:9/", [:], ["job_type": "custom"])
    }

    @Test func `of two workers of one name the later takes the jobs, and the other when that one has gone`()
        async throws
    {
        try await Workshop.open { shop in
            let later = UUID()
            try await shop.working({ $0.incarnation = UUID() }) {
                _ = try await shop.ended(try await submit(shop))
                try await shop.store.workers.register("w1", as: later, maxConcurrent: 1)
                try await eventually("it hears of the other") {
                    shop.log.count(of: "another worker of this name has started") == 1
                }
                let id = try await submit(shop)
                #expect(try await shop.store.jobs.claim(workerID: "w1", limit: 1).map(\.jobID) == [id])
                let waiting = try await submit(shop)
                try await shop.store.workers.signOff("w1", as: later)
                _ = try await shop.ended(waiting)
            }
        }
    }

    @Test func `a worker that signs off leaves the name to the one that has started since`() async throws {
        try await Workshop.open { shop in
            let later = UUID()
            try await shop.working({ $0.incarnation = UUID() }) {
                try await eventually("it is there") { shop.log.count(of: "worker ready") == 1 }
                try await shop.store.workers.register("w1", as: later, maxConcurrent: 1)
            }
            #expect(try await shop.store.workers.heartbeat("w1", [], as: later).mayClaim)
            #expect(try await shop.store.workers.list().map(\.status) == ["active"])
        }
    }
}
