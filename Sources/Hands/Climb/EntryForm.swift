import GhostHands

/// A form within the form, opened for one entry of a history: what it takes is saved by a button of its own.
struct EntryForm {
    let section: HistorySection
    /// What the button says that keeps the entry.
    private let saving: String?
    /// What the button says that closes the form, and how many of these the page had without it.
    private let closing: (label: String, outside: Int)
    /// The form element that it is, in a window over the page; nil when it stands in the form that it adds to.
    private let own: FormKey?
    /// The fields that were to be filled before it opened.
    private let around: Set<FieldIdentity>

    /// Finds the form that a press has opened; nil when it has only added fields.
    ///
    /// - Parameters:
    ///   - reading: the page after the press.
    ///   - before: the page before it.
    ///   - section: what the press adds to.
    init?(in reading: PageReading, after before: PageReading, _ section: HistorySection) {
        func added(_ words: Set<String>) -> (button: ReadButton, outside: Int)? {
            for button in reading.buttons.reversed() where words.contains(Words(button.label).text) {
                let known = before.buttons.count { $0.label == button.label }
                if reading.buttons.count(where: { $0.label == button.label }) > known { return (button, known) }
            }
            return nil
        }
        guard let closing = added(Self.closings) else { return nil }
        self.section = section
        self.closing = (closing.button.label, closing.outside)
        let saving = added(Self.savings)?.button
        self.saving = saving?.label
        around = before.signature
        // A form stands in no other: one with fields that the page did not have is another than the one it adds to.
        let key = saving?.key
        let fields = reading.fields.filter { $0.key == key && $0.isForPeople }
        let isOwn = !fields.isEmpty && fields.allSatisfy { !before.signature.contains($0.identity) }
        own = isOwn && key?.form != nil ? key : nil
    }

    /// Whether a press has brought fields, in the form or over it.
    static func isOpened(in reading: PageReading, after before: PageReading) -> Bool {
        reading.fields.count(where: \.isForPeople) > before.fields.count(where: \.isForPeople)
    }

    /// The page with the fields of both to be filled, the form's and those of the entry.
    func joined(to reading: PageReading) -> PageReading {
        guard let own else { return reading }
        return reading.changing { field in
            let isInside = field.key == own
            guard field.isForPeople, isInside || around.contains(field.identity) else { return }
            field.ignored = nil
            if isInside { field.field.section = section.heading }
        }
    }

    /// The button that keeps the entry; none when pressing it would send the form around it.
    func save(in reading: PageReading) -> ReadButton? {
        guard let saving else { return nil }
        return reading.buttons.last { button in
            let isOwn = own == button.key
            return button.label == saving && !button.isDisabled && (isOwn || !button.posts)
        }
    }

    /// The button that closes the form and keeps nothing.
    func cancel(in reading: PageReading) -> ReadButton? {
        reading.buttons.last { $0.label == closing.label && !$0.isDisabled }
    }

    /// Whether the form stands on the page no more.
    func isClosed(in reading: PageReading) -> Bool {
        reading.buttons.count { $0.label == closing.label } <= closing.outside
    }

    private static let closings: Set = [
        "cancel", "discard", "close", "abbrechen", "verwerfen", "annuler", "cancelar", "annuleren",
    ]

    private static let savings: Set = [
        "save", "save entry", "add", "add entry", "done", "ok", "update", "save education", "add education",
        "save experience", "add experience", "speichern", "hinzufugen", "fertig", "enregistrer", "ajouter", "guardar",
        "anadir", "agregar", "salvar", "adicionar", "opslaan", "toevoegen",
    ]
}
