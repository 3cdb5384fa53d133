import Foundation
import GhostHands
import Logging
import NIOCore
import ServiceLifecycle
import Store
import Waiting

/// What one reader of a job is sent (R60): it reads on from a place in the tables whenever something has changed.
///
/// Nothing waits in memory for a reader: it is read what it has room for, and the rest stays in the tables. One that
/// takes nothing is cut by the connection's own patience.
struct JobStream: AsyncSequence, Sendable {
    /// What a reader is told at one look.
    struct News: Sendable {
        /// What has happened, each with the place behind which a reader goes on.
        var items: [(place: Int, value: JSON)] = []
        /// Whether there is more at once.
        var hasMore = false
        /// Why there will be no more; nil while there may be.
        var end: String?
    }

    let job: UUID
    /// The place that the reader knows.
    let after: Int
    let notation: StreamNotation
    let board: JobBoard
    let logger: Logger
    /// Whether the reader's right has not ended.
    let mayGoOn: @Sendable () -> Bool
    /// Looks for what follows a place.
    let look: @Sendable (Int) async throws -> News

    /// How long a reader hears nothing at most.
    static let quiet = Duration.seconds(15)

    func makeAsyncIterator() -> Iterator { Iterator(stream: self, watch: board.watch(job), place: after) }

    struct Iterator: AsyncIteratorProtocol {
        fileprivate let stream: JobStream
        fileprivate let watch: JobBoard.Watch
        fileprivate var place: Int
        private var hasBegun = false
        private var hasEnded = false
        private var mustLook = true
        private var isTold = false

        fileprivate init(stream: JobStream, watch: JobBoard.Watch, place: Int) {
            self.stream = stream
            self.watch = watch
            self.place = place
        }

        /// Waits for the next bytes; nil when the job has ended or the process ends.
        mutating func next() async throws -> ByteBuffer? {
            if !hasBegun {
                hasBegun = true
                if let opening = stream.notation.opening { return opening }
            }
            let isEnding = Signal()
            return try await withGracefulShutdownHandler {
                try await bytes(isEnding)
            } onGracefulShutdown: {
                isEnding.raise()
            }
        }

        private mutating func bytes(_ isEnding: Signal) async throws -> ByteBuffer? {
            while !hasEnded, !isEnding.isRaised, stream.mayGoOn() {
                if mustLook {
                    if let bytes = try await look() { return bytes }
                    continue
                }
                await hear(isEnding)
                try Task.checkCancellation()
                mustLook = true
                if !watch.changed.isRaised, !isEnding.isRaised { return stream.notation.heartbeat }
            }
            return nil
        }

        private mutating func look() async throws -> ByteBuffer? {
            watch.changed.lower()
            var news = News()
            do { news = try await stream.look(place) } catch {
                try Task.checkCancellation()
                if !isTold { stream.logger.warning("a stream waits for the database", metadata: ["error": "\(error)"]) }
                isTold = true
            }
            mustLook = news.hasMore
            var buffer = ByteBuffer()
            for item in news.items { stream.notation.write(item.value, at: item.place, to: &buffer) }
            place = news.items.last?.place ?? place
            if let end = news.end {
                hasEnded = true
                stream.notation.writeEnd(end, at: place, to: &buffer)
            }
            return buffer.readableBytes > 0 ? buffer : nil
        }

        /// Waits for the next change, and no longer than a sign of life is due.
        private func hear(_ isEnding: Signal) async {
            let changed = watch.changed
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await changed.wait(atMost: JobStream.quiet, on: ContinuousClock()) }
                group.addTask { await isEnding.wait() }
                await group.next()
                group.cancelAll()
            }
        }
    }
}
