import Foundation
import GhostHands
import Hands
import TestSupport
import Testing

extension HandsTests {
    /// A page may answer what was entered a moment later: the form is looked at again before it is sent.
    @Suite struct Rest {
        private func form(_ more: String = "", script: String) -> String {
            """
            <h1>Apply</h1><form id=f method=post action=/apply><label>First name * <input name=first required></label>
            <label>E-mail * <input name=mail required></label>\(more)<button>Submit application</button></form>
            <script>\(script)</script>
            """
        }

        private static let shift = "<label>Which shift do you want? * <input name=shift required></label>"
        private static let answers = Applicant(
            profile: ["first_name": "Ada", "email": "ada@example.org", "city": "London"],
            answers: ["Which shift do you want?": "Nights"]
        )

        private static let reveals = "f.insertBefore(more.content.cloneNode(true), f.lastElementChild)"

        @Test(arguments: [
            "f.first.oninput = () => setTimeout(() => \(reveals), 700);",
            "f.mail.onchange = () => fetch('/slow').then(() => \(reveals));",
            "f.mail.onblur = () => setTimeout(() => fetch('/slow').then(() => \(reveals)), 300);",
            "setTimeout(() => \(reveals), 800);",
            "f.mail.oninput = () => setTimeout(() => setTimeout(() => \(reveals), 900), 900);",
        ])
        func `a question that comes after a timer or a request is answered before the form is sent`(
            script: String
        ) async throws {
            let html = "<template id=more>\(Self.shift)</template>" + form(script: script)
            let trial = try await Trial.run(html, Self.answers) { request in
                request.path == "/slow" ? .any("", type: "text/plain", after: .milliseconds(700)) : .html(Trial.thanks)
            }
            #expect(trial.end == .done)
            #expect(try trial.posted()["shift"] == ["Nights"])
        }

        @Test(arguments: [50, 400, 800])
        func `what a script takes out again is entered again`(after milliseconds: Int) async throws {
            let script = "setTimeout(() => { for (const one of f.elements) one.value = ''; }, \(milliseconds));"
            let trial = try await Trial.run(form(script: script), Self.answers)
            #expect(trial.end == .done)
            #expect(try trial.posted()["first"] == ["Ada"])
            #expect(try trial.posted()["mail"] == ["ada@example.org"])
        }

        @Test func `a button that only leaving the last box enables is pressed`() async throws {
            let script =
                "f.lastElementChild.disabled = true; f.mail.onchange = () => f.lastElementChild.disabled = false;"
            let trial = try await Trial.run(form(script: script), Self.answers)
            #expect(trial.end == .done)
        }

        @Test func `a form that changes for ever comes to an end, and is never sent without its answers`() async throws
        {
            let script = "setInterval(() => { f.first.value = ''; f.first.placeholder = Math.random(); }, 20);"
            let trial = try await Trial.run(form(script: script), Self.answers)
            #expect(trial.posts.count <= 1)
            for post in trial.posts { #expect(Trial.fields(post.body)["first"] == ["Ada"]) }
        }
    }

    /// What is told of what left the page.
    @Suite struct WhatWasSent {
        private static let applicant = Applicant(profile: ["first_name": "Ada", "email": "ada@example.org"])

        private func form(_ script: String) -> String {
            """
            <h1>Apply</h1><form id=f method=post action=/apply><label>First name * <input name=first></label>
            <label>E-mail * <input name=mail></label><button>Submit application</button></form>
            <div id=out></div><script>\(script)</script>
            """
        }

        private func byFetch(_ body: String) -> String {
            form(
                """
                f.onsubmit = async (event) => {
                  event.preventDefault();
                  await fetch("/apply", { method: "POST", body: \(body) });
                  document.body.innerHTML = "<h1>Thank you for applying!</h1>";
                };
                """
            )
        }

        @Test(arguments: [
            "new URLSearchParams(new FormData(f))", "new FormData(f)",
            "JSON.stringify({ first: f.first.value, mail: f.mail.value })",
        ])
        func `what was sent as it was entered is said to be`(body: String) async throws {
            let trial = try await Trial.run(byFetch(body), Self.applicant)
            #expect(trial.end == .done)
            #expect(trial.report.fields.map(\.sent) == [.asEntered, .asEntered])
            #expect(trial.watcher.count(.sentDifferently) == 0)
        }

        @Test func `a form that the browser sends is read as well`() async throws {
            let trial = try await Trial.run(form(""), Self.applicant)
            #expect(trial.report.fields.map(\.sent) == [.asEntered, .asEntered])
        }

        @Test func `a form with a file that the browser sends is read as well`() async throws {
            let html = form("f.enctype = 'multipart/form-data';")
                .replacing("<button", by: "<label>Resume <input type=file name=cv></label><button")
            let file = FileManager.default.temporaryDirectory.appending(path: "gh-\(UUID().uuidString).pdf")
            try Data("%PDF-1.4".utf8).write(to: file)
            defer { try? FileManager.default.removeItem(at: file) }
            let applicant = Applicant(profile: Self.applicant.profile, files: [Applicant.resumeFile: file.path])
            let trial = try await Trial.run(html, applicant)
            #expect(trial.end == .done)
            #expect(trial.report.fields.map(\.sent) == [.asEntered, .asEntered, .asEntered])
        }

