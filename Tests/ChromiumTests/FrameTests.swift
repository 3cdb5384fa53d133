import Chromium
import Foundation
import Testing
import TestSupport

extension ChromiumTests {
    @Suite struct Frames {
        /// Lends a page at `/`, with `HOME` and `AWAY` standing for the site by its two names.
        private func withSite<R: Sendable>(
            _ pages: [String: String],
            options: ContextOptions = ContextOptions(),
            _ body: (Page, Site) async throws -> R
        ) async throws -> R {
            try await Site.open({ request in
                guard let html = pages[request.path] else { return .html("none", status: 404) }
                return .html(
                    html.replacing("HOME", with: "http://127.0.0.1:\(request.port)")
                        .replacing("AWAY", with: "http://localhost:\(request.port)")
                )
            }) { site in
                try await suiteBrowser().withContext(options) { context in
                    try await context.withPage { page in
                        _ = try await page.navigate(to: site.origin + "/")
                        return try await body(page, site)
                    }
                }
            }
        }

        private func named(_ path: String, of page: Page) -> Frame? {
            page.frames.first { $0.url.hasSuffix(path) }
        }

        @Test func `reads, fills and clicks in a frame of another site, and in one within that`() async throws {
            let form = "<input id=NAME><button id=bNAME onclick=\"NAME.value += '!'\">Go</button>"
            let pages = [
                "/": "<p style='height:1500px'>top</p><iframe src=AWAY/outer width=500 height=400></iframe>",
                "/outer": form.replacing("NAME", with: "outer")
                    + "<p style='height:900px'></p><iframe src=HOME/inner width=400 height=200 style='border:9px solid'></iframe>",
                "/inner": "<p style='height:700px'></p>" + form.replacing("NAME", with: "inner"),
            ]
            try await withSite(pages) { page, _ in
                for name in ["outer", "inner"] {
                    let field = try await page.locate(.id(name))
                    try await page.fill(field, with: name)
                    try await page.click(try await page.locate(.id("b\(name)")))
                    let frame = try #require(named("/" + name, of: page))
                    #expect(try await frame.read("value", name) == name + "!")
                }
            }
        }

        @Test func `clicks what pulses in a frame of another site that is out of sight`() async throws {
            let pages = [
                "/": "<p style='height:5000px'>top</p><iframe src=AWAY/far width=500 height=400></iframe>",
                "/far": """
                <style>@keyframes pulse { from { opacity: 1 } to { opacity: 0.5 } } #b { animation: pulse 1s infinite }</style>
                <button id=b onclick="b.textContent += '!'">Go</button>
                """,
            ]
            try await withSite(pages) { page, _ in
                try await page.click(try await page.locate(.id("b")))
                let frame = try #require(named("/far", of: page))
                #expect(try await frame.read("text", "b") == "Go!")
            }
        }

        @Test func `a frame that is replaced while it is acted in gives a typed error, and then works`() async throws {
            let pages = [
                "/": """
                <div id=box><iframe src=AWAY/old></iframe></div><script>
                const swap = () => { box.innerHTML = "<iframe src=AWAY/new></iframe>"; };</script>
                <button id=swap onclick="swap()">Swap</button>
                """,
                "/old": "<button id=go style='display:none'>Go</button>", "/new": "<input id=field>",
            ]
            try await withSite(pages) { page, _ in
                let hidden = try await page.locate(.id("go"))
                let swap = try await page.locate(.id("swap"))
                async let pressing = errorCode { try await page.click(hidden, timeout: .seconds(30)) }
                try await page.click(swap)
                #expect(await pressing == .detached)
                try await page.fill(try await page.locate(.id("field")), with: "new")
                #expect(try await named("/new", of: page)?.read("value", "field") == "new")
            }
        }

        @Test func `a frame that moves from site to site stays the same frame`() async throws {
            let pages = [
                "/": "<iframe id=f src=AWAY/one></iframe><button id=go onclick=\"f.src = 'HOME/two'\">Go</button>"
                    + "<button id=back onclick=\"f.src = 'AWAY/three'\">Back</button>",
                "/one": "<input id=one>", "/two": "<input id=two>", "/three": "<input id=three>",
            ]
            try await withSite(pages) { page, _ in
                let one = try await page.locate(.id("one"))
                let id = try #require(named("/one", of: page)).id
                for (button, next) in [("go", "two"), ("back", "three")] {
                    try await page.click(try await page.locate(.id(button)))
                    try await page.fill(try await page.locate(.id(next)), with: next)
                    #expect(named("/" + next, of: page)?.id == id)
                }
                #expect(page.frames.count == 2)
                #expect(await errorCode { try await page.fill(one, with: "x") } == .detached)
            }
        }

        @Test func `sandboxed frames, and frames without an address, are frames like others`() async throws {
            let pages = [
                "/": """
                <iframe sandbox="allow-scripts allow-forms" src=HOME/boxed></iframe><iframe srcdoc="<input id=doc>"></iframe>
                <iframe id=empty></iframe><iframe sandbox src=AWAY/dead></iframe>
                <script>empty.contentDocument.body.innerHTML = "<input id=written>";</script>
                """,
                "/boxed": "<input id=boxed>", "/dead": "<input id=dead><script>dead.value = 'ran'</script>",
            ]
            try await withSite(pages) { page, _ in
                for id in ["boxed", "doc", "written", "dead"] {
                    let field = try await page.locate(.id(id))
                    try await page.fill(field, with: id)
                    try await page.click(field)
                    let frame = try #require(page.frames.first { $0.id == field.frame })
                    #expect(try await frame.read("value", id) == id)
                }
            }
        }

        @Test func `a frame that comes late from another site is waited for`() async throws {
            let pages = [
                "/":
                    "<script>onload = () => setTimeout(() => { document.body.innerHTML = '<iframe src=AWAY/late></iframe>' }, 300)</script>",
                "/late": "<button id=go onclick=\"this.textContent = 'done'\">Go</button>",
            ]
            try await withSite(pages) { page, _ in
                try await page.click(try await page.locate(.id("go")))
                #expect(try await named("/late", of: page)?.read("text", "go") == "done")
            }
        }

        @Test func `the rules of a context hold in frames of other sites`() async throws {
            let options = ContextOptions(allowed: { !$0.url.hasSuffix("/secret") })
            let pages = [
                "/": "<iframe src=AWAY/inner></iframe>",
                "/inner":
                    "<p id=out></p><iframe src=HOME/secret></iframe><script>fetch('/secret').catch(() => { out.textContent = 'refused' })</script>",
            ]
            try await withSite(pages, options: options) { page, site in
                _ = try await page.locate(.text("refused"))
                #expect(!site.requests.contains { $0.path == "/secret" })
            }
        }
    }
}
