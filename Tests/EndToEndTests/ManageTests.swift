import Foundation
import GhostHands
import TestSupport
import Testing

@Suite(.serialized, .home) struct ManageTests {
    private static let alice: JSON = ["first": "Alice", "email": "alice@example.com", "country": "Germany"]

    /// A server with a job whose page never comes.
    private func withEndlessJob(_ body: (Home, Server, Site, _ job: String) async throws -> Void) async throws {
        let home = try #require(Home.current)
        let server = try await Server(in: home)
        try await Site.open { request in
            request.path == "/slow" ? .html("", after: Pages.never) : .html(Pages.form(Pages.fields, to: "/sent"))
        } _: { site in
            let id = try await server.submit(site.origin + "/slow", Self.alice, callback: site.origin + "/hook")
            try await eventually("the page is asked for") { site.wasAsked(for: "/slow") }
            try await body(home, server, site, id)
            try await server.stop()
        }
    }

    @Test func `cancelling stops the browser within two seconds`() async throws {
        try await withEndlessJob { _, server, site, id in
            let busy = try await server.call(server.workerBase + "/worker/health", key: nil)
            #expect(busy.status == 200)
            #expect(busy.json["status"] == "busy")
            #expect(busy.json["deploy_safe"] == false)
            let reply = try await server.call("/jobs/\(id)/cancel", [:])
            #expect(reply.status == 200)
            #expect(reply.json["status"] == "cancelled")
            try await eventually("the worker is idle", within: .seconds(2)) {
                try await server.call(server.workerBase + "/worker/health", key: nil).json["status"] == "idle"
            }
            #expect(try await server.call("/jobs/\(id)/cancel", [:]).status == 409)
            let again = try await server.call("/jobs/\(id)/retry", [:])
            #expect(again.status == 200)
            #expect(again.json["retry_count"] == 1)
            try await eventually("it is asked for again") { site.requests.count { $0.path == "/slow" } == 2 }
            #expect(try await server.call("/jobs/\(id)/cancel", [:]).status == 200)
        }
    }

    @Test func `draining is for callers with the key, and stops nothing`() async throws {
        try await withEndlessJob { home, server, _, id in
            #expect(try await server.call(server.workerBase + "/worker/status", key: nil).status == 401)
            #expect(try await server.call(server.workerBase + "/worker/drain", [:], key: nil).status == 401)
            let drained = try await server.call(server.workerBase + "/worker/drain", [:])
            #expect(drained.json["status"] == "draining")
            #expect(drained.json["active_jobs"] == 1)
            let status = try await server.call(server.workerBase + "/worker/status")
            #expect(status.json["is_draining"] == true)
            #expect(status.json["max_concurrent"] == 2)
            let workers = try await server.call("/monitoring/workers", key: nil).json["workers"]
            #expect(workers.array?.first?["status"] == "draining")
            #expect(workers.array?.first?["active_jobs"] == 1)
            let released = try await Program.run(["release-stuck-jobs"], in: home)
            #expect(released.code == 0, "\(released)")
            #expect(released.output.contains("no job is stuck"), "\(released)")
            let health = try await server.call(server.workerBase + "/worker/health", key: nil).json
            #expect(health["status"] == "draining")
            #expect(health["active_jobs"] == 1)
            #expect(try await server.call("/jobs/\(id)/cancel", [:]).status == 200)
            try await eventually("it may be replaced", within: .seconds(2)) {
                try await server.call(server.workerBase + "/worker/health", key: nil).json["deploy_safe"] == true
            }
        }
    }
}
