import Crypto
public import Foundation
public import GhostHands
public import Store

/// How people reach the pages of paused jobs (R52).
public struct LiveAccess: Sendable {
    /// What tickets and links are made with.
    let key: LiveKey
    /// Where people reach the API, without a slash at the end.
    let publicURL: String
    /// The origins whose pages may show live help in a frame.
    let ancestors: [String]
    /// Whether links are made at all (`GH_LIVE_LINKS`).
    let offersLinks: Bool
    /// Whether statuses name the link that the callback has named.
    let namesLinks: Bool

    /// How people reach pages.
    public init(
        key: LiveKey,
        publicURL: String,
        ancestors: [String] = [],
        offersLinks: Bool = true,
        namesLinks: Bool = false
    ) {
        self.namesLinks = namesLinks
        self.key = key
        self.publicURL = publicURL.hasSuffix("/") ? String(publicURL.dropLast()) : publicURL
        self.ancestors = ancestors
        self.offersLinks = offersLinks
    }

    /// The address that opens with a secret; what stands behind the `#` is sent to no server.
    func url(_ secret: Data) -> String { publicURL + "/live#" + Base64URL.text(secret) }

    /// The one link that callbacks and statuses name for a pause.
    ///
    /// - Parameters:
    ///   - job: the paused job.
    ///   - pause: when it was paused, in microseconds of 1970.
    public func link(of job: UUID, pause: Int64) -> Jobs.LiveLink {
        let secret = key.linkSecret(of: job, pause: pause)
        return Jobs.LiveLink(url: url(secret), digest: Self.digest(secret))
    }

    /// Whether a request comes from a page of our own, or one that may show live help.
    func trusts(origin: String?, host: String?) -> Bool {
        if let origin, ancestors.contains(origin) { return true }
        return OwnOrigin(publicURL: publicURL).trusts(origin: origin, host: host)
    }

    /// Thirty-two bytes that nobody can guess.
    static func secret() -> Data { SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) } }

    static func digest(_ secret: Data) -> Data { Data(SHA256.hash(data: secret)) }

    /// The thirty-two bytes of a secret or a cookie; nil where a text is not as long as those are.
    static func bytes(_ text: String) -> Data? { text.utf8.count == 43 ? Base64URL.data(text) : nil }

    /// The name of a link's cookie: several links may be open in one browser.
    static func cookieName(_ link: UUID) -> String { "__Host-gh-live-" + link.uuidString.lowercased().prefix(8) }

    /// The cookie that a link is exchanged for.
    func cookie(_ link: UUID, _ value: Data) -> String {
        let place = ancestors.isEmpty ? "SameSite=Strict" : "SameSite=None; Partitioned"
        return "\(Self.cookieName(link))=\(Base64URL.text(value)); Path=/; Secure; HttpOnly; \(place)"
    }

    /// Only our own scripts, styles and pictures; sockets to ourselves; framed by the console and those who may alone.
    var contentPolicy: String {
        // The console shows it too.
        let frames = (["'self'"] + ancestors).joined(separator: " ")
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors \(frames)"
    }
}
