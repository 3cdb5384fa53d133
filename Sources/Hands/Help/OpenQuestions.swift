import GhostHands

/// The questions of a page that nobody has answered, and which fields they are.
struct OpenQuestions {
    private var fields: [(key: FieldKey, field: Field, question: OpenQuestion)] = []

    /// What is told to the person, in reading order.
    var list: [OpenQuestion] { fields.map(\.question) }

    /// Finds the fields of the report's lines.
    ///
    /// - Parameters:
    ///   - reading: the page.
    ///   - missing: the report's lines of what it demands.
    ///   - redacted: takes out of a text of the page what was entered.
    init(in reading: PageReading, _ missing: [FillReport.Entry], redacted: (String) -> String) {
        for (key, target) in zip(FieldKey.all(of: reading.form), reading.form)
        where !target.asked.isSecret && target.field.kind != .file {
            guard missing.contains(where: { $0.frame == target.frame && $0.field == target.field }) else { continue }
            let question = OpenQuestion(
                id: "q\(fields.count + 1)",
                label: redacted(target.field.label),
                help: redacted(target.field.hint ?? ""),
                kind: target.field.kind,
                options: Self.choices(of: target.field)
            )
            fields.append((key, target.field, question))
        }
    }

    /// What there is to choose from, without the line of a list that only says to choose.
    private static func choices(of field: Field) -> [String] {
        field.options.filter { field.kind != .select || !$0.value.isEmpty }.map(\.label)
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
        let byLabel = Dictionary(answers.map { (Words($0.key).text, $0.value) }) { first, _ in first }
        return fields.compactMap { key, field, question in
            (answers[question.id] ?? byLabel[Words(question.label).text]).map { (key, field, $0) }
        }
    }
}
