import Foundation
import GhostHands
import Hands
import TestSupport
import Testing

extension HandsTests {
    /// The worst thing this product can do is to apply twice; the second worst is to say it applied when it did not.
    @Suite struct Submitting {
        private func form(
            _ attributes: String = "method=post action=/apply",
            script: String = "",
            after: String = ""
        ) -> String {
            """
            <h1>Apply</h1><p>Once submitted you will receive a confirmation number.</p>
            <form \(attributes)><label>First name * <input name=first required></label>
            <label>E-mail * <input name=mail required></label><button>Submit application</button></form>
            \(after)<script>\(script)</script>
            """
        }

        private func byScript(_ then: String) -> String {
            form(
                "id=f",
                script: """
                    f.onsubmit = async (event) => {
                      event.preventDefault();
                      const answer = await fetch("/apply", { method: "POST", body: new URLSearchParams(new FormData(f)) });
                      \(then)
                    };
                    """,
                after: "<div id=out></div>"
            )
        }

        private func presses(_ trial: Trial) -> Int {
            trial.watcher.events.count { $0.metadata["action"] == "Clicked \"Submit application\"" }
        }

        @Test(arguments: [
            "document.body.innerHTML = '<h1>Thank you for applying!</h1>';",
            "out.textContent = 'Your application has been submitted.'; f.reset();",
            "out.innerHTML = '<p role=alert>Application received. Please check your e-mail.</p>'; f.reset();",
            "alert('Thank you for your application'); f.reset();",
            "f.hidden = true; out.innerHTML = '<dialog open>We have received your application</dialog>';",
        ])
        func `a confirmation within the page is proof, even when the form empties itself`(then: String) async throws {
            let trial = try await Trial.run(byScript(then), keeper)
            #expect(trial.end == .done)
            #expect(trial.posts.count == 1)
            #expect(presses(trial) == 1)
            #expect(trial.report.submitted)
            #expect(trial.report.evidence?.text != nil)
            #expect(trial.report.evidence?.responseStatus == 200)
        }

        @Test(.timeLimit(.minutes(1)))
        func `an answer whose body nobody reads has answered all the same`() async throws {
            let html = byScript("if (answer.ok) document.body.innerHTML = '<h1>Thank you for applying!</h1>';")
            let trial = try await Trial.run(html, keeper) { _ in
                .html("taken", headers: [("cache-control", "no-store")])
            }
            #expect(trial.end == .done)
            #expect(trial.posts.count == 1)
            #expect(trial.report.evidence?.responseStatus == 200)
        }

        @Test(arguments: [
            "", "f.reset();", "out.textContent = 'All good!'; f.reset();",
            "out.innerHTML = '<p role=alert>Got it</p>'; f.reset();",
            "document.body.innerHTML = '<h1>Something went wrong</h1>';",
            "document.body.innerHTML = '<h1>One more thing</h1><form><label>Which shift? <input name=s></label></form>';",
        ])
        func `an answer that proves nothing leaves it unconfirmed, pressed once`(then: String) async throws {
            let trial = try await Trial.run(byScript(then), keeper)
            #expect(trial.end == .unconfirmed)
            #expect(trial.posts.count == 1)
            #expect(presses(trial) == 1)
            #expect(!trial.report.submitted)
            #expect(trial.report.evidence == nil)
            #expect(trial.watcher.count(.submitRejected) == 0)
        }

        @Test func `friendly words that stood there before prove nothing`() async throws {
            let html = byScript("").replacing("<form", by: "<p>Thank you for applying with us.</p><form")
            #expect(try await Trial.run(html, keeper).end == .unconfirmed)
        }

        @Test func `a form that was sent to another site and emptied itself is not sent again`() async throws {
            let html = form(
                "id=f",
                script: """
                    f.onsubmit = async (event) => {
                      event.preventDefault();
                      await fetch(`http://localhost:${location.port}/api`, { method: "POST", mode: "no-cors", body: "x" });
                      f.reset();
                    };
                    """
            )
            let trial = try await Trial.run(html, keeper)
            #expect(trial.end == .unconfirmed)
            #expect(trial.posts.map(\.path) == ["/api"])
            #expect(presses(trial) == 1)
        }

        @Test(arguments: [
            "", "out.innerHTML = '<p class=error role=alert>Server error. Please try again.</p>';",
            "document.body.innerHTML = '<h1>Thank you for applying!</h1>';",
        ])
        func `a server that fails may have taken it: never pressed twice, never claimed`(then: String) async throws {
            let trial = try await Trial.run(byScript(then), keeper) { _ in .html("no", status: 500) }
            #expect(trial.end == .unconfirmed)
            #expect(trial.posts.count == 1)
            #expect(presses(trial) == 1)
        }

