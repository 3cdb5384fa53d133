import Chromium

private let place = "location.pathname.split('/').pop()"

extension Scene {
    fileprivate func rest(_ id: String) async throws {
        let button = try await find(id)
        let (_, activity) = try await page.activity { try await page.click(button) }
        switch try await page.settle(activity) {
        case .navigated: try await note("navigated")
        case .sameDocument: try await note("same document")
        case .quiet: try await note("quiet")
        case .timedOut: try await note("timed out")
        }
    }
}

let waitingBehaviours: [Behaviour] = [
    Behaviour(
        "waits for an element to be made",
        "<div id=d></div><script>setTimeout(() => $('d').innerHTML = `<button id=b onclick='log(1)'>B</button>`, 300)</script>",
        "1"
    ) {
        try await $0.click("b")
    },
    Behaviour("waits for a hidden element's locator no longer than it must", "<p id=p hidden>x</p>", "1", reads: "'1'")
    { _ = try await $0.find("p") },
    Behaviour(
        "waits until one of two is left",
        "<b class=x>1</b><b class=x id=two>2</b><script>setTimeout(() => $('two').remove(), 300)</script>",
        "1",
        reads: "'1'"
    ) {
        _ = try await $0.find(.css(".x"))
    },
    Behaviour("says when nothing comes", "", "notActionable: 0 elements fit the description") {
        _ = try await $0.page.locate(.id("none"), timeout: Scene.brief)
    },
    Behaviour("waits for the document a click leads to", "<a id=b href=slow>B</a>", "navigated", more: ["slow": ""]) {
        try await $0.rest("b")
    },
    Behaviour(
        "waits for a document that is redirected by script",
        "<a id=b href=first>B</a>",
        "second",
        reads: place,
        more: ["first": "<script>location = 'second'</script>", "second": ""]
    ) { scene in
        try await scene.rest("b")
    },
    Behaviour(
        "waits for a form's answer",
        "<form action=slow method=post><button id=b>B</button></form>",
        "navigated",
        more: ["slow": ""]
    ) { try await $0.rest("b") },
    Behaviour(
        "notices an address changed by script",
        "<button id=b onclick=\"history.pushState({}, '', 'x')\">B</button>",
        "same document"
    ) { try await $0.rest("b") },
    Behaviour("notices an anchor", "<a id=b href='#there'>B</a><p id=there>x</p>", "same document") {
        try await $0.rest("b")
    },
    Behaviour(
        "waits for what a click asks the server",
        "<button id=b onclick=\"fetch('slow').then(() => this.textContent = 'answered')\">B</button>",
        "quiet answered",
        reads: "document.documentElement.dataset.log + ' ' + $('b').textContent",
        more: ["slow": ""]
    ) {
        try await $0.rest("b")
    },
    Behaviour(
        "waits for a chain of questions to the server",
        "<button id=b onclick=\"fetch('slow').then(() => fetch('slow2')).then(() => this.textContent = 'answered')\">B</button>",
        "quiet answered",
        reads: "document.documentElement.dataset.log + ' ' + $('b').textContent",
        more: ["slow": "", "slow2": ""]
    ) {
        try await $0.rest("b")
    },
    Behaviour(
        "does not wait for what goes on anyway",
        "<button id=b>B</button><p id=p></p><script>setInterval(() => $('p').className = Math.random(), 20)</script>",
        "quiet"
    ) {
        try await $0.rest("b")
    },
    Behaviour(
        "does not wait for a page that asks again and again",
        "<button id=b>B</button><script>setInterval(() => fetch('slow'), 200)</script>",
        "quiet",
        more: ["slow": ""]
    ) {
        try await $0.rest("b")
    },
    Behaviour("follows a new tab", "<a id=b href=next target=_blank>B</a>", "next", more: ["next": ""]) { scene in
        let button = try await scene.find("b")
        let popup = try await scene.context.newPage { try await scene.page.click(button) }
        let frame = try await popup?.locate(.css("html")).frame
        let url = popup?.frames.first { $0.id == frame }?.url ?? ""
        try await scene.note(url.split(separator: "/").last.map(String.init) ?? "none")
    },
    Behaviour(
        "follows a window opened by script",
        "<button id=b onclick=\"window.open('next')\">B</button>",
        "true",
        more: ["next": "<p id=there>x</p>"]
    ) { scene in
        let button = try await scene.find("b")
        let popup = try await scene.context.newPage { try await scene.page.click(button) }
        _ = try await popup?.locate(.id("there"))
        try await scene.note("\(scene.context.pages.count == 2)")
    },
    Behaviour(
        "notices a window that closes",
        "<button id=b onclick=\"window.open('next')\">B</button>",
        "1",
        more: ["next": "<button id=c onclick='window.close()'>C</button>"]
    ) { scene in
        let button = try await scene.find("b")
        let popup = try await scene.context.newPage { try await scene.page.click(button) }
        if let popup {
            let close = try await popup.locate(.id("c"))
            let (_, activity) = try await popup.activity { try await popup.click(close) }
            do { _ = try await popup.settle(activity) } catch let error as ChromiumError where error.code == .closed {}
        }
        try await scene.note("\(scene.context.pages.count)")
    },
    Behaviour("tells a page that is not found", "", "404") { scene in
        if case .loaded(let status, _) = try await scene.page.navigate(to: scene.address + "none") {
            try await scene.note("\(status ?? 0)")
        }
    },
    Behaviour("tells a host that is not there", "", "failed") { scene in
        let outcome = try await scene.page.navigate(to: "http://127.0.0.1:1/")
        _ = try await scene.page.navigate(to: scene.address)
        if case .failed = outcome { try await scene.note("failed") }
    },
    Behaviour("takes an anchor for a place within", "<p id=there>x</p>", "#there", reads: "location.hash") { scene in
        _ = try await scene.page.navigate(to: scene.address + "#there")
    },
    Behaviour("refuses an address that is none", "", "navigation: the address is none a browser can go to") {
        _ = try await $0.page.navigate(to: "not an address")
    },
]
