/// The name of a host by which something is kept: in lower case, without port, brackets and trailing dot.
///
/// Sessions and credentials are kept by it, and what seals them is bound to it; so one host has one name.
public struct HostName: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The name; that of another script as `xn--…`, as browsers send it.
    public let text: String

    /// Reads a name.
    ///
    /// - Parameter text: a bare host such as `Careers.Acme.com`, with or without a port; nil when it is none.
    public init?(_ text: String) {
        guard !text.contains(where: { "/?#".contains($0) }), let address = WebAddress("https://\(text)") else {
            return nil
        }
        self.init(address)
    }

    /// The host of an address; nil when it is written as no host may be.
    public init?(_ address: WebAddress) {
        // The full stops of other scripts part names too.
        let parts = address.host.split(omittingEmptySubsequences: false) { ".。．｡".contains($0) }
        let encoded = parts.compactMap(Punycode.label)
        guard encoded.count == parts.count else { return nil }
        let host = encoded.joined(separator: ".")
        let isPlain = host.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
            case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ":"): true
            default: false
            }
        }
        let isAddress = IPAddress(host) != nil
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard isPlain, isAddress || (!host.contains(":") && labels.allSatisfy { (1...63).contains($0.utf8.count) })
        else { return nil }
        text = host
    }

    /// The site it belongs to (``WebAddress/site``).
    public var site: String { WebAddress.site(ofHost: text) }

    /// The host and those above it, up to the one that was registered: the nearest first.
    public var chain: [HostName] {
        var (names, rest) = ([self], Substring(text))
        let site = site
        while rest != site, let dot = rest.firstIndex(of: ".") {
            rest = rest[rest.index(after: dot)...]
            guard let name = HostName(String(rest)) else { break }
            names.append(name)
        }
        return names
    }

    /// The name.
    public var description: String { text }

    /// By the name.
    public static func < (left: HostName, right: HostName) -> Bool { left.text < right.text }
}
