import Chromium
import GhostHands
import TestSupport
import Testing

@testable import GhostHands
@testable import Hands

extension HandsTests {
    /// Headings that look like none: plain lines, and the heads of tables.
    @Suite struct Lines {
        private func asked(_ html: String) async throws -> [String: Asked] {
            try await withTestPage("<form method=post>\(html)<button>Send</button></form>") { page, _ in
                let fields = try await PageReader().read(page).fields
                return Dictionary(fields.map { ($0.field.name, $0.asked) }) { first, _ in first }
            }
        }

        /// The applicant's boxes stand under no heading; the others' under one that only stands by itself.
        @Test(arguments: [
            "<p>Emergency contact</p><label>Name <input name=a></label><label>Phone <input name=b></label>",
            "<dl><dt>Spouse</dt><dd><label>Name <input name=a></label><label>Phone <input name=b></label></dd></dl>",
            "<ul><li>Doctor<div><label>Name <input name=a></label><label>Phone <input name=b></label></div></li></ul>",
            "<div>In an emergency call<br>Name: <input name=a><br>Phone: <input name=b></div>",
            "<div style='font-size:2em'>Referees</div><p>Name</p><input name=a><p>Phone</p><input name=b>",
            "<p><u>Who should we call?</u></p><label>Name <input name=a></label><label>Phone <input name=b></label>",
            // Nobody knows every word: that a name is asked for again tells.
            "<p>Godparent</p><label>Name <input name=a></label><label>Phone <input name=b></label>",
        ])
        func `a plain line says whose data follows`(html: String) async throws {
            let own = """
                <div><label>First name <input name=own></label><label>Last name <input name=last></label></div>
                """
            let asked = try await asked(own + "<div>\(html)</div>")
            #expect(asked["own"] == .firstName)
            #expect(asked["a"] == .question)
            #expect(asked["b"] == .question)
        }

        @Test(arguments: ["ICE contact", "Mentor", "Godparent", "Where did you work last?"])
        func `a stranger's boxes before the applicant's are told by their line`(line: String) async throws {
            let asked = try await asked(
                """
                <p>\(line)</p><label>First name <input name=a></label><label>City <input name=b></label>
                <p>Your details</p><label>First name <input name=own></label><label>City <input name=city></label>
                """
            )
            #expect(asked["own"] == .firstName)
            #expect(asked["city"] == .city)
            #expect(asked["a"] == .question)
            #expect(asked["b"] == .question)
        }

        @Test func `a hint below a box, and the names of boxes, are no headings`() async throws {
            let asked = try await asked(
                """
                <p>First name</p><input name=a><p>Last name</p><input name=b>
                <div><p>E-mail</p><input name=c><p>We never show it to a referee.</p></div>
                <div><p>Phone</p><input name=d></div><div><p>City</p><input name=e></div>
                """
            )
            #expect(asked == ["a": .firstName, "b": .lastName, "c": .email, "d": .phone, "e": .city])
        }

        @Test func `a high school is not answered with a university`() async throws {
            let html = """
                <form method=post><h3>High school</h3><label>Name of school <input name=a></label><label>City <input name=b></label>
                <h3>University</h3><label>Name of school <input name=c></label><label>Degree <input name=d></label>
                <button>Send</button></form>
                """
            try await withTestPage(html) { page, _ in
                let fields = try await PageReader().read(page).fields
                #expect(fields.map(\.asked) == [.question, .question, .school, .degree])
                let places = History.places(of: fields.map(\.field), asked: fields.map(\.asked))
                #expect(places.map { $0?.part } == [nil, nil, .organization, .degree])
            }
        }

        @Test(arguments: [
            """
            <table><thead><tr><th></th><th>School</th><th>Degree</th></tr></thead>
            <tr><th>High school</th><td><input name=a></td><td><input name=b></td></tr>
            <tr><th>College</th><td><input name=c></td><td><input name=d></td></tr></table>
            """,
            """
            <table><tr><td></td><td>School</td><td>Degree</td></tr>
            <tr><td>High school</td><td><input name=a></td><td><input name=b></td></tr>
            <tr><td>College</td><td><input name=c></td><td><input name=d></td></tr></table>
            """,
        ])
        func `the columns of a grid name its boxes, and the rows say which they are`(html: String) async throws {
            let asked = try await asked(html)
            #expect(asked == ["a": .question, "b": .question, "c": .school, "d": .degree])
        }

        @Test func `where the columns are counted, the rows name the boxes`() async throws {
            let html = """
                <form method=post><label>Name <input name=own></label><table><tr><th></th><th>Reference 1</th><th>Reference 2</th></tr>
                <tr><th>Phone</th><td><input name=a></td><td><input name=b></td></tr></table><button>Send</button></form>
                """
            try await withTestPage(html) { page, _ in
                let fields = try await PageReader().read(page).fields
                #expect(fields.map(\.field.label) == ["Name", "Phone", "Phone"])
                #expect(fields.map(\.field.section) == [nil, "Reference 1", "Reference 2"])
                #expect(fields.map(\.asked) == [.fullName, .question, .question])
            }
        }

        @Test func `a start beside an end is that of something past`() async throws {
            let asked = try await asked(
                "<label>Start date <input name=a></label><label>End date <input name=b></label>"
            )
            #expect(asked["a"] == .question)
        }
    }
}
