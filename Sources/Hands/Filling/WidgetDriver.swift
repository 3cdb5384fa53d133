import Chromium
import Foundation
import GhostHands

/// Fills controls that pages build of several elements, by the keys and presses that a person would use.
///
/// The roles and their keys are those of the ARIA patterns for slider and spinbutton
/// (https://www.w3.org/WAI/ARIA/apg/patterns/slider/, .../spinbutton/).
struct WidgetDriver: Sendable {
    let page: Page
    let frame: Frame
    let timeout: Duration

    /// How often a slider or a number is turned at most.
    private static let mostTurns = 400
    private static let mostPresses = 8

    /// - Parameters:
    ///   - page: the page of the control.
    ///   - timeout: how long one press may take.
    /// - Throws: ``ChromiumError`` when the control's frame is gone.
    init(page: Page, of element: ElementHandle, timeout: Duration) throws {
        self.page = page
        self.timeout = timeout
        frame = try page.frame(of: element)
    }

    /// Presses buttons until exactly the wanted ones are chosen.
    ///
    /// - Parameters:
    ///   - buttons: all of them.
    ///   - wanted: the indexes of those to choose.
    /// - Throws: ``ChromiumError`` when one cannot be pressed.
    func press(_ buttons: [ElementHandle], wanted: Set<Int>) async throws {
        // The wanted ones first: where only one can be chosen, choosing it releases the others.
        for index in wanted.sorted() + buttons.indices.filter({ !wanted.contains($0) }) {
            let isRight = try await control(buttons[index]).isOn == wanted.contains(index)
            if !isRight { try await page.click(buttons[index], timeout: timeout) }
        }
    }

    /// A code without what only helps to read it.
    static func code(_ text: String) -> String { text.filter { !$0.isWhitespace && $0 != "-" } }

    /// Enters a code, a character a box.
    ///
    /// - Parameters:
    ///   - text: the code; one that is longer or shorter than the boxes does not fit them.
    ///   - boxes: the boxes in their order.
    /// - Throws: ``ChromiumError``: notActionable when it does not fit.
    func enter(_ text: String, in boxes: [ElementHandle]) async throws {
        let characters = Self.code(text)
        guard characters.count == boxes.count else {
            throw ChromiumError(.notActionable, "the code has not as many characters as there are boxes")
        }
        for (character, box) in zip(characters, boxes) {
            try await page.clear(box, timeout: timeout)
            try await page.type(String(character), into: box, timeout: timeout)
        }
    }

    /// Sets the parts of a date or a time.
    ///
    /// - Parameters:
    ///   - text: `2026-03-05`, `2026-03` or `14:30`.
    ///   - widget: its parts.
    /// - Throws: ``ChromiumError``: notActionable when a part does not take its number.
    func set(_ text: String, in widget: Widget) async throws {
        let numbers = text.split { $0 == "-" || $0 == ":" || $0 == "T" }.compactMap { Int($0) }
        let names = text.contains(":") ? ["hour", "minute"] : ["year", "month", "day"]
        let values = Dictionary(zip(names, numbers)) { first, _ in first }
        for (part, name) in zip(widget.parts, widget.names) {
            guard let value = values[name] else {
                throw ChromiumError(.notActionable, "the answer does not say the \(name)")
            }
            let control = try await control(part)
            if let choices = control.choices {
                guard let index = choices.firstIndex(of: value) else {
                    throw ChromiumError(.notActionable, "the list does not offer the \(name)")
                }
                try await page.select(part, optionIndexes: [index], timeout: timeout)
            } else if control.isBox {
                try await page.fill(part, with: String(value), timeout: timeout)
            } else {
                try await turn(part, to: value, digits: name == "year" ? 4 : 2)
            }
        }
    }

    private func turn(_ part: ElementHandle, to value: Int, digits: Int) async throws {
        if try await control(part).value == Double(value) { return }
        try await page.focus(part, timeout: timeout)
        let text = String(value)
        for digit in String(repeating: "0", count: max(0, digits - text.count)) + text {
            try await page.press(String(digit), timeout: timeout)
        }
        if try await control(part).value == Double(value) { return }
        try await step(part, to: Double(value), up: "ArrowUp", down: "ArrowDown")
    }

