import Crypto
import Foundation
import GhostHands

/// The tokens of signed links: an expiry time, and proof that whoever wrote it holds the key.
struct LinkSignature: Sendable {
    private let key: SymmetricKey

    init(key: Data) { self.key = SymmetricKey(data: key) }

    func token(for file: String, expiresAt: Int) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Self.signed(file, expiresAt), using: key)
        return "\(expiresAt)." + Base64URL.text(Data(code))
    }

    func verify(_ token: String, for file: String, now: Date) -> LinkVerdict {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard token.utf8.count <= 100, parts.count == 2, let expiresAt = Int(parts[0]) else { return .forged }
        // The last of 43 characters carries two bits that decoding drops: only the spelling we write counts.
        guard let code = Base64URL.data(String(parts[1])), Base64URL.text(code) == parts[1] else {
            return .forged
        }
        guard HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: Self.signed(file, expiresAt), using: key)
        else { return .forged }
        return now.timeIntervalSince1970 < Double(expiresAt) ? .valid : .expired
    }

    private static func signed(_ file: String, _ expiresAt: Int) -> Data { Data("\(expiresAt)\n\(file)".utf8) }
}
