/// Boxes under one question that are fields of their own: "Monday", "Tuesday" under "On which days are you free?".
extension Answerer {
    /// Ticks those that the answer to the question over them lists, where each of its parts is one of them.
    ///
    /// - Parameters:
    ///   - found: the answers so far.
    ///   - fields: the fields in reading order.
    /// - Returns: the same with what was found so.
    func listed(_ found: [Answer?], _ fields: [Field]) -> [Answer?] {
        var found = found
        var first = 0
        while first < fields.count {
            let group = Self.group(from: first, fields)
            defer { first = max(first + 1, group.upperBound) }
            guard group.count >= 3, group.allSatisfy({ found[$0] == nil }) else { continue }
            for (place, answer) in ticks(group, fields) { found[place] = answer }
        }
        return found
    }

    private func ticks(_ group: Range<Int>, _ fields: [Field]) -> [(Int, Answer)] {
        var whole = Field(kind: .checkboxGroup, label: Self.heading(fields[group.lowerBound]) ?? "")
        whole.options = group.map { FieldOption(label: fields[$0].label, value: fields[$0].label) }
        whole.isRequired = true
        let asked = Classifier.classify(whole)
        guard asked == .question, let answer = answers(to: [whole], asked: [asked])[0], answer.source == .answers,
            case .options(let chosen) = Fit.fit(answer.value, to: whole), !chosen.isEmpty
        else { return [] }
        return chosen.map { (group.lowerBound + $0, Answer(.yes(true), from: .answers)) }
    }

    /// The check boxes that follow each other under one heading.
    private static func group(from first: Int, _ fields: [Field]) -> Range<Int> {
        guard fields[first].kind == .checkbox, let heading = heading(fields[first]) else { return first..<first }
        let rest = fields[first...].prefix { $0.kind == .checkbox && Self.heading($0) == heading }
        return rest.indices
    }

    private static func heading(_ field: Field) -> String? { field.sections.first ?? field.lines.first }
}
