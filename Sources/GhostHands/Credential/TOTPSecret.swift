public import FoundationEssentials

/// What the one-time codes of a site are made from (RFC 6238).
public struct TOTPSecret: Sendable, Hashable {
    /// The digests that codes are made with.
    public enum Digest: String, Sendable, CaseIterable {
        case sha1 = "SHA1"
        case sha256 = "SHA256"
        case sha512 = "SHA512"
    }

    /// The shared key.
    public let key: Data
    /// Which digest codes are made with.
    public let digest: Digest
    /// How many digits a code has: 6 to 8.
    public let digits: Int
    /// How long a code counts, in seconds.
    public let period: Int

    /// A secret; nil when it is none that makes codes.
    public init?(key: Data, digest: Digest = .sha1, digits: Int = 6, period: Int = 30) {
        guard (5...256).contains(key.count), (6...8).contains(digits), (10...300).contains(period) else { return nil }
        self.key = key
        self.digest = digest
        self.digits = digits
        self.period = period
    }

    /// Reads a secret as sites show it: base 32, with or without spaces, or an `otpauth://totp/` address.
    ///
    /// - Parameter text: what the user was shown; nil when it is neither.
    public init?(_ text: String) {
        let text = text.trimmingPrefix { $0.isWhitespace }
        guard text.prefix(10).lowercased() == "otpauth://" else {
            guard let key = Base32.data(String(text)) else { return nil }
            self.init(key: key)
            return
        }
        self.init(address: String(text))
    }

    private init?(address: String) {
        guard let parts = URLComponents(string: address), parts.host?.lowercased() == "totp" else { return nil }
        let items = (parts.queryItems ?? []).map { ($0.name.lowercased(), $0.value ?? "") }
        let members = Dictionary(items) { first, _ in first }
        guard let key = members["secret"].flatMap(Base32.data) else { return nil }
        let name = (members["algorithm"] ?? Digest.sha1.rawValue).uppercased().replacing("-", with: "")
        guard let digest = Digest(rawValue: name), let digits = Int(members["digits"] ?? "6"),
            let period = Int(members["period"] ?? "30")
        else { return nil }
        self.init(key: key, digest: digest, digits: digits, period: period)
    }

    /// What is sealed; only for that.
    var sealedForm: JSON {
        [
            "key": .string(Base64URL.text(key)), "digest": .string(digest.rawValue), "digits": JSON(digits),
            "period": JSON(period),
        ]
    }

    /// Reads what ``sealedForm`` wrote; nil when it is something else.
    init?(sealedForm json: JSON) {
        guard let key = json["key"].string.flatMap(Base64URL.data),
            let digest = json["digest"].string.flatMap(Digest.init), let digits = json["digits"].int,
            let period = json["period"].int
        else { return nil }
        self.init(key: key, digest: digest, digits: digits, period: period)
    }
}

extension TOTPSecret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// What kind it is, without the key.
    public var description: String { "\(digits) digits by \(digest.rawValue) every \(period) s" }
    /// What kind it is, without the key.
    public var debugDescription: String { description }
    /// Nothing.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
