import Foundation
public import GhostHands
import NIOCore
import NIOHTTP1
import Store

/// A worker's side of live help: sockets at `/worker/live/{job}`, to whoever has a ticket of the API's.
public struct LiveHost: Sendable {
    /// Shows a job's page to somebody, until they leave or the pause is over.
    public typealias Attend =
        @Sendable (
            LiveTicket, AsyncStream<LiveMessage>, @escaping @Sendable (LiveMessage) async throws -> Void
        ) async -> LiveVisit

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
        do {
            try await socket.write(SocketCodec.welcome(accepted))
        } catch { return }
        let opened = JobEvent.liveOpened(ticket.mode)
        try? await services.store.events.note(opened, of: ticket.job, by: "live")
        let visit = await converse(socket, ticket)
        let seconds = Int((ContinuousClock.now - began).components.seconds)
        let closed = JobEvent.liveClosed(ticket.mode, visit, seconds: seconds)
        try? await services.store.events.note(closed, of: ticket.job, by: "live")
        try? await socket.write(SocketCodec.frame(.closed(visit.ending.code)))
    }

    private func converse(_ socket: RawSocket, _ ticket: LiveTicket) async -> LiveVisit {
        let (messages, sink) = AsyncStream.makeStream(of: LiveMessage.self)
        return await withTaskGroup(of: LiveVisit?.self) { group in
            group.addTask {
                await attend(ticket, messages) { try await socket.write(SocketCodec.frame($0)) }
            }
            group.addTask {
                let isLegal = await receive(socket, sink)
                sink.finish()
                return isLegal ? nil : LiveVisit(.violated)
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

    /// Reads frames until the client ends.
    ///
    /// - Returns: false when it sent what no client may send.
    private func receive(_ socket: RawSocket, _ sink: AsyncStream<LiveMessage>.Continuation) async -> Bool {
        var codec = SocketCodec()
        for await bytes in socket.incoming {
            socket.took(bytes.readableBytes)
            do {
                for arrival in try codec.feed(bytes) {
                    switch arrival {
                    case .ping(let bytes): try await socket.write(SocketCodec.pong(bytes))
                    case .message(let message): sink.yield(message)
                    }
                }
            } catch is SocketCodec.Violation {
                return false
            } catch {
                return true
            }
        }
        return true
    }
}
