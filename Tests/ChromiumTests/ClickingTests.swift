import Chromium
import Foundation
import Testing
import TestSupport

extension ChromiumTests {
    @Suite struct Clicking {
        @Test func `says what covers an element`() async throws {
            let html = """
                <button id=go onclick="document.title = 'wrong'">Go</button>
                <div class=cookie-banner style="position:fixed;inset:0">Cookies!</div>
                """
            try await withTestPage(html) { page, _ in
                let button = try await page.locate(.id("go"))
                let error = await #expect(throws: ChromiumError.self) {
                    try await page.click(button, timeout: .seconds(5))
                }
                #expect(error?.code == .notActionable)
                #expect(error?.message.contains("covered by <div.cookie-banner>") == true)
            }
        }

        @Test func `waits for an element to be uncovered and enabled, and scrolls to it`() async throws {
            let html = """
                <div style="height:3000px"></div><button id=go disabled onclick="this.textContent = 'clicked'">Go</button>
                <div id=veil style="position:fixed;inset:0"></div><script>
                setTimeout(() => document.getElementById("veil").remove(), 100);
                setTimeout(() => document.getElementById("go").disabled = false, 200);</script>
                """
            try await withTestPage(html) { page, _ in
                try await page.click(page.locate(.id("go")))
                #expect(try await page.mainFrame.read("text", "go") == "clicked")
            }
        }

        @Test func `never clicks what slips under the mouse at the last moment`() async throws {
            // The mouse's arrival, which is after our check, brings up a button of the page's own in front.
            let html = """
                <button id=good style="width:200px;height:80px">Good</button><p id=log></p><script>
                const log = document.getElementById("log"), good = document.getElementById("good");
                good.onclick = () => log.textContent += "good";
                let times = 0;
                good.addEventListener("mousemove", () => {
                    if (times++) return;
                    const bad = document.createElement("button");
                    bad.style = "position:fixed;inset:0;z-index:9";
                    bad.onclick = bad.onmousedown = bad.onpointerdown = bad.onmouseup = () => log.textContent += "bad";
                    document.body.append(bad);
                    setTimeout(() => bad.remove(), 150);
                });</script>
                """
            try await withTestPage(html) { page, _ in
                try await page.click(page.locate(.id("good")))
                #expect(try await page.mainFrame.read("text", "log") == "good")
            }
        }

        @Test func `clicks a moving element where it is`() async throws {
            let html = """
                <style>@keyframes slide { from { margin-left: 0 } to { margin-left: 600px } }
                #go { animation: slide 400ms linear forwards; width: 60px }</style>
                <button id=go onclick="this.textContent = 'clicked'">Go</button>
                """
            try await withTestPage(html) { page, _ in
                try await page.click(page.locate(.id("go")))
                #expect(try await page.mainFrame.read("text", "go") == "clicked")
            }
        }

        @Test func `a dialog does not hold up the click that opens it`() async throws {
            let html = "<button id=go onclick=\"this.textContent = String(confirm('Sure?'))\">Go</button>"
            try await withTestPage(html) { page, _ in
                let button = try await page.locate(.id("go"))
                let (_, activity) = try await page.activity { try await page.click(button) }
                #expect(activity.dialogs.map { "\($0.kind) \($0.message)" } == ["confirm Sure?"])
                #expect(try await page.mainFrame.read("text", "go") == "true")
            }
        }

        @Test func `an element of a document that is gone is detached`() async throws {
            try await withTestPage("<button id=go>Go</button>") { page, site in
                let button = try await page.locate(.id("go"))
                _ = try await page.navigate(to: site.origin + "/")
                let error = await #expect(throws: ChromiumError.self) { try await page.click(button) }
                #expect(error?.code == .detached)
            }
        }

        @Test func `an element that was taken out is detached`() async throws {
            try await withTestPage("<button id=go onclick='this.remove()'>Go</button>") { page, _ in
                let button = try await page.locate(.id("go"))
                try await page.click(button)
                let error = await #expect(throws: ChromiumError.self) { try await page.click(button) }
                #expect(error?.code == .detached)
            }
        }

        @Test func `a frozen page times out`() async throws {
            try await withTestPage("<button id=go onclick='for (;;) {}'>Go</button>") { page, _ in
                let button = try await page.locate(.id("go"))
                let before = ContinuousClock.now
                let error = await #expect(throws: ChromiumError.self) {
                    try await page.click(button, timeout: .milliseconds(600))
                }
                #expect(error?.code == .timedOut)
                #expect(ContinuousClock.now - before < .seconds(20))
            }
        }
    }
}
