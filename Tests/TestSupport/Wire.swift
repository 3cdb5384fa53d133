public import GhostHands
import NIOCore
import NIOPosix

/// A connection to a server, byte for byte: for what no client of HTTP would send.
public struct Wire {
    /// One reply, as it came.
    public struct Reply: Sendable {
        /// The status; 0 when the connection ended before one came.
        public var status = 0
        /// The headers, their names in small letters.
        public var headers: [String: String] = [:]
        /// The body.
        public var body = ""
        /// The body, when it is JSON.
        public var json: JSON { (try? JSON(parsing: .init(body.utf8))) ?? .null }
    }

    /// What came and has not been looked at.
    private final class Inbox {
        var text = ""
        var iterator: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
        init(_ inbound: NIOAsyncChannelInboundStream<ByteBuffer>) { iterator = inbound.makeAsyncIterator() }
    }

    private let inbox: Inbox
    private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>

    /// Lends a connection.
    ///
    /// - Parameters:
    ///   - port: where the server listens, on this machine.
    ///   - body: what is done with the connection, which ends after a minute at the latest.
    /// - Returns: what that returns.
    /// - Throws: what that throws, and when there is no connection.
    public static func open<Result>(to port: Int, _ body: (Wire) async throws -> Result) async throws -> Result {
        let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .channelOption(.allowRemoteHalfClosure, value: true)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    channel.eventLoop.scheduleTask(in: .minutes(1)) { channel.close(promise: nil) }
                    return try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            try await body(Wire(inbox: Inbox(inbound), outbound: outbound))
        }
    }

    /// Sends bytes.
    ///
    /// - Parameter text: them, with each new line as CR and LF.
    /// - Throws: when the connection has ended.
    public func send(_ text: String) async throws {
        try await outbound.write(ByteBuffer(string: text.replacing("\n", with: "\r\n")))
    }

    /// Waits for the next reply.
    ///
    /// - Parameter isBodiless: whether it is one to HEAD.
    /// - Returns: it; with status 0 when the connection ended instead.
    public func reply(isBodiless: Bool = false) async -> Reply {
        while !inbox.text.contains("\r\n\r\n") {
            guard await take() else { return Reply() }
        }
        let parts = inbox.text.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
        let lines = parts[0].split(separator: "\r\n")
        var reply = Reply(status: Int(lines[0].split(separator: " ")[1]) ?? 0)
        for line in lines.dropFirst() {
            let pair = line.split(separator: ":", maxSplits: 1)
            reply.headers[pair[0].lowercased()] = String(pair[1].drop { $0 == " " })
        }
        inbox.text = String(parts[1])
        let length = isBodiless ? 0 : reply.headers["content-length"].flatMap(Int.init) ?? 0
        while inbox.text.utf8.count < length {
            guard await take() else { break }
        }
        reply.body = String(decoding: inbox.text.utf8.prefix(length), as: UTF8.self)
        inbox.text = String(decoding: inbox.text.utf8.dropFirst(length), as: UTF8.self)
        return reply
    }

    /// Waits until the server has ended the connection.
    ///
    /// - Returns: what it sent before that.
    public func end() async -> String {
        while await take() {}
        return inbox.text
    }

    /// A connection that is reset has ended, too.
    private func take() async -> Bool {
        guard let bytes = try? await inbox.iterator.next(isolation: #isolation) else { return false }
        inbox.text += String(buffer: bytes)
        return true
    }
}
