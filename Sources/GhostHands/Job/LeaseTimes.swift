/// How long a worker's right to a job lasts without a sign of life, and how long a failed attempt waits (R7, contract
/// 15.2).
///
/// Every process on one database must have the same times: a worker stops its jobs by itself long before another is
/// given them, as long as `heartbeat` < `selfFence` < `rescue`.
public struct LeaseTimes: Sendable, Hashable {
    /// How often a worker confirms its leases.
    public var heartbeat: Duration
    /// How long a worker that cannot confirm its leases goes on with its jobs.
    public var selfFence: Duration
    /// How long a worker must have been silent before its jobs are given to others.
    public var rescue: Duration
    /// How often a process looks for such jobs, give or take a fifth.
    public var upkeep: Duration
    /// The unit of the wait before the next attempt: 1 second.
    public var backoffUnit: Duration

    /// The times of a running service, or all of them shortened alike for a drill.
    ///
    /// - Parameter percent: how much of them is left, 1 to 100.
    public init(percent: Int = 100) {
        let part = Double(percent) / 100
        heartbeat = .seconds(10) * part
        selfFence = .seconds(60) * part
        rescue = .seconds(120) * part
        upkeep = .seconds(30) * part
        backoffUnit = .seconds(1) * part
    }

    /// How long to wait before the next attempt.
    ///
    /// - Parameter retryCount: how many attempts have been retried so far.
    /// - Returns: 5, 10, 20, 40, then always 60 units.
    public func backoff(retryCount: Int) -> Duration { backoffUnit * ErrorCode.backoffSeconds(retryCount: retryCount) }
}

/// When a worker that cannot confirm its leases must stop: whoever cannot ask must assume that others have its jobs.
///
/// A pure value on the caller's clock.
public struct SelfFence: Sendable {
    private let limit: Duration
    private var confirmed: ContinuousClock.Instant

    /// A fence that is open.
    ///
    /// - Parameters:
    ///   - limit: how long it stays open without a confirmation.
    ///   - now: when the leases were taken.
    public init(limit: Duration, now: ContinuousClock.Instant) {
        self.limit = limit
        confirmed = now
    }

    /// Notes that the leases were confirmed.
    ///
    /// - Parameter sent: when the question was sent, not when it was answered: the answer is as old as that.
    public mutating func confirm(sent: ContinuousClock.Instant) { confirmed = max(confirmed, sent) }

    /// Whether the jobs must stop.
    ///
    /// - Parameter now: the time.
    /// - Returns: true once the last confirmation is older than the limit.
    public func isDown(at now: ContinuousClock.Instant) -> Bool { now - confirmed > limit }
}
