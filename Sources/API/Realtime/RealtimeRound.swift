import Foundation
import NIOConcurrencyHelpers
import NIOCore
import Store

/// One subscription of a channel, in its place.
final class RealtimeListening: Sendable {
    let channel: RealtimeChannel
    let matcher: RealtimeMatcher
    private let since: Date?

    init(_ channel: RealtimeChannel, _ matcher: RealtimeMatcher, since: Date?) {
        self.channel = channel
        self.matcher = matcher
        self.since = since
    }

    /// Whether a change that was found for it is told.
    func hears(_ change: Change) -> Bool {
        guard matcher.takes(change), channel.access.withLockedValue({ $0.sees(change) }) else { return false }
        guard let since, let time = change.writtenAt else { return true }
        return time >= since
    }
}

/// Some changes on their way to all who are told of them: each message is written once, however many it goes to, and each
/// socket is given all of its messages at once.
struct RealtimeRound {
    /// A channel and the columns that it is told: messages of their own.
    private struct Seat: Hashable {
        let channel: ObjectIdentifier
        let columns: Set<String>?
    }

    private var messages: [ByteBuffer] = []
    private var wanted: [ObjectIdentifier: (channel: RealtimeChannel, messages: [Int])] = [:]

    /// Takes a change in.
    mutating func tell(_ change: Change, to audience: [RealtimeListening]) {
        var seats: [Seat: (channel: RealtimeChannel, ids: [Int])] = [:]
        for one in audience where one.hears(change) {
            let seat = Seat(channel: ObjectIdentifier(one.channel), columns: one.matcher.columns)
            // Equal subscriptions have one id.
            if seats[seat, default: (one.channel, [])].ids.contains(one.matcher.id) { continue }
            seats[seat, default: (one.channel, [])].ids.append(one.matcher.id)
        }
        var frames = RealtimeChangeFrames(change)
        var places: [RealtimeChangeFrames.Key: Int] = [:]
        for (seat, (channel, ids)) in seats {
            let key = RealtimeChangeFrames.Key(channel, ids, seat.columns)
            let place = places[key] ?? messages.count
            if place == messages.count { messages.append(frames.message(key, in: channel.envelope)) }
            places[key] = place
            wanted[seat.channel, default: (channel, [])].messages.append(place)
        }
    }

    /// How many messages go out.
    var count: Int { wanted.values.reduce(0) { $0 + $1.messages.count } }

    /// What goes to each socket.
    var parcels: [(pipe: WebSocketPipe, bytes: ByteBuffer)] {
        var joined: [[Int]: ByteBuffer] = [:]
        return wanted.values.map { channel, places in
            if places.count == 1 { return (channel.pipe, messages[places[0]]) }
            let bytes = joined[places] ?? together(places)
            joined[places] = bytes
            return (channel.pipe, bytes)
        }
    }

    private func together(_ places: [Int]) -> ByteBuffer {
        var bytes = ByteBuffer()
        bytes.reserveCapacity(places.reduce(0) { $0 + messages[$1].readableBytes })
        for place in places { bytes.writeImmutableBuffer(messages[place]) }
        return bytes
    }
}
