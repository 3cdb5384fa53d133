public import Foundation

/// A table as the stream of changes describes it.
public struct LogicalTable: Sendable, Hashable {
    /// A column.
    public struct Column: Sendable, Hashable {
        /// Its name.
        public let name: String
        /// The number of its type in `pg_type`.
        public let type: UInt32
        /// Whether it tells rows apart.
        public let isKey: Bool

        /// A column.
        public init(name: String, type: UInt32, isKey: Bool) {
            self.name = name
            self.type = type
            self.isKey = isKey
        }
    }

    /// The schema it is in.
    public let schema: String
    /// Its name.
    public let name: String
    /// Its columns, in their order.
    public let columns: [Column]

    /// A table.
    public init(schema: String, name: String, columns: [Column]) {
        self.schema = schema
        self.name = name
        self.columns = columns
    }

    /// By its name: tables of one name are few, and each change looks for its own.
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// One row that was inserted, updated or deleted.
public struct LogicalChange: Sendable {
    /// What became of the row.
    public enum Kind: String, Sendable, Hashable {
        case insert = "INSERT"
        case update = "UPDATE"
        case delete = "DELETE"
    }

    /// What is told of a column.
    public enum Cell: Sendable, Hashable {
        /// SQL's NULL.
        case null
        /// It was not changed, is long, and therefore not sent.
        case unchanged
        /// Its value as PostgreSQL writes it.
        case text(String)

        /// The value, when it was sent and is not NULL.
        public var text: String? { if case .text(let text) = self { text } else { nil } }
    }

    /// The row's table.
    public let table: LogicalTable
    /// What became of the row.
    public let kind: Kind
    /// The row's columns; of a row that was deleted only those that tell rows apart.
    public var cells: [Cell]
    /// When the transaction was committed.
    public let committedAt: Date
    /// The transaction's number, without its epoch.
    public let transaction: UInt32

    /// A change.
    public init(table: LogicalTable, kind: Kind, cells: [Cell], committedAt: Date, transaction: UInt32) {
        self.table = table
        self.kind = kind
        self.cells = cells
        self.committedAt = committedAt
        self.transaction = transaction
    }

    /// What is told of a column; nil where the table has none of that name.
    public subscript(column: String) -> Cell? {
        guard let index = table.columns.firstIndex(where: { $0.name == column }), index < cells.count else {
            return nil
        }
        return cells[index]
    }
}
