import Foundation
import NIOConcurrencyHelpers
import Store

/// One subscription of a channel, in its place.
final class RealtimeListening: Sendable {
    let channel: RealtimeChannel
    let matcher: RealtimeMatcher
    /// What it is told of a change is told to all of one voice; nil for one of several that may be told of it together.
    let voice: RealtimeChangeFrames.Key?
    private let since: FeedBeginning?

    /// - Parameter isAlone: whether the channel has no other subscription to the table.
    init(_ channel: RealtimeChannel, _ matcher: RealtimeMatcher, since: FeedBeginning?, isAlone: Bool) {
        self.channel = channel
        self.matcher = matcher
        self.since = since
        voice = isAlone ? RealtimeChangeFrames.Key(channel, [matcher.id], matcher.columns) : nil
    }

    /// Whether a change that was found for it is told.
    func hears(_ change: Change) -> Bool {
        guard matcher.takes(change), channel.access.withLockedValue({ $0.sees(change) }) else { return false }
        return since?.comesBefore(change) ?? true
    }
}

/// Those who are found together, kept by what they are told: however many they are, each voice is looked at once a change.
struct RealtimeAudience: Sendable {
    private(set) var voices: [RealtimeChangeFrames.Key: [Int: RealtimeListening]] = [:]
    /// Those of channels that may be told of one change by several subscriptions.
    private(set) var others: [Int: RealtimeListening] = [:]

    var isEmpty: Bool { voices.isEmpty && others.isEmpty }

    mutating func add(_ one: RealtimeListening, _ number: Int) {
        if let voice = one.voice { voices[voice, default: [:]][number] = one } else { others[number] = one }
    }

    mutating func remove(_ one: RealtimeListening, _ number: Int) {
        guard let voice = one.voice else {
            others[number] = nil
            return
        }
        voices[voice]?[number] = nil
        if voices[voice]?.isEmpty == true { voices[voice] = nil }
    }
}
