import Foundation
import GhostHands
import Postgres

/// `gh_totals`: what has happened so far, and how things stand (R29).
public struct Totals: Sendable {
    let pool: PostgresPool
    let times: LeaseTimes

    /// One series of one metric, or one bucket of a histogram.
    public struct Sample: Sendable, Hashable {
        /// The metric's name (``GhostHands/Metric``).
        public let name: String
        /// The values of its labels; of a histogram the last is the number of the bucket.
        public let labels: [String]
        /// How many, or the value of a gauge.
        public let count: Double
        /// The sum of what was measured: milliseconds, or nano-dollars.
        public let amount: Double
    }

    /// Everything that is told of how the service is.
    public struct Standing: Sendable {
        /// What is counted and measured.
        public var samples: [Sample] = []
        /// What is wrong.
        public var alerts: [Alerts.Alert] = []
        /// What is wrong and was, the latest first.
        public var keptAlerts: [Alerts.Alert] = []
        /// The workers that ``Workers/list(limit:)`` lists.
        public var workers: [Workers.Entry] = []
        /// The totals as they were an hour ago, or as long ago as it is known.
        public var hourAgo: Earlier?
        /// The totals as they were a quarter of an hour ago, or as long ago as it is known.
        public var quarterAgo: Earlier?

        /// Nothing.
        public init() {}
    }

    /// The totals of a moment that is past: names with their labels, and counts with amounts.
    public struct Earlier: Sendable {
        private let totals: JSON

        fileprivate init(_ totals: JSON) { self.totals = totals }

        /// By how much a sample has grown since.
        public func growth(of sample: Sample) -> (count: Double, amount: Double) {
            let then = totals[([sample.name] + sample.labels).joined(separator: "|")].array ?? []
            func grown(_ now: Double, _ index: Int) -> Double {
                max(0, now - (index < then.count ? then[index].double ?? 0 : 0))
            }
            return (grown(sample.count, 0), grown(sample.amount, 1))
        }
    }

    /// Reads them all, in one statement and at one moment.
    ///
    /// - Returns: how the service is.
    /// - Throws: `PostgresError`.
    public func read() async throws -> Standing {
        let rows = try await pool.query("\(counted) union all \(standing) union all \(watched) order by 1, 2")
        var read = Standing()
        for row in rows {
            let name = try row.string("name")
            let detail = try row.stringOrNil("detail").map { try JSON(parsing: Data($0.utf8)) }
            switch (name, detail) {
            case ("hour", let detail?): read.hourAgo = Earlier(detail)
            case ("quarter", let detail?): read.quarterAgo = Earlier(detail)
            case ("worker", let detail?): read.workers += [Workers.Entry(detail)].compactMap(\.self)
            case ("kept", let detail?): read.keptAlerts += [Alerts.Alert(detail)].compactMap(\.self)
            case (_, let detail?): read.alerts += [Alerts.Alert(detail)].compactMap(\.self)
            case (_, nil): read.samples.append(try Sample(row, name))
            }
        }
        return read
    }

    private let counted: SQL = """
        select name, labels, sum(count)::float8 as count, sum(amount)::float8 as amount,
            null::jsonb as detail
        from gh_totals group by name, labels
        """

    /// How things stand now.
    private var standing: SQL {
        """
        select 'gh_job_queue_depth', status, count(*), 0, null from gh_automation_jobs
            where status in (\(literals: JobStatus.alive)) group by status
        union all
        select 'gh_job_queue_oldest_seconds', '', coalesce(extract(epoch from now() - min(run_after)), 0), 0, null
            from gh_automation_jobs
            where status = \(literal: JobStatus.pending) and run_after <= now() and isfinite(run_after)
        union all
        select 'gh_human_waiting_oldest_seconds', '', coalesce(extract(epoch from now() - min(paused_at)), 0), 0, null
            from gh_automation_jobs where status = \(literal: JobStatus.paused) and isfinite(paused_at)
        union all
        \(workers)
        union all
        select 'gh_callback_outbox_pending', '', count(*), 0, null from gh_callback_outbox where state = 'pending'
        union all
        select 'gh_realtime_lag_bytes', '', \(Totals.realtimeLag), 0, null
        union all
        select 'gh_alerts_active', type, count(*), 0, null from gh_alerts where cleared_at is null group by type
        union all
        select 'gh_alerts_checked_seconds', '', extract(epoch from now() - looked_at), 0, null
            from gh_alert_watch where isfinite(looked_at)
        union all
        select 'gh_disk_free_ratio', process, disk_free, 0, null from gh_process_reports
            where disk_free is not null and \(Totals.isFresh)
        union all
        select 'gh_storage_up', process, storage_up::int, 0, null from gh_process_reports
            where storage_up is not null and \(Totals.isFresh)
        """
    }

