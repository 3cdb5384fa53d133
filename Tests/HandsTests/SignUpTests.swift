import Chromium
import Foundation
import GhostHands
import NIOConcurrencyHelpers
import TestSupport
import Testing

@testable import Hands

extension HandsTests {
    @Suite struct SigningUp {
        private static let applicant = Applicant(
            profile: ["first_name": "Ada", "last_name": "Byron", "email": "ada@example.com"]
        )

        private static let form = """
            <title>Apply</title><h1>My Information</h1><form method=post action=/apply><label>First name
            <input name=first required></label><label>Last name <input name=last required></label>
            <label>E-mail <input name=email type=email required></label><button>Submit application</button></form>
            """

        private static func login(_ said: String = "") -> String {
            """
            <title>Sign In</title><h1>Sign In</h1><p role=alert>\(said)</p><form method=post action=/login>
            <label>Email Address <input name=user></label><label>Password <input name=pass type=password></label>
            <button>Sign In</button></form><a href=/signup role=button>Create Account</a>
            """
        }

        /// The shapes in which the large platforms ask for an account.
        private static let shapes = [
            """
            <p>Password Requirements:</p><ul><li>A special character (!@#$%)</li><li>A numeric character</li>
            <li>10 to 16 characters</li><li>An uppercase character</li></ul>
            <form method=post action=/create><label>Email Address <input name=user required></label>
            <label>Password <input name=pass type=password required></label>
            <label>Verify New Password <input name=pass2 type=password required></label>
            <label><input type=checkbox name=terms required> I agree to the terms and conditions</label>
            <label><input type=checkbox name=news> Send me job offers</label>
            <button>Create Account</button></form>
            """,
            """
            <p>The password must be between 10 and 16 characters, with at least one of the special characters ! @ # $ %</p>
            <form method=post action=/create><table><tr><td><label for=u>User Name *</label><td><input id=u name=user required>
            <tr><td><label for=p>Password *</label><td><input id=p type=password name=pass required>
            <tr><td><label for=q>Re-enter Password *</label><td><input id=q type=password name=pass2 required>
            <tr><td><label for=e>Email Address *</label><td><input id=e name=mail required>
            <tr><td><label for=f>Re-enter Email Address *</label><td><input id=f name=mail2 required></table>
            <input type=hidden name=terms value=1><input type=submit value=Register></form>
            """,
            """
            <form method=post action=/create><label>E-Mail-Adresse* <input name=user type=email required></label>
            <label>E-Mail-Adresse wiederholen* <input name=mail2 type=email required></label>
            <label>Kennwort* <input name=pass type=password required autocomplete=new-password></label>
            <p>Das Kennwort muss 10 bis 16 Zeichen haben, davon ein Sonderzeichen (!@#$%).</p>
            <label>Kennwort wiederholen* <input name=pass2 type=password required></label>
            <label>Vorname* <input name=first required></label><label>Nachname* <input name=last required></label>
            <input type=hidden name=terms value=1>
            <label><input type=checkbox name=news> Newsletter</label><button type=submit>Konto erstellen</button></form>
            """,
        ]

        private static func signup(_ shape: String, _ said: String = "") -> String {
            """
            <title>Create Account</title><h1>Create Account</h1><p role=alert>\(said)</p>
            \(shape)<a href=/ role=button>Sign In</a>
            """
        }

        /// A site whose form stands behind an account, in the shape of the large platforms.
        final class Portal: Sendable {
            private let accounts = NIOLockedValueBox<[String: String]>([:])
            private let made = NIOLockedValueBox(0)
            private let sent = NIOLockedValueBox(0)
            private let proof: String?
            private let shape: String
            private let takesNone: Bool

            /// - Parameters:
            ///   - proof: the code that is sent to a new address; nil where none is.
            ///   - known: the accounts that there are.
            ///   - shape: which form.
            ///   - takesNone: whether no password is good enough.
            init(proof: String? = nil, known: [String: String] = [:], shape: Int = 0, takesNone: Bool = false) {
                self.proof = proof
                self.takesNone = takesNone
                self.shape = SigningUp.shapes[shape]
                accounts.withLockedValue { $0 = known }
            }

