public import Foundation
import Postgres

/// One change of a published row, as those who listen are told of it.
public struct Change: Sendable {
    /// What became of the row.
    public typealias Kind = ChangeKind

    /// A published table.
    public final class Table: Sendable {
        /// A column.
        public struct Column: Sendable, Hashable {
            /// Its name.
            public let name: String
            /// Its type as `pg_type.typname` has it.
            public let type: String
            /// Whether it tells rows apart.
            public let isKey: Bool
            /// How its values become JSON.
            let notation: ColumnText.Notation
            /// Its name in a record.
            let label: String
            /// What it is, as a JSON object.
            public let declaration: String

            init(name: String, type: String, isKey: Bool) {
                (self.name, self.type, self.isKey) = (name, type, isKey)
                notation = ColumnText.Notation(type)
                label = ColumnText.quoted(name) + ":"
                declaration = "{\"name\":\(ColumnText.quoted(name)),\"type\":\(ColumnText.quoted(type))}"
            }
        }

        /// The schema it is in.
        public let schema: String
        /// Its name.
        public let name: String
        /// Its columns, in their order.
        public let columns: [Column]
        /// Its schema and name, with a full stop between them.
        public let qualifiedName: String
        private let places: [String: Int]

        init(schema: String, name: String, columns: [Column]) {
            self.schema = schema
            self.name = name
            self.columns = columns
            qualifiedName = "\(schema).\(name)"
            places = Dictionary(columns.enumerated().map { ($1.name, $0) }) { first, _ in first }
        }

        /// Where a column stands; nil where there is none of that name.
        public func place(of column: String) -> Int? { places[column] }
    }

    /// What is known of a column of the row.
    public enum Value: Sendable, Hashable {
        /// SQL's NULL.
        case null
        /// Not told.
        case missing
        /// The value as PostgreSQL writes it.
        case text(String)

        /// The value, when it is told and not NULL.
        public var text: String? { if case .text(let text) = self { text } else { nil } }
    }

    /// The row's table.
    public let table: Table
    /// What became of the row.
    public let kind: Kind
    /// When that was committed.
    public let committedAt: Date
    /// The row's columns; of a row that was deleted only those that tell rows apart.
    public internal(set) var values: [Value]
    /// The transaction that wrote the row, of a change that was looked for; nil of one that was streamed.
    var writer: UInt32?
    /// The user whose row it is; nil where that is nobody's business.
    public internal(set) var owner: UUID?

    /// What is known of a column; nil where the table has none of that name.
    public subscript(column: String) -> Value? { table.place(of: column).map { values[$0] } }
}

/// What became of a row.
public enum ChangeKind: String, Sendable, Hashable {
    case insert = "INSERT"
    case update = "UPDATE"
    case delete = "DELETE"
}

extension Change {
    static let jobs = "gh_automation_jobs"
    static let events = "gh_job_events"

    /// The job that a change is about; nil where it is about none.
    public var job: UUID? {
        let column = table.name == Change.jobs ? "id" : table.name == Change.events ? "job_id" : nil
        return column.flatMap { self[$0]?.text }.flatMap(UUID.init(uuidString:))
    }

    init(table: Table, kind: Kind, committedAt: Date, values: [Value]) {
        self.table = table
        self.kind = kind
        self.committedAt = committedAt
        self.values = values
    }

    init(_ change: LogicalChange, _ table: Table) {
        self.table = table
        kind =
            switch change.kind {
            case .insert: .insert
            case .update: .update
            case .delete: .delete
            }
        committedAt = change.committedAt
        values = change.cells.map { cell in
            switch cell {
            case .null: .null
            case .unchanged: .missing
            case .text(let text): .text(text)
            }
        }
        if kind == .delete {
            // The protocol says NULL of what it does not say.
            for (place, column) in table.columns.enumerated() where !column.isKey { values[place] = .missing }
        }
    }

    /// A row as it stands.
    init(_ row: Row, _ table: Table, _ kind: Kind, at time: Date) throws {
        self.table = table
        self.kind = kind
        committedAt = time
        values = try table.columns.map { column in
            try row.stringOrNil(column.name).map(Value.text) ?? .null
        }
    }
}
