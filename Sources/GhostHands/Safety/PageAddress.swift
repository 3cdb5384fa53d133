/// Where a page is, or is said to be: an address of the web, or a text that is none (`about:blank`, `file:///etc`).
///
/// Browsers and rows of the database give both. What it stands for is judged when it is asked for: most rows are read
/// without anybody asking.
public struct PageAddress: Sendable, Hashable {
    /// The address as it was given.
    public let text: String

    /// The address of the web that it is; nil when it is none.
    public var web: WebAddress? { WebAddress(text) }

    /// An address as it was given.
    ///
    /// - Parameter text: any text.
    public init(_ text: String) {
        self.text = text
    }

    /// An address of the web.
    public init(_ address: WebAddress) {
        text = address.text
    }

    /// The host; nil for what is no address of the web.
    public var host: String? { web?.host }

    /// The site (``WebAddress/site``); nil for what is no address of the web: it belongs to no site, not even to its own.
    public var site: String? { web?.site }

    /// What stands after the host, without a slash in front; empty for what is not of the web.
    ///
    /// Also of an address that browsers take and we do not, such as one with a backslash in its query.
    public var path: String {
        let parts = plain.split(separator: "/", maxSplits: 2)
        return parts.first == "https:" || parts.first == "http:" ? parts.dropFirst(2).joined() : ""
    }

    /// The address without query and fragment, which may carry what nobody should read: at most 500 characters.
    public var plain: String { text.prefix { $0 != "?" && $0 != "#" }.clipped(500) }

    /// Why it is no address of the web, in words for the caller; nil when it is one.
    public var refusal: String? {
        guard web == nil, case .refused(let reason) = WebAddress.parse(text) else { return nil }
        return reason
    }
}

extension PageAddress: ExpressibleByStringLiteral {
    /// An address as it is written in code.
    public init(stringLiteral value: String) { self.init(value) }
}
