/// "Please check one of the boxes below": what asks for a choice and does not say of what, so that the heading does.
package enum PlainRequest {
    /// Whether a label says nothing else.
    ///
    /// - Parameter label: what a field says.
    /// - Returns: true when all of its words ask for a choice.
    package static func isMade(by label: String) -> Bool {
        let words = Words(label).list
        return words.count > 1 && words.contains(where: asking.contains)
            && words.allSatisfy { asking.contains($0) || beside.contains($0) }
    }

    private static let asking: Set<String> = [
        "check", "select", "choose", "mark", "tick", "pick", "wahlen", "auswahlen", "ankreuzen", "cochez", "choisissez",
        "selectionnez", "seleccione", "elija", "marque", "selecione", "escolha", "seleziona", "kies", "selecteer",
        "wybierz", "zaznacz", "valj",
    ]
    private static let beside: Set<String> = [
        "please", "one", "of", "the", "boxes", "box", "options", "option", "below", "following", "an", "a", "only",
        "that", "apply", "applies", "all", "answer", "your", "from", "to", "you", "best", "which", "bitte", "sie",
        "eine", "einen", "der", "folgenden", "optionen", "aus", "an", "zutreffendes", "une", "des", "les", "case",
        "cases", "ci", "dessous", "options", "una", "opcion", "opciones", "de", "las", "siguientes", "por", "favor",
        "uma", "opcao", "opcoes", "delle", "opzione", "opzioni", "een", "optie", "jedna", "z", "opcji", "ett",
        "alternativ",
    ]
}
