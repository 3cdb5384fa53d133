/// The question of a page, after its button to send was pressed, whether that is really meant.
public enum Assent {
    /// Whether a text asks that.
    ///
    /// One that says that something is missing asks something else: that is for a person to decide.
    ///
    /// - Parameter text: what the page says since the button was pressed.
    /// - Returns: true when it does.
    public static func isAsked(_ text: String) -> Bool {
        let words = Words(text)
        return words.containsAny(asking) && !words.containsAny(lacking)
    }

    /// Whether a button says yes to it.
    ///
    /// - Parameter label: what stands on the button.
    /// - Returns: true when it does.
    public static func isYes(_ label: String) -> Bool {
        let words = Words(label)
        return words.list.count <= 5 && words.containsAny(yes) && !words.containsAny(no)
    }

    private static let asking = [
        "are you sure", "do you want to", "would you like to", "ready to", "please confirm", "confirm",
        "confirmation", "really", "final", "submit", "send", "sind sie sicher", "wirklich", "mochten sie", "absenden",
        "etes vous sur", "confirmer", "voulez vous", "esta seguro", "confirmar", "desea", "weet u", "zeker",
        "tem certeza", "sei sicuro", "confermi", "vuoi procedere", "procedere", "desea continuar", "deseja continuar",
        "ar du saker", "er du sikker", "oletko varma", "czy na pewno", "opravdu", "emin misiniz", "вы уверены",
        "ви впевнені",
    ]

    private static let lacking = [
        "without", "missing", "incomplete", "unanswered", "not uploaded", "not attached", "not answered",
        "not completed", "not filled", "no resume", "empty", "skip", "lost", "discard", "unsaved", "leave this page",
        "ohne", "fehlt", "fehlen", "unvollstandig", "sans", "manque", "incomplet", "sin", "falta", "senza", "manca",
        "zonder",
    ]

    private static let yes = [
        "yes", "ok", "okay", "confirm", "submit", "send", "apply", "continue", "proceed", "ja", "bestatigen",
        "absenden", "senden", "oui", "confirmer", "envoyer", "si", "confirmar", "enviar", "sim", "verzenden",
        "bevestigen", "conferma", "invia", "procedi", "prosegui", "continua", "proceder", "continuar", "prosseguir",
        "fortfahren", "continuer", "poursuivre", "doorgaan", "fortsatt", "skicka", "send", "jatka", "laheta", "kylla",
        "tak",
        "wyslij", "potwierdz", "ano", "odeslat", "potvrdit", "evet", "gonder", "onayla", "да", "отправить",
        "подтвердить", "так",
        "надіслати",
    ]

    private static let no = [
        "no", "not", "dont", "cancel", "back", "edit", "review", "close", "later", "draft", "nein", "abbrechen",
        "zuruck", "non", "annuler", "retour", "cancelar", "volver", "nee", "annuleren", "annulla",
    ]
}
