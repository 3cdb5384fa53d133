import Postgres

/// Why the database cannot do what was asked, when that is its own state and no fault of the request.
///
/// Told by SQLSTATE alone (https://www.postgresql.org/docs/current/errcodes-appendix.html): the server's words come in
/// any language.
public enum Outage: String, Sendable, Hashable, CaseIterable {
    /// It cannot be reached, takes no more connections, is starting or stopping, or has ended the connection.
    case away
    /// It has no connection free.
    case crowded
    /// It has not answered in time.
    case slow
    /// Somebody else holds what is needed.
    case locked
    /// It has no room left.
    case full
    /// It takes no writes.
    case readOnly
    /// Its tables are being changed.
    case changing
    /// Tables, columns or rights are missing, or it keeps its texts in another encoding.
    case unfit
    /// It has a fault of its own.
    case broken

    /// Looks whether an error is one of the database's own.
    ///
    /// - Parameter error: what was thrown.
    public init?(_ error: any Error) {
        if let error = error as? StoreError, let outage = error.outage {
            self = outage
            return
        }
        guard let error = error as? PostgresError else { return nil }
        if let state = error.sqlState, let outage = Outage(sqlState: state) {
            self = outage
            return
        }
        switch error.code {
        case .unreachable, .connectionLost, .poolClosed: self = .away
        case .poolExhausted: self = .crowded
        case .timedOut: self = .slow
        case .encoding: self = .unfit
        case .sql where error.isRetryable: self = .changing
        case .sql, .cancelled, .decoding, .unsupported, .configuration: return nil
        }
    }

    private init?(sqlState state: String) {
        switch state {
        case "25006": self = .readOnly
        case "53300": self = .crowded
        case "55P03", "55006", "40001", "40P01": self = .locked
        case "57014", "25P04": self = .slow
        case "42501", "42P01", "42703", "3D000", "3F000": self = .unfit
        default:
            switch state.prefix(2) {
            case "08", "57": self = .away
            case "28": self = .unfit
            case "53": self = .full
            case "58", "F0", "XX": self = .broken
            default: return nil
            }
        }
    }

    /// How often a row that somebody holds is waited for; each time as long as the pool's `lockTimeout`.
    private static let tries = 12

    /// Does something that may meet a lock which somebody holds for long, an operator's forgotten transaction or a script:
    /// nothing was written then, so it is tried again, for half a minute or so.
    ///
    /// - Parameter body: what to do.
    /// - Returns: what the closure returns.
    /// - Throws: what the closure throws.
    static func outwaitingLocks<Result>(_ body: () async throws -> Result) async throws -> Result {
        for _ in 1..<tries {
            do { return try await body() } catch  where Outage(error) == .locked { try Task.checkCancellation() }
        }
        return try await body()
    }

    /// Whether it meets everybody alike, so that trying alone what failed together would only wait once more.
    var isForAll: Bool { self == .slow || self == .crowded || self == .away }

    /// What is the matter, in words for a caller.
    public var words: String {
        switch self {
        case .away: "The database cannot be reached or takes no more connections"
        case .crowded: "The database has no connection free"
        case .slow: "The database did not answer in time"
        case .locked: "Somebody else holds a lock in the database that is needed for this"
        case .full: "The database has no room left"
        case .readOnly: "The database takes no changes at present"
        case .changing: "The tables of the database are being changed"
        case .unfit: "The database lacks tables, columns or rights that this version needs"
        case .broken: "The database reports a fault of its own"
        }
    }
}
