import GhostHands

/// Knows a page that only describes a job and leads to its form.
enum Posting {
    /// The button that leads to the form, when the page is a posting.
    ///
    /// - Parameter reading: the page.
    /// - Returns: the button; nil when the page itself holds a form worth filling, or leads nowhere.
    static func applyButton(of reading: PageReading) -> ReadButton? {
        guard reading.form.count < 3, !reading.form.contains(where: { $0.field.kind == .file }) else { return nil }
        return reading.buttons.first { $0.role == .apply && !$0.isDisabled }
    }
}
