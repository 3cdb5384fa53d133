/// How a page's dialogs (alert, confirm, prompt, leaving the page) are answered.
public enum DialogAnswer: Hashable, Sendable {
    /// Yes; a prompt gets this text, or with nil the one the page proposes.
    case accept(String?)
    /// No.
    case dismiss

    /// The same answer, with the text a prompt proposes where there is none of ours.
    func proposing(_ text: String?) -> DialogAnswer {
        self == .accept(nil) ? .accept(text) : self
    }
}

extension Page {
    /// Says how dialogs are answered from now on; without this they are accepted.
    ///
    /// A dialog is always answered at once, since a page stands still while one is open.
    public func answerDialogs(with answer: DialogAnswer) {
        state.update { $0.intercepted.dialogAnswer = answer }
    }

    /// Leaves dialogs open from now on, for a person to answer.
    func leaveDialogsOpen() {
        state.update { $0.intercepted.dialogAnswer = nil }
    }
}
