/// Tells whether two fields ask the very same, so that the answer to one is the answer to the other.
///
/// That two fields look alike is not enough: "Are you authorized to work in the US?" is not the question about Germany.
struct SameQuestion {
    private let label: LabelWords
    private let names: [StableName]

    init(_ mark: FieldMark) {
        self.init(label: LabelWords(mark.label), names: [mark.name, mark.id].map(StableName.init))
    }

    init(_ field: Field) { self.init(FieldMark(field, .question)) }

    init(label: LabelWords, names: [StableName]) {
        self.label = label
        self.names = names
    }

    /// Whether the other says the same, or bears the same name and names nothing else.
    func isSame(as other: SameQuestion) -> Bool {
        guard label.isNegated == other.label.isNegated || label == other.label else { return false }
        if label.saysTheSame(as: other.label) { return true }
        let isNamedSame = zip(names, other.names).contains { $0.isTelling && $0.isWhole && $0 == $1 }
        return isNamedSame && !label.contradicts(other.label)
    }
}
