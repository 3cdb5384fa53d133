import ArgumentParser
import CLinux
import UnixSignals

/// Handles Ctrl-C for commands that run no services: the work is cancelled and cleans up after itself.
enum Interrupt {
    /// Runs work that SIGINT, SIGTERM and the closing of the terminal cancel.
    ///
    /// - Throws: exit code 130 when it was called off.
    static func stopping<R: Sendable>(_ body: @escaping @Sendable () async throws -> R) async throws -> R {
        let terminal: [UnixSignal] = clinux_ignores(UnixSignal.sighup.rawValue) == 0 ? [.sighup] : []
        let signals = await UnixSignalsSequence(trapping: [.sigint, .sigterm] + terminal)
        return try await withThrowingTaskGroup(of: R?.self) { group in
            group.addTask { try await body() }
            group.addTask {
                for await _ in signals { return nil }
                return nil
            }
            defer { group.cancelAll() }
            guard let first = try await group.next(), let result = first else {
                group.cancelAll()
                // The browser is gone when the body has ended, not before.
                while await group.nextResult() != nil {}
                throw ExitCode(130)
            }
            return result
        }
    }
}
