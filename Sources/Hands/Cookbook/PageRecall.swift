import Chromium
import GhostHands

/// What a manual knows of the page at work.
struct PageRecall: Sendable {
    /// The page's place in the manual.
    let page: Int
    private let steps: [(index: Int, step: Manual.Step)]
    /// The elements of the steps that have nothing but a selector.
    private let selected: [Int: ElementHandle]

    init(_ manual: Manual, page: Int, selected: [Int: ElementHandle] = [:]) {
        self.page = page
        steps = manual.steps(on: page).filter { $0.step.field != nil }
        self.selected = selected
    }

    /// Which fields the steps mean.
    ///
    /// - Parameters:
    ///   - form: the fields to fill.
    ///   - marks: the same as they are noted.
    /// - Returns: the match.
    func match(_ form: [ReadField], _ marks: [FieldMark]) -> ManualMatch {
        let (bySelector, byMark) = (steps.filter { $0.step.isBySelector }, steps.filter { !$0.step.isBySelector })
        var match = ManualMatch(byMark, in: marks)
        for (index, _) in bySelector {
            if let handle = selected[index], let place = form.firstIndex(where: { $0.has(handle) }) {
                match.take(place, for: index)
            } else {
                match.miss(index)
            }
        }
        return match
    }

    /// What is remembered of each field, with the place of its step.
    ///
    /// - Parameters:
    ///   - match: which fields the steps mean.
    ///   - count: how many fields there are.
    /// - Returns: for each field what is remembered, or nil.
    func recalled(_ match: ManualMatch, in count: Int) -> [(step: Int, recalled: Recalled)?] {
        var all: [(step: Int, recalled: Recalled)?] = Array(repeating: nil, count: count)
        let byIndex = Dictionary(uniqueKeysWithValues: steps.map { ($0.index, $0.step) })
        for (index, place) in match.fields {
            guard let step = byIndex[index], let template = step.template else { continue }
            all[place] = (index, Recalled(step.marks, template))
        }
        return all
    }
}

extension Manual.Step {
    /// Whether a selector is all that is known of its field.
    fileprivate var isBySelector: Bool {
        guard let field else { return false }
        return field.label.isEmpty && field.name.isEmpty && field.id.isEmpty
    }
}

extension ReadField {
    /// The field as it is noted in manuals.
    ///
    /// - Parameter clean: takes the applicant's values out of a text.
    /// - Returns: what is noted.
    func mark(_ clean: (String) -> String = { $0 }) -> FieldMark { FieldMark(field, asked, clean: clean) }

    /// Whether an element is the field, or one of its choices.
    fileprivate func has(_ element: ElementHandle) -> Bool { handle == element || optionHandles.contains(element) }
}

extension PageReading {
    /// The form's fields as they are noted in manuals.
    var marks: [FieldMark] { form.map { $0.mark() } }
}
