public import Foundation
public import GhostHands

/// Delivers callbacks: one attempt at a time, exactly the bytes that were stored.
public struct CallbackSender: Sendable {
    private let client: PinnedClient
    private let signature: CallbackSignature?
    private let clock: ContinuousClock

    /// A sender.
    ///
    /// - Parameters:
    ///   - client: what makes the requests.
    ///   - secrets: `GH_CALLBACK_SECRET`, and while it is changed the old one too; none where callbacks are not signed.
    ///   - clock: measures how long attempts take.
    public init(client: PinnedClient, secrets: [String] = [], clock: ContinuousClock = ContinuousClock()) {
        self.client = client
        self.clock = clock
        signature = secrets.isEmpty ? nil : CallbackSignature(secrets: secrets)
    }

    /// What came of an attempt.
    public struct Attempt: Sendable, Hashable {
        /// How it ended.
        public let outcome: Outcome
        /// The HTTP status, where there was an answer.
        public let status: Int?
        /// The beginning of the answer, at most 2 kB.
        public let reply: Data
        /// How long it took.
        public let duration: Duration
    }

    /// How much of an answer is kept, in bytes.
    private static let longestReply = 2048

    /// How an attempt ended.
    public enum Outcome: Sendable, Hashable {
        /// The receiver took it.
        case delivered
        /// It did not, and another attempt may help; the receiver may have said after how many seconds.
        case retry(reason: String, retryAfter: Int?)
        /// Nobody answered: the host may be down, and another attempt may help once it is up.
        case silent(reason: String)
        /// No further attempt makes sense.
        case gone(reason: String)
    }

    /// Makes one attempt, of at most ten seconds.
    ///
    /// The status decides, as soon as it is there: a body that never ends changes nothing.
    ///
    /// - Parameters:
    ///   - body: the stored bytes.
    ///   - url: where they go.
    ///   - id: the callback's `webhook-id`, the same for every attempt.
    ///   - trace: of which trace it is.
    ///   - now: the present time.
    /// - Returns: what came of it.
    public func send(
        _ body: Data,
        to url: String,
        id: String,
        of trace: TraceContext? = nil,
        now: Date
    ) async -> Attempt {
        let request = PinnedClient.Request(
            method: "POST",
            url: url,
            headers: headers(for: body, id: id, of: trace, now: now),
            body: body,
            bodyLimit: Self.longestReply,
            bodyPatience: .seconds(2)
        )
        let begun = clock.now
        let end = await client.execute(request)
        let duration = begun.duration(to: clock.now)
        switch end {
        case .refused(let reason):
            return Attempt(outcome: .gone(reason: reason), status: nil, reply: Data(), duration: duration)
        case .failed(let reason):
            return Attempt(outcome: .silent(reason: reason), status: nil, reply: Data(), duration: duration)
        case .response(let response):
            let reply = response.body.prefix(Self.longestReply)
            return Attempt(outcome: Self.judge(response), status: response.status, reply: reply, duration: duration)
        }
    }

    private func headers(for body: Data, id: String, of trace: TraceContext?, now: Date) -> [(String, String)] {
        let timestamp = Int(now.timeIntervalSince1970)
        var headers = [
            ("content-type", "application/json"), ("user-agent", "GhostHands-Callback/1.0"), ("webhook-id", id),
            ("webhook-timestamp", String(timestamp)),
        ]
        if let signature {
            headers.append(("webhook-signature", signature.header(id: id, timestamp: timestamp, body: body)))
        }
        if let trace { headers.append(("traceparent", trace.header(span: .random(in: 1...UInt64.max)))) }
        return headers
    }

    private static func judge(_ response: PinnedClient.Response) -> Outcome {
        switch response.status {
        case 200..<300: .delivered
        case 410: .gone(reason: "HTTP 410")
        default:
            .retry(reason: "HTTP \(response.status)", retryAfter: response.headers["retry-after"].flatMap(seconds))
        }
    }

    private static func seconds(_ header: String) -> Int? {
        guard let seconds = Int(header), (0...86400).contains(seconds) else { return nil }
        return seconds
    }
}
