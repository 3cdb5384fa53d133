public import Foundation

/// One row of an answer; its values are read by column name.
public struct Row: Sendable {
    /// The columns that all rows of an answer share.
    struct Columns: Sendable {
        var indices: [String: Int]
        var types: [UInt32]
    }

    let columns: Columns
    let values: [String?]

    /// Text of any type, as the server writes it.
    ///
    /// - Parameter column: the column's name.
    /// - Returns: the value, or nil when it is null.
    /// - Throws: ``PostgresError`` when there is no such column.
    public func stringOrNil(_ column: String) throws -> String? { values[try index(of: column)] }

    /// An integer.
    ///
    /// - Parameter column: the column's name.
    /// - Returns: the value, or nil when it is null.
    /// - Throws: ``PostgresError`` when there is no such column, or it holds something else.
    public func intOrNil(_ column: String) throws -> Int? { try read(column, "an integer") { Int($0) } }

    /// An integer.
    ///
    /// - Parameter column: the column's name.
    /// - Returns: the value, or nil when it is null.
    /// - Throws: ``PostgresError`` when there is no such column, or it holds something else.
    public func int64OrNil(_ column: String) throws -> Int64? { try read(column, "an integer") { Int64($0) } }

    /// A boolean.
    ///
    /// - Parameter column: the column's name.
    /// - Returns: the value, or nil when it is null.
    /// - Throws: ``PostgresError`` when there is no such column, or it holds something else.
    public func boolOrNil(_ column: String) throws -> Bool? {
        try read(column, "a boolean") { $0 == "t" ? true : $0 == "f" ? false : nil }
    }

    /// A number.
    ///
    /// - Parameter column: the column's name.
    /// - Returns: the value, or nil when it is null.
    /// - Throws: ``PostgresError`` when there is no such column, or it holds something else.
    public func doubleOrNil(_ column: String) throws -> Double? { try read(column, "a number") { Double($0) } }

    /// An id.
    ///
    /// - Parameter column: the column's name.
    /// - Returns: the value, or nil when it is null.
    /// - Throws: ``PostgresError`` when there is no such column, or it holds something else.
    public func uuidOrNil(_ column: String) throws -> UUID? { try read(column, "a uuid") { UUID(uuidString: $0) } }

    /// A time.
    ///
    /// - Parameter column: the column's name.
    /// - Returns: the value, or nil when it is null.
    /// - Throws: ``PostgresError`` when there is no such column, or it holds something else.
    public func dateOrNil(_ column: String) throws -> Date? {
        try read(column, "a timestamp with time zone", TimestampText.date)
    }

    /// The bytes of a `bytea`, or the text of any other type as UTF-8, which is how JSON is read.
    ///
    /// - Parameter column: the column's name.
    /// - Returns: the value, or nil when it is null.
    /// - Throws: ``PostgresError`` when there is no such column.
    public func dataOrNil(_ column: String) throws -> Data? {
        let isBytea = columns.types[try index(of: column)] == Bind.TypeID.bytea.rawValue
        return try read(column, "bytes") { isBytea ? Data(hexadecimal: $0) : Data($0.utf8) }
    }

    /// An array of texts; null elements are left out.
    ///
    /// - Parameter column: the column's name.
    /// - Returns: the value, or nil when it is null.
    /// - Throws: ``PostgresError`` when there is no such column, or it holds something else.
    public func stringsOrNil(_ column: String) throws -> [String]? {
        try read(column, "an array") { ArrayLiteral.elements($0)?.compactMap(\.self) }
    }

    private func index(of column: String) throws -> Int {
        guard let index = columns.indices[column] else {
            throw PostgresError(.decoding, "the answer has no column \"\(column)\"")
        }
        return index
    }

    private func read<Value>(_ column: String, _ kind: String, _ parse: (String) -> Value?) throws -> Value? {
        guard let text = values[try index(of: column)] else { return nil }
        guard let value = parse(text) else { throw PostgresError(.decoding, "column \"\(column)\" is not \(kind)") }
        return value
    }
}

extension Data {
    fileprivate init?(hexadecimal text: String) {
        guard text.hasPrefix("\\x") else { return nil }
        let digits = Array(text.utf8.dropFirst(2))
        guard digits.count.isMultiple(of: 2) else { return nil }
        self.init(capacity: digits.count / 2)
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let high = Character(Unicode.Scalar(digits[index])).hexDigitValue,
                let low = Character(Unicode.Scalar(digits[index + 1])).hexDigitValue
            else { return nil }
            append(UInt8(high << 4 | low))
        }
    }
}
