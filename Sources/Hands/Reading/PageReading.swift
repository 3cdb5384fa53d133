import Chromium
import GhostHands

/// A page as a person would take it in: its form, its buttons, what it says.
struct PageReading: Sendable {
    let url: String
    let title: String
    /// What can be read on the page and its frames, line by line.
    let text: String
    /// Every field found, in reading order, also those to leave alone.
    let fields: [ReadField]
    let buttons: [ReadButton]
    /// What the page announces as wrong.
    let alerts: [String]
    let blockers: [Blocker]

    /// The fields to fill: those of the main form.
    var form: [ReadField] { fields.filter { $0.ignored == nil } }

    /// What tells this form from the page before: its fields, not its address (R17).
    var signature: Set<String> { Set(form.map(\.fingerprint)) }

    /// The button that brings the form forward: the next page before the submit, the last one of its kind.
    func button(_ role: ButtonRole) -> ReadButton? { buttons.last { $0.role == role && !$0.isDisabled } }
}

/// A field with the handles to act on it.
struct ReadField: Sendable {
    let field: Field
    let asked: Asked
    let handle: ElementHandle
    /// The handles of radios and boxes, in the order of the options; empty for a native select.
    let optionHandles: [ElementHandle]
    /// The options that are chosen now, by index.
    let chosen: [Int]
    /// The frame it stands in: 0 is the page itself.
    let frame: Int
    /// The form it belongs to, within its frame; -1 for none.
    let form: Int
    /// Why it is left alone, if it is.
    var ignored: String?

    /// What tells the field from others, also after the page was rendered anew.
    var fingerprint: String {
        [String(frame), field.kind.rawValue, field.name, field.label].joined(separator: "\u{1f}")
    }
}

/// A button with the handle to press it.
struct ReadButton: Sendable {
    let label: String
    let role: ButtonRole
    let handle: ElementHandle
    let frame: Int
    let form: Int
    let isDisabled: Bool
}
