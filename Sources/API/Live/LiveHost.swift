import Foundation
public import GhostHands
import NIOHTTP1
import Store

/// A worker's side of live help: sockets at `/worker/live/{job}`, to whoever has a ticket of the API's.
public struct LiveHost: Sendable {
    /// Shows a job's page to somebody, until they leave or the pause is over.
    public typealias Attend =
        @Sendable (
            LiveTicket, AsyncStream<SocketMessage>, @escaping @Sendable (SocketMessage) async throws -> Void
        ) async -> LiveVisit

    /// The longest message, in bytes.
    private static let mostBytes = 256 * 1024

    let key: LiveKey
    let attend: Attend

    /// A worker's side.
    ///
    /// - Parameters:
    ///   - key: what tickets are signed with.
    ///   - attend: shows a job's page to somebody.
    public init(key: LiveKey, attend: @escaping Attend) {
        self.key = key
        self.attend = attend
    }

    static func takes(_ uri: String) -> Bool { uri.hasPrefix("/worker/live/") }

    /// Serves one socket.
    func serve(_ socket: RawSocket, services: APIServices) async {
        let request = SocketRequest(socket.head)
        guard let accepted = request.key, let text = request.query["ticket"], request.path.count == 3,
            let ticket = LiveTicket(text, signedBy: key, at: services.now()),
            ticket.job == UUID(uuidString: request.path[2])
        else {
            try? await socket.write(SocketRequest.refusal(.forbidden))
            return
        }
        let began = ContinuousClock.now
        guard let pipe = try? await socket.speakWebSocket(accepted, mostBytes: Self.mostBytes) else { return }
        let opened = JobEvent.liveOpened(ticket.mode)
        try? await services.store.events.note(opened, of: ticket.job, by: "live")
        let visit = await converse(pipe, ticket)
        let seconds = Int((ContinuousClock.now - began).components.seconds)
        let closed = JobEvent.liveClosed(ticket.mode, visit, seconds: seconds)
        try? await services.store.events.note(closed, of: ticket.job, by: "live")
        try? await pipe.send(.closed(visit.ending.code))
    }

    private func converse(_ pipe: WebSocketPipe, _ ticket: LiveTicket) async -> LiveVisit {
        let (messages, sink) = AsyncStream.makeStream(of: SocketMessage.self)
        return await withTaskGroup(of: LiveVisit?.self) { group in
            group.addTask { await attend(ticket, messages) { try await pipe.send($0) } }
            group.addTask {
                for await message in pipe.messages {
                    pipe.took(message)
                    sink.yield(message)
                }
                sink.finish()
                return await pipe.hasViolated() ? LiveVisit(.violated) : nil
            }
            var visit: LiveVisit?
            while visit == nil, let next = await group.next() { visit = next }
            group.cancelAll()
            sink.finish()
            // Its counts come with its end.
            while let next = await group.next() { if let next, next.inputs > 0 || next.pictures > 0 { visit = next } }
            return visit ?? LiveVisit(.left)
        }
    }
}
