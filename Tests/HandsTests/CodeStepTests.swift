import Chromium
import GhostHands
import Hands
import NIOConcurrencyHelpers
import TestSupport
import Testing

extension HandsTests {
    /// Codes that are asked for before the form, in a window or a step of their own, and how they are sent.
    @Suite struct CodeSteps {
        /// Somebody who gives one code after the other.
        private final class Person: QuietSupervisor {
            private let codes: NIOLockedValueBox<[String]>

            init(_ codes: [String]) { self.codes = NIOLockedValueBox(codes) }

            func help(
                _ wanted: Interaction,
                with page: Page,
                in context: BrowserContext,
                watching watch: SubmitWatch
            ) async throws -> Help {
                guard wanted.kind == .twoFactor else { return .unavailable }
                let code = codes.withLockedValue { $0.isEmpty ? nil : $0.removeFirst() }
                return code.map { .given(.code($0)) } ?? .unavailable
            }
        }

        private static let application = """
            <form method=post action=/taken>\(field)<label>Last name <input name=last></label>
            <button>Submit application</button></form>
            """
        private static let field = "<label>First name * <input name=first required></label>"

        /// Runs a page that posts to `/submit?code=…` by a script; the server wants `424242`.
        private func run(
            _ html: String,
            _ codes: [String],
            refusal: Int = 428,
            _ headers: [(String, String)] = []
        ) async throws -> (end: AttemptEnd, taken: Int, posts: Int) {
            try await run(html, codes) { request -> Site.Answer in
                if request.path == "/form" { return .html(Self.application) }
                guard request.method == "POST" else { return .html(html) }
                if request.path == "/taken" { return .html(Trial.thanks) }
                return request.path.contains("424242")
                    ? .html("ok", headers: headers) : .html("no", status: refusal, headers: headers)
            }
        }

        private func run(
            _ html: String,
            _ codes: [String],
            answering answer: @escaping @Sendable (Site.Request) -> Site.Answer
        ) async throws -> (end: AttemptEnd, taken: Int, posts: Int) {
            let browser = try suiteBrowser()
            return try await Site.open(answer) { site in
                try await browser.withContext { context in
                    try await context.withPage { page in
                        let task = AttemptTask(url: PageAddress(site.origin + "/"), applicant: keeper, submits: true)
                        let attempt = Attempt(task, supervisor: Person(codes), limits: Trial.limits)
                        let result = try await attempt.run(in: context, page: page)
                        let posts = site.requests.filter { $0.method == "POST" }
                        let taken = posts.filter { $0.path.contains("424242") || $0.path == "/taken" }
                        return (result.end, taken.count, posts.count)
                    }
                }
            }
        }

        private static let thanks = "document.body.innerHTML = '<h1>Thank you for applying</h1>'"

        private static func form(_ code: String, _ script: String, outside: String = "") -> String {
            "<h1>Apply</h1><form id=f>\(field)<div id=s hidden>\(code)</div><p id=e role=alert></p>"
                + "<button>Submit application</button></form>\(outside)<script>\(script)</script>"
        }

        private static let window = """
            <dialog id=d><h2>Verify your email</h2><p>We sent a code to your email.</p><label>Verification code
            <input id=c></label><p id=e2 role=alert></p><button type=button id=v>Verify and submit</button></dialog>
            """

        @Test func `in a window with a button of its own`() async throws {
            let script = """
                const go = async () => {
                  const reply = await fetch("/submit?code=" + c.value, { method: "POST", body: new FormData(f) });
                  if (reply.status == 428) { d.open || d.showModal(); e2.textContent = c.value ? "That code is not right" : ""; }
                  else { \(Self.thanks) }
                };
                f.onsubmit = (event) => { event.preventDefault(); go(); };
                v.onclick = go;
                """
            let done = try await run(Self.form("", script, outside: Self.window), ["111111", "424242"])
            #expect(done.end == .done)
            #expect(done.taken == 1)
            #expect(done.posts == 3)
        }

        @Test func `a form that still says what was wrong of the last one, and takes its time`() async throws {
            let script = """
                f.onsubmit = async (event) => {
                  event.preventDefault();
                  await new Promise((resolve) => setTimeout(resolve, 500));
                  const reply = await fetch("/submit?code=" + f.c0.value, { method: "POST", body: new FormData(f) });
                  if (reply.ok) { \(Self.thanks); return; }
                  s.hidden = false;
                  e.textContent = f.c0.value ? "That code is not right." : "";
                };
                """
            let code = "<label>Enter the verification code we sent to your email <input name=c0></label>"
            let done = try await run(Self.form(code, script), ["111111", "424242"])
            #expect(done.end == .done)
            #expect(done.taken == 1)
            #expect(done.posts == 3)
        }

        @Test func `in a step that takes the form's place`() async throws {
            let script = """
                let data;
                const go = async (code) => {
                  data ??= new FormData(f);
                  const reply = await fetch("/submit?code=" + (code ?? ""), { method: "POST", body: data });
                  if (reply.status != 428) { \(Self.thanks); return; }
                  f.innerHTML = `<h2>Check your email</h2><p role=alert>${code ? "That code is not right" : ""}</p>
                    <label>Enter the verification code <input name=vc id=vc></label><button>Verify</button>`;
                };
                f.onsubmit = (event) => { event.preventDefault(); go(document.getElementById("vc")?.value); };
                """
            let done = try await run(Self.form("", script), ["424242"])
            #expect(done.end == .done)
            #expect(done.taken == 1)
            #expect(done.posts == 2)
        }

