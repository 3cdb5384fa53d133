public import ServiceLifecycle
import Store
public import Waiting

/// Wakes this process's worker when another process has created a job.
public struct QueueListener: Service {
    private let listen: @Sendable (@escaping @Sendable () -> Void) async -> Void
    private let wake: Signal

    /// A listener.
    ///
    /// - Parameters:
    ///   - wake: raised when there may be jobs.
    ///   - listen: hears what is announced on ``Jobs/channel`` until its task is cancelled.
    public init(wake: Signal, listen: @escaping @Sendable (@escaping @Sendable () -> Void) async -> Void) {
        self.wake = wake
        self.listen = listen
    }

    /// Listens until shutdown.
    public func run() async throws {
        await cancelWhenGracefulShutdown { await listen { [wake] in wake.raise() } }
    }
}
