import Chromium
import Foundation
import GhostHands
import NIOConcurrencyHelpers
import Waiting

/// One person's view of a stage, over one connection.
///
/// Three tasks: what comes is read at once, so that a busy page holds up no acknowledgement; what the person does is done
/// in its order; and what is new is sent, one picture at a time, the newest when the one before has arrived.
final class LiveSeat: Sendable {
    struct Counts: Sendable {
        var inputs = 0
        var pictures = 0
    }

    private static let mostWaiting = 500
    let id = UUID()
    let stage: LiveStage
    let ticket: LiveTicket
    let post: LivePost
    let counts = NIOLockedValueBox(Counts())
    private let news: Signal

    init(_ stage: LiveStage, _ ticket: LiveTicket, _ send: @escaping @Sendable (SocketMessage) async throws -> Void) {
        self.stage = stage
        self.ticket = ticket
        news = Signal()
        post = LivePost(news: news, send)
    }

    func run(_ incoming: AsyncStream<SocketMessage>) async -> LiveVisit {
        guard stage.sit(id, news) else { return LiveVisit(.violated) }
        if ticket.mode == .control { await stage.take(id, ticket.link) }
        let (deeds, sink) = AsyncStream.makeStream(of: JSON.self, bufferingPolicy: .bufferingOldest(Self.mostWaiting))
        let hands = LiveHands(self)
        let ending = await withTaskGroup(of: LiveEnding?.self) { group in
            group.addTask { await self.read(incoming, into: sink, hands) }
            group.addTask { await self.watch() }
            group.addTask { await self.tell() }
            group.addTask {
                for await deed in deeds { await hands.act(on: deed) }
                return nil
            }
            group.addTask {
                try? await self.stage.following.run { try await self.stage.view.follow() }
                return nil
            }
            group.addTask {
                await self.stage.isOver.wait()
                return Task.isCancelled ? nil : .resolved
            }
            var ending: LiveEnding?
            while ending == nil, let next = await group.next() { ending = next }
            group.cancelAll()
            return ending ?? .left
        }
        hands.end()
        stage.leave(id)
        let counted = counts.withLockedValue(\.self)
        return LiveVisit(ending, inputs: counted.inputs, pictures: counted.pictures)
    }

    private func read(
        _ incoming: AsyncStream<SocketMessage>,
        into deeds: AsyncStream<JSON>.Continuation,
        _ hands: LiveHands
    ) async -> LiveEnding? {
        for await message in incoming {
            switch message {
            case .closed(let code):
                // A person who leaves gives control back; whose connection breaks keeps it, and comes again.
                if code == 1000 || code == 1001 || code == LiveEnding.resolved.code { stage.release(id) }
                return code == LiveEnding.resolved.code ? .resolved : .left
            case .binary(let piece):
                guard hands.take(piece) else { return .violated }
            case .text(let text):
                guard text.utf8.count <= 200_000, let words = try? JSON(parsing: Data(text.utf8)), words.object != nil
                else { return .violated }
                if words["t"].string == "ack" {
                    post.arrived(words["n"].int ?? 0)
                    adapt()
                } else {
                    deeds.yield(words)
                }
            }
        }
        return Task.isCancelled ? nil : .left
    }

    /// Who has control decides how good the pictures are, by how long theirs take.
    private func adapt() {
        guard stage.standing(of: id).isYours, let better = post.quality(after: stage.view.quality) else { return }
        stage.view.quality = better
    }

    /// Notes the newest of what is to be seen, for ``tell()``.
    private func watch() async -> LiveEnding? {
        var seen: Int?
        while let scene = try? await stage.view.change(after: seen) {
            seen = scene.version
            post.scene(scene)
        }
        return nil
    }

    private func tell() async -> LiveEnding? {
        while !Task.isCancelled {
            let standing = stage.standing(of: id)
            let mayAct = ticket.mode == .control
            post.control(
                [
                    "t": "control", "yours": .bool(standing.isYours), "epoch": JSON(standing.epoch),
                    "taken": .bool(standing.isTaken), "mode": JSON(ticket.mode), "can": .bool(mayAct),
                ]
            )
            do {
                let pictures = try await post.sendDue()
                counts.withLockedValue { $0.pictures += pictures }
            } catch {
                return .left
            }
            await news.wait()
            news.lower()
        }
        return nil
    }
}
