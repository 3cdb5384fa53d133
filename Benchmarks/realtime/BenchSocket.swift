import Foundation
import NIOConcurrencyHelpers
import NIOCore
import NIOPosix

/// The clients, in a process of their own: what they take is not the server's.
struct Clients {
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()

    /// Starts them; done when all are told that they are subscribed.
    init(_ count: Int, _ port: Int, _ table: String, _ filter: String) throws {
        process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = ["clients", "\(count)", "\(port)", table, filter]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        _ = line()
    }

    /// What this process has used of the processors.
    static var processorSeconds: Double {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000 }
        return seconds(usage.ru_utime) + seconds(usage.ru_stime)
    }

    /// Waits until so many messages have come.
    func wait(for count: Int, atMost seconds: Int) {
        say("wait \(count) \(seconds)")
        _ = line()
    }

    /// Tells how long they took, and ends the clients.
    func show(_ name: String, of count: Int) {
        say("show \(count)")
        FileHandle.standardOutput.write(Data("\(name): \(line())\n".utf8))
        process.waitUntilExit()
    }

    private func say(_ text: String) { try? input.fileHandleForWriting.write(contentsOf: Data((text + "\n").utf8)) }

    private func line() -> String {
        var bytes: [UInt8] = []
        while let byte = try? output.fileHandleForReading.read(upToCount: 1)?.first, byte != 10 { bytes.append(byte) }
        return String(decoding: bytes, as: UTF8.self)
    }

    // MARK: In their process

    static func main() async throws {
        let words = CommandLine.arguments
        guard words.count == 6, let count = Int(words[2]), let port = Int(words[3]) else { return }
        let book = Book()
        var sockets: [any Channel] = []
        while sockets.count < count {
            sockets += try await withThrowingTaskGroup(of: (any Channel).self) { group in
                for _ in 0..<min(50, count - sockets.count) {
                    group.addTask { try await Reader.open(port, words[4], words[5], book) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
        }
        answer("joined")
        while let order = readLine()?.split(separator: " ").compactMap({ Int($0) }), let wanted = order.first {
            guard order.count == 2 else { return answer(book.told(of: wanted)) }
            await book.wait(for: wanted, atMost: .seconds(order[1]))
            answer("waited")
        }
    }

    private static func answer(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }
}

/// A client that joins one channel and notes how long ago what it is told was written.
private final class Reader: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let book: Book
    private let join: String
    private let joined: EventLoopPromise<Void>
    private var bytes = ByteBuffer()
    private var isOpen = false

    private init(_ book: Book, _ join: String, _ joined: EventLoopPromise<Void>) {
        self.book = book
        self.join = join
        self.joined = joined
    }

    static func open(_ port: Int, _ table: String, _ filter: String, _ book: Book) async throws -> any Channel {
        let binding = #"{"event":"*","schema":"public","table":"\#(table)","filter":"\#(filter)"}"#
        let join = #"["1","1","realtime:bench","phx_join",{"config":{"postgres_changes":[\#(binding)]}}]"#
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        let joined = loop.makePromise(of: Void.self)
        let channel = try await ClientBootstrap(group: loop)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Reader(book, join, joined))
                }
            }
            .connect(host: "127.0.0.1", port: port).get()
        channel.closeFuture.whenComplete { _ in joined.fail(ChannelError.ioOnClosedChannel) }
        try await joined.futureResult.get()
        return channel
    }

    /// How often it says that it is there: who says nothing for a minute is cut.
    private static let beat = TimeAmount.seconds(25)

    private func stay(_ context: ChannelHandlerContext) {
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        context.eventLoop.scheduleTask(in: Self.beat) {
            let (reader, context) = bound.value
            guard context.channel.isActive else { return }
            let text = #"["","2","phoenix","heartbeat",{}]"#
            var frame = ByteBuffer(bytes: [0x81, 0x80 | UInt8(text.utf8.count)])
            frame.writeInteger(UInt32(0))
            frame.writeString(text)
            context.writeAndFlush(reader.wrapOutboundOut(frame), promise: nil)
            reader.stay(context)
        }
    }

    func channelActive(context: ChannelHandlerContext) {
        let head =
            "GET /realtime/v1/websocket?apikey=k&vsn=2.0.0 HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\n"
            + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: head)), promise: nil)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var more = unwrapInboundIn(data)
        bytes.writeBuffer(&more)
        if !isOpen {
            guard let end = bytes.readableBytesView.firstRange(of: Data("\r\n\r\n".utf8)) else { return }
            bytes.moveReaderIndex(to: end.upperBound)
            isOpen = true
            // Masked with zeros, which changes nothing.
            var frame = ByteBuffer(bytes: [0x81, 0x80 | 126])
            frame.writeInteger(UInt16(join.utf8.count))
            frame.writeInteger(UInt32(0))
            frame.writeString(join)
            context.writeAndFlush(wrapOutboundOut(frame), promise: nil)
            stay(context)
        }
        let now = Date().timeIntervalSince1970
        var times: [Double] = []
        while let count = message() {
            bytes.withUnsafeReadableBytes { all in
                if let written = Self.time(UnsafeRawBufferPointer(rebasing: all[..<count])) {
                    times.append(now - written)
                }
            }
            bytes.moveReaderIndex(forwardBy: count)
            joined.succeed()
        }
        bytes.discardReadBytes()
        if !times.isEmpty { book.note(times) }
    }

    /// Steps over the head of a message that is there whole.
    private func message() -> Int? {
        let start = bytes.readerIndex
        guard let short = bytes.getInteger(at: start + 1, as: UInt8.self) else { return nil }
        let (head, count): (Int, Int?) =
            switch short {
            case 126: (4, bytes.getInteger(at: start + 2, as: UInt16.self).map(Int.init))
            case 127: (10, bytes.getInteger(at: start + 2, as: UInt64.self).map(Int.init))
            default: (2, Int(short))
            }
        guard let count, bytes.readableBytes >= head + count else { return nil }
        bytes.moveReaderIndex(forwardBy: head)
        return count
    }

    private static func time(_ message: UnsafeRawBufferPointer) -> Double? {
        guard let base = message.baseAddress else { return nil }
        var place = 0
        while let quote = memchr(base + place, 0x22, message.count - place) {
            place = quote - UnsafeMutableRawPointer(mutating: base) + 1
            guard message.count - place > 6 else { return nil }
            // A brace follows the number.
            if memcmp(base + place, "at\": ", 5) == 0 {
                return strtod((base + place + 5).assumingMemoryBound(to: CChar.self), nil)
            }
        }
        return nil
    }
}

/// How long what has come has taken.
private final class Book: Sendable {
    private let times = NIOLockedValueBox<[Double]>([])

    func note(_ seconds: [Double]) { times.withLockedValue { $0 += seconds } }

    func wait(for count: Int, atMost limit: Duration) async {
        let clock = ContinuousClock()
        let end = clock.now + limit
        while times.withLockedValue(\.count) < count, clock.now < end {
            try? await clock.sleep(until: clock.now + .milliseconds(2))
        }
    }

    func told(of count: Int) -> String {
        let sorted = times.withLockedValue { $0.sorted() }
        guard let last = sorted.last else { return "nothing came" }
        func at(_ part: Double) -> String {
            String(format: "%.1f ms", 1000 * sorted[min(sorted.count - 1, Int(part * Double(sorted.count)))])
        }
        return "median \(at(0.5)), p99 \(at(0.99)), most \(String(format: "%.1f ms", 1000 * last)), "
            + "lost \(count - sorted.count)"
    }
}
