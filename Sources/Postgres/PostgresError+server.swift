import CPostgres

extension PostgresError {
    /// Reads a failed result.
    ///
    /// - Parameters:
    ///   - result: the result, still owned by the caller.
    ///   - wasCancelled: whether we asked the server to stop the statement.
    init(failed result: OpaquePointer, wasCancelled: Bool) {
        let state = PostgresError.field("C", of: result) ?? "XX000"
        let message = PostgresError.field("M", of: result) ?? "the server gave no message"
        self.init(
            Code(sqlState: state, wasCancelled: wasCancelled),
            state.hasPrefix("22") ? "the server refused a value (data exception)" : message,
            sqlState: state,
            constraint: PostgresError.field("n", of: result),
            // 0A000 is all that is not supported; the routine tells this case, and is in no human language.
            isStalePlan: state == "26000"
                || state == "0A000" && PostgresError.field("R", of: result) == "RevalidateCachedQuery"
        )
    }

    /// Reads what libpq says of a connection that broke.
    static func lost(_ connection: OpaquePointer) -> PostgresError {
        PostgresError(.connectionLost, text(of: connection) ?? "the connection was closed")
    }

    /// Reads why no connection was made.
    static func failedConnect(_ connection: OpaquePointer) -> PostgresError {
        PostgresError(.unreachable, text(of: connection) ?? "no reason given")
    }

    private static func field(_ name: Unicode.Scalar, of result: OpaquePointer) -> String? {
        PQresultErrorField(result, Int32(name.value)).map { String(cString: $0) }
    }

    private static func text(of connection: OpaquePointer) -> String? {
        guard let pointer = PQerrorMessage(connection) else { return nil }
        let lines = String(cString: pointer).split(separator: "\n").map { $0.drop { $0 == " " || $0 == "\t" } }
        return lines.isEmpty ? nil : lines.joined(separator: "; ")
    }
}

extension PostgresError.Code {
    init(sqlState: String, wasCancelled: Bool) {
        switch sqlState {
        case "57014": self = wasCancelled ? .cancelled : .timedOut
        case "57P01", "57P02", "57P03", "57P05", "25P03": self = .connectionLost
        default: self = sqlState.hasPrefix("08") ? .connectionLost : .sql
        }
    }
}
