import Chromium
import Foundation
import Testing
import TestSupport

extension ChromiumTests {
    @Suite struct Pages {
        @Test func `a page's script cannot see or change ours`() async throws {
            let html =
                "<script>var pageGlobal = 1; Array.prototype.map = JSON.stringify = () => { throw 1 };</script><p id=p>x</p>"
            try await withTestPage(html) { page, _ in
                let world = try await page.mainFrame.read("world")
                #expect(world == "undefined")
                let text = try await page.mainFrame.read("text", "p")
                #expect(text == "x")
            }
        }

        @Test func `a script's failure tells its place, not the page's words`() async throws {
            try await withTestPage("") { page, _ in
                let error = await #expect(throws: ChromiumError.self) { try await page.mainFrame.read("fails") }
                #expect(error?.code == .script)
                #expect(error?.message.contains("TypeError in probe.fails") == true)
                #expect(error?.message.contains("secret") == false)
            }
        }

        @Test func `a script of ours that cannot be read is told by its name`() async throws {
            let broken = InPageScript(name: "broken", source: "globalThis.broken = {")
            try await withTestPage("") { page, _ in
                let error = await #expect(throws: ChromiumError.self) { try await page.mainFrame.call(broken, "any") }
                #expect(error?.message.contains("SyntaxError in broken.js") == true)
            }
        }

        @Test func `an endless script times out, and the page can still be closed`() async throws {
            try await withTestPage("") { page, _ in
                let error = await #expect(throws: ChromiumError.self) {
                    try await page.mainFrame.read("spin", timeout: .milliseconds(300))
                }
                #expect(error?.code == .timedOut)
            }
        }

        @Test(arguments: [
            ("<label for=x>First <b>name</b></label><input id=x>", "textbox First name"),
            ("<span id=a>Billing</span><input id=x aria-labelledby='a'>", "textbox Billing"),
            ("<button id=x aria-label=Close>×</button>", "button Close"),
            ("<input id=x type=submit>", "button Submit"),
            ("<a id=x href=/>See <img alt=terms></a>", "link See terms"),
            ("<label>Country <select id=x><option>Chile</select></label>", "combobox Country"),
            ("<fieldset id=x><legend>Address</legend></fieldset>", "group Address"),
            ("<input id=x type=checkbox title=Agree>", "checkbox Agree"),
            ("<input id=x placeholder=Search type=search>", "searchbox Search"),
        ])
        func `names elements as assistive technology does`(html: String, expected: String) async throws {
            try await withTestPage(html) { page, _ in
                let described = try await page.mainFrame.read("described", "#x")
                #expect(described == expected)
            }
        }

        @Test func `takes pictures, of what is visible and of all`() async throws {
            try await withTestPage("<div style='height:3000px;background:linear-gradient(red,blue)'></div>") {
                page,
                _ in
                let visible = try await page.screenshot()
                let all = try await page.screenshot(fullPage: true)
                #expect(visible.starts(with: [0x89, 0x50, 0x4E, 0x47]))
                #expect(Array(visible[16..<24]) == [0, 0, 5, 0, 0, 0, 3, 132])
                #expect(all[20..<24].reduce(0) { $0 << 8 | Int($1) } >= 3_000)
            }
        }

        @Test func `shows sites the locale, time zone and user agent it was given`() async throws {
            let options = ContextOptions(locale: "de-DE", timeZone: "Asia/Tokyo", userAgent: "Test/1")
            try await withTestPage("", options: options) { page, _ in
                let seen = try await page.mainFrame.read("language")
                #expect(seen == "de-DE Asia/Tokyo Test/1")
            }
            try await withTestPage("") { page, _ in
                let seen = try await page.mainFrame.read("language")
                #expect(!seen.contains("Headless"))
            }
        }

        @Test func `refuses a time zone that does not exist`() async throws {
            let error = await #expect(throws: ChromiumError.self) {
                try await withTestPage("", options: ContextOptions(timeZone: "Nowhere/Land")) { _, _ in }
            }
            #expect(error?.code == .protocol)
        }

        @Test func `finds no element where several fit`() async throws {
            try await withTestPage("<button>Go</button><button>Go</button>") { page, _ in
                let error = await #expect(throws: ChromiumError.self) {
                    try await page.locate(.role("button", name: "Go"), timeout: .seconds(5))
                }
                #expect(error?.message == "2 elements fit the description")
            }
        }
    }
}
