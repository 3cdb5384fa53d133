import NIOCore

/// Cuts the browser's bytes into messages, which end with a zero byte.
struct MessageDecoder: ByteToMessageDecoder {
    typealias InboundOut = ByteBuffer

    static let longestMessage = 256 << 20

    /// How many bytes of the buffer were searched already and hold no end of a message.
    private var searched = 0

    mutating func decode(context: ChannelHandlerContext, buffer: inout ByteBuffer) throws -> DecodingState {
        let unread = buffer.readableBytesView.dropFirst(searched)
        guard let end = unread.firstIndex(of: 0) else {
            searched = buffer.readableBytes
            guard searched <= Self.longestMessage else { throw ChromiumError(.protocol, "a message is too long") }
            return .needMoreData
        }
        searched = 0
        guard let message = buffer.readSlice(length: end - buffer.readerIndex) else { return .needMoreData }
        buffer.moveReaderIndex(forwardBy: 1)
        context.fireChannelRead(wrapInboundOut(message))
        return .continue
    }

    mutating func decodeLast(
        context: ChannelHandlerContext,
        buffer: inout ByteBuffer,
        seenEOF: Bool
    ) throws -> DecodingState {
        try decode(context: context, buffer: &buffer)
    }
}
