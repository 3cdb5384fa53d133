import Foundation
import GhostHands
import TestSupport
import Testing

/// Managing manuals at the command line.
@Suite(.serialized) struct ManualsTests {
    private static let form = """
        <label>First name <input name=first required></label><label>E-mail <input type=email name=mail required></label>
        """

    @Test func `manuals are learned, shown, tried out, exported, taken over, kept from use and deleted`() async throws {
        try await withDatabase { database in
            try await Home.open { home in
                let keys = ["GH_SERVICE_KEY": "k", "GH_CREDENTIAL_KEY": String(repeating: "0a", count: 32)]
                func run(_ arguments: String...) async throws -> Program.Ending {
                    let settings = keys.merging(["DATABASE_URL": database.url]) { $1 }
                    return try await Program.run(["manuals"] + arguments, in: home, settings)
                }
                #expect(try await run("list").output.contains("No manuals yet"))
                try await Site.board(Pages.form(Self.form)) { site in
                    let profile = home.temporary.appending(path: "me.json")
                    try Data(#"{"first_name": "Alice", "last_name": "S", "email": "a@example.com"}"#.utf8).write(
                        to: profile
                    )
                    let folder = home.temporary.appending(path: "cookbook").path
                    let fill = ["fill", site.origin + "/", "--profile", profile.path, "--submit", "--cookbook", folder]
                    let first = try await Program.run(fill, in: home)
                    #expect(first.code == 0, "\(first)")
                    #expect(first.errors.contains("Recorded a manual of 4 steps"), "\(first)")
                    let second = try await Program.run(fill, in: home)
                    #expect(second.output.contains("4 of 4 steps from the manual"), "\(second)")
                    let file = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).first)
                    #expect(try await run("test", site.origin + "/").code == 2)
                    let taken = try await run("import", folder + "/" + file)
                    #expect(taken.output.contains("version 1, 4 steps"), "\(taken)")
                    let tried = try await run("test", site.origin + "/")
                    #expect(
                        tried.code == 0,
                        "\(tried)"
                    )
                    #expect(
                        tried.output.contains("2 of 2 fields of its first page are there"),
                        "\(tried)"
                    )
                    let list = try await run("list")
                    let id = String(list.output.prefix(8))
                    #expect(list.output.contains("4 steps, health 100"))
                    let shown = try await run("show", id).output
                    #expect(shown.contains("Fill \"First name\" with {{form_data}}"))
                    #expect(shown.contains("Press \"Submit application\", which sends the form"))
                    let exported = try JSON(parsing: Data(try await run("export", id).output.utf8))
                    #expect(exported["steps"].array?.count == 4)
                    #expect(exported["format"] == 1)
                    #expect(try await run("quarantine", id).code == 0)
                    #expect(try await run("list").output.contains("quarantined"))
                    #expect(try await run("test", site.origin + "/").output.contains("may not be used: quarantined"))
                    #expect(try await run("quarantine", id, "--lift").code == 0)
                    #expect(try await run("delete", id).code == 0)
                    let gone = try await run("show", id)
                    #expect(gone.code == 1)
                    #expect(gone.errors.contains("see `ghosthands manuals list`"))
                    let bad = home.temporary.appending(path: "bad.json")
                    let steps = #"[{"action": "fill", "locator": {"name": "mail"}, "value": "a@example.com"}]"#
                    try Data(#"{"url_pattern": "a.io/x", "task_pattern": "apply", "steps": \#(steps)}"#.utf8).write(
                        to: bad
                    )
                    let refused = try await run("import", bad.path)
                    #expect(refused.code == 1)
                    #expect(refused.errors.contains("step 1 cannot be used: it holds a value itself"))
                }
            }
        }
    }
}
