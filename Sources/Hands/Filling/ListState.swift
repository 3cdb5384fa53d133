import GhostHands

/// What `listbox.js` tells of a list that a page builds of other elements.
struct ListState: Decodable, Sendable {
    struct Option: Decodable, Sendable {
        let element: Int
        let label: String
        let isDisabled: Bool
        /// Whether the keyboard would choose it.
        let isActive: Bool
        /// Whether it leads to options of its own.
        let isCategory: Bool

        /// Whether it may be chosen for an answer: what leads to others is none, unless it says the very words.
        func mayBe(_ wanted: String) -> Bool { !isCategory || Words(label) == Words(wanted) }
    }

    /// The box in which one types to narrow a list down.
    struct Entry: Decodable, Sendable {
        /// What stands in it.
        let typed: String
        let isEditable: Bool
    }

    /// What opens beside the control.
    struct Popup: Decodable, Sendable {
        /// Whether it says that more is on its way.
        let isBusy: Bool
        /// Whether there is more to scroll to.
        let hasMore: Bool
        /// Whether several of its options may be chosen, for which it stays open.
        let takesSeveral: Bool
    }

    /// The element that has the keyboard: the box to type in, else the control.
    let box: Int
    let isOpen: Bool
    /// What the control shows as chosen.
    let shown: String
    /// What stands around the control that did not stand there before anything was chosen.
    let beside: [String]
    /// Its box to type in.
    let entry: Entry
    let popup: Popup
    let options: [Option]

    /// What stands in its box to type in.
    var typed: String { entry.typed }
    var isEditable: Bool { entry.isEditable }
    var isBusy: Bool { popup.isBusy }
    var hasMore: Bool { popup.hasMore }

    /// The option that says what is wanted.
    ///
    /// - Parameters:
    ///   - wanted: the answer in words.
    ///   - isWhole: whether all options are here; among some, only the very same words count.
    ///   - places: tells the place that is meant, where places are chosen from.
    /// - Returns: its index, or nil.
    func match(_ wanted: String, isWhole: Bool, _ places: PlaceMatcher? = nil) -> Int? {
        let open = options.indices.filter { !options[$0].isDisabled }
        if !isWhole { return open.first { Words(options[$0].label) == Words(wanted) } }
        let real = open.filter { options[$0].mayBe(wanted) }
        let choices = real.map { FieldOption(label: options[$0].label, value: options[$0].label) }
        return OptionMatcher.match(wanted, in: choices, places).map { real[$0] }
    }
}
