public import Logging
public import ServiceLifecycle
public import Store
public import Waiting

/// Ends what waits in vain and frees what a lost worker held (R7, R23): every process does it, now and then.
public struct QueueUpkeep: Service {
    private let store: Store
    private let interval: Duration
    private let outboxSignal: Signal
    private let clock: ContinuousClock
    private let logger: Logger

    /// An upkeep.
    ///
    /// - Parameters:
    ///   - store: where the queue is.
    ///   - interval: how often it is done, give or take a fifth.
    ///   - outboxSignal: raised when it may have written a callback.
    ///   - clock: measures the interval.
    ///   - logger: told of what was found.
    public init(
        store: Store,
        interval: Duration,
        outboxSignal: Signal,
        clock: ContinuousClock = ContinuousClock(),
        logger: Logger
    ) {
        self.store = store
        self.interval = interval
        self.outboxSignal = outboxSignal
        self.clock = clock
        self.logger = logger
    }

    /// Keeps the queue until shutdown.
    public func run() async throws { await nowAndThen(every: interval, on: clock) { await once() } }

    private func once() async {
        let rescued = await attempt("rescue") { try await store.jobs.rescue().count }
        let expired = await attempt("expiry") { try await store.jobs.expire() }
        _ = await attempt("forgetting") {
            try await store.help.forget()
            return 0
        }
        _ = await attempt("ageing") { try await store.jobs.age() }
        let abandoned = await attempt("settling") { try await store.spending.settleAbandoned() }
        if abandoned > 0 {
            logger.warning("model calls of lost workers were billed at their most", metadata: ["calls": "\(abandoned)"])
        }
        guard rescued > 0 || expired > 0 else { return }
        outboxSignal.raise()
        logger.info("queue upkeep", metadata: ["rescued": "\(rescued)", "expired": "\(expired)"])
    }

    /// Does one of the things, which must not keep the others from being done.
    private func attempt(_ what: String, _ body: () async throws -> Int) async -> Int {
        do {
            return try await body()
        } catch {
            if !Task.isCancelled {
                logger.warning("queue upkeep failed", metadata: ["part": "\(what)", "error": "\(error)"])
            }
            return 0
        }
    }
}
