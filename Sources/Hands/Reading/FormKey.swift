/// Which form of which frame.
package struct FormKey: Hashable, Comparable, Sendable {
    /// The frame: 0 is the page itself.
    let frame: Int
    /// The form's place in the frame's document; nil for what stands outside any form.
    let form: Int?

    /// In reading order; what stands outside any form comes before the forms of its frame.
    package static func < (left: FormKey, right: FormKey) -> Bool {
        (left.frame, left.form ?? -1) < (right.frame, right.form ?? -1)
    }
}

/// What tells a field from others, also after the page was rendered anew.
struct FieldIdentity: Hashable, Comparable, Sendable {
    let frame: Int
    let kind: String
    let name: String
    let label: String

    static func < (left: FieldIdentity, right: FieldIdentity) -> Bool {
        (left.frame, left.kind, left.name, left.label) < (right.frame, right.kind, right.name, right.label)
    }
}

/// One field of a page: its identity, and which one it is where several have the same.
struct FieldKey: Hashable, Comparable, Sendable {
    let identity: FieldIdentity
    /// Whether the field is left alone: its twin in the form may be one to fill.
    let isIgnored: Bool
    /// From 1.
    let ordinal: Int

    /// The keys of fields, in their order.
    static func all(of fields: [ReadField]) -> [FieldKey] {
        var seen: [FieldKey: Int] = [:]
        return fields.map { field in
            let first = FieldKey(identity: field.identity, isIgnored: field.ignored != nil, ordinal: 1)
            seen[first, default: 0] += 1
            return FieldKey(identity: first.identity, isIgnored: first.isIgnored, ordinal: seen[first] ?? 1)
        }
    }

    static func < (left: FieldKey, right: FieldKey) -> Bool {
        left.identity == right.identity ? left.ordinal < right.ordinal : left.identity < right.identity
    }
}
