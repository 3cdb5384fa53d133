public import Foundation
import GhostHands

/// Delivers callbacks: one attempt at a time, exactly the bytes that were stored.
public struct CallbackSender: Sendable {
    private let client: PinnedClient
    private let signature: CallbackSignature?

    /// A sender.
    ///
    /// - Parameters:
    ///   - client: what makes the requests.
    ///   - secret: `GH_CALLBACK_SECRET`, when callbacks are to be signed.
    public init(client: PinnedClient, secret: String? = nil) {
        self.client = client
        signature = secret.map(CallbackSignature.init)
    }

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
    ///   - now: the present time.
    /// - Returns: how it ended.
    public func send(_ body: Data, to url: String, id: String, now: Date) async -> Outcome {
        let request = PinnedClient.Request(
            method: "POST",
            url: url,
            headers: headers(for: body, id: id, now: now),
            body: body,
            bodyLimit: 2048,
            bodyPatience: .seconds(2)
        )
        switch await client.execute(request) {
        case .refused(let reason): return .gone(reason: reason)
        case .failed(let reason): return .silent(reason: reason)
        case .response(let response): return Self.judge(response)
        }
    }

    private func headers(for body: Data, id: String, now: Date) -> [(String, String)] {
        let timestamp = Int(now.timeIntervalSince1970)
        var headers = [
            ("content-type", "application/json"), ("user-agent", "GhostHands-Callback/1.0"), ("webhook-id", id),
            ("webhook-timestamp", String(timestamp)),
        ]
        if let signature {
            headers.append(("webhook-signature", signature.header(id: id, timestamp: timestamp, body: body)))
        }
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
