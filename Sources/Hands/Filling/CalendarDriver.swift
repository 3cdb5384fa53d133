import Chromium
import Foundation
import GhostHands

/// Picks a day in a calendar that a page opens beside a field: opens it, turns it to the month, presses the day.
///
/// Knows no library by name: a calendar is whatever shows the days of a month and a month's name.
struct CalendarDriver: Sendable {
    private let page: Page
    private let field: ElementHandle
    private let watch: WidgetWatch<CalendarState>

    private static let mostTurns = 300

    /// - Parameters:
    ///   - page: the page of the field.
    ///   - clock: measures how long it takes.
    ///   - limit: how long it may take.
    /// - Throws: ``ChromiumError`` when the field's frame is gone.
    init(page: Page, field: ElementHandle, clock: ContinuousClock, limit: Duration) throws {
        self.page = page
        self.field = field
        watch = try WidgetWatch(field, in: page, function: .calendar, clock: clock, limit: limit)
    }

    /// Picks a day.
    ///
    /// - Parameter date: a whole date.
    /// - Returns: what the field shows afterwards.
    /// - Throws: ``ChromiumError``: notActionable when there is no calendar, no such day, or the field stays as it was.
    func pick(_ date: CalendarDate) async throws -> String {
        let before = try await watch.state()
        var state = try await choose(date, from: try await open(before))
        guard state.isOpen else { throw ChromiumError(.notActionable, "no calendar opens for it") }
        if let year = state.year, state.month?.year != date.year { state = try await set(date.year, year, state) }
        state = try await turn(to: date, from: state)
        guard let day = state.day(date), !day.isDisabled else {
            try await page.press("Escape", timeout: remaining)
            throw ChromiumError(.notActionable, "the calendar does not offer the day")
        }
        try await page.click(watch.frame.element(day.element), timeout: remaining)
        state = try await watch.wait { !$0.value.isEmpty && $0.value != before.value }
        if state.isOpen, let done = state.done { try await page.click(watch.frame.element(done), timeout: remaining) }
        if state.isOpen { try await close() }
        let value = try await watch.state().value
        guard !value.isEmpty, value != before.value else {
            throw ChromiumError(.notActionable, "the field did not keep the chosen day")
        }
        return value
    }

    /// By a press on the field, else on the button beside it.
    private func open(_ state: CalendarState) async throws -> CalendarState {
        if state.isShown { return state }
        try await page.click(field, timeout: remaining)
        let opened = try await watch.wait(atMost: state.way.opener == nil ? .milliseconds(1_500) : .milliseconds(500)) {
            $0.isShown
        }
        guard !opened.isShown, let opener = opened.way.opener else { return opened }
        try await page.click(watch.frame.element(opener), timeout: remaining)
        return try await watch.wait { $0.isShown }
    }

    /// The year and the month, where the calendar has them chosen before it shows days.
    private func choose(_ date: CalendarDate, from first: CalendarState) async throws -> CalendarState {
        var state = first
        for _ in 0..<Self.mostChoices {
            guard !state.isOpen, let shown = state.way.choices, let element = shown.step(to: date) else { break }
            try await page.click(watch.frame.element(element), timeout: remaining)
            state = try await watch.wait { $0.isOpen || $0.way.choices != nil && $0.way.choices != shown }
        }
        return state
    }

    private static let mostChoices = 20

    /// Some stay open over what comes next until they are told.
    private func close() async throws {
        guard try await watch.wait(atMost: .milliseconds(300), until: { !$0.isOpen }).isOpen else { return }
        try await page.press("Escape", timeout: remaining)
    }

    private func set(_ number: Int, _ year: CalendarState.Year, _ state: CalendarState) async throws -> CalendarState {
        let box = watch.frame.element(year.element)
        if year.isList {
            guard let index = year.choices.firstIndex(of: String(number)) else { return state }
            try await page.select(box, optionIndexes: [index], timeout: remaining)
        } else {
            try await page.fill(box, with: String(number), timeout: remaining)
            try await page.press("Enter", timeout: remaining)
        }
        return try await watch.wait { $0.month?.year == number }
    }

    private func turn(to date: CalendarDate, from first: CalendarState) async throws -> CalendarState {
        var state = first
        for _ in 0..<Self.mostTurns {
            guard let shown = state.month else {
                throw ChromiumError(.notActionable, "the calendar does not say which month it shows")
            }
            let distance = (date.year - shown.year) * 12 + date.month - shown.month
            if distance == 0 { return state }
            guard let button = distance > 0 ? state.next : state.previous else {
                throw ChromiumError(.notActionable, "the calendar cannot be turned to the month")
            }
            try await page.click(watch.frame.element(button), timeout: remaining)
            let turned = try await watch.wait { $0.month != nil && $0.month != shown }
            guard turned.month != shown else {
                throw ChromiumError(.notActionable, "the calendar does not go as far as the month")
            }
            state = turned
        }
        return state
    }

    private var remaining: Duration { watch.remaining }
}

/// What `calendars.js` tells of a calendar.
struct CalendarState: Decodable, Sendable {
    struct Day: Decodable, Sendable {
        let element: Int
        let number: Int
        /// The whole date, where the cell says it to machines or to readers of screens.
        let name: String
        /// Whether it belongs to the month before or after.
        let isOutside: Bool
        let isDisabled: Bool
    }

    /// A box or a list of years.
    struct Year: Decodable, Sendable {
        let element: Int
        let isList: Bool
        let choices: [String]
    }

    /// Years or the months of one, each with its cell.
    struct Choices: Decodable, Equatable, Sendable {
        struct Cell: Decodable, Equatable, Sendable {
            let element: Int
            let text: String
        }
        let isYears: Bool
        let cells: [Cell]
        let next: Int?
        let previous: Int?

        /// What is pressed next on the way to a date; nil when nothing leads there.
        func step(to date: CalendarDate) -> Int? {
            guard isYears else { return date.month <= cells.count ? cells[date.month - 1].element : nil }
            let years = cells.compactMap { Int($0.text.prefix(4)) }
            if let place = years.firstIndex(of: date.year) { return cells[place].element }
            return years.contains { $0 > date.year } ? previous : next
        }
    }

    /// What leads to the days of a month.
    struct Way: Decodable, Sendable {
        /// What is chosen before it shows days.
        let choices: Choices?
        /// The button beside the field.
        let opener: Int?
    }

    let way: Way
    /// What the field holds.
    let value: String
    /// The month's name and the year.
    let title: String
    let days: [Day]
    let next: Int?
    let previous: Int?
    let year: Year?
    /// The button that takes over what was picked.
    let done: Int?

    /// Whether the days of a month are there.
    var isOpen: Bool { !days.isEmpty }

    var isShown: Bool { isOpen || way.choices != nil }

    /// The month it shows, by its title, else by the days in its middle.
    var month: CalendarMonth? { CalendarMonth(title) ?? middle }

    private var middle: CalendarMonth? {
        days.first { $0.number == 15 && !$0.name.isEmpty }.flatMap { CalendarDate($0.name) }
            .map { CalendarMonth(year: $0.year, month: $0.month) }
    }

    /// The cell of a day of the month shown.
    ///
    /// Cells before the first 1 and after the last belong to other months, whether they say so or not.
    func day(_ date: CalendarDate) -> Day? {
        let first = days.firstIndex { $0.number == 1 } ?? 0
        let next = days.indices.dropFirst(first + 27).first { days[$0].number == 1 } ?? days.endIndex
        return days[first..<max(first, next)].first { $0.number == date.day && !$0.isOutside }
    }
}
