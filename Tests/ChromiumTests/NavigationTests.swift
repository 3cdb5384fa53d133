import Chromium
import Foundation
import NIOConcurrencyHelpers
import Testing
import TestSupport

extension ChromiumTests {
    @Suite struct Navigation {
        @Test func `tells arrival, a status, a redirect and a failure apart`() async throws {
            let answer: @Sendable (Site.Request) -> Site.Answer = { request in
                request.path == "/from" ? .redirect(to: "/") : .html("gone", status: 404)
            }
            try await withTestPage("<p>here</p>", answering: answer) { page, site in
                let origin = site.origin
                #expect(try await page.navigate(to: origin + "/") == .loaded(status: 200, url: origin + "/"))
                #expect(try await page.navigate(to: origin + "/none") == .loaded(status: 404, url: origin + "/none"))
                #expect(try await page.navigate(to: origin + "/from") == .loaded(status: 200, url: origin + "/"))
                #expect(try await page.navigate(to: origin + "/#part") == .loaded(status: 200, url: origin + "/#part"))
                #expect(page.url == origin + "/#part")
                #expect(await errorCode { _ = try await page.navigate(to: "no address") } == .navigation)
                let refused = try await page.navigate(to: "http://127.0.0.1:1/")
                #expect(
                    refused == .failed(reason: "net::ERR_CONNECTION_REFUSED")
                        || refused == .failed(reason: "net::ERR_UNSAFE_PORT")
                )
            }
        }

        @Test func `settles in the new document after a click that submits`() async throws {
            let html = "<form method=post action=/done><input name=q value=1><button>Send</button></form>"
            try await withTestPage(html, answering: { _ in .html("<p id=done>done</p>", after: .milliseconds(200)) }) {
                page,
                site in
                let button = try await page.locate(.role("button", name: "Send"))
                let (_, activity) = try await page.activity { try await page.click(button) }
                let end = try await page.settle(activity)
                #expect(end == .navigated(url: site.origin + "/done", status: 200))
                #expect(try await page.mainFrame.read("text", "done") == "done")
                let whole = page.refreshed(activity)
                #expect(whole.navigations.map(\.url) == [site.origin + "/done"])
                #expect(whole.requests.contains { $0.method == "POST" && $0.isDocument && $0.status == 200 })
            }
        }

