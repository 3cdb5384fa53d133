import CPostgres

/// Reads the changes of published tables from a slot by statements, over a connection like any other: where the server
/// has no sender left, or does not let us through to one, as poolers do.
///
/// As with ``Replication`` the slot ends with its connection, and whoever follows looks for itself after each start.
public struct SlotReading: Sendable {
    private let session: Session
    /// The slot's name.
    public let slot: String
    private let publication: String
    private var decoder = LogicalDecoder()
    private var emptyLooks = 0

    /// How much is taken at once.
    private static let most = 5000
    /// How long lies between two looks: while there are changes, and after some that found none.
    private static let (shortPause, longPause) = (Duration.milliseconds(100), Duration.milliseconds(500))
    private static let patience = Duration.seconds(10)

    /// Makes a slot: every change that is committed from now on will come.
    ///
    /// - Parameters:
    ///   - configuration: where the server is.
    ///   - publication: the publication's name.
    /// - Throws: ``PostgresError`` when the server does not let us, or a pooler of which nobody has said that it keeps
    ///   sessions stands between: a slot would be left behind on a connection of the pooler's.
    public init(_ configuration: PostgresConfiguration, publication: String) async throws {
        self.publication = publication
        slot = Replication.newName()
        guard !configuration.hasTransactionPooler else { throw Self.isPooled }
        session = try await Session.open(configuration)
        let own = try await session.run(.statement("select pg_backend_pid() as pid"), timeout: Self.patience)
        let isOurs = try own.rows.first?.int("pid") == Int(PQbackendPID(session.connection.handle))
        guard isOurs || configuration.hasSessionPooler else { throw Self.isPooled }
        _ = try await session.run(
            .statement("select pg_create_logical_replication_slot(\(slot), 'pgoutput', true)"),
            timeout: Self.patience
        )
    }

    private static var isPooled: PostgresError {
        PostgresError(.configuration, "a pooler that may change connections stands before the database")
    }

    /// Waits for the next changes.
    ///
    /// - Parameter limit: how long to wait.
    /// - Returns: what has come, in the order of the commits; nothing when the time is up first.
    /// - Throws: ``PostgresError`` when the connection is lost or the task is cancelled.
    public mutating func next(within limit: Duration) async throws -> [LogicalChange] {
        let clock = ContinuousClock()
        let end = clock.now + limit
        while true {
            let answer = try await session.run(
                .statement(
                    """
                    select data from pg_logical_slot_get_binary_changes(
                        \(slot), null, \(Self.most)::int, 'proto_version', '1', 'publication_names', \(publication))
                    """
                ),
                timeout: Self.patience
            )
            var changes: [LogicalChange] = []
            for row in answer.rows {
                if case .change(let change)? = try decoder.feed(body: Array(row.data("data"))) {
                    changes.append(change)
                }
            }
            emptyLooks = answer.rows.isEmpty ? emptyLooks + 1 : 0
            if !changes.isEmpty || clock.now >= end { return changes }
            let pause = emptyLooks < 20 ? Self.shortPause : Self.longPause
            try await clock.sleep(until: min(end, clock.now + pause))
        }
    }
}

/// The changes of a publication, by whichever way the server offers.
public enum LogicalStream: Sendable {
    /// The server sends them.
    case sent(Replication)
    /// They are read from a slot, for this reason.
    case read(SlotReading, because: PostgresError)

    /// Waits for the next changes.
    ///
    /// - Parameter limit: how long to wait.
    /// - Returns: what has come, in the order of the commits; nothing when the time is up first.
    /// - Throws: ``PostgresError`` when the connection is lost or the task is cancelled.
    public mutating func next(within limit: Duration) async throws -> [LogicalChange] {
        switch self {
        case .sent(var replication):
            defer { self = .sent(replication) }
            return try await replication.next(within: limit)
        case .read(var reading, let reason):
            defer { self = .read(reading, because: reason) }
            return try await reading.next(within: limit)
        }
    }
}

extension PostgresPool {
    /// Every change of a publication of this database that is committed from now on, over a connection beside the pool's.
    ///
    /// - Parameter publication: the publication's name, of letters, digits and underscores.
    /// - Returns: the changes: sent by the server, else read from a slot.
    /// - Throws: ``PostgresError`` why they are not sent, when they cannot be read either.
    public func changes(of publication: String) async throws -> LogicalStream {
        do {
            return .sent(try await Replication(configuration, publication: publication))
        } catch let reason as PostgresError {
            guard let reading = try? await SlotReading(configuration, publication: publication) else { throw reason }
            return .read(reading, because: reason)
        }
    }
}
