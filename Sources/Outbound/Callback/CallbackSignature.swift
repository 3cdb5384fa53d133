import Crypto
public import Foundation

/// Signs callbacks as Standard Webhooks asks (R12).
public struct CallbackSignature: Sendable {
    private let key: SymmetricKey

    /// A signer.
    ///
    /// - Parameter secret: `whsec_` and base64, or any other text, whose bytes are then the key.
    public init(secret: String) {
        let encoded = secret.hasPrefix("whsec_") ? Data(base64Encoded: String(secret.dropFirst(6))) : nil
        key = SymmetricKey(data: encoded ?? Data(secret.utf8))
    }

    /// The value of the `webhook-signature` header.
    ///
    /// - Parameters:
    ///   - id: the `webhook-id`.
    ///   - timestamp: the `webhook-timestamp`.
    ///   - body: the bytes that are sent.
    /// - Returns: `v1,` and the code in base64.
    public func header(id: String, timestamp: Int, body: Data) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Data("\(id).\(timestamp).".utf8) + body, using: key)
        return "v1," + Data(code).base64EncodedString()
    }
}
