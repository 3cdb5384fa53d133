import Foundation
import GhostHands
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import Testing

@testable import Outbound

@Suite("What TLS says, in words")
struct TLSTests {
    /// Asks a server that shows a certificate, by a name that leads to it.
    private func ask(
        _ certificate: TestCertificate,
        trusting isTrusting: Bool = true
    ) async throws -> PinnedClient.Outcome {
        let authority = try NIOSSLCertificate.fromPEMBytes(Array(TestCertificate.authority.utf8))
        let client = PinnedClient(
            rule: AddressRule(.loopback),
            resolver: AddressResolver { _ in ["127.0.0.1"] },
            roots: isTrusting ? .certificates(authority) : .certificates([])
        )
        return try await SecureServer.with(certificate) { port in
            await client.execute(.init(url: "https://hooks.example.com:\(port)/?token=abc"))
        }
    }

    private func reason(_ outcome: PinnedClient.Outcome) -> String {
        if case .failed(let reason) = outcome { reason } else { "\(outcome)" }
    }

    @Test func `a host that proves who it is answers`() async throws {
        guard case .response(let response) = try await ask(TestCertificate.good) else {
            Issue.record("no response")
            return
        }
        #expect(response.status == 204)
    }

    @Test(arguments: [
        (TestCertificate.expired, "The certificate of hooks.example.com has expired"),
        (TestCertificate.early, "The certificate of hooks.example.com is not valid yet"),
        (TestCertificate.other, "The certificate of hooks.example.com is for another name"),
    ])
    func `a certificate that is not to be believed is told by what is wrong with it`(
        certificate: TestCertificate,
        words: String
    ) async throws {
        #expect(reason(try await ask(certificate)) == words)
    }

    @Test func `so is one by an authority that nobody knows`() async throws {
        #expect(
            reason(try await ask(TestCertificate.good, trusting: false))
                == "The certificate of hooks.example.com is not signed by an authority that this machine trusts"
        )
    }

    @Test func `a server that speaks no TLS is told by its port`() async throws {
        let client = PinnedClient(rule: AddressRule(.loopback))
        try await SecureServer.open({ try $0.addHandler(PlainSpeaker()) }) { port in
            let outcome = await client.execute(.init(url: "https://127.0.0.1:\(port)/"))
            #expect(reason(outcome) == "127.0.0.1:\(port) does not speak TLS: is its address one of http://?")
        }
    }
}

/// A server that shows a certificate and answers 204 to whoever believes it.
private enum SecureServer {
    static func with<Value: Sendable>(
        _ certificate: TestCertificate,
        _ body: (Int) async throws -> Value
    ) async throws -> Value {
        let chain = try NIOSSLCertificate.fromPEMBytes(Array(certificate.text.utf8))
        let key = try NIOSSLPrivateKey(bytes: Array(TestCertificate.key.utf8), format: .pem)
        let context = try NIOSSLContext(
            configuration: .makeServerConfiguration(
                certificateChain: chain.map { .certificate($0) },
                privateKey: .privateKey(key)
            )
        )
        return try await open(
            { pipeline in
                try pipeline.addHandler(NIOSSLServerHandler(context: context))
                try pipeline.configureHTTPServerPipeline()
                try pipeline.addHandler(NoContent())
            },
            body
        )
    }

    static func open<Value: Sendable>(
        _ install: @escaping @Sendable (ChannelPipeline.SynchronousOperations) throws -> Void,
        _ body: (Int) async throws -> Value
    ) async throws -> Value {
        let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture { try install(channel.pipeline.syncOperations) }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        let result: Result<Value, any Error>
        do {
            result = .success(try await body(server.localAddress?.port ?? 0))
        } catch {
            result = .failure(error)
        }
        try await server.close()
        return try result.get()
    }
}

private final class NoContent: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard case .end = unwrapInboundIn(data) else { return }
        context.write(wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: .noContent))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }

    /// A client that does not believe the certificate goes.
    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}

/// Answers whatever it is told in plain HTTP.
private final class PlainSpeaker: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: "HTTP/1.1 400 Bad Request\r\n\r\n")), promise: nil)
    }
}
