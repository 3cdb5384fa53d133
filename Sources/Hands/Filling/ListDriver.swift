import Chromium
import Foundation
import GhostHands

/// Chooses from a list that a page builds of other elements: opens it, looks, types to narrow it down, scrolls, picks
/// with the pointer or, where that does nothing, with the keyboard, and makes sure that the control shows the choice.
///
/// Knows no library by name; the roles and shapes are those of the ARIA patterns for combobox and listbox
/// (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/) and of what libraries have in common.
struct ListDriver: Sendable {
    let page: Page
    let target: ElementHandle
    let watch: WidgetWatch<ListState>
    /// Tells the place that is meant from its namesakes, where places are chosen from.
    let places: PlaceMatcher?

    static let mostSteps = 400

    /// - Parameters:
    ///   - page: the page of the control.
    ///   - target: the control.
    ///   - clock: measures how long it takes.
    ///   - limit: how long it may take.
    ///   - places: tells the place that is meant from its namesakes, where places are chosen from.
    /// - Throws: ``ChromiumError`` when the control's frame is gone.
    init(
        page: Page,
        target: ElementHandle,
        clock: ContinuousClock,
        limit: Duration,
        places: PlaceMatcher? = nil
    ) throws {
        self.page = page
        self.places = places
        self.target = target
        watch = try WidgetWatch(target, in: page, function: .list, clock: clock, limit: limit)
    }

    /// Chooses what is wanted.
    ///
    /// - Parameter wanted: the answers in words; several for a list that takes several.
    /// - Returns: what the control shows afterwards.
    /// - Throws: ``ChromiumError``: notActionable when no option says it or the control does not take it; the list is
    ///   closed and nothing typed is left.
    func choose(_ wanted: [String]) async throws -> String {
        try await watch.arm()
        let stoodOpen = try await watch.state().isOpen
        do {
            let wanted = try await pieces(of: wanted)
            for one in wanted {
                let isThere = wanted.count > 1 ? try await Words(watch.state().shown).contains(Words(one).text) : false
                if !isThere { try await choose(one) }
            }
            try await requireAll(wanted)
            // Others close by themselves, and a press might open them again.
            let takesSeveral = try await watch.state().popup.takesSeveral
            if wanted.count > 1 || takesSeveral, !stoodOpen { try await close() }
        } catch let error as ChromiumError where error.code == .notActionable || error.code == .timedOut {
            try await withdraw()
            throw error
        }
        return try await watch.state().shown
    }

    /// What stays open for another choice covers the rest of the form.
    func close() async throws {
        // Some close by themselves, a moment later.
        let state = try await watch.wait(atMost: .milliseconds(300)) { !$0.isOpen }
        if state.isOpen { try await leave(state) }
    }

    /// Closes the list and sees it closed: some do so a moment after they were left, in the middle of the next choice.
    func leave(_ state: ListState) async throws {
        let bound = min(remaining, .seconds(2))
        let ways: [() async throws -> Void] = [
            { try await page.blur(box(state), timeout: bound) },
            { try await page.press("Escape", timeout: bound) },
            { try await page.click(target, timeout: bound) },
        ]
        for way in ways {
            try await way()
            guard try await watch.wait(atMost: .milliseconds(500), until: { !$0.isOpen }).isOpen else { return }
        }
    }

    /// "Java, SQL" is two choices where the list has each, and none that says both.
    private func pieces(of wanted: [String]) async throws -> [String] {
        guard wanted.count == 1, places == nil else { return wanted }
        let pieces = wanted[0].split { ",;\n".contains($0) }.map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { !$0.isEmpty }
        guard 2...20 ~= pieces.count else { return wanted }
        let state = try await open()
        let isWhole = state.options.contains { Words($0.label) == Words(wanted[0]) }
        return !isWhole && pieces.allSatisfy { state.match($0, isWhole: true) != nil } ? pieces : wanted
    }

