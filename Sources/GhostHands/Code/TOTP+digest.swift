import Crypto
import FoundationEssentials

extension TOTP.Digest {
    /// The code of a message under a secret.
    ///
    /// RFC 6238 names SHA-1, which is what nearly every site uses; under a secret it is as good as it ever was.
    func hash(_ message: [UInt8], _ secret: [UInt8]) -> [UInt8] {
        let key = SymmetricKey(data: secret)
        return switch self {
        case .sha1: Array(HMAC<Insecure.SHA1>.authenticationCode(for: message, using: key))
        case .sha256: Array(HMAC<SHA256>.authenticationCode(for: message, using: key))
        case .sha512: Array(HMAC<SHA512>.authenticationCode(for: message, using: key))
        }
    }
}