        @Test(arguments: [500, 503])
        func `an error page after a submit is no refusal`(status: Int) async throws {
            let trial = try await Trial.run(form(), keeper) { _ in .html("<h1>Oops</h1>", status: status) }
            #expect(trial.end == .unconfirmed)
            #expect(trial.posts.count == 1)
        }

        @Test func `a plain form is proven by its answer, whatever language it speaks`() async throws {
            let trial = try await Trial.run(form(), keeper) { _ in .html("<h1>Kiitos hakemuksestasi!</h1>") }
            #expect(trial.end == .done)
            #expect(trial.report.evidence?.responseStatus == 200)
            let moved = try await Trial.run(form(), keeper) {
                $0.method == "POST" ? .redirect(to: "/done/thank-you") : .html("<p>Bis bald</p>")
            }
            #expect(moved.end == .done)
            #expect(moved.report.evidence?.url?.hasSuffix("/done/thank-you") == true)
        }

        @Test(arguments: [
            "<h1>Thank you for your application!</h1><p>We sent you a confirmation link, your application is not complete until you open it.</p>",
            "<h1>Vielen Dank für Ihre Bewerbung!</h1><p>Bitte klicken Sie auf den Link in der E-Mail, um sie zu bestätigen.</p>",
            "<h1>Merci pour votre candidature</h1><p>Votre candidature ne sera prise en compte qu'après avoir ouvert le lien.</p>",
            "<h1>メールを送信しました</h1><p>リンクをクリックして応募を完了してください。</p>",
        ])
        func `what is complete only once a link was opened is never told as done`(page: String) async throws {
            for answer in [form(), byScript("document.body.innerHTML = await answer.text();")] {
                let trial = try await Trial.run(answer, keeper) { _ in .html(page) }
                #expect(trial.end == .unconfirmed)
                #expect(trial.posts.count == 1)
                #expect(!trial.report.submitted)
            }
        }

        /// What leaves by a socket is held, read and counted by nobody (R8): it must not leave, and what goes another way
        /// instead is seen.
        @Test(arguments: [true, false])
        func `a form that would go by a socket goes the other way once, or not at all`(fallsBack: Bool) async throws {
            let html = form(
                "id=f",
                script: """
                    const done = () => { document.body.innerHTML = "<h1>Thank you for applying!</h1>"; };
                    const socket = new WebSocket(location.origin.replace("http", "ws") + "/live");
                    socket.onmessage = done;
                    f.onsubmit = (event) => {
                        event.preventDefault();
                        if (socket.readyState === WebSocket.OPEN) return socket.send("apply");
                        if (\(fallsBack)) fetch("/poll", { method: "POST", body: new FormData(f) }).then(done);
                    };
                    """
            )
            let trial = try await Trial.run(html, keeper)
            #expect(fallsBack ? trial.end == .done : !trial.report.submitted, "\(trial.end)")
            #expect(trial.posts.count == (fallsBack ? 1 : 0))
            #expect(!trial.requests.contains { $0.path == "/live" })
        }

        /// What a page and its worker have asked for before the form is sent leaves connections that are used again.
        @Test func `a form whose connection is closed without an answer is sent once`() async throws {
            let html = form(script: "fetch('/warm').then((answer) => answer.text());")
            let trial = try await Trial.run(html, keeper) { $0.method == "POST" ? .hangUp : .html("warm") }
            #expect(trial.end == .unconfirmed)
            #expect(trial.posts.count == 1)
            #expect(trial.requests.contains { $0.path == "/warm" })
        }

        @Test(arguments: [
            "<h1>Sign in</h1><form><label>E-mail <input name=u></label><input type=password name=p></form>",
            "<h1>An error occurred</h1>", "<h1>Your session has expired</h1>",
        ])
        func `an answer with a fine status and bad news is no proof`(page: String) async throws {
            let trial = try await Trial.run(form(), keeper) { _ in .html(page) }
            #expect(trial.end == .unconfirmed)
            #expect(trial.posts.count == 1)
        }

        @Test func `a refusal with the form shown again is mended and sent once more`() async throws {
            let again = form().replacing(
                "<form",
                by: "<p class=error>Your session was renewed, please send again.</p><form"
            )
            let trial = try await Trial.run(form(), keeper) { request in
                request.path == "/apply"
                    ? .html(again.replacing("/apply", by: "/again"), status: 422) : .html(Trial.thanks)
            }
            #expect(trial.end == .done)
            #expect(trial.posts.map(\.path) == ["/apply", "/again"])
            #expect(Trial.fields(trial.posts[1].body) == ["first": ["Alice"], "mail": ["alice@example.com"]])
            #expect(trial.watcher.count(.submitIntended) == 2)
            #expect(trial.watcher.count(.submitRejected) == 1)
            #expect(try trial.entry("first").outcome == .filled)
        }

