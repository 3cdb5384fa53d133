import Chromium
import Foundation
import GhostHands
import Hands
import NIOConcurrencyHelpers
import TestSupport
import Testing

extension HandsTests {
    /// A person before the browser who does something while the hands are at work (R62): the hands keep still, and what
    /// the person has entered stays.
    @Suite struct Company {
        private static let stillness = Duration.seconds(1)

        /// Somebody who does something once the hands are at a certain point, and sends the form when it is filled.
        private final class Neighbour: QuietSupervisor {
            let told = NIOLockedValueBox<[JobEvent]>([])
            private let waiting: NIOLockedValueBox<Act?>
            private let moment: Moment

            /// When they begin.
            enum Moment { case whenItIsRead, whileItIsFilled }

            typealias Act = @Sendable (Page) async throws -> Void

            private let page: Page

            init(_ page: Page, _ moment: Moment, _ act: @escaping Act) {
                (self.page, self.moment, waiting) = (page, moment, NIOLockedValueBox(act))
            }

            func report(_ event: JobEvent) async {
                told.withLockedValue { $0.append(event) }
                if event.type == .stepCompleted, event.metadata["kind"] == "fill" { await act(.whileItIsFilled) }
            }

            func progress(_ progress: JobProgress) async {
                if progress.step == .fillingForm { await act(.whenItIsRead) }
            }

            private func act(_ now: Moment) async {
                guard now == moment else { return }
                let act = waiting.withLockedValue { act in
                    defer { act = nil }
                    return act
                }
                do { try await act?(page) } catch { Issue.record(error) }
            }

            func help(
                _ wanted: Interaction,
                with page: Page,
                in context: BrowserContext,
                watching watch: SubmitWatch
            ) async throws -> Help {
                #expect(wanted.kind == .review)
                try await page.click(try #require(try await page.elements(.css("button")).first))
                return .given(.manual)
            }
        }

        private struct Run {
            let result: AttemptResult
            let events: [JobEvent]
            let sent: [String: [String]]

            /// What was done to the form, in its order: by whom is to be seen by what.
            var log: [Substring] { (sent["log"]?.first ?? "").split(separator: " ") }

            /// When a field first changed, in milliseconds.
            func time(of name: String) throws -> Double {
                let entry = try #require(log.first { $0.hasPrefix(name + "@") }, "nothing was done to \(name): \(log)")
                return try #require(Double(entry.dropFirst(name.count + 1)))
            }
        }

        /// Fields that stand at known places, each with a box after it that is filled by itself.
        private static func form(_ names: [String]) -> String {
            let fields = names.enumerated().map { number, name in
                """
                <div style="position:fixed;left:10px;top:\(number * 40)px">\(label(name)) <input name=\(name) \
                style="position:fixed;left:300px;width:200px;height:20px;top:\(number * 40)px"></div>
                """
            }
            return """
                <title>Apply</title><form method=post action=/apply>\(fields.joined())<input type=hidden name=log>
                <button style="position:fixed;top:500px">Submit application</button></form><script>
                const log = document.querySelector("[name=log]");
                const note = (event) => { log.value += ` ${event.target.name}@${Math.round(performance.now())}`; };
                addEventListener("input", note, true);
                </script>
                """
        }

        private static func label(_ name: String) -> String {
            ["first": "First name", "last": "Last name", "email": "Email", "city": "City"][name] ?? name
        }

        /// Where a field stands.
        private static func place(_ number: Int) -> (x: Double, y: Double) { (400, Double(number * 40) + 12) }

        private static func press(_ number: Int, _ page: Page) async throws {
            let (x, y) = place(number)
            try await page.dispatch(.mouse(.init(.move, x: x, y: y)))
            try await page.dispatch(.mouse(.init(.press, x: x, y: y, button: .left)))
            try await page.dispatch(.mouse(.init(.release, x: x, y: y, button: .left)))
        }

        private static func type(_ text: String, _ page: Page) async throws {
            for letter in text {
                try await page.dispatch(.key(.init(String(letter), isDown: true)))
                try await page.dispatch(.key(.init(String(letter), isDown: false)))
            }
        }

