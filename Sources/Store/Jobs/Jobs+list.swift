public import Foundation
public import GhostHands
import Postgres

extension Jobs {
    /// Which jobs to list, and in which order.
    public struct Filter: Sendable, Hashable {
        /// Only jobs of these statuses; none for all.
        public var statuses: [JobStatus] = []
        /// Only jobs of this type.
        public var jobType: JobType?
        /// Only jobs of this user.
        public var userID: UUID?
        /// Only jobs whose id or task id begins with this, or whose page's host has it in it.
        public var search: String?
        /// What they are sorted by; equal ones by their ids.
        public var sort = SortField.createdAt
        /// Whether the greatest comes first.
        public var isDescending = true

        /// Everything, the newest first.
        public init() {}
    }

    /// What jobs can be sorted by (R36).
    public enum SortField: String, Sendable, Hashable, CaseIterable {
        case createdAt = "created_at"
        case updatedAt = "updated_at"
        case startedAt = "started_at"
        case completedAt = "completed_at"
        case priority, status
        case retryCount = "retry_count"

        /// Whether a text can be a key: the database would refuse another.
        ///
        /// - Parameter key: what a ``Place`` is to hold.
        /// - Returns: true when it has the shape of one.
        public func canSort(by key: String) -> Bool {
            switch self {
            case .createdAt, .updatedAt, .startedAt, .completedAt: Jobs.isTime(key)
            case .priority, .retryCount: Int32(key) != nil
            case .status: JobStatus(rawValue: key) != nil
            }
        }

        /// What is sorted by; jobs without a time come before all times.
        fileprivate var key: SQL {
            switch self {
            case .createdAt: "created_at"
            case .updatedAt: "updated_at"
            case .startedAt: "coalesce(started_at, '-infinity')"
            case .completedAt: "coalesce(completed_at, '-infinity')"
            case .priority: "priority"
            case .status: "status"
            case .retryCount: "retry_count"
            }
        }

        /// The key as text that says the same whatever the server's settings are: times in microseconds since 1970.
        fileprivate var text: SQL {
            switch self {
            case .createdAt, .updatedAt, .startedAt, .completedAt:
                """
                (case when isfinite(\(key)) then (
                    trunc(extract(epoch from date_trunc('second', \(key)))) * 1000000
                        + mod(extract(microseconds from \(key))::bigint, 1000000)
                )::text else (\(key))::text end)
                """
            case .priority, .status, .retryCount: "(\(key))::text"
            }
        }

        /// The key that a text says.
        fileprivate func key(_ text: String) -> SQL {
            switch self {
            case .createdAt, .updatedAt, .startedAt, .completedAt:
                // Days and the rest for themselves: together they are more than an interval holds.
                Int128(text).map { micros in
                    """
                    (('epoch'::timestamp + \(Int64(micros / 86_400_000_000)) * interval '1 day'
                        + \(Int64(micros % 86_400_000_000)) * interval '1 microsecond') at time zone 'UTC')
                    """
                } ?? "\(text)::timestamptz"
            case .priority, .retryCount: "\(text)::int"
            case .status: "\(text)::varchar"
            }
        }
    }

    /// Whether a text is a time as ``SortField`` writes it, within the times that PostgreSQL has.
    private static func isTime(_ text: String) -> Bool {
        if text == "-infinity" || text == "infinity" { return true }
        guard let micros = Int128(text), String(micros) == text else { return false }
        return (-210_866_803_200_000_000..<9_224_318_016_000_000_000).contains(micros)
    }

    /// A place in a list: behind the job that was read last.
    public struct Place: Sendable, Hashable {
        /// The job's sort key.
        public let key: String
        /// The job.
        public let id: UUID

        /// The place behind a job.
        public init(key: String, id: UUID) {
            self.key = key
            self.id = id
        }
    }

    /// Some of the jobs.
    public struct Page: Sendable, Hashable {
        /// The whole rows, but for what only the queue needs.
        public let rows: [JSON]
        /// How many there are in all.
        public let total: Int
        /// Where to go on; nil at the end.
        public let next: Place?
    }

