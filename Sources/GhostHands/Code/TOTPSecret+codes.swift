import Crypto
public import FoundationEssentials

/// The codes of an authenticator, by the time (RFC 6238).
extension TOTPSecret {
    /// The code of a step.
    ///
    /// - Parameter step: how many periods after 1970 began.
    /// - Returns: as many digits as it has.
    public func code(at step: Int64) -> String {
        let message = (0..<8).map { UInt8(truncatingIfNeeded: step >> (56 - 8 * Int64($0))) }
        let hash = digest.hash(message, key)
        let place = Int(hash[hash.count - 1] & 0x0F)
        let number = hash[place..<(place + 4)].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let code = String(number % [6: 1_000_000, 7: 10_000_000, 8: 100_000_000][digits, default: 1_000_000])
        return String(repeating: "0", count: digits - code.count) + code
    }

    /// The step that a moment is in.
    ///
    /// - Parameter now: any moment; one before 1970 is in the first.
    public func step(at now: Date) -> Int64 { Int64(max(0, now.timeIntervalSince1970)) / Int64(period) }

    /// Which code is to be used next: one that is still good for a while, and was not used before.
    ///
    /// - Parameters:
    ///   - now: the moment.
    ///   - used: the step that was used last; nil when none was.
    ///   - leaving: how many seconds a code must be good for.
    /// - Returns: the step, and how long to wait until it has begun.
    public func turn(at now: Date, after used: Int64? = nil, leaving: Double = 5) -> (step: Int64, wait: Duration) {
        let seconds = max(0, now.timeIntervalSince1970)
        var next = step(at: now)
        if Double(next + 1) * Double(period) - seconds < leaving { next += 1 }
        if let used, next <= used { next = used + 1 }
        return (next, .seconds(max(0, Double(next) * Double(period) - seconds)))
    }
}

extension TOTPSecret.Digest {
    /// The code of a message under a key.
    ///
    /// RFC 6238 names SHA-1, which is what nearly every site uses; under a key it is as good as it ever was.
    fileprivate func hash(_ message: [UInt8], _ key: Data) -> [UInt8] {
        let key = SymmetricKey(data: key)
        return switch self {
        case .sha1: Array(HMAC<Insecure.SHA1>.authenticationCode(for: message, using: key))
        case .sha256: Array(HMAC<SHA256>.authenticationCode(for: message, using: key))
        case .sha512: Array(HMAC<SHA512>.authenticationCode(for: message, using: key))
        }
    }
}
