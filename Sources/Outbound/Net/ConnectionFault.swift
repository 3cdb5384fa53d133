import GhostHands
import Glibc
import NIOCore
import NIOHTTP1
import NIOHTTPCompression
import NIOPosix
import NIOSSL

/// Why a connection or an answer failed, in words for whoever gave the address.
///
/// They hold the host and its port, and nothing of the rest of the URL, which may carry a token.
struct ConnectionFault: Sendable, Hashable {
    let words: String

    /// Whether it is the host's certificate that was not believed: another look at it may tell why.
    let isDistrust: Bool

    init(_ error: any Error, at target: Target) {
        let tls = TLSFault(error)
        isDistrust = tls == .distrusted
        let host = target.address.host
        words = tls?.words(host, target) ?? Self.words(error, host, target.place)
    }

    /// What is wrong with a certificate that was not believed.
    ///
    /// - Parameters:
    ///   - certificate: the one that the host shows; nil when it could not be seen.
    ///   - host: the name that was asked for.
    ///   - now: the present time, in seconds since 1970.
    /// - Returns: a sentence without a full stop.
    static func words(for certificate: NIOSSLCertificate?, of host: String, now: Int) -> String {
        if let certificate, certificate.notValidAfter < now { return "The certificate of \(host) has expired" }
        if let certificate, certificate.notValidBefore > now { return "The certificate of \(host) is not valid yet" }
        return "The certificate of \(host) is not signed by an authority that this machine trusts"
    }

    private static func words(_ error: any Error, _ host: String, _ place: String) -> String {
        switch error {
        case let error as NIOConnectionError: words(ofAll: error.connectionErrors.map(\.error), host, place)
        case let error as IOError: words(error.errnoCode, host, place)
        case ChannelError.connectTimeout: "\(place) does not answer"
        case Reception.Break.beforeHead, ChannelError.eof: "\(host) closed the connection without an answer"
        case Reception.Break.withinBody, NIOSSLError.uncleanShutdown:
            "\(host) closed the connection in the middle of its answer"
        case is HTTPParserError: "\(place) does not answer in HTTP"
        case is NIOHTTPDecompression.DecompressionError, is NIOHTTPDecompression.ExtraDecompressionError:
            "The answer of \(host) cannot be unpacked"
        default: "The connection to \(place) failed"
        }
    }

    /// Of several addresses, the one whose connection got furthest explains most.
    private static func words(ofAll errors: [any Error], _ host: String, _ place: String) -> String {
        let refused = errors.first { ($0 as? IOError)?.errnoCode == ECONNREFUSED }
        let late = errors.first { if case ChannelError.connectTimeout = $0 { true } else { false } }
        guard let telling = refused ?? late ?? errors.first else { return "The connection to \(place) failed" }
        return words(telling, host, place)
    }

    private static func words(_ code: CInt, _ host: String, _ place: String) -> String {
        switch code {
        case ECONNREFUSED: "Nothing listens at \(place)"
        case ECONNRESET, EPIPE, ECONNABORTED: "\(host) broke off the connection"
        case ETIMEDOUT: "\(place) does not answer"
        case EHOSTUNREACH, ENETUNREACH, EADDRNOTAVAIL, EAFNOSUPPORT: "This machine's network has no route to \(place)"
        case EMFILE, ENFILE: "This machine can open no more connections"
        default: "The connection to \(place) failed"
        }
    }
}

/// What may go wrong in a TLS handshake.
enum TLSFault: Sendable, Hashable {
    case distrusted, otherName, notTLS, oldVersion, wantsCertificate, brokenOff, noAgreement

    init?(_ error: any Error) {
        switch error {
        case let error as NIOSSLExtraError where error == .failedToValidateHostname: self = .otherName
        case NIOSSLError.unableToValidateCertificate, NIOSSLError.noCertificateToValidate: self = .distrusted
        case NIOSSLError.handshakeFailed(let reason): self.init(handshake: reason)
        case let error as BoringSSLError: self.init(handshake: error)
        default: return nil
        }
    }

    private init(handshake: BoringSSLError) {
        guard case .sslError(let stack) = handshake else {
            self = .brokenOff
            return
        }
        // These are names of constants, in no human language.
        let names = stack.map(\.description).joined(separator: " ")
        let known: [(TLSFault, [String])] = [
            (.distrusted, ["CERTIFICATE_VERIFY_FAILED"]),
            (.notTLS, ["WRONG_VERSION_NUMBER", "HTTP_REQUEST", "HTTPS_PROXY_REQUEST", "INVALID_SSL_SESSION"]),
            (.oldVersion, ["UNSUPPORTED_PROTOCOL", "PROTOCOL_VERSION"]),
            (.wantsCertificate, ["CERTIFICATE_REQUIRED", "ALERT_BAD_CERTIFICATE", "ALERT_NO_CERTIFICATE"]),
            (.brokenOff, ["EOF during handshake", "UNEXPECTED_EOF"]),
        ]
        self = known.first { $0.1.contains { names.contains($0) } }?.0 ?? .noAgreement
    }

    func words(_ host: String, _ target: Target) -> String {
        switch self {
        case .distrusted: "The certificate of \(host) is not signed by an authority that this machine trusts"
        case .otherName: "The certificate of \(host) is for another name"
        case .notTLS: "\(target.place) does not speak TLS: is its address one of http://?"
        case .oldVersion: "\(host) offers only outdated versions of TLS"
        case .wantsCertificate: "\(host) asks for a client's certificate, and there is none"
        case .brokenOff: "\(host) broke off the TLS handshake"
        case .noAgreement: "\(host) and this machine could not agree on a TLS connection"
        }
    }
}
