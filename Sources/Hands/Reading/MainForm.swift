import GhostHands

/// Tells the form that matters from the search boxes and newsletters around it.
enum MainForm {
    /// Marks the fields that do not belong to the main form as ignored.
    ///
    /// - Parameter fields: every field of the page.
    /// - Returns: the same fields, in the same order.
    static func choose(_ fields: [ReadField]) -> [ReadField] {
        var fields = fields
        for index in fields.indices where fields[index].ignored == nil && fields[index].asked == .search {
            fields[index].ignored = "search of the site"
        }
        let groups = Dictionary(grouping: fields.filter { $0.ignored == nil }) { Key(frame: $0.frame, form: $0.form) }
        guard let main = groups.max(by: { (weight($0.value), $1.key) < (weight($1.value), $0.key) })?.key else {
            return fields
        }
        for index in fields.indices where fields[index].ignored == nil {
            let isMain = fields[index].frame == main.frame && fields[index].form == main.form
            if !isMain && groups[Key(frame: fields[index].frame, form: fields[index].form)].map(isAside) ?? false {
                fields[index].ignored = "another form of the page"
            }
        }
        return fields
    }

    private struct Key: Hashable, Comparable {
        let frame: Int
        let form: Int
        static func < (left: Key, right: Key) -> Bool { (left.frame, left.form) < (right.frame, right.form) }
    }

    private static func weight(_ fields: [ReadField]) -> Int {
        fields.reduce(0) { $0 + ($1.field.kind == .file ? 3 : 1) }
    }

    /// A lone box for an address or a search is no part of what the page is for.
    private static func isAside(_ fields: [ReadField]) -> Bool {
        fields.count <= 2
            && fields.allSatisfy { field in
                [.email, .search, .password, .consent].contains(field.asked) || field.field.kind == .search
            }
    }
}
