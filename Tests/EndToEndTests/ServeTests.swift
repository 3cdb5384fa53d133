import Foundation
import GhostHands
import Synchronization
import TestSupport
import Testing

@Suite(.serialized, .home) struct ServeTests {
    private static let alice: JSON = ["first": "Alice", "email": "alice@example.com", "country": "Germany"]

    private func home() throws -> Home { try #require(Home.current) }

    /// What was told to the receiver about a job, each event once.
    ///
    /// A server killed before it could note a delivery repeats it under the same `event_id`.
    private func told(_ site: Site, about id: String) throws -> [JSON] {
        var seen: Set<String> = []
        return try site.posts(to: "/hook").map { try JSON(parsing: Data($0.utf8)) }
            .filter { $0["job_id"].string == id && seen.insert($0["event_id"].string ?? "").inserted }
    }

    /// A server, a board that takes applications, and a job that has been done there; nothing of it stays running.
    private func applied(_ body: (Server, Site, String, JSON) async throws -> Void) async throws {
        let home = try home()
        let server = try await Server(in: home)
        try await Site.open {
            switch $0.path {
            case "/": .html(Pages.form(Pages.fields))
            case "/submit": .html(Pages.confirmation)
            default: .html("")
            }
        } _: { site in
            let id = try await server.submit(site.origin + "/", Self.alice, callback: site.origin + "/hook")
            try await body(server, site, id, try await server.job(id, becomes: "completed"))
        }
        #expect(!home.profiles.isEmpty)
        try await server.stop()
        #expect(home.profiles.isEmpty)
        try await eventually("nothing is left", within: .seconds(5)) { home.processes.isEmpty }
    }

    @Test func `a job over REST fills the form and shows its picture`() async throws {
        try await applied { server, site, id, job in
            #expect(job["result"]["data"]["submitted"] == true)
            #expect(job["result"]["data"]["confirmation_number"] == "APP-1234")
            let post = try #require(site.posts(to: "/submit").first)
            for (name, value) in ["first": "Alice", "email": "alice@example.com", "country": "de"] {
                #expect(post.contains("name=\"\(name)\"\r\n\r\n\(value)\r\n"))
            }
            let link = try #require(job["result"]["screenshots"].array?.first?.string)
            let picture = try await server.call(link, key: nil)
            #expect(picture.status == 200)
            #expect(picture.data.starts(with: [0x89, 0x50, 0x4e, 0x47]))
            let events = try await server.call("/jobs/\(id)/events?limit=500").json["events"].array ?? []
            #expect(events.contains { $0["event_type"] == "submit_confirmed" })
        }
    }

    @Test func `a job over REST is told step by step`() async throws {
        try await applied { server, site, id, _ in
            try await eventually("both callbacks came") { try told(site, about: id).count == 2 }
            let callbacks = try told(site, about: id)
            #expect(callbacks.map { $0["status"] } == ["running", "completed"])
            #expect(callbacks.allSatisfy { $0["event_id"].string?.hasPrefix("evt_") == true })
            #expect(callbacks[0]["event_id"] != callbacks[1]["event_id"])
            let ids = site.requests.filter { $0.path == "/hook" }.map { JSON.optional($0.headers["webhook-id"]) }
            #expect(ids == callbacks.map { $0["event_id"] })
            let shown = try #require(callbacks[1]["screenshot_url"].string)
            #expect(try await server.call(shown, key: nil).status == 200)
        }
    }

    @Test func `a server asks for its key, and has its data folder for itself`() async throws {
        let home = try home()
        let server = try await Server(in: home)
        #expect(try await server.call("/valet/status/\(UUID().uuidString)", key: "wrong").status == 401)
        #expect(try await server.call("/valet/status/\(UUID().uuidString)").status == 404)
        let second = try await Program.run(["serve"], in: home)
        #expect(second.code == 1)
        #expect(second.errors.contains("another ghosthands uses the data folder"))
        try await server.stop()
    }

    /// Two forms: `/a` has a second page that hangs the first time, `/b` a submit that always hangs.
    private func board() -> @Sendable (Site.Request) -> Site.Answer {
        let visits = Visits()
        return { request in
            switch request.path {
            case "/a": .html(Pages.form("<label>First <input name=first></label>", to: "/a2", button: "Next"))
            case "/a2":
                .html(
                    Pages.form("<label>E-mail <input name=email></label>", to: "/a-submit"),
                    after: visits.next() == 0 ? Pages.never : .zero
                )
            case "/b": .html(Pages.form(Pages.fields, to: "/b-submit"))
            case "/a-submit": .html(Pages.confirmation)
            case "/b-submit": .html("", after: Pages.never)
            default: .html("")
            }
        }
    }

    @Test func `a killed server's jobs are done by the next, and nothing is sent twice`() async throws {
        let home = try home()
        let first = try await Server(in: home)
        try await Site.open(board()) { site in
            let filling = try await first.submit(site.origin + "/a", Self.alice, callback: site.origin + "/hook")
            let sent = try await first.submit(site.origin + "/b", Self.alice, callback: site.origin + "/hook")
            try await eventually("both hang") { site.wasAsked(for: "/a2") && site.wasAsked(for: "/b-submit") }
            #expect(!home.browsers.isEmpty)
            first.program.signal(SIGKILL)
            #expect(try await first.program.ending().code == 137)
            try await eventually("the browser and its profile are gone", within: .seconds(10)) {
                home.browsers.isEmpty && home.profiles.isEmpty
            }

            let next = try await Server(in: home)
            let unconfirmed = try await next.job(sent, becomes: "failed")
            #expect(unconfirmed["error"]["code"] == "submission_unconfirmed")
            #expect(unconfirmed["error"]["details"]["page_url"].string == site.origin + "/b")
            let evidence = try #require(unconfirmed["error"]["screenshots"].array?.first?.string)
            #expect(try await next.call(evidence, key: nil).data.starts(with: [0x89, 0x50, 0x4e, 0x47]))
            let done = try await next.job(filling, becomes: "completed")
            #expect(done["result"]["data"]["confirmation_number"] == "APP-1234")
            #expect(site.posts(to: "/a-submit").count == 1)
            #expect(site.posts(to: "/b-submit").count == 1)
            try await eventually("the last callback came") { try told(site, about: filling).count == 3 }
            #expect(try told(site, about: filling).map { $0["status"] } == ["running", "running", "completed"])
            #expect(try told(site, about: sent).map { $0["status"] } == ["running", "failed"])
            try await next.stop()
        }
        try await eventually("nothing is left", within: .seconds(10)) { home.processes.isEmpty }
    }
}

/// Counts how often a page was asked for.
private final class Visits: Sendable {
    private let count = Atomic(0)
    func next() -> Int { count.add(1, ordering: .relaxed).oldValue }
}
