import Foundation
import GhostHands
import TestSupport
import Testing

@Suite(.serialized) struct InspectTests {
    private static let form = """
        <label>First name <input name=first required></label><label>Postleitzahl dort <input name=plz></label>
        <input name=old hidden><label>Why us? <textarea name=why></textarea></label>
        """

    @Test func `inspect shows what each field asks and why, and touches nothing`() async throws {
        try await Home.open { home in
            try await Site.board(Pages.form(Self.form)) { site in
                let seen = try await Program.run(["inspect", site.origin + "/", "--json"], in: home)
                #expect(seen.code == 0, "\(seen.errors)")
                let json = try JSON(parsing: Data(seen.output.utf8))
                #expect(json["kind"] == "form")
                #expect(json["blockers"] == [])
                let fields = json["fields"].array ?? []
                #expect(fields.map { $0["asked"] } == ["first_name", "postal_code", "question", "question"])
                #expect(fields[0]["confidence"].double ?? 0 >= 0.9)
                #expect(fields[0]["required"] == true)
                #expect(fields[1]["confidence"].double ?? 1 < 0.9)
                #expect(fields[1]["evidence"] == "label \"Postleitzahl dort\"")
                #expect(fields[2]["ignored"] == "hidden")
                #expect(json["buttons"].array?.last?["role"] == "submit")
                #expect(site.requests.allSatisfy { $0.method == "GET" })

                let table = try await Program.run(["inspect", site.origin + "/"], in: home)
                #expect(table.output.contains("first_name"))
                #expect(table.output.contains("1 more left alone"))
            }
        }
    }

    @Test func `inspect says what is in the way`() async throws {
        try await Home.open { home in
            let login = "<label>E-mail <input name=e></label><label>Password <input type=password name=p></label>"
            try await Site.board(Pages.form(login, button: "Log in")) { site in
                let seen = try await Program.run(["inspect", site.origin + "/"], in: home)
                #expect(seen.code == 3)
                #expect(seen.output.contains("blocked: login"))
            }
            try await Site.board("<p>Nothing here</p>") { site in
                let seen = try await Program.run(["inspect", site.origin + "/"], in: home)
                #expect(seen.code == 4)
                #expect(seen.output.contains("No fields to fill."))
            }
            let gone = try await Program.run(["inspect", "http://127.0.0.1:1/"], in: home)
            #expect(gone.code == 4)
            #expect(gone.errors.contains("could not be loaded"))
            #expect(try await Program.run(["inspect", "not a URL"], in: home).code == 64)
        }
    }
}
