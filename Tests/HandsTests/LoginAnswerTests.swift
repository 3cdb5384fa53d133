import Chromium
import GhostHands
import NIOConcurrencyHelpers
import TestSupport
import Testing

@testable import Hands

extension HandsTests {
    /// What sites answer a log-in with, and what they say before one.
    @Suite struct LoginAnswers {
        private static let canary = "Canary-pass-7731"

        private static func vault(_ password: String = canary, _ answers: [Resolution] = []) -> Watcher.Vault {
            var vault = Watcher.Vault()
            vault.credentials = [
                Credential(domain: "127.0.0.1", username: "ann@example.com", password: password)
            ]
            vault.answers = answers
            return vault
        }

        private static let form = """
            <title>Apply</title><h1>Apply</h1><form method=post action=/apply><label>First name <input name=first></label>
            <label>Last name <input name=last></label><label>E-mail <input name=email type=email></label>
            <button>Submit application</button></form>
            """

        private static func login(_ said: String = "", _ more: String = "") -> String {
            """
            <title>Sign in</title><h1>Sign in</h1><p role=alert>\(said)</p><form method=post action=/login>
            <label>E-mail <input name=user type=email></label><label>Password <input name=pass type=password></label>
            \(more)<button>Sign in</button></form>
            """
        }

        private static let box = """
            <div class=g-recaptcha data-sitekey=x style='width:304px;height:78px;border:1px solid'>
            <iframe title=reCAPTCHA src='/recaptcha/api2/anchor' width=304 height=78></iframe></div>
            """

        private func passwords(_ trial: Trial) -> Int { trial.requests.count { $0.body.contains("pass=") } }

        // MARK: Challenges

        @Test(arguments: [box, ""])
        func `a challenge after the press has refused nothing`(box: String) async throws {
            let watcher = Watcher(vault: Self.vault())
            let trial = try await Trial.run(Self.login(), keeper, watcher: watcher) { _ in
                .html(Self.login("Please complete the CAPTCHA to sign in.", box))
            }
            #expect(passwords(trial) == 1)
            #expect(watcher.verdicts == [.undecided])
            #expect(watcher.asked.map(\.kind) == [.captcha])
        }

        @Test func `with a challenge in the form nothing is typed before somebody has solved it`() async throws {
            let watcher = Watcher(vault: Self.vault(Self.canary, [.manual]))
            let trial = try await Trial.run(Self.login("", Self.box), keeper, watcher: watcher)
            #expect(passwords(trial) == 0)
            #expect(watcher.verdicts.isEmpty)
            #expect(watcher.asked.first?.kind == .captcha)
        }

        @Test func `a wrong password is wrong beside a challenge too`() async throws {
            let watcher = Watcher(vault: Self.vault())
            let trial = try await Trial.run(Self.login(), keeper, watcher: watcher) { _ in
                .html(Self.login("Wrong password.", Self.box))
            }
            #expect(passwords(trial) == 1)
            #expect(watcher.verdicts == [.refused])
            #expect(watcher.asked.map(\.kind) == [.login])
        }

        // MARK: Late answers

        @Test func `a refusal that comes after a page in between is one`() async throws {
            let watcher = Watcher(vault: Self.vault())
            let trial = try await Trial.run(Self.login(), keeper, watcher: watcher) { request in
                let wait = "<title>Wait</title><p>Signing you in…</p>"
                let on = "<script>setTimeout(() => location = '/again', 2500)</script>"
                return request.method == "POST" ? .html(wait + on) : .html(Self.login())
            }
            #expect(passwords(trial) == 1)
            #expect(watcher.verdicts == [.refused])
        }

        @Test func `a page in between that never ends lets nobody in, and the password is not sent again`() async throws
        {
            let watcher = Watcher(vault: Self.vault())
            let trial = try await Trial.run(Self.login(), keeper, watcher: watcher) { request in
                request.method == "POST"
                    ? .html("<title>Wait</title><p>Signing you in…</p>") : .html(Self.login())
            }
            #expect(passwords(trial) == 1)
            #expect(watcher.verdicts.isEmpty)
        }

        @Test func `a form that sends itself is sent once`() async throws {
            let watcher = Watcher(vault: Self.vault())
            let script = """
                <script>document.querySelector('[type=password]').addEventListener('input', (event) => {
                  if (event.target.value.length == 16) document.forms[0].submit(); });</script>
                """
            let trial = try await Trial.run(Self.login("", script), keeper, watcher: watcher) { _ in
                .html(Self.login("Incorrect password", script))
            }
            #expect(passwords(trial) == 1)
            #expect(watcher.verdicts == [.refused])
        }

