import Foundation
import GhostHands
import Postgres

/// Each host has a queue of its own, so that none that is silent holds up another's callbacks (R59).
///
/// What is known of a host stands in its callbacks: one that nobody answered is locked until its next attempt is due,
/// and as long as there is such a one, no other goes there before.
extension Outbox {
    /// How many callbacks go to one host at once, over all processes.
    public static let mostPerHost = 8
    /// How many seconds lie between two attempts at a host that does not answer while several callbacks wait for it.
    private static let probeInterval = 60.0
    /// How many callbacks wait for a host that does not answer; the oldest are given up first.
    public static let mostWaiting = 10_000

    /// Takes callbacks whose time has come, for twenty seconds; the next of a job only when its last is done with.
    ///
    /// Each host has a queue of its own: first the first of every host, then the second, and no more than
    /// ``mostPerHost`` of one. A host that did not answer is tried by one callback, the others wait until it does.
    ///
    /// - Parameter limit: how many at most.
    /// - Returns: the callbacks, oldest first.
    /// - Throws: `PostgresError`.
    public func claim(limit: Int) async throws -> [OutboxCallback] {
        let rows = try await pool.query(
            """
            with recursive \(Outbox.hosts), due as materialized (
                select next.id, next.due_at, h.fails, next.place
                from hosts h cross join lateral (\(Outbox.nextOfHost) union all \(Outbox.probeOfHost)) next
            ), taken as (
                select o.id, due.fails from gh_callback_outbox o join due on due.id = o.id
                where \(Outbox.isOpen("o")) and (o.locked_until is null or o.locked_until <= now())
                order by due.place, due.due_at, o.id limit \(limit) for update of o skip locked
            )
            update gh_callback_outbox o set
                attempts = least(attempts, 2147483646) + 1, locked_until = now() + interval '20 seconds',
                next_attempt_at = case when taken.fails then now() + interval '20 seconds' else next_attempt_at end
            from taken where o.id = taken.id returning o.*, taken.fails as is_probe
            """
        )
        return try rows.map { try OutboxCallback(row: $0, isProbe: $0.bool("is_probe")) }.sorted { $0.id < $1.id }
    }

    /// The hosts that callbacks wait for, each found in the index behind the one before, and what is known of them.
    private static let hosts: SQL = """
        names as (
            (select \(host) as host from gh_callback_outbox o where o.state = 'pending' order by 1 limit 1)
            union all
            select (
                select \(host) from gh_callback_outbox o
                where o.state = 'pending' and \(host) > names.host order by 1 limit 1
            ) from names where names.host is not null
        ), locked as materialized (
            select \(host) as host, bool_or(\(isSilent)) as fails,
                max(o.next_attempt_at) filter (where \(isSilent)) as opens_at,
                count(*) filter (where not \(isSilent) and o.locked_until >= now()) as busy
            from gh_callback_outbox o where o.state = 'pending' and o.locked_until is not null group by 1
        ), hosts as materialized (
            select names.host, coalesce(locked.fails, false) as fails, locked.opens_at,
                coalesce(locked.busy, 0) as busy
            from names left join locked on locked.host = names.host where names.host is not null
        )
        """

    /// Whether a callback that was found by its id or its job waits still.
    ///
    /// It is not said as the indexes of those that wait say it: where the server believes that few do, as it does until it
    /// has counted those that came together, it would read all of them for each.
    private static func isOpen(_ callback: SQL) -> SQL { "\(callback).state not in ('delivered', 'dead')" }

    /// Whether nobody sends a callback at present.
    private static let isFree: SQL = "o.state = 'pending' and (o.locked_until is null or o.locked_until <= now())"

    /// Whether a callback of the host `h` may go out: its time has come, and the job's last one is done with.
    private static let isDue: SQL = """
        \(isFree) and \(host) = h.host and o.next_attempt_at <= now() and not exists (
            select from gh_callback_outbox before
            where before.job_id = o.job_id and before.id < o.id and \(isOpen("before"))
        )
        """

    /// The callbacks that a host may be sent beside those that are on their way to it.
    private static let nextOfHost: SQL = """
        (select o.id, o.next_attempt_at as due_at,
            h.busy + row_number() over (order by o.next_attempt_at, o.id) as place
        from gh_callback_outbox o where not h.fails and \(isDue)
        order by o.next_attempt_at, o.id limit greatest(0, \(mostPerHost) - h.busy))
        """

