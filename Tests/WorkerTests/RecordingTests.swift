import Foundation
import GhostHands
import Outbound
import Store
import TestSupport
import Testing
import Worker

@Suite(.sharedBrowser) struct RecordingTests {
    private static let alice: JSON = ["form_data": ["first": "Alice", "last": "Smith"]]

    private func recording(of id: UUID, _ shop: Workshop) async throws -> String? {
        guard let key = try await shop.store.events.lastTrace(of: id) else { return nil }
        return try await shop.blobs.get(key, limit: 64 << 20).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test func `a job that asks for it is recorded, and the recording goes with its files`() async throws {
        try await Workshop.open { shop in
            try await Site.open(Pages.board()) { site in
                try await shop.working {
                    let id = try await shop.submit(site.origin + "/", Self.alice, ["trace": true])
                    let job = try await shop.job(id, becomes: .completed)
                    let remains = try await shop.store.erasure.jobs(of: job.userID)
                    #expect(remains.contains { $0.files.contains { $0.hasSuffix(".html") } })
                    let page = try #require(try await recording(of: id, shop))
                    #expect(page.contains("base64,"))
                    #expect(page.contains("Filled"))
                    let other = try await shop.submit(site.origin + "/", Self.alice)
                    _ = try await shop.job(other, becomes: .completed)
                    #expect(try await recording(of: other, shop) == nil)
                }
            }
        }
    }

    @Test func `attempts that fail are recorded where the worker is told so, and others are not`() async throws {
        try await Workshop.open { shop in
            try await Site.open(Pages.board()) { site in
                var tools = shop.tools
                tools.traces = .failed
                let shop = shop.with(tools)
                try await shop.working {
                    let good = try await shop.submit(site.origin + "/", Self.alice)
                    _ = try await shop.job(good, becomes: .completed)
                    #expect(try await recording(of: good, shop) == nil)
                    let bad = try await shop.submit(site.origin + "/nowhere", Self.alice, ["max_retries": 0])
                    _ = try await shop.job(bad, becomes: .failed)
                    #expect(try await recording(of: bad, shop) != nil)
                }
            }
        }
    }
}
