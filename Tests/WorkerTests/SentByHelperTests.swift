import Chromium
import Foundation
import GhostHands
import TestSupport
import Testing
import Worker

/// Whoever helps may send the application themselves: it is never sent again, and the job's end says what is true.
@Suite(.sharedBrowser) struct SentByHelperTests {
    private static let alice: JSON = ["form_data": ["first": "Alice", "last": "Smith", "email": "alice@example.com"]]

    /// A form that a script sends; the thanks take its place, or it is emptied and says nothing.
    private static func scripted(_ fields: String, after: String) -> String {
        """
        <!doctype html><title>Apply</title><h1>Apply</h1><form id="form">\(fields)<button>Submit application</button>
        </form><script>
        form.onsubmit = async (event) => {
          event.preventDefault();
          await fetch("/submit", { method: "POST", body: new URLSearchParams(new FormData(form)) });
          \(after)
        };
        </script>
        """
    }

    private static let thanks = "document.body.innerHTML = '<h1>Thank you for applying!</h1>';"

    private static let wall = """
        <!doctype html><title>Sign in</title><h1>Sign in</h1><form action="/login" method="post">
        <label>Email <input name="email" type="email" autocomplete="username"></label>
        <label>Password <input name="password" type="password"></label><button>Sign in</button></form>
        """

    /// A form behind a log-in.
    private static func walled(_ form: String) -> @Sendable (Site.Request) -> Site.Answer {
        { request in
            switch request.path {
            case "/" where request.headers["cookie"]?.contains("in=1") == true: .html(form)
            case "/": .html(wall)
            case "/login": .html("<script>document.cookie = 'in=1'; location = '/'</script>")
            case "/submit": .html(Pages.confirmation)
            default: .html("", status: 404)
            }
        }
    }

