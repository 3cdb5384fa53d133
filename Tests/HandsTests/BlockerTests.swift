import Chromium
import Foundation
import GhostHands
import Hands
import TestSupport
import Testing

extension HandsTests {
    @Suite struct Blocking {
        private func kind(_ trial: Trial) -> Blocker.Kind? {
            if case .blocked(let blocker) = trial.end { blocker.kind } else { nil }
        }

        @Test(
            arguments: [
                ("<title>Just a moment...</title><p>Checking your browser</p>", .botCheck),
                ("<form id=challenge-form><input type=hidden name=x></form>", .botCheck),
                (
                    "<form><label>E-mail <input name=u></label><label>Password <input type=password name=p></label><button>Sign in</button></form>",
                    .login
                ),
                (
                    "<h1>Acme careers</h1><p>You need to log in with your company account to apply.</p><a href='https://login.acme.example/authorize?client=1'>Log in with SSO</a>",
                    .login
                ),
                (
                    "<form><p>We sent you a code</p><label>Verification code <input name=c></label><button>Verify</button></form>",
                    .twoFactor
                ),
                (
                    "<form><p>Enter the code</p>\(String(repeating: "<input maxlength=1 inputmode=numeric>", count: 6))<button>Verify</button></form>",
                    .twoFactor
                ),
                (
                    "<form><p>Enter the code</p>\(String(repeating: "<input maxlength=1>", count: 6))<label><input type=checkbox> Remember me</label><button>Verify</button></form>",
                    .twoFactor
                ),
            ] as [(String, Blocker.Kind)]
        )
        func `what only a human can pass is known, and nothing is sent`(
            html: String,
            expected: Blocker.Kind
        ) async throws {
            let trial = try await Trial.run(html, keeper)
            #expect(kind(trial) == expected)
            #expect(trial.posts.isEmpty)
        }

        @Test func `a blocked answer of the server is told from a broken one`() async throws {
            let login = "<form><input name=u placeholder=User><input type=password name=p></form>"
            let asked = try await Trial.run("<a href=/form>Apply</a>", keeper) { _ in .html(login, status: 401) }
            #expect(kind(asked) == .login)
        }

        @Test func `an application that opens an account on the way is no log-in`() async throws {
            let trial = try await Trial.run(
                try fixture("application").replacing("MESSAGE", by: ""),
                keeper,
                submits: false
            )
            #expect(trial.end == .done)
        }

        @Test func `words and markup of a challenge alone block nothing`() async throws {
            let html = """
                <title>Security engineer</title><p>You fight captcha farms and bots. Access denied? Verification code?</p>
                <iframe src="/recaptcha/api2/anchor?size=invisible" width=300 height=80></iframe>
                <div class="g-recaptcha" hidden></div>
                <form method=post action=/apply><label>First name * <input name=first></label><button>Submit</button></form>
                """
            let trial = try await Trial.run(html, keeper)
            #expect(trial.end == .done)
        }

        /// A form behind a window that takes the whole page.
        private static func covered(by inner: String) -> String {
            """
            <form method=post action=/apply><label>First name * <input name=first required></label>
            <label>Last name * <input name=last required></label><label>Email * <input type=email name=email></label>
            <button>Submit application</button></form>
            <div id=over style="position:fixed;inset:0;background:#fff"><div role=dialog>\(inner)</div></div>
            """
        }

        @Test func `a log-in that covers the page and its form is in the way`() async throws {
            let login = """
                <h2>Sign in to continue</h2><form action=/login method=post><label>Email <input type=email name=u></label>
                <label>Password <input type=password name=p></label><button>Sign in</button></form>
                """
            let trial = try await Trial.run(Self.covered(by: login), keeper)
            #expect(kind(trial) == .login)
            #expect(trial.posts.isEmpty)
        }

        @Test(arguments: [
            "<h2>Sign in</h2><form><input type=email name=u><input type=password name=p><button>Sign in</button></form>"
                + "<button onclick='over.remove()'>Continue as guest</button>",
            "<button aria-label=Close onclick='over.remove()'>×</button><h2>Get job alerts</h2>"
                + "<form><input type=email name=news><button>Subscribe</button></form>",
        ])
        func `a window that may be closed is closed, and the form behind it filled`(inner: String) async throws {
            let trial = try await Trial.run(Self.covered(by: inner), keeper)
            #expect(trial.end == .done)
            #expect(trial.posts.count == 1)
        }

        @Test func `a page that asks for nothing is said to have no form`() async throws {
            #expect(try await Trial.run("<h1>We are hiring</h1><p>Call us.</p>", keeper).end == .noForm)
        }

        @Test func `a page that is not there is said to be unreachable`() async throws {
            let browser = try suiteBrowser()
            let end = try await Site.open({ _ in .html("gone", status: 404) }) { site in
                try await browser.withContext { context in
                    try await context.withPage { page in
                        let task = AttemptTask(url: PageAddress(site.origin + "/x"), applicant: keeper, submits: true)
                        return try await Attempt(task, supervisor: Watcher()).run(in: context, page: page).end
                    }
                }
            }
            #expect(end == .unreachable(reason: "the page answers with HTTP status 404", status: 404))
        }

        @Test func `a page that does not answer in time is unreachable too`() async throws {
            var limits = Trial.limits
            limits.navigation = .milliseconds(500)
            let browser = try suiteBrowser()
            let end = try await Site.open({ _ in .html("late", after: .seconds(20)) }) { [limits] site in
                try await browser.withContext { context in
                    try await context.withPage { page in
                        let task = AttemptTask(url: PageAddress(site.origin), applicant: keeper, submits: true)
                        return try await Attempt(task, supervisor: Watcher(), limits: limits)
                            .run(in: context, page: page).end
                    }
                }
            }
            #expect(end == .unreachable(reason: "the page does not load in time", status: nil))
        }

        @Test func `a private address is refused before anything is asked of it`() async throws {
            let browser = try suiteBrowser()
            let (end, asked) = try await Site.open({ _ in .html("secret") }) { site in
                try await browser.withContext(.guarded(by: AddressRule(.publicOnly), lookup: { _ in [] })) { context in
                    try await context.withPage { page in
                        let task = AttemptTask(url: PageAddress(site.origin), applicant: keeper, submits: true)
                        let result = try await Attempt(task, supervisor: Watcher()).run(in: context, page: page)
                        return (result.end, site.requests.count)
                    }
                }
            }
            guard case .refused = end else { throw TrialError(end: end) }
            #expect(asked == 0)
        }
    }
}

struct TrialError: Error { let end: AttemptEnd }
