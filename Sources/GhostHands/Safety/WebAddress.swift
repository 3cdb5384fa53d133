/// An address of the web as a caller gives it: `http` or `https`, a host, no credentials.
///
/// It keeps the text that it was read from, which is what is stored, shown and opened.
public struct WebAddress: Sendable, Hashable {
    /// The address as it was given.
    public let text: String
    /// `http` or `https`, in lower case.
    public let scheme: String
    /// In lower case, without brackets and trailing dot.
    public let host: String
    /// The port, also when the scheme implies it.
    public let port: Int

    /// What parsing gave.
    public enum Reading: Sendable, Hashable {
        /// A usable address.
        case address(WebAddress)
        /// Why it is not one, in words for the caller.
        case refused(String)
    }

    /// The address, or nil when the text is none.
    ///
    /// - Parameter text: an absolute URL.
    public init?(_ text: String) {
        guard case .address(let address) = WebAddress.parse(text) else { return nil }
        self = address
    }

    private init(_ text: String, scheme: String, host: String, port: Int) {
        self.text = text
        self.scheme = scheme
        self.host = host
        self.port = port
    }

    /// An address that leads nowhere (RFC 2606): it stands where a request gives none, until the request is refused.
    static let nowhere = WebAddress("http://nowhere.invalid/", scheme: "http", host: "nowhere.invalid", port: 80)

    /// The address without query and fragment, which may carry what nobody should read: at most 500 characters.
    public var plain: String { text.prefix { $0 != "?" && $0 != "#" }.clipped(500) }

    /// What stands in ``plain`` after the host, between slashes; empty places are left out.
    public var segments: [String] { plain.split(separator: "/").dropFirst(2).map(String.init) }

    /// The ``segments`` as one text, without a slash in front.
    public var path: String { segments.joined(separator: "/") }

    /// Takes the parts that matter for safety out of a URL, as browsers read it.
    ///
    /// - Parameter text: an absolute URL.
    /// - Returns: the address, or why it is refused.
    public static func parse(_ text: String) -> Reading {
        if text.unicodeScalars.contains(where: { $0.value <= 0x20 || $0.value == 0x7f || $0 == "\\" }) {
            return .refused("Invalid URL: it contains a space, control character or backslash")
        }
        guard let colon = text.firstIndex(of: ":") else { return .refused("Invalid URL: it needs https:// in front") }
        let scheme = text[..<colon].lowercased()
        guard scheme == "http" || scheme == "https" else {
            return .refused("Invalid URL: only http and https are allowed")
        }
        let rest = text[text.index(after: colon)...]
        guard rest.hasPrefix("//") else { return .refused("Invalid URL: it needs \(scheme):// in front") }
        let authority = rest.dropFirst(2).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard !authority.contains("@") else {
            return .refused("Invalid URL: a user name or password in it is not allowed")
        }
        return split(text, authority, scheme: scheme)
    }

    private static func split(_ text: String, _ authority: Substring, scheme: String) -> Reading {
        var host = authority
        var port = scheme == "https" ? 443 : 80
        let end = authority.lastIndex(of: "]") ?? authority.startIndex
        if let colon = authority[end...].lastIndex(of: ":") {
            host = authority[..<colon]
            let digits = authority[authority.index(after: colon)...]
            if !digits.isEmpty {
                guard let number = Int(digits), (1...65535).contains(number) else {
                    return .refused("Invalid URL: the port is not 1...65535")
                }
                port = number
            }
        }
        if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
        var name = host.lowercased()
        if name.hasSuffix(".") { name.removeLast() }
        guard !name.isEmpty, !name.contains("%"), name.utf8.count <= 253 else {
            return .refused("Invalid URL: it has no usable host")
        }
        return .address(WebAddress(text, scheme: scheme, host: name, port: port))
    }
}
