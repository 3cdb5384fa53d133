import Foundation
public import GhostHands
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
    /// From where on something is wrong.
    public var limits = AlertLimits()
    /// Looks at what only this process can see; nil where nothing is told of it.
    public var report: (@Sendable () async -> Alerts.Report)?

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
        let rescued = await attempt("rescue", else: []) { try await store.jobs.rescue() }
        await watch(rescued.filter(\.isLost).map(\.jobID))
        let expired = await attempt("expiry", else: 0) { try await store.jobs.expire() }
        _ = await attempt("forgetting", else: 0) {
            try await store.help.forget()
            return 0
        }
        _ = await attempt("ageing", else: 0) { try await store.jobs.age() }
        let abandoned = await attempt("settling", else: 0) { try await store.spending.settleAbandoned() }
        if abandoned > 0 {
            logger.warning("model calls of lost workers were billed at their most", metadata: ["calls": "\(abandoned)"])
        }
        guard !rescued.isEmpty || expired > 0 else { return }
        outboxSignal.raise()
        logger.info("queue upkeep", metadata: ["rescued": "\(rescued.count)", "expired": "\(expired)"])
    }

    /// Looks for what is wrong; after the rescue, for what it has taken back nobody else can see any more.
    private func watch(_ lost: [UUID]) async {
        if let report {
            let seen = await report()
            await attempt("report", else: ()) { try await store.alerts.note(seen) }
        }
        await attempt("counting", else: ()) { try await store.totals.fold() }
        let changes = await attempt("alerts", else: Alerts.Changes()) {
            try await store.alerts.look(lost: lost, limits: limits)
        }
        for alert in changes.raised { logger.warning("alert raised", metadata: ["alert": "\(alert)"]) }
        for alert in changes.cleared { logger.notice("alert cleared", metadata: ["alert": "\(alert)"]) }
    }

    /// Does one of the things, which must not keep the others from being done.
    private func attempt<R>(_ what: String, else nothing: R, _ body: () async throws -> R) async -> R {
        do {
            return try await body()
        } catch {
            if !Task.isCancelled {
                logger.warning("queue upkeep failed", metadata: ["part": "\(what)", "error": "\(error)"])
            }
            return nothing
        }
    }
}
