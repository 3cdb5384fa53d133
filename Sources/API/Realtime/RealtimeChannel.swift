import NIOConcurrencyHelpers
import NIOCore

/// One channel of one socket.
final class RealtimeChannel: Sendable {
    let topic: String
    let joinRef: String?
    let notation: RealtimeNotation
    let access: NIOLockedValueBox<RealtimeAccess>
    private let pipe: WebSocketPipe

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
        self.access = NIOLockedValueBox(access)
        self.pipe = pipe
    }

    func send(_ texts: [ByteBuffer]) { pipe.send(texts) }
}
