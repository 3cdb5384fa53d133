import GhostHands

/// A form within the form, opened for one entry of a history: what it takes is saved by a button of its own.
struct EntryForm {
    let section: HistorySection
    /// What the button says that keeps the entry.
    private let saving: String?
    /// What the button says that closes the form, and how many of these the page had without it.
    private let closing: (label: String, outside: Int)

    /// Finds the form that a press has opened; nil when it has only added fields.
    ///
    /// - Parameters:
    ///   - reading: the page after the press.
    ///   - before: the page before it.
    ///   - section: what the press adds to.
    init?(in reading: PageReading, after before: PageReading, _ section: HistorySection) {
        func added(_ words: Set<String>) -> (label: String, outside: Int)? {
            for button in reading.buttons.reversed() where words.contains(Words(button.label).text) {
                let known = before.buttons.count { $0.label == button.label }
                if reading.buttons.count(where: { $0.label == button.label }) > known { return (button.label, known) }
            }
            return nil
        }
        guard let closing = added(Self.closings) else { return nil }
        self.section = section
        self.closing = closing
        saving = added(Self.savings)?.label
    }

    /// The button that keeps the entry; none when pressing it would send the form around it.
    func save(in reading: PageReading) -> ReadButton? {
        guard let saving else { return nil }
        return reading.buttons.last { $0.label == saving && !$0.isDisabled && !$0.posts }
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
