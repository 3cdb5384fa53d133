import Foundation
import NIOConcurrencyHelpers
import NIOCore
import NIOSSL
import NIOTLS
import Waiting

/// Whom a TLS connection trusts.
final class Certificates: Sendable {
    private let roots: NIOSSLTrustRoots
    private let contexts = NIOLockedValueBox<[Bool: NIOSSLContext]>([:])

    /// - Parameter roots: who may vouch for a host; the machine's own list, but for tests.
    init(trusting roots: NIOSSLTrustRoots = .default) { self.roots = roots }

    /// What a connection is made with; made once, for reading the machine's list takes its time.
    ///
    /// - Parameter isChecked: false only to see the certificate of a host that was not believed: nothing is sent there.
    /// - Returns: the context of all such connections.
    /// - Throws: ``NIOSSLError`` when the machine's list cannot be read.
    func context(isChecked: Bool) throws -> NIOSSLContext {
        try contexts.withLockedValue { contexts in
            if let known = contexts[isChecked] { return known }
            var configuration = TLSConfiguration.makeClientConfiguration()
            configuration.trustRoots = roots
            configuration.certificateVerification = isChecked ? .fullVerification : .none
            let context = try NIOSSLContext(configuration: configuration)
            contexts[isChecked] = context
            return context
        }
    }
}

/// Looks at the certificate that a host shows, and says nothing to it.
final class CertificateWitness: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let seen: Promise<NIOSSLCertificate?>

    init(_ seen: Promise<NIOSSLCertificate?>) { self.seen = seen }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case .handshakeCompleted = event as? TLSUserEvent {
            seen.fulfil(Result { try context.pipeline.syncOperations.nioSSL_peerCertificate() })
        }
        context.fireUserInboundEventTriggered(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { seen.fulfil(.failure(error)) }

    func channelInactive(context: ChannelHandlerContext) { seen.fulfil(.failure(ChannelError.eof)) }
}
