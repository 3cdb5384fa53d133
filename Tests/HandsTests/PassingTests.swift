import Chromium
import Foundation
import GhostHands
import Hands
import NIOConcurrencyHelpers
import TestSupport
import Testing

extension HandsTests {
    /// What people do to a page that asks for them, and what the program does afterwards.
    @Suite struct Passing {
        /// Somebody who checks the box that only people may check, and takes the page over once.
        private final class Person: QuietSupervisor {
            let asked = NIOLockedValueBox<[Interaction.Kind]>([])
            private let wants = NIOLockedValueBox(0)
            private let takesOver: Bool

            init(takesOver: Bool) { self.takesOver = takesOver }

            func handsAreWanted() async -> Bool {
                guard takesOver else { return false }
                return wants.withLockedValue { wants in
                    wants += 1
                    return wants == 1
                }
            }

            func help(
                _ wanted: Interaction,
                with page: Page,
                in context: BrowserContext,
                watching watch: SubmitWatch
            ) async throws -> Help {
                asked.withLockedValue { $0.append(wanted.kind) }
                // The second click takes the first one back, as the end of a token's life does.
                if let box = try await page.elements(.css("#r")).first { try await page.click(box) }
                if let place = try await page.elements(.css("#beside")).first { try await page.click(place) }
                return .given(.manual)
            }
        }

        private static let page = """
            <form method=post action=/apply><label>First name * <input name=first required></label>
            <label><input type=checkbox name=r id=r> I am not a robot</label><button>Submit application</button></form>
            """

        private func kinds(takesOver: Bool) async throws -> (asked: [Interaction.Kind], posts: [String]) {
            let person = Person(takesOver: takesOver)
            let browser = try suiteBrowser()
            return try await Site.open({ $0.method == "GET" ? .html(Self.page) : .html(Trial.thanks) }) { site in
                try await browser.withContext { context in
                    try await context.withPage { page in
                        let task = AttemptTask(url: PageAddress(site.origin + "/"), applicant: keeper, submits: true)
                        let attempt = Attempt(task, supervisor: person, limits: Trial.limits)
                        let result = try await attempt.run(in: context, page: page)
                        #expect(result.end == .done)
                        let posts = site.requests.filter { $0.method == "POST" }.map(\.body)
                        return (person.asked.withLockedValue(\.self), posts)
                    }
                }
            }
        }

        @Test func `a challenge is asked for last, and the form follows at once`() async throws {
            let done = try await kinds(takesOver: false)
            #expect(done.asked == [.captcha])
            #expect(done.posts == ["first=Alice&r=on"])
        }

        @Test func `a challenge whose answer was lost while somebody had the page is posed again before the press`()
            async throws
        {
            let done = try await kinds(takesOver: true)
            #expect(done.asked == [.captcha, .takeOver, .captcha])
            #expect(done.posts == ["first=Alice&r=on"])
        }

        /// What somebody did beside the form made the page send it, or leave it: the end, and what was posted.
        private func ended(beside: String) async throws -> (end: AttemptEnd, posts: Int) {
            let html = """
                <form id=f method=post action=/apply><label>First name * <input name=first required></label>
                <label>Last name * <input name=last required></label><label><input type=checkbox name=r id=r> I am not a robot</label>
                <button>Submit application</button></form>\(beside)
                """
            let person = Person(takesOver: false)
            let answer: @Sendable (Site.Request) -> Site.Answer = { request in
                request.path == "/thanks" ? .html(Trial.thanks) : request.method == "GET" ? .html(html) : .html("ok")
            }
            return try await Site.open(answer) { site in
                try await suiteBrowser().withContext { context in
                    try await context.withPage { page in
                        let task = AttemptTask(url: PageAddress(site.origin + "/"), applicant: keeper, submits: true)
                        let end = try await Attempt(task, supervisor: person, limits: Trial.limits)
                            .run(in: context, page: page).end
                        return (end, site.requests.count { $0.method == "POST" })
                    }
                }
            }
        }

        private static func beside(_ script: String) -> String {
            "<p id=beside>Done</p><script>const all = () => JSON.stringify(Object.fromEntries(new FormData(f)));"
                + "const post = (to, body) => fetch(to, { method: 'POST', body });"
                + "beside.onclick = async () => { \(script) };</script>"
        }

        @Test(arguments: [
            "post('/apply', all())",
            "navigator.sendBeacon('/apply', all())",
            "post('/apply', `${f.first.value} ${f.last.value}`)",
            "post('/apply', JSON.stringify({ application: btoa(all()) }))",
            "post('/apply', await new Response(new Blob([all()]).stream().pipeThrough(new CompressionStream('gzip'))).blob())",
            "post('/apply', JSON.stringify({ data: btoa([...all().padEnd(90)].map((one) => '\\x88' + one).join('')) }))",
            "for (const name of ['first', 'last']) await post('/apply/' + name, JSON.stringify({ value: f[name].value }))",
            """
            const frame = document.createElement('iframe'); frame.name = 'sent'; frame.hidden = true;
            document.body.append(frame); f.target = 'sent'; f.submit(); f.target = '';
            """,
        ])
        func `what a page has sent by itself is not sent again`(script: String) async throws {
            let (end, posts) = try await ended(beside: Self.beside(script))
            #expect(end == .unconfirmed)
            #expect(posts == (script.hasPrefix("for") ? 2 : 1))
        }

        @Test(arguments: [
            "post('/apply/draft', all())",
            "post('/passed', JSON.stringify({ token: 'x7'.repeat(200) }))",
            "post('/verify-captcha', 'x7'.repeat(200))",
            "for (let turn = 0; turn < 4; turn += 1) await post('/seen', new Blob([new Uint8Array(900).fill(200)]))",
        ])
        func `what a page only keeps, proves or counts does not hold the application back`(script: String) async throws
        {
            let (end, posts) = try await ended(beside: Self.beside(script))
            #expect(end == .done)
            #expect(posts == (script.hasPrefix("for") ? 5 : 2))
        }

        @Test func `words of thanks behind a link prove nothing of a form that was not sent`() async throws {
            let (end, posts) = try await ended(beside: "<a id=beside href=/thanks>More about us</a>")
            #expect(end == .unconfirmed)
            #expect(posts == 0)
        }

        @Test func `what is merely there is told with the page, and nobody is asked`() async throws {
            let html = """
                <form method=post action=/apply><label>First name <input name=first></label>
                <textarea name=g-recaptcha-response style="display:none"></textarea><button>Submit</button></form>
                """
            let trial = try await Trial.run(html, keeper)
            #expect(trial.end == .done)
            let told = trial.watcher.events.first { $0.type == .pageRead }
            #expect(told?.metadata["challenges_present"] == ["recaptcha"])
        }
    }
}
