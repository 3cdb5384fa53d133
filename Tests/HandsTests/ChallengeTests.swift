import Chromium
import Foundation
import GhostHands
import TestSupport
import Testing

@testable import Hands

/// A form of a few fields, with something in it.
private func form(_ extra: String = "", after: String = "") -> String {
    """
    <!doctype html><title>Apply</title><h1>Apply</h1><form method=post action=/apply>
    <p><label>First name * <input name=first required></label><p><label>Last name * <input name=last required></label>
    <p><label>Email * <input type=email name=email required></label><p><label>Why us? <textarea name=why></textarea></label>
    \(extra)<p><button>Submit application</button></form>\(after)
    """
}

private func frame(_ source: String, _ width: Int = 304, _ height: Int = 78) -> String {
    "<iframe src=\"\(source)\" width=\(width) height=\(height)></iframe>"
}

private func boxes(_ count: Int) -> String { String(repeating: "<input maxlength=1 inputmode=numeric>", count: count) }

/// A page, and what stands in the way on it; nil where nothing does.
struct ChallengeCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let html: String
    var kind: Blocker.Kind?
    var grade = Blocker.Grade.inTheWay
    var headers: [(String, String)] = []

    static let posed: [ChallengeCase] = [
        .posed("a reCAPTCHA box", frame("https://www.google.com/recaptcha/api2/anchor?k=1&size=normal")),
        .posed(
            "an hCaptcha box",
            frame("https://newassets.hcaptcha.com/captcha/v1/x/static/hcaptcha.html#frame=checkbox&id=0")
        ),
        .posed(
            "a Turnstile box",
            frame("https://challenges.cloudflare.com/cdn-cgi/challenge-platform/h/b/turnstile/if/x/", 300, 65)
        ),
        .posed("an Arkose box", frame("https://client-api.arkoselabs.com/v2/1.5/enforcement.abc.html", 300, 300)),
        .posed(
            "a GeeTest button",
            "<div class=geetest_holder><div class=geetest_radar_btn style='width:300px;height:44px'>Click</div></div>"
        ),
        .posed(
            "a GeeTest button of its fourth version",
            """
            <div class=geetest_captcha><div class=geetest_holder style='width:260px;height:50px'><div
            class=geetest_tip>Click to verify</div></div></div>
            """
        ),
        .posed(
            "a box of the site's own that is no input",
            "<div role=checkbox aria-checked=false tabindex=0 style='width:240px;padding:12px'>☐ I am human</div>"
        ),
        .posed(
            "a bar of the browser's to be dragged",
            "<label for=sl>Drag the slider all the way to the right to prove you are human</label><input type=range id=sl value=0>"
        ),
        .posed(
            "a Friendly box",
            "<div class=frc-captcha style='width:300px;height:66px'><input type=hidden name=frc-captcha-solution value=.UNSTARTED></div>"
        ),
        .posed(
            "an ALTCHA box",
            "<altcha-widget style='display:block;width:300px;height:60px'><input type=checkbox id=x><label for=x>I'm not a robot</label></altcha-widget>"
        ),
        .posed(
            "letters of a picture",
            "<p><img src=/securimage.php alt='' width=160 height=50><br><label>Type the characters you see <input name=code></label>"
        ),
        .posed(
            "letters of a canvas",
            "<p><canvas width=150 height=50></canvas><input name=captcha placeholder='Enter captcha'>"
        ),
        .posed(
            "what a sum in a picture comes to",
            "<p><img src=/antispam.php alt='' width=160 height=60>Opište výsledek příkladu na obrázku <input name=v required>"
        ),
        .posed(
            "the same in German",
            "<p><img src=/a.png alt='' width=160 height=60><label>Ergebnis der Rechnung im Bild * <input name=v required></label>"
        ),
        .posed("a sum", "<p><label>3 + 4 = <input name=answer required></label>"),
        .posed("a sum in words", "<p><label>Was ergibt acht minus fünf? <input name=frage required></label>"),
        .posed("a box of the site's own", "<p><label><input type=checkbox name=h required> I am not a robot</label>"),
        .posed(
            "a code beside a long form",
            "<p>We have sent a code to your address.<p><label>Verification code * <input name=v required></label>",
            .twoFactor
        ),
        .posed(
            "a split code beside a long form",
            "<fieldset><legend>Security code</legend><p>A code was sent to you.</p><div>\(boxes(8))</div></fieldset>",
            .twoFactor
        ),
    ]

    private static func posed(_ name: String, _ extra: String, _ kind: Blocker.Kind = .captcha) -> ChallengeCase {
        ChallengeCase(testDescription: name, html: form(extra), kind: kind, grade: .posed)
    }

    static let walls: [ChallengeCase] = [
        ChallengeCase(
            testDescription: "a reCAPTCHA window",
            html: form(
                after:
                    "<div style='position:absolute;top:9px'>\(frame("https://www.google.com/recaptcha/api2/bframe?k=1", 400, 580))</div>"
            ),
            kind: .captcha
        ),
        ChallengeCase(
            testDescription: "a DataDome window",
            html: form(
                after:
                    "<div style='position:fixed;inset:0'>\(frame("https://geo.captcha-delivery.com/captcha/?cid=1", 600, 500))</div>"
            ),
            kind: .captcha
        ),
        ChallengeCase(
            testDescription: "a HUMAN window",
            html: form(after: "<div id=px-captcha style='position:fixed;top:0;width:400px;height:200px'>Press</div>"),
            kind: .botCheck
        ),
        ChallengeCase(
            testDescription: "a GeeTest window",
            html: form(
                after: "<div class=geetest_panel_box style='position:fixed;top:0;width:278px;height:285px'></div>"
            ),
            kind: .captcha
        ),
        .window("Select all images with a <b>bus</b>", pictures: 9),
        .window("Wählen Sie alle Bilder mit einer Ampel aus", pictures: 9),
        .window("すべての信号機の画像を選択してください", pictures: 9),
        .window("Drag the piece into the gap to continue", pictures: 1),
        .window("Faites glisser la pièce au bon endroit", pictures: 1),
        ChallengeCase(
            testDescription: "a page of the site's own in Turkish",
            html: "<h1>İnsan olduğunuzu doğrulayın</h1><form method=post><button>Robot değilim</button></form>",
            kind: .botCheck
        ),
        ChallengeCase(
            testDescription: "a page of the site's own in Arabic",
            html: "<h1>أثبت أنك إنسان</h1><form method=post><button>أنا إنسان</button></form>",
            kind: .botCheck
        ),
        ChallengeCase(
            testDescription: "Cloudflare's page with a box",
            html:
                "<title>Just a moment...</title><p>Verify you are human.</p><input type=hidden name=cf-turnstile-response>",
            kind: .captcha
        ),
        ChallengeCase(
            testDescription: "Cloudflare's page that waits",
            html: "<title>Nur einen Moment…</title><p>acme.test</p>",
            kind: .botCheck
        ),
        ChallengeCase(
            testDescription: "a page refused by Cloudflare",
            html: "<title>Access denied</title><div id=cf-error-details><h1>Access denied</h1></div>",
            kind: .botCheck
        ),
        ChallengeCase(
            testDescription: "an answer that says so",
            html: "<p>Hello</p>",
            kind: .botCheck,
            headers: [("cf-mitigated", "challenge")]
        ),
        ChallengeCase(
            testDescription: "Vercel's answer",
            html: "<p>One</p>",
            kind: .botCheck,
            headers: [("x-vercel-mitigated", "challenge")]
        ),
        ChallengeCase(
            testDescription: "the answer of a firewall with a puzzle",
            html: "<p>One</p>",
            kind: .captcha,
            headers: [("x-amzn-waf-action", "captcha")]
        ),
        ChallengeCase(
            testDescription: "Akamai's page",
            html: "<title>Challenge</title><div id=sec-if-cpt-container style='width:400px;height:200px'>Wait</div>",
            kind: .botCheck
        ),
        ChallengeCase(
            testDescription: "Kasada's page",
            html: "<body><script src='/a/b/ips.js?x=1'></script>",
            kind: .botCheck
        ),
        ChallengeCase(
            testDescription: "Imperva's page",
            html: "<iframe id=main-iframe src='/_Incapsula_Resource?x=1' width=600 height=400></iframe>",
            kind: .botCheck
        ),
        ChallengeCase(
            testDescription: "Anubis",
            html: "<script id=anubis_challenge type=application/json>{}</script><h1>Making sure you're not a bot!</h1>",
            kind: .botCheck
        ),
        ChallengeCase(
            testDescription: "a page of the site's own",
            html: "<h1>Please prove you are human</h1><form method=post><button>I am human</button></form>",
            kind: .botCheck
        ),
        ChallengeCase(
            testDescription: "a code alone",
            html:
                "<h1>Check your inbox</h1><p>We sent you a code.</p><form method=post><label>Code <input name=c></label><button>Go on</button></form>",
            kind: .twoFactor
        ),
        ChallengeCase(
            testDescription: "a code by its token",
            html:
                "<h1>Two steps</h1><form method=post><input autocomplete=one-time-code><button>Verify</button></form>",
            kind: .twoFactor
        ),
        ChallengeCase(
            testDescription: "Bestätigungscode",
            html:
                "<h1>Fast fertig</h1><p>Wir haben Ihnen einen Code gesendet.</p><form method=post><label>Bestätigungscode <input name=c></label><button>Weiter</button></form>",
            kind: .twoFactor
        ),
    ]

    /// A window of the site's own over a form.
    private static func window(_ said: String, pictures count: Int, kind: Blocker.Kind? = .captcha) -> ChallengeCase {
        let pictures = String(repeating: "<canvas width=\(count == 1 ? 300 : 90) height=90></canvas>", count: count)
        let style = "position:fixed;top:60px;left:200px;background:#fff"
        return ChallengeCase(
            testDescription: said,
            html: form(after: "<div role=dialog aria-modal=true style='\(style)'><p>\(said)</p>\(pictures)</div>"),
            kind: kind
        )
    }

    static let free: [ChallengeCase] = [
        .window("Select all images you want to send us", pictures: 9, kind: nil),
        .window("Move the slider to choose your level", pictures: 1, kind: nil),
        .window("We use cookies to place ads that fit you", pictures: 4, kind: nil),
        .free(
            "a bar for a number",
            "<label for=r>Years of experience: drag the slider to the right number</label><input type=range id=r value=0>"
        ),
        .free("a box about something else", "<div role=checkbox aria-checked=false tabindex=0>☐ I am ready</div>"),
        .free(
            "a bar that was dragged",
            """
            <label for=sl>Drag the slider to the right to prove you are human</label><input type=range id=sl value=100>
            """
        ),
        .free(
            "a badge",
            "<div class=grecaptcha-badge>\(frame("https://www.google.com/recaptcha/enterprise/anchor?k=1&size=invisible", 256, 60))</div>"
        ),
        .free(
            "a hidden window",
            "<div style='visibility:hidden'>\(frame("https://www.google.com/recaptcha/api2/bframe?k=1", 400, 580))</div>"
        ),
        .free(
            "an answered box",
            "<div>\(frame("https://www.google.com/recaptcha/api2/anchor?k=1"))<textarea name=g-recaptcha-response style='display:none'>03A</textarea></div>"
        ),
        .free(
            "a widget that asks nothing",
            "<div class=cf-turnstile>\(frame("https://challenges.cloudflare.com/x", 0, 0))</div>"
        ),
        .free("a beacon", "<script src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'></script>"),
        .free("a query that names one", frame("https://video.example/embed?ref=recaptcha/api2/anchor", 400, 300)),
        .free(
            "a card's security code",
            "<p><label>Card number <input name=cc autocomplete=cc-number></label><label>Security code <input name=cvc required></label>"
        ),
        .free("a postal code in boxes", "<fieldset><legend>ZIP code</legend>\(boxes(5))</fieldset>"),
        .free("a phone number in boxes", "<fieldset><legend>Phone number</legend>\(boxes(10))</fieldset>"),
        .free("a date in boxes", "<fieldset><legend>Date of birth</legend>\(boxes(8))</fieldset>"),
        .free("a voucher", "<p>We sent a code to our readers.<p><label>Voucher code <input name=voucher></label>"),
        .free("a job's code", "<p><label>Job code * <input name=job_code required></label>"),
        .free(
            "a code that is hidden",
            "<div style='display:none'><p>A verification code was sent.</p>\(boxes(8))</div>"
        ),
        .free(
            "a picture that is a logo",
            "<p><img src=/logo.png width=160 height=50><br><label>Source link <input name=s></label>"
        ),
        .free("numbers that are no sum", "<p><label>Do you have 3-5 years of experience? <input name=y></label>"),
        .free("robots as a subject", "<p><label><input type=checkbox name=r> I have worked with robots</label>"),
        ChallengeCase(
            testDescription: "a box of another form",
            html: form(
                after:
                    "<form action=/news method=post><input type=email name=n>\(frame("https://www.google.com/recaptcha/api2/anchor?k=1"))<button>Subscribe</button></form>"
            )
        ),
        ChallengeCase(
            testDescription: "headers that many answers have",
            html: form(),
            headers: [("cf-ray", "1"), ("x-iinfo", "9-1"), ("x-datadome", "protected")]
        ),
    ]

    private static func free(_ name: String, _ extra: String) -> ChallengeCase {
        ChallengeCase(testDescription: name, html: form(extra))
    }
}

