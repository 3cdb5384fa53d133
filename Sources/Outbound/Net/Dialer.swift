import GhostHands
import NIOCore
import NIOPosix
import NIOSSL
import Waiting

/// Opens connections to addresses that were checked, whichever of them answers (RFC 8305).
struct Dialer: Sendable {
    /// How long one address may take to accept a connection.
    static let patience = TimeAmount.seconds(5)

    let certificates: Certificates

    /// Opens a connection; addresses that do not answer at once are overtaken by the next.
    ///
    /// - Parameters:
    ///   - target: what is asked for.
    ///   - addresses: where its host may be found; no other place is connected to.
    ///   - isChecked: whether the host must prove that it is who it says.
    ///   - install: puts what speaks over it into the pipeline, on its event loop.
    /// - Returns: the open connection.
    /// - Throws: why there is none; ``ConnectionFault`` knows words for it.
    func connect(
        to target: Target,
        at addresses: [String],
        isChecked: Bool = true,
        _ install: @escaping @Sendable (ChannelPipeline.SynchronousOperations) throws -> Void
    ) async throws -> any Channel {
        let port = target.address.port
        let context = target.address.scheme == "https" ? try certificates.context(isChecked: isChecked) : nil
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        let found = try addresses.map { try SocketAddress(ipAddress: $0, port: port) }
        let answer = Promise<any Channel>()
        ClientBootstrap(group: loop)
            .connectTimeout(Self.patience)
            .resolver(CheckedAddresses(found: found, loop: loop))
            .connect(host: target.address.host, port: port)
            .whenComplete { result in
                let ready = result.flatMap { channel in
                    Result { try Self.prepare(channel, context, target, install) }
                }
                // Nobody waits any more.
                if !answer.fulfil(ready), case .success(let channel) = ready { channel.close(promise: nil) }
            }
        return try await answer.value()
    }

    private static func prepare(
        _ channel: any Channel,
        _ context: NIOSSLContext?,
        _ target: Target,
        _ install: (ChannelPipeline.SynchronousOperations) throws -> Void
    ) throws -> any Channel {
        do {
            let pipeline = channel.pipeline.syncOperations
            if let context {
                let name = target.isNumeric ? nil : target.address.host
                try pipeline.addHandler(NIOSSLClientHandler(context: context, serverHostname: name))
            }
            try install(pipeline)
            return channel
        } catch {
            channel.close(promise: nil)
            throw error
        }
    }
}

/// Answers with what was found and checked already, so that nothing is resolved twice.
private struct CheckedAddresses: Resolver, Sendable {
    let found: [SocketAddress]
    let loop: any EventLoop

    func initiateAQuery(host: String, port: Int) -> EventLoopFuture<[SocketAddress]> { future(of: .inet) }
    func initiateAAAAQuery(host: String, port: Int) -> EventLoopFuture<[SocketAddress]> { future(of: .inet6) }
    func cancelQueries() {}

    private func future(of family: NIOBSDSocket.ProtocolFamily) -> EventLoopFuture<[SocketAddress]> {
        loop.makeSucceededFuture(found.filter { $0.protocol == family })
    }
}
