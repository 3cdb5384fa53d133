import Foundation
import GhostHands

/// What is made of the table of metrics for people and for their tools; GH_WRITE_DOCS=1 writes it.
enum MetricDocuments {
    /// The repository.
    static var root: URL {
        var folder = URL(filePath: #filePath).resolvingSymlinksInPath()
        for _ in 0..<3 { folder.deleteLastPathComponent() }
        return folder
    }

    /// Every file, by its place in the repository.
    static let files: [(path: String, text: String)] = [
        ("docs/metrics.md", page), ("deploy/prometheus/rules.yml", rules),
        ("deploy/prometheus/rules_test.yml", trials), ("deploy/grafana/ghosthands.json", board),
    ]

    // MARK: For people

    private static let page = """
        # Metrics and alerts

        This page is made from the table in `Sources/GhostHands/Metric`; `GH_WRITE_DOCS=1` and the tests write it anew, with the rules for Prometheus and the board for Grafana in `deploy/`.

        `GET /monitoring/metrics` tells the metrics as Prometheus scrapes them, `GET /monitoring/alerts` what is wrong. Both need no key, answer with and without `/api/v1/gh`, and tell nothing personal (R30).
        Metrics of the database are the same whichever process is asked, and a restart or `GH_RETENTION_DAYS` makes no total smaller; scrape one process for them, or take their `max`. Those of a process are its own since it started.
        The database is asked once a second at most, however often these pages are read, and less often where that takes long.

        \(Metric.groups.map { section($0.title, $0.metrics) }.joined(separator: "\n\n"))

        ## Alerts

        Every process looks for them twice a minute, one at a time. One that is seen no more is cleared after 45 seconds, and kept for 90 days in `gh_alerts`.

        | alert | severity | raised when | what to do |
        |---|---|---|---|
        \(AlertKind.allCases.map { "| `\($0.rawValue)` | \($0.severity.rawValue) | \($0.condition) | \($0.remedy) |" }
            .joined(separator: "\n"))

        """

    private static func section(_ title: String, _ metrics: [Metric]) -> String {
        let lines = metrics.map { metric in
            let labels = metric.labels.map { "`\($0)`" }.joined(separator: ", ")
            return "| `\(metric.name)` | \(metric.kind.rawValue) | \(labels) | \(metric.source.rawValue) | "
                + "\(metric.meaning) |"
        }
        return "## \(title)\n\n| metric | kind | labels | of the | meaning |\n|---|---|---|---|---|\n"
            + lines.joined(separator: "\n")
    }

    // MARK: For Prometheus

    /// What Prometheus says when we cannot say it ourselves.
    private static let own: [(name: String, expression: String, wait: String, severity: String, words: [String])] = [
        (
            "GhostHandsDown", "up{job=\"ghosthands\"} == 0", "2m", "critical",
            ["An API process does not answer", "See that it runs, and its log"]
        ),
        (
            "GhostHandsDatabaseDown", "gh_database_up == 0", "1m", "critical",
            ["An API process does not reach the database", "See that PostgreSQL runs and can be reached"]
        ),
        (
            "GhostHandsNobodyLooks", "min(gh_alerts_checked_seconds) > 180", "1m", "critical",
            ["Nobody looks for alerts", "Start an api, worker or serve process: each looks twice a minute"]
        ),
        (
            "GhostHandsNoWorker", "max(gh_workers{state=\"fresh\"}) == 0", "2m", "critical",
            ["No worker has been heard of", "Start a worker"]
        ),
        (
            "GhostHandsErrors",
            "sum(rate(gh_http_requests_total{status=~\"5..\"}[5m])) / sum(rate(gh_http_requests_total[5m])) > 0.05",
            "5m", "warning", ["More than a twentieth of the requests fail", "Look for `a request failed` in the log"]
        ),
    ]

    static func name(of kind: AlertKind) -> String {
        "GhostHands" + kind.rawValue.split(separator: "_").map(\.capitalized).joined()
    }

    private static let heading =
        "# Made from the table in Sources/GhostHands/Metric; GH_WRITE_DOCS=1 and the tests write it anew.\n"

    private static var rules: String {
        let seen = AlertKind.allCases.map { kind in
            rule(
                name(of: kind),
                "max by (type) (gh_alerts_active{type=\"\(kind.rawValue)\"}) > 0",
                "0s",
                kind.severity.rawValue,
                [kind.condition, kind.remedy]
            )
        }
        let others = own.map { rule($0.name, $0.expression, $0.wait, $0.severity, $0.words) }
        return heading + "groups:\n  - name: ghosthands\n    rules:\n" + (seen + others).joined()
    }

    private static func rule(
        _ name: String,
        _ expression: String,
        _ wait: String,
        _ severity: String,
        _ words: [String]
    ) -> String {
        """
              - alert: \(name)
                expr: \(quoted(expression))
                for: \(wait)
                labels:
                  severity: \(severity)
                annotations:
                  summary: \(quoted(words[0]))
                  description: \(quoted(words[1]))

        """
    }

    private static var trials: String {
        let cases = AlertKind.allCases.map { kind in
            """
              - interval: 30s
                input_series:
                  - series: \(quoted("gh_alerts_active{type=\"\(kind.rawValue)\",instance=\"one\"}"))
                    values: "1 1 _x4"
                  - series: \(quoted("gh_alerts_active{type=\"\(kind.rawValue)\",instance=\"two\"}"))
                    values: "1 1 _x4"
                alert_rule_test:
                  - eval_time: 30s
                    alertname: \(name(of: kind))
                    exp_alerts:
                      - exp_labels:
                          severity: \(kind.severity.rawValue)
                          type: \(kind.rawValue)
                        exp_annotations:
                          summary: \(quoted(kind.condition))
                          description: \(quoted(kind.remedy))
                  - eval_time: 10m
                    alertname: \(name(of: kind))
                    exp_alerts: []

            """
        }
        return heading + "rule_files:\n  - rules.yml\nevaluation_interval: 30s\ntests:\n" + cases.joined()
    }

    /// JSON's strings are YAML's.
    private static func quoted(_ text: String) -> String { JSON.string(text).text.replacing("\\/", with: "/") }

    // MARK: For Grafana

    private static var board: String {
        var (panels, row): ([JSON], Int) = ([], 0)
        for group in Metric.groups {
            panels.append([
                "type": "row", "title": .string(group.title), "id": JSON(panels.count + 1), "collapsed": false,
                "gridPos": ["x": 0, "y": JSON(row), "w": 24, "h": 1], "panels": [],
            ])
            row += 1
            for (index, metric) in group.metrics.enumerated() {
                let place: JSON = ["x": JSON(index % 3 * 8), "y": JSON(row + index / 3 * 7), "w": 8, "h": 7]
                panels.append(panel(metric, id: panels.count + 1, at: place))
            }
            row += (group.metrics.count + 2) / 3 * 7
        }
        let board: JSON = [
            "title": "GhostHands", "uid": "ghosthands", "schemaVersion": 38, "refresh": "30s", "editable": true,
            "time": ["from": "now-6h", "to": "now"], "panels": .array(panels),
            "templating": [
                "list": [
                    ["name": "source", "type": "datasource", "query": "prometheus", "label": "Prometheus"]
                ]
            ],
        ]
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(board)).map { String(decoding: $0, as: UTF8.self) + "\n" } ?? ""
    }

