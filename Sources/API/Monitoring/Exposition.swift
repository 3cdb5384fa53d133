import GhostHands

/// Text as Prometheus scrapes it, version 0.0.4 (prometheus.io/docs/instrumenting/exposition_formats).
struct Exposition {
    static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    private(set) var text = ""

    /// The values of one histogram's series.
    struct Histogram {
        /// How many fell under each bound and over the one before; the last those over all bounds.
        var buckets: [Double]
        /// The sum of what was measured, in seconds.
        var sum: Double
    }

    /// Writes a metric with its series; nothing where there is none.
    mutating func add(_ metric: Metric, _ series: [(labels: [String], value: Double)]) {
        guard !series.isEmpty else { return }
        begin(metric)
        for one in series { line(metric.name, metric.labels, one.labels, one.value) }
    }

    /// Writes a histogram with its series; nothing where there is none.
    mutating func add(_ metric: Metric, _ series: [(labels: [String], value: Histogram)]) {
        guard !series.isEmpty else { return }
        begin(metric)
        for one in series {
            var count = 0.0
            for (bound, more) in zip(metric.bounds.map(Self.number) + ["+Inf"], one.value.buckets) {
                count += more
                line(metric.name + "_bucket", metric.labels + ["le"], one.labels + [bound], count)
            }
            line(metric.name + "_sum", metric.labels, one.labels, one.value.sum)
            line(metric.name + "_count", metric.labels, one.labels, count)
        }
    }

    private mutating func begin(_ metric: Metric) {
        if !text.isEmpty { text += "\n" }
        text += "# HELP \(metric.name) \(metric.meaning)\n# TYPE \(metric.name) \(metric.kind.rawValue)\n"
    }

    private mutating func line(_ name: String, _ labels: [String], _ values: [String], _ value: Double) {
        text += name
        if !labels.isEmpty {
            text += "{"
            for (index, label) in labels.enumerated() {
                if index > 0 { text += "," }
                text += "\(label)=\"\(index < values.count ? Self.escaped(values[index]) : "")\""
            }
            text += "}"
        }
        text += " \(Self.number(value))\n"
    }

    private static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x5c || $0 == 0x22 || $0 == 0x0a }) else { return text }
        return text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }

    /// A number as it is read by all who read the format; whole ones without a fraction.
    static func number(_ value: Double) -> String {
        if let whole = Int64(exactly: value) { return String(whole) }
        if value.isNaN { return "NaN" }
        return value.isInfinite ? (value < 0 ? "-Inf" : "+Inf") : String(value)
    }
}
