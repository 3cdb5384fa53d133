/// What a button does in a form's flow.
public enum ButtonRole: String, Sendable, Hashable, CaseIterable, Codable {
    /// Leads from a posting to its form.
    case apply
    /// Leads to the next page of a form.
    case next
    /// Sends the form off.
    case submit
    /// Leads back.
    case back
    /// Adds an entry, uploads, signs in, shares, cancels: nothing that brings the form forward.
    case other

    /// What a button is for.
    ///
    /// When in doubt it is the submit: pressing a submit as if it were a "next" could send an application twice (R8).
    ///
    /// - Parameters:
    ///   - label: what it says.
    ///   - submitsForm: whether pressing it submits a form, by its type.
    ///   - formHasFields: whether that form has fields to fill.
    ///   - isLink: whether it is a link, which leads elsewhere and sends nothing.
    /// - Returns: its role.
    public static func of(
        label: String,
        submitsForm: Bool,
        formHasFields: Bool,
        isLink: Bool = false
    ) -> ButtonRole {
        let words = Words(label)
        if leading(words, ["back", "previous", "return", "zuruck", "go back"]) { return .back }
        if leading(words, notForward) { return .other }
        if leading(words, ["next"]) { return isLink && !formHasFields ? .other : .next }
        if containsAny(words, sending) || leading(words, ["send", "finish"]) { return .submit }
        if leading(words, forward) || words.contains("next step") || words.contains("next page") { return .next }
        if containsAny(words, ["apply", "jetzt bewerben", "bewerben", "postuler", "start application"]) {
            return formHasFields && !isLink ? .submit : .apply
        }
        return submitsForm && formHasFields ? .submit : .other
    }

    /// Whether a label says that the form is sent, or that it goes on; a submit by type alone says neither.
    ///
    /// - Parameter label: what the button says.
    /// - Returns: true when it does.
    public static func isExplicit(_ label: String) -> Bool {
        let words = Words(label)
        return containsAny(words, sending + ["apply", "next", "continue"]) || leading(words, ["send", "finish"])
    }

    /// Whether a label says that another page of the form follows.
    ///
    /// - Parameter label: what the button says.
    /// - Returns: true for "Next" and the like, false for "Continue", which may as well send the form.
    public static func saysNext(_ label: String) -> Bool {
        containsAny(Words(label), ["next", "next step", "next page", "weiter", "nachste", "suivant", "siguiente"])
    }

    /// Whether a text says that something there is for applying.
    ///
    /// - Parameter text: what a box says, with its heading.
    public static func speaksOfApplying(_ text: String) -> Bool {
        containsAny(
            Words(text),
            [
                "apply", "applying", "application", "applicant", "candidate", "bewerben", "bewerbung", "bewerber",
                "postuler",
                "candidature", "candidat", "candidatura", "candidato", "postular", "postulacion", "solliciteren",
                "sollicitatie", "ansok", "ansokan", "aplikuj", "kandydat",
            ]
        )
    }

    private static let sending = ["submit", "absenden", "bewerbung senden", "envoyer", "enviar"]

    private static let forward = [
        "continue", "save and continue", "save continue", "save and next", "proceed", "weiter", "suivant",
        "siguiente", "review", "continue to",
    ]

    private static let notForward = [
        "add", "upload", "browse", "choose file", "select file", "attach", "remove", "delete", "cancel", "reset",
        "clear", "save draft", "save as draft", "save for later", "sign in", "log in", "login", "search", "share",
        "subscribe", "close", "edit", "print", "download", "apply with", "autofill", "import", "register for",
        "apply filter", "apply filters", "apply coupon", "accept all", "accept cookies", "continue with",
        "sign in with", "sign up with", "preview", "apply via", "apply using", "apply later", "how to apply", "show",
        "hide", "toggle", "view", "open", "help", "learn more", "send code", "send verification", "send me", "resend",
        "withdraw", "discard", "decline", "reject", "abandon", "log out", "logout", "sign out", "start over", "verify",
        "next job", "previous job", "next posting", "continue browsing", "continue shopping", "continue reading",
    ]

    private static func leading(_ words: Words, _ phrases: [String]) -> Bool {
        phrases.contains { phrase in
            words.text == phrase || words.text.hasPrefix(phrase + " ")
        }
    }

    private static func containsAny(_ words: Words, _ phrases: [String]) -> Bool {
        phrases.contains(where: words.contains)
    }
}
