/// One thing that is counted or measured, for whoever watches the service (docs/metrics.md).
///
/// The table ``all`` is the one place that knows them: what is served, docs/metrics.md, the rules for Prometheus and the
/// board for Grafana come from it.
public struct Metric: Sendable, Hashable {
    /// How its values behave.
    public enum Kind: String, Sendable, Hashable {
        /// It only grows.
        case counter
        /// It goes up and down.
        case gauge
        /// Seconds, counted by how many there were.
        case histogram
    }

    /// Who knows it.
    public enum Source: String, Sendable, Hashable {
        /// The database: every process tells the same (R29), and a restart changes nothing.
        case database
        /// The process that is asked: what it has done since it started.
        case process
    }

    /// Its name, as Prometheus wants names: base units, `_total` for what only grows.
    public let name: String
    /// How its values behave.
    public let kind: Kind
    /// What it says, in a sentence without its full stop.
    public let meaning: String
    /// What tells its series apart; never an id of a job or a user, an address or a path (R30).
    public let labels: [String]
    /// Who knows it.
    public let source: Source
    /// Of a histogram the upper bounds in seconds, ascending.
    public let bounds: [Double]
    /// What a counted or summed unit of the database is worth.
    public let scale: Double

    init(
        _ name: String,
        _ kind: Kind,
        _ meaning: String,
        by labels: [String] = [],
        from source: Source = .database,
        bounds: [Double] = [],
        scale: Double = 1
    ) {
        self.name = name
        self.kind = kind
        self.meaning = meaning
        self.labels = labels
        self.source = source
        self.bounds = bounds
        self.scale = scale
    }
}

extension Metric {
    /// The metric of a name; nil when there is none.
    public static func named(_ name: String) -> Metric? { byName[name] }

    private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
}
