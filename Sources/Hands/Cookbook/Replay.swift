import GhostHands

/// A manual that is replayed, and how far it holds.
struct Replay {
    let manual: Manual
    /// What the form is looked up by.
    let key: ManualKey
    /// The page of the manual that was replayed last.
    private var lastPage: Int?
    /// The steps that did what they should, by their places.
    private(set) var worked: Set<Int> = []
    /// The steps whose field was not found, or only anew.
    private(set) var missed: Set<Int> = []
    /// The fields that were found anew, by the places of their steps.
    private(set) var mends: [Int: (field: ReadField, action: Manual.Action)] = [:]

    init(_ manual: Manual, _ key: ManualKey) {
        self.manual = manual
        self.key = key
    }

    /// Finds the page of the manual that a page of the form is (``Cookbook/find(_:)``).
    mutating func find(_ reading: PageReading) -> Int? {
        // A page goes on; what was replayed is not replayed again.
        let open = manual.pages.indices.dropFirst(lastPage.map { $0 + 1 } ?? 0)
        let marks = reading.marks
        let signature = FormSignature.of(marks)
        let known = open.first { !manual.pages[$0].keys.isEmpty && manual.pages[$0].signature == signature }
        guard let found = known ?? open.first(where: { knows($0, marks) }) else { return nil }
        lastPage = found
        return found
    }

    private func knows(_ page: Int, _ marks: [FieldMark]) -> Bool {
        let steps = manual.steps(on: page)
        let fields = steps.filter { $0.step.field != nil }
        // A review page has no fields, only its button.
        if fields.isEmpty { return marks.isEmpty }
        if manual.pages[page].keys.isEmpty, fields.contains(where: { $0.step.selector != nil }) { return true }
        return ManualMatch(steps, in: marks).fits(marks.count)
    }

    /// Takes note of what came of a page's steps (``Cookbook/note(_:_:)``).
    mutating func note(_ match: ManualMatch, _ entries: [Trail.Entry]) {
        worked.formUnion(entries.compactMap(\.step))
        let lost = (match.absent + match.ambiguous).filter { !worked.contains($0) }
        // What a posting does not ask for is no fault of the step's.
        missed.formUnion(match.ambiguous.filter(lost.contains))
        missed.formUnion(match.absent.filter { lost.contains($0) && manual.steps[$0].field?.isRequired ?? false })
        var spare = entries.filter { $0.step == nil }
        for index in lost {
            let step = manual.steps[index]
            // The reader found the field: the only one left that is filled with the same template.
            let same = spare.indices.filter { spare[$0].template == step.template }
            let rivals = lost.count { manual.steps[$0].template == step.template }
            guard same.count == 1, rivals == 1, let place = same.first else { continue }
            let found = spare[place].field
            mends[index] = (found, spare[place].fit.action(of: found))
            missed.insert(index)
            spare.remove(at: place)
        }
    }

    /// Takes note that the page is left.
    mutating func leavePage() {
        guard let lastPage else { return }
        let leave = manual.steps(on: lastPage).last { $0.step.leadsOn }?.index
        if let leave { worked.insert(leave) }
    }

    /// The step that was missed and that the form demands, as a reason.
    var missing: String? {
        let demanded = missed.subtracting(mends.keys).sorted().first { manual.steps[$0].field?.isRequired ?? false }
        return demanded.map { "\"\(manual.steps[$0].description)\" was not found" }
    }

    // MARK: What it taught

    /// The lesson of the replay.
    func lesson(_ verdict: ManualLesson.Verdict) -> ManualLesson {
        ManualLesson(verdict, of: manual, worked: worked.sorted(), missed: missed.sorted())
    }

    /// The steps whose fields were found anew, for a person.
    var mendedSteps: String { mends.keys.sorted().map { manual.steps[$0].description }.joined(separator: ", ") }

    /// The manual with the fields that were found anew.
    ///
    /// - Parameters:
    ///   - trail: what was done.
    ///   - clean: takes the applicant's values out of a text.
    /// - Returns: the manual.
    func mended(as trail: Trail, _ clean: (String) -> String) -> Manual {
        var copy = manual
        for (index, found) in mends {
            let mark = found.field.mark(clean)
            copy.steps[index] = copy.steps[index].mended(to: mark, found.action)
        }
        // The form is looked up by what it holds now.
        if let first = trail.pages.first, lastPage != nil, !copy.pages.isEmpty {
            copy.pages[0] = Manual.Page(first.fields.map { $0.mark(clean) })
        }
        return copy
    }
}