        @Test func `what a site has left is kept as soon as a person's password was answered`() async throws {
            let answer = Resolution.credentials(username: "ann@example.com", password: Self.canary)
            var vault = Watcher.Vault()
            vault.answers = [answer]
            let watcher = Watcher(vault: vault)
            let wasKept = NIOLockedValueBox(false)
            let trial = try await Trial.run(Self.login(), keeper, watcher: watcher) { request in
                if request.path == "/apply" { wasKept.withLockedValue { $0 = watcher.isKept } }
                return .html(request.path == "/login" ? Self.form : Trial.thanks)
            }
            #expect(trial.end == .done)
            #expect(wasKept.withLockedValue { $0 })
        }

        @Test func `a link that logs in is told of, and asked for once`() async throws {
            let name = """
                <title>Sign in</title><h1>Sign in</h1><form method=post action=/name><label>E-mail <input name=user
                type=email autocomplete=username></label><button>Next</button></form>
                """
            let watcher = Watcher(vault: Self.vault())
            let trial = try await Trial.run(name, keeper, watcher: watcher) { _ in
                .html("<title>Inbox</title><h1>Check your inbox</h1><p>We sent a sign-in link to your email.</p>")
            }
            #expect(trial.posts.map(\.path) == ["/name"])
            #expect(watcher.asked.map(\.kind) == [.twoFactor])
            #expect(watcher.asked.first?.message.contains("link") ?? false)
        }

        @Test func `an employer's own log-in is left to a human, with the reason`() async throws {
            let page = "<title>Sign in</title><h1>Sign in</h1><button>Use single sign-on</button>"
            let watcher = Watcher(vault: Self.vault())
            _ = try await Trial.run(page, keeper, watcher: watcher)
            #expect(watcher.asked.first?.message.contains("account of another site") ?? false)
            #expect(!watcher.transcript.contains("single sign-on"))
        }

        // MARK: Warnings

        @Test(arguments: ["Your account is locked. Try again in 30 minutes.", "1 attempt left"])
        func `where the page warns nothing is typed, and a human is told why`(said: String) async throws {
            let watcher = Watcher(vault: Self.vault())
            let trial = try await Trial.run(Self.login(said), keeper, watcher: watcher)
            #expect(passwords(trial) == 0)
            #expect(watcher.verdicts.isEmpty)
            #expect(watcher.asked.first?.message.contains(said) ?? false)
        }

        @Test func `whoever gives a password is warned of another site and of a page that is not encrypted`() throws {
            let job: PageAddress = "https://acme.com/jobs/1"
            let stranger = LoginPlace.warning(ofSending: ["https://acme.com/", "https://evil.example/login"], for: job)
            #expect(stranger?.contains("evil.example") ?? false)
            let open = LoginPlace.warning(ofSending: ["http://login.acme.com/"], for: job)
            #expect(open?.contains("login.acme.com unencrypted") ?? false)
            #expect(LoginPlace.warning(ofSending: ["https://login.acme.com/"], for: job) == nil)
        }

        @Test func `the request for a log-in at another site says so`() async throws {
            let watcher = Watcher()
            _ = try await Trial.run(
                "<script>location = location.origin.replace('127.0.0.1', 'localhost') + '/login'</script>",
                keeper,
                watcher: watcher
            ) { _ in .html(Self.login()) }
            #expect(watcher.asked.first?.message.contains("localhost, which is another site") ?? false)
        }

        // MARK: Afterwards

        /// A site that shows a page of its own after a log-in, and the form at the job's address.
        private static func portal(_ home: String) -> @Sendable (Site.Request) -> Site.Answer {
            { request in
                switch request.path {
                case "/login":
                    .html("<script>document.cookie = 'in=1;path=/'; location = '/home'</script>")
                case "/home": .html(home)
                case "/job" where request.headers["cookie"]?.contains("in=1") ?? false: .html(form)
                case "/job": .html(login())
                default: .html(Trial.thanks)
                }
            }
        }

        @Test(arguments: [
            "<title>Home</title><h1>Welcome back</h1><p>No applications yet.</p>",
            """
            <title>Home</title><h1>Welcome back</h1><form action=/search><label>Search jobs <input name=q></label>
            <button>Search</button></form><form method=post action=/news><label>Email <input name=e type=email></label>
            <button>Subscribe</button></form>
            """,
            """
            <title>Profile</title><h1>Your profile</h1><form method=post action=/save><label>First name
            <input name=first></label><label>Last name <input name=last></label><label>Phone <input name=tel></label>
            <button>Save changes</button></form>
            """,
            """
            <title>Home</title><h1>Recommended</h1><h2>Plumber</h2><p>In Austin.</p><a role=button href=/other>Apply
            now</a>
            """,
        ])
        func `the job's own address is opened again after a log-in that led elsewhere`(home: String) async throws {
            let watcher = Watcher(vault: Self.vault())
            let trial = try await Trial.run(
                "<script>location.replace('/job')</script>",
                keeper,
                watcher: watcher,
                answering: Self.portal(home)
            )
            #expect(trial.posts.map(\.path) == ["/login", "/apply"], "\(trial.end)")
            #expect(watcher.verdicts == [.accepted])
        }
    }
}
