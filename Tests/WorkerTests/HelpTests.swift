import Chromium
import Foundation
import GhostHands
import Outbound
import Postgres
import Store
import TestSupport
import Testing
import Waiting
import Worker

/// A job that stops for a human, and goes on in the very page.
@Suite(.sharedBrowser) struct HelpTests {
    private static let alice: JSON = [
        "form_data": [
            "first": "Alice", "last": "Smith", "email": "alice@example.com", "phone": "+1 555 0100", "city": "Austin",
        ]
    ]

    @Test func `a code before the form is asked for, entered, and the form is sent`() async throws {
        try await Workshop.open { shop in
            try await Site.open(HelpPages.behindCode) { site in
                try await shop.working {
                    let id = try await shop.submit(site.origin + "/", Self.alice, ["human_help": "on"])
                    let paused = try await shop.job(id, becomes: .paused)
                    #expect(paused.interactionType == "2fa")
                    #expect(paused.interactionData["page_url"].string == site.origin + "/")
                    #expect(paused.pausedAt != nil)
                    try await shop.resume(id, .code("424242"))
                    let job = try await shop.job(id, becomes: .completed)
                    #expect(job.resultData["submitted"] == true)
                    #expect(site.posts(to: "/code") == ["otp=424242"])
                    #expect(site.posts(to: "/submit").count == 1)
                    let told = try await shop.told(about: id)
                    #expect(told.map { $0["status"] } == ["running", "needs_human", "resumed", "completed"])
                    let interaction = told[1]["interaction"]
                    #expect(interaction["type"] == "2fa")
                    #expect(interaction["timeout_seconds"] == 300)
                    #expect(interaction["screenshot_url"].string?.contains("/blocker-") == true)
                    let events = try await shop.events(of: id).map(\.type)
                    #expect(events.contains("hitl_paused"))
                    #expect(events.contains("hitl_resumed"))
                }
            }
        }
    }

    @Test func `a wrong code pauses again, and the third time it is over`() async throws {
        try await Workshop.open { shop in
            try await Site.open(HelpPages.behindCode) { site in
                try await shop.working {
                    let id = try await shop.submit(site.origin + "/", Self.alice, ["human_help": "on"])
                    for number in 1...3 {
                        try await shop.paused(id, times: number)
                        try await shop.resume(id, .code("00000\(number)"))
                    }
                    let job = try await shop.ended(id)
                    #expect(job.errorCode == "login_required")
                    #expect(site.posts(to: "/code").count == 3)
                    #expect(site.posts(to: "/submit").isEmpty)
                }
            }
        }
    }

    @Test func `questions that nobody has answered are asked with their choices`() async throws {
        try await Workshop.open { shop in
            try await Site.open(Pages.board(HelpPages.question)) { site in
                try await shop.working {
                    let id = try await shop.submit(site.origin + "/", Self.alice, ["human_help": "on"])
                    let paused = try await shop.job(id, becomes: .paused)
                    #expect(paused.interactionType == "question")
                    let questions = paused.interactionData["questions"].array ?? []
                    #expect(questions.map { $0["label"] } == ["Which shift do you want?"])
                    #expect(questions.first?["options"].array?.contains("Night") == true)
                    #expect(questions.first?["required"] == true)
                    let stray = CallerOrder.Resume(by: .human, .answers(["Which colour?": "Red"], remember: false))
                    guard case .unfit(let reason) = try await shop.store.jobs.resume(id, stray) else {
                        throw Flaw("an answer to no question was taken")
                    }
                    #expect(reason.contains("\"shift\""))
                    try await shop.resume(id, .answers(["Which shift do you want?": "Night"], remember: false))
                    let job = try await shop.job(id, becomes: .completed)
                    #expect(site.posts(to: "/submit").first?.contains("name=\"shift\"\r\n\r\nn\r\n") == true)
                    let sources = job.resultData["fields"].array?.map { $0["source"] }
                    #expect(sources?.last == "human")
                }
            }
        }
    }