    /// Runs a job until it is paused, lets somebody do something with its page, and then say that it is done.
    private func job(
        at answer: @escaping @Sendable (Site.Request) -> Site.Answer,
        waitsFor kind: String,
        person: (Page) async throws -> Void
    ) async throws -> (Job, posts: Int) {
        var end: (Job, Int)?
        try await Workshop.open { shop in
            try await Site.open(answer) { site in
                try await shop.working {
                    let id = try await shop.submit(site.origin + "/", Self.alice, ["human_help": "on"])
                    let paused = try await shop.job(id, becomes: .paused)
                    #expect(paused.interactionType == kind)
                    try await eventually("the page is theirs") { shop.tools.live.stage(of: id)?.page != nil }
                    try await person(try #require(shop.tools.live.stage(of: id)?.page))
                    try await eventually("they have sent it") { site.posts(to: "/submit").count == 1 }
                    try await eventually("that is written down") { try await shop.job(id).hasOpenSubmitIntent }
                    try await shop.resume(id, .manual)
                    end = (try await shop.ended(id), site.posts(to: "/submit").count)
                }
            }
        }
        return try #require(end)
    }

    private func enter(_ text: String, in selector: String, of page: Page) async throws {
        let field = try #require(try await page.elements(.css(selector)).first)
        try await page.fill(field, with: text)
    }

    private func press(_ page: Page) async throws {
        try await page.click(try #require(try await page.elements(.css("form button")).first))
    }

    /// Somebody who logs in, fills the form and sends it.
    private func applies(_ page: Page) async throws {
        try await enter("alice@example.com", in: "[name=email]", of: page)
        try await enter("secret", in: "[name=password]", of: page)
        try await press(page)
        try await eventually("the form is there") { try await !page.elements(.css("[name=first]")).isEmpty }
        try await enter("Alice", in: "[name=first]", of: page)
        try await enter("Smith", in: "[name=last]", of: page)
        try await press(page)
    }

    @Test func `behind a log-in, with a page of thanks`() async throws {
        let (job, posts) = try await job(at: Self.walled(Pages.form(Pages.names)), waitsFor: "login", person: applies)
        #expect(job.status == .completed, "\(job.errorDetails)")
        #expect(posts == 1)
    }

    @Test func `behind a log-in, by a script, with thanks in place`() async throws {
        let form = Self.scripted(Pages.names, after: Self.thanks)
        let (job, posts) = try await job(at: Self.walled(form), waitsFor: "login", person: applies)
        #expect(job.status == .completed, "\(job.errorDetails)")
        #expect(posts == 1)
    }

    @Test func `behind a log-in, and nothing says whether it was taken`() async throws {
        let form = Self.scripted(Pages.names, after: "form.reset();")
        let (job, posts) = try await job(at: Self.walled(form), waitsFor: "login", person: applies)
        #expect(job.errorCode == "submission_unconfirmed")
        #expect(posts == 1)
    }

    @Test(arguments: [thanks: "completed", "form.reset();": "submission_unconfirmed", "": "submission_unconfirmed"])
    func `beside a question, by a script`(after: String, end: String) async throws {
        let page = Self.scripted(HelpPages.question, after: after)
        let (job, posts) = try await job(at: { $0.path == "/" ? .html(page) : .html("ok") }, waitsFor: "question") {
            let list = try #require(try await $0.elements(.css("select")).first)
            try await $0.select(list, [.label("Day")])
            try await press($0)
        }
        #expect(job.status == .completed ? end == "completed" : job.errorCode == end)
        #expect(posts == 1)
    }

    /// Ways of sending that are no request of the page's own for a document or by a script.
    @Test(arguments: [
        "navigator.sendBeacon('/submit', new URLSearchParams(new FormData(form))); location = '/thanks';": "completed",
        """
        const code = "onmessage = async (event) => { await fetch(event.data[0], { method: 'POST', "
          + "body: new URLSearchParams(event.data[1]) }); postMessage(1); }";
        new Worker(URL.createObjectURL(new Blob([code])))
          .postMessage([location.origin + "/submit", [...new FormData(form)]]);
        """: "submission_unconfirmed",
        "form.action = '/submit'; form.method = 'post'; form.target = '_blank'; form.submit();": "completed",
    ])
    func `beside a question, by other ways`(send: String, end: String) async throws {
        let page = Self.scripted(HelpPages.question, after: "").replacing(/await fetch.*;/) { _ in send }
        let (job, posts) = try await job(
            at: { $0.path == "/" ? .html(page) : .html(Pages.confirmation) },
            waitsFor: "question"
        ) {
            let list = try #require(try await $0.elements(.css("select")).first)
            try await $0.select(list, [.label("Day")])
            try await press($0)
        }
        #expect(job.status == .completed ? end == "completed" : job.errorCode == end)
        #expect(posts == 1)
    }

    /// A button that is no submit by its type: a script sends the form, and the page stays as it was.
    @Test(arguments: [
        "": "submission_unconfirmed", "button.disabled = true;": "submission_unconfirmed",
        "button.textContent = 'Sent';": "submission_unconfirmed", thanks: "completed",
        "alertBox.textContent = 'Thank you! Your application has been received.';": "completed",
    ])
    func `beside a question, by a button that only a script makes a submit`(after: String, end: String) async throws {
        let page = Self.scripted(HelpPages.question, after: after)
            .replacing("<button>", with: "<button type=button id=button>")
            .replacing("</form>", with: "</form><p id=alertBox role=alert></p>")
            .replacing("form.onsubmit", with: "button.onclick")
        let (job, posts) = try await job(at: { $0.path == "/" ? .html(page) : .html("ok") }, waitsFor: "question") {
            let list = try #require(try await $0.elements(.css("select")).first)
            try await $0.select(list, [.label("Day")])
            try await press($0)
        }
        #expect(job.status == .completed ? end == "completed" : job.errorCode == end)
        #expect(posts == 1)
    }

    @Test func `in a window that closes itself`() async throws {
        let page = Pages.form(HelpPages.question).replacing("<form", with: "<form target=\"_blank\"")
        let (job, posts) = try await job(
            at: { request in
                request.path == "/" ? .html(page) : .html("<h1>Thank you</h1><script>window.close()</script>")
            },
            waitsFor: "question"
        ) {
            let list = try #require(try await $0.elements(.css("select")).first)
            try await $0.select(list, [.label("Day")])
            try await press($0)
        }
        #expect(job.errorCode == "submission_unconfirmed")
        #expect(posts == 1)
    }

    @Test func `a log-in is no application`() async throws {
        try await Workshop.open { shop in
            try await Site.open(Self.walled(Pages.form(Pages.names))) { site in
                try await shop.working {
                    let id = try await shop.submit(site.origin + "/", Self.alice, ["human_help": "on"])
                    try await shop.job(id, becomes: .paused)
                    try await eventually("the page is theirs") { shop.tools.live.stage(of: id)?.page != nil }
                    let page = try #require(shop.tools.live.stage(of: id)?.page)
                    try await enter("alice@example.com", in: "[name=email]", of: page)
                    try await enter("secret", in: "[name=password]", of: page)
                    try await press(page)
                    try await eventually("they are in") { try await !page.elements(.css("[name=first]")).isEmpty }
                    try await shop.resume(id, .manual)
                    let job = try await shop.ended(id)
                    #expect(job.status == .completed, "\(job.errorDetails)")
                    #expect(site.posts(to: "/submit").count == 1)
                }
            }
        }
    }
}
