import Foundation
import Testing
import TestSupport

@testable import Chromium

extension ChromiumTests {
    /// What a person sees of a page that they help with, and does to it.
    @Suite struct Live {
        private static let form = """
            <body style="margin:0"><style>* { position: absolute; left: 10px; width: 200px; height: 30px }
            html, body { position: static; width: auto } </style>
            <select id=s style="top:10px"><option>Choose<option disabled>Nowhere<option>Chile<option>Japan</select>
            <button style="top:60px" onclick="log.textContent += confirm('Sure?')">Sure</button>
            <input id=f type=file style="top:110px">
            <a style="top:160px" href="http://far.example/">Away</a>
            <button style="top:210px" onclick="window.open('/popup')">More</button>
            <input id=i style="top:260px" maxlength=5>
            <p id=log style="top:310px"></p><script>
            s.onchange = (event) => { log.textContent += `${s.value} ${event.isTrusted};` };
            </script>
            """

        /// Lends a view that somebody follows.
        private func withView(
            _ html: String = form,
            _ body: @escaping @Sendable (LiveView, Page) async throws -> Void
        ) async throws {
            let options = ContextOptions(allowed: { _ in true })
            let browser = try suiteBrowser()
            try await Site.open({ .html($0.path == "/" ? html : "<title>Second</title>") }) { site in
                try await browser.withContext(options) { context in
                    try await context.withPage { page in
                        _ = try await page.navigate(to: site.origin + "/")
                        try await followed(LiveView(of: context, showing: page), page, body)
                    }
                }
            }
        }

        private func followed(
            _ view: LiveView,
            _ page: Page,
            _ body: @escaping @Sendable (LiveView, Page) async throws -> Void
        ) async throws {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await view.follow() }
                group.addTask { try await body(view, page) }
                // The body is the one that ends.
                try await group.next()
                group.cancelAll()
            }
        }

        private func seen(
            _ view: LiveView,
            _ holds: @escaping @Sendable (LiveScene) -> Bool
        ) async throws -> LiveScene {
            try await view.scene.wait(until: Deadline(after: .seconds(10)), for: "what is to be seen") {
                holds($0) ? $0 : nil
            }
        }

        private func click(_ view: LiveView, _ y: Double) async throws {
            try await view.arm()
            for action in [RemoteInput.Mouse.Action.move, .press, .release] {
                view.act(.mouse(.init(action, x: 60, y: y, button: action == .move ? .none : .left)))
            }
        }

        @Test func `a page that stands still is seen at once`() async throws {
            try await withView("<h1>Still</h1>") { view, _ in
                let scene = try await seen(view) { $0.picture != nil }
                #expect(scene.picture?.data.starts(with: [0xff, 0xd8]) == true)
                #expect(scene.picture?.width == 1280)
                #expect(scene.stillness == nil)
            }
        }

        @Test func `a list is told, and chosen from as a person would`() async throws {
            try await withView { view, page in
                try await click(view, 25)
                let picker = try #require(try await seen(view) { $0.picker != nil }.picker)
                #expect(picker.options.map(\.text) == ["Choose", "Nowhere", "Chile", "Japan"])
                #expect(picker.options.map(\.off) == [false, true, false, false])
                #expect(try await view.choose(picker.id, index: 3, value: nil))
                // One change, and a person's.
                let log = try await page.mainFrame.read("text", "log")
                #expect(log == "Japan true;")
                #expect(try await !view.choose(picker.id, index: 2, value: nil), "the list was answered")
            }
        }

        @Test func `a dialog stands open until a person answers it`() async throws {
            try await withView { view, page in
                for yes in [true, false] {
                    try await click(view, 75)
                    let dialog = try #require(try await seen(view) { $0.dialog != nil }.dialog)
                    #expect(dialog.kind == "confirm")
                    #expect(dialog.message == "Sure?")
                    #expect(view.now.stillness == .dialog)
                    view.answer(dialog.id + 7, .dismiss)
                    #expect(view.now.dialog == dialog)
                    view.answer(dialog.id, yes ? .accept(nil) : .dismiss)
                }
                #expect(try await page.mainFrame.read("text", "log") == "truefalse")
            }
        }

        @Test func `files are asked of the person`() async throws {
            try await withView { view, page in
                try await click(view, 125)
                let asked = try #require(try await seen(view) { $0.files != nil }.files)
                #expect(!asked.takesSeveral)
                let file = FileManager.default.temporaryDirectory.appending(path: "live-\(UUID().uuidString).pdf")
                try Data("cv".utf8).write(to: file)
                defer { try? FileManager.default.removeItem(at: file) }
                let code = await errorCode { try await view.give(asked.id, [file, file]) }
                #expect(code == .notActionable)
                try await click(view, 125)
                let again = try #require(try await seen(view) { $0.files.map { $0.id != asked.id } ?? false }.files)
                try await view.give(again.id, [file])
                #expect(try await page.mainFrame.read("file", "f") == "cv")
            }
        }

        @Test func `a new window is a tab, is shown, and leads back when it closes`() async throws {
            try await withView { view, page in
                try await click(view, 225)
                let scene = try await seen(view) { $0.tabs.count == 2 && $0.tabs[1].title == "Second" }
                #expect(scene.shown == scene.tabs[1].id)
                view.close(scene.shown)
                _ = try await seen(view) { $0.tabs.count == 1 && $0.shown == page.target && $0.picture != nil }
            }
        }

        @Test func `nobody is led to another site, and they are told`() async throws {
            try await withView { view, page in
                view.fence { _, host in host == "127.0.0.1" }
                let before = page.url
                try await click(view, 175)
                let scene = try await seen(view) { $0.refusals > 0 }
                #expect(scene.refusedHost == "far.example")
                #expect(page.url == before)
            }
        }

        @Test func `where text goes is told, with the room there is`() async throws {
            try await withView { view, page in
                try await click(view, 275)
                let focus = try #require(try await seen(view) { $0.focus != nil }.focus)
                #expect(focus.room == 5)
                #expect(!focus.isSecret)
                #expect(focus.mode == "text")
                view.act(.composition("に"))
                view.act(.text("日本"))
                view.act(.key(.init(".", isDown: true, code: "Period")))
                // What is done to the page is done after these calls.
                try await eventually("it has come") { try await page.mainFrame.read("value", "i") == "日本." }
            }
        }

        @Test func `keys have the numbers of their places`() {
            #expect(Key(".", at: "Period")?.virtualCode == 190)
            #expect(Key("Delete", at: "Delete")?.virtualCode == 46)
            #expect(Key("ö", at: "Semicolon")?.virtualCode == 186)
            #expect(Key("Z", at: "KeyY")?.virtualCode == 89)
            #expect(Key("7", at: "Numpad7")?.virtualCode == 103)
            #expect(Key("Home", at: "Numpad7")?.virtualCode == 36)
            #expect(Key("x", at: "Nonsense") == nil)
        }
    }
}
