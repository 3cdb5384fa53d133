public import Foundation
public import GhostHands
import NIOConcurrencyHelpers
import NIOCore
import NIOHTTP1
import NIOHTTPCompression
import NIOSSL
import Waiting

/// An HTTP client for addresses that callers name: it connects only to an address it has checked (R28).
///
/// The host is resolved once, every answer must be allowed, and the connection goes to one of those very addresses,
/// whichever answers, so that a name cannot mean one thing when it is checked and another when it is used. A redirect
/// is a new address and is checked like the first.
public struct PinnedClient: Sendable {
    private let rule: AddressRule
    private let resolver: AddressResolver
    private let clock: any Clock<Duration>
    private let now: @Sendable () -> Date
    private let dialer: Dialer

    /// A client.
    ///
    /// - Parameters:
    ///   - rule: which addresses are allowed.
    ///   - resolver: what finds the addresses of a name.
    ///   - clock: what measures deadlines.
    ///   - now: tells whether a certificate has expired.
    public init(
        rule: AddressRule,
        resolver: AddressResolver = .system,
        clock: any Clock<Duration> = ContinuousClock(),
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.init(rule: rule, resolver: resolver, clock: clock, now: now, roots: .default)
    }

    /// A client that trusts others than the machine does.
    init(
        rule: AddressRule,
        resolver: AddressResolver = .system,
        clock: any Clock<Duration> = ContinuousClock(),
        now: @escaping @Sendable () -> Date = { Date() },
        roots: NIOSSLTrustRoots
    ) {
        self.rule = rule
        self.resolver = resolver
        self.clock = clock
        self.now = now
        dialer = Dialer(certificates: Certificates(trusting: roots))
    }

    /// Makes a request.
    ///
    /// - Parameter request: what is asked for.
    /// - Returns: how it ended; the reasons hold the host at most, nothing else of the URL.
    public func execute(_ request: Request) async -> Outcome {
        do {
            return try await withDeadline(request.timeout, on: clock) { try await follow(request) }
        } catch let error as OutboundError {
            return .failed(error.message)
        } catch {
            return .failed("The request was cancelled")
        }
    }

    private func follow(_ request: Request) async throws -> Outcome {
        var request = request
        while true {
            switch Target.read(request.url) {
            case .refused(let reason): return .refused(reason)
            case .target(let target):
                let outcome = try await once(request, to: target)
                guard case .response(let response) = outcome, response.isRedirect, request.redirects > 0,
                    let next = response.headers["location"].flatMap(target.resolving)
                else { return outcome }
                request.redirects -= 1
                request.url = next
            }
        }
    }

    private func once(_ request: Request, to target: Target) async throws -> Outcome {
        switch try await resolver.resolve(target.address.host, rule: rule) {
        case .refused(let reason): return .refused(reason)
        case .addresses(let addresses):
            do {
                return .response(try await send(request, to: target, at: addresses))
            } catch let error as CancellationError {
                throw error
            } catch {
                // The error's own words could quote the URL, or name what only a programmer knows.
                let fault = ConnectionFault(error, at: target)
                guard fault.isDistrust else { throw OutboundError(.unreachable, fault.words) }
                throw OutboundError(.unreachable, try await doubt(about: target, at: addresses))
            }
        }
    }

    private func send(_ request: Request, to target: Target, at addresses: [String]) async throws -> Response {
        let reception = Reception()
        let channel = try await dialer.connect(to: target, at: addresses) { pipeline in
            try pipeline.addHTTPClientHandlers(leftOverBytesStrategy: .dropBytes)
            try pipeline.addHandler(NIOHTTPResponseDecompressor(limit: .size(request.bodyLimit)))
            let exchange = Exchange(
                request.head(for: target),
                body: request.body,
                limit: request.bodyLimit,
                to: reception
            )
            try pipeline.addHandler(exchange)
        }
        defer { channel.close(promise: nil) }
        try await reception.head.value()
        do {
            if let patience = request.bodyPatience {
                try await withDeadline(patience, on: clock) { try await reception.end.value() }
            } else {
                try await reception.end.value()
            }
        } catch NIOHTTPDecompression.DecompressionError.limit {
            // As with a body that is too long when it arrives: the part that was read says so.
        } catch  where request.bodyPatience != nil && !Task.isCancelled {
            // The head has come, and it is the answer.
        }
        return try Response(reception.received.withLockedValue(\.self), from: request.url)
    }

    /// Why a host's certificate was not believed, in words.
    private func doubt(about target: Target, at addresses: [String]) async throws -> String {
        let seen = Promise<NIOSSLCertificate?>()
        let channel = try? await dialer.connect(to: target, at: addresses, isChecked: false) { pipeline in
            try pipeline.addHandler(CertificateWitness(seen))
        }
        defer { channel?.close(promise: nil) }
        let certificate = channel == nil ? nil : try? await seen.value()
        try Task.checkCancellation()
        return ConnectionFault.words(
            for: certificate ?? nil,
            of: target.address.host,
            now: Int(now().timeIntervalSince1970)
        )
    }
}