            var count: Int { made.withLockedValue { $0 } }
            var applications: Int { sent.withLockedValue { $0 } }
            var passwords: [String] { accounts.withLockedValue { Array($0.values) } }

            func answer(_ request: Site.Request) -> Site.Answer {
                let fields = Trial.fields(request.body).compactMapValues(\.first)
                let isIn = request.headers["cookie"]?.contains("in=1") ?? false
                switch request.path {
                case "/": return isIn ? .redirect(to: "/form") : .html(login())
                case "/signup": return .html(signup(shape))
                case "/create": return create(fields)
                case "/login":
                    let known = accounts.withLockedValue { $0[fields["user"] ?? ""] }
                    return known != nil && known == fields["pass"] ? enter : .html(login("Wrong email or password."))
                case "/code": return fields["otp"] == proof ? enter : .html(Self.code)
                case "/form": return isIn ? .html(form) : .redirect(to: "/")
                default:
                    sent.withLockedValue { $0 += 1 }
                    return .html(Trial.thanks)
                }
            }

            private func create(_ fields: [String: String]) -> Site.Answer {
                let (user, pass) = (fields["user"] ?? "", fields["pass"] ?? "")
                let isGood =
                    10...16 ~= pass.count && pass.contains(where: "!@#$%".contains)
                    && pass.contains(where: \.isNumber) && pass.contains(where: \.isUppercase)
                guard isGood, !takesNone, pass == fields["pass2"], fields["terms"] != nil, fields["news"] == nil else {
                    return .html(signup(shape, "The password does not meet the requirements."))
                }
                guard accounts.withLockedValue({ $0[user] }) == nil else {
                    return .html(signup(shape, "An account with this email address already exists."))
                }
                accounts.withLockedValue { $0[user] = pass }
                made.withLockedValue { $0 += 1 }
                return proof == nil ? enter : .html(Self.code)
            }

            private var enter: Site.Answer {
                .html("<script>document.cookie = 'in=1;path=/'; location = '/form'</script>")
            }

            private static let code = """
                <title>Verify</title><h1>Verify your account</h1><p>We have sent a code to your e-mail address.</p>
                <form method=post action=/code><label>Verification code <input name=otp autocomplete=one-time-code></label>
                <button>Verify</button></form>
                """
        }

        /// What outlives attempts: the vault of a user.
        final class Vault: QuietSupervisor {
            let kept = NIOLockedValueBox<Credential?>(nil)
            let verdicts = NIOLockedValueBox<[CredentialVerdict]>([])
            let asked = NIOLockedValueBox<[Interaction]>([])
            let code: String?

            init(code: String? = nil) { self.code = code }

            func help(
                _ wanted: Interaction,
                with page: Page,
                in context: BrowserContext,
                watching watch: SubmitWatch
            ) async throws -> Help {
                asked.withLockedValue { $0.append(wanted) }
                return code.map { .given(.code($0)) } ?? .unavailable
            }
            func credential(for host: HostName) async -> Credential? {
                let isUseless = verdicts.withLockedValue { $0.last.map { [.refused, .taken].contains($0) } ?? false }
                return isUseless ? nil : kept.withLockedValue { $0 }
            }
            func judged(_ credential: Credential, as verdict: CredentialVerdict) async {
                verdicts.withLockedValue { $0.append(verdict) }
            }
            func keep(_ made: Credential) async -> Credential? {
                guard !verdicts.withLockedValue({ !Set([.accepted, .opened, .taken]).isDisjoint(with: $0) }) else {
                    return nil
                }
                return kept.withLockedValue { kept in
                    kept = kept ?? made
                    return kept
                }
            }
        }

