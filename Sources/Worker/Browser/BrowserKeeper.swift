public import Chromium
public import Logging
public import ServiceLifecycle
import Hands
import Waiting

/// Keeps the browser of a worker process: started when the first job needs it, replaced when it dies or has done enough.
///
/// A browser that has reached a limit gets no more jobs and ends with its last one; the next job gets a new browser.
public final class BrowserKeeper: Service {
    private enum State {
        case idle
        case wanted
        case ready(KeptBrowser)
        case ended
    }

    private let configuration: BrowserConfiguration
    private let limits: BrowserLimits
    private let logger: Logger
    private let jobs = Waiters<State, KeptBrowser>(State.idle)
    private let demand = Signal()

    /// A keeper that has not started a browser yet.
    ///
    /// - Parameters:
    ///   - configuration: which browser to start, and how.
    ///   - limits: when a browser is replaced by a new one.
    ///   - logger: told of starts and ends.
    public init(_ configuration: BrowserConfiguration, limits: BrowserLimits = BrowserLimits(), logger: Logger) {
        self.configuration = configuration
        self.limits = limits
        self.logger = logger
    }

    /// Lends the browser to a job, started when there is none.
    ///
    /// - Parameter body: the job; its browser was alive a moment before it.
    /// - Returns: what the body returned.
    /// - Throws: ``ChromiumError`` when the browser does not start, `CancellationError` when the worker shuts down,
    ///   whatever the body throws.
    public func withBrowser<R: Sendable>(_ body: (Browser) async throws -> R) async throws -> R {
        let kept = try await acquire()
        defer { giveBack(kept) }
        return try await body(kept.browser)
    }

    /// The browser, started when there is none, for a look that is over at once.
    ///
    /// - Returns: a browser that was alive a moment ago.
    /// - Throws: ``ChromiumError`` when it does not start, `CancellationError` when the worker shuts down.
    public func browser() async throws -> Browser {
        try await withBrowser { $0 }
    }

    private func acquire() async throws -> KeptBrowser {
        try await jobs.wait { room, _ in
            switch room.state {
            case .ready(let kept) where kept.browser.isAlive && kept.begun < limits.jobs:
                kept.begin()
                return .success(kept)
            case .ready(let kept): kept.retire()
            case .ended: return .failure(CancellationError())
            case .wanted, .idle: break
            }
            room.state = .wanted
            demand.raise()
            return nil
        } cancelled: { _, _ in
            .failure(CancellationError())
        }
    }

    private func giveBack(_ kept: KeptBrowser) {
        let memory = kept.browser.memory ?? 0
        if kept.begun >= limits.jobs || memory > limits.memory {
            leave(kept)
            kept.retire()
            logger.info("browser retires", metadata: ["jobs": "\(kept.begun)", "megabytes": "\(memory >> 20)"])
        }
        kept.finish()
    }

    /// Starts browsers as they are wanted, until shutdown.
    ///
    /// Must outlive the jobs: it ends the browser, and a job whose browser ends has failed.
    public func run() async throws {
        await cancelWhenGracefulShutdown { [self] in
            await withDiscardingTaskGroup { group in
                while !Task.isCancelled {
                    await demand.wait()
                    demand.lower()
                    let isWanted = jobs.change { if case .wanted = $0.state { true } else { false } }
                    guard isWanted, !Task.isCancelled else { continue }
                    let isUp = Signal()
                    group.addTask { await self.keepOne(telling: isUp) }
                    // Otherwise a second demand meanwhile would start a second browser.
                    await isUp.wait()
                }
            }
        }
        answer(.failure(CancellationError()), then: .ended)
    }

    private func keepOne(telling isUp: Signal) async {
        do {
            try await withFormBrowser(configuration, logger: logger) { browser in
                let kept = KeptBrowser(browser)
                answer(.success(kept), then: .ready(kept))
                isUp.raise()
                await keep(kept)
            }
        } catch {
            answer(.failure(error), then: .idle)
            isUp.raise()
        }
    }

    /// Returns when the browser has died, or has to go.
    private func keep(_ kept: KeptBrowser) async {
        await withDiscardingTaskGroup { group in
            group.addTask {
                await kept.browser.untilClosed()
                kept.isOver.raise()
            }
            await kept.isOver.wait()
            group.cancelAll()
        }
        leave(kept)
    }

    /// Gives the browser to no more jobs.
    private func leave(_ kept: KeptBrowser) {
        jobs.change { room in
            if case .ready(let current) = room.state, current === kept { room.state = .idle }
        }
    }

    private func answer(_ result: Result<KeptBrowser, any Error>, then next: State) {
        jobs.change { room in
            room.state = next
            if case .success(let kept) = result { for _ in 0..<room.count { kept.begin() } }
            room.answerAll(result)
        }
    }
}
