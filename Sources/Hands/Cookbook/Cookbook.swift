import Foundation
import GhostHands

/// What becomes of the manual in one run: which is replayed, how far it holds, what is learned.
struct Cookbook {
    /// What was done, for the manual that may come of it.
    var trail = Trail()
    private var state = State.undecided

    private enum State {
        /// The form has not been read yet.
        case undecided
        /// There is none to replay, or none is to be; the key is what a new one will be looked up by.
        case without(CookbookRecord.Status, ManualKey?, reason: String?)
        case replaying(Replay)
        /// It did not hold.
        case givenUp(Replay, reason: String)
    }

    /// Which mode did the job; nil until the form has been read.
    var mode: FinalMode? {
        switch state {
        case .undecided: nil
        case .without: .magnitude
        case .replaying: .cookbook
        // A run that failed before anything was replayed does not count as a replay.
        case .givenUp(let replay, _): replay.worked.isEmpty ? .magnitude : .hybrid
        }
    }

    /// The manual that is replayed now; nil when none is, or no more.
    var replayed: Manual? {
        if case .replaying(let replay) = state { replay.manual } else { nil }
    }

    /// Whether a manual was begun with, whatever became of it.
    var hadManual: Bool { replay != nil }

    private var replay: Replay? {
        switch state {
        case .replaying(let replay), .givenUp(let replay, _): replay
        case .undecided, .without: nil
        }
    }

    /// Begins without a manual.
    mutating func goWithout(_ status: CookbookRecord.Status, key: ManualKey?, reason: String?) {
        state = .without(status, key, reason: reason)
    }

    /// Begins to replay.
    mutating func replay(_ manual: Manual, key: ManualKey) { state = .replaying(Replay(manual, key)) }

    /// Continues without the manual, in the middle of the form.
    mutating func giveUp(_ reason: String) {
        if case .replaying(let replay) = state { state = .givenUp(replay, reason: reason) }
    }

    /// Finds the page of the manual that a page of the form is.
    ///
    /// - Parameter reading: the page.
    /// - Returns: its place in the manual, the expected one before the others; nil when the manual does not know it.
    mutating func find(_ reading: PageReading) -> Int? { changing { $0.find(reading) } ?? nil }

    /// Takes note of what came of a page's steps.
    ///
    /// - Parameters:
    ///   - match: which fields of the page, as it is filled, the steps mean.
    ///   - entries: what it holds.
    mutating func note(_ match: ManualMatch, _ entries: [Trail.Entry]) { changing { $0.note(match, entries) } }

    /// Takes note that the page is left: by the button of the manual's role, whatever it says.
    mutating func leave(by button: ReadButton) {
        trail.leave(by: button)
        changing { $0.leavePage() }
    }

    /// The step that was missed and that the form demands, as a reason; nil also when no manual is replayed.
    var missing: String? {
        if case .replaying(let replay) = state { replay.missing } else { nil }
    }

    @discardableResult
    private mutating func changing<R>(_ change: (inout Replay) -> R) -> R? {
        guard case .replaying(var replay) = state else { return nil }
        defer { state = .replaying(replay) }
        return change(&replay)
    }

    // MARK: What is written down

    /// What is to be written down of the run.
    ///
    /// - Parameters:
    ///   - evidence: what proves that the form was sent; nil when it was not.
    ///   - isManualsFault: whether it was not, and the manual may have led there.
    ///   - id: the id of the manual that the run may give.
    ///   - clean: takes the applicant's values out of a text.
    /// - Returns: the record.
    func record(evidence: Evidence?, isManualsFault: Bool, id: UUID, clean: (String) -> String) -> CookbookRecord {
        switch state {
        case .undecided: return CookbookRecord(.none)
        case .without(let status, let key, let reason):
            var record = CookbookRecord(status)
            record.fallbackReason = reason
            if evidence != nil, status != .aiOnly, let key {
                record.recorded = trail.manual(id: id, key: key, evidence: evidence, clean: clean)
            }
            return record
        case .replaying(let replay):
            var record = CookbookRecord(evidence == nil ? .interrupted : .success)
            record.manual = replay.manual
            record.lesson = lesson(of: replay, isDone: evidence != nil, isManualsFault, clean)
            return record
        case .givenUp(let replay, let reason):
            var record = CookbookRecord(.fallback)
            record.manual = replay.manual
            record.fallbackReason = reason
            record.lesson = lesson(of: replay, givenUp: reason, evidence, clean)
            return record
        }
    }

    /// What a replay taught that went as far as the run did.
    private func lesson(
        of replay: Replay,
        isDone: Bool,
        _ isManualsFault: Bool,
        _ clean: (String) -> String
    ) -> ManualLesson? {
        guard isDone || isManualsFault else { return nil }
        var lesson = replay.lesson(!isDone ? .failed : replay.mends.isEmpty ? .clean : .healed)
        if isDone, !replay.mends.isEmpty {
            lesson.mended = replay.mended(as: trail, clean)
            lesson.reason = "found anew: \(replay.mendedSteps)"
        }
        return lesson
    }

    /// What a replay taught that did not hold: where the form was sent all the same, the manual as it should be.
    private func lesson(
        of replay: Replay,
        givenUp reason: String,
        _ evidence: Evidence?,
        _ clean: (String) -> String
    ) -> ManualLesson {
        var lesson = replay.lesson(.failed)
        guard let evidence,
            var repaired = trail.manual(id: replay.manual.id, key: replay.key, evidence: evidence, clean: clean)
        else { return lesson }
        repaired.source = replay.manual.source
        lesson.mended = repaired
        lesson.reason = reason
        return lesson
    }
}
