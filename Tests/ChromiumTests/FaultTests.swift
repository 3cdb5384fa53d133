import Chromium
import Foundation
import Logging
import Testing
import TestSupport

/// Every kind of message of an ordinary visit is made to fail in every way, in either direction.
@Suite struct FaultTests {
    private let quiet = Logger(label: "faults") { _ in SwiftLogNoOpLogHandler() }
    private static let limit = Duration.seconds(2)
    /// How much later than its deadline a call may end on a machine that is busy with everything else.
    private static let slack = Duration.seconds(12)
    private static let page = """
        <iframe srcdoc="<input id=inner>"></iframe>
        <form action=/done><label>Name <input id=name name=name></label><input id=agree type=checkbox>
        <input id=file type=file><select id=choice><option>one<option>two</select>
        <button id=go>Send</button></form><button id=ask onclick="alert(1)">Ask</button>
        <button id=open onclick="window.open('/done')">Open</button>
        """
    private static let everything = ProcessInfo.processInfo.environment["ALL_FAULTS"] != nil

    private func timed<R>(_ step: String, _ body: () async throws -> R) async throws -> R {
        let start = ContinuousClock.now
        defer { #expect(ContinuousClock.now - start < Self.limit + Self.slack, "\(step) took too long") }
        do {
            return try await body()
        } catch let error as ChromiumError {
            throw error
        } catch {
            Issue.record("\(step) ended with \(error), which is none of our errors")
            throw error
        }
    }

    /// An ordinary visit: everything a page is commonly asked for.
    private func visit(_ browser: Browser, _ site: Site) async throws {
        let options = ContextOptions(allowed: { _ in true })
        try await timed("context") {
            try await browser.withContext(options) { context in
                try await context.withPage { page in try await steps(page, context, site) }
            }
        }
    }

    private func steps(_ page: Page, _ context: BrowserContext, _ site: Site) async throws {
        let limit = Self.limit
        let end = try await timed("navigate") { try await page.navigate(to: site.origin + "/", timeout: limit) }
        guard case .loaded = end else { return }
        let name = try await timed("locate") { try await page.locate(.id("name"), timeout: limit) }
        try await timed("fill") { try await page.fill(name, with: "Ada", timeout: limit) }
        try await timed("type") { try await page.type("!", into: name, timeout: limit) }
        let inner = try await timed("locate") { try await page.locate(.id("inner"), timeout: limit) }
        try await timed("click") { try await page.click(inner, timeout: limit) }
        let file = try await timed("locate") { try await page.locate(.id("file"), timeout: limit) }
        try await timed("upload") { try await page.upload([URL(filePath: "/etc/hostname")], to: file, timeout: limit) }
        _ = try await timed("screenshot") { try await page.screenshot(fullPage: true, timeout: limit) }
        let ask = try await timed("locate") { try await page.locate(.id("ask"), timeout: limit) }
        try await timed("dialog") { try await page.click(ask, timeout: limit) }
        let open = try await timed("locate") { try await page.locate(.id("open"), timeout: limit) }
        _ = try await timed("popup") {
            try await context.newPage(timeout: limit) { try await page.click(open, timeout: limit) }
        }
        let go = try await timed("locate") { try await page.locate(.id("go"), timeout: limit) }
        let (_, activity) = try await page.activity {
            try await timed("go") { try await page.click(go, timeout: limit) }
        }
        _ = try await timed("settle") { try await page.settle(activity, timeout: limit) }
    }

    private func run<R: Sendable>(
        _ faults: WireFaults,
        _ body: @Sendable (Browser, Site) async throws -> R
    ) async throws -> R {
        let configuration = BrowserConfiguration(patience: Self.limit, faults: faults)
        return try await Site.open({ .html($0.path == "/" ? Self.page : "<p>done") }) { site in
            try await withBrowser(configuration, logger: quiet) { try await body($0, site) }
        }
    }

    /// The messages of a visit on which nothing goes wrong.
    private func messages() async throws -> [WireFaults.Message] {
        let faults = WireFaults()
        return try await run(faults) { browser, site in
            faults.arm([])
            try await visit(browser, site)
            return faults.seen.keys.sorted { ($0.direction.rawValue, $0.method) < ($1.direction.rawValue, $1.method) }
        }
    }

    private func cases(_ messages: [WireFaults.Message]) -> [WireFault] {
        let kinds: [WireFault.Kind] = [
            .drop, .delay(.milliseconds(300)), .duplicate, .garble(.head), .garble(.body), .cut,
        ]
        let all = messages.flatMap { message in
            kinds.flatMap { kind in
                [1, 2].map { WireFault(kind, message.direction, method: message.method, number: $0) }
            }
        }
        // A prime stride meets every message and every kind.
        return Self.everything ? all : stride(from: 0, to: all.count, by: 61).map { all[$0] }
    }

    /// A browser is used again as long as the fault did not end it.
    private func suffer(_ cases: ArraySlice<WireFault>) async throws -> Int {
        var rest = cases
        var struck = 0
        while !rest.isEmpty {
            let faults = WireFaults()
            (rest, struck) = try await run(faults) { [rest, struck] browser, site in
                var rest = rest
                var struck = struck
                while browser.isAlive, let fault = rest.popFirst() {
                    faults.arm([fault])
                    try? await visit(browser, site)
                    struck += faults.struck
                }
                return (rest, struck)
            }
        }
        return struck
    }

    @Test func `whatever befalls a message, every call ends in time, in success or with an error of ours`() async throws
    {
        let messages = try await messages()
        #expect(messages.count > 50)
        let cases = cases(messages)
        let lanes = 2
        let share = (cases.count + lanes - 1) / lanes
        let struck = try await withThrowingTaskGroup(of: Int.self) { group in
            for lane in 0..<lanes {
                group.addTask { try await suffer(cases.dropFirst(lane * share).prefix(share)) }
            }
            return try await group.reduce(0, +)
        }
        #expect(struck > cases.count / 3)
    }

    @Test func `a message that comes late, and a report that comes twice, do no harm`() async throws {
        let messages = try await messages()
        let late = messages.enumerated().filter { $0.offset % 17 == 0 }.map { place in
            WireFault(.delay(.milliseconds(30)), place.element.direction, method: place.element.method)
        }
        let twice = messages.filter { $0.direction == .fromBrowser }.enumerated().filter { $0.offset % 11 == 0 }.map {
            WireFault(.duplicate, .fromBrowser, method: $0.element.method)
        }
        let wire = WireFaults()
        try await run(wire) { browser, site in
            for fault in late + twice {
                wire.arm([fault])
                await #expect(throws: Never.self, "\(fault)") { try await visit(browser, site) }
            }
        }
    }

    @Test(arguments: [WireFault.Kind.drop, .garble(.head), .garble(.body), .cut], WireFault.Direction.allCases)
    func `a browser that cannot be spoken to from the first word does not come up`(
        kind: WireFault.Kind,
        direction: WireFault.Direction
    ) async throws {
        let configuration = BrowserConfiguration(
            launchTimeout: .seconds(2),
            faults: WireFaults([WireFault(kind, direction)])
        )
        let start = ContinuousClock.now
        let error = await #expect(throws: ChromiumError.self) {
            try await withBrowser(configuration, logger: quiet) { _ in }
        }
        #expect(error?.code == .launchFailed)
        #expect(ContinuousClock.now - start < .seconds(20))
    }
}
