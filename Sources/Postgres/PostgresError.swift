/// What went wrong between this process and PostgreSQL.
///
/// Never holds a bind, a row's value or the password: the server's detail and hint are left out, and so is its message
/// where it quotes the value it refused.
public struct PostgresError: Error, Sendable, Hashable {
    /// The kinds of failure.
    public enum Code: String, Sendable, Hashable {
        /// The URL or conninfo string is not one.
        case configuration
        /// No connection could be made: nobody is there, or the server refuses us (password, role, database, too many
        /// clients).
        case unreachable
        /// The database keeps its texts in another encoding than UTF8.
        case encoding
        /// The connection broke, or the server ended it.
        case connectionLost
        /// A deadline of ours or the server's passed.
        case timedOut
        /// The task was cancelled, and its statement with it.
        case cancelled
        /// All connections were lent out until the deadline, or too many callers wait already.
        case poolExhausted
        /// The pool was closed.
        case poolClosed
        /// The server refused the statement; see ``PostgresError/sqlState``.
        case sql
        /// A column is missing, null, or of another type than asked for.
        case decoding
        /// Something this client does not do, such as COPY.
        case unsupported
    }

    /// The part of a transaction in which it happened.
    public enum Phase: String, Sendable, Hashable {
        /// With `connectionLost` or `timedOut` nobody knows whether the transaction took place.
        case commit
    }

    /// The kind of failure.
    public var code: Code
    /// A sentence for a person.
    public var message: String
    /// The server's five-letter code.
    public var sqlState: String?
    /// The constraint that was violated.
    public var constraint: String?
    /// Set when a transaction's own statement failed rather than one of its body.
    public var phase: Phase?
    /// Whether a prepared statement is of no more use: the server does not know it, or its tables have changed.
    let isStalePlan: Bool

    init(
        _ code: Code,
        _ message: String,
        sqlState: String? = nil,
        constraint: String? = nil,
        isStalePlan: Bool = false
    ) {
        self.code = code
        self.message = message
        self.sqlState = sqlState
        self.constraint = constraint
        self.isStalePlan = isStalePlan
    }

    /// Whether the whole transaction may be tried again: serialization failure, deadlock, a statement to prepare anew.
    public var isRetryable: Bool { sqlState == "40001" || sqlState == "40P01" || isStalePlan }

    func during(_ phase: Phase) -> PostgresError {
        var copy = self
        copy.phase = phase
        return copy
    }
}

extension PostgresError: CustomStringConvertible {
    /// The code, the server's code and the message.
    public var description: String {
        let parts = [phase.map { "\($0.rawValue):" }, code.rawValue, sqlState, constraint.map { "(\($0))" }]
        return parts.compactMap(\.self).joined(separator: " ") + ": " + message
    }
}