    /// Moves a slider.
    ///
    /// - Parameter value: where it is to stand.
    /// - Throws: ``ChromiumError``: notActionable when it cannot stand there.
    func slide(_ slider: ElementHandle, to value: Double) async throws {
        let state = try await control(slider)
        if let least = state.least, let most = state.most, !(least...max(least, most)).contains(value) {
            throw ChromiumError(.notActionable, "the answer is outside what the slider can show")
        }
        do {
            try await page.focus(slider, timeout: min(timeout, .seconds(1)))
            try await jump(state, to: value)
            try await step(slider, to: value, up: "ArrowRight", down: "ArrowLeft")
        } catch let error as ChromiumError where error.code == .notActionable || error.code == .timedOut {
            if try await !point(slider, at: value) { throw error }
        }
    }

    /// Goes to the end that is nearer to the value than the slider is.
    private func jump(_ state: Control, to value: Double) async throws {
        guard let now = state.value, let least = state.least, let most = state.most else { return }
        let nearest = [abs(now - value), abs(least - value), abs(most - value)]
        if nearest[1] < min(nearest[0], nearest[2]) { try await page.press("Home", timeout: timeout) }
        if nearest[2] < min(nearest[0], nearest[1]) { try await page.press("End", timeout: timeout) }
    }

    /// Presses the slider's track where the value is, for those that listen to no key, and comes closer where it is not.
    private func point(_ slider: ElementHandle, at value: Double) async throws -> Bool {
        let state = try await control(slider)
        guard let track = state.track, let least = state.least, let most = state.most, most > least else {
            return false
        }
        let unit = track.width / (most - least)
        var x = (value - least) * unit
        for _ in 0..<Self.mostPresses {
            let place = ClickOptions.Position(x: min(max(x, 1), track.width - 1), y: track.height / 2)
            try await page.click(
                frame.element(track.element),
                options: ClickOptions(position: place),
                timeout: timeout
            )
            guard let now = try await control(slider).value else { return false }
            if now == value { return true }
            x += (value - now) * unit / 2
        }
        return false
    }

    /// Presses the buttons that count a number down and up.
    ///
    /// - Parameters:
    ///   - parts: the box, the button that counts down, the one that counts up.
    ///   - value: the number.
    /// - Throws: ``ChromiumError``: notActionable when it cannot stand there.
    func count(_ parts: [ElementHandle], to value: Double) async throws {
        guard parts.count == 3 else { throw ChromiumError(.notActionable, "the number has no buttons") }
        try await step(parts[0], to: value) { try await page.click(parts[$0 ? 2 : 1], timeout: timeout) }
    }

    private func step(_ element: ElementHandle, to value: Double, up: String, down: String) async throws {
        try await step(element, to: value) { try await page.press($0 ? up : down, timeout: timeout) }
    }

    /// Steps until the control stands at a value; a step that would pass it means that it cannot.
    ///
    /// - Parameter move: takes a step, up or down.
    private func step(
        _ element: ElementHandle,
        to value: Double,
        by move: (_ isUp: Bool) async throws -> Void
    ) async throws {
        var last: Double?
        for _ in 0..<Self.mostTurns {
            let now = try await control(element).value ?? -.infinity
            if now == value { return }
            if let last, last == now || (last < value) != (now < value) { break }
            last = now
            try await move(now < value)
        }
        throw ChromiumError(.notActionable, "the control could not be set to the answer")
    }

    struct Control: Decodable {
        let value: Double?
        let least: Double?
        let most: Double?
        let isOn: Bool
        /// Whether it is a plain box to type in.
        let isBox: Bool
        /// The numbers that a native list is chosen by, in the order of its options.
        let choices: [Int?]?
        let track: Track?
    }

    /// What a slider moves along.
    struct Track: Decodable {
        let element: Int
        let width: Double
        let height: Double
    }

    private func control(_ element: ElementHandle) async throws -> Control {
        try await frame.ask(.control, about: element)
    }
}
