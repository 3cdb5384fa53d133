import Chromium
import Foundation
import Testing
import TestSupport

extension ChromiumTests {
    @Suite struct Contexts {
        private static let looks = """
            <script>const facts = () => [navigator.userAgent, navigator.platform, navigator.language,
                Intl.DateTimeFormat().resolvedOptions().timeZone, navigator.userAgentData?.platform,
                navigator.userAgentData?.brands.map((one) => one.brand + one.version).sort()].join(" / ");</script>
            """

        @Test func `a page, its frames and its requests tell the same story of the browser`() async throws {
            let agent =
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
                + "Chrome/150.0.0.0 Safari/537.36"
            let options = ContextOptions(
                viewport: .init(width: 800, height: 600),
                locale: "fr-FR",
                timeZone: "Asia/Tokyo",
                userAgent: agent,
                extraHeaders: ["X-Job": "42"]
            )
            let told = "\(agent) / Win32 / fr-FR / Asia/Tokyo / Windows / Chromium150,Not_A Brand24"
            let html = Self.looks + "<p id=p></p><script>p.textContent = facts()</script>"
            try await Site.open({ request in
                let inner = "<iframe src='http://localhost:\(request.port)/inner'></iframe>"
                return .html(html + (request.path == "/" ? inner : ""))
            }) { site in
                try await suiteBrowser().withContext(options) { context in
                    try await context.withPage { page in
                        _ = try await page.navigate(to: site.origin + "/")
                        #expect(try await page.mainFrame.read("text", "p") == told)
                        let inner = try #require(page.frames.first { $0.url == site.otherOrigin + "/inner" })
                        #expect(try await inner.read("text", "p") == told)
                        let picture = try await page.screenshot()
                        #expect(Array(picture[16..<24]) == [0, 0, 3, 32, 0, 0, 2, 88])
                    }
                }
                #expect(site.requests.count >= 2)
                for request in site.requests {
                    #expect(request.headers["x-job"] == "42")
                    #expect(request.headers["user-agent"] == agent)
                    #expect(request.headers["accept-language"]?.hasPrefix("fr-FR") == true)
                    #expect(request.headers["sec-ch-ua-platform"] == "\"Windows\"")
                    #expect(request.headers["sec-ch-ua"]?.contains("Headless") == false)
                }
            }
        }

        @Test func `documents come from allowed sites alone, however a page tries`() async throws {
            let html = """
                <iframe src="http://localhost:PORT/frame"></iframe><img src="http://localhost:PORT/picture">
                <button id=popup onclick="window.open('http://localhost:PORT/popup', '_blank', 'noopener')">P</button>
                <button id=script onclick="location = 'http://localhost:PORT/script'">S</button>
                <form method=post action="http://localhost:PORT/form"><button id=form>F</button></form>
                <script>new Worker(URL.createObjectURL(new Blob([
                    "fetch('http://localhost:PORT/data', { mode: 'no-cors' })"])));</script>
                """
            let answer: @Sendable (Site.Request) -> Site.Answer = { request in
                if request.path == "/away" { return .redirect(to: "http://localhost:\(request.port)/redirected") }
                return .html(request.path == "/" ? html.replacing("PORT", with: "\(request.port)") : "<p>x")
            }
            try await Site.open(answer) { site in
                let options = ContextOptions(allowed: { !$0.isDocument || $0.host == "127.0.0.1" })
                try await suiteBrowser().withContext(options) { context in
                    try await context.withPage { page in
                        _ = try await page.navigate(to: site.origin + "/")
                        let refused = NavigationOutcome.refused(reason: "the address is not allowed")
                        #expect(try await page.navigate(to: site.origin + "/away") == refused)
                        #expect(try await page.navigate(to: site.otherOrigin + "/direct") == refused)
                        for id in ["script", "form", "popup"] {
                            _ = try await page.navigate(to: site.origin + "/")
                            let button = try await page.locate(.id(id))
                            let (_, activity) = try await page.activity { try await page.click(button) }
                            _ = try await page.settle(activity)
                        }
                    }
                }
                let reached = site.requests.filter { $0.headers["host"]?.hasPrefix("localhost") == true }.map(\.path)
                #expect(Set(reached).isSubset(of: ["/picture", "/data"]))
                #expect(reached.contains("/picture"))
            }
        }

        @Test func `keeps downloads by safe names, and none that is too large`() async throws {
            let parent = FileManager.default.temporaryDirectory.appending(path: "downloads-\(UUID().uuidString)")
            defer { try? FileManager.default.removeItem(at: parent) }
            let html = """
                <a id=one href=/one>1</a> <a id=two href=/two>2</a> <a id=evil href=/evil>3</a>
                <a id=big href=/big target=_blank>4</a>
                """
            let answer: @Sendable (Site.Request) -> Site.Answer = { request in
                let names = [
                    "/one": "cv.pdf", "/two": "cv.pdf", "/evil": "../../.bash\\rc\u{202E}.sh", "/big": "big.bin",
                ]
                guard let name = names[request.path] else { return .html(html) }
                let body = request.path == "/big" ? String(repeating: "x", count: 300_000) : "content"
                return .any(
                    body,
                    type: "application/octet-stream",
                    headers: [("content-disposition", "attachment; filename=\"\(name)\"")]
                )
            }
            try await Site.open(answer) { site in
                let options = ContextOptions(downloads: .init(to: parent, mostBytes: 100_000))
                try await suiteBrowser().withContext(options) { context in
                    try await context.withPage { page in
                        _ = try await page.navigate(to: site.origin + "/")
                        var files: [URL] = []
                        // Two addresses: a browser may take a second click on one link for the first, still under way.
                        for id in ["one", "two", "evil"] {
                            let link = try await page.locate(.id(id))
                            let download = try await context.newDownload { try await page.click(link) }
                            guard case .kept(let file) = download?.state else {
                                Issue.record("\(id) was not kept: \(String(describing: download))")
                                continue
                            }
                            files.append(file)
                        }
                        #expect(files.prefix(2).map(\.lastPathComponent) == ["cv.pdf", "cv (2).pdf"])
                        #expect(files.allSatisfy { $0.deletingLastPathComponent().path == parent.path })
                        #expect(try files.allSatisfy { try String(contentsOf: $0, encoding: .utf8) == "content" })
                        #expect(files.last.map { $0.lastPathComponent.hasPrefix(".") } == false)
                        let link = try await page.locate(.id("big"))
                        let big = try await context.newDownload { try await page.click(link) }
                        #expect(big?.state == .failed(reason: "it is too large"))
                    }
                    #expect(context.downloads.count == 4)
                }
                #expect(try FileManager.default.contentsOfDirectory(atPath: parent.path).count == 3)
            }
        }

        @Test func `permissions are as given, and nothing is asked`() async throws {
            let html = """
                <p id=p></p><script>
                const state = async (name) => (await navigator.permissions.query({ name })).state;
                (async () => { p.textContent = [await state("geolocation"), await state("notifications")].join(); })();
                </script>
                """
            try await Site.open({ _ in .html(html) }) { site in
                try await suiteBrowser().withContext(ContextOptions(permissions: [.geolocation])) { context in
                    try await context.withPage { page in
                        _ = try await page.navigate(to: site.origin + "/")
                        _ = try await page.locate(.text("granted,denied"))
                    }
                }
            }
        }
    }
}
