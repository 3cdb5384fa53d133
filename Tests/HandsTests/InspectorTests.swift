import Chromium
import Foundation
import GhostHands
import Hands
import TestSupport
import Testing

extension HandsTests {
    /// What would be entered, told without entering it.
    @Suite struct Inspecting {
        private static let html = """
            <h1>Apply</h1><form method=post action=/apply><label>First name * <input name=first required></label>
            <label>Country <select name=country><option value="">Select<option>Norway<option>Iceland</select></label>
            <label>Why us? <input name=why></label><label>Shift <select name=shift><option>Day<option>Night</select></label>
            <button>Submit application</button></form>
            <script>document.addEventListener("input", () => { document.title = "touched"; });</script>
            """

        private func inspect(for applicant: Applicant?) async throws -> Inspection {
            let browser = try suiteBrowser()
            return try await Site.open({ _ in .html(Self.html) }) { site in
                try await browser.withContext { context in
                    try await context.withPage { page in
                        let address = PageAddress(site.origin + "/")
                        let outcome = try await Inspector().inspect(address, in: page, for: applicant)
                        guard case .seen(let inspection) = outcome else { throw Unseen() }
                        return inspection
                    }
                }
            }
        }

        private struct Unseen: Error {}

        @Test func `each field tells what would be entered and from where, or why nothing would`() async throws {
            let applicant = Applicant(
                profile: ["first_name": "Ada", "location": ["country": "Iceland"]],
                answers: ["Shift": "Evening"]
            )
            let inspection = try await inspect(for: applicant)
            let entries = inspection.fields.map(\.entry)
            #expect(entries.map(\.wanted) == ["Ada", "Iceland", nil, "Evening"])
            #expect(entries.map(\.source) == [.profile, .profile, nil, .answers])
            #expect(entries.map { $0.reason == nil } == [true, true, false, false])
            #expect(inspection.title.isEmpty)
        }

        @Test func `without an applicant nothing is said of answers`() async throws {
            let entries = try await inspect(for: nil).fields.map(\.entry)
            #expect(entries.allSatisfy { $0.wanted == nil && $0.reason == nil })
        }
    }
}
