import Foundation
import GhostHands
import Store

extension Outlook {
    /// What the process knows of itself.
    struct Own: Sendable {
        let version: String
        let requests: [RequestMeter.Route: RequestMeter.Series]
        let sockets: Int
        let streams: Int
        let feed: Feed.Mode
        let realtime: RealtimeMeter.Figures
        let pool: Store.Connections
    }

    /// Every metric, as Prometheus scrapes them.
    func exposition(_ own: Own) -> String {
        var known = Dictionary(grouping: standing?.samples ?? [], by: \.name)
        known["gh_job_failures_total"] = known["gh_jobs_failed_total"]
        var told = Exposition()
        for metric in Metric.all {
            switch (metric.source, metric.kind) {
            case (.process, _): add(metric, own, to: &told)
            case (.database, .histogram): told.add(metric, Self.histograms(metric, known[metric.name] ?? []))
            case (.database, _): told.add(metric, values(metric, known[metric.name] ?? []))
            }
        }
        return told.text
    }

    private func values(_ metric: Metric, _ samples: [Totals.Sample]) -> [(labels: [String], value: Double)] {
        func worth(_ sample: Totals.Sample) -> Double {
            metric.scale == 1 ? sample.count : sample.amount * metric.scale
        }
        if !metric.labels.isEmpty { return samples.map { ($0.labels, worth($0)) } }
        // Nothing has happened is told as 0; that nothing is known of it is not.
        return standing == nil ? [] : [([], samples.reduce(0) { $0 + worth($1) })]
    }

    private static func histograms(
        _ metric: Metric,
        _ samples: [Totals.Sample]
    ) -> [(labels: [String], value: Exposition.Histogram)] {
        var series: [[String]: Exposition.Histogram] = [:]
        let none = Exposition.Histogram(buckets: Array(repeating: 0, count: metric.bounds.count + 1), sum: 0)
        for sample in samples {
            guard let bucket = sample.labels.last.flatMap({ Int($0) }), none.buckets.indices.contains(bucket) else {
                continue
            }
            let labels = Array(sample.labels.dropLast())
            series[labels, default: none].buckets[bucket] += sample.count
            series[labels, default: none].sum += sample.amount / 1000
        }
        return series.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { ($0.key, $0.value) }
    }

    private func add(_ metric: Metric, _ own: Own, to told: inout Exposition) {
        func one(_ value: Double, _ labels: [String] = []) { told.add(metric, [(labels, value)]) }
        let routes = own.requests.sorted { ($0.key.route, $0.key.method) < ($1.key.route, $1.key.method) }
        switch metric.name {
        case "gh_http_requests_total":
            told.add(
                metric,
                routes.flatMap { route, series in
                    series.answers.sorted { $0.key < $1.key }
                        .map { ([route.method, route.route, String($0.key)], Double($0.value)) }
                }
            )
        case "gh_http_request_duration_seconds":
            told.add(
                metric,
                routes.map { route, series in
                    let value = Exposition.Histogram(buckets: series.buckets.map(Double.init), sum: series.seconds)
                    return ([route.method, route.route], value)
                }
            )
        case "gh_realtime_connections": one(Double(own.sockets))
        case "gh_realtime_channels": one(Double(own.realtime.channels))
        case "gh_realtime_feed": one(1, [own.feed.name])
        case "gh_realtime_changes_total": one(Double(own.realtime.changes))
        case "gh_realtime_messages_total": one(Double(own.realtime.messages))
        case "gh_realtime_cut_total": one(Double(own.realtime.cut))
        case "gh_realtime_delay_seconds":
            let value = Exposition.Histogram(buckets: own.realtime.buckets, sum: own.realtime.seconds)
            told.add(metric, [([], value)])
        case "gh_database_connections":
            told.add(metric, [(["lent"], Double(own.pool.lent)), (["idle"], Double(own.pool.idle))])
        case "gh_database_connections_max": one(Double(own.pool.most))
        case "gh_database_waiting": one(Double(own.pool.waiting))
        case "gh_streams": one(Double(own.streams))
        case "gh_database_up": one(standing == nil ? 0 : 1)
        case "gh_database_look_seconds": one(latency / .seconds(1))
        case "gh_build_info": one(1, [own.version])
        case "process_resident_memory_bytes": if let bytes = ProcessFacts.residentBytes { one(Double(bytes)) }
        case "process_start_time_seconds": one(ProcessFacts.started.timeIntervalSince1970)
        default: break
        }
    }
}
