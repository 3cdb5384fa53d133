import Crypto
import Foundation

/// A sealed value as it is kept: `[version:1][key id:2, big endian][nonce:12][tag:16][ciphertext]`.
///
/// Version 1 is the predecessor's, bound to nothing. Version 2 is bound to its own first three bytes and to the place that
/// it is kept in, so that a row which was moved does not open, and none passes for version 1.
struct Envelope {
    static let tied: UInt8 = 2
    static let untied: UInt8 = 1

    let version: UInt8
    let keyID: UInt16
    private let bytes: Data

    private static let least = 31

    /// Reads an envelope; nil when it is none.
    init?(_ bytes: Data) {
        let bytes = Data(bytes)
        guard bytes.count >= Self.least, bytes[0] == Self.tied || bytes[0] == Self.untied else { return nil }
        version = bytes[0]
        keyID = UInt16(bytes[1]) << 8 | UInt16(bytes[2])
        self.bytes = bytes
    }

    /// Seals bytes with a key for a place.
    static func seal(_ data: Data, keyID: UInt16, key: SymmetricKey, place: SealedPlace) throws -> Data {
        let head = Data([tied, UInt8(keyID >> 8), UInt8(keyID & 0xff)])
        let box = try AES.GCM.seal(data, using: key, authenticating: head + place.bytes)
        return head + Data(box.nonce) + box.tag + box.ciphertext
    }

    /// The bytes; nil when they were sealed by another key or for another place, or were changed since.
    func open(with key: SymmetricKey, place: SealedPlace) -> Data? {
        guard let nonce = try? AES.GCM.Nonce(data: bytes[3..<15]),
            let box = try? AES.GCM.SealedBox(nonce: nonce, ciphertext: bytes[31...], tag: bytes[15..<31])
        else { return nil }
        guard version == Self.tied else { return try? AES.GCM.open(box, using: key) }
        return try? AES.GCM.open(box, using: key, authenticating: bytes[..<3] + place.bytes)
    }
}

/// What an envelope is bound to: a column, whose row it is, and which host's.
struct SealedPlace: Sendable, Hashable {
    let table: String
    let column: String
    let user: UUID
    let host: String

    var bytes: Data {
        Data(["gh-env", table, column, user.uuidString.lowercased(), host].joined(separator: "\u{1F}").utf8)
    }
}
