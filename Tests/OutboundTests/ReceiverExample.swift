import Crypto
import Foundation

/// Whether a callback comes from whoever has the secret, and was signed within five minutes.
func isGenuine(_ body: Data, headers: [String: String], secret: String, now: Date = Date()) -> Bool {
    guard let key = Data(base64Encoded: String(secret.dropFirst("whsec_".count))),
        let id = headers["webhook-id"], let time = headers["webhook-timestamp"].flatMap({ Int($0) }),
        abs(now.timeIntervalSince1970 - Double(time)) <= 300
    else { return false }
    let signed = Data("\(id).\(time).".utf8) + body
    return (headers["webhook-signature"] ?? "").split(separator: " ").contains { part in
        guard part.hasPrefix("v1,"), let code = Data(base64Encoded: String(part.dropFirst(3))) else { return false }
        return HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: signed, using: SymmetricKey(data: key))
    }
}
