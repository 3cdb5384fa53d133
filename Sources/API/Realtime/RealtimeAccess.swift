import Crypto
import Foundation
import GhostHands
import Store

/// What somebody may see, and until when: the rows' policies (migration 017) by the claims of a token.
struct RealtimeAccess: Sendable, Hashable {
    /// Nil for whoever sees everything.
    let user: UUID?
    /// When it ends.
    var expires: Date?

    /// Whoever has the service key.
    static let everything = RealtimeAccess(user: nil)

    /// Whether a change may be seen.
    func sees(_ change: Change) -> Bool { user == nil || (change.owner != nil && change.owner == user) }
}

/// Reads keys and tokens.
struct RealtimeKeys: Sendable {
    let service: ServiceKey
    /// What tokens are signed with; nil where there are none.
    let secret: Data?

    enum Refusal: String, Error {
        case missing = "API key is missing"
        case expired = "Token has expired"
        case malformed = "The token provided is not a valid JWT"
        case forged = "Failed to validate JWT signature"
        case incomplete = "Fields `role` and `exp` are required in JWT"
        case unauthorized = "Unauthorized: this role may see nothing here"
    }

    /// What a key or a token allows.
    ///
    /// - Throws: why it allows nothing.
    func access(_ text: String?, at now: Date) throws(Refusal) -> RealtimeAccess {
        guard let text, !text.isEmpty else { throw .missing }
        if service.matches(text) { return .everything }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, text.utf8.count < 16_384, let head = Self.object(parts[0]),
            let claims = Self.object(parts[1]), let signature = Base64URL.data(parts[2])
        else { throw .malformed }
        // Only the one algorithm: a token must not choose how it is looked at.
        guard let secret, head["alg"].string == "HS256",
            HMAC<SHA256>.isValidAuthenticationCode(
                signature,
                authenticating: Data("\(parts[0]).\(parts[1])".utf8),
                using: SymmetricKey(data: secret)
            )
        else { throw .forged }
        guard let role = claims["role"].string, let expires = claims["exp"].double else { throw .incomplete }
        let end = Date(timeIntervalSince1970: expires)
        guard end > now else { throw .expired }
        if role == "service_role" { return RealtimeAccess(user: nil, expires: end) }
        guard role == "authenticated", let user = claims["sub"].string.flatMap(UUID.init(uuidString:)) else {
            throw .unauthorized
        }
        return RealtimeAccess(user: user, expires: end)
    }

    private static func object(_ part: String) -> JSON? {
        guard let data = Base64URL.data(part), let json = try? JSON(parsing: data), json.object != nil else {
            return nil
        }
        return json
    }
}
