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
