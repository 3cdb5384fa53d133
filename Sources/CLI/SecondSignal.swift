import ServiceLifecycle
import UnixSignals
import Worker

/// Hears the second SIGTERM or SIGINT: the shutdown is not to wait any longer (contract 14.5).
struct SecondSignal: Service {
    private let hurry: Signal

    /// A listener.
    ///
    /// - Parameter hurry: raised at the second signal.
    init(_ hurry: Signal) { self.hurry = hurry }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var count = 0
            for await _ in await UnixSignalsSequence(trapping: .sigterm, .sigint) {
                count += 1
                if count == 2 { hurry.raise() }
            }
        }
    }
}
