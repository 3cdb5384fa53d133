import GhostHands

/// A form as a model reads it: one line a field, everything of the page's in quotation marks and bounded.
///
/// No HTML, no path, no value: `f3* one "Do you need a visa?" "Yes|No"`.
package struct FormText: Sendable {
    /// What is asked of the model about one field.
    struct Question: Sendable {
        /// What the model calls the field.
        let id: String
        /// What the ledger calls it.
        let key: FieldKey
        let target: ReadField
        /// Why an earlier answer would not do.
        let tried: String?
        /// Whether all its options stand in the text.
        var isWhole = true
    }

    private(set) var questions: [Question]
    /// The buttons that may be pressed, by what the model calls them.
    let buttons: [String: ReadButton]
    /// The lines.
    package private(set) var text = ""

    /// The most that is shown of a label, a hint, an option, and of a list of options.
    private static let (longestLabel, longestHint, longestOption, mostOptions) = (400, 160, 100, 40)
    private static let fewOptions = 6
    private static let mostButtons = 12

    /// A whole form, as it is told when nothing of it is settled.
    ///
    /// - Parameter reading: the page.
    package init(_ reading: PageReading) {
        self.init(zip(FieldKey.all(of: reading.form), reading.form).map { ($0, $1, nil) }, buttons: [])
    }

    init(_ open: [(key: FieldKey, target: ReadField, tried: String?)], buttons all: [ReadButton]) {
        questions = open.enumerated().map { index, one in
            Question(id: "f\(index + 1)", key: one.key, target: one.target, tried: one.tried)
        }
        let some = all.filter { !$0.isDisabled && !$0.label.isEmpty }.prefix(Self.mostButtons)
        buttons = Dictionary(uniqueKeysWithValues: some.enumerated().map { ("b\($0.offset + 1)", $0.element) })
        var section = ""
        var lists: [String: String] = [:]
        var lines: [String] = []
        for index in questions.indices {
            let field = questions[index].target.field
            let heading = Self.cut(field.section ?? "", Self.longestLabel)
            if heading != section, !heading.isEmpty { lines.append("# \(heading.quoted)") }
            section = heading
            lines.append(line(index, &lists))
        }
        for (id, button) in buttons.sorted(by: {
            $0.key.count == $1.key.count ? $0.key < $1.key : $0.key.count < $1.key.count
        }) {
            lines.append("\(id) \(Self.cut(button.label, Self.longestOption).quoted)")
        }
        text = lines.joined(separator: "\n")
    }

    private mutating func line(_ index: Int, _ lists: inout [String: String]) -> String {
        let question = questions[index]
        let field = question.target.field
        let name = [field.label, field.placeholder, field.name].first { !$0.isEmpty } ?? ""
        var parts = ["\(question.id)\(field.isRequired ? "*" : "") \(Self.kind(field.kind))"]
        parts.append(Self.cut(name, Self.longestLabel).quoted)
        if let hint = field.hint, !hint.isEmpty, hint != field.label {
            parts.append("(\(Self.cut(hint, Self.longestHint).quoted))")
        }
        if let longest = field.maxLength, longest < 100_000 { parts.append("≤\(longest)") }
        let options = options(index)
        if let options, let same = lists[options], options.count > 14 {
            parts.append("as \(same)")
        } else if let options {
            lists[options] = question.id
            parts.append(options)
        }
        if let tried = question.tried { parts.append("! \(tried)") }
        return parts.joined(separator: " ")
    }

    private mutating func options(_ index: Int) -> String? {
        let field = questions[index].target.field
        guard field.kind.isChoice else { return nil }
        let labels = field.options.filter { !$0.isPlaceholder }.map {
            Self.cut($0.label, Self.longestOption).replacing("|", with: "/")
        }
        // A list that shows nothing before it is opened.
        guard !labels.isEmpty else { return nil }
        let isShown = labels.count <= Self.mostOptions || questions[index].tried != nil
        guard !isShown else { return labels.prefix(400).joined(separator: "|").quoted }
        questions[index].isWhole = false
        return labels.prefix(Self.fewOptions).joined(separator: "|").quoted + "+\(labels.count - Self.fewOptions)"
    }

    private static func kind(_ kind: FieldKind) -> String {
        switch kind {
        case .textarea, .richText: "long"
        case .number, .range: "number"
        case .select, .radio, .combobox: "one"
        case .multiselect, .checkboxGroup: "many"
        case .checkbox: "box"
        case .date, .month, .week, .time, .dateTime, .file, .color: kind.rawValue
        case .text, .email, .tel, .url, .password, .search: "text"
        }
    }

    private static func cut(_ text: String, _ most: Int) -> String {
        let line = text.oneLine
        return line.count > most ? line.prefix(most - 1) + "…" : line
    }
}
