import Chromium
import Foundation
import TestSupport
import Testing

extension ChromiumTests {
    /// Hands beside a person in one page: they do not act while the person does (R62).
    @Suite struct Stirring {
        private static let stillness = Duration.milliseconds(1_200)

        private static let form = """
            <input id=name><select id=city><option>Bonn<option>Ulm</select><input type=checkbox id=yes>
            <button id=go onclick="document.title = 'gone'">Go</button> <a id=next href=/next>Next</a>
            """

        private func beside(
            _ html: @escaping @Sendable (Site.Request) -> String = { _ in form },
            _ body: (Page, BrowserContext) async throws -> Void
        ) async throws {
            let browser = try suiteBrowser()
            var options = ContextOptions()
            options.stillness = Self.stillness
            try await Site.open {
                .html(html($0))
            } _: { site in
                try await browser.withContext(options) { context in
                    try await context.withPage { page in
                        _ = try await page.navigate(to: site.origin + "/")
                        try await body(page, context)
                    }
                }
            }
        }

        private func strike(_ key: String, _ page: Page) async throws {
            for isDown in [true, false] { try await page.dispatch(.key(.init(key, isDown: isDown))) }
        }

        private func work(_ page: Page) async throws {
            try await page.fill(page.locate(.id("name")), with: "Alice")
            try await page.type("xy", into: page.locate(.id("name")))
            try await page.select(page.locate(.id("city")), optionIndexes: [1])
            try await page.setChecked(page.locate(.id("yes")), true)
            try await page.setChecked(page.locate(.id("yes")), false)
            try await page.press("Tab")
            try await page.press("Control+a")
            try await page.hover(page.locate(.id("name")))
            try await page.scroll(over: page.locate(.id("name")), down: 10)
            try await page.click(page.locate(.id("go")))
        }

        @Test func `what they do themselves is no person's doing`() async throws {
            try await beside { page, context in
                for _ in 0..<3 {
                    try await work(page)
                    let (_, activity) = try await page.activity { try await page.click(page.locate(.id("next"))) }
                    _ = try await page.settle(activity, timeout: .seconds(10))
                }
                #expect(context.stirs == 0)
            }
        }

        @Test(arguments: ["/frame", "http://localhost:PORT/frame"])
        func `nor is what they do in a frame`(_ address: String) async throws {
            try await beside { request in
                guard request.path == "/" else { return Self.form }
                let source = address.replacing("PORT", with: "\(request.port)")
                return "<p style='height:90px'>Frame</p><iframe style='margin-left:70px' src='\(source)'></iframe>"
            } _: { page, context in
                for _ in 0..<2 { try await work(page) }
                #expect(context.stirs == 0)
                try await strike("x", page)
                try await eventually("the person is noticed") { context.stirs == 1 }
            }
        }

        @Test func `a person is noticed while hands are at work without a pause`() async throws {
            try await beside { page, context in
                let name = try await page.locate(.id("name"))
                // Keys are told of until an action has ended: the person's come in between.
                async let typed: Void = page.type(String(repeating: "a", count: 150), into: name)
                try await strike("b", page)
                _ = try? await typed
                try await eventually("the person is noticed") { context.stirs > 0 }
            }
        }

        @Test func `what hands press waits until the person has kept still for a while`() async throws {
            try await beside { page, context in
                let go = try await page.locate(.id("go"))
                try await page.click(page.locate(.id("name")))
                try await strike("b", page)
                try await eventually("the person is noticed") { context.stirs > 0 }
                let begin = ContinuousClock.now
                try await page.click(go)
                #expect(ContinuousClock.now - begin > Self.stillness / 2)
                #expect(try await page.mainFrame.read("title") == "gone")
            }
        }

