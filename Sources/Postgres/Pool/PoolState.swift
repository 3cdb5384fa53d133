import Waiting

/// Who has which connection and who waits: the pool's whole bookkeeping, without a connection being touched.
///
/// A place is a right to hold one connection. It goes to a caller either with a connection that stands idle, or empty,
/// in which case the caller connects.
struct PoolState<Connection: Sendable>: Sendable {
    enum Place: Sendable {
        case held(Connection)
        /// The caller connects, but not before the given moment, because the server was unreachable a moment ago.
        case empty(notBefore: ContinuousClock.Instant?)
    }

    private let limit: Int
    private let maximumWaiters: Int
    private var idle: [Connection] = []
    private var taken = 0
    private var waiters: [Ticket] = []
    private var isClosed = false
    private var failures = 0
    private var retryAt: ContinuousClock.Instant?

    init(limit: Int, maximumWaiters: Int) {
        self.limit = limit
        self.maximumWaiters = maximumWaiters
    }

    /// A place at once, when one is free and nobody waits for it already.
    mutating func take() -> Place? {
        guard !isClosed, waiters.isEmpty, taken < limit else { return nil }
        return place()
    }

    /// Whether so many have a place that one more would rather share a connection.
    func isBusy(from count: Int) -> Bool { taken >= min(count, limit) }

    /// How it stands.
    var standing: PoolStanding {
        PoolStanding(lent: taken, idle: idle.count, waiting: waiters.count, most: limit)
    }

    /// Joins the queue.
    ///
    /// - Returns: why not, when the caller may not.
    mutating func wait(_ waiter: Ticket) -> PostgresError? {
        guard !isClosed else { return .poolIsClosed }
        guard waiters.count < maximumWaiters else {
            return PostgresError(.poolExhausted, "\(waiters.count) callers wait for a connection already")
        }
        waiters.append(waiter)
        return nil
    }

    /// Leaves the queue.
    mutating func leave(_ waiter: Ticket) { waiters.removeAll { $0 == waiter } }

    /// A place comes back, with its connection when that is still good.
    ///
    /// - Returns: the waiter that is next, with its place.
    mutating func giveBack(_ connection: Connection?) -> (waiter: Ticket, place: Place)? {
        taken -= 1
        if let connection, !isClosed { idle.append(connection) }
        guard !isClosed, let next = waiters.first else { return nil }
        waiters.removeFirst()
        return (next, place())
    }

    mutating func connected() {
        failures = 0
        retryAt = nil
    }

    /// Puts off the next attempt: 0.1 s doubling to 5 s, half of it by chance.
    mutating func failedToConnect(now: ContinuousClock.Instant, chance: Double) {
        failures = min(failures + 1, 7)
        let delay = min(5, 0.1 * Double(1 << (failures - 1)))
        retryAt = now + .seconds(delay * (0.5 + chance / 2))
    }

    /// Closes the pool.
    mutating func close() {
        isClosed = true
        idle = []
        waiters = []
    }

    private mutating func place() -> Place {
        taken += 1
        // The one used last: it is the likeliest to live, and the others may age.
        return idle.popLast().map { .held($0) } ?? .empty(notBefore: retryAt)
    }
}

extension PostgresError {
    static let poolIsClosed = PostgresError(.poolClosed, "the pool was closed")
}

/// How a pool stands, for whoever watches it.
public struct PoolStanding: Sendable, Hashable {
    /// How many connections are lent.
    public let lent: Int
    /// How many stand idle.
    public let idle: Int
    /// How many callers wait for one.
    public let waiting: Int
    /// How many may be lent.
    public let most: Int
}