        @Test func `settles once the answer to a script's request is shown`() async throws {
            let html = """
                <button id=go onclick="fetch('/data', { method: 'POST' }).then((answer) => answer.text()).then((text) => {
                    document.getElementById('out').textContent = text; })">Go</button><p id=out></p>
                """
            try await withTestPage(html, answering: { _ in .html("shown", after: .milliseconds(300)) }) { page, _ in
                let button = try await page.locate(.id("go"))
                let (_, activity) = try await page.activity { try await page.click(button) }
                #expect(try await page.settle(activity) == .quiet)
                #expect(try await page.mainFrame.read("text", "out") == "shown")
                #expect(
                    page.refreshed(activity).requests.contains { $0.isXHR && $0.method == "POST" && $0.status == 200 }
                )
            }
        }

        @Test func `settles though nobody reads the body of the answer`() async throws {
            let html = """
                <button id=go onclick="fetch('/data', { method: 'POST' }).then((answer) => {
                    document.getElementById('out').textContent = answer.status; })">Go</button><p id=out></p>
                """
            let answer: @Sendable (Site.Request) -> Site.Answer = { _ in
                .html("{}", headers: [("cache-control", "no-store")], after: .seconds(3))
            }
            try await withTestPage(html, answering: answer) { page, _ in
                let button = try await page.locate(.id("go"))
                let (_, activity) = try await page.activity { try await page.click(button) }
                let before = ContinuousClock.now
                #expect(try await page.settle(activity, timeout: .seconds(60)) == .quiet)
                #expect(ContinuousClock.now - before < .seconds(30))
                #expect(try await page.mainFrame.read("text", "out") == "200")
                #expect(page.refreshed(activity).requests.map(\.status) == [200])
                #expect(page.refreshed(activity).underWay.isEmpty)
                #expect(!page.isBusy(since: activity))
            }
        }

        @Test func `settles once an answer that comes in pieces is whole`() async throws {
            let html = """
                <button id=go onclick="fetch('/data', { method: 'POST' }).then((answer) => answer.text()).then((text) => {
                    document.getElementById('out').textContent = text; })">Go</button><p id=out></p>
                """
            let pieces = ["a", "b", "c", "d", "e"]
            try await withTestPage(html, answering: { _ in .pieces(pieces, every: .seconds(1)) }) { page, _ in
                let button = try await page.locate(.id("go"))
                let (_, activity) = try await page.activity { try await page.click(button) }
                #expect(try await page.settle(activity, timeout: .seconds(60)) == .quiet)
                #expect(try await page.mainFrame.read("text", "out") == "abcde")
            }
        }

        @Test func `settles soon after a click that does nothing`() async throws {
            try await withTestPage("<button id=go>Go</button>") { page, _ in
                let button = try await page.locate(.id("go"))
                let (_, activity) = try await page.activity { try await page.click(button) }
                let before = ContinuousClock.now
                let end = try await page.settle(activity, timeout: .seconds(60))
                #expect(end == .quiet)
                #expect(ContinuousClock.now - before < .seconds(20))
            }
        }

        @Test func `tells a change of address within the document`() async throws {
            try await withTestPage("<button id=go onclick=\"history.pushState({}, '', '/step2')\">Go</button>") {
                page,
                site in
                let button = try await page.locate(.id("go"))
                let (_, activity) = try await page.activity { try await page.click(button) }
                #expect(try await page.settle(activity) == .sameDocument)
                #expect(page.url == site.origin + "/step2")
            }
        }

        @Test func `blocks what is not allowed, documents and all else`() async throws {
            let asked = NIOLockedValueBox<[URLRequestFacts]>([])
            let options = ContextOptions(allowed: { facts in
                asked.withLockedValue { $0.append(facts) }
                return !facts.url.hasSuffix("/secret")
            })
            let html = """
                <p id=out></p><script>fetch('/secret').catch(() => fetch('/open')).then((answer) => answer.text())
                .then((text) => { document.getElementById('out').textContent = text; });</script>
                """
            try await withTestPage(html, options: options, answering: { _ in .html("<i id=seen>seen</i>") }) {
                page,
                site in
                _ = try await page.locate(.text("<i id=seen>seen</i>"))
                #expect(!site.requests.contains { $0.path == "/secret" })
                #expect(
                    asked.withLockedValue { $0 }.contains {
                        $0.isDocument && $0.host == "127.0.0.1" && $0.method == "GET"
                    }
                )
                let end = try await page.navigate(to: site.origin + "/secret")
                #expect(end == .refused(reason: "the address is not allowed"))
            }
        }

        @Test func `a request to another site that asks first may be sent on, though requests are judged`() async throws
        {
            let allowed = [
                ("access-control-allow-origin", "*"), ("access-control-allow-headers", "content-type, x-form"),
                ("access-control-allow-methods", "POST"), ("access-control-max-age", "0"),
            ]
            let html = """
                <p id=out></p><script>const other = location.origin.replace("127.0.0.1", "localhost");
                fetch(other + "/apply", { method: "POST", body: '{"a":1}', headers: {
                    "content-type": "application/json", "x-form": "1" } }).then((answer) => answer.text())
                .then((text) => { document.getElementById("out").textContent = text; },
                    (error) => { document.getElementById("out").textContent = `failed: ${error.message}`; });</script>
                """
            try await withTestPage(
                html,
                options: ContextOptions(allowed: { _ in true }),
                answering: { request in
                    if request.method == "OPTIONS" { return .any("", status: 204, headers: allowed) }
                    let home = request.headers["host", default: ""].replacing("localhost", with: "127.0.0.1")
                    guard request.path == "/apply" else { return .any("taken: \(request.body)", headers: allowed) }
                    return .any("", status: 307, headers: allowed + [("location", "http://\(home)/taken")])
                }
            ) { page, _ in
                _ = try await page.locate(.css("#out:not(:empty)"))
                #expect(try await page.mainFrame.read("text", "out") == "taken: {\"a\":1}")
            }
        }

        @Test func `workers and sockets keep the context's rules`() async throws {
            let options = ContextOptions(allowed: { !$0.url.hasSuffix("/secret") })
            let html = """
                <p id=out></p><script>
                const out = document.getElementById("out"), socket = location.origin.replace("http", "ws") + "/secret";
                const work = `fetch("${location.origin}/secret").catch(() => "refused").then((answer) => {
                    new WebSocket("${socket}").onclose = () => postMessage(answer); });`;
                const worker = new Worker(URL.createObjectURL(new Blob([work])));
                worker.onmessage = (event) => { out.textContent += ` worker ${event.data}`; };
                const inner = document.createElement("iframe");
                document.body.append(inner);
                new WebSocket(socket).onclose = () => { out.textContent += " closed"; };
                new inner.contentWindow.WebSocket(socket).onclose = () => { out.textContent += " closed"; };
                navigator.sendBeacon("/secret", "x");
                </script>
                """
            try await withTestPage(html, options: options, answering: { _ in .html("") }) { page, site in
                var out = ""
                for _ in 0..<200 where out.split(separator: " ").count < 4 {
                    _ = try await page.screenshot()
                    out = try await page.mainFrame.read("text", "out")
                }
                #expect(out.split(separator: " ").sorted() == ["closed", "closed", "refused", "worker"])
                #expect(!site.requests.contains { $0.path == "/secret" })
            }
        }

        /// A relay of a call between browsers is any address and port that the page names.
        @Test func `no window, frame or worker has what reaches addresses that nobody is asked about`() async throws {
            let html = """
                <p id=out></p><iframe id=inner srcdoc="<p>"></iframe><script>
                const names = ["RTCPeerConnection", "webkitRTCPeerConnection", "WebTransport", "WebSocketStream"];
                const has = (world) => names.filter((name) => world[name]).join() || "none";
                const bare = document.createElement("iframe");
                document.body.append(bare);
                const told = [has(window), has(bare.contentWindow)];
                const tell = (text) => {
                    told.push(text);
                    if (told.length === 4) document.getElementById("out").textContent = told.join(" ");
                };
                document.getElementById("inner").onload = (event) => tell(has(event.target.contentWindow));
                const work = `postMessage(${JSON.stringify(names)}.filter((name) => self[name]).join() || "none")`;
                new Worker(URL.createObjectURL(new Blob([work]))).onmessage = (event) => tell(event.data);
                </script>
                """
            try await withTestPage(html, options: ContextOptions(allowed: { _ in true })) { page, _ in
                _ = try await page.locate(.css("#out:not(:empty)"))
                let told = try await page.mainFrame.read("text", "out")
                #expect(told == "none none none none")
            }
        }

        @Test func `asks once about every host, and sends nothing to one that is not allowed`() async throws {
            let asked = Asked()
            var options = ContextOptions()
            options.allowedHost = { host in asked.note(host) && host != "inside.localhost" }
            try await Site.open({ _ in .html("<img src=/1><img src=/2><p id=there>there") }) { site in
                let port = site.origin.split(separator: ":").last ?? ""
                try await suiteBrowser().withContext(options) { context in
                    try await context.withPage { page in
                        let end = try await page.navigate(to: "http://inside.localhost:\(port)/")
                        #expect(end == .refused(reason: "the address is not allowed"))
                        #expect(site.requests.isEmpty)
                        _ = try await page.navigate(to: "http://outside.localhost:\(port)/")
                        _ = try await page.locate(.id("there"))
                        #expect(site.requests.count == 3)
                    }
                }
            }
            #expect(asked.urls == ["inside.localhost", "outside.localhost"])
        }

        @Test func `a host whose lookup never ends holds up nothing but itself`() async throws {
            var options = ContextOptions()
            options.allowedHost = { host in
                guard host == "slow.localhost" else { return true }
                await withCheckedContinuation { never in NeverEnding.keep(never) }
                return false
            }
            let html = "<img src=http://slow.localhost/><img src=http://slow.localhost/2><p id=there>there"
            try await withTestPage(html, options: options, answering: { _ in .html("<p id=next>next") }) { page, site in
                _ = try await page.locate(.id("there"))
                let end = try await page.navigate(to: site.origin + "/next")
                #expect(end == .loaded(status: 200, url: site.origin + "/next"))
                NeverEnding.release()
            }
        }

        @Test func `throws away a document from an address that is not allowed`() async throws {
            let options = ContextOptions(allowedAddress: { $0 != "127.0.0.1" })
            try await withTestPage("<p>inside</p>", options: options) { page, site in
                let end = try await page.navigate(to: site.origin + "/")
                #expect(end == .refused(reason: "the address it comes from is not allowed"))
                let blank = try await page.navigate(to: "about:blank")
                #expect(blank == .loaded(status: nil, url: "about:blank"))
            }
        }

        @Test func `a popup that closes itself is no page any more`() async throws {
            let html = "<button onclick=\"window.open('/popup')\">Go</button>"
            let popup = "<button onclick=\"window.close()\">Done</button>"
            try await Site.open({ .html($0.path == "/" ? html : popup) }) { site in
                try await suiteBrowser().withContext { context in
                    try await context.withPage { page in
                        _ = try await page.navigate(to: site.origin + "/")
                        let button = try await page.locate(.role("button", name: "Go"))
                        let popup = try #require(try await context.newPage { try await page.click(button) })
                        let closer = try await popup.locate(.role("button", name: "Done"))
                        try await popup.click(closer)
                        do {
                            _ = try await popup.locate(.id("never"))
                            Issue.record("the popup is still there")
                        } catch let error as ChromiumError {
                            #expect(error.code == .closed)
                        }
                        #expect(context.latestPage === page)
                    }
                }
            }
        }

        @Test func `follows a popup, which keeps the context's rules`() async throws {
            let options = ContextOptions(allowed: { !$0.url.hasSuffix("/secret") })
            let html = "<button id=go onclick=\"window.open('/popup')\">Go</button>"
            let browser = try suiteBrowser()
            try await Site.open({ $0.path == "/" ? .html(html) : .html("<img src=/secret><input id=field>") }) { site in
                try await browser.withContext(options) { context in
                    try await context.withPage { page in
                        _ = try await page.navigate(to: site.origin + "/")
                        let button = try await page.locate(.id("go"))
                        let popup = try #require(try await context.newPage { try await page.click(button) })
                        try await popup.fill(popup.locate(.id("field")), with: "in the popup")
                        #expect(try await popup.mainFrame.read("value", "field") == "in the popup")
                        #expect(context.latestPage === popup)
                        #expect(!site.requests.contains { $0.path == "/secret" })
                    }
                }
            }
        }
    }
}

/// Lookups that end only when the test does.
private enum NeverEnding {
    private static let kept = NIOLockedValueBox<[CheckedContinuation<Void, Never>]>([])

    static func keep(_ continuation: CheckedContinuation<Void, Never>) {
        kept.withLockedValue { $0.append(continuation) }
    }

    static func release() {
        for continuation in kept.withLockedValue({ $0 }) { continuation.resume() }
    }
}
