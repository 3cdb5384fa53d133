/// All the words by which a form asks for something: the one table, a file for each subject.
///
/// A new word goes to the term it names, and is known everywhere from then on.
enum Vocabulary {
    /// Every term.
    ///
    /// Where the clues of two stand in one text, the first is believed.
    static let all: [Term] =
        refusals + permission + agreement + openQuestions + pay + source + diversity + availability + links + nicknames
        + experience
        + positions + cards + identity + documents + contact + accounts + names + places + education

    /// The term that a token of the `autocomplete` attribute stands for.
    static func term(of field: Field) -> Term? {
        let words = field.autocomplete.lowercased().split(separator: " ")
        return words.last { $0 != "webauthn" }.flatMap { byToken[String($0)] }
    }

    private static let byToken = Dictionary(
        all.flatMap { term in term.tokens.map { ($0, term) } },
        uniquingKeysWith: { first, _ in first }
    )
}