    /// A list that takes one choice keeps the last of several.
    private func requireAll(_ wanted: [String]) async throws {
        guard wanted.count > 1 else { return }
        let shown = try await Words(watch.state().shown)
        guard shown.contains(Words(wanted[0]).text) else {
            throw ChromiumError(.notActionable, "the list did not keep all choices")
        }
    }

    private func choose(_ wanted: String, isLast: Bool = false) async throws {
        let before = try await open()
        if try await chooseAlong(Self.path(wanted), from: before) { return }
        guard let found = try await find(wanted, before) else {
            if try await enter(wanted, before) { return }
            if !before.options.isEmpty, try await chooseBelow(wanted) { return }
            throw ChromiumError(.notActionable, "none of its options matches the answer")
        }
        do {
            try await pick(found.options[found.index], found.options, before)
        } catch let error as ChromiumError where !isLast && (error.code == .detached || error.code == .notActionable) {
            // Some close between two choices, just as the next is made.
            guard try await !watch.state().isOpen else { throw error }
            try await choose(wanted, isLast: true)
        }
    }

    /// A box that never shows a list takes what is typed.
    private func enter(_ wanted: String, _ before: ListState) async throws -> Bool {
        guard before.isEditable, !before.isOpen else { return false }
        // One that takes whatever is typed takes several one by one.
        if places == nil, TagDriver.entries(of: wanted).count > 1 {
            try await TagDriver(page: page, target: box(before), clock: ContinuousClock(), limit: remaining)
                .enter(wanted)
            return true
        }
        try await type(wanted)
        let state = try await watch.state()
        guard !state.isOpen, state.typed == wanted else { return false }
        try await page.blur(box(state), timeout: remaining)
        return try await watch.state().typed == wanted
    }

    private struct Found {
        let index: Int
        let options: [ListState.Option]
    }

    // MARK: Opening

    func open() async throws -> ListState {
        var state = try await watch.state()
        if state.isOpen, !state.options.isEmpty { return state }
        let (_, activity) = try await page.activity {}
        if !state.isOpen { try await press(state) }
        state = try await options(since: activity)
        // Some open only by the keyboard.
        if !state.isOpen, !state.isEditable {
            try await page.focus(box(state), timeout: min(remaining, .seconds(2)))
            try await page.press("ArrowDown", timeout: remaining)
            state = try await options(since: activity)
        }
        let isEmpty = state.isOpen && state.options.isEmpty && !state.isBusy && !state.isEditable
        return isEmpty ? try await openAnew() : state
    }

    /// What an empty list has to choose may be on its way since another answer was given: it shows that once it is opened
    /// again.
    private func openAnew() async throws -> ListState {
        _ = try await page.settle(page.documentActivity, timeout: min(remaining, .seconds(2)))
        try await close()
        let closed = try await watch.state()
        let (_, activity) = try await page.activity {}
        if !closed.isOpen { try await press(closed) }
        return try await options(since: activity)
    }

    /// What lies over the control for good leaves it to the keyboard.
    private func press(_ state: ListState) async throws {
        do {
            try await page.click(target, timeout: min(remaining, .seconds(4)))
        } catch let error as ChromiumError where error.code == .notActionable || error.code == .timedOut {
            try await page.focus(box(state), timeout: min(remaining, .seconds(1)))
        }
    }

    /// The list once it has something to choose; a list that cannot open is not waited for.
    private func options(since activity: PageActivity) async throws -> ListState {
        try await watch.wait(atMost: .seconds(3), lull: .milliseconds(450), since: activity, in: page) {
            !$0.options.isEmpty && !$0.isBusy
        }
    }

    // MARK: Finding

