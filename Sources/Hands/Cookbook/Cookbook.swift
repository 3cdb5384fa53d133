import Foundation
import GhostHands

/// What becomes of the manual in one run: which is replayed, how far it holds, what is learned (contract 8).
struct Cookbook {
    /// Which mode is at work; nil until the form has been read.
    private(set) var mode: FinalMode?
    /// The manual that is replayed.
    private(set) var manual: Manual?
    /// What the form is looked up by.
    private(set) var key: ManualKey?
    /// What was done, for the manual that may come of it.
    var trail = Trail()
    private var status = CookbookRecord.Status.none
    private var fallbackReason: String?
    /// The page of the manual that was replayed last.
    private var lastPage = -1
    private var worked: Set<Int> = []
    private var missed: Set<Int> = []
    /// The fields that were found anew, by the places of their steps.
    private var mends: [Int: (field: ReadField, action: Manual.Action)] = [:]

    /// Whether what is done now comes from the manual.
    var isReplaying: Bool { mode == .cookbook }

    /// Begins without a manual.
    mutating func goWithout(_ status: CookbookRecord.Status, key: ManualKey?, reason: String?) {
        (mode, self.status, self.key, fallbackReason) = (.magnitude, status, key, reason)
    }

    /// Begins to replay.
    mutating func replay(_ manual: Manual, key: ManualKey) {
        (mode, status, self.manual, self.key) = (.cookbook, .interrupted, manual, key)
    }

    /// Goes on without the manual, in the middle of the form.
    mutating func fallBack(_ reason: String) {
        // What failed before anything was replayed was never cookbook (predecessor.md 4.1).
        mode = worked.isEmpty ? .magnitude : .hybrid
        status = .fallback
        fallbackReason = reason
    }

    /// Finds the page of the manual that a page of the form is.
    ///
    /// - Parameter reading: the page.
    /// - Returns: its place in the manual, the expected one before the others; nil when the manual does not know it.
    mutating func find(_ reading: PageReading) -> Int? {
        guard let manual else { return nil }
        let next = lastPage + 1
        // A page goes on; what was replayed is not replayed again.
        let open = manual.pages.indices.filter { $0 >= next }
        let marks = reading.marks
        let signature = FormSignature.of(marks)
        let known = open.first { !manual.pages[$0].keys.isEmpty && manual.pages[$0].signature == signature }
        guard let found = known ?? open.first(where: { knows($0, marks, manual) }) else { return nil }
        lastPage = found
        return found
    }

    private func knows(_ page: Int, _ marks: [FieldMark], _ manual: Manual) -> Bool {
        let steps = manual.steps(on: page)
        let fields = steps.filter { $0.step.field != nil }
        // A page to look over has nothing but its button.
        if fields.isEmpty { return marks.isEmpty }
        if manual.pages[page].keys.isEmpty, fields.contains(where: { $0.step.selector != nil }) { return true }
        return ManualMatch(steps, in: marks).fits(marks.count)
    }

    /// Takes note of what came of a page's steps.
    ///
    /// - Parameters:
    ///   - match: which fields of the page, as it is filled, the steps mean.
    ///   - entries: what it holds.
    mutating func note(_ match: ManualMatch, _ entries: [Trail.Entry]) {
        guard let manual, isReplaying else { return }
        worked.formUnion(entries.compactMap(\.step))
        let lost = (match.absent + match.ambiguous).filter { !worked.contains($0) }
        // What a posting does not ask for is no fault of the step's.
        missed.formUnion(match.ambiguous.filter(lost.contains))
        missed.formUnion(match.absent.filter { lost.contains($0) && manual.steps[$0].field?.isRequired ?? false })
        var spare = entries.filter { $0.step == nil }
        for index in lost {
            let step = manual.steps[index]
            // The reader found it: the only one left that is filled with the same.
            let same = spare.indices.filter { spare[$0].template == step.template }
            let rivals = lost.count { manual.steps[$0].template == step.template }
            guard same.count == 1, rivals == 1, let place = same.first else { continue }
            let found = spare[place].field
            mends[index] = (found, spare[place].fit.action(of: found))
            missed.insert(index)
            spare.remove(at: place)
        }
    }

    /// The step by which the manual leaves the page that was replayed last.
    private var leave: Int? {
        guard let manual, lastPage >= 0 else { return nil }
        return manual.steps(on: lastPage).last { $0.step.leadsOn }?.index
    }

    /// Takes note that the page is left: by the button of the manual's role, whatever it says.
    mutating func leavePage() {
        guard isReplaying, let leave else { return }
        worked.insert(leave)
    }

    /// The step that was missed and that the form demands, as a reason.
    var missing: String? {
        guard let manual else { return nil }
        let demanded = missed.subtracting(mends.keys).sorted().first { manual.steps[$0].field?.isRequired ?? false }
        return demanded.map { "\"\(manual.steps[$0].description)\" was not found" }
    }

    /// What is to be written down of the run.
    ///
    /// - Parameters:
    ///   - evidence: what proves that the form was sent; nil when it was not.
    ///   - isManualsFault: whether it was not, and the manual may have led there.
    ///   - id: the id of the manual that the run may give.
    ///   - clean: takes the applicant's values out of a text.
    /// - Returns: the record.
    func record(evidence: Evidence?, isManualsFault: Bool, id: UUID, clean: (String) -> String) -> CookbookRecord {
        let isDone = evidence != nil
        var record = CookbookRecord(isDone && isReplaying ? .success : status)
        record.manual = manual
        record.fallbackReason = fallbackReason
        guard let manual else {
            if isDone, status != .aiOnly, let key {
                record.recorded = trail.manual(id: id, key: key, evidence: evidence, clean: clean)
            }
            return record
        }
        record.lesson = lesson(of: manual, evidence, isManualsFault, clean)
        return record
    }

    private func lesson(
        of manual: Manual,
        _ evidence: Evidence?,
        _ isManualsFault: Bool,
        _ clean: (String) -> String
    ) -> ManualLesson? {
        let isDone = evidence != nil
        let hasFallen = status == .fallback
        guard isDone || hasFallen || isManualsFault else { return nil }
        let verdict: ManualLesson.Verdict = hasFallen || !isDone ? .failed : mends.isEmpty ? .clean : .healed
        var lesson = ManualLesson(verdict, of: manual, worked: worked.sorted(), missed: missed.sorted())
        guard isDone else { return lesson }
        if hasFallen, let key, var repaired = trail.manual(id: manual.id, key: key, evidence: evidence, clean: clean) {
            repaired.source = manual.source
            lesson.mended = repaired
            lesson.reason = fallbackReason
        } else if !mends.isEmpty {
            lesson.mended = mended(manual, clean)
            let names = mends.keys.sorted().map { manual.steps[$0].description }.joined(separator: ", ")
            lesson.reason = "found anew: \(names)"
        }
        return lesson
    }

    private func mended(_ manual: Manual, _ clean: (String) -> String) -> Manual {
        var copy = manual
        for (index, found) in mends {
            let mark = found.field.mark(clean)
            copy.steps[index] = copy.steps[index].mended(to: mark, found.action)
        }
        // The form is looked up by what it holds now.
        if let first = trail.pages.first, lastPage >= 0, !copy.pages.isEmpty {
            copy.pages[0] = Manual.Page(first.fields.map { $0.mark(clean) })
        }
        return copy
    }
}
