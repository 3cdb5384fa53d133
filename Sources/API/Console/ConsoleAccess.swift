import Crypto
import Foundation
import GhostHands
public import Store

/// Who may sign in to the console, and how a browser says that it has (R61).
public struct ConsoleAccess: Sendable {
    /// How long one is signed in.
    static let seconds = 12 * 3600
    /// For how long a link opens.
    static let linkSeconds = 15 * 60

    private let keys: [(role: ConsoleSessions.Role, key: ServiceKey)]
    /// The origin at which people reach the API.
    let origin: OwnOrigin
    /// Where the console's files lie instead of in the program, for whoever works on them.
    let folder: String?
    private let isSecure: Bool

    /// Who may sign in.
    ///
    /// - Parameters:
    ///   - serviceKey: the key of callers, which opens the console as well.
    ///   - consoleKey: a key that opens the console alone.
    ///   - viewKey: a key with which one can only look.
    ///   - publicURL: where people reach the API.
    ///   - folder: where the console's files lie; nil for those in the program.
    public init(
        serviceKey: String,
        consoleKey: String? = nil,
        viewKey: String? = nil,
        publicURL: String,
        folder: String? = nil
    ) {
        keys =
            [(.act, ServiceKey(serviceKey))] + [consoleKey].compactMap(\.self).map { (.act, ServiceKey($0)) }
            + [viewKey].compactMap(\.self).map { (.view, ServiceKey($0)) }
        origin = OwnOrigin(publicURL: publicURL)
        isSecure = publicURL.lowercased().hasPrefix("https:")
        self.folder = folder
    }

    /// What a key lets its bearer do, and what it is known by; nil for a key that opens nothing.
    func entry(_ text: String) -> (role: ConsoleSessions.Role, mark: Data)? {
        keys.first { $0.key.matches(text) }.map { ($0.role, $0.key.mark) }
    }

    /// Whether the key that a session was opened with still opens the console.
    func stands(_ session: ConsoleSessions.Session) -> Bool {
        keys.contains { $0.role == session.role && $0.key.mark == session.mark }
    }

    /// Makes a link that signs its first bearer in.
    ///
    /// - Parameters:
    ///   - sessions: where it is kept, as a digest.
    ///   - url: where the browser reaches the API.
    /// - Returns: the link; what stands behind its `#` is sent to no server.
    /// - Throws: `PostgresError`.
    public func invite(_ sessions: ConsoleSessions, at url: String) async throws -> String {
        let secret = LiveAccess.secret()
        let digest = LiveAccess.digest(secret)
        try await sessions.invite(.act, mark: keys[0].key.mark, secret: digest, seconds: Self.linkSeconds)
        return url + "/console#" + Base64URL.text(secret)
    }

    /// The cookie's name; another service on the same host has another one, whatever its port.
    var cookieName: String {
        let name = "gh-console-" + keys[0].key.mark.map { String(UInt16($0) + 256, radix: 16).suffix(2) }.joined()
        return isSecure ? "__Host-" + name : name
    }

    /// The cookie of a session; without a value the one that ends it.
    func cookie(_ value: Data?) -> String {
        let (text, age) = (value.map(Base64URL.text) ?? "", value == nil ? 0 : Self.seconds)
        let secure = isSecure ? "; Secure" : ""
        return "\(cookieName)=\(text); Path=/; Max-Age=\(age); HttpOnly; SameSite=Strict\(secure)"
    }

    /// Only our own scripts, styles, pictures and connections, and our own live page in a frame; no script makes markup.
    static let contentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; "
        + "frame-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
        + "require-trusted-types-for 'script'; trusted-types 'none'"
}

/// Which pages are our own: those of the address that people use, and of the one that a request names.
struct OwnOrigin: Sendable {
    private let origin: String

    init(publicURL: String) {
        origin = publicURL.split(separator: "/", maxSplits: 3).prefix(2).joined(separator: "//")
    }

    /// Whether a request comes from a page of ours.
    func trusts(origin given: String?, host: String?) -> Bool {
        guard let given else { return false }
        if given == origin { return true }
        guard let host, let authority = given.split(separator: "/").last else { return false }
        return given.hasPrefix("http") && authority == host
    }
}

extension ServiceKey {
    /// What the key is known by where it must not be found out: four bytes of a digest of its digest.
    var mark: Data { Data(SHA256.hash(data: Data("console".utf8) + digestBytes).prefix(4)) }
}