    private func find(_ wanted: String, _ opened: ListState) async throws -> Found? {
        if let found = found(wanted, in: opened) { return found }
        if !opened.isEditable { return try await scan(wanted) }
        for text in queries(wanted) {
            let activity = try await type(text)
            let state = try await watch.wait(atMost: .seconds(5), lull: .milliseconds(700), since: activity, in: page) {
                !$0.isBusy && $0.match(wanted, isWhole: !$0.hasMore, places) != nil
            }
            if let found = found(wanted, in: state), text == wanted || places != nil || Self.says(wanted, found) {
                return found
            }
            if state.hasMore, let found = try await scan(wanted) { return found }
        }
        let activity = try await type("")
        let state = try await options(since: activity)
        return state.options.isEmpty ? nil : try await scan(wanted)
    }

    /// What was narrowed down by a part of the answer must say all of it.
    private static func says(_ wanted: String, _ found: Found) -> Bool {
        Set(Words(found.options[found.index].label).list).isSuperset(of: Words(wanted).list)
    }

    private func found(_ wanted: String, in state: ListState) -> Found? {
        guard !state.isBusy else { return nil }
        return state.match(wanted, isWhole: !state.hasMore, places).map { Found(index: $0, options: state.options) }
    }

    /// Whole first; then what stands before a comma, since places are listed under their names, and other names of it.
    private func queries(_ wanted: String) -> [String] {
        let first = wanted.split(separator: ",").first.map { $0.trimmingCharacters(in: .whitespaces) } ?? wanted
        let others = places == nil ? [] : CityNames.others(than: first).prefix(2)
        return (first == wanted ? [wanted] : [wanted, first]) + others
    }

    /// Looks through a list that shows only a part of itself, then goes back to the option.
    private func scan(_ wanted: String) async throws -> Found? {
        var place = try await scroll(to: 0).place
        var places: [String: Int] = [:]
        var labels: [String] = []
        for _ in 0..<Self.mostSteps {
            guard !watch.isOver else { throw ChromiumError(.timedOut, "the list took too long to answer") }
            let state = try await watch.wait(atMost: .milliseconds(300)) { state in
                state.options.contains { places[$0.label] == nil }
            }
            for option in state.options where places[option.label] == nil {
                places[option.label] = place
                if option.mayBe(wanted) { labels.append(option.label) }
            }
            let next = try await scroll(to: nil)
            guard next.hasMoved else { break }
            place = next.place
        }
        let choices = labels.map { FieldOption(label: $0, value: $0) }
        guard let label = OptionMatcher.match(wanted, in: choices, self.places).map({ labels[$0] }) else { return nil }
        _ = try await scroll(to: places[label] ?? 0)
        let state = try await watch.wait { $0.options.contains { $0.label == label } }
        guard let index = state.options.firstIndex(where: { $0.label == label }), !state.options[index].isDisabled
        else {
            return nil
        }
        return Found(index: index, options: state.options)
    }

    /// - Returns: what the page does since then.
    @discardableResult private func type(_ text: String) async throws -> PageActivity {
        let state = try await watch.state()
        let (_, activity) = try await page.activity {
            if !state.typed.isEmpty { try await page.clear(box(state), timeout: remaining) }
            if !text.isEmpty { try await page.type(text, into: box(state), timeout: remaining) }
        }
        return activity
    }

    /// Leaves the control as it was: nothing typed, the list closed.
    func withdraw() async throws {
        let state = try await watch.state()
        if state.isEditable, !state.typed.isEmpty, state.isOpen || state.shown == state.typed {
            try await page.clear(box(state), timeout: .seconds(2))
        }
        try await page.blur(box(state), timeout: .seconds(2))
        let left = try await watch.state()
        if left.isOpen { try await page.press("Escape", timeout: .seconds(2)) }
    }

    // MARK: Asking the page

    var remaining: Duration { watch.remaining }

    func box(_ state: ListState) -> ElementHandle { watch.frame.element(state.box) }

    private struct Scrolled: Decodable {
        let place: Int
        let hasMoved: Bool
    }

    private func scroll(to place: Int?) async throws -> Scrolled {
        try await watch.ask(.scrollList, place.map { .int(Int64($0)) } ?? .null)
    }
}
