import Foundation
import GhostHands
import TestSupport
import Testing

@testable import Hands

/// A form of names and an address, with something between them and its button.
private func form(_ extra: String, after: String = "") -> String {
    """
    <!doctype html><title>Apply</title><h1>Apply for bridge keeper</h1><form id=f method=post action=/apply>
    <label>First name <input name=first required></label><br><label>Last name <input name=last required></label><br>
    <label>Email <input name=email type=email required></label><br>\(extra)
    <p><button>Submit application</button></p></form>\(after)
    """
}

private func letters(_ label: String) -> String { "<label>\(label) <input name=vc required></label>" }

private let drawn = "<svg width=160 height=50><path d='M9 9L30 40L50 9' stroke=black fill=none /></svg>"

extension HandsTests {
    /// What is posed in a form, in the many ways in which sites do, and what only looks so.
    @Suite struct Posing {
        /// A page, and what the attempt stops for; nil where it sends the form.
        typealias Pose = Doors.Door

        static let passwords = [
            Pose(
                "an account that one may have too",
                nil,
                form("<p>Create an account (optional)</p><label>Password <input type=password name=pw></label>")
            ),
            Pose(
                "a number to look the application up by",
                nil,
                form("<label>Choose a PIN for later (optional) <input type=password name=pin maxlength=4></label>")
            ),
            Pose(
                "the last digits of a national number, hidden like a password",
                nil,
                form("<label>Last four digits of SSN (optional) <input type=password name=ssn maxlength=4></label>")
            ),
            Pose(
                "a form to open an account",
                .login,
                """
                <h1>Create your account</h1><form><label>First name <input name=f required></label>
                <label>Email <input type=email name=e required></label><label>Password <input type=password name=p></label>
                <button>Create account</button></form>
                """
            ),
        ]

        static let pictures = [
            Pose(
                "a sum whose numbers are called in another language",
                .captcha,
                form("<label>siedem + 5 = <input name=cptch_number required></label>")
            ),
            Pose(
                "a handle that says what it is to be dragged for",
                .captcha,
                form(
                    "<div style='width:300px;height:40px'><span>→</span><div role=slider tabindex=0 "
                        + "aria-label='Desliza para verificar' style='width:40px'>»</div></div>"
                )
            ),
            Pose(
                "a code that somebody was sent by a friend",
                nil,
                form(
                    "<label>Referral code (enter the code they sent you) <input name=q1></label>"
                        + "<label>Access code for your portfolio <input name=q2></label>"
                )
            ),
            Pose("a picture in the form itself", .captcha, form(drawn + letters("Enter the characters in the image"))),
            Pose(
                "a picture in a paragraph before",
                .captcha,
                form("<p>\(drawn)</p><p>\(letters("Please type the code shown in the picture"))</p>")
            ),
            Pose(
                "a canvas",
                .captcha,
                form("<canvas width=160 height=50></canvas>" + letters("Characters shown above"))
            ),
            Pose(
                "a picture that a style paints",
                .captcha,
                form(
                    "<div style='width:160px;height:50px;background:url(data:image/gif;base64,R0lGODlhAQABAAAAACw=)'></div>"
                        + letters("Security check: type the text in the image")
                )
            ),
            Pose(
                "a picture that is known by the name of its box",
                .captcha,
                form(drawn + "<a href=#>Refresh</a><input name=captcha_code placeholder=Code required>")
            ),
            Pose("Japanese", .captcha, form(drawn + letters("画像に表示されている文字を入力してください"))),
            Pose("Turkish", .captcha, form(drawn + letters("Resimdeki karakterleri giriniz"))),
            Pose("Swedish", .captcha, form(drawn + letters("Skriv tecknen i bilden"))),
            Pose("Korean", .captcha, form(drawn + letters("이미지에 보이는 문자를 입력하세요"))),
            Pose(
                "a question below the picture of a house",
                nil,
                form(drawn + "<label>Where does your interest in education come from? <input name=i></label>")
            ),
        ]

