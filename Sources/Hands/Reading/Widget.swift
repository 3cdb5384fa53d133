import Chromium

/// A control that a page builds of several elements, or that only a widget beside it can fill (widgets.js).
struct Widget: Sendable {
    enum Kind: String, Sendable, Decodable {
        /// A slider of another element.
        case slider
        /// A date of which each part is turned or typed by itself.
        case segments
        /// A code of which each character has a box of its own.
        case boxes
        /// Buttons of which one or several are chosen.
        case pressed
        /// A box that is filled by picking a day.
        case calendar
        /// A button that makes the page ask for a file.
        case chooser
        /// A place to drop a file on.
        case zone
        /// A number that two buttons count down and up: the box, then these.
        case stepper
        /// A native list that is hidden, and what stands in for it.
        case twin
    }

    let kind: Kind
    /// The elements to act on.
    let parts: [ElementHandle]
    /// Which part of a date each of them is: `day`, `month`, `year`, `hour`, `minute`; empty for the other kinds.
    let names: [String]
}
