import GhostHands

/// The questions of a page that nobody has answered, and which fields they are.
struct OpenQuestions {
    private let asked: [(key: FieldKey, field: Field, question: OpenQuestion)]

    /// What is told to the person, in reading order, without what was entered on the page.
    let list: [OpenQuestion]

    /// - Parameters:
    ///   - reading: the page.
    ///   - ledger: what was done to it.
    ///   - redacted: takes out of a text of the page what was entered.
    ///   - cleared: takes out of a choice no more than secrets: it may well be what somebody has entered elsewhere.
    init(
        in reading: PageReading,
        _ ledger: PageLedger,
        redacted: (String) -> String,
        cleared: (String) -> String
    ) {
        asked = ledger.open(in: reading)
        list = asked.map { one in
            var question = one.question
            question.label = redacted(question.label)
            question.help = question.help.map(redacted)
            question.options = question.options.map(cleared)
            return question
        }
    }

    /// The answers that were given, by their fields.
    ///
    /// - Parameter answers: by the questions' ids or labels.
    /// - Returns: what is to be entered; what names no question is left out.
    func matched(_ answers: [String: String]) -> [(FieldKey, Answer)] {
        given(answers).map { ($0.key, Answer(.text($0.text), from: .human)) }
    }

    /// The answers that were given, as later jobs may find them again.
    func remembered(_ answers: [String: String]) -> [Field: String] {
        Dictionary(given(answers).map { ($0.field, $0.text) }) { first, _ in first }
    }

    private func given(_ answers: [String: String]) -> [(key: FieldKey, field: Field, text: String)] {
        answers.sorted { $0.key < $1.key }.compactMap { name, text in
            guard let meant = OpenQuestion.meant(by: name, of: list),
                let place = list.firstIndex(where: { $0.id == meant.id })
            else { return nil }
            return (asked[place].key, asked[place].field, text)
        }
    }
}
