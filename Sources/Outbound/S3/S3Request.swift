import Foundation

/// A request to S3, before it is signed.
struct S3Request: Sendable {
    var method: String
    /// With its port, unless that is the scheme's own.
    var host: String
    /// Begins with a slash; not encoded.
    var path: String
    /// Neither names nor values are encoded.
    var query: [(name: String, value: String)] = []
    /// All of them are signed.
    var headers: [(name: String, value: String)] = []
    var body = Data()

    /// The path as the wire and the signature have it: every segment encoded once.
    var encodedPath: String { Self.encode(path, except: UInt8(ascii: "/")) }

    /// The query as the wire and the signature have it: encoded, and in the order of its bytes.
    var encodedQuery: String {
        query.map { (Self.encode($0.name), Self.encode($0.value)) }
            .sorted { $0.0 == $1.0 ? Self.isBefore($0.1, $1.1) : Self.isBefore($0.0, $1.0) }
            .map { "\($0)=\($1)" }.joined(separator: "&")
    }

    /// Whether a text comes first by its bytes; texts themselves are ordered by their characters.
    static func isBefore(_ one: String, _ other: String) -> Bool { one.utf8.lexicographicallyPrecedes(other.utf8) }

    /// All but letters, digits and `-._~` as `%` and two digits.
    static func encode(_ text: String, except kept: UInt8? = nil) -> String {
        var encoded: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"), kept:
                encoded.append(byte)
            default: encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    private static let digits = Array("0123456789ABCDEF".utf8)
}
