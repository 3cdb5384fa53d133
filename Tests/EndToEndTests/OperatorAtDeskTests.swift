import Foundation
import GhostHands
import TestSupport
import Testing

/// A person's own browser (R62): hands that fill, and the person who presses, each a client of its own of a visible browser.
@Suite(.serialized, .home, .enabled(if: DeskPerson.isThere, DeskPerson.missing)) struct OperatorAtDeskTests {
    private static let alice: JSON = ["first": "Alice", "email": "alice@example.com", "country": "Germany"]

    private func home() throws -> Home { try #require(Home.current) }

    /// A server, a board, a desk paired for a user, and a job of theirs for it.
    private func job(
        _ members: [String: JSON] = [:],
        fields: String = Pages.fields,
        submit: Site.Answer = .html(Pages.confirmation),
        stopsItself: Bool = false,
        _ body: (Stand) async throws -> Void
    ) async throws {
        let (home, user) = (try home(), UUID())
        let server = try await Server(in: home)
        // One case that fails must not leave the next one without a service.
        defer { server.program.signal(SIGKILL) }
        try await Site.board(Pages.form(fields), submit: submit) { site in
            let desk = try await DeskProgram.paired(with: server, for: user, in: home)
            let asked: [String: JSON] = ["valet_user_id": .id(user), "browser_mode": "operator"]
            let id = try await server.submit(
                site.origin + "/",
                Self.alice,
                callback: site.origin + "/hook",
                asked.merging(members) { $1 }
            )
            let person = try DeskPerson(desk, at: site.origin)
            try await body(Stand(server: server, site: site, desk: desk, person: person, user: user, id: id))
            if !stopsItself { try await desk.stop() }
            desk.close()
        }
        try await server.stop()
    }

    struct Stand {
        let server: Server
        let site: Site
        let desk: DeskProgram
        let person: DeskPerson
        let user: UUID
        let id: String

        /// Waits until the form is filled and the person is asked to send it.
        func review() async throws {
            let paused = try await server.job(id, becomes: "paused")
            #expect(paused["interaction"]["type"] == "review", "\(paused)")
            #expect(site.posts(to: "/submit").isEmpty)
            #expect(paused["worker_id"].string?.hasPrefix("operator:") == true)
        }

        func events() async throws -> [JSON] {
            try await server.call("/jobs/\(id)/events?limit=500").json["events"].array ?? []
        }

        func revoke() async throws {
            let list = try await server.call("/valet/operators/\(user.uuidString)").json["operators"].array ?? []
            let id = try #require(list.first?["operator_id"].string)
            let reply = try await server.delete("/valet/operators/\(user.uuidString)/\(id)")
            #expect(reply.status == 200, "\(reply.json)")
        }
    }

    @Test func `the form is filled, the person presses, and it is proven`() async throws {
        try await job { stand in
            try await stand.review()
            try await stand.person.does("press button")
            let done = try await stand.server.job(stand.id, becomes: "completed")
            #expect(done["result"]["data"]["submitted"] == true)
            #expect(done["result"]["data"]["confirmation_number"] == "APP-1234")
            let post = try #require(stand.site.posts(to: "/submit").first)
            for (name, value) in ["first": "Alice", "email": "alice@example.com", "country": "de"] {
                #expect(post.contains("name=\"\(name)\"\r\n\r\n\(value)\r\n"))
            }
            #expect(stand.site.posts(to: "/submit").count == 1)
            let events = try await stand.events()
            // It was written down before it left, as pressed by a person.
            #expect(events.contains { $0["event_type"] == "submit_intended" && $0["metadata"]["source"] == "human" })
            #expect(events.contains { $0["event_type"] == "submit_confirmed" })
            #expect(!events.contains { $0["event_type"] == "changed_by_person" })
        }
    }

    @Test func `what the person changes first is sent, kept and said`() async throws {
        try await job { stand in
            try await stand.review()
            try await stand.person.does("enter [name=first] Alicia")
            try await stand.person.does("press button")
            let done = try await stand.server.job(stand.id, becomes: "completed")
            #expect(try #require(stand.site.posts(to: "/submit").first).contains("Alicia"))
            let fields = done["result"]["data"]["fields"].array ?? []
            let changed = fields.filter { $0["changed_by_person"] == true }
            #expect(changed.map { $0["name"] } == ["first"], "\(fields)")
            #expect(done["result"]["summary"].string?.contains("who changed 1 answer") == true, "\(done["result"])")
            #expect(try await stand.events().contains { $0["event_type"] == "changed_by_person" })
        }
    }

    @Test func `what the person types as soon as the page is there is theirs, and the hands do the rest`()
        async throws
    {
        try await job { stand in
            // Whatever the hands are at by then.
            try await stand.person.does("enter [name=first] Alicia")
            try await stand.review()
            try await stand.person.does("press button")
            let done = try await stand.server.job(stand.id, becomes: "completed")
            let post = try #require(stand.site.posts(to: "/submit").first)
            for (name, value) in ["first": "Alicia", "email": "alice@example.com", "country": "de"] {
                #expect(post.contains("name=\"\(name)\"\r\n\r\n\(value)\r\n"), "\(name)")
            }
            let fields = done["result"]["data"]["fields"].array ?? []
            #expect(fields.filter { $0["changed_by_person"] == true }.map { $0["name"] } == ["first"], "\(fields)")
            #expect(try await stand.events().contains { $0["event_type"] == "changed_by_person" })
        }
    }

    @Test func `a window that is closed sends nothing, and the job waits again`() async throws {
        try await job { stand in
            try await stand.review()
            try await stand.person.does("close")
            let waits = try await stand.server.job(stand.id, becomes: "pending")
            #expect(waits["error"].isNull)
            try await eventually("the person is told") { stand.desk.program.output.contains("you closed its window") }
            // It is not opened again under their hands.
            #expect(try await stand.server.call("/valet/status/\(stand.id)").json["status"] == "pending")
            #expect(stand.site.posts(to: "/submit").isEmpty)
        }
    }

    @Test func `a browser that is revoked stops, and nothing leaves its page`() async throws {
        try await job(stopsItself: true) { stand in
            try await stand.review()
            try await stand.revoke()
            try await eventually("the hands have stopped") { stand.desk.program.output.contains("paired no more") }
            #expect(try await stand.server.call("/valet/status/\(stand.id)").json["status"] == "paused")
            // The page stays, with what it holds; a press leads nowhere.
            #expect(try await stand.person.does("value [name=first]") == "Alice")
            try await stand.person.does("press button")
            try await stand.desk.stop()
            #expect(stand.site.posts(to: "/submit").isEmpty)
        }
    }

    @Test func `with leave of the request the program presses`() async throws {
        let input: JSON = ["form_data": Self.alice, "operator_may_submit": true]
        try await job(["input_data": input]) { stand in
            let done = try await stand.server.job(stand.id, becomes: "completed")
            #expect(done["result"]["data"]["submitted"] == true)
            #expect(stand.site.posts(to: "/submit").count == 1)
        }
    }

    @Test func `a window that is closed after the press ends the job, and it is not sent again`() async throws {
        try await job(submit: .html("", after: Pages.never)) { stand in
            try await stand.review()
            try await stand.person.does("press button")
            try await eventually("it has left") { stand.site.posts(to: "/submit").count == 1 }
            try await stand.person.does("close")
            let failed = try await stand.server.job(stand.id, becomes: "failed")
            #expect(failed["error"]["code"] == "submission_unconfirmed", "\(failed)")
            #expect(stand.site.posts(to: "/submit").count == 1)
        }
    }

    @Test func `what only the person can do they do in the window, and say so in the one beside it`() async throws {
        let question = "<label>Which shift do you want? <input name=shift required></label>"
        try await job(fields: Pages.fields + question) { stand in
            let paused = try await stand.server.job(stand.id, becomes: "paused")
            #expect(paused["interaction"]["type"] == "question", "\(paused)")
            try await stand.person.does("enter [name=shift] Night")
            try await DeskPerson(stand.desk, at: "data:").does("press button")
            try await eventually("the form waits to be sent") {
                let status = try await stand.server.call("/valet/status/\(stand.id)").json
                return status["interaction"]["type"] == "review"
            }
            try await stand.person.does("press button")
            _ = try await stand.server.job(stand.id, becomes: "completed")
            #expect(stand.site.posts(to: "/submit").first?.contains("Night") == true)
        }
    }
}