extension HandsTests {
    @Suite struct Challenging {
        /// Reads pages one after the other, with nothing loaded from elsewhere.
        private func blockers(_ cases: [ChallengeCase]) async throws -> [(ChallengeCase, [Blocker])] {
            let browser = try suiteBrowser()
            let policy = "default-src 'self' data: 'unsafe-inline'; script-src 'none'"
            return try await Site.open({ request in
                guard let number = Int(request.path.dropFirst()), cases.indices.contains(number) else {
                    return .html("", status: 404)
                }
                return .html(cases[number].html, headers: [("Content-Security-Policy", policy)] + cases[number].headers)
            }) { site in
                let rule: @Sendable (URLRequestFacts) -> Bool = { $0.host.isEmpty || $0.host == "127.0.0.1" }
                return try await browser.withContext(ContextOptions(allowed: rule)) { context in
                    try await context.withPage { page in
                        var found: [(ChallengeCase, [Blocker])] = []
                        for (number, one) in cases.enumerated() {
                            _ = try await page.navigate(to: "\(site.origin)/\(number)", timeout: .seconds(20))
                            found.append((one, try await PageReader().read(page).blockers))
                        }
                        return found
                    }
                }
            }
        }

        @Test func `what waits to be answered beside a form is posed, and the form can be filled`() async throws {
            for (one, found) in try await blockers(ChallengeCase.posed) {
                #expect(found.first?.kind == one.kind, "\(one.testDescription)")
                #expect(found.first?.grade == .posed, "\(one.testDescription)")
            }
        }

