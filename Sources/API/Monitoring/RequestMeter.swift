import GhostHands
import NIOConcurrencyHelpers

/// Counts the requests that this process has answered, and how long they took.
final class RequestMeter: Sendable {
    /// A route by its method.
    struct Route: Hashable, Sendable {
        let method: String
        /// The route's pattern: a path may hold ids and secrets.
        let route: String
    }

    /// What is known of one route.
    struct Series: Sendable {
        /// By status.
        fileprivate(set) var answers: [Int: Int] = [:]
        /// How many took at most each bound; the last those that took longer than all.
        fileprivate(set) var buckets = [Int](repeating: 0, count: RequestMeter.bounds.count + 1)
        fileprivate(set) var seconds = 0.0
    }

    static let bounds = Metric.named("gh_http_request_duration_seconds")?.bounds ?? []

    private let series = NIOLockedValueBox<[Route: Series]>([:])

    /// Takes note of an answer.
    func note(_ method: String, _ route: String, _ status: Int, _ time: Duration) {
        let seconds = time / .seconds(1)
        let bucket = Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count
        series.withLockedValue { series in
            series[Route(method: method, route: route), default: Series()].add(status, bucket, seconds)
        }
    }

    /// What was counted so far.
    var all: [Route: Series] { series.withLockedValue(\.self) }

    /// How many there were, and how many of them failed for our reasons.
    var sums: (requests: Int, failed: Int) {
        all.values.flatMap(\.answers).reduce((0, 0)) { sum, answer in
            (sum.0 + answer.value, sum.1 + (answer.key >= 500 ? answer.value : 0))
        }
    }
}

extension RequestMeter.Series {
    fileprivate mutating func add(_ status: Int, _ bucket: Int, _ time: Double) {
        answers[status, default: 0] += 1
        buckets[bucket] += 1
        seconds += time
    }
}
