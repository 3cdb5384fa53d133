public import Logging
public import ServiceLifecycle
public import Store
public import Waiting

/// Tells the workers of other processes that a job was created; those that come together are told once.
///
/// No trigger does this: a notification holds up every commit for a moment, and a worker looks for itself each second.
public struct QueueHerald: Service {
    private let store: Store
    private let signal: Signal
    private let logger: Logger

    /// A herald.
    ///
    /// - Parameters:
    ///   - store: where the queue is.
    ///   - signal: raised when a job was created in this process.
    ///   - logger: told of what could not be told.
    public init(store: Store, signal: Signal, logger: Logger) {
        self.store = store
        self.signal = signal
        self.logger = logger
    }

    /// Tells until shutdown.
    public func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await signal.wait()
                signal.lower()
                guard !Task.isCancelled else { return }
                do {
                    try await store.jobs.announce()
                } catch {
                    logger.info("workers elsewhere were not told of a job", metadata: ["error": "\(error)"])
                }
            }
        }
    }
}
