/// What a user logs in with at a site (R55).
///
/// No description, mirror or JSON of it that is not made on purpose holds a secret.
public struct Credential: Sendable, Hashable {
    /// Where it may be typed: this host and those below it; that of a whole site where it is the site's own name.
    public let domain: HostName
    /// The name, most often an e-mail address.
    public let username: String
    /// The password.
    public let password: String
    /// What makes one-time codes; nil where the site wants none.
    public let totp: TOTPSecret?

    /// A credential.
    public init(domain: HostName, username: String, password: String, totp: TOTPSecret? = nil) {
        self.domain = domain
        self.username = username
        self.password = password
        self.totp = totp
    }

    /// How the name is shown to whoever may know that there is one: its first letter and its domain.
    public var maskedUsername: String { Self.masked(username) }

    /// A name of which only the first letter and the domain stay; `j…@example.com`.
    static func masked(_ username: String) -> String {
        let parts = username.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        let first = parts[0].first.map(String.init) ?? ""
        return parts.count == 2 ? "\(first)…@\(parts[1])" : "\(first)…"
    }

    /// What is sealed; only for that.
    public var sealedForm: JSON {
        ["username": .string(username), "password": .string(password), "totp": totp?.sealedForm ?? .null]
    }

    /// Reads what ``sealedForm`` wrote; nil when it is something else.
    ///
    /// - Parameter domain: where it may be typed; it is what the seal was bound to.
    public init?(domain: HostName, sealedForm json: JSON) {
        guard let username = json["username"].string, let password = json["password"].string else { return nil }
        self.init(domain: domain, username: username, password: password, totp: TOTPSecret(sealedForm: json["totp"]))
    }
}

extension Credential: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Where it may be typed, and nothing more.
    public var description: String { "credential of \(domain)" }
    /// Where it may be typed, and nothing more.
    public var debugDescription: String { description }
    /// Nothing.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
