import GhostHands
import Store

/// One subscription of a channel to changes, as its join asks for it.
struct RealtimeBinding: Sendable {
    /// What changes name it by: the same for equal subscriptions.
    let id: Int
    /// What the join is answered with: what was asked for, and the id.
    let echo: JSON
    /// Nil for all kinds.
    let kind: ChangeKind?
    let schema: String
    /// Nil for all published tables.
    let table: String?
    let filter: String
    /// Nil for all columns.
    let columns: Set<String>?

    /// Reads the subscriptions of a join; what cannot be read is none.
    static func parse(_ payload: JSON) -> [RealtimeBinding] {
        var bindings: [RealtimeBinding] = []
        for asked in payload["config"]["postgres_changes"].array ?? [] {
            guard let members = asked.object else { continue }
            var number = hash(asked)
            // An id says one thing in a channel.
            while let same = bindings.first(where: { $0.id == number }), !same.isFor(members) { number += 2 }
            bindings.append(RealtimeBinding(members, id: number))
        }
        return bindings
    }

    private init(_ members: [String: JSON], id: Int) {
        self.id = id
        echo = .object(members.merging(["id": JSON(id)]) { $1 })
        kind = members["event"]?.string.flatMap { ChangeKind(rawValue: $0.uppercased()) }
        schema = members["schema"]?.string ?? "public"
        let table = members["table"]?.string
        self.table = table == "*" ? nil : table
        filter = members["filter"]?.string ?? ""
        columns = members["select"]?.array.map { Set($0.compactMap(\.string)) }
    }

    private func isFor(_ members: [String: JSON]) -> Bool {
        var own = echo.object ?? [:]
        own["id"] = nil
        return own == members
    }

    /// FNV-1a over the canonical text, within what every client takes for an integer, and never zero.
    private static func hash(_ json: JSON) -> Int {
        var hash: UInt32 = 2_166_136_261
        for byte in json.text.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        return Int(hash & 0x7FF_FFFF) | 1
    }

    /// What it takes of each table that it is for.
    ///
    /// - Parameter published: the tables of which changes are told.
    /// - Throws: when there is no such table or column, or the filter cannot be read.
    func matchers(_ published: [Change.Table]) throws(RealtimeFilter.Fault) -> [RealtimeMatcher] {
        let tables = published.filter { $0.schema == schema && (table == nil || table == $0.name) }
        guard !tables.isEmpty else { throw .init(message: "") }
        let filters = try RealtimeFilter.parse(filter)
        var matchers: [RealtimeMatcher] = []
        for one in tables {
            var conditions: [RealtimeCondition] = []
            for filter in filters { conditions.append(try RealtimeCondition(filter, of: one)) }
            if let columns, let missing = columns.first(where: { one.place(of: $0) == nil }) {
                throw .init(message: "invalid column for select \(missing)")
            }
            matchers.append(
                RealtimeMatcher(
                    id: id,
                    schema: one.schema,
                    table: one.name,
                    kind: kind,
                    conditions,
                    columns: columns
                )
            )
        }
        return matchers
    }

    /// How a refusal names it.
    var described: String {
        "[event: \(kind?.rawValue ?? "*"), schema: \(schema), table: \(table ?? "*"), filters: \(filter)]"
    }
}

/// What a subscription takes of one table.
struct RealtimeMatcher: Sendable {
    let id: Int
    let schema: String
    let table: String
    let kind: ChangeKind?
    let columns: Set<String>?
    /// The column and the one text that it must hold, by which it is found.
    let exact: (column: String, text: String)?
    /// What else must hold.
    private let conditions: [RealtimeCondition]

    init(
        id: Int,
        schema: String,
        table: String,
        kind: ChangeKind?,
        _ conditions: [RealtimeCondition],
        columns: Set<String>?
    ) {
        (self.id, self.schema, self.table, self.kind, self.columns) = (id, schema, table, kind, columns)
        let place = conditions.firstIndex { $0.onlyText != nil }
        exact = place.flatMap { place in
            conditions[place].onlyText.map { (conditions[place].filter.column, $0) }
        }
        self.conditions = conditions.enumerated().filter { $0.offset != place }.map(\.element)
    }

    /// Whether it takes a change that was found by what must be exact.
    func takes(_ change: Change) -> Bool {
        (kind == nil || kind == change.kind) && conditions.allSatisfy { $0.holds(change) }
    }
}
