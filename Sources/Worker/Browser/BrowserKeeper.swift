public import Chromium
public import Logging
public import ServiceLifecycle
import Waiting

/// Keeps the browser of a worker process: started when the first job needs it, replaced when it dies or has done enough.
///
/// A browser that has reached a limit gets no more jobs and ends with its last one; the next job gets a new browser.
public final class BrowserKeeper: Service {
    private enum State {
        case idle
        case wanted
        case ready(Tenure)
        case ended
    }

    private let configuration: BrowserConfiguration
    private let limits: BrowserLimits
    private let logger: Logger
    private let jobs = Waiters<State, Tenure>(State.idle)
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
        let tenure = try await tenure()
        defer { giveBack(tenure) }
        return try await body(tenure.browser)
    }

    /// The browser, started when there is none, for a look that is over at once.
    ///
    /// - Returns: a browser that was alive a moment ago.
    /// - Throws: ``ChromiumError`` when it does not start, `CancellationError` when the worker shuts down.
    public func browser() async throws -> Browser {
        try await withBrowser { $0 }
    }

    private func tenure() async throws -> Tenure {
        try await jobs.wait { room, _ in
            switch room.state {
            case .ready(let tenure) where tenure.browser.isAlive && tenure.begun < limits.jobs:
                tenure.begin()
                return .success(tenure)
            case .ready(let tenure): tenure.retire()
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

    private func giveBack(_ tenure: Tenure) {
        let memory = tenure.browser.memory ?? 0
        if tenure.begun >= limits.jobs || memory > limits.memory {
            leave(tenure)
            tenure.retire()
            logger.info("browser retires", metadata: ["jobs": "\(tenure.begun)", "megabytes": "\(memory >> 20)"])
        }
        tenure.finish()
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
            try await Chromium.withBrowser(configuration, logger: logger) { browser in
                let tenure = Tenure(browser)
                answer(.success(tenure), then: .ready(tenure))
                isUp.raise()
                await keep(tenure)
            }
        } catch {
            answer(.failure(error), then: .idle)
            isUp.raise()
        }
    }

    /// Returns when the browser has died, or has to go.
    private func keep(_ tenure: Tenure) async {
        await withDiscardingTaskGroup { group in
            group.addTask {
                await tenure.browser.untilClosed()
                tenure.isOver.raise()
            }
            await tenure.isOver.wait()
            group.cancelAll()
        }
        leave(tenure)
    }

    /// Gives the browser to no more jobs.
    private func leave(_ tenure: Tenure) {
        jobs.change { room in
            if case .ready(let current) = room.state, current === tenure { room.state = .idle }
        }
    }

    private func answer(_ result: Result<Tenure, any Error>, then next: State) {
        jobs.change { room in
            room.state = next
            if case .success(let tenure) = result { for _ in 0..<room.count { tenure.begin() } }
            room.answerAll(result)
        }
    }
}
