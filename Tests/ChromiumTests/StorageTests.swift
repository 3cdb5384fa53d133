import Chromium
import Foundation
import Testing
import TestSupport

extension ChromiumTests {
    @Suite struct Storage {
        private static let cookies = [
            ("set-cookie", "session=1; Path=/"), ("set-cookie", "kept=2; Path=/; Max-Age=9000; SameSite=Strict"),
            ("set-cookie", "hidden=3; Path=/; HttpOnly; SameSite=Lax"), ("set-cookie", "deep=4; Path=/deep"),
        ]
        private static let chip = ("set-cookie", "__Host-chip=5; Path=/; Secure; HttpOnly; SameSite=None; Partitioned")

        /// A page that keeps something of everything, and says `done`.
        private static let keeper = """
            <p id=out></p><script>
            localStorage.setItem("a", "\\u00e4 \\ud83d\\ude00"); sessionStorage.setItem("tab", "7");
            const opening = indexedDB.open("shop", 3);
            opening.onupgradeneeded = () => {
                const carts = opening.result.createObjectStore("carts", { keyPath: "id", autoIncrement: true });
                carts.createIndex("byName", "name", { unique: true });
                opening.result.createObjectStore("blobs");
            };
            opening.onsuccess = () => {
                const work = opening.result.transaction(["carts", "blobs"], "readwrite");
                const cyclic = { self: null, list: [1, , -0, NaN, 10n, undefined] };
                cyclic.self = cyclic;
                work.objectStore("carts").add({ name: "x", when: new Date(5), tags: new Map([["k", new Set([1])]]) });
                work.objectStore("blobs").put({ bytes: new Uint16Array([1, 65535]), cyclic, match: /a+/gi }, [1, "two"]);
                work.objectStore("blobs").put(new Blob(["text"], { type: "text/x" }), "blob");
                work.oncomplete = () => { document.getElementById("out").textContent = "done"; };
            };
            </script>
            """

        /// A page whose first script tells what it finds.
        private static let teller = """
            <script>var first = `${document.cookie}|${localStorage.getItem("a")}|${sessionStorage.getItem("tab")}`;</script>
            <p id=first></p><p id=out></p><script>
            document.getElementById("first").textContent = first;
            const ask = (request) => new Promise((keep) => { request.onsuccess = () => keep(request.result); });
            (async () => {
                const base = await ask(indexedDB.open("shop"));
                const work = base.transaction(["carts", "blobs"]), carts = work.objectStore("carts");
                const [cart, odd, blob] = await Promise.all([ask(carts.index("byName").get("x")),
                    ask(work.objectStore("blobs").get([1, "two"])), ask(work.objectStore("blobs").get("blob"))]);
                const list = odd.cyclic.list;
                document.getElementById("out").textContent = [base.version, carts.keyPath, carts.autoIncrement,
                    carts.index("byName").unique, cart.id, cart.when.getTime(), cart.tags.get("k").has(1),
                    odd.bytes instanceof Uint16Array, odd.bytes[1], odd.cyclic.self === odd.cyclic, list.length,
                    1 in list, Object.is(list[2], -0), Number.isNaN(list[3]), list[4] === 10n, 5 in list,
                    String(odd.match), blob.type, await blob.text()].join();
            })();
            </script>
            """

        @Test func `of what is too large the smallest is read, and the rest is said to be left out`() async throws {
            let html = """
                <p id=out></p><script>
                for (let i = 0; i < 75; i++) localStorage.setItem("key" + i, "\u{8a9e}".repeat(33333));
                localStorage.setItem("who", "alice"); document.getElementById("out").textContent = "done";</script>
                """
            try await Site.open({ _ in .html(html) }) { site in
                try await suiteBrowser().withContext(ContextOptions()) { context in
                    try await context.withPage { page in
                        _ = try await page.navigate(to: site.origin + "/")
                        try await shows("done", page)
                        let origin = try #require(try await context.storageState().origins.first)
                        #expect(origin.localStorage.contains { $0.name == "who" })
                        #expect(origin.localStorage.count == 53)
                        #expect(origin.omitted == 23)
                        #expect(origin.omittedDatabases == 0)
                    }
                }
            }
        }

        private func shows(_ text: String, _ page: Page) async throws {
            _ = try await page.locate(.text(text), timeout: .seconds(20))
        }

        @Test func `a visitor goes on in another context, from before the first script`() async throws {
            let answer: @Sendable (Site.Request) -> Site.Answer = { request in
                switch request.path {
                case "/keep": .any(Self.keeper, headers: Self.cookies)
                case "/top": .html("<iframe src='http://localhost:\(request.port)/chip'></iframe>")
                case "/chip": .any("<p>chip", headers: [Self.chip])
                default: .html(Self.teller)
                }
            }
            try await Site.open(answer) { site in
                let browser = try suiteBrowser()
                let state = try await browser.withContext { context in
                    try await context.withPage { page in
                        _ = try await page.navigate(to: site.origin + "/top")
                        try await shows("chip", page)
                        _ = try await page.navigate(to: site.origin + "/keep")
                        try await shows("done", page)
                        return try await context.storageState()
                    }
                }
                try expectCookies(state)
                let json = try JSONEncoder().encode(state)
                let read = try JSONDecoder().decode(StorageState.self, from: json)
                #expect(read == state)
                let before = site.requests.count
                let again = try await browser.withContext(ContextOptions(storageState: read)) { context in
                    #expect(context.pages.isEmpty)
                    #expect(site.requests.count == before)
                    return try await context.withPage { page in
                        _ = try await page.navigate(to: site.origin + "/tell")
                        let first = try await page.mainFrame.read("text", "first")
                        #expect(first == "session=1; kept=2|ä 😀|7")
                        try await shows(
                            "3,id,true,true,1,5,true,true,65535,true,6,false,true,true,true,true,/a+/gi,text/x,text",
                            page
                        )
                        _ = try await page.navigate(to: site.origin + "/top")
                        try await shows("chip", page)
                        return try await context.storageState()
                    }
                }
                let sent = site.requests.dropFirst(before)
                #expect(sent.first { $0.path == "/tell" }?.headers["cookie"] == "session=1; kept=2; hidden=3")
                #expect(sent.first { $0.path == "/chip" }?.headers["cookie"] == "__Host-chip=5")
                #expect(Set(again.cookies) == Set(state.cookies))
                #expect(again.origins == state.origins)
            }
        }

