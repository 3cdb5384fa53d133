public import ServiceLifecycle
import Store
public import Waiting

/// Wakes this process's worker when another process has created a job.
public struct QueueListener: Service {
    private let listen: @Sendable (@escaping @Sendable () -> Void) async -> Void
    private let wake: Signal
    private let workload: Workload

    /// A listener.
    ///
    /// - Parameters:
    ///   - wake: raised when there may be jobs.
    ///   - workload: the jobs at hand, of which some may wait for a human.
    ///   - listen: hears what is announced on ``Jobs/channel`` until its task is cancelled.
    public init(
        wake: Signal,
        workload: Workload,
        listen: @escaping @Sendable (@escaping @Sendable () -> Void) async -> Void
    ) {
        self.wake = wake
        self.workload = workload
        self.listen = listen
    }

    /// Listens until shutdown.
    public func run() async throws {
        await cancelWhenGracefulShutdown {
            await listen { [wake, workload] in
                wake.raise()
                workload.lookForAnswers()
            }
        }
    }
}
