import GhostHands

/// What of a page a human has to be asked.
extension PageLedger {
    /// The questions that the form demands an answer to and has none, all of the page at once (R54).
    ///
    /// Codes and what only shows that somebody is human are no questions: they are blockers.
    ///
    /// - Parameter reading: the page as it is now.
    /// - Returns: the questions, in reading order.
    func questions(in reading: PageReading) -> [OpenQuestion] { open(in: reading).map(\.question) }

    /// The same with the fields that they are.
    func open(in reading: PageReading) -> [(key: FieldKey, field: Field, question: OpenQuestion)] {
        let told = zip(zip(FieldKey.all(of: reading.fields), reading.fields), entries(for: reading, page: 1))
        var taken: [String: Int] = [:]
        return told.compactMap { found, entry in
            let (key, target) = found
            guard target.ignored == nil else { return nil }
            let name = Self.id(of: target.field)
            taken[name, default: 0] += 1
            guard entry.isMissing, !target.asked.isSecret, target.field.kind != .file else { return nil }
            let ordinal = taken[name] ?? 1
            let field = withOffered(target.field, key)
            let question = OpenQuestion(
                id: ordinal == 1 ? name : "\(name)-\(ordinal)",
                label: Self.label(of: target.field),
                help: target.field.hint ?? (entry.outcome == .refused ? entry.reason : nil),
                kind: target.field.kind,
                options: field.options.filter { !$0.isPlaceholder }.map(\.label),
                isRequired: true
            )
            return (key, field, question)
        }
    }

    /// What programs call a field, else what people do: neither changes when the page is drawn anew.
    private static func id(of field: Field) -> String {
        let named = [field.name, field.id].first { !$0.isEmpty } ?? Words(label(of: field)).list.joined(separator: "-")
        return named.isEmpty ? field.kind.rawValue : named
    }

    private static func label(of field: Field) -> String {
        [field.label, field.placeholder, field.sections.first ?? "", field.name].first { !$0.isEmpty } ?? ""
    }
}
