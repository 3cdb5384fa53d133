public import Foundation

extension SQL {
    /// Collects the parts of an interpolated statement.
    public struct StringInterpolation: StringInterpolationProtocol {
        var pieces: [Piece] = []

        /// An empty statement.
        public init(literalCapacity: Int, interpolationCount: Int) {
            pieces.reserveCapacity(2 * interpolationCount + 1)
        }

        /// Appends text of the program's own.
        public mutating func appendLiteral(_ literal: StaticString) { pieces.append(.text(literal.description)) }

        /// Appends a part of a statement with its values.
        public mutating func appendInterpolation(_ part: SQL) { pieces += part.pieces }

        /// Appends text of the program's own, such as a whitelisted column name.
        public mutating func appendInterpolation(unescaped text: StaticString) {
            pieces.append(.text(text.description))
        }

        /// Appends a word of a vocabulary as a literal: an index with a condition serves only a statement that names it so.
        public mutating func appendInterpolation(literal word: some RawRepresentable<String> & CaseIterable) {
            pieces.append(.text(word.rawValue.quoted))
        }

        /// Appends words of a vocabulary as literals with commas between them.
        public mutating func appendInterpolation<Word: RawRepresentable<String> & CaseIterable>(literals words: [Word])
        {
            pieces.append(.text(words.map(\.rawValue.quoted).joined(separator: ", ")))
        }

        /// Binds text; U+0000, which the server cannot hold, becomes U+FFFD.
        public mutating func appendInterpolation(_ value: String?) { bind(.text, value?.withoutNull) }

        /// Binds an integer.
        public mutating func appendInterpolation(_ value: Int?) { bind(.int8, value.map(String.init)) }

        /// Binds an integer.
        public mutating func appendInterpolation(_ value: Int64?) { bind(.int8, value.map { String($0) }) }

        /// Binds a boolean.
        public mutating func appendInterpolation(_ value: Bool?) { bind(.bool, value.map { $0 ? "t" : "f" }) }

        /// Binds a number.
        public mutating func appendInterpolation(_ value: Double?) { bind(.float8, value.map { String($0) }) }

        /// Binds an id.
        public mutating func appendInterpolation(_ value: UUID?) { bind(.uuid, value?.uuidString) }

        /// Binds a time, to the microsecond.
        public mutating func appendInterpolation(_ value: Date?) { bind(.timestamptz, value.map(TimestampText.text)) }

        /// Binds bytes as `bytea`.
        public mutating func appendInterpolation(_ value: Data?) {
            pieces.append(.bind(Bind(.bytea, bytes: value.map { [UInt8]($0) })))
        }

        /// Binds JSON text as `jsonb`; an escaped U+0000, which the server cannot hold, becomes U+FFFD.
        public mutating func appendInterpolation(json value: Data?) {
            pieces.append(.bind(Bind(.jsonb, bytes: value.map { [UInt8]($0).withoutEscapedNull })))
        }

        /// Binds texts as an array.
        public mutating func appendInterpolation(_ values: [String]?) {
            bind(.textArray, values.map(ArrayLiteral.text))
        }

        /// Binds texts and nulls as an array.
        public mutating func appendInterpolation(_ values: [String?]?) {
            bind(.textArray, values.map(ArrayLiteral.text))
        }

        /// Binds ids as an array.
        public mutating func appendInterpolation(_ values: [UUID]?) {
            bind(.uuidArray, values.map { ArrayLiteral.plain($0.map(\.uuidString)) })
        }

        /// Binds integers as an array.
        public mutating func appendInterpolation(_ values: [Int64]?) {
            bind(.int8Array, values.map { ArrayLiteral.plain($0.map { String($0) }) })
        }

        private mutating func bind(_ type: Bind.TypeID, _ text: String?) { pieces.append(.bind(Bind(type, text))) }
    }
}

extension String {
    /// As a literal of SQL.
    fileprivate var quoted: String {
        "'" + (utf8.contains(UInt8(ascii: "'")) ? replacing("'", with: "''") : self) + "'"
    }

    var withoutNull: String { utf8.contains(0) ? replacing("\0", with: "\u{FFFD}") : self }
}

extension [UInt8] {
    /// JSON text with every `\u0000` made `\ufffd`; `\\u0000` is a backslash and four zeros, and stays.
    var withoutEscapedNull: [UInt8] {
        let null = Array("u0000".utf8)
        var bytes = self
        var index = 0
        while let slash = bytes[index...].firstIndex(of: UInt8(ascii: "\\")) {
            if bytes[(slash + 1)...].starts(with: null) {
                bytes.replaceSubrange((slash + 2)..<(slash + 6), with: Array("fffd".utf8))
            }
            index = Swift.min(slash + 2, bytes.count)
        }
        return bytes
    }
}
