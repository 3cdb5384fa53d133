import Crypto
public import Foundation
import GhostHands

/// Judges callbacks as a receiver does (Standard Webhooks).
public struct CallbackVerifier: Sendable {
    private let signature: CallbackSignature

    /// How far the sender's clock may be from ours, in seconds.
    public static let tolerance = 300

    /// A judge.
    ///
    /// - Parameter secrets: what callbacks may be signed with; a signature by one of them is enough.
    public init(secrets: [String]) { signature = CallbackSignature(secrets: secrets) }

    /// What a callback is worth.
    public enum Verdict: String, Sendable, Hashable {
        /// It was signed by whoever has a secret, a moment ago.
        case genuine
        /// It has no signature.
        case unsigned = "has no signature"
        /// It was signed with another secret, or has been changed.
        case forged = "is not signed with this secret, or was changed on its way"
        /// It was signed too long ago, or in the future: somebody may be sending an old one again.
        case stale = "was signed more than five minutes ago, or the clocks differ"
    }

    /// Judges a callback.
    ///
    /// - Parameters:
    ///   - body: the bytes as they came.
    ///   - headers: by their names in lower case.
    ///   - now: the present time.
    /// - Returns: what it is worth.
    public func judge(_ body: Data, headers: [String: String], now: Date) -> Verdict {
        guard let given = headers["webhook-signature"], let id = headers["webhook-id"],
            let time = headers["webhook-timestamp"].flatMap({ Int($0) })
        else { return .unsigned }
        guard signature.matches(given, id: id, timestamp: time, body: body) else { return .forged }
        return abs(now.timeIntervalSince1970 - Double(time)) <= Double(Self.tolerance) ? .genuine : .stale
    }
}
