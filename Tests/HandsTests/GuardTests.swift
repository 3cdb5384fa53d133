import Foundation
import GhostHands
import Hands
import NIOConcurrencyHelpers
import Testing
import TestSupport

@testable import Chromium

extension HandsTests {
    /// What a page may be and may ask for: the web, at allowed addresses, and nothing else (R28).
    @Suite struct Guard {
        static let rules: [AddressRule] = [.init(.publicOnly), .init(.loopback), .init(.privateNetwork)]

        /// Addresses that lead a browser to something that is none of the web's.
        static let inside = [
            "file:///etc/passwd", "file:///", "file://localhost/etc/hostname", "FILE:///etc/passwd", "ftp://127.0.0.1/",
            "view-source:file:///etc/passwd", "filesystem:file:///temporary/x", "chrome://version/",
            "chrome://net-export/", "devtools://devtools/bundled/inspector.html",
        ]
        /// Addresses that name no place at all.
        static let nowhere = [
            "data:text/html,<title>held</title>held", "blob:https://example.com/1", "javascript:document.title='held'",
            "about:version", "about:blank", "view-source:https://example.com/", "", "/etc/passwd", "http://",
        ]

        @Test(arguments: rules)
        func `the browser opens no document but of the web, whoever leads it there`(rule: AddressRule) async throws {
            let options = ContextOptions.guarded(by: rule, lookup: { _ in [] })
            try await suiteBrowser().withContext(options) { context in
                try await context.withPage { page in
                    for url in Self.inside {
                        let end = try await page.navigate(to: url, timeout: .seconds(5))
                        if case .loaded = end { Issue.record("\(url) was opened") }
                    }
                }
            }
        }

        @Test(arguments: rules)
        func `a run refuses an address that is not of the web, before the browser hears of it`(
            rule: AddressRule
        ) async throws {
            try await suiteBrowser().withContext(.guarded(by: rule, lookup: { _ in [] })) { context in
                try await context.withPage { page in
                    for url in Self.inside + Self.nowhere {
                        let task = AttemptTask(url: PageAddress(url), applicant: Applicant(), submits: true)
                        let end = try await Attempt(task, supervisor: Watcher()).run(in: context, page: page).end
                        guard case .refused = end else { throw TrialError(end: end) }
                        guard case .refused = try await Inspector().inspect(PageAddress(url), in: page) else {
                            Issue.record("\(url) was inspected")
                            continue
                        }
                    }
                    #expect(page.url == "about:blank")
                }
            }
        }

        @Test func `frames, popups and redirects lead to no file, but to what the page itself holds`() async throws {
            let html = """
                <iframe src="file:///etc/passwd"></iframe><iframe src="/away"></iframe>
                <iframe src="view-source:file:///etc/passwd"></iframe>
                <iframe id=b></iframe><iframe srcdoc="<p>of the page"></iframe>
                <img onload="loaded('data')"
                    src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7">
                <p id=out></p><script>
                function loaded(what) { document.getElementById("out").textContent += what + " "; }
                const held = URL.createObjectURL(new Blob(["<p>held"], { type: "text/html" }));
                document.getElementById("b").src = held;
                fetch(held).then((answer) => answer.text()).then(() => loaded("blob"));
                open("file:///etc/passwd");
                </script>
                """
            let options = ContextOptions.guarded(by: AddressRule(.privateNetwork), lookup: { _ in [] })
            try await withTestPage(
                html,
                options: options,
                answering: { $0.path == "/away" ? .redirect(to: "file:///etc/passwd") : .html("", status: 404) }
            ) { page, _ in
                _ = try await page.locate(.css("#out:not(:empty)"))
                _ = try await page.activity {}
                let text = try await page.outline().text
                #expect(text.contains("of the page"))
                #expect(text.contains("held"))
                #expect(!text.contains("root:"))
            }
        }

        @Test(arguments: rules)
        func `a request of the web whose host cannot be told is refused`(rule: AddressRule) throws {
            let allowed = try #require(ContextOptions.guarded(by: rule, lookup: { _ in [] }).allowed)
            func isAllowed(_ scheme: String) -> Bool {
                let url = "\(scheme)://[what is no host"
                return allowed(URLRequestFacts(url: url, scheme: scheme, host: "", method: "GET", isDocument: false))
            }
            #expect(!isAllowed("http"))
            #expect(!isAllowed("https"))
            #expect(!isAllowed(""))
            #expect(isAllowed("data"), "the page holds it itself")
        }

        @Test func `a name that stands for a private address is refused before it is asked`() async throws {
            let addresses = [
                "inside.example": ["10.0.0.5"], "rebound.example": ["93.184.216.34", "127.0.0.1"],
                "six.example": ["fd00::1"], "mapped.example": ["::ffff:192.168.0.1"],
                "metadata.example": ["169.254.169.254"],
                "outside.example": ["93.184.216.34", "2606:2800:220:1::1"],
            ]
            let asked = NIOLockedValueBox<[String]>([])
            let options = ContextOptions.guarded(by: AddressRule(.publicOnly)) { host in
                asked.withLockedValue { $0.append(host) }
                guard let found = addresses[host] else { throw CancellationError() }
                return found
            }
            let judge = try #require(options.allowedHost)
            for host in addresses.keys where host != "outside.example" {
                let isAllowed = await judge(host)
                #expect(!isAllowed, "\(host)")
            }
            #expect(await judge("outside.example"))
            #expect(await judge("unknown.example"), "the browser says in its own words that there is no such name")
            try await suiteBrowser().withContext(options) { context in
                try await context.withPage { page in
                    let end = try await page.navigate(to: "http://inside.example/")
                    #expect(end == .refused(reason: "the address is not allowed"))
                }
            }
            #expect(asked.withLockedValue { $0.contains("inside.example") })
        }
    }
}