        @Test(arguments: [422, 200])
        func `a refusal that nothing mends ends it, with the reason and without the values`(status: Int) async throws {
            let again = """
                <form method=post action=/apply><p class=error>The address alice@example.com is invalid</p>
                <label>First name * <input name=first value=Alice></label>
                <label>E-mail * <input name=mail value=alice@example.com></label><button>Submit application</button></form>
                """
            let trial = try await Trial.run(form(), keeper) { _ in .html(again, status: status) }
            #expect(trial.end == .rejected(reason: "the form says: The address … is invalid"))
            #expect(trial.posts.count == 1)
            #expect(!trial.watcher.transcript.contains("The address alice"))
        }

        @Test func `the browser's own check stops the submit before anything is sent`() async throws {
            let html = form().replacing("name=mail", by: "name=mail minlength=50")
            let trial = try await Trial.run(html, keeper)
            #expect(trial.posts.isEmpty)
            #expect(trial.end != .done)
            #expect(trial.end != .unconfirmed)
            #expect(try trial.entry("mail").outcome == .refused)
        }

        @Test func `a check of the page's own is a refusal when nothing was sent`() async throws {
            let html = form(
                "id=f",
                script: """
                    f.onsubmit = (event) => { event.preventDefault(); out.textContent = "Choose a shift first"; };
                    """,
                after: "<div id=out role=alert></div>"
            )
            let trial = try await Trial.run(html, keeper)
            #expect(trial.end == .rejected(reason: "the form says: Choose a shift first"))
            #expect(trial.posts.isEmpty)
            #expect(presses(trial) == 2)
        }

        @Test func `a page may ask whether one is sure`() async throws {
            let html = form("method=post action=/apply onsubmit=\"return confirm('Are you sure?')\"")
            let trial = try await Trial.run(html, keeper)
            #expect(trial.end == .done)
            #expect(trial.posts.count == 1)
        }

        @Test func `without leave to submit nothing is pressed`() async throws {
            let trial = try await Trial.run(form(), keeper, watcher: Watcher(mayPress: false))
            #expect(trial.end == .leaseLost)
            #expect(trial.posts.isEmpty)
            #expect(presses(trial) == 0)
            #expect(trial.watcher.count(.submitIntended) == 0)
        }

        @Test func `a form that demands what nobody answered is not sent`() async throws {
            let html = form().replacing("<button>", by: "<label>Shoe size * <input name=shoe></label><button>")
            let trial = try await Trial.run(html, keeper)
            #expect(trial.end == .unanswered)
            #expect(trial.posts.isEmpty)
            #expect(trial.report.missing.map(\.field.label) == ["Shoe size"])
        }

        @Test func `a page that never comes to rest is filled and sent all the same`() async throws {
            let html = form(
                script: "setInterval(() => { clock.textContent = Date.now(); }, 20);",
                after: "<p id=clock></p>"
            )
            let trial = try await Trial.run(html, keeper)
            #expect(trial.end == .done)
            #expect(trial.posts.count == 1)
        }

        @Test func `a search box and a newsletter stay out of it`() async throws {
            let html =
                "<form action=/s><input name=q placeholder=Search><button>Go</button></form>\(form())"
                + "<form method=post action=/news><input type=email name=n placeholder=E-mail><button>Submit</button></form>"
            let trial = try await Trial.run(html, keeper)
            #expect(trial.end == .done)
            #expect(trial.posts.map(\.path) == ["/apply"])
        }

        @Test func `a telephone number that the server will not have is sent once more as it is dialled at home`()
            async throws
        {
            let page = """
                <h1>Apply</h1><form id=f><label>Téléphone * <input name=tel type=tel required></label>
                <p id=e class=error></p><button>Submit application</button></form><script>
                f.onsubmit = async (event) => {
                  event.preventDefault();
                  const body = new URLSearchParams(new FormData(f));
                  const answer = await (await fetch("/apply", { method: "POST", body })).json();
                  if (answer.ok) { document.body.innerHTML = "<h1>Thank you, your application was received.</h1>"; return; }
                  f.tel.setAttribute("aria-invalid", "true"); e.textContent = "Le numéro doit comporter 10 chiffres.";
                };
                </script>
                """
            let applicant = Applicant(profile: ["phone": "+33 6 12 34 56 78", "location": ["country": "France"]])
            let trial = try await Trial.run(page, applicant) { request in
                .text(Trial.fields(request.body)["tel"] == ["0612345678"] ? #"{"ok":true}"# : #"{"ok":false}"#)
            }
            #expect(trial.posts.count == 2)
            #expect(trial.end == .done)
        }
    }
}
