import Chromium
import Foundation
import GhostHands
import NIOConcurrencyHelpers
import Postgres
import Store
import TestSupport
import Testing
import Worker

/// A login that a person made once lets the user's later jobs in (R58).
@Suite(.sharedBrowser) struct SessionTests {
    private static let alice: JSON = ["form_data": ["first": "Alice", "last": "Smith"]]

    /// A job for the form of ``SessionPages``.
    private static func submit(_ shop: Workshop, _ site: Site, _ user: UUID) async throws -> UUID {
        let port = site.origin.split(separator: ":").last ?? ""
        return try await shop.submit(
            "http://app.acme.localhost:\(port)/",
            alice,
            ["human_help": "on", "valet_user_id": .id(user)]
        )
    }

    /// Does what a person does on the login page of a paused job.
    private static func logIn(_ shop: Workshop, _ id: UUID) async throws {
        try await eventually("the page is theirs") { shop.tools.live.stage(of: id)?.page != nil }
        let page = try #require(shop.tools.live.stage(of: id)?.page)
        let user = try await page.locate(.css("[name=user]"))
        try await page.fill(user, with: "alice")
        let pass = try await page.locate(.css("[name=pass]"))
        try await page.fill(pass, with: "right")
        try await page.click(try await page.locate(.css("button")))
        _ = try await page.locate(.text("Welcome, Alice"), timeout: .seconds(20))
    }

    /// A worker with a browser of its own, as after a restart or in another process.
    private static func another(_ shop: Workshop) -> Workshop {
        var tools = shop.tools
        tools.browsers = BrowserKeeper(BrowserConfiguration(), logger: shop.log.logger)
        return shop.with(tools).fresh()
    }

    @Test func `who was logged in once is logged in after a restart and in another worker, by all that sites keep`()
        async throws
    {
        try await Workshop.open { shop in
            let term = NIOLockedValueBox(1)
            try await Site.open(SessionPages.answer(term)) { site in
                let user = UUID()
                try await shop.working {
                    let id = try await Self.submit(shop, site, user)
                    #expect(try await shop.job(id, becomes: .paused).interactionType == "login")
                    try await Self.logIn(shop, id)
                    try await shop.resume(id, .manual)
                    let job = try await shop.ended(id)
                    #expect(job.status == .completed, "\(job.errorDetails)")
                    let saved = try await shop.events(of: id, .sessionSaved)
                    #expect(saved.last?.metadata["domain"] == "app.acme.localhost")
                    let hosts = saved.last?.metadata["hosts"].array ?? []
                    #expect(Set(hosts.compactMap(\.string)).isSuperset(of: SessionPages.hosts), "\(hosts)")
                }
                let listed = try await shop.store.sessions.list(of: user).map(\.domain)
                #expect(Set(listed).isSuperset(of: SessionPages.hosts), "\(listed)")
                for worker in ["w1", "w2"] {
                    term.withLockedValue { $0 += 1 }
                    let before = site.requests.count
                    try await Self.another(shop).working { settings in
                        settings = WorkerSettings(id: worker, maxConcurrent: 2, isOnlyWorker: false)
                        settings.pollInterval = .milliseconds(50)
                        settings.drainTime = .milliseconds(50)
                    } _: {
                        let id = try await Self.submit(shop, site, user)
                        let job = try await shop.ended(id)
                        #expect(job.status == .completed, "\(job.errorDetails)")
                        #expect(try await shop.events(of: id, .sessionRestored).count == 1)
                        #expect(try await shop.events(of: id, .hitlPaused).isEmpty)
                    }
                    let asked = site.requests.dropFirst(before).map(\.path)
                    #expect(!asked.contains { $0.hasPrefix("/login") }, "\(asked)")
                    #expect(asked.contains("/check"), "the cookie of the application itself has ended")
                }
                // Nobody else's.
                try await Self.another(shop).working {
                    let id = try await Self.submit(shop, site, UUID())
                    try await shop.job(id, becomes: .paused)
                    #expect(try await shop.events(of: id, .sessionRestored).isEmpty)
                    #expect(try await shop.events(of: id, .sessionExpired).isEmpty)
                    _ = try await shop.store.jobs.cancel(id)
                }
            }
        }
    }

