import NIOConcurrencyHelpers
import NIOCore
import Waiting

/// Numbers the calls to a browser, pairs replies with calls, and hands events to whom they belong.
final class Connection: Sendable {
    private struct Pending {
        let promise: Promise<ByteBuffer>
        let session: String?
        let timer: Scheduled<Void>
    }

    private struct State {
        var nextID = 0
        var pending: [Int: Pending] = [:]
        var sinks: [String: @Sendable (Event) -> Void] = [:]
        /// Why sessions are over; whoever still uses one is told.
        var overs: [String: ChromiumError] = [:]
        var end: ChromiumError?
    }

    /// More calls than any page makes at once; more than this is an endless loop.
    private static let mostPending = 10_000
    private static let mostOvers = 1_000

    private let state = NIOLockedValueBox(State())
    private let transport: any Transport

    private init(_ transport: any Transport) {
        self.transport = transport
    }

    /// Opens a transport, and keeps to it until its end.
    static func open(_ transport: any Transport) -> Connection {
        let connection = Connection(transport)
        transport.open { arrival in
            switch arrival {
            case .message(let message): connection.receive(message)
            case .end(let error): connection.end(error)
            }
        }
        return connection
    }

    var loop: any EventLoop { transport.loop }

    var isOpen: Bool {
        state.withLockedValue { $0.end == nil }
    }

    /// Hands a session's events, or with nil the browser's own, to a sink on the event loop.
    func route(_ session: String?, to sink: (@Sendable (Event) -> Void)?) {
        state.withLockedValue { $0.sinks[session ?? ""] = sink }
    }

    /// Sends a command now, in the order of the calls; the reply is awaited later.
    func post<R>(_ command: Command<R>, to session: String?, by deadline: Deadline) -> Reply<R> {
        let promise = Promise<ByteBuffer>()
        do {
            let id = try register(promise, session: session, method: command.method, deadline: deadline)
            transport.send(ByteBuffer(bytes: try command.encoded(id: id, session: session)))
        } catch {
            promise.fulfil(.failure(error))
        }
        return Reply(promise: promise, method: command.method)
    }

    private func register(
        _ promise: Promise<ByteBuffer>,
        session: String?,
        method: String,
        deadline: Deadline
    ) throws -> Int {
        let id = try state.withLockedValue { state in
            if let end = state.end ?? state.overs[session ?? ""] { throw end }
            guard state.pending.count < Self.mostPending else {
                throw ChromiumError(.protocol, "too many calls are in flight")
            }
            state.nextID += 1
            return state.nextID
        }
        guard !deadline.hasPassed else { throw ChromiumError(.timedOut, "no time was left for \(method)") }
        let timer = loop.scheduleTask(deadline: deadline.instant) {
            guard let pending = self.take(id) else { return }
            pending.promise.fulfil(.failure(ChromiumError(.timedOut, "\(method) took too long")))
        }
        let end = state.withLockedValue { state in
            let end = state.end ?? state.overs[session ?? ""]
            if end == nil {
                state.pending[id] = Pending(promise: promise, session: session, timer: timer)
            }
            return end
        }
        guard let end else { return id }
        timer.cancel()
        throw end
    }

    private func receive(_ message: ByteBuffer) {
        switch Incoming(message) {
        case .reply(let id):
            guard let pending = take(id) else { return }
            pending.timer.cancel()
            pending.promise.fulfil(.success(message))
        case .event(let event):
            let sink = state.withLockedValue { $0.sinks[event.session ?? ""] }
            sink?(event)
        case nil:
            end(ChromiumError(.protocol, "the browser sent what is no message"))
            transport.close()
        }
    }

    private func take(_ id: Int) -> Pending? {
        state.withLockedValue { $0.pending.removeValue(forKey: id) }
    }

    /// Fails the calls a session still waits for, and gives up its events.
    func drop(_ session: String, _ error: ChromiumError) {
        let dropped = state.withLockedValue { state in
            state.sinks[session] = nil
            if state.overs.count >= Self.mostOvers { state.overs = [:] }
            state.overs[session] = error
            let dropped = state.pending.filter { $0.value.session == session }
            for id in dropped.keys { state.pending[id] = nil }
            return dropped.values
        }
        fail(dropped, error)
    }

    /// Fails everything; the first error counts.
    func end(_ error: ChromiumError) {
        let (dropped, sinks) = state.withLockedValue { state in
            state.end = state.end ?? error
            defer {
                state.pending = [:]
                state.sinks = [:]
            }
            return (state.pending.values, state.sinks.values)
        }
        fail(dropped, error)
        for sink in sinks { sink(Event(method: Event.connectionEnded, session: nil, message: ByteBuffer())) }
    }

    private func fail(_ dropped: some Sequence<Pending>, _ error: ChromiumError) {
        for pending in dropped {
            pending.timer.cancel()
            pending.promise.fulfil(.failure(error))
        }
    }

    /// Closes our ends of the pipes, upon which a browser ends.
    func close() {
        transport.close()
    }
}
