import Foundation
import GhostHands
import TestSupport
import Testing

@testable import Hands

extension HandsTests {
    /// Steps of forms that fold each other away, or that the server sends again.
    @Suite struct StepShapes {
        /// Sections of which one is open at a time, each saved by itself.
        private static let accordion = """
            <form action=/submit method=post novalidate>
            <h2><button type=button aria-expanded=true aria-controls=p0>1. You</button></h2><div id=p0>
            <label>First name * <input name=a required></label><button type=button id=b0>Save and continue</button></div>
            <h2><button type=button aria-expanded=false aria-controls=p1 disabled>2. Home</button></h2><div id=p1 hidden>
            <label>City * <input name=b required></label><button type=button id=b1>Save and continue</button></div>
            <h2><button type=button aria-expanded=false aria-controls=p2 disabled>3. End</button></h2><div id=p2 hidden>
            <label>Email * <input name=c required></label><button>Submit application</button></div></form>
            <script>{ const heads = document.querySelectorAll("[aria-controls]"), parts = [p0, p1, p2];
              const open = (place) => { parts.forEach((part, at) => { part.hidden = at !== place;
                heads[at].setAttribute("aria-expanded", at === place); }); heads[place].disabled = false; };
              heads.forEach((head, at) => head.onclick = () => open(at));
              [b0, b1].forEach((button, at) => button.onclick = () => setTimeout(() => open(at + 1), 50)); }</script>
            """

        @Test func `a section that was filled is not opened again`() async throws {
            let profile: Profile = ["first_name": "Ann", "email": "ann@example.com", "location": ["city": "Leeds"]]
            let trial = try await Trial.run(Self.accordion, Applicant(profile: profile))
            #expect(trial.end == .done)
            #expect(try trial.posted() == ["a": ["Ann"], "b": ["Leeds"], "c": ["ann@example.com"]])
            #expect(!trial.watcher.transcript.contains("1. You"))
        }

        /// A box that no mark says must be ticked, until the server's summary of errors links to it.
        @Test func `what a summary of errors links to is answered`() async throws {
            let page = { @Sendable (summary: String) in
                """
                <main>\(summary)<form action=/submit method=post novalidate>
                <label for=e>Email address</label><input id=e name=e value="ann@example.com"><h2>Declaration</h2>
                <input id=d name=d type=checkbox value=yes><label for=d>I confirm that the information I have given is
                true and complete</label><button>Submit application</button></form></main>
                """
            }
            let summary = """
                <div role=alert><h2>There is a problem</h2><ul><li><a href="#d">Confirm your declaration</a></ul></div>
                """
            let trial = try await Trial.run(page(""), Applicant(profile: ["email": "ann@example.com"])) { request in
                request.body.contains("d=yes") ? .html(Trial.thanks) : .html(page(summary))
            }
            #expect(trial.end == .done)
            #expect(trial.posts.count == 2)
        }

        /// A step that comes back empty, with what is wrong with it.
        @Test func `a step that the server sends again was not taken`() async throws {
            let step = """
                <p class=train>Step 1 of 2</p><form action=/step method=post><div><label for=a>First name</label>
                <input id=a name=a></div><div><label for=b>Desk code</label><input id=b name=b></div>
                <input type=submit value="Save and Continue"></form>
                """
            let refusal = "<div role=alert class=error>Some mandatory fields are empty: Desk code</div>"
            let trial = try await Trial.run(step, Applicant(profile: ["first_name": "Ann"])) { _ in
                .html(refusal + step)
            }
            #expect(trial.end != .unconfirmed)
            #expect(trial.end != .done)
        }

        @Test func `a star beside a label says that its box must be answered`() async throws {
            let html = """
                <form><div><span class=required>*</span><label for=a>First name</label><br><input id=a></div>
                <div><label for=b>Nickname</label><input id=b></div><label for=c>Room</label> <b>*</b><input id=c>
                <p>Floor <input id=d> <b>*</b> <label for=e>Wing</label><input id=e></form>
                """
            try await withTestPage(html) { page, _ in
                let fields = try await PageReader().read(page).fields.map(\.field)
                let required = fields.filter { $0.isRequired && ["a", "b", "c", "e"].contains($0.id) }.map(\.id)
                #expect(required == ["a", "c"])
            }
        }

        @Test func `a button that adds nothing is not waited for`() async throws {
            let html = """
                <form action=/submit method=post><label>First name <input name=n required></label>
                <h3>Education</h3><button type=button>Add Education</button><button>Submit application</button></form>
                """
            let profile: Profile = [
                "first_name": "Ann", "education": [["institution": "University of Leeds", "degree": "BSc"]],
            ]
            let begun = ContinuousClock.now
            let trial = try await Trial.run(html, Applicant(profile: profile))
            #expect(trial.end == .done)
            #expect(ContinuousClock.now - begun < Trial.limits.control)
        }
    }
}