    @Test func `what was answered is entered once more, without asking, where the page begins anew`() async throws {
        let reloading = """
            <script>document.querySelector("[name=shift]").onchange = () => {
              if (sessionStorage.seen) return;
              sessionStorage.seen = "yes";
              location.reload();
            };</script>
            """
        try await Workshop.open { shop in
            try await Site.open(Pages.board(HelpPages.question + reloading)) { site in
                try await shop.working {
                    let id = try await shop.submit(site.origin + "/", Self.alice, ["human_help": "on"])
                    try await shop.job(id, becomes: .paused)
                    try await shop.resume(id, .answers(["Which shift do you want?": "Night"], remember: false))
                    let job = try await shop.ended(id)
                    #expect(job.status == .completed, "\(job.errorDetails)")
                    #expect(try await shop.events(of: id, .hitlPaused).count == 1)
                    #expect(site.posts(to: "/submit").first?.contains("name=\"shift\"\r\n\r\nn\r\n") == true)
                }
            }
        }
    }

    @Test func `a code asked for after the submit is entered, and the form is sent once more`() async throws {
        try await Workshop.open { shop in
            try await Site.open(HelpPages.codeAfterSubmit) { site in
                try await shop.working {
                    let id = try await shop.submit(site.origin + "/", Self.alice, ["human_help": "on"])
                    let paused = try await shop.job(id, becomes: .paused)
                    #expect(paused.interactionType == "2fa")
                    #expect(paused.hasOpenSubmitIntent)
                    try await shop.resume(id, .code("AAAAAAAA"))
                    try await shop.paused(id, times: 2)
                    try await shop.resume(id, .code(CodedForm.code))
                    let job = try await shop.ended(id)
                    #expect(job.status == .completed, "\(job.errorDetails)")
                    #expect(site.posts(to: "/submit").count == 3)
                    let rejected = try await shop.events(of: id, .submitRejected)
                    #expect(rejected.count == 2)
                }
            }
        }
    }

    @Test func `a database that is away as a form is about to be sent once more costs no application`() async throws {
        try await Workshop.open { shop in
            try await Site.open(HelpPages.codeAfterSubmit) { site in
                try await shop.failOnceBeforeSubmit()
                try await shop.working {
                    let id = try await shop.submit(site.origin + "/", Self.alice, ["human_help": "on"])
                    try await shop.paused(id, times: 1)
                    try await shop.resume(id, .code(CodedForm.code))
                    let job = try await shop.ended(id)
                    #expect(job.status == .completed, "\(job.errorDetails)")
                    #expect(site.posts(to: "/submit").count == 2)
                    let failures = try await shop.pool.query("select 1 from failures where last_value > 1")
                    #expect(failures.count == 1)
                }
            }
        }
    }

