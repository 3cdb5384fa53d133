import Foundation
import GhostHands
import Hands
import TestSupport
import Testing

extension HandsTests {
    /// Pages on which the obvious button is the wrong one, and pages that look like a proof and are none.
    @Suite struct Lookalikes {
        private static let fields = """
            <label>First name <input name=first required></label><label>Last name <input name=last></label>
            <label>E-mail <input name=mail required></label>
            """

        private func application(_ button: String = "<button>Submit application</button>") -> String {
            "<h1>Apply</h1><form method=post action=/apply>\(Self.fields)\(button)</form>"
        }

        /// What the page around an application may hold without drawing the submit to it.
        static let around = [
            "<nav><a href=/job2>Next job</a></nav>",
            "<a href=/jobs>Continue browsing jobs</a>",
            "<div><button type=button>Next</button></div>",
            """
            <form method=post action=/alerts><label>Name <input name=n></label><label>City <input name=c></label>
            <label>E-mail <input name=m></label><button>Submit</button></form>
            """,
            "<form method=post action=/news><label>E-mail <input name=m type=email></label><button>Submit</button></form>",
        ]

        @Test(arguments: around)
        func `what stands around the form is not pressed`(around: String) async throws {
            let trial = try await Trial.run(application() + around, keeper)
            #expect(trial.end == .done)
            #expect(trial.posts.map(\.path) == ["/apply"])
        }

        @Test func `another form's button is not pressed for one that stays disabled`() async throws {
            let trial = try await Trial.run(
                application("<button disabled>Submit application</button>") + Self.around[4],
                keeper
            )
            guard case .stuck = trial.end else {
                Issue.record("ended as \(trial.end)")
                return
            }
            #expect(trial.posts.isEmpty)
        }

        @Test func `a button that takes the application back is not its submit`() async throws {
            let buttons = """
                <button name=a value=submit>Submit application</button><button name=a value=withdraw>Withdraw</button>
                """
            let trial = try await Trial.run(application(buttons), keeper)
            #expect(trial.end == .done)
            #expect(try trial.posted()["a"] == ["submit"])
        }

        /// A wizard whose first page leads to a review page.
        private func wizard(submits: Bool, review: String) async throws -> Trial {
            let first = application("<button>Next</button>")
            return try await Trial.run(first, keeper, submits: submits) { request in
                request.path == "/final" ? .html(Trial.thanks) : .html(review)
            }
        }

        private static let review = """
            <h1>Review</h1><p>Please make sure your application is complete.</p>
            <form method=post action=/final><button>Submit application</button></form>
            """

        @Test func `a page to review is no proof and is sent`() async throws {
            let trial = try await wizard(submits: true, review: Self.review)
            #expect(trial.end == .done)
            #expect(trial.report.submitted)
            #expect(trial.posts.map(\.path) == ["/apply", "/final"])
        }

        @Test func `what was not to be sent is not reported as sent`() async throws {
            let trial = try await wizard(submits: false, review: Self.review)
            #expect(trial.end == .done)
            #expect(!trial.report.submitted)
            #expect(trial.posts.map(\.path) == ["/apply"])
        }

        @Test(arguments: [
            "<title>Just a moment...</title><div id=challenge-running>Checking your browser</div>",
            "<h1>Sorry, this job is no longer accepting applications</h1>",
            "<h1>Your session has ended</h1><p>Log in to continue</p>",
            "<p>Application received.</p><p>You already applied for this job. This application was discarded.</p>",
            "<p>We have received your e-mail address. Use the link we sent to go on.</p><p>Something failed.</p>",
        ])
        func `an answer that only looks like success proves nothing`(answer: String) async throws {
            let trial = try await Trial.run(application(), keeper) { _ in .html(answer) }
            #expect(trial.end == .unconfirmed)
            #expect(!trial.report.submitted)
            #expect(trial.posts.count == 1)
        }

        @Test(arguments: [
            "f.reset(); out.innerHTML = '<p role=alert>Great! Please check your inbox</p>';",
            "f.reset(); fetch('/missing', {method: 'POST', body: '1'});",
            "out.innerHTML = '<p role=alert class=error>Could not subscribe you to our newsletter</p>';",
        ])
        func `what a server took is not sent again, whatever the page says`(then: String) async throws {
            let page = """
                <form id=f>\(Self.fields)<button>Submit application</button></form><div id=out></div><script>
                f.onsubmit = async (event) => {
                  event.preventDefault();
                  await fetch("/apply", { method: "POST", body: new URLSearchParams(new FormData(f)) });
                  \(then)
                };</script>
                """
            let trial = try await Trial.run(page, keeper) { request in
                request.path == "/missing" ? .html("", status: 404) : .html("ok")
            }
            #expect(trial.posts.count { $0.path == "/apply" } == 1)
            #expect(trial.end == .unconfirmed)
        }

        @Test func `a failing beacon does not take a clear confirmation back`() async throws {
            let done = """
                <h1>Thank you for applying!</h1><p>Confirmation number AB-1234</p>
                <script>fetch('/beacon', {method: 'POST', body: '1'})</script>
                """
            let trial = try await Trial.run(application(), keeper) { request in
                request.path == "/beacon" ? .html("", status: 500) : .html(done)
            }
            #expect(trial.end == .done)
            #expect(trial.report.evidence?.confirmationNumber == "AB-1234")
        }

        @Test func `a continue that sends the form and goes nowhere is not pressed again`() async throws {
            let trial = try await Trial.run(application("<button>Save and continue</button>"), keeper) { _ in
                .html(application("<button>Save and continue</button>"))
            }
            #expect(trial.end == .unconfirmed)
            #expect(trial.posts.count == 1)
        }
    }
}