        @Test func `what hands were to enter is not entered over the person's`() async throws {
            try await beside { page, context in
                let name = try await page.locate(.id("name"))
                try await page.click(name)
                try await strike("b", page)
                try await eventually("the person is noticed") { context.stirs > 0 }
                let refusal = await #expect(throws: ChromiumError.self) { try await page.fill(name, with: "Alice") }
                #expect(refusal?.code == .detached)
                #expect(try await page.fillAll([FieldEntry(name, .text("Alice"))]) == [true])
            }
        }

        enum Entry: CaseIterable {
            case filled, filledWithOthers, typed, chosen, turnedOn

            /// Has the hands enter something.
            func enter(_ name: ElementHandle, _ city: ElementHandle, _ yes: ElementHandle, on page: Page) async throws {
                switch self {
                case .filled: try await page.fill(name, with: "Alice")
                case .filledWithOthers:
                    let entries = [FieldEntry(name, .text("Alice")), FieldEntry(city, .options([.index(1)]))]
                    _ = try await page.fillAll(entries)
                case .typed: try await page.type("Alice", into: name)
                case .chosen: try await page.select(city, optionIndexes: [1])
                case .turnedOn: try await page.setChecked(yes, true)
                }
            }
        }

        @Test(arguments: Entry.allCases)
        func `nothing is entered over what a person does before the hands can have heard of it`(
            _ entry: Entry
        )
            async throws
        {
            try await beside { page, context in
                let name = try await page.locate(.id("name"))
                let (city, yes) = (try await page.locate(.id("city")), try await page.locate(.id("yes")))
                try await page.click(name)
                // While the page is at work nothing is told, and it sees to the person first.
                _ = try await page.mainFrame.read("busy")
                async let struck: Void = strike("b", page)
                let refusal = await #expect(throws: ChromiumError.self) {
                    try await entry.enter(name, city, yes, on: page)
                }
                try await struck
                #expect(refusal?.code == .detached)
                #expect(context.stirs == 1)
                #expect(try await page.mainFrame.read("value", "name") == "b")
                #expect(try await page.mainFrame.read("value", "city") == "Bonn")
                #expect(try await page.mainFrame.read("checked", "yes") == "false")
            }
        }

        @Test func `a box that a person is at is not left for them`() async throws {
            try await beside { page, context in
                try await page.fill(page.locate(.id("name")), with: "Alice")
                try await page.leaveBox()
                #expect(try await page.mainFrame.read("active") == "")
                try await page.click(page.locate(.id("name")))
                try await strike("b", page)
                try await eventually("the person is noticed") { context.stirs > 0 }
                await #expect(throws: ChromiumError.self) { try await page.leaveBox() }
                #expect(try await page.mainFrame.read("active") == "name")
            }
        }

        @Test func `a mouse that lies there is nobody, and one that is moved is somebody`() async throws {
            try await beside { page, context in
                try await page.dispatch(.mouse(.init(.move, x: 300, y: 200)))
                try await work(page)
                #expect(context.stirs == 0)
                for step in 0..<2_000 where context.stirs == 0 {
                    try await page.dispatch(.mouse(.init(.move, x: 300 + Double(step % 60 * 5), y: 200)))
                }
                try await eventually("the person is noticed") { context.stirs > 0 }
            }
        }

        @Test func `the next document tells of a person as well`() async throws {
            try await beside { page, context in
                for path in ["/next", "/last"] {
                    let before = context.stirs
                    let address = try #require(URL(string: path, relativeTo: URL(string: page.url)))
                    _ = try await page.navigate(to: address.absoluteString)
                    // The browser drops keys that come before a document's first picture.
                    try await eventually("the person is noticed at \(path)") {
                        try await strike("b", page)
                        return context.stirs > before
                    }
                    let name = try await page.locate(.id("name"))
                    #expect(try await page.entered(among: [name]).isEmpty)
                    try await page.click(name)
                    try await strike("b", page)
                    try await eventually("what they enter is noticed at \(path)") {
                        try await page.entered(among: [name, page.locate(.id("yes"))]) == [name]
                    }
                }
            }
        }
    }
}
