import GhostHands
import TestSupport
import Testing

@testable import Hands

extension HandsTests {
    /// Names that stand where no markup says them: before a choice, in a list's first entry, over a group, over a column.
    @Suite struct SaidElsewhere {
        private func run(_ body: String, _ applicant: Applicant) async throws -> Trial {
            try await Trial.run(
                "<form action=/submit method=post>\(body)<button>Submit application</button></form>",
                applicant
            )
        }

        private func read(_ html: String) async throws -> [Field] {
            try await withTestPage("<form method=post>\(html)<button>Send</button></form>") { page, _ in
                try await PageReader().read(page).fields.map(\.field)
            }
        }

        @Test func `a word before each radio names that one`() async throws {
            let before = try await read(
                "<table><tr><td>Nights? *<td>yes <input type=radio name=n value=1> no <input type=radio name=n value=2></table>"
            )
            #expect(before.first?.options.map(\.label) == ["yes", "no"])
            let after = try await read(
                "<table><tr><td>Nights? *<td><input type=radio name=n value=1> yes <input type=radio name=n value=2> no</table>"
            )
            #expect(after.first?.options.map(\.label) == ["yes", "no"])
        }

        @Test func `a list without a label asks in its first entry`() async throws {
            let asked = try await read(
                "<select name=s><option value='' disabled selected hidden>Can you work nights?*</option><option>Yes<option>No</select>"
            )
            #expect(asked.map(\.label) == ["Can you work nights?"])
            #expect(asked.map(\.isRequired) == [true])
            let silent = try await read("<select name=s><option value=''>Select</option><option>Yes<option>No</select>")
            #expect(silent.map(\.label) == [""])
        }

        private static let offices = """
            <label>Office <select name=o required><option value="">Select</option>
            <optgroup label="United States"><option value=1>Berlin</option><option value=2>Boston</option></optgroup>
            <optgroup label="Germany"><option value=3>Berlin</option><option value=4>Mainz</option></optgroup></select></label>
            """

        @Test func `one of two choices of a name is told by its group`() async throws {
            let trial = try await run(Self.offices, Applicant(answers: ["Office": "Berlin, Germany"]))
            #expect(try trial.posted()["o"] == ["3"])
            let other = try await run(Self.offices, Applicant(answers: ["Office": "Boston"]))
            #expect(try other.posted()["o"] == ["2"])
        }

        @Test func `none of two choices of a name is taken without its group`() async throws {
            let trial = try await run(Self.offices, Applicant(answers: ["Office": "Berlin"]))
            #expect(trial.end == .unanswered)
        }

        @Test func `a label names the editor that it is for`() async throws {
            let fields = try await read(
                "<label for=e>Cover letter *</label><div id=bar><button type=button>B</button></div><div id=e contenteditable=true></div>"
            )
            #expect(fields.map(\.label) == ["Cover letter"])
        }

        @Test func `of columns of people the applicant's is filled`() async throws {
            let table = """
                <table><thead><tr><th></th><th>Applicant</th><th>Emergency contact</th></tr></thead>
                <tr><th>First name</th><td><input name=a required></td><td><input name=b></td></tr>
                <tr><th>Phone</th><td><input name=c type=tel required></td><td><input name=d type=tel></td></tr></table>
                """
            let applicant = Applicant(profile: ["first_name": "Ada", "phone": "+1 512 555 0100"])
            let posted = try await run(table, applicant).posted()
            #expect(posted["a"] == ["Ada"])
            #expect(posted["c"]?.first?.contains("512") == true)
            #expect(posted["b"] == [""])
            #expect(posted["d"] == [""])
        }

        @Test func `a name that may be left out behind first and last name is another's`() async throws {
            let form = """
                <label>First name * <input name=f required></label><label>Last name * <input name=l required></label>
                <p>Did one of us tell you of this job? Say who (leave empty otherwise):</p><label>Name <input name=n></label>
                """
            let applicant = Applicant(profile: ["first_name": "Ada", "last_name": "King"])
            let posted = try await run(form, applicant).posted()
            #expect(posted["l"] == ["King"])
            #expect(posted["n"] == [""])
        }

        @Test func `a box marked for a card's number is filled as its label says`() async throws {
            let form = "<label>Postal code * <input name=p autocomplete=cc-number required></label>"
            let applicant = Applicant(profile: ["location": ["zip": "78704", "country": "US"]])
            #expect(try await run(form, applicant).posted()["p"] == ["78704"])
        }
    }
}
