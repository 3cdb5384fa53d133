import Foundation

/// Which bucket files are kept in, and how it is reached.
public struct S3Place: Sendable, Hashable {
    /// How a bucket is named in an address.
    public enum Style: String, Sendable, Hashable, CaseIterable {
        /// As the first segment of the path: every server takes it.
        case path
        /// As the first label of the host.
        case virtual
    }

    /// The bucket that holds all files, under their keys.
    public var bucket: String
    /// `us-east-1`, `auto` for R2.
    public var region: String
    /// How the bucket is named.
    public var style: Style
    /// The server, without a slash at its end; nil for AWS's of the region.
    public var endpoint: String?

    /// A place.
    ///
    /// - Parameters:
    ///   - bucket: the bucket; it must be there.
    ///   - region: its region; nil for `auto` on R2 and `us-east-1` elsewhere.
    ///   - endpoint: the server, as an http or https address; nil for AWS's.
    ///   - style: how the bucket is named in addresses.
    public init(bucket: String, region: String? = nil, endpoint: String? = nil, style: Style = .path) {
        self.bucket = bucket
        self.endpoint = endpoint
        self.style = style
        let isR2 = endpoint.flatMap { URL(string: $0)?.host() }?.hasSuffix(".r2.cloudflarestorage.com") ?? false
        self.region = region ?? (isR2 ? "auto" : "us-east-1")
    }

    /// Whether a text can be a bucket's name: 3 to 63 lower-case letters, digits, dots and hyphens.
    public static func isBucket(_ text: String) -> Bool {
        text.wholeMatch(of: /[a-z0-9][a-z0-9.\-]{1,61}[a-z0-9]/) != nil
    }

    private var server: String {
        if let endpoint { return endpoint }
        return region.hasPrefix("cn-")
            ? "https://s3.\(region).amazonaws.com.cn" : "https://s3.\(region).amazonaws.com"
    }

    /// What comes before the host in addresses.
    var scheme: String { server.hasPrefix("http://") ? "http" : "https" }

    /// A request for a key, or for the bucket where there is none.
    func request(_ method: String, _ key: String?) -> S3Request {
        let rest = server.dropFirst(scheme.count + 3)
        let authority = String(rest.prefix { $0 != "/" })
        let own = scheme == "http" ? ":80" : ":443"
        let host = authority.hasSuffix(own) ? String(authority.dropLast(own.count)) : authority
        let base = String(rest.dropFirst(authority.count))
        switch style {
        case .path:
            return S3Request(method: method, host: host, path: "\(base)/\(bucket)" + (key.map { "/" + $0 } ?? ""))
        case .virtual: return S3Request(method: method, host: "\(bucket).\(host)", path: "\(base)/" + (key ?? ""))
        }
    }

    /// The same place in another region.
    func moved(to region: String) -> S3Place {
        var place = self
        place.region = region
        return place
    }
}
