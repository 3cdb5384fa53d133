import Chromium
import Foundation
import GhostHands

/// Types into a box as a person does, and takes notice of whatever list opens beside it: chooses from it what says the
/// answer, and makes sure that the page took the choice.
///
/// Knows no library by name, and no role: a list is what comes to be seen beside the box once something is typed.
struct OfferDriver: Sendable {
    /// What is to stand in the box, and how it is told from its namesakes.
    struct Wanted: Sendable {
        let text: String
        /// Whether it is a place, and tells which one is meant.
        let places: PlaceMatcher?
        /// Whether it is an address of the applicant's.
        var isAddress = false
        /// Whether the box says that it has a list.
        var hasList = false
        /// Whether what is offered must be chosen from, since the text alone does not stay.
        var isDemanded = false
    }

    private let page: Page
    private let target: ElementHandle
    private let watch: WidgetWatch<OfferState>
    private let lull: Duration

    /// How long a request may take that a list waits for.
    private static let patience = Duration.seconds(6)

    /// - Parameters:
    ///   - page: the page of the box.
    ///   - clock: measures how long it takes.
    ///   - limit: how long it may take.
    ///   - lull: after how long without any change no list is to come any more.
    /// - Throws: ``ChromiumError`` when the box's frame is gone.
    init(page: Page, target: ElementHandle, clock: ContinuousClock, limit: Duration, lull: Duration) throws {
        self.page = page
        self.target = target
        self.lull = lull
        watch = try WidgetWatch(target, in: page, function: .offers, clock: clock, limit: limit)
    }

    /// Enters a text, or chooses what says it.
    ///
    /// - Returns: what the box shows where something was chosen; nil where the text was entered.
    /// - Throws: ``ChromiumError``: notActionable when the box does not take the choice.
    func enter(_ wanted: Wanted) async throws -> String? {
        try await watch.frame.tell(.armOffers, about: target)
        try await page.clear(target, timeout: watch.remaining)
        var typed = ""
        for query in queries(wanted) {
            let rest = query.hasPrefix(typed) ? String(query.dropFirst(typed.count)) : query
            if rest.count == query.count, !typed.isEmpty { try await page.clear(target, timeout: watch.remaining) }
            let (_, activity) = try await page.activity {
                try await page.type(rest, into: target, timeout: watch.remaining)
            }
            typed = query
            let state = try await watch.wait(atMost: Self.patience, lull: lull, since: activity, in: page) { state in
                !state.isBusy && state.match(wanted) != nil
            }
            if !state.isBusy, state.match(wanted) != nil { return try await pick(wanted, state, since: activity) }
            // Where nothing opens for a part of the text, nothing opens for the rest of it; another name is worth a try where
            // there is a list.
            let isPart = query != wanted.text && wanted.text.hasPrefix(query)
            if !state.isOpen, isPart || !wanted.hasList { break }
        }
        if typed != wanted.text {
            let isBegun = wanted.text.hasPrefix(typed)
            if !isBegun { try await page.clear(target, timeout: watch.remaining) }
            let rest = isBegun ? String(wanted.text.dropFirst(typed.count)) : wanted.text
            try await page.type(rest, into: target, timeout: watch.remaining)
        }
        try await page.blur(target, timeout: watch.remaining)
        return nil
    }

    /// A place is looked for under its name, then with the rest of what is known of it.
    private func queries(_ wanted: Wanted) -> [String] {
        let first = wanted.text.prefix { $0 != "," }
        let isPart = wanted.places != nil && first.count < wanted.text.count && first.count > 1
        let own = isPart ? [String(first), wanted.text] : [wanted.text]
        return wanted.places == nil ? own : own + CityNames.others(than: String(first)).prefix(2)
    }

    /// Picks the row that is wanted: also when the list is drawn anew just then, as it is with every answer to a key.
    private func pick(_ wanted: Wanted, _ first: OfferState, since activity: PageActivity) async throws -> String {
        var state = first
        var refusal = ChromiumError(.notActionable, "the list did not keep the choice")
        for _ in 0..<Self.mostTries {
            guard let index = state.match(wanted) else { break }
            do {
                return try await pick(index, state)
            } catch let error as ChromiumError where error.code == .detached || error.code == .notActionable {
                refusal = error
                // A list that is drawn anew for every key is at rest once nothing has changed for a while.
                state = try await watch.wait(atMost: Self.patience, lull: lull, since: activity, in: page) { _ in false
                }
            }
        }
        throw refusal
    }

    private static let mostTries = 3

    private func pick(_ index: Int, _ state: OfferState) async throws -> String {
        let row = state.rows[index]
        do {
            try await page.click(watch.frame.element(row.element), timeout: min(watch.remaining, .seconds(2)))
        } catch let error as ChromiumError where error.code == .notActionable || error.code == .timedOut {
            // Pressed by the keyboard below.
        }
        if let shown = try await taken(row, state) { return shown }
        try await pickByKeyboard(index)
        if let shown = try await taken(row, state) { return shown }
        throw ChromiumError(.notActionable, "the list did not keep the choice")
    }

    /// What the box shows, once the page took the choice.
    private func taken(_ row: OfferState.Row, _ before: OfferState) async throws -> String? {
        let (_, activity) = try await page.activity {}
        let after = try await watch.wait(atMost: .seconds(2), lull: .milliseconds(400), since: activity, in: page) {
            $0.took(row, before)
        }
        return after.took(row, before) ? after.typed : nil
    }

    private func pickByKeyboard(_ index: Int) async throws {
        guard try await watch.state().isOpen else { return }
        try await page.focus(target, timeout: watch.remaining)
        for _ in 0...index { try await page.press("ArrowDown", timeout: watch.remaining) }
        try await watch.pressKeepingForm("Enter", page)
    }
}

/// What `offers.js` tells of a box that was typed into.
struct OfferState: Decodable, Sendable {
    struct Row: Decodable, Sendable {
        let element: Int
        let label: String
    }

    let isOpen: Bool
    /// Whether it says that more is on its way.
    let isBusy: Bool
    /// What stands in the box.
    let typed: String
    /// What the form keeps unseen.
    let kept: String
    /// The tags beside the box, a line each.
    let tags: String
    let rows: [Row]

    /// The row that says what is wanted.
    func match(_ wanted: OfferDriver.Wanted) -> Int? {
        let same = rows.indices.filter { OptionMatcher.isSame(wanted.text, rows[$0].label) }
        if let first = same.first, Set(same.map { rows[$0].label }).count == 1 { return first }
        if let places = wanted.places {
            if let index = places.match(wanted.text, isAddress: wanted.isAddress, in: rows.map(\.label)) {
                return index
            }
            return nil
        }
        guard wanted.isDemanded else { return nil }
        return OptionMatcher.match(wanted.text, in: rows.map { FieldOption(label: $0.label, value: $0.label) })
    }

    /// Whether the page has taken a row that was pressed: it stands in the box, or the form keeps another value.
    func took(_ row: Row, _ before: OfferState) -> Bool {
        if typed.isEmpty { return false }
        if kept != before.kept { return true }
        if Words(typed) == Words(row.label) { return typed != before.typed || !isOpen }
        return typed != before.typed && !isOpen && Words(row.label).contains(Words(typed).text)
    }
}
