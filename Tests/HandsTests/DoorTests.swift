import Chromium
import Foundation
import GhostHands
import Hands
import TestSupport
import Testing

extension HandsTests {
    /// Pages with passwords and codes: which of them are walls, and which are somebody's account, a form, or a page with a
    /// box to log in on it.
    @Suite struct Doors {
        /// A page and what stands in the way of it.
        struct Door: Sendable, CustomTestStringConvertible {
            let what: String
            let kind: Blocker.Kind?
            let html: String
            var testDescription: String { what }

            init(_ what: String, _ kind: Blocker.Kind?, _ html: String) {
                (self.what, self.kind, self.html) = (what, kind, html)
            }
        }

        static let prose = String(
            repeating: "<p>We build bridges, and look after those that others have built before us.</p>",
            count: 45
        )

        static let known = [
            Door(
                "a log-in with a name and a password",
                .login,
                "<h1>Sign in</h1><form><label>E-mail <input name=e type=email></label><label>Password <input type=password name=p></label><button>Sign in</button></form>"
            ),
            Door(
                "a log-in with three boxes and a list of realms",
                .login,
                "<form><label>Branch <input name=b></label><label>Account <input name=a></label><label>PIN <input type=password name=pin></label><label>Realm <select name=r><option>Staff</option><option>Guests</option></select></label><button>Log in</button></form>"
            ),
            Door(
                "a log-in in another language without labels",
                .login,
                "<form><input name=u placeholder='Nom d’utilisateur'><input type=password name=p placeholder='Mot de passe'><a href=#>Mot de passe oublié ?</a><button>Se connecter</button></form>"
            ),
            Door(
                "the second step of a log-in",
                .login,
                "<h1>Enter your password</h1><form><input type=email name=e value='a@example.com' disabled><label>Password <input type=password name=p></label><button>Continue</button></form>"
            ),
            Door(
                "a log-in that shows its password as text too",
                .login,
                "<form><label>User <input name=u></label><label>Password <input type=password name=p></label><input type=password aria-label=Password><button>Enter</button><a href=#>Forgot password?</a></form>"
            ),
            Door(
                "a sign-up of two boxes",
                nil,
                "<h1>Create your account</h1><form><label>E-mail <input name=e type=email></label><label>Password <input type=password name=p autocomplete=new-password></label><button>Create account</button></form>"
            ),
            Door(
                "a sign-up with a date of birth",
                nil,
                "<form><label>E-mail <input name=e type=email></label><label>Password <input type=password name=p></label><label>Date of birth <input type=date name=d></label><button>Join now</button></form>"
            ),
            Door(
                "a change of password",
                nil,
                "<h1>Change password</h1><form><label>Current password <input type=password name=a></label><label>New password <input type=password name=b></label><label>Confirm new password <input type=password name=c></label><button>Save</button></form>"
            ),
            Door(
                "a newsletter below a log-in box in the page's head",
                nil,
                "<header><form><input name=u placeholder=User><input type=password name=p placeholder=Password><button>Log in</button></form></header><h1>Letters from the workshop</h1>\(prose)<form action=/n><label>E-mail <input type=email name=e></label><button>Subscribe</button></form>"
            ),
            Door(
                "a long page with a log-in box at its side",
                nil,
                "<table><tr><td><h1>Bridges of the north</h1>\(prose)</td><td><form><input name=u placeholder=User><input type=password name=p placeholder=Password><button>Log in</button></form></td></tr></table>"
            ),
            Door(
                "a checkout with a box to log in",
                nil,
                "<header><form><input name=u placeholder=User><input type=password name=p placeholder=Password><button>Log in</button></form></header><h1>Checkout</h1><form action=/c><label>First name <input name=f></label><label>Last name <input name=l></label><label>Street <input name=s></label><label>City <input name=c></label><button>Continue</button></form>"
            ),
            Door(
                "a telephone to which a code will be sent",
                nil,
                "<h1>Join</h1><form><label>First name <input name=f></label><label>Last name <input name=l></label><label>City <input name=c></label><label>Mobile (a one-time password will be sent to it) <input name=m type=tel maxlength=8 required></label><button>Next</button></form>"
            ),
            Door(
                "six boxes without a length for a code that was received",
                .twoFactor,
                "<h1>Verify your address</h1><p>Please enter the six digit code you received by e-mail.</p><form><label>E-mail <input type=email name=e value='a@example.com'></label>\((0..<6).map { "<input type=tel id=otp-\($0) aria-label='otp input \($0)'>" }.joined())<button>Verify</button></form>"
            ),
            Door(
                "a log-in with boxes for a code already there",
                .login,
                "<form><label>User <input name=u></label><label>Password <input type=password name=p></label><p>Two-factor authentication</p>\((1...6).map { "<input type=number name=_tfa\($0)>" }.joined())<button>Login</button></form>"
            ),
            Door(
                "a form with windows for codes of later",
                nil,
                "<form><label>First name <input name=f></label><label>Last name <input name=l></label><label>City <input name=c></label><label>Street <input name=s></label><label>Enter OTP <input name=otp required maxlength=6></label><label>Enter OTP <input name=otp required maxlength=6></label><button>Continue</button></form>"
            ),
        ]

