import Foundation
import GhostHands
import Store
import TestSupport
import Testing
import Worker

/// Sites that answer at once and take their time with the page that the answer leads to.
@Suite(.sharedBrowser) struct SlowAnswerTests {
    private static let alice: JSON = ["form_data": ["first": "Alice", "last": "Smith"]]
    /// Longer than any single action may take.
    private static let long = Duration.seconds(12)

    /// A form behind a log-in that sets its cookie with a redirection to a page that takes its time.
    @Sendable private static func site(_ request: Site.Request) -> Site.Answer {
        let isIn = request.headers["cookie"]?.contains("in=canary") ?? false
        switch request.path {
        case "/" where isIn: return .html(Pages.form(Pages.names))
        case "/home": return .html("", status: 302, headers: [("location", "/")], after: long)
        case "/login":
            let cookie = ("set-cookie", "in=canary; Path=/; HttpOnly; Max-Age=9000")
            return .html("", status: 302, headers: [("location", "/home"), cookie])
        case "/submit": return .html(Pages.confirmation)
        default:
            return .html(
                """
                <title>Sign in</title><h1>Sign in</h1><form action="/login" method="post"><label>E-mail
                <input name="user"></label><label>Password <input type="password" name="pass"></label>
                <button>Sign in</button></form>
                """
            )
        }
    }

    @Test(arguments: [true, false])
    func `a log-in is kept when it is answered, and goes on when its page has come`(isStored: Bool) async throws {
        try await Workshop.open { shop in
            try await Site.open(Self.site) { site in
                let user = UUID()
                let members: [String: JSON] = ["human_help": isStored ? "off" : "on", "valet_user_id": .id(user)]
                if isStored {
                    let stored = Credential(domain: "127.0.0.1", username: "a@example.com", password: "Zar-Pass-2281")
                    try await shop.store.credentials.put(stored, of: user)
                }
                try await shop.working {
                    let id = try await shop.submit(site.origin + "/", Self.alice, members)
                    if !isStored {
                        try await shop.job(id, becomes: .paused)
                        try await shop.resume(id, .credentials(username: "a@example.com", password: "Zar-Pass-2281"))
                    }
                    try await eventually("the log-in is answered", within: .seconds(40)) {
                        site.requests.contains { $0.path == "/home" }
                    }
                    let answered = ContinuousClock.now
                    try await eventually("it is kept") {
                        let kept = try await shop.store.sessions.load(of: user, for: "127.0.0.1")
                        return kept.state.values.values.contains { $0["value"] == "canary" }
                    }
                    #expect(ContinuousClock.now - answered < .seconds(9), "long before the page has come")
                    let job = try await shop.ended(id)
                    #expect(job.status == .completed, "\(job.errorDetails)")
                    #expect(site.posts(to: "/login").count == 1)
                    #expect(try await shop.events(of: id, .jobStarted).count == 1)
                    if isStored {
                        #expect(try await shop.store.credentials.list(of: user).first?.lastVerifiedAt != nil)
                    }
                }
            }
        }
    }

    @Test func `a confirmation that takes its time confirms`() async throws {
        let answer: @Sendable (Site.Request) -> Site.Answer = { request in
            switch request.path {
            case "/submit": .redirect(to: "/thanks")
            case "/thanks": .html(Pages.confirmation, after: Self.long)
            default: .html(Pages.form(Pages.names))
            }
        }
        try await Workshop.open { shop in
            try await Site.open(answer) { site in
                try await shop.working {
                    let job = try await shop.ended(try await shop.submit(site.origin + "/", Self.alice))
                    #expect(job.status == .completed, "\(job.errorDetails)")
                    #expect(site.posts(to: "/submit").count == 1)
                }
            }
        }
    }
}
