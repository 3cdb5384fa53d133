import Foundation
import GhostHands
import Store

/// How the service was when somebody looked last.
struct Outlook: Sendable {
    /// When it was.
    let time: Date
    /// How long the database took to tell.
    let latency: Duration
    /// What it told; nil when it did not.
    let standing: Totals.Standing?
    /// Whether the store of files answers.
    let isStorageUp: Bool
    /// What the files are kept in.
    static let bucket = "screenshots"

    /// The samples of a metric.
    func samples(_ name: String) -> [Totals.Sample] { standing?.samples.filter { $0.name == name } ?? [] }

    /// How many there are of a metric, over all its series.
    func count(_ name: String) -> Double { samples(name).reduce(0) { $0 + $1.count } }

    /// The value of the series with these labels; 0 where there is none.
    func value(_ name: String, _ labels: String...) -> Double {
        samples(name).first { $0.labels == labels }?.count ?? 0
    }

    // MARK: Health

    /// How a part is, or the whole.
    enum Health: String, CaseIterable, Sendable {
        case healthy, degraded, unhealthy
    }

    /// How the whole is: without its database it is of no use, without anything else it still takes jobs.
    var health: Health {
        if standing == nil { return .unhealthy }
        return [workers, models.health, storage].allSatisfy { $0 == .healthy } ? .healthy : .degraded
    }

    /// A worker must have been heard of.
    var workers: Health {
        if value("gh_workers", "fresh") == 0 { return .unhealthy }
        return value("gh_workers", "stale") > 0 ? .degraded : .healthy
    }

    var storage: Health { isStorageUp ? .healthy : .unhealthy }

    /// How the calls to models of the last quarter of an hour went, by the provider that was asked most; no call is made
    /// to find out.
    var models: (health: Health, provider: String?, calls: Int, errorRate: Double) {
        var providers: [String: (calls: Double, failed: Double)] = [:]
        for sample in samples("gh_llm_calls_total") where sample.labels.count == 2 {
            guard let grown = standing?.quarterAgo?.growth(of: sample).count, grown > 0 else { continue }
            providers[sample.labels[0], default: (0, 0)].calls += grown
            if sample.labels[1] != "answered" { providers[sample.labels[0], default: (0, 0)].failed += grown }
        }
        guard let most = providers.max(by: { ($0.value.calls, $1.key) < ($1.value.calls, $0.key) }) else {
            return (.healthy, nil, 0, 0)
        }
        let rate = most.value.failed / most.value.calls
        let isJudged = most.value.calls >= 4
        let health: Health = isJudged && rate >= 0.9 ? .unhealthy : isJudged && rate >= 0.25 ? .degraded : .healthy
        return (health, most.key, Int(most.value.calls), rate)
    }

    /// What models have cost in the last hour, in dollars.
    var costPerHour: Double {
        guard let then = standing?.hourAgo else { return 0 }
        return samples("gh_llm_cost_usd_total").reduce(0) { $0 + then.growth(of: $1).amount } / 1e9
    }
}
