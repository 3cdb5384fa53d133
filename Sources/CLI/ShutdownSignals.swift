import ArgumentParser
import CLinux
import Glibc
import NIOConcurrencyHelpers
import UnixSignals
import Waiting

/// How a program that serves is asked to end.
///
/// The first SIGTERM, SIGINT or SIGHUP asks, the second does not let it wait. A third, SIGQUIT, and an end
/// that takes too long after the second end the process where it stands.
final class ShutdownSignals: Sendable {
    /// Raised when the process is to end; whatever runs must watch it.
    let asked = Signal()
    /// Raised when the end is not to wait for jobs, callers or receivers.
    let hurry = Signal()
    private let failure = NIOLockedValueBox<SetupError?>(nil)
    private let lastAct = NIOLockedValueBox<@Sendable () -> Void>({})

    /// How long giving back jobs may take once a second signal has come.
    private static let patience = Duration.seconds(5)

    private init() {}

    /// Does something while the signals are heard: from the first moment on none of them ends the process by itself, for a
    /// server started by a process that is gone would stay behind.
    ///
    /// - Parameter body: is given what the signals raise.
    /// - Returns: what the body returned.
    /// - Throws: what the body throws.
    static func whileHeard<R: Sendable>(_ body: (ShutdownSignals) async throws -> R) async throws -> R {
        let ending = ShutdownSignals()
        // A program under `nohup`, or put into the background by a shell, is not to hear what its terminal says.
        let terminal = [UnixSignal.sighup, .sigquit].filter { clinux_ignores($0.rawValue) == 0 }
        let signals = await UnixSignalsSequence(trapping: [.sigterm, .sigint] + terminal)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { for await signal in signals { ending.hear(signal) } }
            group.addTask { await ending.enforce() }
            defer { group.cancelAll() }
            return try await body(ending)
        }
    }

    /// Does something that is called off when the process is asked to end.
    ///
    /// - Parameter body: what to do; it is cancelled then.
    /// - Returns: what the body returned.
    /// - Throws: exit code 130 when it was called off, and what the body throws.
    func callingOff<R: Sendable>(_ body: @escaping @Sendable () async throws -> R) async throws -> R {
        let result = await withTaskGroup(of: Result<R, any Error>?.self) { group in
            group.addTask {
                do { return .success(try await body()) } catch { return .failure(error) }
            }
            group.addTask {
                await self.asked.wait()
                return nil
            }
            defer { group.cancelAll() }
            return await group.next() ?? nil
        }
        guard let result else { throw ExitCode(130) }
        return try result.get()
    }

    /// Why the process must end although nobody asked it to; nil when nothing of that kind has happened.
    var reason: SetupError? { failure.withLockedValue(\.self) }

    /// Ends everything without waiting, because it is of no more use.
    ///
    /// - Parameter reason: why, for whoever started the program.
    func giveUp(_ reason: SetupError) {
        failure.withLockedValue { $0 = reason }
        for signal in [asked, hurry] { signal.raise() }
    }

    /// Names what must still be done when the process ends where it stands: quick, and without waiting.
    ///
    /// - Parameter act: what to do; it takes the place of what was named before.
    func beforeDeath(_ act: @escaping @Sendable () -> Void) { lastAct.withLockedValue { $0 = act } }

    private func hear(_ signal: UnixSignal) {
        if signal == .sigquit {
            lastAct.withLockedValue(\.self)()
            clinux_die_by(SIGQUIT)
        }
        if hurry.isRaised { die("a third signal came") }
        if asked.isRaised { hurry.raise() }
        asked.raise()
    }

    private func enforce() async {
        await hurry.wait()
        try? await ContinuousClock().sleep(for: Self.patience)
        if !Task.isCancelled { die("stopping took more than \(Self.patience.components.seconds) seconds") }
    }

    private func die(_ reason: String) -> Never {
        if let failure = self.reason { Terminal.complain(failure.description) }
        Terminal.complain("\(reason): exiting at once; other processes will take over its jobs")
        lastAct.withLockedValue(\.self)()
        _exit(1)
    }
}
