/// Streams the changes of published tables as the server commits them
/// (https://www.postgresql.org/docs/current/protocol-logical-replication.html), over a connection and a slot of its own.
///
/// The slot is temporary: it ends with the connection, so that no process that died keeps the server's disk filling up.
/// What is committed while there is no connection is not streamed: whoever follows looks for itself after each start.
public struct Replication: Sendable {
    private let session: Session
    /// The slot's name.
    public let slot: String
    private var decoder = LogicalDecoder()
    private var confirmed: UInt64 = 0
    private var nextReport = ContinuousClock.now

    /// How often the server is told what has been taken.
    private static let interval = Duration.seconds(10)
    private static let patience = Duration.seconds(10)

    /// A name for a slot, unlike all others.
    static func newName() -> String { "gh_rt_" + String(UInt64.random(in: 0...UInt64.max), radix: 36) }

    /// Makes a slot and begins to stream: every change that is committed from now on will come.
    ///
    /// - Parameters:
    ///   - configuration: where the server is; behind a pooler there is no streaming.
    ///   - publication: the publication's name, of letters, digits and underscores.
    /// - Throws: ``PostgresError`` when the server does not let us: no right to, no slot free, `wal_level` too low.
    public init(_ configuration: PostgresConfiguration, publication: String) async throws {
        var configuration = configuration
        configuration.isReplication = true
        slot = Self.newName()
        session = try await Session.open(configuration)
        for setting in ["timezone = 'UTC'", "datestyle = 'ISO'", "bytea_output = 'hex'", "extra_float_digits = 1"] {
            _ = try await session.run(.script("set \(setting)"), timeout: Self.patience)
        }
        let create = "CREATE_REPLICATION_SLOT \(slot) TEMPORARY LOGICAL pgoutput NOEXPORT_SNAPSHOT"
        _ = try await session.run(.script(create), timeout: Self.patience)
        try await session.startCopying(
            "START_REPLICATION SLOT \(slot) LOGICAL 0/0 (proto_version '1', publication_names '\(publication)')",
            within: Self.patience
        )
    }

    /// Waits for the next changes.
    ///
    /// - Parameter limit: how long to wait.
    /// - Returns: what has come, in the order of the commits; nothing when the time is up first.
    /// - Throws: ``PostgresError`` when the connection is lost or the task is cancelled.
    public mutating func next(within limit: Duration) async throws -> [LogicalChange] {
        let messages = try await session.copied(within: min(limit, Self.interval))
        var changes: [LogicalChange] = []
        var mustReport = false
        for message in messages {
            switch try decoder.feed(message) {
            case .change(let change): changes.append(change)
            case .position(let position): confirmed = max(confirmed, position)
            case .alive(let position, let wantsReply):
                // Between transactions everything up to there has been seen.
                if !decoder.isWithinTransaction { confirmed = max(confirmed, position) }
                mustReport = mustReport || wantsReply
            case nil: break
            }
        }
        if mustReport || nextReport <= .now {
            try await session.report(confirmed, within: Self.patience)
            nextReport = .now + Self.interval
        }
        return changes
    }
}
