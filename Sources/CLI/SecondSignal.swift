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

/// Ends the program when it was to end before its services listened for signals by themselves.
struct Interruption: Service {
    private let signal: Signal

    /// A listener.
    ///
    /// - Parameter signal: raised when the program shall end.
    init(_ signal: Signal) { self.signal = signal }

    func run() async throws { await cancelWhenGracefulShutdown { await signal.wait() } }
}
