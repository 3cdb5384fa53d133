import Foundation
import GhostHands
import NIOConcurrencyHelpers
import NIOCore
import Store

/// Passes changes on to the channels that want them.
///
/// Subscriptions to one value of a column, as nearly all are, are found by it; only the others are looked at one by one.
final class RealtimeHub: Sendable {
    private struct TableIndex {
        var exact: [String: [String: RealtimeAudience]] = [:]
        var rest = RealtimeAudience()
    }

    private struct State {
        var last = 0
        var all: [Int: RealtimeListening] = [:]
        var tables: [String: TableIndex] = [:]
        var numbers: [ObjectIdentifier: [Int]] = [:]
    }

    private let state = NIOLockedValueBox(State())
    private let meter: RealtimeMeter

    /// Nobody listens yet.
    init(_ meter: RealtimeMeter) { self.meter = meter }

    /// Has a channel take part.
    ///
    /// - Parameters:
    ///   - channel: the channel.
    ///   - matchers: what it wants.
    ///   - since: what was written before is not told, where that can be known.
    ///   - answer: tells the channel so; no change goes to it before that, and every later one after.
    func add(_ channel: RealtimeChannel, _ matchers: [RealtimeMatcher], since: FeedBeginning?, answer: () -> Void) {
        let counts = Dictionary(matchers.map { ("\($0.schema).\($0.table)", 1) }, uniquingKeysWith: +)
        state.withLockedValue { state in
            for matcher in matchers {
                state.last += 1
                let table = "\(matcher.schema).\(matcher.table)"
                let one = RealtimeListening(channel, matcher, since: since, isAlone: counts[table] == 1)
                state.all[state.last] = one
                state.numbers[ObjectIdentifier(channel), default: []].append(state.last)
                if let exact = matcher.exact {
                    state.tables[table, default: TableIndex()]
                        .exact[exact.column, default: [:]][exact.text, default: RealtimeAudience()].add(one, state.last)
                } else {
                    state.tables[table, default: TableIndex()].rest.add(one, state.last)
                }
            }
            answer()
        }
        if !matchers.isEmpty { meter.channels(1) }
    }

    /// Has a channel take part no more.
    func remove(_ channel: RealtimeChannel) {
        let hasListened = state.withLockedValue { state in
            let numbers = state.numbers.removeValue(forKey: ObjectIdentifier(channel)) ?? []
            for number in numbers {
                guard let one = state.all.removeValue(forKey: number) else { continue }
                let matcher = one.matcher
                let table = "\(matcher.schema).\(matcher.table)"
                if let exact = matcher.exact {
                    state.tables[table]?.exact[exact.column]?[exact.text]?.remove(one, number)
                    if state.tables[table]?.exact[exact.column]?[exact.text]?.isEmpty == true {
                        state.tables[table]?.exact[exact.column]?[exact.text] = nil
                    }
                } else {
                    state.tables[table]?.rest.remove(one, number)
                }
            }
            return !numbers.isEmpty
        }
        if hasListened { meter.channels(-1) }
    }

    /// What a feed asks and tells.
    var listener: FeedListener {
        FeedListener(wants: { !self.audience(of: $0).isEmpty }, hear: { self.tell($0) }, scope: { self.scope })
    }

    private func audience(of change: Change) -> [RealtimeAudience] {
        state.withLockedValue { state in
            guard let index = state.tables[change.table.qualifiedName] else { return [] }
            var found = index.rest.isEmpty ? [] : [index.rest]
            for (column, values) in index.exact {
                if let text = change[column]?.text, let audience = values[text] { found.append(audience) }
            }
            return found
        }
    }

    /// How many changes go out at once: their messages are in memory together.
    private static let batch = 100

    /// Tells of changes: each channel once of all that it wants of some.
    private func tell(_ changes: [Change]) {
        for start in stride(from: 0, to: changes.count, by: Self.batch) {
            var round = RealtimeRound()
            let some = changes[start..<min(start + Self.batch, changes.count)]
            for change in some { round.tell(change, to: audience(of: change)) }
            WebSocketPipe.send(round.parcels)
            meter.told(some, by: round.count, at: Date())
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
}
