import Chromium
import Foundation
import Logging
import NIOConcurrencyHelpers
import Testing
import TestSupport

@Suite struct LifetimeTests {
    private let parent = FileManager.default.temporaryDirectory.appending(path: "browser-tests-\(UUID().uuidString)")
    private let logger = Logger(label: "test")

    private var configuration: BrowserConfiguration {
        try? FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
        return BrowserConfiguration(profileParent: parent)
    }

    /// The processes of a browser's session, as far as they live.
    private func processes(of browser: pid_t, _ kind: String = "") throws -> [pid_t] {
        try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap(pid_t.init).filter { id in
            let fields = text("/proc/\(id)/stat").split(separator: ")").last?.split(separator: " ") ?? []
            guard fields.count > 3, fields[0] != "Z", fields[3] == "\(browser)" else { return false }
            return kind.isEmpty || text("/proc/\(id)/cmdline").contains(kind)
        }
    }

    private func text(_ path: String) -> String {
        (try? Data(contentsOf: URL(filePath: path))).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    private func expectNothingLeft(of browser: pid_t?) throws {
        // One that has closed everything may take the system another moment to bury.
        var left: [pid_t] = []
        for _ in 0..<500 {
            left = try browser.map { try processes(of: $0) } ?? []
            if left.isEmpty { break }
        }
        #expect(left == [])
        #expect(try FileManager.default.contentsOfDirectory(atPath: parent.path).isEmpty)
        try FileManager.default.removeItem(at: parent)
    }

    @Test func `keeps the sandbox on, and leaves nothing behind`() async throws {
        let pid = try await withBrowser(configuration, logger: logger) { browser in
            let programs = try processes(of: browser.processID, "--user-data-dir")
            let main = try #require(programs.filter { $0 != browser.processID }.min())
            let line = text("/proc/\(main)/cmdline")
            #expect(!line.contains("--no-sandbox"))
            #expect(line.contains(parent.lastPathComponent))
            #expect(browser.isAlive)
            #expect(browser.version.contains("Chrome/"))
            let uid = geteuid() == 0 ? try #require(browser.uploadUser).uid : geteuid()
            #expect(text("/proc/\(main)/status").contains("\nUid:\t\(uid)\t"))
            #expect(try processes(of: browser.processID).count > 2)
            return browser.processID
        }
        try expectNothingLeft(of: pid)
    }

    @Test func `leaves nothing behind when it is cancelled`() async throws {
        let (started, told) = AsyncStream.makeStream(of: pid_t.self)
        let pid = await withTaskGroup(of: Bool.self) { group in
            group.addTask { [configuration, logger] in
                do {
                    try await withBrowser(configuration, logger: logger) { browser in
                        try await browser.withContext { context in
                            try await context.withPage { page in
                                told.yield(browser.processID)
                                _ = try await page.locate(.id("never"), timeout: .seconds(60))
                            }
                        }
                    }
                    return false
                } catch {
                    return error is CancellationError
                }
            }
            let pid = await started.first { _ in true }
            group.cancelAll()
            #expect(await group.next() == true)
            return pid
        }
        try expectNothingLeft(of: pid)
    }

    @Test func `a browser that is killed fails the calls in flight at once`() async throws {
        let before = ContinuousClock.now
        let pid = NIOLockedValueBox<pid_t?>(nil)
        let error = await #expect(throws: ChromiumError.self) {
            try await withBrowser(configuration, logger: logger) { browser in
                try await browser.withContext { context in
                    try await context.withPage { page in
                        async let closed: Void = browser.untilClosed()
                        pid.withLockedValue { $0 = browser.processID }
                        kill(browser.processID, SIGKILL)
                        await closed
                        #expect(!browser.isAlive)
                        _ = try await page.locate(.id("never"), timeout: .seconds(60))
                    }
                }
            }
        }
        #expect(error?.code == .closed)
        #expect(ContinuousClock.now - before < .seconds(15))
        try expectNothingLeft(of: pid.withLockedValue { $0 })
    }

    @Test func `a page whose process dies fails its calls as crashed, and another can be opened`() async throws {
        try await withBrowser(configuration, logger: logger) { browser in
            try await browser.withContext { context in
                try await context.withPage { page in
                    async let waiting = errorCode { _ = try await page.locate(.id("never"), timeout: .seconds(60)) }
                    for renderer in try processes(of: browser.processID, "--type=renderer") { kill(renderer, SIGKILL) }
                    #expect(await waiting == .crashed)
                    #expect(!page.isOpen)
                }
                let end = try await context.withPage { try await $0.navigate(to: "data:text/html,fine") }
                #expect(end == .loaded(status: 200, url: "data:text/html,fine"))
            }
        }
        try expectNothingLeft(of: nil)
    }

    @Test func `full Chromium comes up too, where its socket's path is not too long`() async throws {
        let full = "/usr/lib/chromium/chromium"
        try await withBrowser(BrowserConfiguration(binary: full), logger: logger) { browser in
            try await browser.withContext { context in
                let end = try await context.withPage { try await $0.navigate(to: "data:text/html,fine") }
                #expect(end == .loaded(status: 200, url: "data:text/html,fine"))
            }
        }
        let long = parent.appending(path: "far/too/long/a/path/for/a/socket")
        let error = await #expect(throws: ChromiumError.self) {
            try await withBrowser(BrowserConfiguration(binary: full, profileParent: long), logger: logger) { _ in }
        }
        #expect(error?.code == .launchFailed)
        #expect(error?.message.contains("too long a path") == true)
        #expect(try FileManager.default.contentsOfDirectory(atPath: long.path).isEmpty)
        try FileManager.default.removeItem(at: parent)
    }

    @Test func `says why a browser did not come up`() async throws {
        var missing = configuration
        missing.binary = "/nowhere/browser"
        let absent = await #expect(throws: ChromiumError.self) {
            try await withBrowser(missing, logger: logger) { _ in }
        }
        #expect(absent?.code == .notFound)
        var mute = configuration
        mute.binary = "/bin/false"
        let failed = await #expect(throws: ChromiumError.self) { try await withBrowser(mute, logger: logger) { _ in } }
        #expect(failed?.code == .launchFailed)
        try expectNothingLeft(of: nil)
    }

    @Test func `sweeps the profiles of owners that are gone, and no others`() async throws {
        let parent = configuration.profileParent
        let mine = try await withBrowser(configuration, logger: logger) { _ in
            try #require(try FileManager.default.contentsOfDirectory(atPath: parent.path).first)
        }
        let parts = mine.split(separator: "-")
        let dead = [parts[0], parts[1], parts[2], "zzzz", "1", "x"].joined(separator: "-")
        let alive = [parts[0], parts[1], parts[2], parts[3], parts[4], "other"].joined(separator: "-")
        for name in [dead, alive, "unrelated"] {
            try FileManager.default.createDirectory(at: parent.appending(path: name), withIntermediateDirectories: true)
        }
        try await withBrowser(configuration, logger: logger) { _ in }
        #expect(try Set(FileManager.default.contentsOfDirectory(atPath: parent.path)) == [alive, "unrelated"])
        try FileManager.default.removeItem(at: parent)
    }
}
