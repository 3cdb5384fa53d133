import Foundation
import GhostHands
import Hands
import TestSupport
import Testing

extension HandsTests {
    /// Whatever may send the application passes the gate, by whatever name it is called (R8).
    @Suite struct Gates {
        private static let applicant = Applicant(
            profile: ["first_name": "Ada", "email": "ada@example.org", "location": ["city": "Oslo"]]
        )

        private func form(_ button: String, _ more: String = "") -> String {
            """
            <h1>Apply</h1>\(more)<form method=post action=/apply><label>First name * <input name=first required></label>
            <label>E-mail * <input name=mail required></label><button>\(button)</button></form>
            """
        }

        @Test(arguments: ["Continue", "Save and continue", "Proceed", "Submit", "Apply"])
        func `a form that is not to be sent is not, whatever its button is called`(button: String) async throws {
            let trial = try await Trial.run(form(button), Self.applicant, submits: false)
            #expect(trial.end == .done)
            #expect(trial.posts.isEmpty)
            #expect(trial.report.filledCount == 2)
        }

        @Test func `what a page chose itself for the applicant is not sent as their word`() async throws {
            let chosen = """
                <h1>Apply</h1><form method=post action=/apply><label>First name * <input name=first required></label>
                <fieldset><legend>Do you hold a CAMS certificate? *</legend>
                <label><input type=radio name=cams value=1 required> Yes</label>
                <label><input type=radio name=cams value=0 checked> No</label></fieldset><button>Send</button></form>
                """
            let left = try await Trial.run(chosen, Self.applicant)
            #expect(left.posts.isEmpty)
            #expect(left.report.missing.map(\.field.label) == ["Do you hold a CAMS certificate?"])
            var answered = Self.applicant
            answered.answers["Do you hold a CAMS certificate?"] = "No"
            #expect(try await Trial.run(chosen, answered).posts.count == 1)
        }

        @Test func `a next page is still reached when the form is not to be sent`() async throws {
            let second =
                "<h1>Apply</h1><form method=post action=/send><label>City * <input name=city></label>"
                + "<label>Why us? <input name=why></label><button>Submit</button></form>"
            let trial = try await Trial.run(form("Next"), Self.applicant, submits: false) { _ in .html(second) }
            #expect(trial.end == .done)
            #expect(trial.posts.map(\.path) == ["/apply"])
            #expect(trial.report.pages.count == 2)
        }

        @Test func `a next that sends the whole form is written down before it is pressed`() async throws {
            let watcher = Watcher(mayPress: false)
            let trial = try await Trial.run(form("Continue"), Self.applicant, watcher: watcher)
            #expect(trial.end == .leaseLost)
            #expect(trial.posts.isEmpty)
        }

        @Test func `a next that leads on is no submit`() async throws {
            let second =
                "<h1>Apply</h1><form method=post action=/send><label>City * <input name=city></label>"
                + "<label>Why us? <input name=why></label><button>Submit</button></form>"
            let trial = try await Trial.run(form("Next"), Self.applicant) { request in
                .html(request.path == "/apply" ? second : Trial.thanks)
            }
            #expect(trial.end == .done)
            #expect(trial.posts.map(\.path) == ["/apply", "/send"])
            #expect(trial.watcher.count(.submitIntended) == 1)
        }
    }
}
