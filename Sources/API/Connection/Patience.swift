import NIOCore

/// How long a connection waits for its client before it is closed.
struct Patience: Sendable, Hashable {
    /// For a request's head, the next one as well as the first.
    var head = TimeAmount.seconds(60)
    /// For a request's body, from its head to its last byte.
    var body = TimeAmount.seconds(30)
    /// For a request's body when the process wants to end.
    var bodyAtTheEnd = TimeAmount.seconds(5)
    /// For a client that has fallen behind to read ``leastRead`` more bytes of a reply.
    var reader = TimeAmount.seconds(30)
    /// How many bytes that are.
    var leastRead = 32 * 1024
    /// For the client to hang up after the last reply, so that it can read that one: what is closed while bytes of the
    /// client still lie there unread is reset, and a reset throws the reply away.
    var farewell = TimeAmount.seconds(2)
    /// For a handshake that has begun when new connections go to another process: a lost packet is sent again after one.
    var handshake = Duration.seconds(2)
    /// For a connection that is open then to send one more request.
    var parting = Duration.seconds(4)
}
