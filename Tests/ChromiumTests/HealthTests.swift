import Chromium
import Foundation
import Logging
import Testing
import TestSupport

/// What becomes of us when a part of the browser, or we ourselves, die.
@Suite struct HealthTests {
    private let quiet = Logger(label: "health") { _ in SwiftLogNoOpLogHandler() }
    private static let page = """
        <script>localStorage.setItem("step", "3"); document.cookie = "sid=7";</script>
        <button id=hang onclick="for (;;) {}">Hang</button>
        <button id=hoard onclick="const a = []; for (;;) a.push(Array.from({ length: 1e5 }, (_, i) => ({ i })))">Hoard</button>
        """

    private func withSite<R: Sendable>(_ body: @Sendable (Browser, Site) async throws -> R) async throws -> R {
        try await Site.open({ _ in .html(Self.page) }) { site in
            try await withBrowser(BrowserConfiguration(), logger: quiet) { try await body($0, site) }
        }
    }

    /// The job goes on in a new context, as the same visitor.
    private func recover(_ state: StorageState, _ browser: Browser, _ site: Site) async throws {
        #expect(state.origins.first?.localStorage == [.init(name: "step", value: "3")])
        try await browser.withContext(ContextOptions(storageState: state)) { context in
            try await context.withPage { page in
                let end = try await page.navigate(to: site.origin + "/again")
                #expect(end == .loaded(status: 200, url: site.origin + "/again"))
            }
        }
        #expect(site.requests.last { $0.path == "/again" }?.headers["cookie"] == "sid=7")
    }

    @Test func `a page that crashes says so, and its job goes on in a new context`() async throws {
        try await withSite { browser, site in
            let state = try await browser.withContext { context in
                try await context.withPage { page in
                    _ = try await page.navigate(to: site.origin + "/")
                    // The navigation is broken off a moment before or after the crash is known.
                    let code = await errorCode {
                        let end = try await page.navigate(to: "chrome://crash")
                        #expect(end == .failed(reason: "net::ERR_ABORTED"))
                    }
                    #expect(code == .crashed || code == nil)
                    #expect(await errorCode { _ = try await page.screenshot() } == .crashed)
                    #expect(!page.isOpen)
                    #expect(context.pages.isEmpty)
                    return try await context.storageState()
                }
            }
            try await recover(state, browser, site)
        }
    }

    private func expectHang(_ page: Page) async throws {
        let button = try await page.locate(.id("hang"))
        let start = ContinuousClock.now
        let clicking = await errorCode { try await page.click(button, timeout: .seconds(1)) }
        #expect(clicking == .timedOut)
        let locating = await errorCode { _ = try await page.locate(.id("x"), timeout: .seconds(1)) }
        #expect(locating == .timedOut)
        #expect(ContinuousClock.now - start < .seconds(12))
    }

    @Test func `a page that hangs times out, and its job goes on in a new context`() async throws {
        try await withSite { browser, site in
            let state = try await browser.withContext { context in
                try await context.withPage { page in
                    _ = try await page.navigate(to: site.origin + "/")
                    try await expectHang(page)
                    return try await context.storageState()
                }
            }
            try await recover(state, browser, site)
        }
    }

    /// It takes some gigabytes before the engine gives up.
    @Test(.enabled(if: Soak.isWanted, "a long run: `make soak`"))
    func `a page that runs out of memory crashes alone, and its job goes on in a new context`() async throws {
        try await withSite { browser, site in
            let state = try await browser.withContext { context in
                try await context.withPage { page in
                    _ = try await page.navigate(to: site.origin + "/")
                    let button = try await page.locate(.id("hoard"))
                    #expect(await errorCode { try await page.click(button, timeout: .seconds(120)) } == .crashed)
                    #expect(!page.isOpen)
                    #expect(browser.isAlive)
                    return try await context.storageState()
                }
            }
            try await recover(state, browser, site)
        }
    }

    @Test func `the browser draws again when its graphics process was killed`() async throws {
        try await withSite { browser, site in
            try await browser.withContext { context in
                try await context.withPage { page in
                    _ = try await page.navigate(to: site.origin + "/")
                    let graphics = Processes.of(browser.processID, "--type=gpu-process")
                    #expect(!graphics.isEmpty)
                    for process in graphics { kill(process, SIGKILL) }
                    #expect(try await page.screenshot().starts(with: [0x89, 0x50, 0x4E, 0x47]))
                    #expect(browser.isAlive)
                }
            }
        }
    }

    @Test func `contexts that come and go leave the browser's memory as it was`() async throws {
        let count = ProcessInfo.processInfo.environment["CONTEXTS"].flatMap { Int($0) } ?? 50
        try await withSite { browser, site in
            func visit() async throws {
                try await browser.withContext { context in
                    try await context.withPage { _ = try await $0.navigate(to: site.origin + "/") }
                }
            }
            for _ in 0..<10 { try await visit() }
            let before = try #require(browser.memory)
            for _ in 0..<count { try await visit() }
            let after = try #require(browser.memory)
            #expect(after - before < 60 << 20, "\(before >> 20) MB became \(after >> 20) MB in \(count) contexts")
            #expect(Processes.of(browser.processID, "--type=renderer").count < 6)
        }
    }

    @Test func `when we are killed, no process stays, and no profile`() async throws {
        let parent = FileManager.default.temporaryDirectory.appending(path: "killed-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
        await #expect(processExitsWith: .signal(SIGKILL)) { [parent = parent as String] in
            try await withBrowser(
                BrowserConfiguration(profileParent: URL(filePath: parent)),
                logger: Logger(label: "x")
            ) {
                _ = $0.isAlive
                kill(getpid(), SIGKILL)
            }
        }
        try await eventually("the browser is gone", within: .seconds(10)) { Processes.mentioning(parent).isEmpty }
        #expect(try FileManager.default.contentsOfDirectory(atPath: parent).isEmpty)
        try FileManager.default.removeItem(atPath: parent)
    }
}

/// The system's processes.
enum Processes {
    /// Those of a browser's session whose command line holds some text.
    static func of(_ browser: pid_t, _ text: String) -> [pid_t] {
        mentioning(text).filter { id in
            let fields = read("/proc/\(id)/stat").split(separator: ")").last?.split(separator: " ") ?? []
            return fields.count > 3 && fields[0] != "Z" && fields[3] == "\(browser)"
        }
    }

    /// Those whose command line holds some text.
    static func mentioning(_ text: String) -> [pid_t] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap { pid_t($0) }.filter { $0 != getpid() && read("/proc/\($0)/cmdline").contains(text) }
    }

    private static func read(_ path: String) -> String {
        (try? Data(contentsOf: URL(filePath: path))).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}