        @Test func `what stands in the place of the page, or over it, is in the way`() async throws {
            for (one, found) in try await blockers(ChallengeCase.walls) {
                #expect(found.first?.kind == one.kind, "\(one.testDescription): \(found.first?.sign ?? "nothing")")
                #expect(found.first?.grade == .inTheWay, "\(one.testDescription)")
            }
        }

        @Test func `what is merely there, and codes of other sorts, stop nobody`() async throws {
            for (one, found) in try await blockers(ChallengeCase.free) {
                #expect(found.isEmpty, "\(one.testDescription): \(found.first?.sign ?? "")")
            }
        }

        @Test func `the form is filled before the human is asked, and nothing is sent`() async throws {
            let trial = try await Trial.run(form("<p><label>3 + 4 = <input name=answer required></label>"), keeper)
            guard case .blocked(let blocker) = trial.end else { throw TrialError(end: trial.end) }
            #expect(blocker.kind == .captcha)
            #expect(try trial.entry("first").value == "Alice")
            #expect(trial.posts.isEmpty)
        }

        @Test func `a form that is only to be filled needs nobody for its box`() async throws {
            let html = form("<p><label>3 + 4 = <input name=answer required></label>")
            #expect(try await Trial.run(html, keeper, submits: false).end == .done)
        }

