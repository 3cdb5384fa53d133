import Foundation
import GhostHands
import TestSupport
import Testing

/// Managing manuals at the command line.
@Suite(.serialized) struct ManualsTests {
    private static let form = """
        <label>First name <input name=first required></label><label>E-mail <input type=email name=mail required></label>
        """

    /// A program with a database of its own, and a form whose manual can be learned.
    private struct Desk {
        let home: Home
        let settings: [String: String]
        let url: String

        var cookbook: String { home.temporary.appending(path: "cookbook").path }

        func run(_ arguments: String...) async throws -> Program.Ending {
            try await Program.run(["manuals"] + arguments, in: home, settings)
        }

        /// Sends the form, with the cookbook in a folder.
        func fill() async throws -> Program.Ending {
            let me = #"{"first_name": "Alice", "last_name": "S", "email": "a@example.com"}"#
            let profile = try home.write("me.json", me)
            return try await Program.run(
                ["fill", url, "--profile", profile, "--submit", "--cookbook", cookbook],
                in: home
            )
        }

        /// Learns a manual and takes it over: what was said, and the manual's id.
        func takeOver() async throws -> (said: String, id: String) {
            let ending = try await fill()
            #expect(ending.errors.contains("Recorded a manual of 4 steps"), "\(ending)")
            let file = try #require(try FileManager.default.contentsOfDirectory(atPath: cookbook).first)
            let taken = try await run("import", cookbook + "/" + file)
            return (taken.output, String(try await run("list").output.prefix(8)))
        }
    }

    private func withDesk(_ body: (Desk) async throws -> Void) async throws {
        try await withDatabase { database in
            try await Home.open { home in
                try await Site.board(Pages.form(Self.form)) { site in
                    let settings = [
                        "GH_SERVICE_KEY": "k", "GH_CREDENTIAL_KEY": String(repeating: "0a", count: 32),
                        "DATABASE_URL": database.url,
                    ]
                    try await body(Desk(home: home, settings: settings, url: site.origin + "/"))
                }
            }
        }
    }

    @Test func `what one run has learned in a folder serves the next`() async throws {
        try await withDesk { desk in
            let first = try await desk.fill()
            #expect(first.code == 0, "\(first)")
            #expect(first.errors.contains("Recorded a manual of 4 steps"), "\(first)")
            let second = try await desk.fill()
            #expect(second.output.contains("4 of 4 steps from the manual"), "\(second)")
        }
    }

    @Test func `a manual is tried out on a page, once there is one`() async throws {
        try await withDesk { desk in
            #expect(try await desk.run("test", desk.url).code == 2)
            let taken = try await desk.takeOver()
            #expect(taken.said.contains("version 1, 4 steps"), "\(taken)")
            let tried = try await desk.run("test", desk.url)
            #expect(tried.code == 0, "\(tried)")
            #expect(tried.output.contains("2 of 2 fields of its first page are there"), "\(tried)")
        }
    }

    @Test func `manuals are listed, shown and exported`() async throws {
        try await withDesk { desk in
            #expect(try await desk.run("list").output.contains("No manuals yet"))
            let id = try await desk.takeOver().id
            #expect(try await desk.run("list").output.contains("4 steps, health 100"))
            let shown = try await desk.run("show", id).output
            #expect(shown.contains("Fill \"First name\" with {{form_data}}"))
            #expect(shown.contains("Press \"Submit application\", which sends the form"))
            let exported = try JSON(parsing: Data(try await desk.run("export", id).output.utf8))
            #expect(exported["steps"].array?.count == 4)
            #expect(exported["format"] == 1)
        }
    }

    @Test func `a manual is kept from use, and used again`() async throws {
        try await withDesk { desk in
            let id = try await desk.takeOver().id
            #expect(try await desk.run("quarantine", id).code == 0)
            #expect(try await desk.run("list").output.contains("quarantined"))
            #expect(try await desk.run("test", desk.url).output.contains("may not be used: quarantined"))
            #expect(try await desk.run("quarantine", id, "--lift").code == 0)
            #expect(try await desk.run("test", desk.url).code == 0)
        }
    }

    @Test func `a deleted manual is gone, and one that holds a value is refused`() async throws {
        try await withDesk { desk in
            let id = try await desk.takeOver().id
            #expect(try await desk.run("delete", id).code == 0)
            let gone = try await desk.run("show", id)
            #expect(gone.code == 1)
            #expect(gone.errors.contains("see `ghosthands manuals list`"))
            let steps = #"[{"action": "fill", "locator": {"name": "mail"}, "value": "a@example.com"}]"#
            let manual = #"{"url_pattern": "a.io/x", "task_pattern": "apply", "steps": \#(steps)}"#
            let refused = try await desk.run("import", try desk.home.write("bad.json", manual))
            #expect(refused.code == 1)
            #expect(refused.errors.contains("step 1 cannot be used: it holds a value itself"))
        }
    }
}
