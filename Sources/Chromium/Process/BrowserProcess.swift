import CLinux
import Foundation
import NIOConcurrencyHelpers
import NIOCore
import NIOPosix
import Waiting

/// The browser's process and those below it, from the start to the last one's end.
final class BrowserProcess: Sendable {
    struct State: Sendable {
        /// Whether the browser's main process has ended; its number is no longer ours then.
        var hasEnded = false
        /// Whether all processes below it have ended too.
        var isGone = false
        /// The end of what they wrote to standard error.
        var lastWords: [UInt8] = []
    }

    private static let mostLastWords = 4_096

    let id: pid_t
    let state: Watched<State>
    private let errors: CInt

    private init(id: pid_t, errors: CInt) {
        self.id = id
        self.errors = errors
        state = Watched(State(), on: MultiThreadedEventLoopGroup.singleton.any())
    }

    /// Starts a process, and gives it and the connection to it.
    static func start(
        _ command: [String],
        environment: [String: String],
        faults: WireFaults?
    ) async throws -> (BrowserProcess, Connection) {
        var id: pid_t = 0
        var writing: CInt = -1
        var reading: CInt = -1
        var errors: CInt = -1
        let variables = environment.map { "\($0.key)=\($0.value)" }
        let failure = withCStrings(command) { arguments in
            withCStrings(variables) { variables in
                clinux_spawn_piped(arguments[0], arguments, variables, &id, &writing, &reading, &errors)
            }
        }
        guard failure == 0 else {
            throw ChromiumError(.launchFailed, "\(command[0]) cannot be started: \(String(cString: strerror(failure)))")
        }
        let process = BrowserProcess(id: id, errors: errors)
        Thread.detachNewThread { process.watch() }
        do {
            let pipe = try await Pipe.connect(reading: reading, writing: writing)
            return (process, Connection.open(faults.map { FaultyTransport(pipe, $0) } ?? pipe))
        } catch {
            await process.end()
            throw error
        }
    }

    /// The end of what the browser wrote to standard error, to explain why it did not come up.
    var lastWords: String {
        String(decoding: state.current.lastWords.suffix(1_500), as: UTF8.self)
    }

    /// Makes sure that no process is left; the pipe should have been closed before, which is usually enough.
    func end() async {
        let loop = MultiThreadedEventLoopGroup.singleton.any()
        let gone = Promise<Void>()
        let timers = [
            loop.scheduleTask(in: .seconds(2)) { self.signal(SIGTERM) },
            loop.scheduleTask(in: .seconds(4)) { self.signal(SIGKILL) },
            loop.scheduleTask(in: .seconds(8)) { gone.fulfil(with: ()) },
        ]
        state.whenever { $0.isGone ? gone.fulfil(with: ()) : () }
        _ = try? await gone.valueDespiteCancellation()
        for timer in timers { timer.cancel() }
    }

    /// Kills all its processes, and waits for nothing.
    func endAtOnce() { signal(SIGKILL) }

    private func signal(_ number: CInt) {
        state.update { state in
            if !state.hasEnded { kill(-id, number) }
        }
    }

    /// Blocks its thread until the last process has let go of standard error and the first is reaped.
    private func watch() {
        var descriptors = [
            pollfd(fd: clinux_pidfd_open(id), events: Int16(POLLIN), revents: 0),
            pollfd(fd: errors, events: Int16(POLLIN), revents: 0),
        ]
        while descriptors.contains(where: { $0.fd >= 0 }) {
            guard poll(&descriptors, 2, -1) > 0 else { continue }
            if descriptors[0].fd >= 0, descriptors[0].revents != 0 {
                reap()
                close(descriptors[0].fd)
                descriptors[0].fd = -1
            }
            if descriptors[1].fd >= 0, descriptors[1].revents != 0, !listen() {
                close(descriptors[1].fd)
                descriptors[1].fd = -1
            }
        }
        reap()
        // Where we are the first process of a container, the browser's orphans have become our children.
        while waitpid(-id, nil, WNOHANG) > 0 {}
        state.update { $0.isGone = true }
    }

    /// Ends what is left of the group while its number cannot be anybody else's.
    private func reap() {
        state.update { state in
            guard !state.hasEnded else { return }
            kill(-id, SIGKILL)
            waitpid(id, nil, 0)
            state.hasEnded = true
        }
    }

    private func listen() -> Bool {
        var bytes = [UInt8](repeating: 0, count: 4_096)
        let count = read(errors, &bytes, bytes.count)
        guard count > 0 else { return count < 0 && errno == EINTR }
        state.update { state in
            state.lastWords.append(contentsOf: bytes.prefix(count))
            state.lastWords.removeFirst(max(0, state.lastWords.count - Self.mostLastWords))
        }
        return true
    }
}

private func withCStrings<R>(_ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> R) -> R {
    let pointers: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers)
}
