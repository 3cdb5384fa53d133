import Crypto
public import Foundation

/// Signs callbacks as Standard Webhooks asks (R12).
public struct CallbackSignature: Sendable {
    private let keys: [SymmetricKey]

    /// A signer.
    ///
    /// - Parameter secrets: each `whsec_` and base64, or any other text, whose bytes are then the key; with several,
    ///   whoever verifies by any of them finds a signature.
    public init(secrets: [String]) {
        keys = secrets.map { secret in
            let encoded = secret.hasPrefix("whsec_") ? Data(base64Encoded: String(secret.dropFirst(6))) : nil
            return SymmetricKey(data: encoded ?? Data(secret.utf8))
        }
    }

    /// The value of the `webhook-signature` header.
    ///
    /// - Parameters:
    ///   - id: the `webhook-id`.
    ///   - timestamp: the `webhook-timestamp`.
    ///   - body: the bytes that are sent.
    /// - Returns: for each secret `v1,` and the code in base64, with spaces between them.
    public func header(id: String, timestamp: Int, body: Data) -> String {
        let signed = Data("\(id).\(timestamp).".utf8) + body
        return keys.map { key in
            "v1," + Data(HMAC<SHA256>.authenticationCode(for: signed, using: key)).base64EncodedString()
        }.joined(separator: " ")
    }

    /// Whether one of the signatures in a header is by one of the keys.
    func matches(_ header: String, id: String, timestamp: Int, body: Data) -> Bool {
        let signed = Data("\(id).\(timestamp).".utf8) + body
        let codes = header.split(separator: " ").prefix(10).compactMap { part in
            part.hasPrefix("v1,") ? Data(base64Encoded: String(part.dropFirst(3))) : nil
        }
        return codes.contains { code in
            keys.contains { HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: signed, using: $0) }
        }
    }
}
