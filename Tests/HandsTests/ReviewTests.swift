import Chromium
import Foundation
import GhostHands
import Hands
import NIOConcurrencyHelpers
import TestSupport
import Testing

extension HandsTests {
    /// A form that the person whose browser it is sends themselves (R62): hands fill it, and never press.
    @Suite struct Review {
        /// Somebody who is shown a filled form, and does something with it each time.
        private final class Person: QuietSupervisor {
            let asked = NIOLockedValueBox<[Interaction.Kind]>([])
            let intended = NIOLockedValueBox(0)
            let told = NIOLockedValueBox<[JobEvent]>([])
            private let acts: @Sendable (Page, Int) async throws -> Void

            init(_ acts: @escaping @Sendable (Page, Int) async throws -> Void) { self.acts = acts }

            func report(_ event: JobEvent) async { told.withLockedValue { $0.append(event) } }

            func intendSubmit(on page: Page) async throws -> Bool {
                intended.withLockedValue { $0 += 1 }
                return true
            }

            func help(
                _ wanted: Interaction,
                with page: Page,
                in context: BrowserContext,
                watching watch: SubmitWatch
            ) async throws -> Help {
                let turn = asked.withLockedValue { asked in
                    asked.append(wanted.kind)
                    return asked.count
                }
                guard turn < 4 else { return .unanswered }
                try await acts(page, turn)
                return .given(.manual)
            }
        }

        private struct Run {
            let result: AttemptResult
            let asked: [Interaction.Kind]
            let events: [JobEvent]
            let posts: [String]
        }

        private static let fields = """
            <label>First name * <input name=first required></label><label>Last name <input name=last></label>
            <label>Email <input name=email type=email></label>
            """

        private static func form(_ more: String = "", script: String = "") -> String {
            "<title>Apply</title><form id=f method=post action=/apply>\(fields)\(more)"
                + "<button>Submit application</button></form><script>\(script)</script>"
        }

        private func run(
            _ html: String,
            _ acts: @escaping @Sendable (Page, Int) async throws -> Void
        ) async throws -> Run {
            let person = Person(acts)
            let browser = try suiteBrowser()
            return try await Site.open({ $0.method == "GET" ? .html(html) : .html(Trial.thanks) }) { site in
                try await browser.withContext { context in
                    try await context.withPage { page in
                        var task = AttemptTask(url: PageAddress(site.origin + "/"), applicant: keeper, submits: true)
                        (task.company.submits, task.company.isThere) = (true, true)
                        let attempt = Attempt(task, supervisor: person, limits: Trial.limits)
                        let result = try await attempt.run(in: context, page: page)
                        // Whatever the form is like: the hands themselves press nothing that may send it.
                        #expect(person.intended.withLockedValue(\.self) == 0)
                        return Run(
                            result: result,
                            asked: person.asked.withLockedValue(\.self),
                            events: person.told.withLockedValue(\.self),
                            posts: site.requests.filter { $0.method == "POST" }.map(\.body)
                        )
                    }
                }
            }
        }

        private static func press(_ page: Page) async throws {
            try await page.click(try #require(try await page.elements(.css("button")).first))
        }

        private static func enter(_ text: String, _ name: String, _ page: Page) async throws {
            try await page.fill(try #require(try await page.elements(.css("[name=\(name)]")).first), with: text)
        }

        @Test func `the person presses, and it is proven`() async throws {
            let run = try await run(Self.form()) { page, _ in try await Self.press(page) }
            #expect(run.result.end == .done)
            #expect(run.asked == [.review])
            #expect(run.posts.count == 1)
            #expect(run.posts.first?.contains("first=Alice") == true)
            #expect(run.result.report.submitted)
            #expect(run.result.report.changedByPerson.isEmpty)
        }

        @Test func `what they change before they press is told as theirs`() async throws {
            let run = try await run(Self.form()) { page, _ in
                try await Self.enter("Alicia", "first", page)
                try await Self.press(page)
            }
            #expect(run.result.end == .done)
            #expect(run.posts.first?.contains("first=Alicia") == true)
            #expect(run.result.report.changedByPerson.map(\.field.name) == ["first"])
            #expect(run.result.report.sentDifferently.isEmpty)
            let told = run.events.filter { $0.type == .changedByPerson }
            #expect(told.map { $0.metadata["fields"] } == [["First name"]])
        }

        @Test func `the same where a script sends the form`() async throws {
            let script = """
                f.onsubmit = async (event) => { event.preventDefault();
                await fetch("/apply", { method: "POST", body: new URLSearchParams(new FormData(f)) });
                document.body.innerHTML = "<h1>Thank you for applying!</h1>"; };
                """
            let run = try await run(Self.form(script: script)) { page, _ in
                try await Self.enter("Alicia", "first", page)
                try await Self.press(page)
            }
            #expect(run.result.end == .done)
            #expect(run.posts.count == 1)
            #expect(run.result.report.changedByPerson.map(\.field.name) == ["first"])
        }

        @Test func `who says that they are done and has sent nothing is shown it again, with what they entered`()
            async throws
        {
            let run = try await run(Self.form()) { page, turn in
                if turn == 1 { try await Self.enter("Alicia", "first", page) } else { try await Self.press(page) }
            }
            #expect(run.result.end == .done)
            #expect(run.asked == [.review, .review])
            #expect(run.posts.first?.contains("first=Alicia") == true)
            #expect(run.result.report.changedByPerson.map(\.field.name) == ["first"])
        }

        @Test func `a form that refuses what they sent is shown to them again`() async throws {
            let run = try await run(Self.form()) { page, turn in
                try await Self.enter(turn == 1 ? "" : "Alice", "first", page)
                try await Self.press(page)
            }
            #expect(run.result.end == .done)
            #expect(run.asked == [.review, .review])
            #expect(run.posts.count == 1)
        }

        @Test func `nobody presses, and nothing is sent`() async throws {
            let run = try await run(Self.form()) { _, _ in }
            #expect(run.result.end == .nobodyAnswered)
            #expect(run.posts.isEmpty)
        }

        @Test func `what becomes of a press that nothing proves is not known`() async throws {
            let run = try await run(
                Self.form(
                    script: "f.onsubmit = (event) => { event.preventDefault(); navigator.sendBeacon('/apply', "
                        + "new URLSearchParams(new FormData(f))); f.reset(); };"
                )
            ) { page, _ in try await Self.press(page) }
            #expect(run.result.end == .unconfirmed)
            #expect(run.asked == [.review])
        }
    }
}
