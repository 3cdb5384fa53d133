public import Foundation

extension Row {
    /// Text of any type, as the server writes it.
    ///
    /// - Parameter column: the column's name.
    /// - Returns: the value.
    /// - Throws: ``PostgresError`` when there is no such column, or it is null.
    public func string(_ column: String) throws -> String { try required(column, stringOrNil(column)) }

    /// An integer.
    ///
    /// - Parameter column: the column's name.
    /// - Returns: the value.
    /// - Throws: ``PostgresError`` when there is no such column, or it holds something else.
    public func int(_ column: String) throws -> Int { try required(column, intOrNil(column)) }

    /// An integer.
    ///
    /// - Parameter column: the column's name.
    /// - Returns: the value.
    /// - Throws: ``PostgresError`` when there is no such column, or it holds something else.
    public func int64(_ column: String) throws -> Int64 { try required(column, int64OrNil(column)) }

    /// A boolean.
    ///
    /// - Parameter column: the column's name.
    /// - Returns: the value.
    /// - Throws: ``PostgresError`` when there is no such column, or it holds something else.
    public func bool(_ column: String) throws -> Bool { try required(column, boolOrNil(column)) }

    /// A number.
    ///
    /// - Parameter column: the column's name.
    /// - Returns: the value.
    /// - Throws: ``PostgresError`` when there is no such column, or it holds something else.
    public func double(_ column: String) throws -> Double { try required(column, doubleOrNil(column)) }

    /// An id.
    ///
    /// - Parameter column: the column's name.
    /// - Returns: the value.
    /// - Throws: ``PostgresError`` when there is no such column, or it holds something else.
    public func uuid(_ column: String) throws -> UUID { try required(column, uuidOrNil(column)) }

    /// A time.
    ///
    /// - Parameter column: the column's name.
    /// - Returns: the value.
    /// - Throws: ``PostgresError`` when there is no such column, or it holds something else.
    public func date(_ column: String) throws -> Date { try required(column, dateOrNil(column)) }

    /// The bytes of a `bytea`, or the text of any other type as UTF-8, which is how JSON is read.
    ///
    /// - Parameter column: the column's name.
    /// - Returns: the value.
    /// - Throws: ``PostgresError`` when there is no such column, or it is null.
    public func data(_ column: String) throws -> Data { try required(column, dataOrNil(column)) }

    /// An array of texts; null elements are left out.
    ///
    /// - Parameter column: the column's name.
    /// - Returns: the value.
    /// - Throws: ``PostgresError`` when there is no such column, or it holds something else.
    public func strings(_ column: String) throws -> [String] { try required(column, stringsOrNil(column)) }

    private func required<Value>(_ column: String, _ value: Value?) throws -> Value {
        guard let value else { throw PostgresError(.decoding, "column \"\(column)\" is null") }
        return value
    }
}