    /// Lists jobs.
    ///
    /// - Parameters:
    ///   - filter: which, in which order.
    ///   - limit: how many at most.
    ///   - offset: how many to skip.
    ///   - place: where to go on; skips nothing and repeats nothing, whatever has been added since.
    /// - Returns: a page.
    /// - Throws: `PostgresError`; a place that is none is its SQL state 22P02 or 22007.
    public func list(_ filter: Filter, limit: Int, offset: Int = 0, after place: Place? = nil) async throws -> Page {
        let key = filter.sort.key
        let order: SQL = filter.isDescending ? "\(key) desc, id desc" : "\(key), id"
        let isBehind: SQL
        if let place {
            let bound: SQL = "(\(filter.sort.key(place.key)), \(place.id)::uuid)"
            isBehind = filter.isDescending ? "(\(key), id) < \(bound)" : "(\(key), id) > \(bound)"
        } else {
            isBehind = "true"
        }
        let rows = try await pool.query(
            """
            select id, \(filter.sort.text) as sort_key, \(Jobs.record) as record from gh_automation_jobs j
            where \(Jobs.matches(filter)) and \(isBehind)
            order by \(order) limit \(limit + 1) offset \(offset)
            """
        )
        let total = try await pool.query(
            "select count(*) as total from gh_automation_jobs where \(Jobs.matches(filter))"
        )
        let page = rows.prefix(limit)
        return Page(
            rows: try page.map { try $0.json("record") },
            total: try total.only().int("total"),
            next: rows.count > limit
                ? try page.last.map { Place(key: try $0.string("sort_key"), id: try $0.uuid("id")) } : nil
        )
    }

    /// Reads a job's row as the jobs API shows it.
    ///
    /// - Returns: the row, or nil when there is no such job.
    /// - Throws: `PostgresError`.
    public func record(_ id: UUID) async throws -> JSON? {
        try await pool.query("select \(Jobs.record) as record from gh_automation_jobs j where id = \(id)")
            .first?.json("record")
    }

    private static func matches(_ filter: Filter) -> SQL {
        let statuses = filter.statuses.map(\.rawValue)
        return """
            (\(statuses.isEmpty) or status = any(\(statuses)::text[]))
                and job_type = coalesce(\(filter.jobType?.rawValue), job_type)
                and user_id = coalesce(\(filter.userID), user_id)
                and \(holds(filter.search))
            """
    }

    private static func holds(_ search: String?) -> SQL {
        guard let search else { return "true" }
        return """
            (starts_with(id::text, lower(\(search))) or starts_with(valet_task_id, \(search))
                or strpos(lower(split_part(target_url, '/', 3)), lower(\(search))) > 0)
            """
    }

    /// Counts jobs.
    ///
    /// - Parameter filter: which; its statuses and its order say nothing here.
    /// - Returns: how many there are of each status that any has.
    /// - Throws: `PostgresError`.
    public func counts(_ filter: Filter) async throws -> [JobStatus: Int] {
        var filter = filter
        filter.statuses = []
        let rows = try await pool.query(
            "select status, count(*) as number from gh_automation_jobs where \(Jobs.matches(filter)) group by status"
        )
        var counts: [JobStatus: Int] = [:]
        for row in rows {
            guard let status = JobStatus(rawValue: try row.string("status")) else { continue }
            counts[status] = try row.int("number")
        }
        return counts
    }

    /// The whole row as JSON, its times written as everywhere in the API.
    private static let record: SQL = """
        to_jsonb(j) - '{lease_token,turn,effective_priority,request_hash,run_after}'::text[]
            || jsonb_build_object(\(shownTimes))
        """

    private static let shownTimes: SQL = {
        let columns: [(StaticString, SQL)] = [
            ("created_at", "j.created_at"), ("updated_at", "j.updated_at"), ("started_at", "j.started_at"),
            ("completed_at", "j.completed_at"), ("paused_at", "j.paused_at"), ("scheduled_at", "j.scheduled_at"),
            ("expires_at", "j.expires_at"), ("last_heartbeat", "j.last_heartbeat"),
            ("cancel_requested_at", "j.cancel_requested_at"), ("submit_intent_at", "j.submit_intent_at"),
            ("submit_rejected_at", "j.submit_rejected_at"), ("submit_confirmed_at", "j.submit_confirmed_at"),
        ]
        let members: [SQL] = columns.map { name, column in "'\(unescaped: name)', \(shown(column))" }
        return members.dropFirst().reduce(members[0]) { "\($0), \($1)" }
    }()

    /// A time as text; those beyond four digits of a year, infinite ones and ones before Christ are the nearest.
    private static func shown(_ time: SQL) -> SQL {
        """
        case when \(time) is not null then to_char(
            least(greatest(\(time), '0001-01-02 00:00+00'), '9999-12-30 23:59:59+00') at time zone 'UTC',
            'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'
        ) end
        """
    }
}
