public import Foundation

/// Links of ours to stored files (R27): they last as long as the files, and lead to fresh, short-lived ones of the store.
///
/// So the links in a callback's body or on somebody's page do not rot, and whoever has one of the store's has it for
/// minutes.
public struct FileLinks: Sendable {
    private let base: String?
    private let openBase: String?
    private let signatures: [LinkSignature]
    private let days: Int

    /// How long the store's own link works, in seconds.
    public static let freshSeconds = 300

    /// Links of an installation.
    ///
    /// - Parameters:
    ///   - base: the URL at which the API is reached, without a slash at its end; nil where nobody could reach it.
    ///   - keys: the secret that signs links, and those that did before it: what they signed is still opened.
    ///   - days: how long files are kept after their jobs; nil for ever, for which ten years stand.
    ///   - openBase: where the store shows pictures to everybody, without a slash at its end; nil where it does not.
    public init(base: String?, keys: [Data], days: Int?, openBase: String? = nil) {
        self.base = base
        self.openBase = openBase
        signatures = keys.map(LinkSignature.init)
        self.days = days ?? 3650
    }

    /// The link to a file; the same for all of a day (UTC).
    ///
    /// - Parameters:
    ///   - key: where the file is.
    ///   - now: the present time.
    /// - Returns: an absolute URL, or nil when the key is none or nobody could follow a link.
    public func link(to key: String, now: Date) -> String? {
        guard BlobKey.isValid(key) else { return nil }
        if let openBase, key.hasPrefix("screenshots/"), key.hasSuffix(".png") {
            return "\(openBase)/\(BlobKey.path(key))"
        }
        guard let base, let signature = signatures.first else { return nil }
        let end = (Int(now.timeIntervalSince1970) / Self.day + 1 + days) * Self.day
        return "\(base)/files/\(BlobKey.path(key))?token=\(signature.token(for: Self.signed(key), expiresAt: end))"
    }

    /// Where a link leads in this very service.
    ///
    /// - Parameter link: an absolute URL.
    /// - Returns: the path without its first slash, and what follows it; nil where the link leads elsewhere.
    public func place(of link: String) -> String? {
        guard let base, link.hasPrefix(base + "/") else { return nil }
        return String(link.dropFirst(base.count + 1))
    }

    /// Judges the token of a link.
    ///
    /// - Parameters:
    ///   - key: the file asked for.
    ///   - token: the link's `token`.
    ///   - now: the present time.
    /// - Returns: what it is worth.
    public func verify(_ key: String, token: String, now: Date) -> LinkVerdict {
        guard BlobKey.isValid(key) else { return .forged }
        let verdicts = signatures.map { $0.verify(token, for: Self.signed(key), now: now) }
        return verdicts.first { $0 != .forged } ?? .forged
    }

    private static let day = 86_400

    /// Not what the folder's own links are signed over: neither opens the other's door.
    private static func signed(_ key: String) -> String { "files:" + key }
}

/// What a signed link is worth.
public enum LinkVerdict: Sendable, Hashable {
    /// It may be served.
    case valid
    /// It was signed by us, and its time is over.
    case expired
    /// It was not signed by us, or not for this file.
    case forged
}

extension BlobStore {
    /// The address at which a stored file can be seen.
    ///
    /// - Parameters:
    ///   - stored: what the job's row holds: a storage key, or an absolute address of the predecessor's.
    ///   - links: links of ours; nil where nobody could follow them, and then it is the store's own, for seven days.
    ///   - now: the present time.
    /// - Returns: an absolute URL, or nil when there is none now.
    public func link(to stored: String, by links: FileLinks?, now: Date) async -> String? {
        if stored.hasPrefix("https://") || stored.hasPrefix("http://") { return stored }
        if let link = links?.link(to: stored, now: now) { return link }
        return try? await signedURL(stored, expiresIn: 7 * 24 * 3600, now: now)
    }
}
