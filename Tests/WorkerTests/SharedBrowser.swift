import Chromium
import Logging
import TestSupport
import Testing
import Waiting
import Worker

/// The browser of all suites that share one: its start takes longer than most of their tests.
enum SharedBrowser {
    @TaskLocal static var keeper: BrowserKeeper?

    private struct Lending {
        var keeper: BrowserKeeper?
        var suites = 0
    }

    private static let lending = Waiters<Lending, Void>(Lending())

    /// Lends the keeper to a suite; the one that came first has it run until the last has done.
    static func lend(_ body: @Sendable () async throws -> Void) async throws {
        let (keeper, isFirst) = enter()
        guard isFirst else { return try await use(keeper, body) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await keeper.run() }
            let result: Result<Void, any Error>
            do {
                result = .success(try await use(keeper, body))
            } catch {
                result = .failure(error)
            }
            try await lending.wait { room, _ in
                room.state.suites == 0 ? .success(()) : nil
            } cancelled: { _, _ in
                .failure(CancellationError())
            }
            group.cancelAll()
            try await group.waitForAll()
            try result.get()
        }
    }

    private static func enter() -> (keeper: BrowserKeeper, isFirst: Bool) {
        lending.change { room in
            room.state.suites += 1
            if let keeper = room.state.keeper { return (keeper, false) }
            let keeper = BrowserKeeper(BrowserConfiguration(), logger: .silent)
            room.state.keeper = keeper
            return (keeper, true)
        }
    }

    private static func use(_ keeper: BrowserKeeper, _ body: @Sendable () async throws -> Void) async throws {
        defer {
            lending.change { room in
                room.state.suites -= 1
                guard room.state.suites == 0 else { return }
                room.state.keeper = nil
                room.answerAll(.success(()))
            }
        }
        try await $keeper.withValue(keeper) { try await body() }
    }
}

/// Gives the workshops of a suite one browser, whose log none of them reads and whose end none of them brings about.
struct SharedBrowserTrait: SuiteTrait, TestScoping {
    @concurrent func provideScope(
        for test: Test,
        testCase: Test.Case?,
        performing function: @concurrent @Sendable () async throws -> Void
    ) async throws {
        try await SharedBrowser.lend { try await function() }
    }
}

extension Trait where Self == SharedBrowserTrait {
    /// One browser for all suites that say so.
    static var sharedBrowser: Self { SharedBrowserTrait() }
}