        @Test func `a check that passes by itself is waited for`() async throws {
            var limits = Trial.limits
            limits.challenge.passing = .seconds(20)
            let wall = "<title>Just a moment...</title><script>setTimeout(() => location = '/form', 700)</script>"
            let page = form()
            let trial = try await Trial.run(wall, keeper, submits: false, limits: limits) { _ in .html(page) }
            #expect(trial.end == .done)
        }

        @Test func `a box that answers itself is waited for before the press`() async throws {
            var limits = Trial.limits
            limits.challenge.passing = .seconds(20)
            let widget = """
                <div class=frc-captcha style='width:300px;height:66px'><input type=hidden id=t name=frc-captcha-solution value=.UNSTARTED></div>
                <script>setTimeout(() => { document.getElementById('t').value = 'solved' }, 1500)</script>
                """
            let trial = try await Trial.run(form(widget), keeper, limits: limits)
            #expect(trial.end == .done)
            #expect(try trial.posted()["frc-captcha-solution"] == ["solved"])
        }

        @Test func `a form that asks for a code after the submit ends there, sent once and rejected by itself`()
            async throws
        {
            let script = """
                <div id=code></div><script>document.forms[0].onsubmit = async (event) => {
                  event.preventDefault();
                  await fetch('/apply', { method: 'POST', body: new URLSearchParams(new FormData(event.target)) });
                  document.getElementById('code').innerHTML = '<fieldset><legend>Security code</legend>'
                    + '<p>A code was sent to you.</p>' + '<input maxlength=1>'.repeat(8) + '</fieldset>';
                }</script>
                """
            let page = form().replacing("</form>", by: "\(script)</form>")
            let trial = try await Trial.run(page, keeper) { _ in .html("", status: 428) }
            guard case .blocked(let blocker) = trial.end else { throw TrialError(end: trial.end) }
            #expect(blocker.kind == .twoFactor)
            #expect(trial.posts.count == 1)
            #expect(trial.watcher.transcript.contains("code_required"))
        }

        @Test func `a window that opens at the press stops, with nothing sent`() async throws {
            let script = """
                <script>document.forms[0].onsubmit = (event) => { event.preventDefault();
                  document.body.insertAdjacentHTML('beforeend', `<div style="position:fixed;top:0">\
                <iframe src="/recaptcha/api2/bframe" width=400 height=500></iframe></div>`) }</script>
                """
            let trial = try await Trial.run(form(after: script), keeper)
            guard case .blocked(let blocker) = trial.end else { throw TrialError(end: trial.end) }
            #expect(blocker.kind == .captcha)
            #expect(trial.posts.isEmpty)
        }
    }
}
