import AsyncHTTPClient
public import Foundation
public import GhostHands
import NIOCore

/// An HTTP client for addresses that callers name: it connects only to an address it has checked (R28).
///
/// The host is resolved once, every answer must be allowed, and the connection goes to that very address, so that a
/// name cannot mean one thing when it is checked and another when it is used. A redirect is a new address and is
/// checked like the first.
public struct PinnedClient: Sendable {
    private let rule: AddressRule
    private let resolver: AddressResolver
    private let clock: any Clock<Duration>

    /// A client.
    ///
    /// - Parameters:
    ///   - rule: which addresses are allowed.
    ///   - resolver: what finds the addresses of a name.
    ///   - clock: what measures deadlines.
    public init(
        rule: AddressRule,
        resolver: AddressResolver = .system,
        clock: any Clock<Duration> = ContinuousClock()
    ) {
        self.rule = rule
        self.resolver = resolver
        self.clock = clock
    }

    /// What is asked for.
    public struct Request: Sendable {
        /// The method, in capitals.
        public var method: String
        /// An absolute URL.
        public var url: String
        /// Names and values, in order.
        public var headers: [(String, String)]
        /// The body, when there is one.
        public var body: Data?
        /// How long everything may take: resolving, connecting, redirects and reading.
        public var timeout: Duration
        /// How many bytes of the answer are read.
        public var bodyLimit: Int
        /// How many redirects are followed.
        public var redirects: Int

        /// A request.
        ///
        /// - Parameters:
        ///   - method: the method, in capitals.
        ///   - url: an absolute URL.
        ///   - headers: names and values, in order.
        ///   - body: the body, when there is one.
        ///   - timeout: how long everything may take.
        ///   - bodyLimit: how many bytes of the answer are read.
        ///   - redirects: how many redirects are followed.
        public init(
            method: String = "GET",
            url: String,
            headers: [(String, String)] = [],
            body: Data? = nil,
            timeout: Duration = .seconds(10),
            bodyLimit: Int = 65536,
            redirects: Int = 0
        ) {
            self.method = method
            self.url = url
            self.headers = headers
            self.body = body
            self.timeout = timeout
            self.bodyLimit = bodyLimit
            self.redirects = redirects
        }
    }

    /// What came back.
    public struct Response: Sendable {
        /// The HTTP status.
        public var status: Int
        /// The headers, by their names in lower case; the first value of each.
        public var headers: [String: String]
        /// The body, as far as it was read.
        public var body: Data
        /// Whether the body is longer than what was read.
        public var isTruncated: Bool
        /// The URL that answered, after redirects.
        public var url: String
    }

    /// How a request ended.
    public enum Outcome: Sendable {
        /// Somebody answered.
        case response(Response)
        /// The address may not be talked to; trying again does not help.
        case refused(String)
        /// Nobody answered in time, or the connection broke; trying again may help.
        case failed(String)
    }

    /// Makes a request.
    ///
    /// - Parameter request: what is asked for.
    /// - Returns: how it ended; the reasons hold nothing of the URL.
    public func execute(_ request: Request) async -> Outcome {
        do {
            return try await withDeadline(request.timeout, on: clock) { try await follow(request) }
        } catch let error as OutboundError {
            return .failed(error.message)
        } catch is CancellationError {
            return .failed("The request was cancelled")
        } catch let error as HTTPClientError where error == .connectTimeout || error == .deadlineExceeded {
            return .failed("No connection in time")
        } catch {
            // The error's own words could quote the URL, which may carry a token.
            return .failed("The connection failed (\(type(of: error)))")
        }
    }

    private func follow(_ request: Request) async throws -> Outcome {
        var request = request
        while true {
            let outcome = try await once(request)
            guard case .response(let response) = outcome, let next = response.redirect else { return outcome }
            guard request.redirects > 0 else { return outcome }
            request.redirects -= 1
            request.url = next
        }
    }

    private func once(_ request: Request) async throws -> Outcome {
        switch Target.read(request.url) {
        case .refused(let reason): return .refused(reason)
        case .target(let target):
            switch try await resolver.resolve(target.address.host, rule: rule) {
            case .refused(let reason): return .refused(reason)
            case .address(let address): return .response(try await send(request, to: target, at: address))
            }
        }
    }

    private func send(_ request: Request, to target: Target, at address: String) async throws -> Response {
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.dnsOverride = [target.hostAsSpelled: address]
        configuration.httpVersion = .http1Only
        configuration.timeout.connect = .seconds(5)
        configuration.connectionPool.retryConnectionEstablishment = false
        // A client is for one request; its idle timer would keep it in memory for a minute after its end.
        configuration.connectionPool.idleTimeout = .seconds(1)
        return try await HTTPClient.withHTTPClient(configuration: configuration) { client in
            let response = try await client.execute(request.prepared, deadline: .now() + request.timeout.amount)
            return try await Response(response, of: request)
        }
    }
}

extension Duration {
    /// The same time for NIO.
    fileprivate var amount: TimeAmount {
        .nanoseconds(components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000)
    }
}
