public import FoundationEssentials

/// What an authenticator knows: gives one-time codes by the time (RFC 6238).
///
/// Its description holds nothing of the secret.
public struct TOTP: Sendable, Hashable, CustomStringConvertible, CustomReflectable {
    /// What the codes are made with.
    public enum Digest: String, Sendable, Hashable, CaseIterable {
        case sha1, sha256, sha512
    }

    let secret: [UInt8]
    /// What the codes are made with.
    public let digest: Digest
    /// How many digits a code has, 6...8.
    public let digits: Int
    /// How many seconds a code is for, 15...300.
    public let period: Int

    /// An authenticator.
    ///
    /// - Parameters:
    ///   - secret: 5 to 128 bytes.
    ///   - digest: what the codes are made with.
    ///   - digits: 6...8.
    ///   - period: in seconds, 15...300.
    /// - Returns: nil when one is beyond its bounds.
    public init?(secret: [UInt8], digest: Digest = .sha1, digits: Int = 6, period: Int = 30) {
        guard 5...128 ~= secret.count, 6...8 ~= digits, 15...300 ~= period else { return nil }
        self.secret = secret
        self.digest = digest
        self.digits = digits
        self.period = period
    }

    /// Reads what a site shows when it is to be set up: the secret alone in Base32, or an `otpauth://totp/` address.
    ///
    /// - Parameter text: in letters of either case, in groups or not.
    /// - Returns: nil when it is something else, or an address says the same thing twice.
    public init?(_ text: String) {
        let text = String(text.drop(while: \.isWhitespace))
        guard text.lowercased().hasPrefix("otpauth:") else {
            guard let secret = Base32.bytes(text) else { return nil }
            self.init(secret: secret)
            return
        }
        guard let address = URLComponents(string: text.filter { !$0.isWhitespace }),
            address.host?.lowercased() == "totp"
        else { return nil }
        var said: [String: String] = [:]
        for item in address.queryItems ?? [] {
            guard said.updateValue(item.value ?? "", forKey: item.name.lowercased()) == nil else { return nil }
        }
        let digest = (said["algorithm"] ?? "sha1").lowercased().replacing("-", with: "")
        guard let secret = said["secret"].flatMap(Base32.bytes), let digest = Digest(rawValue: digest),
            let digits = Int(said["digits"] ?? "6"), let period = Int(said["period"] ?? "30")
        else { return nil }
        self.init(secret: secret, digest: digest, digits: digits, period: period)
    }

    /// The same as an `otpauth://totp/` address, which ``init(_:)`` reads: for the vault alone.
    public var address: String {
        "otpauth://totp/?secret=\(Base32.text(secret))&algorithm=\(digest.rawValue.uppercased())"
            + "&digits=\(digits)&period=\(period)"
    }

    /// The code of a step.
    ///
    /// - Parameter step: how many periods after 1970 began.
    /// - Returns: as many digits as it has.
    public func code(at step: UInt64) -> String {
        let message = (0..<8).map { UInt8(truncatingIfNeeded: step >> (56 - 8 * UInt64($0))) }
        let hash = digest.hash(message, secret)
        let place = Int(hash[hash.count - 1] & 0x0F)
        let number = hash[place..<(place + 4)].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let code = String(number % [6: 1_000_000, 7: 10_000_000, 8: 100_000_000][digits, default: 1_000_000])
        return String(repeating: "0", count: digits - code.count) + code
    }

    /// The step that a moment is in.
    ///
    /// - Parameter now: any moment; one before 1970 is in the first.
    public func step(at now: Date) -> UInt64 { UInt64(max(0, now.timeIntervalSince1970)) / UInt64(period) }

    /// Which code is to be used next: one that is still good for a while, and was not used before.
    ///
    /// - Parameters:
    ///   - now: the moment.
    ///   - used: the step that was used last; nil when none was.
    ///   - leaving: how many seconds a code must be good for.
    /// - Returns: the step, and how long to wait until it has begun.
    public func turn(at now: Date, after used: UInt64? = nil, leaving: Double = 5) -> (step: UInt64, wait: Duration) {
        let seconds = max(0, now.timeIntervalSince1970)
        var next = step(at: now)
        if Double(next + 1) * Double(period) - seconds < leaving { next += 1 }
        if let used, next <= used { next = used + 1 }
        return (next, .seconds(max(0, Double(next) * Double(period) - seconds)))
    }

    /// What it is, and nothing of what it knows.
    public var description: String { "TOTP" }
    /// The same for whoever takes it apart to print it.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
