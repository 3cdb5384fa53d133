@testable import Chromium
import GhostHands
@testable import Hands

extension ElementHandle {
    /// An element of no browser.
    static let nowhere = ElementHandle(frame: "main", document: 1, id: 1)
}

extension ReadField {
    /// A field as a reading gives it, without a browser.
    static func of(_ field: Field, _ asked: Asked = .question, ignored: Ignored? = nil) -> ReadField {
        ReadField(
            field: field,
            asked: asked,
            handle: .nowhere,
            optionHandles: [],
            chosen: [],
            widget: nil,
            key: FormKey(frame: 0, form: 0),
            ignored: ignored
        )
    }
}

extension ReadButton {
    /// A button as a reading gives it, without a browser.
    static func of(_ label: String, _ role: ButtonRole = .other, under section: String? = nil) -> ReadButton {
        ReadButton(
            label: label,
            role: role,
            handle: .nowhere,
            key: FormKey(frame: 0, form: 0),
            isDisabled: false,
            isLink: false,
            posts: false,
            section: section
        )
    }
}

extension PageReading {
    /// A page as it would be read, without a browser.
    static func of(
        _ fields: [ReadField] = [],
        _ buttons: [ReadButton] = [],
        text: String = "",
        url: String = "https://careers.acme.co.uk/apply",
        alerts: [PageAlert] = [],
        blockers: [Blocker] = []
    ) -> PageReading {
        PageReading(
            document: PageReading.Document(url: PageAddress(url)),
            text: text,
            fields: fields,
            buttons: buttons,
            alerts: alerts,
            obstacles: PageReading.Obstacles(blockers: blockers),
            contexts: [:],
            main: fields.first?.key
        )
    }
}

extension Field {
    /// A text field with a label and a value.
    static func text(_ label: String, _ value: String = "", flaw: Flaw? = nil, isRequired: Bool = false) -> Field {
        var field = Field(kind: .text, label: label)
        field.value = value
        field.isAnswered = !value.isEmpty
        field.flaw = flaw
        field.isRequired = isRequired
        return field
    }
}