        /// One attempt in a context of its own, cut off when its site gets a request of some number.
        private func attempt(
            _ portal: Portal,
            _ vault: Vault,
            mayOpen: Bool = true,
            dyingAt last: Int = .max
        ) async throws -> AttemptEnd? {
            let browser = try suiteBrowser()
            let count = NIOLockedValueBox(0)
            let answer: @Sendable (Site.Request) -> Site.Answer = { request in
                let number = count.withLockedValue { count in
                    count += 1
                    return count
                }
                // What was sent may have been taken although nobody hears of it.
                let answer = number <= last ? portal.answer(request) : .html("")
                return number < last ? answer : .html("", after: .seconds(20))
            }
            return try await Site.open(answer) { site in
                try await browser.withContext(ContextOptions()) { context in
                    try await context.withPage { page in
                        var task = AttemptTask(
                            url: PageAddress(site.origin + "/"),
                            applicant: Self.applicant,
                            submits: true
                        )
                        task.may.openAccount = mayOpen
                        let attempt = Attempt(task, supervisor: vault, limits: Trial.limits)
                        return try await withThrowingTaskGroup(of: AttemptEnd?.self) { group in
                            group.addTask { try await attempt.run(in: context, page: page).end }
                            group.addTask {
                                try? await eventually("it is cut off", within: .seconds(120)) {
                                    count.withLockedValue { $0 >= last }
                                }
                                return nil
                            }
                            let end = try await group.next() ?? nil
                            group.cancelAll()
                            return end
                        }
                    }
                }
            }
        }

        @Test func `an account is opened by the page's rules, and the form is sent`() async throws {
            let (portal, vault) = (Portal(), Vault())
            #expect(try await attempt(portal, vault) == .done)
            #expect(portal.count == 1)
            #expect(portal.applications == 1)
            let stored = vault.kept.withLockedValue { $0 }
            let kept = try #require(stored)
            #expect(portal.passwords == [kept.password])
            #expect(kept.username == "ada@example.com")
            #expect(vault.verdicts.withLockedValue { $0 } == [.accepted])
            #expect(vault.asked.withLockedValue { $0 }.isEmpty)
            #expect(try await attempt(portal, vault) == .done, "the next job logs in")
            #expect(portal.count == 1)
        }

        @Test(arguments: 0..<3) func `every shape of a sign-up is filled`(shape: Int) async throws {
            let (portal, vault) = (Portal(shape: shape), Vault())
            let end = try await attempt(portal, vault)
            #expect(end == .done, "\(vault.asked.withLockedValue { $0.map(\.message) })")
            #expect(portal.count == 1)
        }

        @Test func `where nobody allows it no account is opened`() async throws {
            let (portal, vault) = (Portal(), Vault())
            _ = try await attempt(portal, vault, mayOpen: false)
            #expect(portal.count == 0)
            #expect(vault.kept.withLockedValue { $0 } == nil)
            #expect(vault.asked.withLockedValue { $0 }.map(\.kind) == [.login])
        }

        @Test func `a new address is proven by a code that a human gives`() async throws {
            let (portal, vault) = (Portal(proof: "424242"), Vault(code: "424242"))
            #expect(try await attempt(portal, vault) == .done)
            #expect(vault.asked.withLockedValue { $0 }.map(\.kind) == [.twoFactor])
            #expect(portal.applications == 1)
            #expect(vault.verdicts.withLockedValue { $0 } == [.opened, .accepted])
        }

        @Test func `a sign-up that the site refuses leaves nothing behind`() async throws {
            let (portal, vault) = (Portal(takesNone: true), Vault())
            _ = try await attempt(portal, vault)
            #expect(portal.count == 0)
            #expect(vault.verdicts.withLockedValue { $0 } == [.unopened])
            #expect(vault.asked.withLockedValue { $0 }.first?.message.contains("does not meet") ?? false)
        }

        @Test func `an address that has an account already gets no other, and no made password is tried`() async throws
        {
            let (portal, vault) = (Portal(known: ["ada@example.com": "hers-alone"]), Vault())
            _ = try await attempt(portal, vault)
            #expect(portal.count == 0)
            #expect(portal.applications == 0)
            #expect(vault.asked.withLockedValue { $0 }.first?.message.contains("already") ?? false)
            #expect(vault.verdicts.withLockedValue { $0 } == [.taken])
        }

        @Test func `an account is opened once though the worker dies at every step`() async throws {
            for last in 1...12 {
                let (portal, vault) = (Portal(), Vault())
                let first = try await attempt(portal, vault, dyingAt: last)
                // What was sent is not sent again (R8).
                if first == .done || portal.applications > 0 { break }
                #expect(try await attempt(portal, vault) == .done, "after a death at request \(last)")
                #expect(portal.count == 1, "after a death at request \(last)")
                #expect(portal.applications == 1)
                #expect(portal.passwords == [vault.kept.withLockedValue { $0?.password ?? "" }])
            }
        }
    }
}
