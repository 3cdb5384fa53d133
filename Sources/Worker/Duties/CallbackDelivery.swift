import GhostHands
public import Logging
public import Outbound
public import ServiceLifecycle
public import Store
public import Waiting

public import struct Foundation.Date

/// Delivers the callbacks that wait in the outbox, in order per job.
public struct CallbackDelivery: Service {
    private let store: Store
    private let sender: CallbackSender
    private let signal: Signal
    private let clock: ContinuousClock
    private let now: @Sendable () -> Date
    private let logger: Logger

    /// A delivery.
    ///
    /// - Parameters:
    ///   - store: where the outbox is.
    ///   - sender: makes one attempt.
    ///   - signal: raised when a callback was written in this process.
    ///   - clock: measures the pauses.
    ///   - now: tells the time that signatures carry.
    ///   - logger: told of callbacks that are given up.
    public init(
        store: Store,
        sender: CallbackSender,
        signal: Signal,
        clock: ContinuousClock = ContinuousClock(),
        now: @escaping @Sendable () -> Date = { Date() },
        logger: Logger
    ) {
        self.store = store
        self.sender = sender
        self.signal = signal
        self.clock = clock
        self.now = now
        self.logger = logger
    }

    /// How long the outbox is left alone when nothing signals.
    private static let pause = Duration.seconds(1)
    /// How many callbacks go out at once: many hosts may be silent before one that answers has to wait.
    private static let batch = 128

    /// Delivers until shutdown.
    public func run() async throws {
        await cancelWhenGracefulShutdown {
            // A receiver that does not answer keeps its own slot busy and nobody else's.
            await Slots(count: Self.batch, pause: Self.pause, clock: clock)
                .fill(until: Signal(), wake: signal, taking: due) { callback, _ in await deliver(callback) }
        }
    }

    /// Makes one attempt for each callback that is due.
    ///
    /// - Returns: how many there were.
    public func deliverDue() async -> Int {
        let due = await due(Self.batch)
        await withDiscardingTaskGroup { group in
            for callback in due { group.addTask { await deliver(callback) } }
        }
        return due.count
    }

    private func due(_ limit: Int) async -> [OutboxCallback] {
        do {
            return try await store.outbox.claim(limit: limit)
        } catch {
            logger.warning("outbox could not be read", metadata: ["error": "\(error)"])
            return []
        }
    }

    private func deliver(_ callback: OutboxCallback) async {
        let begun = now()
        let attempt = await sender.send(
            callback.body,
            to: callback.url,
            id: callback.webhookID,
            of: callback.trace,
            now: begun
        )
        // What was cut off by our own end says nothing of the host; its lock runs out.
        if Task.isCancelled, attempt.outcome != .delivered { return }
        do {
            try await store.outbox.note(attempt.noted(at: begun), of: callback)
            switch attempt.outcome {
            case .delivered: try await store.outbox.delivered(callback)
            case .retry(let reason, let retryAfter):
                let isDead = try await store.outbox.failed(callback, reason: reason, retryAfter: retryAfter)
                if isDead { giveUp(callback, reason) }
            case .silent(let reason):
                if try await store.outbox.unanswered(callback, reason: reason) { giveUp(callback, reason) }
                let stale = try await store.outbox.giveUpStale(behind: callback)
                if stale > 0 {
                    logger.warning(
                        "callbacks given up that waited for a host",
                        metadata: ["host": "\(callback.host)", "count": "\(stale)", "reason": "\(reason)"]
                    )
                }
            case .gone(let reason):
                try await store.outbox.dead(callback, reason: reason)
                giveUp(callback, reason)
            }
        } catch {
            logger.warning("callback could not be recorded", metadata: ["error": "\(error)"])
        }
    }

    private func giveUp(_ callback: OutboxCallback, _ reason: String) {
        logger.warning(
            "callback given up",
            metadata: ["job": "\(callback.jobID)", "status": "\(callback.status)", "reason": "\(reason)"]
        )
    }
}

extension CallbackSender.Attempt {
    /// What is kept of it.
    fileprivate func noted(at begun: Date) -> DeliveryAttempt {
        let (kind, error): (DeliveryAttempt.Outcome, String?) =
            switch outcome {
            case .delivered: (.delivered, nil)
            case .retry(let reason, _): (.refused, reason)
            case .silent(let reason): (.silent, reason)
            case .gone(let reason): (.gone, reason)
            }
        return DeliveryAttempt(
            begunAt: begun,
            milliseconds: Int(duration / .milliseconds(1)),
            httpStatus: status,
            outcome: kind,
            error: error,
            reply: String(decoding: reply, as: UTF8.self).replacing("\0", with: "")
        )
    }
}
