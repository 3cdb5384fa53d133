import Crypto
public import Foundation
import GhostHands

/// Seals what only its owner may read: AES-256-GCM, bound to what it belongs to (RFC 5116 3.1; NIST SP 800-38D).
///
/// The key stands in the environment or a file and never in the database: who steals the one cannot read the other.
public struct Sealer: Sendable {
    private let key: SymmetricKey
    private let names: SymmetricKey

    /// A sealer.
    ///
    /// - Parameter key: 32 bytes, the installation's credential key.
    public init(key: Data) {
        let master = SymmetricKey(data: key)
        self.key = HKDF<SHA256>.deriveKey(inputKeyMaterial: master, info: Data("seal".utf8), outputByteCount: 32)
        names = HKDF<SHA256>.deriveKey(inputKeyMaterial: master, info: Data("names".utf8), outputByteCount: 32)
    }

    /// Seals bytes.
    ///
    /// - Parameters:
    ///   - data: what to seal.
    ///   - owner: what it belongs to; the same must be named to open it.
    /// - Returns: nonce, ciphertext and tag.
    /// - Throws: what the cipher throws, which it never does for these sizes.
    func seal(_ data: Data, for owner: String) throws -> Data {
        let box = try AES.GCM.seal(data, using: key, authenticating: Data(owner.utf8))
        return box.combined ?? Data()
    }

    /// Opens what was sealed.
    ///
    /// - Parameters:
    ///   - sealed: what ``seal(_:for:)`` gave.
    ///   - owner: what it belongs to.
    /// - Returns: the bytes; nil when it was sealed by another key, for another owner, or was changed since.
    func open(_ sealed: Data, for owner: String) -> Data? {
        guard let box = try? AES.GCM.SealedBox(combined: sealed) else { return nil }
        return try? AES.GCM.open(box, using: key, authenticating: Data(owner.utf8))
    }

    /// A name that reveals nothing about what it stands for, and is the same every time.
    func name(_ text: String) -> String {
        HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: names).hexadecimal
    }
}
