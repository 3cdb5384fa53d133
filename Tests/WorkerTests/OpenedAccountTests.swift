import Foundation
import GhostHands
import NIOConcurrencyHelpers
import Postgres
import Store
import TestSupport
import Testing
import Worker

/// An account that a job has opened, or met, is its user's in later jobs too (R56).
@Suite(.sharedBrowser) struct OpenedAccountTests {
    private static let email = "alice@example.com"
    private static let input: JSON = [
        "profile": ["first_name": "Alice", "last_name": "Smith", "email": .string(email)],
        "form_data": ["first": "Alice", "last": "Smith"],
    ]

    /// A form behind an account.
    private final class Portal: Sendable {
        struct State {
            var accounts: [String: String] = [:]
            /// Whether whoever has an account is let in only once their address is proven.
            var mustProve = false
            var isProven = false
            /// Whether whoever comes is asked to register first, and whether the page then leads to the log-in too.
            var registersFirst = false
            var leadsToLogin = true
            /// How long it takes to open an account.
            var patience = Duration.zero
        }

        let state: NIOLockedValueBox<State>

        init(_ state: State) { self.state = NIOLockedValueBox(state) }

        func answer(_ request: Site.Request) -> Site.Answer {
            let given = Dictionary(
                request.body.split(separator: "&").map { part in
                    let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
                    return (pair[0], (pair.count > 1 ? pair[1] : "").removingPercentEncoding ?? "")
                }
            ) { first, _ in first }
            let isIn = request.headers["cookie"]?.contains("in=1") ?? false
            switch (request.method, request.path.prefix { $0 != "?" }) {
            case (_, "/") where isIn: return .html(Pages.form(Pages.names))
            case ("POST", "/login"): return logIn(given)
            case ("POST", "/register"): return register(given)
            case (_, "/register"):
                return .html(Self.registration("", leads: state.withLockedValue(\.leadsToLogin)))
            case (_, "/submit"): return .html(Pages.confirmation)
            case (_, "/login"): return .html(Self.login(""))
            default: return .redirect(to: state.withLockedValue(\.registersFirst) ? "/register" : "/login")
            }
        }

        private func logIn(_ given: [String: String]) -> Site.Answer {
            let state = state.withLockedValue { $0 }
            guard let password = state.accounts[given["email"] ?? ""], password == given["pass"] else {
                return .html(Self.login("Wrong e-mail or password."))
            }
            if state.mustProve, !state.isProven {
                return .html(
                    Self.login("You must verify your account before you sign in. A link was sent to your email.")
                )
            }
            return .html("", status: 302, headers: [("location", "/"), ("set-cookie", "in=1; Path=/; Max-Age=900")])
        }

        private func register(_ given: [String: String]) -> Site.Answer {
            let (isNew, mustProve) = state.withLockedValue { state in
                let email = given["email"] ?? ""
                guard state.accounts[email] == nil else { return (false, false) }
                state.accounts[email] = given["pass"]
                return (true, state.mustProve)
            }
            guard isNew else {
                return .html(
                    Self.registration("An account with this email address already exists. Please sign in.")
                )
            }
            let patience = state.withLockedValue(\.patience)
            guard mustProve else { return .html("", status: 302, headers: [("location", "/login")], after: patience) }
            return .html(
                """
                <title>Check your email</title><h1>Check your email</h1><p>We have sent a verification link to you. Open it
                to activate your account, then sign in.</p><a href="/login">Sign in</a>
                """
            )
        }

        private static func login(_ said: String) -> String {
            """
            <title>Sign in</title><h1>Sign in</h1><div role="alert">\(said)</div><form action="/login" method="post">
            <label>Email Address <input name="email" autocomplete="email" required></label>
            <label>Password <input type="password" name="pass" autocomplete="current-password" required></label>
            <button>Sign in</button></form><a href="/register">Create Account</a>
            """
        }

        private static func registration(_ said: String, leads: Bool = true) -> String {
            """
            <title>Create Account</title><h1>Create Account</h1><div role="alert">\(said)</div>
            <form action="/register" method="post"><label>Email Address <input name="email" required></label>
            <label>Password <input type="password" name="pass" autocomplete="new-password" required></label>
            <label>Verify Password <input type="password" name="again" autocomplete="new-password" required></label>
            <button>Create Account</button></form>
            """ + (leads ? "<a href=\"/login\">Already have an account? Sign In</a>" : "")
        }
    }

    private static func submit(_ shop: Workshop, _ site: Site, _ user: UUID, asks: Bool = true) async throws -> UUID {
        try await submit(shop, site.origin, user, asks: asks)
    }

    private static func submit(_ shop: Workshop, _ origin: String, _ user: UUID, asks: Bool = true) async throws -> UUID
    {
        try await shop.submit(
            origin + "/?\(UUID())",
            input,
            [
                "human_help": asks ? "on" : "off", "valet_user_id": .id(user), "account_creation": "allowed",
            ]
        )
    }

    @Test func `an account that nobody has verified in time is there for later jobs, and no other is opened`()
        async throws
    {
        try await Workshop.open { shop in
            let portal = Portal(.init(mustProve: true))
            try await Site.open(portal.answer) { site in
                let user = UUID()
                try await shop.working {
                    let first = try await Self.submit(shop, site, user)
                    #expect(try await shop.job(first, becomes: .paused).interactionType == "2fa")
                    _ = try await shop.store.jobs.cancel(first)
                    let second = try await Self.submit(shop, site, user)
                    let asking = try await shop.job(second, becomes: .paused)
                    #expect(asking.interactionType == "2fa", "\(asking.statusMessage ?? "")")
                    #expect(asking.statusMessage?.contains("sent a link") ?? false)
                    #expect(try await shop.store.credentials.list(of: user).map(\.isValid) == [true])
                    portal.state.withLockedValue { $0.isProven = true }
                    try await shop.resume(second, .manual)
                    #expect(try await shop.ended(second).status == .completed)
                    _ = try await shop.store.sessions.delete(of: user)
                    let third = try await shop.ended(try await Self.submit(shop, site, user, asks: false))
                    #expect(third.status == .completed, "\(third.errorDetails)")
                    #expect(site.posts(to: "/register").count == 1)
                }
            }
        }
    }

