import Crypto
public import Foundation
import GhostHands

/// Seals what only its owner may read: AES-256-GCM, bound to what it belongs to (RFC 5116 3.1; NIST SP 800-38D).
///
/// The keys stand in the environment or a file and never in the database: who steals the one cannot read the other. What
/// is kept for long is an ``Envelope``, which names its key; what older keys have sealed is opened still.
public struct Sealer: Sendable {
    /// A key and what is derived from it.
    private struct Key: Sendable {
        let id: UInt16
        let master: SymmetricKey
        let seal: SymmetricKey
        let names: SymmetricKey

        init(id: UInt16, bytes: Data) {
            self.id = id
            let master = SymmetricKey(data: bytes)
            self.master = master
            func derived(_ use: String) -> SymmetricKey {
                HKDF<SHA256>.deriveKey(inputKeyMaterial: master, info: Data(use.utf8), outputByteCount: 32)
            }
            seal = derived("seal")
            names = derived("names")
        }
    }

    private let present: Key
    private let old: [Key]
    private let alarm: @Sendable (UInt16) -> Void

    private var all: [Key] { [present] + old }

    /// A sealer.
    ///
    /// - Parameters:
    ///   - key: 32 bytes, the installation's credential key.
    ///   - id: the key's name (`GH_CREDENTIAL_KEY_ID`).
    ///   - old: the keys that were used before, by their names (`GH_CREDENTIAL_KEYS_OLD`): they only open.
    ///   - alarm: told the name of a key that is not there and that something was sealed with.
    public init(
        key: Data,
        id: UInt16 = 1,
        old: [UInt16: Data] = [:],
        alarm: @escaping @Sendable (UInt16) -> Void = { _ in }
    ) {
        present = Key(id: id, bytes: key)
        self.old = old.filter { $0.key != id }.sorted { $0.key > $1.key }.map { Key(id: $0, bytes: $1) }
        self.alarm = alarm
    }

    // MARK: For long

    /// The name of the key that seals now.
    var keyID: UInt16 { present.id }

    /// The names of all keys, the present one first.
    var keyIDs: [UInt16] { all.map(\.id) }

    /// What opening an envelope gave.
    enum Opening: Sendable, Hashable {
        case opened(Data)
        /// The key that it was sealed with is not there: it counts as absent, and is kept.
        case unknownKey(UInt16)
        /// It was changed, moved here from another place, or is none.
        case broken
    }

    /// Seals bytes for a place.
    ///
    /// - Throws: what the cipher throws, which it never does for these sizes.
    func envelope(_ data: Data, for place: SealedPlace) throws -> Data {
        try Envelope.seal(data, keyID: present.id, key: present.master, place: place)
    }

    /// Seals bytes for a place with a key that may be an old one.
    func envelope(_ data: Data, for place: SealedPlace, with id: UInt16) throws -> Data {
        let key = all.first { $0.id == id } ?? present
        return try Envelope.seal(data, keyID: key.id, key: key.master, place: place)
    }

    /// Opens an envelope that was kept in a place.
    func opening(_ envelope: Data, for place: SealedPlace) -> Opening {
        guard let envelope = Envelope(envelope) else { return .broken }
        guard let key = all.first(where: { $0.id == envelope.keyID }) else {
            alarm(envelope.keyID)
            return .unknownKey(envelope.keyID)
        }
        return envelope.open(with: key.master, place: place).map(Opening.opened) ?? .broken
    }

    // MARK: For the length of a job

    /// Seals bytes.
    ///
    /// - Parameters:
    ///   - data: what to seal.
    ///   - owner: what it belongs to; the same must be named to open it.
    /// - Returns: nonce, ciphertext and tag.
    /// - Throws: what the cipher throws, which it never does for these sizes.
    func seal(_ data: Data, for owner: String) throws -> Data {
        let box = try AES.GCM.seal(data, using: present.seal, authenticating: Data(owner.utf8))
        return box.combined ?? Data()
    }

    /// Opens what was sealed.
    ///
    /// - Parameters:
    ///   - sealed: what ``seal(_:for:)`` gave.
    ///   - owner: what it belongs to.
    /// - Returns: the bytes; nil when it was sealed by a key that is not there, for another owner, or was changed since.
    func open(_ sealed: Data, for owner: String) -> Data? {
        guard let box = try? AES.GCM.SealedBox(combined: sealed) else { return nil }
        for key in all {
            if let data = try? AES.GCM.open(box, using: key.seal, authenticating: Data(owner.utf8)) { return data }
        }
        return nil
    }

    // MARK: Names

    /// A name that reveals nothing about what it stands for, and is the same every time.
    func name(_ text: String) -> String { Self.name(text, present) }

    /// The names that stand for something, by every key there is: the present one first.
    func names(_ text: String) -> [String] { all.map { Self.name(text, $0) } }

    private static func name(_ text: String, _ key: Key) -> String {
        HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: key.names).hexadecimal
    }
}
