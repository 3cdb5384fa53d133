import Chromium
import Foundation
import Testing
import TestSupport

extension ChromiumTests.Heavy {
    /// Pages that mean ill: every call ends, in success or in an error of ours, before its deadline.
    @Suite(.serialized) struct Hostile {
        private static let limit = Duration.seconds(4)

        /// Does something that may fail with an error of ours, and must end in time.
        private func inTime(_ body: () async throws -> Void) async -> ChromiumError.Code? {
            let start = ContinuousClock.now
            let code = await errorCode(body)
            #expect(ContinuousClock.now - start < Self.limit + .seconds(8))
            return code
        }

        private func expect(_ code: ChromiumError.Code, _ body: () async throws -> Void) async {
            let ended = await inTime(body)
            #expect(ended == code)
        }

        @Test func `a page that opens dialogs without end`() async throws {
            try await withTestPage("<button id=b onclick='for (;;) alert(1)'>B</button>") { page, _ in
                let button = try await page.locate(.id("b"))
                let code = await inTime { try await page.click(button, timeout: Self.limit) }
                #expect(code == .timedOut)
                await expect(.timedOut) { _ = try await page.locate(.id("b"), timeout: .seconds(1)) }
            }
        }

        @Test func `a page that opens a dialog from every timer is still driven`() async throws {
            let html =
                "<button id=b onclick='this.textContent = 1'>B</button><script>setInterval(() => confirm(1), 30)</script>"
            try await withTestPage(html) { page, _ in
                try await page.click(page.locate(.id("b")))
                #expect(try await page.mainFrame.read("text", "b") == "1")
            }
        }

        @Test func `a page that navigates for ever`() async throws {
            let html = "<button id=b>B</button><script>setTimeout(() => location = '/' + Math.random(), 5)</script>"
            let browser = try suiteBrowser()
            try await Site.open({ _ in .html(html) }) { site in
                try await browser.withContext { context in
                    try await context.withPage { page in
                        let start = await inTime { _ = try await page.navigate(to: site.origin, timeout: Self.limit) }
                        #expect([nil, .timedOut, .detached].contains(start))
                        let code = await inTime {
                            let (_, activity) = try await page.activity {
                                try await page.click(page.locate(.id("b"), timeout: Self.limit), timeout: Self.limit)
                            }
                            _ = try await page.settle(activity, timeout: Self.limit)
                        }
                        #expect([nil, .timedOut, .detached, .notActionable].contains(code))
                    }
                }
            }
        }

        @Test func `a page that replaces the node that is clicked`() async throws {
            let html = """
                <div id=d><button id=b>B</button></div><script>
                const renew = () => { const old = document.getElementById("b"); old.replaceWith(old.cloneNode(true)); };
                addEventListener("mousemove", renew, true); addEventListener("mousedown", renew, true);
                setInterval(renew, 15)</script>
                """
            try await withTestPage(html) { page, _ in
                let button = try await page.locate(.id("b"))
                let code = await inTime { try await page.click(button, timeout: Self.limit) }
                #expect([nil, .detached, .notActionable].contains(code))
            }
        }

        @Test func `a page that covers everything, always anew`() async throws {
            let html = """
                <button id=b>B</button><script>setInterval(() => { document.getElementById("veil")?.remove();
                const veil = document.createElement("div"); veil.id = "veil"; veil.style = "position:fixed;inset:0";
                document.body.append(veil); }, 1)</script>
                """
            try await withTestPage(html) { page, _ in
                let button = try await page.locate(.id("b"))
                let code = await inTime { try await page.click(button, timeout: Self.limit) }
                #expect([.notActionable, .timedOut].contains(code))
            }
        }

        @Test func `a page that moves without end`() async throws {
            let html = """
                <button id=b style="position:absolute" onclick="document.title = 'clicked'">B</button><script>
                const b = document.getElementById("b"), move = () => { b.style.left = Math.random() * 900 + "px";
                b.className = Math.random(); requestAnimationFrame(move); }; move();</script>
                """
            try await withTestPage(html) { page, _ in
                let button = try await page.locate(.id("b"))
                let code = await inTime { try await page.click(button, timeout: Self.limit) }
                #expect([nil, .notActionable, .timedOut].contains(code))
            }
        }

        @Test func `what never stops moving is not pressed, however busy the page is`() async throws {
            let html = """
                <style>@keyframes go { from { margin-left: 0 } to { margin-left: 900px } } #b { animation: go 1s infinite }
                </style><button id=b onclick="document.title = 'clicked'">B</button><script>
                setInterval(() => { const end = performance.now() + 150; while (performance.now() < end); }, 1)</script>
                """
            try await withTestPage(html) { page, _ in
                let button = try await page.locate(.id("b"))
                let code = await inTime { try await page.click(button, timeout: Self.limit) }
                #expect(code == .notActionable || code == .timedOut)
                #expect(try await page.mainFrame.read("title") != "clicked")
            }
        }

        @Test func `a page that opens a hundred windows`() async throws {
            let html = "<button id=b onclick=\"for (let n = 0; n < 100; n++) window.open('about:blank')\">B</button>"
            try await withTestPage(html) { page, _ in
                let button = try await page.locate(.id("b"))
                let code = await inTime { try await page.click(button, timeout: Self.limit) }
                #expect([nil, .timedOut].contains(code))
                let after = await inTime { _ = try await page.locate(.id("b"), timeout: Self.limit) }
                #expect([nil, .timedOut].contains(after))
            }
        }