        private func run(
            _ html: String,
            _ moment: Neighbour.Moment,
            _ act: @escaping Neighbour.Act
        ) async throws -> Run {
            try await Site.open({ $0.method == "GET" ? .html(html) : .html(Trial.thanks) }) { site in
                var options = ContextOptions.guarded(by: AddressRule(.privateNetwork)) { _ in [] }
                options.stillness = Self.stillness
                return try await suiteBrowser().withContext(options) { context in
                    try await context.withPage { page in
                        let person = Neighbour(page, moment) { page in
                            try await act(page)
                            try await eventually("the person is noticed") { context.stirs > 0 }
                        }
                        var task = AttemptTask(url: PageAddress(site.origin + "/"), applicant: keeper, submits: true)
                        (task.company.submits, task.company.isThere) = (true, true)
                        let attempt = Attempt(task, supervisor: person, limits: Trial.limits)
                        let result = try await attempt.run(in: context, page: page)
                        let post = site.requests.first { $0.method == "POST" }
                        return Run(
                            result: result,
                            events: person.told.withLockedValue(\.self),
                            sent: Trial.fields(post?.body ?? "")
                        )
                    }
                }
            }
        }

        @Test func `what they enter before the hands come to it stays, and is told`() async throws {
            let run = try await run(Self.form(["first", "last", "email"]), .whenItIsRead) { page in
                try await Self.press(1, page)
                try await Self.type("Jones", page)
            }
            #expect(run.result.end == .done)
            #expect(run.sent["last"] == ["Jones"])
            #expect(run.sent["first"] == ["Alice"])
            #expect(run.sent["email"] == ["alice@example.com"])
            #expect(run.result.report.changedByPerson.map(\.field.name) == ["last"])
            let told = run.events.filter { $0.type == .changedByPerson }
            #expect(told.map { $0.metadata["fields"] } == [["Last name"]])
            // Both hands and person have typed, one after the other.
            let gap = try run.time(of: "first") - run.time(of: "last")
            #expect(gap > 800, "\(run.log)")
        }

        @Test func `what they change after the hands were there stays as well`() async throws {
            let run = try await run(Self.form(["first", "last", "email"]), .whileItIsFilled) { page in
                try await Self.press(0, page)
                try await Self.type("X", page)
            }
            #expect(run.result.end == .done)
            #expect(run.sent["first"]?.first?.contains("X") == true, "\(run.sent)")
            #expect(run.result.report.changedByPerson.map(\.field.name) == ["first"])
            #expect(run.sent["email"] == ["alice@example.com"])
        }

        @Test func `who only moves the mouse has changed nothing, and all is filled`() async throws {
            let run = try await run(Self.form(["first", "last", "email"]), .whenItIsRead) { page in
                for step in 0..<30 { try await page.dispatch(.mouse(.init(.move, x: 500, y: Double(step * 9)))) }
                try await Self.press(5, page)
            }
            #expect(run.result.end == .done)
            #expect(run.sent["last"] == ["Smith"])
            #expect(run.result.report.changedByPerson.isEmpty)
            #expect(!run.events.contains { $0.type == .changedByPerson })
        }

        @Test func `hands that work field by field keep still in the middle`() async throws {
            let boxes = """
                <div style="position:fixed;top:300px">Gender <label><input type=radio name=sex value=f>Female</label>\
                <label><input type=radio name=sex value=m>Male</label></div>
                """
            let html = Self.form(["first", "last"]).replacing("<input type=hidden", by: boxes + "<input type=hidden")
            let run = try await run(html, .whileItIsFilled) { page in
                try await Self.press(1, page)
                try await Self.type("Y", page)
            }
            #expect(run.result.end == .done)
            #expect(run.sent["sex"] == ["f"])
            #expect(run.sent["last"]?.first?.contains("Y") == true)
            // The person's letter is the last that was done to the field.
            let typed = try #require(run.log.last { $0.hasPrefix("last@") }.flatMap { Double($0.dropFirst(5)) })
            let gap = try run.time(of: "sex") - typed
            #expect(gap > 800, "\(run.log)")
        }
    }
}
