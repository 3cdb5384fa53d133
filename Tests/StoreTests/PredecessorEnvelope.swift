import Crypto
import Foundation

/// Seals as the predecessor did.
enum PredecessorEnvelope {
    static func seal(_ data: Data, key: Data, keyID: UInt8) throws -> String {
        let box = try AES.GCM.seal(data, using: SymmetricKey(data: key))
        return (Data([1, 0, keyID]) + Data(box.nonce) + box.tag + box.ciphertext).base64EncodedString()
    }
}
