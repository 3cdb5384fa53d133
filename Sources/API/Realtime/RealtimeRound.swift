import Foundation
import NIOCore
import Store

/// Some changes on their way to all who are told of them: each message is written once, however many it goes to, and each
/// socket is given all of its messages at once, in the order of the changes.
struct RealtimeRound {
    /// Those who were told the same by the same messages.
    private struct Crowd {
        let members: [RealtimeChannel]
        var messages: [Int]
    }

    /// A channel and the columns that it is told: messages of their own.
    private struct Seat: Hashable {
        let channel: ObjectIdentifier
        let columns: Set<String>?
    }

    private var messages: [ByteBuffer] = []
    private var crowds: [Crowd] = []
    /// The crowd of each voice that was told last.
    private var latest: [RealtimeChangeFrames.Key: Int] = [:]

    /// Takes a change in.
    mutating func tell(_ change: Change, to audiences: [RealtimeAudience]) {
        var frames = RealtimeChangeFrames(change)
        for audience in audiences {
            for (voice, listening) in audience.voices {
                tell(voice, &frames, to: listening.values.compactMap { $0.hears(change) ? $0.channel : nil })
            }
        }
        var seats: [Seat: (channel: RealtimeChannel, ids: [Int])] = [:]
        for one in audiences.lazy.flatMap(\.others.values) where one.hears(change) {
            let seat = Seat(channel: ObjectIdentifier(one.channel), columns: one.matcher.columns)
            // Equal subscriptions have one id.
            if seats[seat, default: (one.channel, [])].ids.contains(one.matcher.id) { continue }
            seats[seat, default: (one.channel, [])].ids.append(one.matcher.id)
        }
        let joined = Dictionary(grouping: seats) { RealtimeChangeFrames.Key($1.channel, $1.ids, $0.columns) }
        for (voice, seats) in joined { tell(voice, &frames, to: seats.map(\.value.channel)) }
    }

    private mutating func tell(
        _ voice: RealtimeChangeFrames.Key,
        _ frames: inout RealtimeChangeFrames,
        to members: [RealtimeChannel]
    ) {
        guard let first = members.first else { return }
        messages.append(frames.message(voice, in: first.envelope))
        if let last = latest[voice], crowds[last].members.elementsEqual(members, by: ===) {
            crowds[last].messages.append(messages.count - 1)
        } else {
            latest[voice] = crowds.count
            crowds.append(Crowd(members: members, messages: [messages.count - 1]))
        }
    }

    /// How many messages go out.
    var count: Int { crowds.reduce(0) { $0 + $1.members.count * $1.messages.count } }

    /// What goes to each socket.
    var parcels: [(pipe: WebSocketPipe, bytes: ByteBuffer)] {
        var places: [ObjectIdentifier: (pipe: WebSocketPipe, crowds: [Int])] = [:]
        for (place, crowd) in crowds.enumerated() {
            for channel in crowd.members {
                places[ObjectIdentifier(channel.pipe), default: (channel.pipe, [])].crowds.append(place)
            }
        }
        var joined: [[Int]: ByteBuffer] = [:]
        return places.values.map { pipe, crowds in
            let bytes = joined[crowds] ?? together(crowds)
            joined[crowds] = bytes
            return (pipe, bytes)
        }
    }

    private func together(_ places: [Int]) -> ByteBuffer {
        let order = places.flatMap { crowds[$0].messages }.sorted()
        if order.count == 1 { return messages[order[0]] }
        var bytes = ByteBuffer()
        bytes.reserveCapacity(order.reduce(0) { $0 + messages[$1].readableBytes })
        for place in order { bytes.writeImmutableBuffer(messages[place]) }
        return bytes
    }
}