    @Test func `what a user deletes while a job runs stays deleted, and the next job asks again`() async throws {
        try await Workshop.open { shop in
            try await Site.open(HelpPages.behindCode) { site in
                let user = UUID()
                let members: [String: JSON] = ["human_help": "on", "valet_user_id": .id(user)]
                try await shop.working {
                    for isDeleted in [true, false] {
                        let id = try await shop.submit(site.origin + "/", Self.alice, members)
                        try await shop.job(id, becomes: .paused)
                        if isDeleted { _ = try await shop.store.sessions.delete(of: user) }
                        try await shop.resume(id, .code("424242"))
                        try await shop.job(id, becomes: .completed)
                        let kept = try await shop.store.sessions.list(of: user).map(\.domain)
                        #expect(kept == (isDeleted ? [] : ["127.0.0.1"]))
                    }
                }
            }
        }
    }

    /// Three quarters of it fit, and who is logged in does in any case.
    @Test func `a job that waits elsewhere keeps as much of a large session as fits`() async throws {
        let answer: @Sendable (Site.Request) -> Site.Answer = { request in
            let isKnown = request.headers["cookie"]?.contains("who=alice") ?? false
            guard request.path == "/", !isKnown || !(request.headers["cookie"]?.contains("code=ok") ?? false) else {
                return request.path == "/"
                    ? .html(Pages.form(Pages.names) + "<script>fetch('/kept/' + localStorage.length)</script>")
                    : HelpPages.behindCode(request)
            }
            let code = """
                <title>Verify</title><h1>Check your e-mail</h1><p>We have sent you a code.</p>
                <form action="/code" method="post"><label>Verification code
                <input name="otp" autocomplete="one-time-code" required></label><button>Verify</button></form>
                <script>if (!localStorage.length) for (let i = 0; i < 75; i++)
                    localStorage.setItem("key" + i, "\u{8a9e}".repeat(33_333));
                fetch("/kept/" + localStorage.length);</script>
                """
            return .html(code, headers: isKnown ? [] : [("set-cookie", "who=alice; Path=/; HttpOnly; Max-Age=900")])
        }
        try await Workshop.open { shop in
            try await Site.open(answer) { site in
                let user = UUID()
                var waiting: UUID?
                try await shop.working {
                    let members: [String: JSON] = ["human_help": "on", "valet_user_id": .id(user)]
                    let id = try await shop.submit(site.origin + "/", Self.alice, members)
                    try await shop.job(id, becomes: .paused)
                    waiting = id
                }
                let id = try #require(waiting)
                // What the pause itself has kept, and nothing else.
                try await shop.pool.execute("delete from gh_browser_sessions")
                let saved = try await shop.events(of: id, .sessionSaved).map(\.metadata)
                #expect(saved.contains { 20..<50 ~= $0["dropped"]["items"].int ?? 0 }, "\(saved)")
                let before = site.requests.count
                try await shop.resume(id, .code("424242"))
                try await Self.another(shop).working {
                    // Five megabytes go into a page again.
                    try await shop.job(id, becomes: .completed, within: .seconds(90))
                }
                let event = try #require(try await shop.events(of: id, .resumedElsewhere).first)
                #expect(event.metadata["session_stored"] == true, "\(event.metadata)")
                let later = site.requests.dropFirst(before)
                #expect(later.first { $0.path == "/" }?.headers["cookie"]?.contains("who=alice") ?? false)
                let kept = later.compactMap { $0.path.hasPrefix("/kept/") ? Int($0.path.dropFirst(6)) : nil }.first ?? 0
                #expect(25..<55 ~= kept, "\(kept) values are there again")
            }
        }
    }

