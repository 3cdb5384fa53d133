import GhostHands

/// Finds the button that sends a code: beside a form that is the form's own, in a step or a window of the code's own it is
/// that one's.
enum CodeSender {
    /// The button.
    ///
    /// - Parameter reading: the page that asks for the code.
    /// - Returns: the button; nil when none can be told.
    static func button(in reading: PageReading) -> ReadButton? {
        let formsOwn = reading.button(.submit)
        guard let code = CodeFields.of(reading).first else { return formsOwn }
        let isBesideForm = code.key == reading.main && CodeFields.others(in: reading).count > 2
        if isBesideForm, let formsOwn { return formsOwn }
        let near = reading.buttons.filter { $0.key == code.key && !$0.isDisabled }
        return near.last { CodeWording.sends($0.label) } ?? formsOwn ?? reading.button(.next)
            ?? onlyOne(of: near.filter { !$0.isLink && $0.role != .back && !ButtonRole.isAside($0.label) })
    }

    private static func onlyOne(of buttons: [ReadButton]) -> ReadButton? { buttons.count == 1 ? buttons[0] : nil }
}