        @Test func `a body of 20 MB is not looked at, and that is said`() async throws {
            let trial = try await Trial.run(
                byFetch("JSON.stringify({ first: f.first.value, mail: f.mail.value, cv: 'x'.repeat(20 << 20) })"),
                Self.applicant
            )
            #expect(trial.end == .done)
            #expect(trial.report.fields.map(\.sent) == [.notSeen, .notSeen])
            let sent = trial.report.json(for: .others)["sent"].array ?? []
            #expect(sent.map { $0["reason"].string?.contains("2 MB") } == [true, true])
        }

        @Test func `an answer that the page sends as something else is told`() async throws {
            let trial = try await Trial.run(
                byFetch("JSON.stringify({ first: 'Bob', mail: f.mail.value })"),
                Self.applicant
            )
            #expect(trial.end == .done)
            #expect(trial.report.fields.map(\.sent) == [.differently("Bob"), .asEntered])
            let told = trial.watcher.events.filter { $0.type == .sentDifferently }
            #expect(told.map { $0.metadata["fields"] } == [["First name"]])
            #expect(!told.description.contains("Bob"))
        }

        @Test func `a window that asks whether to send is answered, and the form sent once`() async throws {
            let script = """
                let sure = false;
                f.onsubmit = (event) => {
                  if (sure) return;
                  event.preventDefault();
                  out.innerHTML = "<div class=box><p>Are you sure you want to submit your application?</p>"
                    + "<button id=no type=button>Cancel</button><button id=yes type=button>Yes, submit</button></div>";
                  yes.onclick = () => { sure = true; f.requestSubmit(); };
                };
                """
            let trial = try await Trial.run(form(script), Self.applicant)
            #expect(trial.end == .done)
            #expect(trial.posts.count == 1)
        }

        @Test func `a submit that only leads to another page of the form is none`() async throws {
            let script = """
                f.onsubmit = (event) => {
                  event.preventDefault();
                  f.outerHTML = `<form method=post action=/apply><h2>One more step</h2><label>City * <input name=city required>
                    </label><label>Why us? <input name=why></label><button>Submit</button></form>`;
                };
                """
            let trial = try await Trial.run(
                form(script),
                Applicant(profile: ["first_name": "Ada", "email": "ada@example.org", "location": ["city": "Oslo"]])
            )
            #expect(trial.end == .done)
            #expect(try trial.posted()["city"] == ["Oslo"])
            #expect(trial.watcher.count(.submitIntended) == 2)
        }

        @Test func `a page to look over, with a button that confirms, is confirmed`() async throws {
            let script = """
                f.onsubmit = (event) => {
                  event.preventDefault();
                  f.hidden = true;
                  out.innerHTML = "<h2>Please review and confirm your application</h2>"
                    + "<button id=edit type=button>Edit</button><button id=yes type=button>Confirm and send</button>";
                  yes.onclick = () => f.submit();
                };
                """
            let trial = try await Trial.run(form(script), Self.applicant)
            #expect(trial.end == .done)
            #expect(try trial.posted()["first"] == ["Ada"])
        }

        @Test func `a window that says that something is missing is left to a person`() async throws {
            let script = """
                f.onsubmit = (event) => {
                  event.preventDefault();
                  out.innerHTML = "<p>Continue without a resume?</p><button id=yes type=button>Yes</button>";
                  yes.onclick = () => f.submit();
                };
                """
            let trial = try await Trial.run(form(script), Self.applicant)
            #expect(trial.posts.isEmpty)
            #expect(
                trial.end == .rejected(reason: "the page sent nothing; the page says: Continue without a resume?; Yes")
            )
        }

        @Test(arguments: [
            "event.preventDefault(); out.textContent = 'Write your name in capitals.';", "event.preventDefault();",
        ])
        func `a press of which nothing leaves the page is a refusal`(script: String) async throws {
            let trial = try await Trial.run(form("f.onsubmit = (event) => { \(script) };"), Self.applicant)
            #expect(trial.posts.isEmpty)
            guard case .rejected(let reason) = trial.end else {
                Issue.record("\(trial.end)")
                return
            }
            #expect(reason.hasPrefix("the page sent nothing"))
            #expect(reason.contains("capitals") == script.contains("capitals"))
        }

        /// Ways to send a form that show nothing, and that are no request of the page's own script.
        @Test(arguments: [
            "const s = document.createElement('script'); s.src = '/apply?' + told; document.body.append(s);",
            "new Image().src = '/apply?' + told;",
            "new Image().src = '/apply?d=' + btoa(told + '&' + told);",
            """
            const work = "onconnect = (event) => { event.ports[0].onmessage = (said) => fetch(said.data[0], "
              + "{ method: 'POST', body: said.data[1] }); };";
            const worker = new SharedWorker(URL.createObjectURL(new Blob([work])));
            worker.port.postMessage([location.origin + "/apply", told]);
            """,
        ])
        func `a form that may have been sent out of sight is not sent again`(script: String) async throws {
            let telling = "const told = new URLSearchParams(new FormData(f)).toString();"
            let trial = try await Trial.run(
                form("f.onsubmit = (event) => { event.preventDefault(); \(telling) \(script) };"),
                Applicant(profile: ["first_name": "Augusta", "last_name": "Lovelace", "email": "augusta@example.org"])
            )
            #expect(trial.end == .unconfirmed)
            #expect(trial.requests.count { $0.path.hasPrefix("/apply") } == 1)
        }
    }
}
