import Foundation
import GhostHands
import Postgres
import Store
import TestSupport
import Testing
import Worker

/// Jobs that get past a log-in and a code by themselves.
@Suite(.sharedBrowser) struct AccountTests {
    private static let input: JSON = ["form_data": ["first": "Alice", "last": "Smith", "email": "alice@example.com"]]
    private static let (name, password, secret) = ("zar-user@example.com", "Zar-Pass-2281", "JBSWY3DPEHPK3PXP")

    /// A form behind a log-in and the code of an authenticator.
    @Sendable private static func site(_ request: Site.Request) -> Site.Answer {
        let cookies = request.headers["cookie"] ?? ""
        switch request.path.prefix(while: { $0 != "?" }) {
        case "/" where cookies.contains("in=2"): return .html(Pages.form(Pages.names))
        case "/" where cookies.contains("in=1"):
            return .html(
                """
                <title>Verify</title><h1>Two-step verification</h1><p>Enter the code of your authenticator app.</p>
                <form action="/code" method="post"><label>Code <input name="otp" autocomplete="one-time-code"></label>
                <button>Verify</button></form>
                """
            )
        case "/login" where request.body == "user=zar-user%40example.com&pass=\(password)": return enter("in=1")
        case "/code" where codes().contains(String(request.body.dropFirst(4))): return enter("in=2")
        case "/", "/login", "/code":
            return .html(
                """
                <title>Sign in</title><h1>Sign in</h1><form action="/login" method="post"><label>E-mail
                <input name="user"></label><label>Password <input type="password" name="pass"></label>
                <button>Sign in</button></form>
                """
            )
        default: return .html(Pages.confirmation)
        }
    }

    private static func enter(_ cookie: String) -> Site.Answer {
        .html("<script>document.cookie = '\(cookie)'; location = '/'</script>")
    }

    /// The codes that a site takes: of this step and those beside it.
    private static func codes() -> [String] {
        guard let totp = TOTPSecret(secret) else { return [] }
        let now = totp.step(at: Date())
        return (-1...1).map { totp.code(at: now + $0) }
    }

    private static func credential(_ password: String, _ totp: String? = secret) -> Credential {
        Credential(
            domain: "127.0.0.1",
            username: name,
            password: password,
            totp: totp.flatMap { TOTPSecret($0) }
        )
    }

    /// A job that may ask a human, of a user who has a credential.
    private func submitted(_ credential: Credential, _ shop: Workshop, _ site: Site) async throws -> (UUID, UUID) {
        let id = try await shop.submit(site.origin + "/", Self.input, ["human_help": "on"])
        let user = try await user(of: id, shop)
        try await shop.store.credentials.put(credential, of: user)
        return (id, user)
    }

    private func user(of id: UUID, _ shop: Workshop) async throws -> UUID {
        let rows = try await shop.pool.query("select user_id from gh_automation_jobs where id = \(id)")
        return try #require(rows.first).uuid("user_id")
    }

    @Test func `a stored password and a stored secret lead to the form, and nobody is asked`() async throws {
        try await Workshop.open { shop in
            try await Site.open(Self.site) { site in
                let id = try await shop.submit(site.origin + "/", Self.input)
                let user = try await user(of: id, shop)
                try await shop.store.credentials.put(Self.credential(Self.password), of: user)
                try await shop.working {
                    let job = try await shop.ended(id)
                    #expect(job.status == .completed, "\(job.errorDetails)")
                    #expect(site.posts(to: "/login").count == 1)
                    #expect(site.posts(to: "/code").count == 1)
                    let listed = try await shop.store.credentials.list(of: user)
                    #expect(listed.first?.lastVerifiedAt != nil)
                    let rows = try await shop.pool.query(
                        """
                        select (select string_agg(t::text, '') from gh_job_events t)
                            || (select string_agg(t::text, '') from gh_automation_jobs t)
                            || coalesce((select string_agg(t::text, '') from gh_callback_outbox t), '') as told
                        """
                    )
                    let told = try #require(rows.first).string("told") + shop.log.lines.joined()
                    #expect(!told.contains("Zar-Pass"))
                    #expect(!told.contains("zar-user"))
                    #expect(!told.contains(Self.secret))
                    #expect(!Self.codes().contains { told.contains("\"\($0)\"") })
                }
            }
        }
    }

