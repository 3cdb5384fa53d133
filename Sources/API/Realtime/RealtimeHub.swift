import Foundation
import GhostHands
import NIOConcurrencyHelpers
import NIOCore
import Store

/// Passes changes on to the channels that want them.
///
/// Subscriptions to one value of a column, as nearly all are, are found by it; only the others are looked at one by one.
final class RealtimeHub: Sendable {
    private struct Entry {
        let channel: RealtimeChannel
        let matcher: RealtimeMatcher
        let since: Date?
    }

    private struct TableIndex {
        var exact: [String: [String: Set<Int>]] = [:]
        var rest: Set<Int> = []
    }

    private struct State {
        var last = 0
        var entries: [Int: Entry] = [:]
        var tables: [String: TableIndex] = [:]
        var numbers: [ObjectIdentifier: [Int]] = [:]
    }

    private let state = NIOLockedValueBox(State())

    /// Has a channel take part.
    ///
    /// - Parameters:
    ///   - channel: the channel.
    ///   - matchers: what it wants.
    ///   - since: what was written before is not told, where that can be known.
    ///   - answer: tells the channel so; no change goes to it before that, and every later one after.
    func add(_ channel: RealtimeChannel, _ matchers: [RealtimeMatcher], since: Date?, answer: () -> Void) {
        state.withLockedValue { state in
            for matcher in matchers {
                state.last += 1
                state.entries[state.last] = Entry(channel: channel, matcher: matcher, since: since)
                state.numbers[ObjectIdentifier(channel), default: []].append(state.last)
                let table = "\(matcher.schema).\(matcher.table)"
                if let exact = matcher.exact {
                    state.tables[table, default: TableIndex()]
                        .exact[exact.column, default: [:]][exact.text, default: []].insert(state.last)
                } else {
                    state.tables[table, default: TableIndex()].rest.insert(state.last)
                }
            }
            answer()
        }
    }

    /// Has a channel take part no more.
    func remove(_ channel: RealtimeChannel) {
        state.withLockedValue { state in
            for number in state.numbers.removeValue(forKey: ObjectIdentifier(channel)) ?? [] {
                guard let matcher = state.entries.removeValue(forKey: number)?.matcher else { continue }
                let table = "\(matcher.schema).\(matcher.table)"
                if let exact = matcher.exact {
                    state.tables[table]?.exact[exact.column]?[exact.text]?.remove(number)
                    if state.tables[table]?.exact[exact.column]?[exact.text]?.isEmpty == true {
                        state.tables[table]?.exact[exact.column]?[exact.text] = nil
                    }
                } else {
                    state.tables[table]?.rest.remove(number)
                }
            }
        }
    }

    /// What a feed asks and tells.
    var listener: FeedListener {
        FeedListener(wants: { !self.candidates($0).isEmpty }, hear: { self.tell($0) }, scope: { self.scope })
    }

    private func candidates(_ change: Change) -> [Entry] {
        state.withLockedValue { state in
            guard let index = state.tables["\(change.table.schema).\(change.table.name)"] else { return [] }
            var numbers = index.rest
            for (column, values) in index.exact {
                guard let text = change[column]?.text, let found = values[text] else { continue }
                numbers.formUnion(found)
            }
            return numbers.sorted().compactMap { state.entries[$0] }
        }
    }

    private var scope: FeedListener.Scope {
        state.withLockedValue { state in
            var scope = FeedListener.Scope()
            for (table, index) in state.tables
            where table.hasSuffix("_automation_jobs") || table.hasSuffix("_job_events") {
                if !index.rest.isEmpty { scope.isEverything = true }
                for (column, values) in index.exact where !values.isEmpty {
                    switch column {
                    case "id" where table.hasSuffix("_automation_jobs"), "job_id":
                        scope.jobs.formUnion(values.keys.compactMap { UUID(uuidString: $0) })
                    case "user_id": scope.users.formUnion(values.keys.compactMap { UUID(uuidString: $0) })
                    default: scope.isEverything = true
                    }
                }
            }
            return scope
        }
    }

    /// Tells of changes: each channel once of all that it wants of them.
    private func tell(_ changes: [Change]) {
        var outbox = Outbox()
        for change in changes { tell(change, by: &outbox) }
        for name in outbox.order {
            if let (channel, frames) = outbox.frames[name] { channel.send(frames) }
        }
    }

    private struct Outbox {
        var frames: [ObjectIdentifier: (channel: RealtimeChannel, frames: [ByteBuffer])] = [:]
        var order: [ObjectIdentifier] = []

        mutating func put(_ frame: ByteBuffer, for channel: RealtimeChannel) {
            let name = ObjectIdentifier(channel)
            if frames[name] == nil { order.append(name) }
            frames[name, default: (channel, [])].frames.append(frame)
        }
    }

    private func tell(_ change: Change, by outbox: inout Outbox) {
        var channels: [ObjectIdentifier: [Set<String>?: [Int]]] = [:]
        var order: [RealtimeChannel] = []
        for entry in candidates(change) where entry.matcher.takes(change) {
            let access = entry.channel.access.withLockedValue(\.self)
            guard access.sees(change) else { continue }
            if let since = entry.since, let time = change.writtenAt, time < since { continue }
            let name = ObjectIdentifier(entry.channel)
            if channels[name] == nil { order.append(entry.channel) }
            var ids = channels[name]?[entry.matcher.columns] ?? []
            // Equal subscriptions have one id.
            if !ids.contains(entry.matcher.id) { ids.append(entry.matcher.id) }
            channels[name, default: [:]][entry.matcher.columns] = ids
        }
        var frames = RealtimeChangeFrames(change)
        for channel in order {
            for (columns, ids) in channels[ObjectIdentifier(channel)] ?? [:] {
                outbox.put(frames.frame(for: channel, ids, columns), for: channel)
            }
        }
    }
}
