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
    /// Opens a folded section of the form.
    case unfold
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
        if ButtonWording.back.fits(words) { return .back }
        if ButtonWording.aside.fits(words) || LoginWording.isElsewhere(label) { return .other }
        if leading(words, ["next"]) { return isLink && !formHasFields ? .other : .next }
        if ButtonWording.sending.fits(words) { return .submit }
        if ButtonWording.forward.fits(words) || ButtonWording.next.fits(words) { return .next }
        if ButtonWording.applying.fits(words) { return formHasFields && !isLink ? .submit : .apply }
        return submitsForm && formHasFields ? .submit : .other
    }

    /// Whether a label says that the form is sent, or that it goes on; a submit by type alone says neither.
    ///
    /// - Parameter label: what the button says.
    /// - Returns: true when it does.
    public static func isExplicit(_ label: String) -> Bool {
        let words = Words(label)
        return [ButtonWording.sending, .applying, .next].contains { $0.fits(words) }
            || containsAny(words, ["next", "continue"])
    }

    /// Whether a label says that the button does nothing which brings a form forward.
    ///
    /// - Parameter label: what the button says.
    public static func isAside(_ label: String) -> Bool {
        let words = Words(label)
        return ButtonWording.back.fits(words) || ButtonWording.aside.fits(words)
    }

    /// Whether a label says that another page of the form follows.
    ///
    /// - Parameter label: what the button says.
    /// - Returns: true for "Next" and the like, false for "Continue", which may as well send the form.
    public static func saysNext(_ label: String) -> Bool {
        let words = Words(label)
        return words.contains("next") || ButtonWording.next.fits(words)
    }

    /// Whether a label says no more than that something begins: "Start", "Empezar".
    ///
    /// - Parameter label: what the button says.
    public static func starts(_ label: String) -> Bool {
        let words = Words(label)
        return words.list.count <= 3 && ButtonWording.starting.fits(words)
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
                "sollicitatie", "ansok", "ansokan", "aplikuj", "kandydat", "candidati", "candidarsi", "hakemus",
                "prihlaska",
                "basvuru", "basvur", "soknad", "ansogning", "отклик", "заявка", "заявку", "анкета",
            ]
        ) || ["応募", "申请", "應徵", "应聘", "지원", "التقديم"].contains(where: text.contains)
    }

    private static func leading(_ words: Words, _ phrases: [String]) -> Bool {
        phrases.contains { phrase in
            words.text == phrase || words.text.hasPrefix(phrase + " ")
        }
    }

    private static func containsAny(_ words: Words, _ phrases: [String]) -> Bool {
        phrases.contains(where: words.contains)
    }
}