    @Test func `a stored password that is wrong is sent once, and the job waits for a log-in`() async throws {
        try await Workshop.open { shop in
            try await Site.open(Self.site) { site in
                let (id, user) = try await submitted(Self.credential("Zar-stale"), shop, site)
                try await shop.working {
                    let job = try await shop.job(id, becomes: .paused)
                    #expect(job.interactionType == "login")
                    #expect(job.statusMessage?.contains("refused the stored password") ?? false)
                    #expect(site.posts(to: "/login").count == 1)
                    #expect(try await shop.store.credentials.list(of: user).first?.isValid == false)
                    try await shop.resume(id, .credentials(username: Self.name, password: Self.password))
                    try await shop.paused(id, times: 2)
                    // The secret was refused with the password that it is kept with.
                    try await shop.resume(id, .code(Self.codes()[1]))
                    #expect(try await shop.ended(id).status == .completed)
                    #expect(site.posts(to: "/login").count == 2)
                }
            }
        }
    }

    /// What a site may say to a password without showing its log-in again, and whether it has refused it.
    @Test(arguments: [
        (500, "<h1>Something went wrong</h1>", false), (429, "<h1>Slow down</h1>", false),
        (200, "<h1>Sign in failed</h1><p>Wrong e-mail or password.</p><a href=/>Try again</a>", true),
        (200, "<h1>Your account has been locked after too many failed attempts</h1>", true),
    ])
    func `a password is sent once, whatever the site answers`(status: Int, page: String, isRefused: Bool) async throws {
        let answer: @Sendable (Site.Request) -> Site.Answer = { request in
            request.path == "/login" ? .html(page, status: status) : Self.site(request)
        }
        try await Workshop.open { shop in
            try await Site.open(answer) { site in
                let (id, user) = try await submitted(Self.credential(Self.password), shop, site)
                try await shop.working {
                    let job = try await shop.job(id, becomes: .paused)
                    #expect(job.interactionType == "login")
                    let kept = try await shop.store.credentials.list(of: user).first
                    #expect(kept?.isValid == !isRefused)
                    #expect(kept?.lastVerifiedAt == nil)
                    _ = try await shop.store.jobs.cancel(id)
                    let next = try await shop.submit(
                        site.origin + "/?next",
                        Self.input,
                        ["human_help": "on", "valet_user_id": .id(user)]
                    )
                    try await shop.job(next, becomes: .paused)
                    #expect(site.posts(to: "/login").count == 1)
                }
            }
        }
    }

    @Test func `two jobs at once send a wrong password once`() async throws {
        let answer: @Sendable (Site.Request) -> Site.Answer = { request in
            request.path == "/login" ? .html("<p>Wrong password</p>", after: .milliseconds(800)) : Self.site(request)
        }
        try await Workshop.open { shop in
            try await Site.open(answer) { site in
                let user = UUID()
                try await shop.store.credentials.put(Self.credential("Zar-stale"), of: user)
                let members: [String: JSON] = ["human_help": "on", "valet_user_id": .id(user)]
                let first = try await shop.submit(site.origin + "/", Self.input, members)
                let second = try await shop.submit(site.origin + "/?two", Self.input, members)
                try await shop.working {
                    $0.maxConcurrent = 2
                } _: {
                    try await shop.job(first, becomes: .paused)
                    let job = try await shop.job(second, becomes: .paused)
                    #expect(job.statusMessage?.contains("refused the stored password") ?? false)
                    #expect(site.posts(to: "/login").count == 1)
                }
            }
        }
    }

    @Test(arguments: [
        "action='http://evil.localhost:1/'", "action='/login'><button formaction='//evil.localhost:1/'>Go</button",
    ])
    func `a form that leads to another site gets no password`(form: String) async throws {
        let answer: @Sendable (Site.Request) -> Site.Answer = { _ in
            .html(
                """
                <title>Sign in</title><h1>Sign in</h1><form method="post" \(form)><label>E-mail <input name="user"></label>
                <input type="hidden" name="action"><label>Password <input type="password" name="pass"></label>
                <button>Sign in</button></form>
                """
            )
        }
        try await Workshop.open { shop in
            try await Site.open(answer) { site in
                let (id, _) = try await submitted(Self.credential(Self.password), shop, site)
                try await shop.working {
                    let job = try await shop.job(id, becomes: .paused)
                    #expect(
                        job.statusMessage?.contains("sends it to another site") ?? false,
                        "\(job.statusMessage ?? "")"
                    )
                }
            }
        }
    }

    @Test func `another user's credential is not opened`() async throws {
        try await Workshop.open { shop in
            try await Site.open(Self.site) { site in
                try await shop.store.credentials.put(Self.credential(Self.password), of: UUID())
                try await shop.working {
                    let id = try await shop.submit(site.origin + "/", Self.input)
                    #expect(try await shop.ended(id).errorCode == "login_required")
                    #expect(site.posts(to: "/login").isEmpty)
                }
            }
        }
    }
}
