import GhostHands
import Logging
import NIOConcurrencyHelpers
import NIOCore
import Waiting

/// The places for connections.
///
/// There are always some left for those who come: when all are taken, the connection that
/// has waited longest for its client gives way, one that has never shown the service key before one that has.
///
/// Not a number of places for each address: behind a proxy all callers have one address, and a stranger may have many.
final class Places: Sendable {
    /// One connection's place.
    final class Place: Sendable {
        struct Standing {
            /// Whether the connection has shown the service key.
            var isKnown = false
            /// Since when it waits for its client; nil while we work for it.
            var waits: NIODeadline?
        }

        fileprivate let channel: any Channel
        private let standing: NIOLockedValueBox<Standing>

        init(_ channel: any Channel, waits: NIODeadline) {
            self.channel = channel
            standing = NIOLockedValueBox(Standing(waits: waits))
        }

        /// The connection has shown the service key.
        func showKey() { standing.withLockedValue { $0.isKnown = true } }

        /// The connection waits for its client since then; nil: we work for it.
        func waits(since time: NIODeadline?) { standing.withLockedValue { $0.waits = time } }

        var now: Standing { standing.withLockedValue { $0 } }
    }

    /// Asks a connection to give way: one that waits for its client closes.
    struct GiveWay: Sendable {}

    private let limit: Int
    private let taken = NIOLockedValueBox<[ObjectIdentifier: Place]>([:])
    private let parting = NIOLockedValueBox(false)
    private let notice: Notice
    /// Raised once no place is taken any more, after ``part()``.
    let emptied = Signal()

    /// Places.
    ///
    /// - Parameters:
    ///   - limit: how many there are.
    ///   - logger: told, once a minute at most, that there are too few.
    init(_ limit: Int, logger: Logger) {
        self.limit = limit
        notice = Notice(logger)
    }

    /// How many are taken.
    var count: Int { taken.withLockedValue(\.count) }

    /// Gives a connection a place; another one gives way for it when there is none.
    ///
    /// - Parameter channel: the connection.
    /// - Returns: its place; nil when all connections are being worked for.
    func take(_ channel: any Channel) -> Place? {
        let place = Place(channel, waits: .now())
        let isFree = taken.withLockedValue { taken in
            guard taken.count < limit else { return false }
            taken[ObjectIdentifier(place)] = place
            return true
        }
        if isFree { return place }
        notice.give(
            "all connections are taken; those that have waited longest for their clients are closed",
            ["connections": "\(limit)"]
        )
        guard relieve() else { return nil }
        taken.withLockedValue { $0[ObjectIdentifier(place)] = place }
        return place
    }

    /// The connection has ended.
    func leave(_ place: Place) {
        let isEmpty = taken.withLockedValue { taken in
            taken[ObjectIdentifier(place)] = nil
            return taken.isEmpty
        }
        if isEmpty, isParting { emptied.raise() }
    }

    /// Whether every connection ends with its next reply.
    var isParting: Bool { parting.withLockedValue(\.self) }

    /// From now on every connection ends with its next reply; those that are open may have one more.
    func part() {
        parting.withLockedValue { $0 = true }
        if count == 0 { emptied.raise() }
    }

    /// Tells every connection something.
    ///
    /// - Parameter event: for the handlers of its pipeline.
    func tell(_ event: some Sendable) {
        for place in taken.withLockedValue({ Array($0.values) }) {
            place.channel.pipeline.fireUserInboundEventTriggered(event)
        }
    }

    /// Has one connection give way, if any waits for its client.
    ///
    /// - Returns: whether one did.
    @discardableResult
    func relieve() -> Bool {
        let chosen = taken.withLockedValue { taken -> Place? in
            var best: (place: Place, isKnown: Bool, waits: NIODeadline)?
            for place in taken.values {
                let now = place.now
                guard let waits = now.waits else { continue }
                if let best, (best.isKnown ? 1 : 0, best.waits) <= (now.isKnown ? 1 : 0, waits) { continue }
                best = (place, now.isKnown, waits)
            }
            guard let place = best?.place else { return nil }
            taken[ObjectIdentifier(place)] = nil
            return place
        }
        chosen?.channel.pipeline.fireUserInboundEventTriggered(GiveWay())
        return chosen != nil
    }
}

/// Logs something about connections, once a minute at most, because strangers decide how often it happens.
final class Notice: Sendable {
    private let logger: Logger
    private let next = NIOLockedValueBox(NIODeadline.uptimeNanoseconds(0))

    init(_ logger: Logger) { self.logger = logger }

    func give(_ words: Logger.Message, _ metadata: Logger.Metadata = [:]) {
        let isDue = next.withLockedValue { next in
            guard NIODeadline.now() >= next else { return false }
            next = .now() + .minutes(1)
            return true
        }
        if isDue { logger.warning(words, metadata: metadata) }
    }
}
