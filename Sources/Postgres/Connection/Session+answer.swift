import CPostgres

extension Answer {
    /// Copies what a successful result holds.
    init(_ result: OpaquePointer) {
        let columns = Row.Columns(result)
        rows = (0..<PQntuples(result)).map { row in
            Row(columns: columns, values: (0..<PQnfields(result)).map { Answer.value(of: result, row, $0) })
        }
        affected = PQcmdTuples(result).flatMap { Int(String(cString: $0)) } ?? 0
    }

    private static func value(of result: OpaquePointer, _ row: Int32, _ column: Int32) -> String? {
        guard PQgetisnull(result, row, column) == 0, let bytes = PQgetvalue(result, row, column) else { return nil }
        // By length, for a value may hold a NUL of its own.
        return String(
            decoding: UnsafeRawBufferPointer(start: bytes, count: Int(PQgetlength(result, row, column))),
            as: UTF8.self
        )
    }
}

extension Row.Columns {
    init(_ result: OpaquePointer) {
        let count = PQnfields(result)
        types = (0..<count).map { PQftype(result, $0) }
        let names = (0..<count).map { column in
            (PQfname(result, column).map { String(cString: $0) } ?? "", Int(column))
        }
        indices = Dictionary(names, uniquingKeysWith: { first, _ in first })
    }
}