        @Test func `a wrong one that is answered as if it were right, with words about it`() async throws {
            let script = """
                f.onsubmit = async (event) => {
                  event.preventDefault();
                  const code = f.c0.value;
                  const reply = await fetch("/submit?code=" + code, { method: "POST", body: new FormData(f) });
                  if ((await reply.text()) == "ok") { \(Self.thanks); return; }
                  s.hidden = false;
                  e.textContent = code ? "That code is not right or has expired." : "";
                };
                """
            let code = "<label>Enter the verification code we sent to your email <input name=c0></label>"
            let done = try await run(Self.form(code, script), ["111111", "424242"], refusal: 200)
            #expect(done.end == .done)
            #expect(done.taken == 1)
        }

        @Test(arguments: [false, true])
        func `in a step that takes the form's place after an answer of 200`(isUnread: Bool) async throws {
            let script = """
                f.onsubmit = async (event) => {
                  event.preventDefault();
                  const reply = await fetch("/submit?code=", { method: "POST", body: new FormData(f) });
                  if (!reply.ok) return;
                  document.body.innerHTML = `<h1>Verification code</h1><p>We sent a 6-digit code to your email.</p>
                    <label for=c>Verification code</label><input id=c maxlength=6><p id=e role=alert></p>
                    <button id=ok>Verify</button>`;
                  ok.onclick = async () => {
                    const reply = await fetch("/submit?code=" + c.value, { method: "POST" });
                    if ((await reply.text()) == "ok") { \(Self.thanks) } else e.textContent = "The code is incorrect.";
                  };
                };
                """
            // The browser tells no end of such an answer while its body is unread.
            let headers = isUnread ? [("cache-control", "no-store")] : []
            let done = try await run(Self.form("", script), ["111111", "424242"], refusal: 200, headers)
            #expect(done.end == .done)
            #expect(done.taken == 1)
            #expect(done.posts == 3)
            // What was answered with 200 may have been taken: no refusal of a code says that it was not.
            let lost = try await run(Self.form("", script), ["1", "2", "3", "4"], refusal: 200, headers)
            #expect(lost.end == .unconfirmed)
        }

        @Test(arguments: [["111111", "424242"], ["1", "2", "3", "4"], []])
        func `on a page of its own at the next address`(given: [String]) async throws {
            let codes = """
                <h1>Verification code</h1><p>We sent a 6-digit code to your email.</p><p role=alert></p>
                <form method=post action=/verify><label>Verification code <input name=c maxlength=6></label>
                <button>Verify</button></form>
                """
            let form = """
                <h1>Apply</h1><form method=post action=/verify>\(Self.field)<button>Submit application</button></form>
                """
            let done = try await run(form, given) { request in
                guard request.method == "POST" else { return .html(form) }
                if request.body == "c=424242" { return .html(Trial.thanks) }
                let isWrong = request.body.hasPrefix("c=")
                return .html(codes.replacing("<p role=alert>", by: isWrong ? "<p role=alert>Wrong code" : "<p>"))
            }
            #expect(done.end == (given.contains("424242") ? .done : .unconfirmed))
            #expect(done.posts == 1 + min(given.count, 3))
        }

        @Test func `a wrong one for which the server sends the whole form again`() async throws {
            let end = try await run("", ["111111", "222222", "424242"]) { request in
                let sent = Trial.fields(request.body)
                if sent["c"] == ["424242"] { return .html(Trial.thanks) }
                let (first, last) = (sent["first"]?.first ?? "", sent["last"]?.first ?? "")
                let code =
                    request.method != "POST"
                    ? ""
                    : """
                    <p>We sent a code to your email.</p><label>Verification code * <input name=c required></label>
                    """
                let said = sent["c"] == nil ? "" : "<p class=error role=alert>The code is incorrect.</p>"
                return .html(
                    """
                    <h1>Apply</h1>\(said)<form method=post action=/apply><label>First name *
                    <input name=first value="\(first)" required></label><label>Last name * <input name=last
                    value="\(last)" required></label>\(code)<button>Submit application</button></form>
                    """
                )
            }
            #expect(end.end == .done)
            #expect(end.posts == 4)
        }

        @Test(arguments: ["Verify", "Bestätigen", "Valider", "確認", "提交"], [true, false])
        func `before the form, by a button of a script's`(label: String, hasForm: Bool) async throws {
            let (open, close) = hasForm ? ("<form>", "</form>") : ("<div>", "</div>")
            let html = """
                <h1>Check your email</h1>\(open)<p>We sent a verification code to your email.</p><p id=e role=alert></p>
                <label>Verification code <input id=c autocomplete=one-time-code></label><button type=button>Resend code</button>
                <button type=button id=v>\(label)</button>\(close)
                <script>v.onclick = () => { c.value == "424242" ? location = "/form" : e.textContent = "Wrong code"; };</script>
                """
            let done = try await run(html, ["111111", "424242"])
            #expect(done.end == .done)
            #expect(done.taken == 1)
        }

        @Test func `a form that is about to be sent is left alone`() async throws {
            let script = """
                f.onsubmit = (event) => {
                  event.preventDefault();
                  e.textContent = "Sending in 2 seconds. Undo";
                  setTimeout(async () => {
                    await fetch("/submit?code=424242", { method: "POST", body: new FormData(f) });
                    \(Self.thanks);
                  }, 2000);
                };
                """
            let done = try await run(Self.form("", script), [])
            #expect(done.end == .done)
            #expect(done.posts == 1)
        }
    }
}