        static let others = [
            Pose(
                "a box in a closed shadow root",
                .captcha,
                form(
                    """
                    <div><div><template shadowrootmode=closed><iframe width=300 height=65
                    src="https://challenges.cloudflare.com/cdn-cgi/challenge-platform/h/b/turnstile/x/"></iframe></template></div>
                    <input type=hidden name=cf-turnstile-response></div>
                    """
                )
            ),
            Pose(
                "a bar to be dragged",
                .captcha,
                form(
                    """
                    <div style="width:300px;height:44px"><span>Slide to verify you are human</span><div></div></div>
                    <input type=hidden name=slider_token>
                    """
                )
            ),
            Pose(
                "a place to drop a file on",
                nil,
                form("<div style='width:300px;height:44px'>Drag your resume here to continue</div>")
            ),
            Pose(
                "a check in German",
                .botCheck,
                "<title>Prüfung</title><p>Bitte bestätigen Sie, dass Sie ein Mensch sind.</p><button>Weiter</button>"
            ),
            Pose(
                "a check in French, with a box",
                .botCheck,
                """
                <title>Vérification</title><p>Veuillez confirmer que vous êtes un humain.</p>
                <label><input type=checkbox> Je ne suis pas un robot</label>
                """
            ),
            Pose("a check in Chinese", .botCheck, "<h1>安全验证</h1><p>请完成验证以证明您不是机器人</p>"),
            Pose("a check by its button", .botCheck, "<h1>Bitte warten</h1><button>Ich bin kein Roboter</button>"),
            Pose(
                "boxes for digits without names",
                .twoFactor,
                "<h2>Two-step verification</h2><p>Open your authenticator app</p>"
                    + String(repeating: "<input type=number min=0 max=9>", count: 6) + "<button>Continue</button>"
            ),
            Pose(
                "boxes that are texts to edit",
                .twoFactor,
                "<h2>Enter verification code</h2><p>We emailed you a 6-digit code.</p>"
                    + String(
                        repeating:
                            "<span contenteditable=true role=textbox style='display:inline-block;width:30px;height:30px'></span>",
                        count: 6
                    ) + "<button>Verify</button>"
            ),
            Pose(
                "a link to log in",
                .login,
                "<h1>Check your email</h1><p>We sent a sign-in link to a@example.com.</p><button>Resend link</button>"
            ),
            Pose(
                "a link that confirms an address",
                .login,
                "<h1>Check your email</h1><p>We need to confirm your address. We sent a verification link to a@example.com – open it to continue.</p><button>Resend link</button>"
            ),
            Pose(
                "a log-in with what a bank or a state gives",
                .login,
                "<h1>Logga in för att söka tjänsten</h1><p>Du behöver legitimera dig.</p><a role=button href=/b>Mobilt BankID</a> <a role=button href=/f>Freja eID+</a>"
            ),
            Pose(
                "a log-in to be approved",
                .twoFactor,
                "<h1>Approve sign in request</h1><p>Open your Authenticator app and tap the number you see to sign in.</p>"
            ),
        ]

        @Test(arguments: passwords + pictures + others)
        func `what is posed stops the attempt, and nothing else does`(pose: Pose) async throws {
            let trial = try await Trial.run(pose.html, keeper)
            guard let kind = pose.kind else {
                #expect(trial.end == .done)
                return
            }
            guard case .blocked(let blocker) = trial.end else { throw TrialError(end: trial.end) }
            #expect(blocker.kind == kind)
            #expect(trial.posts.isEmpty)
        }

        @Test func `a challenge that is posed after the submit is asked for, and the form is sent once more`()
            async throws
        {
            let script = """
                <div id=c></div><script>f.onsubmit = async (event) => { event.preventDefault();
                  const sent = await fetch("/apply", { method: "POST", body: new URLSearchParams(new FormData(f)) });
                  if (sent.ok) document.body.innerHTML = await sent.text();
                  else c.innerHTML = `<iframe src="/recaptcha/api2/anchor?k=1" width=304 height=78></iframe>`; }</script>
                """
            let answers = Counter()
            let watcher = Watcher(vault: .init(answers: [.manual]))
            let trial = try await Trial.run(form("", after: script), keeper, watcher: watcher) { request in
                guard request.method == "POST" else { return .html("") }
                return answers.next() == 1 ? .html("{}", status: 422) : .html(Trial.thanks)
            }
            #expect(trial.end == .done)
            #expect(trial.posts.count == 2)
            #expect(watcher.asked.map(\.kind) == [.captcha])
        }
    }
}

/// Counts calls.
private final class Counter: Sendable {
    private let count = NSLock()
    nonisolated(unsafe) private var value = 0

    func next() -> Int {
        count.withLock {
            value += 1
            return value
        }
    }
}