        static let checks = [
            Door(
                "a way back to a lost password",
                nil,
                "<h1>Forgot your password?</h1><form><label>Username <input name=u></label><button>Send the link</button></form>"
            ),
            Door(
                "a log-in to apply, under the description of a job",
                .login,
                "<h1>Engineer of bridges</h1>\(prose)<h2>Log in to apply</h2><form><label>E-mail <input type=email name=e></label><label>Password <input type=password name=p></label><button>Log in</button></form>"
            ),
            Door(
                "a check of the site's own, with a slider",
                .botCheck,
                "<h1>Prove you are human</h1><p>Slide the bar to the right end.</p><input type=range min=0 max=9><button>Verify</button>"
            ),
            Door(
                "a form that has such words in its text",
                nil,
                "<h1>Apply</h1><p>We may ask you to prove you are human.</p><form><label>First name <input name=f></label><button>Submit application</button></form>"
            ),
        ]

        /// Written with those above and not looked at while the rules were made.
        static let heldBack = [
            Door(
                "a log-in outside any form",
                .login,
                "<div class=card><h2>Welcome back</h2><input aria-label='Email address' name=email><input type=password aria-label=Password name=pw><div role=button>Log in</div></div>"
            ),
            Door(
                "a log-in with a customer's number and a surname",
                .login,
                "<form action=/session><label>Member number <input name=n></label><label>Last name <input name=l></label><label>PIN <input type=password name=p></label><button>Log in</button></form>"
            ),
            Door(
                "a log-in beside an invitation to join",
                .login,
                "<h1>Log in or join</h1><form action=/login><label>User <input name=u></label><label>Password <input type=password name=p></label><button>Log in</button></form><h2>New here?</h2><form action=/join><label>E-mail <input name=e type=email></label><button>Create account</button></form>"
            ),
            Door(
                "the first step of a log-in by other accounts",
                .login,
                "<h1>Sign in to continue</h1><form><label>Email <input type=email name=e></label><input type=password name=p style='display:none'><button>Continue</button></form><button>Continue with Google</button><button>Continue with Apple</button>"
            ),
            Door(
                "a log-in under a long legal notice",
                .login,
                "<title>Staff log in</title><div>\(prose)</div><form><label>User <input name=u></label><label>Password <input type=password name=p></label><button>Log in</button></form>"
            ),
            Door(
                "a German log-in",
                .login,
                "<form><label>Benutzername <input name=benutzer></label><label>Passwort <input type=password name=pw></label><label><input type=checkbox> Angemeldet bleiben</label><button>Anmelden</button></form>"
            ),
            Door(
                "a sign-up with a name of one's own making",
                nil,
                "<form><label>E-mail <input type=email name=e></label><label>Choose a user name <input name=u></label><label>Password <input type=password name=p></label><p>At least 8 characters. By signing up you agree to the terms.</p><button>Sign up</button></form>"
            ),
            Door(
                "a sign-up in French",
                nil,
                "<h1>Inscription</h1><form><label>Adresse e-mail <input type=email name=e></label><label>Mot de passe <input type=password name=p></label><button>Créer un compte</button></form>"
            ),
            Door(
                "a password that is set by a link from a mail",
                nil,
                "<h1>Choose a new password</h1><form><label>New password <input type=password name=a></label><label>Repeat it <input type=password name=b></label><button>Reset password</button></form>"
            ),
            Door(
                "a change of the address of an account",
                nil,
                "<h1>Account settings</h1><form><label>Display name <input name=n></label><label>E-mail <input type=email name=e></label><label>City <input name=c></label><label>Current password <input type=password name=p></label><button>Save changes</button></form>"
            ),
            Door(
                "a contact form under a log-in in the navigation",
                nil,
                "<nav><input name=u placeholder=User><input type=password name=p placeholder=Password><button>Log in</button></nav><main><h1>Write to us</h1>\(prose)<form><label>Name <input name=n></label><label>E-mail <input name=e type=email></label><label>Message <textarea name=m></textarea></label><button>Send</button></form></main>"
            ),
            Door(
                "a newsletter alone",
                nil,
                "<h1>Stay informed</h1><form><label>E-mail <input type=email name=e></label><button>Subscribe</button></form>"
            ),
            Door(
                "an application that opens an account on the way",
                nil,
                "<h1>Apply</h1><form><label>First name <input name=f></label><label>Last name <input name=l></label><label>E-mail <input type=email name=e></label><label>Password <input type=password name=p></label><label>Resume <input type=file name=r></label><button>Apply</button></form>"
            ),
            Door(
                "a code sent by text message",
                .twoFactor,
                "<h1>Sign in</h1><p>We texted a code to your phone.</p><form><label>Security code <input name=c type=tel></label><label><input type=checkbox> Stay signed in</label><button>Sign in</button></form>"
            ),
            Door(
                "a card's code and a voucher",
                nil,
                "<form><label>Card number <input name=n></label><label>Expires <input name=x placeholder=MM/YY></label><label>Security code <input name=s maxlength=3></label><label>Voucher code <input name=v></label><button>Pay</button></form>"
            ),
        ]

        private func blockers(of html: String) async throws -> [Blocker] {
            let browser = try suiteBrowser()
            return try await Site.open({ _ in .html(html) }) { site in
                try await browser.withContext { context in
                    try await context.withPage { page in
                        var limits = Attempt.Limits()
                        limits.arrival = .milliseconds(300)
                        let seen = try await Inspector(limits: limits).inspect(PageAddress(site.origin), in: page)
                        guard case .seen(let inspection) = seen else { return [] }
                        return inspection.blockers
                    }
                }
            }
        }

        @Test(arguments: known + checks + heldBack)
        func `a wall is told from the other pages that ask for a password or a code`(door: Door) async throws {
            #expect(try await blockers(of: door.html).first?.kind == door.kind)
        }
    }
}
