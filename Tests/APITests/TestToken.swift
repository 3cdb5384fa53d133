import Crypto
import Foundation
import GhostHands

/// Makes the tokens of users.
enum TestToken {
    static let secret = Data("a secret of tests, which is long enough".utf8)

    static func signed(_ claims: JSON, algorithm: String = "HS256", key: Data = secret) -> String {
        let head = Base64URL.text(JSON.object(["alg": .string(algorithm), "typ": "JWT"]).data)
        let text = head + "." + Base64URL.text(claims.data)
        let code = HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: SymmetricKey(data: key))
        return text + "." + Base64URL.text(Data(code))
    }
}