    /// The callback that finds out whether a host answers again: the one that was tried most often.
    private static let probeOfHost: SQL = """
        (select o.id, o.next_attempt_at as due_at, 1 as place
        from gh_callback_outbox o where h.fails and h.opens_at <= now() and h.busy = 0 and \(isDue)
        order by o.attempts desc, o.id limit 1)
        """

    /// The queue that a callback waits in: the host of its address, with the port, as the index has it.
    static let host: SQL = """
        left(lower(split_part(split_part(split_part(o.url, '/', 3), '?', 1), '#', 1)), 300)
        """
    /// Whether a callback waits because its host did not answer: it is locked until the next attempt is due.
    ///
    /// No other is, for what is being sent was due before it was locked.
    private static let isSilent: SQL = "(o.locked_until = o.next_attempt_at)"

    /// Records that nobody answered: until its host does, it is tried by one callback at a time.
    ///
    /// A young callback is tried again after the usual delays, for receivers are restarted. From a minute on, while
    /// others wait for the host, it is tried once a minute.
    ///
    /// - Parameters:
    ///   - callback: what was sent.
    ///   - reason: why it failed.
    /// - Returns: true when that was the last attempt.
    /// - Throws: `PostgresError`.
    public func unanswered(_ callback: OutboxCallback, reason: String) async throws -> Bool {
        let reason = reason.clipped(500)
        guard let usual = delay(after: callback) else {
            try await handOver(from: callback, reason)
            return true
        }
        try await pool.execute(
            """
            with next as (
                select now() + make_interval(
                    secs => case when \(callback.isProbe) and mine.created_at <= now() - interval '1 minute'
                        and exists (\(waiting(with: callback)))
                        then \(Outbox.probeInterval) else \(Double(usual)) end
                ) as attempt
                from gh_callback_outbox mine where mine.id = \(callback.id)
            )
            update gh_callback_outbox set
                locked_until = next.attempt, next_attempt_at = next.attempt, last_error = \(reason)
            from next where \(isCurrent(callback))
            """
        )
        return false
    }

    /// Gives a callback up, and has the next in the line try the host in its place, for it has not answered yet.
    private func handOver(from callback: OutboxCallback, _ reason: String) async throws {
        try await pool.execute(
            """
            with ended as (
                update gh_callback_outbox set
                    state = 'dead', done_at = now(), locked_until = null, last_error = \(reason)
                where \(isCurrent(callback)) returning id
            ), next as (
                select now() + make_interval(secs => \(Outbox.probeInterval)) as attempt from ended
            )
            update gh_callback_outbox set next_attempt_at = next.attempt, locked_until = next.attempt
            from next where id in (\(waiting(with: callback)))
            """
        )
    }

    /// Gives up what has waited for a host that does not answer for a day, and what more than ``mostWaiting`` wait.
    ///
    /// - Parameter probe: a callback that nobody answered.
    /// - Returns: how many were given up, a thousand at most at a time.
    /// - Throws: `PostgresError`.
    public func giveUpStale(behind probe: OutboxCallback) async throws -> Int {
        guard probe.isProbe else { return 0 }
        return try await pool.execute(
            """
            with waiting as (
                select o.id, o.created_at, row_number() over (order by o.id desc) as place from gh_callback_outbox o
                where o.state = 'pending' and \(Outbox.host) = \(probe.host)
                    and (o.locked_until is null or o.locked_until <= now() or \(Outbox.isSilent))
            ), stale as (
                select id from waiting
                where created_at < now() - interval '1 day' or place > \(Outbox.mostWaiting)
                order by id limit 1000
            )
            update gh_callback_outbox o set
                state = 'dead', done_at = now(), locked_until = null,
                last_error = coalesce(o.last_error, 'The host has not answered since others were sent there')
            from stale where o.id = stale.id and o.state = 'pending'
            """
        )
    }

    /// The first callback of another job that waits for the same host.
    private func waiting(with callback: OutboxCallback) -> SQL {
        """
        select o.id from gh_callback_outbox o
        where o.state = 'pending' and o.job_id <> \(callback.jobID) and \(Outbox.host) = \(callback.host)
            and (o.locked_until is null or o.locked_until <= now() or \(Outbox.isSilent))
        order by o.id limit 1
        """
    }

    /// Has everything go out that waited for a host, now that it has answered.
    func opening(for callback: OutboxCallback) -> SQL {
        guard callback.isProbe else { return "" }
        return """
            with freed as (
                update gh_callback_outbox o set locked_until = null, next_attempt_at = now()
                where o.state = 'pending' and o.id <> \(callback.id) and \(Outbox.isSilent)
                    and \(Outbox.host) = \(callback.host)
            )
            """
    }
}