    private static func panel(_ metric: Metric, id: Int, at place: JSON) -> JSON {
        let targets = expressions(metric).enumerated().map { index, one -> JSON in
            [
                "refId": .string(String(UnicodeScalar(UInt8(65 + index)))), "expr": .string(one.expression),
                "legendFormat": .string(one.legend), "datasource": ["type": "prometheus", "uid": "${source}"],
            ]
        }
        let unit = metric.name.hasSuffix("_seconds") ? "s" : metric.name.hasSuffix("_bytes") ? "bytes" : "short"
        return [
            "type": "timeseries", "id": JSON(id), "title": .string(metric.meaning), "gridPos": place,
            "description": .string(metric.name), "datasource": ["type": "prometheus", "uid": "${source}"],
            "fieldConfig": ["defaults": ["unit": .string(unit), "min": 0], "overrides": []],
            "targets": .array(targets),
        ]
    }

    /// Of the database every process tells the same: one of them counts.
    private static func expressions(_ metric: Metric) -> [(expression: String, legend: String)] {
        let labels = metric.labels.joined(separator: ", ")
        let legend = metric.labels.isEmpty ? metric.name : metric.labels.map { "{{\($0)}}" }.joined(separator: " ")
        let all = metric.source == .database ? "max" : "sum"
        switch metric.kind {
        case .counter:
            let by = labels.isEmpty ? "" : " by (\(labels))"
            return [("\(all)\(by) (increase(\(metric.name)[5m]))", legend)]
        case .gauge:
            let by = labels.isEmpty ? "" : " by (\(labels))"
            return [("\(all)\(by) (\(metric.name))", legend)]
        case .histogram:
            return ["0.5", "0.95", "0.99"].map { part in
                (
                    "histogram_quantile(\(part), \(all) by (le) (rate(\(metric.name)_bucket[5m])))",
                    "p\(part.dropFirst(2))"
                )
            }
        }
    }
}
