import Foundation

/// Reads the messages of `pgoutput`, version 1
/// (https://www.postgresql.org/docs/current/protocol-logicalrep-message-formats.html).
///
/// That version sends a transaction when it is committed, so each change can be passed on as it comes.
struct LogicalDecoder {
    /// What a message says, of those that say anything to us.
    enum Said {
        case change(LogicalChange)
        /// A transaction has been sent whole, up to this place in the log.
        case position(UInt64)
        /// The server lives, is at this place, and may want a reply.
        case alive(UInt64, wantsReply: Bool)
    }

    /// Where PostgreSQL's time begins, in seconds of 1970.
    static let epoch: TimeInterval = 946_684_800

    private var tables: [UInt32: LogicalTable] = [:]
    private var committedAt = Date.distantPast
    private var transaction: UInt32 = 0
    /// Whether the last transaction has not been sent whole yet.
    private(set) var isWithinTransaction = false

    mutating func feed(_ message: [UInt8]) throws(PostgresError) -> Said? {
        var bytes = ByteReader(message)
        switch try bytes.byte() {
        case UInt8(ascii: "w"):
            try bytes.skip(24)
            return try read(&bytes)
        case UInt8(ascii: "k"):
            let position = try bytes.integer(UInt64.self)
            try bytes.skip(8)
            return .alive(position, wantsReply: try bytes.byte() == 1)
        default: return nil
        }
    }

    /// The same of a message without what the stream says around it.
    mutating func feed(body: [UInt8]) throws(PostgresError) -> Said? {
        var bytes = ByteReader(body)
        return try read(&bytes)
    }

    private mutating func read(_ bytes: inout ByteReader) throws(PostgresError) -> Said? {
        switch try bytes.byte() {
        case UInt8(ascii: "B"):
            try bytes.skip(8)
            let micros = try bytes.integer(Int64.self)
            committedAt = Date(timeIntervalSince1970: Self.epoch + Double(micros) / 1_000_000)
            transaction = try bytes.integer(UInt32.self)
            isWithinTransaction = true
        case UInt8(ascii: "C"):
            try bytes.skip(9)
            isWithinTransaction = false
            return .position(try bytes.integer(UInt64.self))
        case UInt8(ascii: "R"): try readTable(&bytes)
        case UInt8(ascii: "I"): return try change(.insert, &bytes)
        case UInt8(ascii: "U"): return try change(.update, &bytes)
        case UInt8(ascii: "D"): return try change(.delete, &bytes)
        // Truncations, types, origins and others' messages.
        default: break
        }
        return nil
    }

    private mutating func readTable(_ bytes: inout ByteReader) throws(PostgresError) {
        let number = try bytes.integer(UInt32.self)
        let (schema, name) = (try bytes.text(), try bytes.text())
        try bytes.skip(1)
        var columns: [LogicalTable.Column] = []
        for _ in 0..<(try bytes.integer(UInt16.self)) {
            let isKey = try bytes.byte() & 1 == 1
            let name = try bytes.text()
            columns.append(LogicalTable.Column(name: name, type: try bytes.integer(UInt32.self), isKey: isKey))
            try bytes.skip(4)
        }
        tables[number] = LogicalTable(schema: schema, name: name, columns: columns)
    }

    private func change(_ kind: LogicalChange.Kind, _ bytes: inout ByteReader) throws(PostgresError) -> Said? {
        guard let table = tables[try bytes.integer(UInt32.self)] else {
            throw PostgresError(.decoding, "a change of a table that was not described")
        }
        var cells: [LogicalChange.Cell] = []
        // An update may bring what the row was before, and then what it is.
        var marker = try bytes.byte()
        if kind == .update, marker != UInt8(ascii: "N") {
            cells = try row(&bytes)
            marker = try bytes.byte()
        }
        cells = try row(&bytes)
        return .change(
            LogicalChange(table: table, kind: kind, cells: cells, committedAt: committedAt, transaction: transaction)
        )
    }

    private func row(_ bytes: inout ByteReader) throws(PostgresError) -> [LogicalChange.Cell] {
        let count = try bytes.integer(UInt16.self)
        var cells: [LogicalChange.Cell] = []
        cells.reserveCapacity(Int(count))
        for _ in 0..<count {
            switch try bytes.byte() {
            case UInt8(ascii: "n"): cells.append(.null)
            case UInt8(ascii: "u"): cells.append(.unchanged)
            default: cells.append(.text(try bytes.text(of: Int(try bytes.integer(UInt32.self)))))
            }
        }
        return cells
    }
}

/// Reads numbers and texts as the protocol writes them.
struct ByteReader {
    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    private mutating func take(_ count: Int) throws(PostgresError) -> ArraySlice<UInt8> {
        guard count >= 0, bytes.count - place >= count else {
            throw PostgresError(.decoding, "a message of the stream ends too soon")
        }
        defer { place += count }
        return bytes[place..<place + count]
    }

    mutating func skip(_ count: Int) throws(PostgresError) { _ = try take(count) }

    mutating func byte() throws(PostgresError) -> UInt8 { try take(1).first ?? 0 }

    mutating func integer<Number: FixedWidthInteger>(_: Number.Type) throws(PostgresError) -> Number {
        try take(MemoryLayout<Number>.size).reduce(Number(0)) { $0 << 8 | Number($1) }
    }

    mutating func text(of length: Int) throws(PostgresError) -> String {
        String(decoding: try take(length), as: UTF8.self)
    }

    /// A text that ends with a zero.
    mutating func text() throws(PostgresError) -> String {
        guard let end = bytes[place...].firstIndex(of: 0) else {
            throw PostgresError(.decoding, "a message of the stream ends too soon")
        }
        let text = try text(of: end - place)
        place = end + 1
        return text
    }
}
