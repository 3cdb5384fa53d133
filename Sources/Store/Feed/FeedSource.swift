import Foundation
import GhostHands
import Postgres

/// Where a feed's changes come from: the stream, or the tables.
struct FeedSource {
    let feed: Feed
    private var memory = FeedMemory()
    private var layouts: [LogicalTable: Change.Table] = [:]
    private var types: [UInt32: String] = [:]
    /// Since when nothing is known; nil before the first change could have been missed.
    private var since: Date?
    /// The jobs that the last look has told, with what it saw: the stream that was there before it brings that again.
    private var looked: [UUID: TransactionSnapshot] = [:]

    /// A transaction that began so long before what was heard last is not heard of by looking.
    private static let overlap: TimeInterval = 10

    init(feed: Feed) { self.feed = feed }

    /// Streams changes until nobody has listened for long.
    ///
    /// - Parameter begun: called when the stream is there, with its kind.
    /// - Throws: `PostgresError` when the stream cannot be had or is lost, `StoreError` when the tables are not published.
    mutating func stream(_ begun: (Feed.Mode) -> Void) async throws {
        if !feed.mode.isLive { feed.become(.starting) }
        let unpublished = try await feed.tables.unpublished()
        guard unpublished.isEmpty else {
            throw FeedError(
                reason: "\(unpublished.joined(separator: ", ")) is not in the publication \(FeedTables.publication)"
            )
        }
        types = try await feed.tables.typeNames()
        layouts = [:]
        var stream = try await feed.pool.changes(of: FeedTables.publication)
        // Of now or before: nothing that is committed after this is missed.
        let began = try await feed.tables.now()
        memory.forgetLongValues()
        try await catchUp()
        since = began
        feed.become(mode(of: stream))
        begun(feed.mode)
        // Whoever watches a job may have missed something meanwhile.
        feed.board.touchAll()
        while true {
            if let idle = feed.demand.idle, idle > Feed.patience { return since = nil }
            let changes = try await stream.next(within: .seconds(10))
            if !changes.isEmpty { try await publish(changes) }
        }
    }

    /// Looks for changes in the tables for a while, or until nobody listens.
    mutating func poll(for time: Duration, because reason: String) async {
        let clock = ContinuousClock()
        let end = clock.now + time
        var polling = JobPolling(pool: feed.pool, board: feed.board)
        while !Task.isCancelled, clock.now < end, feed.demand.idle == nil {
            do {
                if since == nil { since = try await feed.tables.now() }
                try await catchUp()
                await polling.look()
                feed.become(.polling(reason))
            } catch {
                feed.board.touchAll()
            }
            let isWide = feed.listener?.scope().isEverything ?? false
            try? await clock.sleep(until: clock.now + (isWide ? .seconds(1) : JobPolling.interval))
        }
    }

    /// What kept changes from being streamed, in words for an operator.
    func reason(_ error: any Error) -> String {
        if let error = error as? FeedError { return error.reason }
        if let error = error as? PostgresError, error.sqlState == "55000" {
            return "wal_level of the database is not logical"
        }
        return "\(error)"
    }

    private func mode(of stream: LogicalStream) -> Feed.Mode {
        if case .read(_, let error) = stream { .reading(reason(error)) } else { .streaming }
    }

    // MARK: What the stream brings

    private mutating func publish(_ streamed: [LogicalChange]) async throws {
        let listener = feed.listener
        var wanted: [Change] = []
        for one in streamed {
            let change = Change(one, layout(of: one.table))
            if hasLooked(at: change, of: one.transaction) { continue }
            guard memory.isNews(change) else { continue }
            if let job = change.job { feed.board.touch(job) }
            if let listener, listener.wants(change) {
                wanted.append(change)
            } else if change.table.name == Change.jobs, let job = change.job {
                memory.forgetLongValues(of: job)
            }
        }
        since = streamed.last.map { max(since ?? .distantPast, $0.committedAt) } ?? since
        guard let listener, !wanted.isEmpty else { return }
        listener.hear(try await completed(wanted))
    }

    /// Whether the last look has told what a transaction made of a job; events are known by their place.
    private func hasLooked(at change: Change, of transaction: UInt32) -> Bool {
        guard !looked.isEmpty, change.table.name == Change.jobs, let job = change.job else { return false }
        return looked[job]?.saw(transaction) ?? false
    }

    private mutating func layout(of table: LogicalTable) -> Change.Table {
        if let known = layouts[table] { return known }
        let columns = table.columns.map {
            Change.Table.Column(name: $0.name, type: types[$0.type] ?? "text", isKey: $0.isKey)
        }
        let layout = Change.Table(schema: table.schema, name: table.name, columns: columns)
        layouts[table] = layout
        return layout
    }

    /// Adds what the stream has left out, and whose rows they are.
    private mutating func completed(_ changes: [Change]) async throws -> [Change] {
        var changes = changes
        var lacking: Set<UUID> = []
        var ownerless: Set<UUID> = []
        for place in changes.indices {
            let lacks = memory.complete(&changes[place])
            changes[place].owner = memory.owner(of: changes[place])
            guard let job = changes[place].job else { continue }
            if lacks { lacking.insert(job) }
            if changes[place].owner == nil, changes[place].kind != .delete { ownerless.insert(job) }
        }
        let rows = try await feed.tables.rows(of: Array(lacking))
        for (job, user) in try await feed.tables.owners(of: Array(ownerless)) { memory.note(owner: user, of: job) }
        guard !lacking.isEmpty || !ownerless.isEmpty else { return changes }
        for place in changes.indices {
            let change = changes[place]
            if change.owner == nil { changes[place].owner = memory.owner(of: change) }
            guard change.table.name == Change.jobs, let row = change.job.flatMap({ rows[$0] }) else { continue }
            for (column, value) in zip(change.table.columns.indices, change.values) where value == .missing {
                changes[place].values[column] =
                    try row.stringOrNil(change.table.columns[column].name).map(Change.Value.text) ?? .null
            }
            _ = memory.complete(&changes[place])
        }
        return changes
    }

    // MARK: What the tables say

    /// Tells what was missed since the last change that was heard of.
    private mutating func catchUp() async throws {
        looked = [:]
        guard let since, let listener = feed.listener else { return }
        let scope = listener.scope()
        let now = try await feed.tables.now()
        let from = since - Self.overlap
        let tables = try await feed.tables.ours()
        guard let jobs = tables.first(where: { $0.name == Change.jobs }),
            let events = tables.first(where: { $0.name == Change.events })
        else { throw FeedError(reason: "the tables of jobs and events are not there") }
        var changes: [Change] = []
        for row in try await feed.tables.jobs(since: from, scope) {
            var change = try Change(row, jobs, .update, at: now)
            if memory.isKnown(change) { continue }
            if let job = change.job, !memory.hasSeen(job), try row.time("created_at") >= since {
                change = try Change(row, jobs, .insert, at: now)
            }
            change.writer = try row.feedWriter()
            guard memory.isNews(change) else { continue }
            if let job = change.job { looked[job] = try row.feedSnapshot() }
            changes.append(change)
        }
        for row in try await feed.tables.events(since: from, scope) {
            var change = try Change(row, events, .insert, at: now)
            change.writer = try row.feedWriter()
            if memory.isNews(change) { changes.append(change) }
        }
        self.since = now
        let wanted = changes.filter(listener.wants)
        if !wanted.isEmpty { listener.hear(try await completed(wanted)) }
    }
}

/// Why changes are not streamed.
struct FeedError: Error, CustomStringConvertible {
    let reason: String
    var description: String { reason }
}