        private func expectCookies(_ state: StorageState) throws {
            let byName = Dictionary(uniqueKeysWithValues: state.cookies.map { ($0.name, $0) })
            #expect(byName.keys.sorted() == ["__Host-chip", "deep", "hidden", "kept", "session"])
            #expect(byName["session"]?.expires == -1)
            #expect(byName["session"]?.domain == "127.0.0.1")
            #expect(byName["kept"]?.sameSite == .strict)
            #expect((byName["kept"]?.expires ?? 0) > Date().timeIntervalSince1970)
            #expect(byName["hidden"]?.httpOnly == true)
            #expect(byName["deep"]?.path == "/deep")
            #expect(byName["__Host-chip"]?.partitionKey == "http://127.0.0.1")
            #expect(byName["__Host-chip"]?.secure == true)
        }

        @Test func `reads what Playwright wrote`() async throws {
            let html =
                "<script>var first = document.cookie + '|' + localStorage.getItem('theme');</script><p id=p></p>"
                + "<script>document.getElementById('p').textContent = first</script>"
            try await Site.open({ _ in .html(html) }) { site in
                let json = """
                    {"cookies": [
                      {"name": "sid", "value": "abc", "domain": "127.0.0.1", "path": "/", "expires": -1,
                       "httpOnly": false, "secure": false, "sameSite": "Lax"},
                      {"name": "old", "value": "x", "domain": "127.0.0.1", "path": "/", "expires": 1000,
                       "httpOnly": false, "secure": false, "sameSite": "Lax"},
                      {"name": "wi\\u0000de", "value": "y", "domain": ".example.com", "path": "/", "expires": -1,
                       "httpOnly": true, "secure": true, "sameSite": "None"}],
                     "origins": [{"origin": "\(site.origin)", "localStorage": [{"name": "theme", "value": "dark"}]}]}
                    """
                let state = try JSONDecoder().decode(StorageState.self, from: Data(json.utf8))
                try await suiteBrowser().withContext(ContextOptions(storageState: state)) { context in
                    try await context.withPage { page in
                        _ = try await page.navigate(to: site.origin + "/")
                        #expect(try await page.mainFrame.read("text", "p") == "sid=abc|dark")
                    }
                    #expect(try await context.storageState().origins == state.origins)
                }
            }
        }

        @Test func `a state is read under rules, without asking a site, and from pages that are closed`() async throws {
            let options = ContextOptions(allowed: { !$0.url.contains("/private") })
            try await Site.open({ _ in .html("<script>localStorage.setItem('n', location.host)</script>") }) { site in
                try await suiteBrowser().withContext(options) { context in
                    for origin in [site.origin, site.otherOrigin] {
                        try await context.withPage { _ = try await $0.navigate(to: origin + "/") }
                    }
                    let before = site.requests.count
                    let state = try await context.storageState()
                    #expect(state.origins.map(\.origin) == [site.origin, site.otherOrigin])
                    #expect(state.origins.allSatisfy { $0.localStorage.count == 1 })
                    #expect(site.requests.count == before)
                    #expect(context.pages.isEmpty)
                }
            }
        }

        @Test func `what cannot leave the browser costs nothing else, and is counted`() async throws {
            let script = """
                <p id=p></p><script>
                localStorage.setItem('half', '\\ud800x'); localStorage.setItem('\\udc00', 'x');
                localStorage.setItem('whole', '😀'); document.cookie = 'in=1';
                const opening = indexedDB.open('\\ud801', 1);
                opening.onsuccess = () => { opening.result.close(); p.textContent = 'done'; };</script>
                """
            try await Site.open({ _ in .html(script) }) { site in
                try await suiteBrowser().withContext { context in
                    try await context.withPage { page in
                        _ = try await page.navigate(to: site.origin + "/")
                        try await shows("done", page)
                        let state = try await context.storageState()
                        #expect(state.cookies.map(\.name) == ["in"])
                        #expect(state.origins.first?.localStorage == [.init(name: "whole", value: "😀")])
                        #expect(state.origins.first?.omitted == 2)
                        #expect(state.origins.first?.omittedDatabases == 1)
                    }
                }
            }
        }

        @Test func `what a description says of a state is no secret`() {
            let cookie = StorageState.Cookie(name: "sid", value: "s3cret", domain: "a.example")
            let item = StorageState.Item(name: "token", value: "s3cret")
            let state = StorageState(cookies: [cookie], origins: [.init("https://a.example", localStorage: [item])])
            var dumped = ""
            dump(state, to: &dumped)
            for text in ["\(state)", String(reflecting: state), "\(state.cookies)", "\(state.origins)", dumped] {
                #expect(!text.contains("s3cret"))
            }
        }
    }
}

extension Site.Request {
    /// The port it came to.
    var port: Int { (headers["host"]?.split(separator: ":").last).flatMap { Int($0) } ?? 80 }
}
