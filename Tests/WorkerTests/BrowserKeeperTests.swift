import Chromium
import Foundation
import Logging
import Testing
import Worker

@Suite struct BrowserKeeperTests {
    private let quiet = Logger(label: "keeper") { _ in SwiftLogNoOpLogHandler() }

    /// Runs a keeper beside a body, in a folder that must be empty afterwards.
    private func withKeeper(
        _ limits: BrowserLimits,
        _ body: @Sendable (BrowserKeeper) async throws -> Void
    ) async throws {
        let parent = FileManager.default.temporaryDirectory.appending(path: "keeper-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
        let keeper = BrowserKeeper(BrowserConfiguration(profileParent: parent), limits: limits, logger: quiet)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await keeper.run() }
            try await body(keeper)
            group.cancelAll()
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: parent.path).isEmpty)
        try FileManager.default.removeItem(at: parent)
    }

    /// One job, and the browser it was given.
    private func job(_ keeper: BrowserKeeper) async throws -> Int32 {
        try await keeper.withBrowser { browser in
            let end = try await browser.withContext { context in
                try await context.withPage { try await $0.navigate(to: "data:text/html,fine") }
            }
            #expect(end == .loaded(status: 200, url: "data:text/html,fine"))
            return browser.processID
        }
    }

    @Test func `a browser that has done its jobs makes way for another`() async throws {
        try await withKeeper(BrowserLimits(jobs: 2)) { keeper in
            var browsers: [Int32] = []
            for _ in 0..<5 { browsers.append(try await job(keeper)) }
            #expect(browsers[0] == browsers[1])
            #expect(browsers[2] == browsers[3])
            #expect(Set(browsers).count == 3)
        }
    }

    @Test func `a browser that takes too much memory goes after its job`() async throws {
        try await withKeeper(BrowserLimits(memory: 1 << 20)) { keeper in
            let first = try await job(keeper)
            let second = try await job(keeper)
            #expect(first != second)
        }
    }

    @Test func `a job keeps its browser while others get a new one`() async throws {
        try await withKeeper(BrowserLimits(jobs: 1)) { keeper in
            try await keeper.withBrowser { browser in
                let other = try await job(keeper)
                #expect(other != browser.processID)
                #expect(browser.isAlive)
                let memory = try #require(browser.memory)
                #expect((20 << 20)...(2_000 << 20) ~= memory)
            }
        }
    }

    @Test func `a browser that was killed is replaced, and the jobs that wait get one each`() async throws {
        try await withKeeper(BrowserLimits()) { keeper in
            try await keeper.withBrowser { browser in
                kill(browser.processID, SIGKILL)
                await browser.untilClosed()
            }
            let browsers = try await withThrowingTaskGroup(of: Int32.self) { group in
                for _ in 0..<4 { group.addTask { try await job(keeper) } }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(browsers.count == 1)
        }
    }

    @Test(.timeLimit(.minutes(1))) func `a job that is cancelled does not wait for a browser to start`() async throws {
        // Nobody starts it: the keeper does not run.
        let keeper = BrowserKeeper(BrowserConfiguration(), logger: quiet)
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                await #expect(throws: CancellationError.self) { try await keeper.withBrowser { _ in } }
            }
            group.cancelAll()
        }
    }
}
