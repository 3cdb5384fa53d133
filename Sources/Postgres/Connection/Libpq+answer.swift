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

extension Libpq {
    /// Reads what one command is answered, so that the connection is free for the next; the first failure counts.
    ///
    /// - Parameters:
    ///   - isPipelined: whether it ends with a sync: then "no result" only stands between two of them.
    ///   - wasCancelled: whether the server was asked to stop already.
    ///   - more: waits until there is more to read and takes it; tells whether the server was asked to stop.
    /// - Returns: the answer, or why the statement failed.
    /// - Throws: ``PostgresError`` when the connection is of no more use.
    func answer(
        toSync isPipelined: Bool,
        wasCancelled: Bool = false,
        more: () throws(PostgresError) -> Bool
    ) throws(PostgresError) -> Result<Answer, PostgresError> {
        var (answer, wasCancelled) = (Answer(), wasCancelled)
        var failure: PostgresError?
        while true {
            while PQisBusy(handle) == 1 { wasCancelled = try more() }
            guard let result = PQgetResult(handle) else {
                guard isPipelined else { break }
                guard isAlive else { throw failure ?? PostgresError.lost(handle) }
                continue
            }
            defer { PQclear(result) }
            switch PQresultStatus(result) {
            case PGRES_PIPELINE_SYNC: return failure.map { .failure($0) } ?? .success(answer)
            // What follows a failure, up to the sync.
            case PGRES_PIPELINE_ABORTED: continue
            case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY: answer = Answer(result)
            case PGRES_FATAL_ERROR, PGRES_BAD_RESPONSE:
                failure = failure ?? PostgresError(failed: result, wasCancelled: wasCancelled)
            default:
                throw PostgresError(.unsupported, "a statement answered with something other than rows, such as COPY")
            }
        }
        return failure.map { .failure($0) } ?? .success(answer)
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
