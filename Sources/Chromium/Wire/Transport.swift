import NIOCore

/// The way to a browser and back: whole messages, each direction in order.
protocol Transport: Sendable {
    /// Where messages arrive, and where timers of the conversation run.
    var loop: any EventLoop { get }

    /// Lets messages in, and hands them over on the loop; nothing arrives before, and nothing after the end.
    func open(_ receive: @escaping @Sendable (Arrival) -> Void)

    /// Sends a message; those of one thread leave in the order of their calls.
    func send(_ message: ByteBuffer)

    /// Closes our ends, upon which a browser ends.
    func close()
}

/// What a transport hands over.
enum Arrival: Sendable {
    case message(ByteBuffer)
    case end(ChromiumError)
}