    @Test func `a password that was refused before its account was opened is right after`() async throws {
        try await Workshop.open { shop in
            let portal = Portal(.init())
            try await Site.open(portal.answer) { site in
                let user = UUID()
                // What a worker has kept that died before the site had it.
                let made = Credential(domain: "127.0.0.1", username: Self.email, password: "Made-Pass-2281!x")
                _ = try await shop.store.credentials.add(made, of: user)
                try await shop.working {
                    let job = try await shop.ended(try await Self.submit(shop, site, user, asks: false))
                    #expect(job.status == .completed, "\(job.errorDetails)")
                    #expect(site.posts(to: "/register").count == 1)
                    let kept = try await shop.store.credentials.list(of: user)
                    #expect(kept.map(\.isValid) == [true])
                    #expect(kept.first?.lastVerifiedAt != nil)
                }
            }
        }
    }

    @Test(arguments: [true, false])
    func `a form to register is left for the log-in by whoever has one`(isRight: Bool) async throws {
        try await Workshop.open { shop in
            let portal = Portal(.init(accounts: [Self.email: "Her-Own-Pass"], registersFirst: true))
            try await Site.open(portal.answer) { site in
                let user = UUID()
                let password = isRight ? "Her-Own-Pass" : "Her-Old-Pass"
                try await shop.store.credentials.put(
                    Credential(domain: "127.0.0.1", username: Self.email, password: password),
                    of: user
                )
                try await shop.working {
                    let id = try await Self.submit(shop, site, user)
                    if isRight {
                        #expect(try await shop.ended(id).status == .completed)
                    } else {
                        #expect(try await shop.job(id, becomes: .paused).interactionType == "login")
                    }
                    #expect(site.posts(to: "/login").count == 1)
                    #expect(site.posts(to: "/register").isEmpty)
                }
            }
        }
    }

    /// What the person has given for the whole site is used where a host of it knows them already: once.
    @Test(arguments: [true, false])
    func `who is registered already logs in with what they have given`(isRight: Bool) async throws {
        try await Workshop.open { shop in
            let portal = Portal(
                .init(accounts: [Self.email: "Her-Own-Pass"], registersFirst: true, leadsToLogin: false)
            )
            try await Site.open(portal.answer) { site in
                let user = UUID()
                let port = site.origin.split(separator: ":").last.map(String.init) ?? ""
                let password = isRight ? "Her-Own-Pass" : "Her-Old-Pass"
                try await shop.store.credentials.put(
                    Credential(domain: "acme.localhost", username: Self.email, password: password),
                    of: user
                )
                try await shop.working {
                    let id = try await Self.submit(shop, "http://careers.acme.localhost:\(port)", user)
                    if isRight {
                        let job = try await shop.ended(id)
                        #expect(job.status == .completed, "\(job.errorDetails)")
                    } else {
                        let job = try await shop.job(id, becomes: .paused)
                        #expect(job.interactionType == "login")
                        #expect(job.statusMessage?.contains("has an account") ?? false, "\(job.statusMessage ?? "")")
                        #expect(job.statusMessage?.contains("refused the stored password") ?? false)
                    }
                    #expect(site.posts(to: "/register").count == 1)
                    #expect(site.posts(to: "/login").count == 1)
                }
            }
        }
    }

    @Test(arguments: [false, true])
    func `of three jobs that want an account at once one opens it, and all apply`(registersFirst: Bool) async throws {
        try await Workshop.open { shop in
            let portal = Portal(.init(registersFirst: registersFirst, patience: .milliseconds(700)))
            try await Site.open(portal.answer) { site in
                let user = UUID()
                var jobs: [UUID] = []
                for _ in 0..<3 { jobs.append(try await Self.submit(shop, site, user, asks: false)) }
                try await shop.working {
                    $0.maxConcurrent = 3
                } _: {
                    for id in jobs {
                        let job = try await shop.ended(id)
                        #expect(job.status == .completed, "\(job.errorDetails)")
                    }
                    #expect(site.posts(to: "/register").count == 1)
                    #expect(site.posts(to: "/submit").count == 3)
                    let kept = try await shop.store.credentials.list(of: user)
                    #expect(kept.map(\.isValid) == [true])
                    #expect(kept.first?.lastVerifiedAt != nil)
                }
            }
        }
    }

    @Test func `who is registered already is registered no more`() async throws {
        try await Workshop.open { shop in
            let portal = Portal(.init(accounts: [Self.email: "Her-Own-Pass"]))
            try await Site.open(portal.answer) { site in
                let user = UUID()
                try await shop.working {
                    let id = try await Self.submit(shop, site, user)
                    let asking = try await shop.job(id, becomes: .paused)
                    #expect(asking.interactionType == "login")
                    #expect(asking.statusMessage?.contains("has an account") ?? false)
                    _ = try await shop.store.jobs.cancel(id)
                    let next = try await shop.ended(try await Self.submit(shop, site, user, asks: false))
                    #expect(next.errorCode == "login_required")
                    #expect(site.posts(to: "/register").count == 1)
                    #expect(try await shop.store.credentials.list(of: user).isEmpty, "it has given none")
                }
            }
        }
    }
}
