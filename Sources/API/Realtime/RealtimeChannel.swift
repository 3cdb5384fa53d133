import NIOConcurrencyHelpers
import NIOCore

/// One channel of one socket.
final class RealtimeChannel: Sendable {
    let topic: String
    let joinRef: String?
    let notation: RealtimeNotation
    /// What stands before and behind the payload of what all are told alike.
    let envelope: (head: String, tail: String)
    let access: NIOLockedValueBox<RealtimeAccess>
    let pipe: WebSocketPipe

    init(
        _ topic: String,
        joinRef: String?,
        _ notation: RealtimeNotation,
        _ access: RealtimeAccess,
        _ pipe: WebSocketPipe
    ) {
        self.topic = topic
        self.joinRef = joinRef
        self.notation = notation
        envelope = notation.envelope(topic: topic, event: "postgres_changes")
        self.access = NIOLockedValueBox(access)
        self.pipe = pipe
    }
}
