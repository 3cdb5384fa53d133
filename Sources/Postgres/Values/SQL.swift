/// A statement whose interpolated values travel beside it as binds, never inside its text.
///
/// ```swift
/// let sql: SQL = "select id from jobs where user_id = \(userID) and priority > \(5)"
/// ```
public struct SQL: Sendable, ExpressibleByStringInterpolation {
    enum Piece: Sendable {
        case text(String)
        case bind(Bind)
    }

    var pieces: [Piece]

    /// A statement without values.
    public init(stringLiteral value: StaticString) { pieces = [.text(value.description)] }

    /// A statement with values.
    public init(stringInterpolation: StringInterpolation) { pieces = stringInterpolation.pieces }

    /// The statement as the server reads it, with `$1`, `$2`, … in the places of its values.
    public var text: String {
        var count = 0
        return pieces.map { piece in
            switch piece {
            case .text(let text): return text
            case .bind:
                count += 1
                return "$\(count)"
            }
        }.joined()
    }

    var binds: [Bind] { pieces.compactMap { piece in if case .bind(let bind) = piece { bind } else { nil } } }
}

/// One value on its way to the server.
struct Bind: Sendable {
    /// The type's number in the server's catalogue, given so that no statement has to guess.
    enum TypeID: UInt32 {
        case bool = 16
        case bytea = 17
        case int8 = 20
        case text = 25
        case float8 = 701
        case textArray = 1009
        case int8Array = 1016
        case timestamptz = 1184
        case uuid = 2950
        case uuidArray = 2951
        case jsonb = 3802
    }

    var type: TypeID
    /// Nil is SQL's NULL.
    var bytes: [UInt8]?

    init(_ type: TypeID, _ text: String?) {
        self.type = type
        bytes = text.map { Array($0.utf8) }
    }

    init(_ type: TypeID, bytes: [UInt8]?) {
        self.type = type
        self.bytes = bytes
    }

    /// Only `bytea` goes as it is; the rest goes as text.
    var isBinary: Bool { type == .bytea }
}