        @Test func `a page of twenty thousand nodes`() async throws {
            let html = """
                <div id=d></div><script>document.getElementById("d").innerHTML = "<p><b>x</b></p>".repeat(10000);
                </script><label for=f>Last field</label><input id=f>
                <button id=b onclick="this.textContent = 'clicked'">Go on</button>
                """
            try await withTestPage(html) { page, _ in
                try await page.fill(page.locate(.label("Last field")), with: "x")
                try await page.click(page.locate(.text("Go on")))
                #expect(try await page.mainFrame.read("text", "b") == "clicked")
            }
        }

        @Test func `a page two thousand elements deep`() async throws {
            #expect(try await endOfDeepPage(2_000) == nil)
        }

        /// Chromium's own layout gives up somewhere above two thousand, and the page's process dies, at one call or
        /// the next.
        @Test func `a page five thousand elements deep`() async throws {
            do {
                #expect([nil, .crashed].contains(try await endOfDeepPage(5_000)))
            } catch let error as ChromiumError {
                #expect(error.code == .crashed)
            }
        }

        private func endOfDeepPage(_ depth: Int) async throws -> ChromiumError.Code? {
            let html = """
                <div id=d></div><script>let at = document.getElementById("d");
                for (let depth = 0; depth < \(depth); depth++) at = at.appendChild(document.createElement("div"));
                at.innerHTML = "<button id=b>Deep</button><input id=f aria-label=Field>";</script>
                """
            return try await withTestPage(html) { page, _ in
                await inTime {
                    try await page.click(page.locate(.id("b")), timeout: Self.limit)
                    try await page.fill(page.locate(.label("Field")), with: "x")
                    let missing = await errorCode { _ = try await page.locate(.text("none"), timeout: Self.limit) }
                    #expect(missing == .notActionable)
                }
            }
        }

        @Test func `a page that throws in every handler`() async throws {
            let html = """
                <input id=f><button id=b>B</button><p id=p>0</p><script>for (const kind of ["pointermove", "mousemove",
                "pointerdown", "mousedown", "mouseup", "click", "keydown", "input", "change", "focus", "blur"])
                addEventListener(kind, (event) => { document.getElementById("p").textContent++; event.nothing.more(); }, true);
                onerror = () => { throw 1; };</script>
                """
            try await withTestPage(html) { page, _ in
                try await page.fill(page.locate(.id("f")), with: "x")
                try await page.click(page.locate(.id("b")))
                #expect(try await page.mainFrame.read("value", "f") == "x")
                #expect(try await page.mainFrame.read("text", "p") != "0")
            }
        }

        @Test func `a page that overrides what scripts stand on`() async throws {
            let html = """
                <script>const bad = () => { throw new Error("mine"); };
                document.querySelector = document.querySelectorAll = document.getElementById = bad;
                for (const name of ["map", "filter", "push", "some", "forEach", "find"]) Array.prototype[name] = bad;
                Object.defineProperty(Object.prototype, "id", { get: bad, set: bad, configurable: true });
                Array.prototype[Symbol.iterator] = bad; window.Event = window.MouseEvent = window.Promise = bad;
                Element.prototype.getBoundingClientRect = Element.prototype.matches = Element.prototype.scrollIntoView = bad;
                window.requestAnimationFrame = window.setTimeout = window.getComputedStyle = JSON.stringify = bad;
                EventTarget.prototype.addEventListener = Node.prototype.getRootNode = bad;</script>
                <form name=querySelector><input name=parentNode id=f aria-label=Field></form>
                <select id=s><option>a<option>b</select><input id=c type=checkbox aria-label=Check>
                <button id=b onclick="this.textContent = 'clicked'">B</button>
                """
            try await withTestPage(html) { page, _ in
                try await page.fill(page.locate(.label("Field")), with: "x")
                try await page.select(page.locate(.id("s")), [.label("b")])
                try await page.setChecked(page.locate(.label("Check")), true)
                try await page.click(page.locate(.role("button", name: "B")))
                #expect(try await page.mainFrame.read("value", "f") == "x")
                #expect(try await page.mainFrame.read("selected", "s") == #"["b"]"#)
                #expect(try await page.mainFrame.read("checked", "c") == "true")
                #expect(try await page.mainFrame.read("text", "b") == "clicked")
            }
        }

        @Test func `a page that freezes, for every kind of call`() async throws {
            let html = "<input id=f><button id=b onclick='setTimeout(() => { for (;;); })'>B</button>"
            try await withTestPage(html) { page, _ in
                let field = try await page.locate(.id("f"))
                let short = Duration.seconds(1)
                let button = try await page.locate(.id("b"))
                // The page gets round to it after whatever we ask of it first: the click's own last look, or a later call.
                let clicked = await errorCode { try await page.click(button, timeout: short) }
                #expect(clicked == nil || clicked == .timedOut)
                var frozen: ChromiumError.Code?
                for _ in 0..<500 where frozen == nil {
                    frozen = await errorCode { _ = try await page.mainFrame.read("text", "b", timeout: short) }
                }
                #expect(frozen == .timedOut)
                await expect(.timedOut) { try await page.fill(field, with: "x", timeout: short) }
                await expect(.timedOut) { try await page.type("x", into: field, timeout: short) }
                await expect(.timedOut) { try await page.press("Tab", timeout: short) }
                await expect(.timedOut) { try await page.hover(field, timeout: short) }
                await expect(.timedOut) { _ = try await page.screenshot(timeout: short) }
                #expect(page.isOpen)
            }
        }
    }
}