    @Test func `a form that a person sends themselves while helping is not sent again`() async throws {
        try await Workshop.open { shop in
            try await Site.open(Pages.board(HelpPages.question)) { site in
                try await shop.working {
                    let id = try await shop.submit(site.origin + "/", Self.alice, ["human_help": "on"])
                    try await shop.job(id, becomes: .paused)
                    try await eventually("the page is theirs") { shop.tools.live.stage(of: id)?.page != nil }
                    let page = try #require(shop.tools.live.stage(of: id)?.page)
                    let list = try #require(try await page.elements(.css("select")).first)
                    try await page.select(list, [.label("Day")])
                    try await page.click(try #require(try await page.elements(.css("form button")).first))
                    try await eventually("they have sent it") { site.posts(to: "/submit").count == 1 }
                    try await shop.resume(id, .manual)
                    let job = try await shop.ended(id)
                    #expect(job.status == .completed, "\(job.errorDetails)")
                    #expect(site.posts(to: "/submit").count == 1)
                }
            }
        }
    }

    @Test func `a running job is taken over before it sends anything, and what the person entered stays`() async throws
    {
        try await Workshop.open { shop in
            try await Site.open(HelpPages.slow) { site in
                try await shop.working {
                    let id = try await shop.submit(site.origin + "/", Self.alice, ["human_help": "on"])
                    try await shop.job(id, becomes: .running)
                    guard case .asked = try await shop.store.jobs.askForHands(id) else {
                        throw Flaw("it was not asked")
                    }
                    shop.workload.lookForAnswers()
                    let paused = try await shop.job(id, becomes: .paused)
                    #expect(paused.interactionType == "takeover")
                    #expect(!paused.hasOpenSubmitIntent)
                    #expect(site.posts(to: "/submit").isEmpty)
                    try await eventually("the page is theirs") { shop.tools.live.stage(of: id)?.page != nil }
                    let page = try #require(shop.tools.live.stage(of: id)?.page)
                    let box = try #require(try await page.elements(.css("[name=first]")).first)
                    try await page.fill(box, with: "Beatrice")
                    try await shop.resume(id, .manual)
                    let job = try await shop.ended(id)
                    #expect(job.status == .completed, "\(job.errorDetails)")
                    let sent = site.posts(to: "/submit")
                    #expect(sent.count == 1)
                    #expect(sent.first?.contains("Beatrice") == true)
                    #expect(sent.first?.contains("Smith") == true)
                    #expect(try await shop.events(of: id, .takeOverRequested).count == 1)
                }
            }
        }
    }

    @Test func `a picture is kept for whoever is reached by no socket`() async throws {
        try await Workshop.open { shop in
            try await Site.open(HelpPages.behindCode) { site in
                try await shop.working {
                    let id = try await shop.submit(site.origin + "/", Self.alice, ["human_help": "on"])
                    try await shop.job(id, becomes: .paused)
                    let links = shop.store.liveLinks
                    let secret = Data(repeating: 1, count: 32)
                    let link = try #require(try await links.make(of: id, mode: .view, secret: secret, seconds: 600))
                    try await links.wantPicture(link.id)
                    try await eventually("it is kept") {
                        try await shop.pool.query("select from gh_live_links where pictured_at is not null").count == 1
                    }
                    let picture = try #require(try await shop.blobs.get(LivePicture.key(of: id), limit: 1 << 22))
                    #expect(picture.starts(with: [0x89, 0x50]))
                    try await shop.resume(id, .code("424242"))
                    try await shop.job(id, becomes: .completed)
                }
            }
        }
    }

    @Test func `nobody answers in time`() async throws {
        try await Workshop.open { shop in
            try await Site.open(HelpPages.behindCode) { site in
                try await shop.working {
                    let id = try await shop.submit(site.origin + "/", Self.alice, ["human_help": "on"])
                    try await shop.job(id, becomes: .paused)
                    try await shop.pool.execute(
                        "update gh_automation_jobs set paused_at = now() - interval '301 seconds' where id = \(id)"
                    )
                    let job = try await shop.ended(id)
                    #expect(job.errorCode == "hitl_timeout")
                    #expect(try await shop.events(of: id, .hitlTimeout).count == 1)
                }
            }
        }
    }

    @Test func `a paused job leaves its slot to others`() async throws {
        try await Workshop.open { shop in
            try await Site.open(HelpPages.behindCode) { blocked in
                try await Site.open(Pages.board()) { open in
                    try await shop.working {
                        let waiting = try await shop.submit(blocked.origin + "/", Self.alice, ["human_help": "on"])
                        try await shop.job(waiting, becomes: .paused)
                        let other = try await shop.submit(open.origin + "/", Self.alice)
                        try await shop.job(other, becomes: .completed)
                        try await shop.resume(waiting, .code("424242"))
                        try await shop.job(waiting, becomes: .completed)
                    }
                }
            }
        }
    }

    /// Where the person opens it in the job's own page, that says so; elsewhere nobody knows.
    @Test(arguments: [true, false])
    func `a link that completes the application is waited for, and nothing is sent again`(isHere: Bool) async throws {
        let answer: @Sendable (Site.Request) -> Site.Answer = { request in
            switch request.path {
            case "/": .html(Pages.form(Pages.names))
            case "/submit":
                .html(
                    """
                    <h1>Thank you for your application!</h1><p>We sent you a confirmation link. Your application is not
                    complete until you open it.</p>
                    """
                )
            case "/confirm": .html("<h1>Your application is now complete</h1><p>Good luck!</p>")
            default: .html("", status: 404)
            }
        }
        try await Workshop.open { shop in
            try await Site.open(answer) { site in
                try await shop.working {
                    let id = try await shop.submit(site.origin + "/", Self.alice, ["human_help": "on"])
                    let asking = try await shop.job(id, becomes: .paused)
                    #expect(asking.interactionType == "2fa")
                    #expect(asking.statusMessage?.contains("link") ?? false, "\(asking.statusMessage ?? "")")
                    if isHere {
                        try await eventually("the page is theirs") { shop.tools.live.stage(of: id)?.page != nil }
                        let page = try #require(shop.tools.live.stage(of: id)?.page)
                        _ = try await page.navigate(to: site.origin + "/confirm")
                    }
                    try await shop.resume(id, .manual)
                    let job = try await shop.ended(id)
                    #expect(job.status == (isHere ? .completed : .failed))
                    #expect(job.errorCode == (isHere ? nil : "submission_unconfirmed"))
                    #expect(site.posts(to: "/submit").count == 1)
                }
            }
        }
    }

    @Test func `a job whose worker stops waits without it and goes on in another`() async throws {
        try await Workshop.open { shop in
            try await Site.open(HelpPages.behindCode) { site in
                var waiting: UUID?
                try await shop.working {
                    let id = try await shop.submit(site.origin + "/", Self.alice, ["human_help": "on"])
                    try await shop.job(id, becomes: .paused)
                    waiting = id
                }
                let id = try #require(waiting)
                let left = try await shop.job(id)
                #expect(left.status == .paused)
                #expect(left.workerID == nil)
                try await shop.resume(id, .code("424242"))
                #expect(try await shop.job(id).status == .pending)
                var tools = shop.tools
                tools.browsers = BrowserKeeper(BrowserConfiguration(), logger: shop.log.logger)
                try await shop.with(tools).fresh().working { try await shop.job(id, becomes: .completed) }
                #expect(try await shop.events(of: id, .resumedElsewhere).count == 1)
                #expect(site.posts(to: "/code") == ["otp=424242"])
            }
        }
    }

    @Test func `a cancelled job stops waiting`() async throws {
        try await Workshop.open { shop in
            try await Site.open(HelpPages.behindCode) { site in
                try await shop.working {
                    let id = try await shop.submit(site.origin + "/", Self.alice, ["human_help": "on"])
                    try await shop.job(id, becomes: .paused)
                    _ = try await shop.store.jobs.cancel(id)
                    try await eventually("its page is closed") { shop.workload.count == 0 }
                    #expect(try await shop.job(id).status == .cancelled)
                }
            }
        }
    }

    @Test func `where nobody may be asked the job fails with what stands in the way`() async throws {
        try await Workshop.open { shop in
            try await Site.open(HelpPages.behindCode) { site in
                try await shop.working {
                    let id = try await shop.submit(site.origin + "/", Self.alice, ["human_help": "off"])
                    #expect(try await shop.ended(id).errorCode == "login_required")
                }
            }
        }
    }

    @Test func `what a person gave stands in no row once it was read`() async throws {
        try await Workshop.open { shop in
            try await Site.open(HelpPages.behindCode) { site in
                try await shop.working {
                    let id = try await shop.submit(site.origin + "/", Self.alice, ["human_help": "on"])
                    try await shop.job(id, becomes: .paused)
                    try await shop.resume(id, .code("424242"))
                    try await shop.job(id, becomes: .completed)
                    let rows = try await shop.pool.query("select 1 from gh_resolutions where job_id = \(id)")
                    #expect(rows.isEmpty)
                    let events = try await shop.events(of: id).map { JSON.object($0.metadata.object ?? [:]).text }
                    #expect(!events.joined().contains("424242"))
                    #expect(!(try await shop.job(id).resultData.text).contains("424242"))
                }
            }
        }
    }
}

extension Workshop {
    /// Answers a paused job as the API does.
    func resume(_ id: UUID, _ resolution: Resolution) async throws {
        let sealed = try store.help.seal(resolution, for: id)
        let answer = CallerOrder.Resume(by: .human, resolution)
        guard case .done = try await store.jobs.resume(id, answer, sealed: sealed) else {
            throw Flaw("the job cannot be resumed")
        }
        wake.raise()
        workload.lookForAnswers()
    }

    /// Has the first statement fail that writes down that a form is sent once more, as where the database shuts down.
    func failOnceBeforeSubmit() async throws {
        _ = try await pool.query("create sequence failures")
        _ = try await pool.query(
            """
            create function fail_once() returns trigger language plpgsql as $$ begin
            if nextval('failures') = 1 then raise exception 'away' using errcode = '57P01'; end if;
            return new; end $$
            """
        )
        _ = try await pool.query(
            """
            create trigger fail_once before update on gh_automation_jobs for each row
            when (old.submit_intent_at is not null and to_jsonb(old) - 'updated_at' = to_jsonb(new) - 'updated_at')
            execute function fail_once()
            """
        )
    }

    /// Waits until a job has paused so many times.
    func paused(_ id: UUID, times: Int) async throws {
        try await eventually("the job has paused \(times) times") {
            let count = try await events(of: id, .hitlPaused).count
            let status = try await job(id).status
            return count == times && status == .paused
        }
    }
}
