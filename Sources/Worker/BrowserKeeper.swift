public import Chromium
public import Logging
import NIOConcurrencyHelpers
public import ServiceLifecycle

/// Keeps the one browser of a worker process: started when the first job needs it, replaced when it dies.
public final class BrowserKeeper: Service {
    private enum State {
        case idle
        case wanted([CheckedContinuation<Browser, any Error>])
        case ready(Browser)
        case ended
    }

    private let configuration: BrowserConfiguration
    private let logger: Logger
    private let state = NIOLockedValueBox(State.idle)
    private let demand = Signal()

    /// A keeper that has not started a browser yet.
    ///
    /// - Parameters:
    ///   - configuration: which browser to start, and how.
    ///   - logger: told of starts and ends.
    public init(_ configuration: BrowserConfiguration, logger: Logger) {
        self.configuration = configuration
        self.logger = logger
    }

    /// The browser, started when there is none.
    ///
    /// - Returns: a browser that was alive a moment ago.
    /// - Throws: ``ChromiumError`` when it does not start, `CancellationError` when the worker shuts down.
    public func browser() async throws -> Browser {
        try await withCheckedThrowingContinuation { continuation in
            let ready: Result<Browser, any Error>? = state.withLockedValue { state in
                switch state {
                case .ready(let browser) where browser.isAlive: return .success(browser)
                case .ended: return .failure(CancellationError())
                case .wanted(let waiters): state = .wanted(waiters + [continuation])
                case .idle, .ready: state = .wanted([continuation])
                }
                return nil
            }
            if let ready { continuation.resume(with: ready) } else { demand.raise() }
        }
    }

    /// Starts browsers as they are wanted, until shutdown.
    ///
    /// Must outlive the jobs: it ends the browser, and a job whose browser ends has failed.
    public func run() async throws {
        await cancelWhenGracefulShutdown { [self] in
            while !Task.isCancelled {
                await demand.wait()
                demand.lower()
                await keepOne()
            }
        }
        answer(.failure(CancellationError()), then: .ended)
    }

    private func keepOne() async {
        let isWanted = state.withLockedValue { if case .wanted = $0 { true } else { false } }
        guard isWanted, !Task.isCancelled else { return }
        do {
            try await withBrowser(configuration, logger: logger) { browser in
                logger.info("browser started", metadata: ["version": "\(browser.version)"])
                answer(.success(browser), then: .ready(browser))
                await browser.untilClosed()
            }
        } catch {
            answer(.failure(error), then: .idle)
            return
        }
        state.withLockedValue { if case .ready = $0 { $0 = .idle } }
    }

    private func answer(_ result: Result<Browser, any Error>, then next: State) {
        let waiters = state.withLockedValue { state in
            defer { state = next }
            if case .wanted(let waiters) = state { return waiters }
            return []
        }
        for waiter in waiters { waiter.resume(with: result) }
    }
}
