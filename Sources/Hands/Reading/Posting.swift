import GhostHands

/// Recognises a page that only describes a job and leads to its form.
enum Posting {
    /// The button that leads to the form, when the page is a posting.
    ///
    /// - Parameter reading: the page.
    /// - Returns: the button; nil when the page itself holds a form worth filling, or leads nowhere.
    static func applyButton(of reading: PageReading) -> ReadButton? {
        // Boards offer to read a resume beside their postings; the form's own upload is an input.
        let hasUpload = reading.form.contains { $0.field.kind == .file && $0.widget == nil }
        guard reading.form.count < 3, !hasUpload else { return nil }
        return reading.buttons.first { $0.role == .apply && !$0.isDisabled } ?? acceptance(of: reading)
            ?? opening(of: reading)
    }

    /// The one button that opens a form which shows one question after the other, on a page that asks nothing yet.
    private static func opening(of reading: PageReading) -> ReadButton? {
        guard reading.form.isEmpty else { return nil }
        let starting = reading.buttons.filter { !$0.isDisabled && !$0.isLink && ButtonRole.starts($0.label) }
        return starting.count == 1 ? starting[0] : nil
    }

    /// The button that agrees to the terms which some employers show before their form, on a page that asks nothing else
    /// (docs/decisions/0005).
    private static func acceptance(of reading: PageReading) -> ReadButton? {
        guard reading.fields.allSatisfy({ $0.ignored != nil }), Agreement.isAskedFor(by: reading.text) else {
            return nil
        }
        let agreeing = reading.buttons.filter { !$0.isDisabled && !$0.isLink && Agreement.isGiven(by: $0.label) }
        return agreeing.count == 1 ? agreeing[0] : nil
    }
}
