public import Foundation
public import GhostHands
import Postgres

/// `gh_alerts`: what is wrong and was (decision 0031).
public struct Alerts: Sendable {
    let pool: PostgresPool
    let times: LeaseTimes

    /// One thing that is wrong, or was.
    public struct Alert: Sendable, Hashable {
        /// What it is about.
        public let kind: AlertKind
        /// What of several it is about; empty where there is only one.
        public let subject: String
        /// What is seen, without anything personal (R30).
        public let message: String
        /// The jobs it is about, twenty at most.
        public let jobs: [UUID]
        /// When it was first seen.
        public let detectedAt: Date
        /// When it was seen no more; nil while it is raised.
        public let clearedAt: Date?

        /// Reads a row as JSON; nil when it is of a kind that this program does not know.
        init?(_ row: JSON) {
            guard let kind = row["type"].string.flatMap(AlertKind.init(rawValue:)),
                let detected = row["detected_at"].string.flatMap(Timestamp.date)
            else { return nil }
            self.kind = kind
            subject = row["subject"].string ?? ""
            message = row["message"].string ?? ""
            jobs = (row["jobs"].array ?? []).compactMap { $0.string.flatMap(UUID.init(uuidString:)) }
            detectedAt = detected
            clearedAt = row["cleared_at"].string.flatMap(Timestamp.date)
        }
    }

    /// What only a process itself can see.
    public struct Report: Sendable {
        /// The process, by a name that it keeps.
        public var process: String
        /// The free part of the disk with the data folder, 0 to 1; nil where it cannot be told.
        public var diskFree: Double?
        /// Whether it reaches the store of files; nil where it did not look.
        public var isStorageUp: Bool?
        /// The keys that something was sealed with and that it lacks.
        public var unknownKeys: [Int]

        /// A report.
        public init(process: String, diskFree: Double?, isStorageUp: Bool?, unknownKeys: [Int]) {
            self.process = process
            self.diskFree = diskFree
            self.isStorageUp = isStorageUp
            self.unknownKeys = unknownKeys
        }
    }

    /// Takes note of what a process sees of itself.
    ///
    /// - Throws: `PostgresError`.
    public func note(_ report: Report) async throws {
        try await pool.execute(
            """
            with old as (delete from gh_process_reports where told_at < now() - interval '1 day')
            insert into gh_process_reports (process, disk_free, storage_up, unknown_keys)
            values (\(report.process.clipped(100)), \(report.diskFree), \(report.isStorageUp),
                \(report.unknownKeys.map(Int64.init))::bigint[]::int[])
            on conflict (process) do update set
                told_at = now(), disk_free = excluded.disk_free, storage_up = excluded.storage_up,
                unknown_keys = excluded.unknown_keys
            """
        )
    }

    /// What became of the alerts.
    public struct Changes: Sendable, Hashable {
        /// Those that were not raised before.
        public var raised: [String] = []
        /// Those that are raised no more.
        public var cleared: [String] = []

        /// None.
        public init() {}
    }

    /// Looks for everything that is wrong, raises what was not raised, and clears what is seen no more.
    ///
    /// One process looks at a time; one that comes moments after another leaves it at that.
    ///
    /// - Parameters:
    ///   - lost: jobs that were just taken back from workers that fell silent: nobody else can see them any more.
    ///   - limits: from where on something is wrong.
    /// - Returns: what has changed, as words for the log.
    /// - Throws: `PostgresError`.
    public func look(lost: [UUID] = [], limits: AlertLimits = AlertLimits()) async throws -> Changes {
        try await pool.withTransaction { connection in
            let watch = try await connection.query(
                """
                select looked_at > now() - \(Jobs.interval(times.upkeep / 3)) as is_fresh from gh_alert_watch for update
                """
            )
            if try watch.first?.bool("is_fresh") ?? false, lost.isEmpty { return Changes() }
            try await connection.execute("update gh_alert_watch set looked_at = clock_timestamp()")
            try await connection.execute(Alerts.sample)
            let search = AlertSearch(times: times, limits: limits, lost: lost)
            var changes = Changes()
            for row in try await connection.query("\(search.found) \(settle)") {
                let words = try row.string("type") + (row.string("subject").isEmpty ? "" : " ") + row.string("subject")
                if try row.bool("is_raised") { changes.raised.append(words) } else { changes.cleared.append(words) }
            }
            return changes
        }
    }

    /// Writes down what was found.
    ///
    /// What is not found again is cleared a while later, lest it come and go.
    private var settle: SQL {
        """
        , raised as (
            insert into gh_alerts as a (type, subject, severity, message, jobs)
            select type, subject, severity, message, jobs from found
            on conflict (type, subject) where cleared_at is null do update set
                severity = excluded.severity, message = excluded.message, jobs = excluded.jobs, seen_at = now()
            returning type, subject, xmax = 0 as is_new
        ), cleared as (
            update gh_alerts a set cleared_at = now()
            where cleared_at is null and seen_at < now() - \(Jobs.interval(times.upkeep * 1.5))
                and not exists (select from found f where f.type = a.type and f.subject = a.subject)
            returning type, subject
        ), old as (
            delete from gh_alerts where cleared_at < now() - interval '90 days'
        )
        select type, subject, true as is_raised from raised where is_new
        union all select type, subject, false from cleared
        """
    }

    /// The totals of this minute, unless they are there.
    private static let sample: SQL = """
        with old as (delete from gh_total_samples where at < now() - interval '7 days')
        insert into gh_total_samples (totals)
        select coalesce(jsonb_object_agg(key, jsonb_build_array(count, amount)), '{}') from (
            select name || case when labels = '' then '' else '|' || labels end as key,
                sum(count) as count, sum(amount) as amount
            from gh_totals group by name, labels
        ) told
        having not exists (select from gh_total_samples where at > now() - interval '55 seconds')
        on conflict do nothing
        """

    /// Lists alerts, the latest first.
    ///
    /// - Parameter limit: how many at most.
    /// - Returns: those that are raised and those that were.
    /// - Throws: `PostgresError`.
    public func history(limit: Int = 100) async throws -> [Alert] {
        try await pool.query("select to_jsonb(a) as alert from gh_alerts a order by id desc limit \(limit)")
            .compactMap { row in Alert(try JSON(parsing: Data(try row.string("alert").utf8))) }
    }
}
