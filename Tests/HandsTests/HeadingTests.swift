import GhostHands
import TestSupport
import Testing

@testable import Hands

extension HandsTests {
    /// Whose data a form asks for: headings of every build.
    @Suite struct Headings {
        /// Two boxes of one meaning, the second under a heading about somebody else, which is built in many ways.
        @Test(arguments: [
            """
            <div class=card><div class=card-header>Your details</div><div><label>First name <input name=own></label></div></div>
            <div class=card><div class=card-header>Emergency contact</div><div><label>First name <input name=other></label>
            <label>Phone <input name=otherPhone></label></div></div>
            """,
            """
            <div role=heading aria-level=2>Your details</div><label>First name <input name=own></label>
            <div role=heading aria-level=2>References</div><label>First name <input name=other></label>
            <label>Phone <input name=otherPhone></label>
            """,
            """
            <div role=group aria-labelledby=a><b id=a>You</b><label>First name <input name=own></label></div>
            <div role=group aria-labelledby=b><b id=b>Next of kin</b><label>First name <input name=other></label>
            <label>Phone <input name=otherPhone></label></div>
            """,
            """
            <label>First name <input name=own></label><div role=group aria-label="Spouse information">
            <label>First name <input name=other></label><label>Phone <input name=otherPhone></label></div>
            """,
            """
            <table><tr><td colspan=2>Your details</td></tr><tr><td>First name</td><td><input name=own></td></tr>
            <tr><td colspan=2>Legal guardian</td></tr><tr><td>First name</td><td><input name=other></td></tr>
            <tr><td>Phone</td><td><input name=otherPhone></td></tr></table>
            """,
            """
            <p><strong>About you</strong></p><label>First name <input name=own></label>
            <p><strong>Emergency contact 1</strong></p><label>First name <input name=other></label>
            <label>Phone <input name=otherPhone></label>
            """,
            """
            <fieldset><legend>You</legend><label>First name <input name=own></label></fieldset><fieldset><legend>Referees</legend>
            <fieldset><legend>Contact details</legend><label>First name <input name=other></label>
            <label>Phone <input name=otherPhone></label></fieldset></fieldset>
            """,
            """
            <h2>Your details</h2><label>First name <input name=own></label><h2>Notfallkontakt</h2><h3>Angaben</h3>
            <label>Vorname <input name=other></label><label>Telefon <input name=otherPhone></label>
            """,
            """
            <div><span style="font-weight:700">Your details</span></div><label>First name <input name=own></label>
            <div><span style="font-weight:700">Billing address</span></div><label>First name <input name=other></label>
            <label>Phone <input name=otherPhone></label>
            """,
            """
            <label>First name <input name=own></label><label>Emergency contact name <input name=other></label>
            <label>Phone <input name=otherPhone></label>
            """,
            "<label>First name <input name=own></label><label>First name <input name=other></label>",
        ])
        func `an applicant's fact goes only where the applicant is asked`(html: String) async throws {
            try await withTestPage("<form method=post>\(html)<button>Send</button></form>") { page, _ in
                let reading = try await PageReader().read(page)
                let asked = Dictionary(reading.fields.map { ($0.field.name, $0.asked) }) { first, _ in first }
                #expect(asked["own"] == .firstName)
                #expect(asked["other"] == .question)
                #expect(asked["otherPhone"] ?? .question == .question)
            }
        }

        @Test(arguments: ["Manager", "Teacher", "Social Worker"])
        func `a job's title over the whole form is nobody's`(title: String) async throws {
            let html = """
                <form method=post><h1>\(title)</h1><label>First name <input name=a></label>
                <label>Last name <input name=b></label><label>Email <input name=c type=email></label>
                <button>Send application</button></form>
                """
            try await withTestPage(html) { page, _ in
                let fields = try await PageReader().read(page).fields
                #expect(fields.map(\.asked) == [.firstName, .lastName, .email])
            }
        }

        @Test func `lines that stand right in a shadow root are read`() async throws {
            let html = """
                <form method=post><label>First name <input name=a></label><x-box></x-box><button>Send</button></form>
                <script>customElements.define("x-box", class extends HTMLElement { connectedCallback() {
                this.attachShadow({ mode: "open" }).innerHTML = "<span>Work</span><b>Mode</b><div>Choose</div>"
                + "<label>City <input name=b></label>"; } });</script>
                """
            try await withTestPage(html) { page, _ in
                let fields = try await PageReader().read(page).fields
                #expect(fields.map(\.asked) == [.firstName, .city])
            }
        }

        @Test func `a heading ends with the box that it heads`() async throws {
            let html = """
                <form method=post><section><h3>Emergency contact</h3><label>Name <input name=a></label>
                <label>Phone <input name=b></label></section><div><label>City <input name=c></label>
                <label>Country <input name=d></label></div><button>Send</button></form>
                """
            try await withTestPage(html) { page, _ in
                let fields = try await PageReader().read(page).fields
                #expect(fields.map(\.asked) == [.question, .question, .city, .country])
                #expect(fields.map(\.field.section) == ["Emergency contact", "Emergency contact", nil, nil])
            }
        }

        @Test func `headings stand within each other, the nearest first`() async throws {
            let html = """
                <form method=post><h1>Baker</h1><h2>Work experience</h2><div class=panel><div class=panel-title>Job 1</div>
                <label>Company <input name=a></label><fieldset><legend>From</legend><label>Month <input name=b></label>
                <label>Year <input name=c></label></fieldset></div><h2>Contact</h2><label>Email <input name=d></label>
                <button>Send</button></form>
                """
            try await withTestPage(html) { page, _ in
                let sections = try await PageReader().read(page).fields.map(\.field.sections)
                #expect(
                    sections == [
                        ["Job 1", "Work experience"], ["From", "Job 1", "Work experience"],
                        ["From", "Job 1", "Work experience"], ["Contact"],
                    ]
                )
            }
        }

        @Test func `a bold line that names one field heads no others, and a second box to be sure is filled`()
            async throws
        {
            let html = """
                <form method=post><p><b>Do you have references?</b></p><input name=a><p><b>References</b></p><textarea name=b></textarea>
                <label>Email <input name=c></label><label>Confirm email <input name=d></label><button>Send</button></form>
                """
            try await withTestPage(html) { page, _ in
                let asked = try await PageReader().read(page).fields.map(\.asked)
                #expect(asked == [.question, .question, .email, .email])
            }
        }
    }
}
