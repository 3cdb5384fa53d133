import Foundation
import Postgres

/// What has been told, so that nothing is told twice, and no sign of life and no waiting as a change.
///
/// It is bounded, and only ever forgets: what it has forgotten is told again, or read again.
struct FeedMemory {
    /// How a job stood when it was last told.
    private struct JobMark {
        var updatedAt: String?
        /// What changes by itself while a job is held, and while it waits (R1).
        var own: [String?]
    }

    /// The columns that are written for the service's own ends, without the time of the change.
    private static let ownColumns = ["last_heartbeat", "effective_priority"]

    private static let most = 50_000

    /// The place of each job's last event that was told.
    private var places: [UUID: Int] = [:]
    private var jobs: [UUID: JobMark] = [:]
    /// The long values of jobs, which the stream leaves out when they have not changed.
    private var long: [UUID: [String: String]] = [:]
    private var owners: [UUID: UUID] = [:]

    /// The long values that are kept: beyond so many bytes the server may leave them out.
    private static let leastLong = 1500
    private static let mostLong = 2000

    /// Takes note of a change.
    ///
    /// - Returns: whether it is news: no sign of life and no rise in the queue alone, and no event that was told before.
    mutating func isNews(_ change: Change) -> Bool {
        guard let job = change.job else { return true }
        if change.table.name == Change.events {
            guard change.kind == .insert, let place = change["job_seq"]?.text.flatMap({ Int($0) }) else { return true }
            if let known = places[job], place <= known { return false }
            forgetSome(&places, Self.most)
            places[job] = place
            return true
        }
        if change.kind == .delete {
            (jobs[job], long[job], owners[job], places[job]) = (nil, nil, nil, nil)
            return true
        }
        let mark = JobMark(updatedAt: change["updated_at"]?.text, own: Self.ownColumns.map { change[$0]?.text })
        defer {
            forgetSome(&jobs, Self.most)
            jobs[job] = mark
        }
        guard change.kind == .update, let known = jobs[job] else { return true }
        return known.updatedAt != mark.updatedAt || known.own == mark.own
    }

    /// Whether a row that was read stands as it was told last.
    func isKnown(_ row: Change) -> Bool {
        row.job.flatMap { jobs[$0] }.map { $0.updatedAt == row["updated_at"]?.text } ?? false
    }

    /// Whether anything was told of a job.
    func hasSeen(_ job: UUID) -> Bool { jobs[job] != nil }

    /// Keeps the long values of a change, and gives those that it lacks as far as they are known.
    ///
    /// - Returns: whether any is lacking still.
    mutating func complete(_ change: inout Change) -> Bool {
        guard change.table.name == Change.jobs, change.kind != .delete, let job = change.job else {
            return change.kind != .delete && change.values.contains(.missing)
        }
        var kept = long[job] ?? [:]
        var lacks = false
        for (place, column) in change.table.columns.enumerated() {
            switch change.values[place] {
            case .missing:
                if let value = kept[column.name] { change.values[place] = .text(value) } else { lacks = true }
            case .text(let text) where text.utf8.count >= Self.leastLong: kept[column.name] = text
            default: kept[column.name] = nil
            }
        }
        forgetSome(&long, Self.mostLong)
        long[job] = kept.isEmpty ? nil : kept
        return lacks
    }

    /// Forgets the long values of a job that has changed without being looked at; of all, when changes were missed.
    mutating func forgetLongValues(of job: UUID? = nil) {
        if let job { long[job] = nil } else { long = [:] }
    }

    /// The user whose job it is, when that is known.
    mutating func owner(of change: Change) -> UUID? {
        guard let job = change.job else { return nil }
        if change.table.name == Change.jobs, let text = change["user_id"]?.text, let user = UUID(uuidString: text) {
            note(owner: user, of: job)
            return user
        }
        return owners[job]
    }

    mutating func note(owner: UUID, of job: UUID) {
        forgetSome(&owners, Self.most)
        owners[job] = owner
    }

    private func forgetSome<Value>(_ kept: inout [UUID: Value], _ most: Int) {
        guard kept.count >= most else { return }
        for key in kept.keys.prefix(most / 4) { kept[key] = nil }
    }
}