    @Test(arguments: ["frame", "through", "opened"])
    func `another employer's page changes no log-in, and brings none into its jobs`(way: String) async throws {
        try await Workshop.open { shop in
            try await Site.open({ Self.poison($0, way) }) { site in
                let user = UUID()
                let own = try #require(HostName("own-\(way).localhost"))
                let good = SessionState(
                    storageState: [
                        "cookies": [["name": "sid", "value": "good", "domain": .string(own.text), "path": "/"]]
                    ]
                )
                let base = try await shop.store.sessions.load(of: user, for: own)
                _ = try await shop.store.sessions.save(good, base: base, of: user, for: own, met: [own])
                try await shop.working {
                    for round in 0..<2 {
                        let port = site.origin.split(separator: ":").last ?? ""
                        let id = try await shop.submit(
                            "http://evil.localhost:\(port)/?\(round)",
                            Self.alice,
                            ["valet_user_id": .id(user)]
                        )
                        #expect(try await shop.ended(id).status == .completed)
                    }
                }
                let asked = site.requests.filter { $0.path.hasPrefix("/csrf") }
                #expect(asked.count >= 2)
                #expect(!asked.contains { $0.headers["cookie"]?.contains("good") ?? false })
                let kept = try await shop.store.sessions.load(of: user, for: own).state
                #expect(kept.values.values.map { $0["value"] } == ["good"])
            }
        }
    }

    /// A form whose page has the browser ask another employer's host for a session of its own making.
    private static func poison(_ request: Site.Request, _ way: String) -> Site.Answer {
        let port = (request.headers["host"] ?? "").split(separator: ":").last ?? ""
        let own = "http://own-\(way).localhost:\(port)/csrf"
        if request.path.hasPrefix("/csrf") {
            let cookie = ("set-cookie", "sid=bad; Path=/; Secure; SameSite=None; Max-Age=9000")
            guard way == "through" else { return .html("", headers: [cookie]) }
            return .html("", status: 302, headers: [cookie, ("location", "http://evil.localhost:\(port)/form")])
        }
        if request.path == "/submit" { return .html(Pages.confirmation) }
        let form = Pages.form(Pages.names)
        switch way {
        case "frame": return .html(form + "<iframe src='\(own)'></iframe>")
        case "opened": return .html(form + "<script>open('\(own)')</script>")
        default: return request.path == "/form" ? .html(form) : .redirect(to: own)
        }
    }

    @Test func `a session that the site no longer takes is told of, and the human is asked`() async throws {
        try await Workshop.open { shop in
            try await Site.open(SessionPages.answer(NIOLockedValueBox(1))) { site in
                let user = UUID()
                let host: HostName = "app.acme.localhost"
                let stale = SessionState(
                    storageState: [
                        "cookies": [["name": "old", "value": "1", "domain": "app.acme.localhost", "path": "/"]]
                    ]
                )
                let base = try await shop.store.sessions.load(of: user, for: host)
                _ = try await shop.store.sessions.save(stale, base: base, of: user, for: host, met: [host])
                try await shop.working {
                    let id = try await Self.submit(shop, site, user)
                    try await shop.job(id, becomes: .paused)
                    let types = try await shop.events(of: id).map(\.type)
                    #expect(types.contains("session_restored"))
                    #expect(types.contains("session_expired"))
                    _ = try await shop.store.jobs.cancel(id)
                }
            }
        }
    }

    @Test func `a worker that is stopped keeps what its jobs have come to`() async throws {
        try await Workshop.open { shop in
            let pages: @Sendable (Site.Request) -> Site.Answer = { request in
                request.path == "/"
                    ? .html(
                        Pages.form(Pages.names),
                        headers: [("set-cookie", "kept=canary-cookie; Path=/; Max-Age=900")]
                    )
                    : .html("", after: Pages.never)
            }
            try await Site.open(pages) { site in
                let user = UUID()
                try await shop.working {
                    let id = try await shop.submit(site.origin + "/", Self.alice, ["valet_user_id": .id(user)])
                    try await eventually("the form is being sent") { site.requests.contains { $0.path == "/submit" } }
                    #expect(try await shop.job(id).status == .running)
                }
                #expect(try await shop.store.sessions.list(of: user).map(\.domain) == ["127.0.0.1"])
                let all = try await shop.dump()
                #expect(!all.contains("canary-cookie"))
            }
        }
    }
}

extension Workshop {
    /// Every row of every table of ours, as text.
    func dump() async throws -> String {
        try await pool.query(
            """
            select query_to_xml(format('select t::text from %I t', tablename), true, false, '')::text as all
            from pg_tables where tablename like 'gh\\_%'
            """
        ).map { try $0.string("all") }.joined(separator: "\n")
    }
}
