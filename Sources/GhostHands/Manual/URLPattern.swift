/// An address with a `*` for whatever differs from posting to posting (R43).
public struct URLPattern: Sendable, Hashable {
    /// Host and path; scheme, port, query and fragment do not count.
    public let text: String

    /// A pattern as it was written down.
    public init(_ text: String) { self.text = text }

    /// Generalises an address: the company's part of the host, numbers, ids and languages of the path.
    ///
    /// - Returns: its pattern; nil when it is no address of the web.
    public static func generalising(_ address: PageAddress) -> URLPattern? {
        guard let address = address.web else { return nil }
        let site = address.site == address.host ? address.host : "*." + address.site
        let path = address.segments.map { varies($0) ? "*" : $0 }
        return URLPattern(([site] + path).joined(separator: "/"))
    }

    /// An address without scheme, port, query and fragment, as patterns are compared with it.
    ///
    /// - Returns: host and path; nil when it is no address of the web.
    public static func text(of address: PageAddress) -> String? {
        address.web.map { ([$0.host] + $0.segments).joined(separator: "/") }
    }

    /// The host, without the part that stands for any company.
    public var site: String { String(text.prefix { $0 != "/" }) }

    /// Whether an address is one of those meant.
    ///
    /// - Returns: true when it is; a `*` stands for anything but a slash.
    public func matches(_ address: PageAddress) -> Bool {
        guard let address = address.web else { return false }
        let wanted = text.split(separator: "/").map(String.init)
        let given = [address.host] + address.segments
        return wanted.count == given.count && zip(wanted, given).allSatisfy(Self.fits)
    }

    /// Whether an address lies on the pattern's host.
    ///
    /// - Returns: true when it does.
    public func isOfSite(_ address: PageAddress) -> Bool { address.host.map { Self.fits(site, $0) } ?? false }

    private static func fits(_ pattern: String, _ text: String) -> Bool {
        let parts = pattern.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
        guard parts.count > 1 else { return pattern == text }
        guard text.hasPrefix(parts[0]), text.hasSuffix(parts[parts.count - 1]),
            text.count >= parts.map(\.count).reduce(parts.count - 1, +)
        else { return false }
        var rest = text.dropFirst(parts[0].count)
        for part in parts.dropFirst().dropLast() where !part.isEmpty {
            guard let range = rest.firstRange(of: part) else { return false }
            rest = rest[range.upperBound...]
        }
        return true
    }

    private static func varies(_ segment: String) -> Bool {
        let hex = segment.filter { $0 != "-" }
        let isUUID = hex.count == 32 && hex.allSatisfy(\.isHexDigit)
        let isLocale = segment.count == 2 || (segment.count == 5 && segment.dropFirst(2).first == "-")
        return isUUID || segment.allSatisfy(\.isNumber)
            || (isLocale && segment.prefix(2).allSatisfy { $0.isLowercase && $0.isASCII })
    }
}
