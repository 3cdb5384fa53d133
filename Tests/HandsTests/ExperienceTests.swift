import GhostHands
import TestSupport
import Testing

@testable import GhostHands
@testable import Hands

extension HandsTests {
    /// Histories as the large hiring systems lay them out.
    @Suite struct Experience {
        private func read(_ html: String, _ check: ([ReadField], [History.Place?]) throws -> Void) async throws {
            try await withTestPage(html) { page, _ in
                let fields = try await PageReader().read(page).form
                try check(fields, History.places(of: fields.map(\.field), asked: fields.map(\.asked)))
            }
        }

        @Test func `the widgets of a page of work, school, skills and documents are known for what they are`()
            async throws
        {
            try await read(try fixture("experience")) { fields, places in
                let kinds = Dictionary(fields.map { ($0.field.id, $0.field.kind) }) { first, _ in first }
                #expect(
                    kinds == [
                        "w-title": .text, "w-company": .text, "w-place": .text, "w-now": .checkbox, "w-from": .month,
                        "w-to": .month, "w-text": .textarea, "e-school": .combobox, "e-degree": .combobox,
                        "e-field": .combobox, "e-from": .text, "e-to": .text, "l-name": .combobox,
                        "s-skills": .combobox, "": .file, "n-url": .text, "n-linked": .text,
                    ]
                )
                #expect(fields.count == kinds.count)
                let parts = Dictionary(zip(fields.map(\.field.id), places.map(\.?.part))) { first, _ in first }
                let wanted: [String: HistoryPart] = [
                    "w-title": .title, "w-company": .organization, "w-place": .location, "w-now": .isCurrent,
                    "w-from": .start(nil), "w-to": .end(nil), "w-text": .description, "e-school": .organization,
                    "e-degree": .degree, "e-field": .subject, "e-from": .start(.year), "e-to": .end(.year),
                ]
                for (id, part) in wanted { #expect(parts[id] == part, "\(id)") }
                #expect(parts.values.count { $0 != nil } == wanted.count)
            }
        }

        @Test func `what stands outside the histories is known too`() async throws {
            try await read(try fixture("experience")) { fields, _ in
                let asked = Dictionary(fields.map { ($0.field.id, $0.asked) }) { first, _ in first }
                #expect(asked["s-skills"] == .skills)
                #expect(asked[""] == .resume)
                #expect(asked["n-linked"] == .linkedIn)
                #expect(asked["l-name"] == .question)
                let required = fields.filter(\.field.isRequired).map(\.field.id)
                #expect(
                    required == ["w-title", "w-company", "w-from", "w-to", "e-school", "e-degree", "", "n-url"]
                )
            }
        }

        /// Each is a job and a school, the job's dates and the school's town.
        @Test(arguments: [
            // Rows of a table under full rows as heads.
            """
            <table><tr><td colspan=2>Employment History</td></tr><tr><td>Employer</td><td><input name=company></td></tr>
            <tr><td>Job Title</td><td><input name=title></td></tr><tr><td>Start Date</td><td><input name=from></td></tr>
            <tr><td>End Date</td><td><input name=to></td></tr><tr><td colspan=2>Education</td></tr>
            <tr><td>School</td><td><input name=school></td></tr><tr><td>City</td><td><input name=town></td></tr></table>
            """,
            // Field sets with numbers.
            """
            <fieldset><legend>Work Experience 1</legend><label>Company <input name=company></label><label>Position
            <input name=title></label><label>From <input name=from placeholder=MM/YYYY></label><label>Until
            <input name=to placeholder=MM/YYYY></label></fieldset><fieldset><legend>Education 1</legend><label>Institution
            <input name=school></label><label>Location <input name=town></label></fieldset>
            """,
            // Collapsible panels whose heads are no headings of HTML.
            """
            <div class=accordion><div class=accordion-header><span style="font-weight:600">Professional Experience</span></div>
            <div class=body><div class=tile-title>Current or most recent job</div><label>Company name <input name=company></label>
            <label>Job title <input name=title></label><label>Start date <input name=from></label><label>End date <input name=to>
            </label></div></div><div class=accordion><div class=accordion-header><span style="font-weight:600">Formal Education
            </span></div><div class=body><label>School name <input name=school></label><label>City <input name=town></label></div></div>
            """,
            // Boxes of components, each in a shadow root of its own.
            """
            <section aria-label=Experience><x-box label=Title name=title></x-box><x-box label=Company name=company></x-box>
            <x-box label=From name=from></x-box><x-box label=To name=to></x-box></section><section aria-label=Education>
            <x-box label=Institution name=school></x-box><x-box label="School location" name=town></x-box></section>
            <script>customElements.define("x-box", class extends HTMLElement { connectedCallback() {
                this.attachShadow({ mode: "open" }).innerHTML = "<input>"; } });</script>
            """,
            // In German.
            """
            <h3>Berufserfahrung</h3><label>Unternehmen <input name=company></label><label>Position <input name=title></label>
            <label>Von <input name=from placeholder=MM.JJJJ></label><label>Bis <input name=to placeholder=MM.JJJJ></label>
            <h3>Ausbildung</h3><label>Hochschule <input name=school></label><label>Ort <input name=town></label>
            """,
        ])
        func `parts of a history are known as parts`(html: String) async throws {
            let page =
                "<h1>Application</h1><form method=post><label>City <input name=own></label>\(html)<button>Send</button></form>"
            try await read(page) { fields, places in
                let parts = Dictionary(zip(fields.map(\.field.name), places.map(\.?.part))) { first, _ in first }
                let wanted: [String: HistoryPart?] = [
                    "own": nil, "company": .organization, "title": .title, "from": .start(nil), "to": .end(nil),
                    "school": .organization, "town": .location,
                ]
                for (name, part) in wanted { #expect(parts[name] == part, "\(name)") }
            }
        }
    }
}
