/// The names by which flat data may mean a field.
struct FieldNames {
    let exact: Set<String>
    let words: Set<Words>

    init(_ field: Field) {
        exact = Set([field.name, field.id, field.label].filter { !$0.isEmpty })
        // `Phone (optional)` is also `Phone`; `tags[]` is also `tags`.
        let plain = field.label.prefix { $0 != "(" && $0 != "*" }
        let remark = Words(String(field.label.dropFirst(plain.count)))
        let names = [field.label, field.name, field.id] + (Self.narrows(remark) ? [] : [String(plain)])
        words = Set(names.map(Words.init).filter { !$0.list.isEmpty })
    }

    private init(_ exact: Set<String>, _ words: Set<Words>) {
        self.exact = exact
        self.words = words
    }

    /// The names of a field now and before.
    func joined(with other: FieldNames?) -> FieldNames {
        guard let other else { return self }
        return FieldNames(exact.union(other.exact), words.union(other.words))
    }

    /// `Name (of your dog)` is not `Name`.
    private static func narrows(_ remark: Words) -> Bool {
        ["of", "for", "from", "at", "by", "if", "not", "other"].contains(remark.list.first)
            || remark.list.contains("of")
    }
}