    /// What is wrong and was, who works, and how things stood before.
    private var watched: SQL {
        """
        (select 'alert', lpad(id::text, 20, '0'), 0, 0, to_jsonb(a) from gh_alerts a
            where cleared_at is null order by id limit 200)
        union all
        (select 'kept', lpad((row_number() over (order by id desc))::text, 3, '0'), 0, 0, to_jsonb(a)
            from gh_alerts a order by id desc limit 200)
        union all
        (select 'worker', lpad(place::text, 4, '0'), 0, 0, to_jsonb(l) from (\(Workers.listing(times))) l)
        union all
        (select 'hour', '', 0, 0, totals from gh_total_samples
            where at > now() - interval '61 minutes' order by at limit 1)
        union all
        (select 'quarter', '', 0, 0, totals from gh_total_samples
            where at > now() - interval '16 minutes' order by at limit 1)
        """
    }

    /// The workers that ``Workers/list(limit:)`` shows.
    private var workers: SQL {
        """
        (with known as materialized (
            select w.worker_id, w.max_concurrent, extract(epoch from now() - w.last_heartbeat) as silence,
                (select count(*) from gh_automation_jobs j
                    where j.worker_id = w.worker_id and j.status in (\(literals: JobStatus.held))) as active
            from gh_worker_registry w
            where w.status <> 'offline' and w.last_heartbeat > now() - interval '1 hour' and isfinite(w.last_heartbeat)
            order by w.last_heartbeat desc limit 1000
        )
        select 'gh_worker_active_jobs', worker_id, active, 0, null::jsonb from known
        union all select 'gh_worker_max_jobs', worker_id, max_concurrent, 0, null::jsonb from known
        union all select 'gh_worker_silence_seconds', worker_id, greatest(0, silence), 0, null::jsonb from known
        union all
        select 'gh_workers', state, (
            select count(*) from known where state = case
                when silence >= \(Self.seconds(times.rescue)) then 'stale'
                when silence >= 3 * \(Self.seconds(times.heartbeat)) then 'late' else 'fresh' end
        ), 0, null::jsonb from unnest(array['fresh', 'late', 'stale']) state)
        """
    }

    private static func seconds(_ duration: Duration) -> Double { duration / .seconds(1) }

    /// By how many bytes the slowest of our streams is behind what is written.
    static let realtimeLag: SQL = """
        (select coalesce(max(pg_wal_lsn_diff(pg_current_wal_lsn(), confirmed_flush_lsn)), 0)
            from pg_replication_slots where slot_name like 'gh\\_%' and database = current_database())
        """

    /// Whether a process's report is of now.
    static let isFresh: SQL = "told_at > now() - interval '5 minutes'"

    /// Counts something that no trigger sees.
    ///
    /// - Parameters:
    ///   - metric: the metric's name.
    ///   - labels: its labels' values with | between them.
    ///   - count: how many.
    ///   - amount: their sum.
    ///   - condition: whether there is anything to count.
    /// - Returns: an `insert`, for a statement of its own or a `with`.
    static func adding(
        _ metric: SQL,
        _ labels: SQL = "''",
        count: SQL,
        amount: SQL = "0",
        where condition: SQL = "true"
    ) -> SQL {
        """
        insert into gh_totals as t (name, labels, backend, count, amount)
        select \(metric), \(labels), pg_backend_pid(), \(count), \(amount) where \(condition)
        on conflict (name, labels, backend) do update set
            count = t.count + excluded.count, amount = t.amount + excluded.amount
        """
    }

    /// Puts together what server processes have counted that are no more.
    ///
    /// - Throws: `PostgresError`.
    public func fold() async throws {
        try await pool.execute(
            """
            with gone as (
                delete from gh_totals t
                where backend <> 0 and not exists (select from pg_stat_activity a where a.pid = t.backend)
                returning name, labels, count, amount
            )
            insert into gh_totals as t (name, labels, backend, count, amount)
            select name, labels, 0, sum(count), sum(amount) from gone group by name, labels order by name, labels
            on conflict (name, labels, backend) do update set
                count = t.count + excluded.count, amount = t.amount + excluded.amount
            """
        )
    }
}

extension Totals.Sample {
    fileprivate init(_ row: Row, _ name: String) throws {
        let (metric, text) = (Metric.named(name), try row.string("labels"))
        let isSplit = metric.map { $0.labels.count > 1 || $0.kind == .histogram } ?? false
        self.name = name
        labels = text.isEmpty ? [] : isSplit ? text.split(separator: "|").map(String.init) : [text]
        count = try row.double("count")
        amount = try row.double("amount")
    }
}
